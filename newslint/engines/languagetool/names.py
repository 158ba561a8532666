"""The names of LanguageTool's rules among ours: `languagetool` for all, `languagetool/ID` for one."""

from __future__ import annotations

import re
from collections.abc import Iterable

ENGINE = "languagetool"
RULE = re.compile(r"[A-Z][A-Z0-9_]*(?:\[\d+\])?")
"""How LanguageTool calls its rules."""
NAMED = re.compile(rf"languagetool(?:/{RULE.pattern})?")


def own(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are not LanguageTool's."""
    return tuple(name for name in names if not NAMED.fullmatch(name))


def theirs(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are LanguageTool's."""
    return tuple(name for name in names if NAMED.fullmatch(name))


def ids(names: Iterable[str]) -> frozenset[str]:
    """The rules that are named one by one, as LanguageTool calls them."""
    return frozenset(name.partition("/")[2] for name in names if "/" in name)
