"""The metadata of rules of newslint and of second engines."""

from __future__ import annotations

from newslint.core.diagnostics import RuleInfo
from newslint.engines.languagetool.names import NAMED
from newslint.linter.suppressions import UNUSED
from newslint.rules import selection


def info_of(name: str) -> RuleInfo:
    """The metadata of a rule of any engine."""
    if name == UNUSED.name:
        return UNUSED
    if NAMED.fullmatch(name):
        from newslint.engines.languagetool.findings import rule_info

        return rule_info(name)
    return selection.info(name)
