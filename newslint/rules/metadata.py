"""What is known of rules without importing them, kept from run to run.

A run imports only the rules that may find something, so that a hundred more cost a short one nothing.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from newslint.core.diagnostics import Protected, RuleInfo, Safety, Severity
from newslint.core.disk_cache import remember
from newslint.core.errors import BrokenRule, describe
from newslint.core.interrupts import let_pass
from newslint.core.stamp import OWN, stamp
from newslint.rules.base import BlockKind, Rule
from newslint.rules.registry import find, load, rules_of

Row = tuple[str, str, str, str, list[str], bool, bool, list[str], str]


@dataclass(frozen=True, slots=True)
class RuleMetadata:
    """What the outside knows of a rule, and its trace where no options are set."""

    info: RuleInfo
    trace: str


@cache
def known(name: str) -> RuleMetadata:
    """What is known of a rule.

    Raises:
        UnknownName: there is no such rule.
        BrokenRule: it cannot be imported or made.

    """
    package = find(name).package
    row = (_rows(package).get(name) if package else None) or _row(name)
    summary, doc, severity, safety, may_change, fixable, default, needs, trace = row
    info = RuleInfo(
        name=name,
        category=find(name).category,
        summary=summary,
        doc=doc,
        severity=Severity(severity),
        safety=Safety(safety),
        may_change=frozenset(map(Protected, may_change)),
        fixable=fixable,
        default=default,
        needs=tuple(needs),
    )
    return RuleMetadata(info, trace)


@cache
def _rows(package: str) -> Mapping[str, Row]:
    """What is known of each rule of a package; a rule that cannot be loaded is left out."""
    return remember(f"rules {package}", dict[str, Row], lambda: dict(_read(package)), version_of(package))


@cache
def version_of(package: str) -> str:
    """Changes when any file does that rules of a package are made from."""
    folders = {entry.path.parents[1] for entry in rules_of(package).values()}
    return " ".join([stamp(), *map(stamp, sorted(folders - {OWN / "rules"}))])


def _read(package: str) -> Iterator[tuple[str, Row]]:
    for name in rules_of(package):
        with suppress(BrokenRule):  # which says so itself when it is selected
            yield name, _row(name)


def _row(name: str) -> Row:
    rule = load(name)
    try:
        return _about(name, rule)
    except BaseException as error:
        let_pass(error)
        raise BrokenRule(name, str(find(name).path), describe(error)) from error


def _about(name: str, rule: type[Rule]) -> Row:
    doc = inspect.cleandoc(rule.__doc__ or "")
    return (
        doc.split("\n", 1)[0],
        doc,
        str(rule.severity),
        str(rule.safety),
        sorted(map(str, rule.may_change)),
        any(case.fixed is not None for case in rule.cases),
        rule.default and "/" not in name,
        list(rule.needs),
        trace_of(rule()),
    )


def trace_of(rule: Rule) -> str:
    """The trace of a rule; one that cannot tell it, or looks into gaps, is asked about everything."""
    try:
        return "" if BlockKind.GAP in rule.kinds else rule.trace
    except Exception:  # noqa: BLE001 - a broken rule must not silence the others
        return ""
