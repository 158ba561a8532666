"""Adding names to a list of a configuration without touching anything else in the file."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from typing import Any

from newslint.core.errors import ConfigError
from newslint.core.patterns import pattern

TABLE = pattern(r"(?m)^[ \t]*\[")


def with_names(text: str, key: str, names: Iterable[str]) -> str:
    """A `newslint.toml` whose list `key` holds these names too; the same text if it does already.

    Raises:
        ConfigError: the list is written so that only a person can add to it.

    """
    old = tomllib.loads(text)
    missing = [name for name in names if name not in old.get(key, ())]
    if not missing:
        return text
    wanted = {**old, key: [*missing, *old.get(key, ())]}
    said = ", ".join(json.dumps(name, ensure_ascii=False) for name in missing)
    edited = _extended(text, key, said) if key in old else f"{key} = [{said}]\n{text}"
    if _parsed(edited) != wanted:
        raise ConfigError(f"{key}: add {said} to it by hand")
    return edited


def _extended(text: str, key: str, said: str) -> str:
    """With more in the list, which begins before the first table."""
    head = TABLE.search(text)
    found = pattern(rf"(?m)^[ \t]*{key}[ \t]*=[ \t]*\[").search(text, 0, head.start() if head else len(text))
    if not found:
        return text
    return f"{text[: found.end()]}{said}, {text[found.end() :]}"


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
