"""Settings of the user alone: what newslint starts, where it sends texts.

It is set in the user's own file or in the environment, never in a file of the tree that is checked.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from newslint.config.tables import converted, keys_of, known_keys, read_toml
from newslint.core.errors import ConfigError
from newslint.engines.languagetool.options import LanguageToolOptions

FILE = "newslint.toml"
KEYS = keys_of(LanguageToolOptions)


@dataclass(frozen=True)
class _File:
    languagetool: LanguageToolOptions = field(default_factory=LanguageToolOptions)


def user_file() -> Path:
    """The user's own configuration, whether it exists or not."""
    from platformdirs import user_config_path

    return user_config_path("newslint") / FILE


def is_user_file(file: Path) -> bool:
    """Whether a file is the user's own configuration, not a project's."""
    return file.parent.name == "newslint" and file == user_file()


def variable(key: str) -> str:
    """The environment variable that sets a key of `[languagetool]`."""
    return f"NEWSLINT_LT_{key.upper().replace('-', '_')}"


def refuse(table: dict[str, Any], file: Path) -> None:
    """Refuse a project's `[languagetool]` table with keys that are the user's.

    Raises:
        ConfigError: it does; the message says where such a key belongs.

    """
    for key in table:
        if key in KEYS:
            raise ConfigError(
                f"{file}: languagetool.{key}: only the user may set this, not a file of the project; "
                f"move it to {user_file()} or set {variable(key)}"
            )


def languagetool() -> LanguageToolOptions:
    """How the user wants LanguageTool reached; the environment wins over the file.

    Raises:
        ConfigError: the file or a variable is wrong.

    """
    options = _from_file(user_file())
    for key in KEYS:
        if text := os.environ.get(variable(key)):
            name = key.replace("-", "_")
            given = converted({name: text}, LanguageToolOptions, variable(key), strict=False)
            options = replace(options, **{name: getattr(given, name)})
    return options


def _from_file(file: Path) -> LanguageToolOptions:
    if not file.is_file():
        return LanguageToolOptions()
    table = known_keys(read_toml(file), keys_of(_File), file)
    if isinstance(server := table.get("languagetool"), dict):
        table["languagetool"] = known_keys(server, KEYS, file, "languagetool.")
    return converted(table, _File, str(file)).languagetool
