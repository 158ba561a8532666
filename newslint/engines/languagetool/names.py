"""Names of LanguageTool's rules: `languagetool` for all, `languagetool/ID` for one."""

from __future__ import annotations

import re
from collections.abc import Iterable

ENGINE = "languagetool"
RULE = re.compile(r"[A-Z][A-Z0-9_]*(?:\[\d+\])?")
"""A rule id of LanguageTool."""
NAMED = re.compile(rf"languagetool(?:/{RULE.pattern})?")


def own_rules(names: Iterable[str]) -> tuple[str, ...]:
    """The names of newslint's own rules."""
    return tuple(name for name in names if not NAMED.fullmatch(name))


def languagetool_rules(names: Iterable[str]) -> tuple[str, ...]:
    """The names of LanguageTool's rules."""
    return tuple(name for name in names if NAMED.fullmatch(name))


def ids(names: Iterable[str]) -> frozenset[str]:
    """The ids of the rules that are named individually."""
    return frozenset(name.partition("/")[2] for name in names if "/" in name)
