"""Cached metadata of rules.

A run imports only rules that may find something, so that its time does not depend on their number.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache

from msgspec import Struct

from newslint.core.diagnostics import Protected, RuleInfo, Safety, Severity
from newslint.core.disk_cache import remember
from newslint.core.errors import BrokenRule, describe
from newslint.core.interrupts import let_pass
from newslint.core.site import rule_page
from newslint.core.stamp import stamp
from newslint.core.wheel_data import PACKAGE
from newslint.rules.base import BlockKind, Rule
from newslint.rules.registry import BUILT_IN, find, load, rules_of

Row = tuple[str, str, str, str, list[str], bool, bool, list[str], list[str], str]


class RuleMetadata(Struct, frozen=True):
    """The metadata of a rule, and its trace without options."""

    info: RuleInfo
    trace: str


@cache
def metadata_of(name: str) -> RuleMetadata:
    """The metadata of a rule.

    Raises:
        UnknownName: there is no such rule.
        BrokenRule: it cannot be imported or instantiated.

    """
    package = find(name).package
    row = (_rows(package).get(name) if package else None) or _row(name)
    summary, doc, severity, safety, may_change, fixable, default, needs, wants, trace = row
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
        wants=tuple(wants),
        url=rule_page(name),
    )
    return RuleMetadata(info, trace)


@cache
def own_traces() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The traces of newslint's own rules: those of default rules, then others."""
    rules = [metadata_of(name) for name in rules_of(BUILT_IN) if name in _rows(BUILT_IN)]
    usual, others = (
        dict.fromkeys(rule.trace for rule in rules if rule.trace and rule.info.default is default)
        for default in (True, False)
    )
    return tuple(usual), tuple(trace for trace in others if trace not in usual)


@cache
def _rows(package: str) -> Mapping[str, Row]:
    """The metadata of each rule of a package, except broken ones."""
    return remember(f"rules {package}", dict[str, Row], lambda: dict(_read(package)), version_of(package))


@cache
def version_of(package: str) -> str:
    """A fingerprint of the files that a package's rules are made from."""
    folders = {entry.path.parents[1] for entry in rules_of(package).values()}
    return " ".join([stamp(), *map(stamp, sorted(folders - {PACKAGE / "rules"}))])


def _read(package: str) -> Iterator[tuple[str, Row]]:
    for name in rules_of(package):
        with suppress(BrokenRule):  # reported if it is selected
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
        list(rule.wants),
        trace_of(rule()),
    )


def trace_of(rule: Rule) -> str:
    """The trace of a rule; empty if it fails or examines gaps."""
    try:
        return "" if BlockKind.GAP in rule.kinds else rule.trace
    except Exception:  # noqa: BLE001 - a broken rule must not silence the others
        return ""
