"""What is known of rules without importing them, kept from run to run.

A run imports only the rules that may find something, so that a hundred more cost a short one nothing.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

from newslint.cache import remember
from newslint.model import RuleInfo, Sacred, Safety, Severity
from newslint.registry import find, load, rules_of
from newslint.rule import Kind, Rule
from newslint.stamp import OWN, stamp

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the outside knows of a rule, and its trace where no options are set."""

    info: RuleInfo
    trace: str


@cache
def known(name: str) -> Known:
    """What is known of a rule.

    Raises:
        UnknownName: there is no such rule.
        BadRule: its file does not hold one rule.

    """
    row = _rows(find(name).package).get(name) or _row(name)
    summary, doc, severity, safety, licence, fixable, default, needs, trace = row
    info = RuleInfo(
        name=name,
        category=find(name).category,
        summary=summary,
        doc=doc,
        severity=Severity(severity),
        safety=Safety(safety),
        licence=frozenset(map(Sacred, licence)),
        fixable=fixable,
        default=default,
        needs=tuple(needs),
    )
    return Known(info, trace)


@cache
def _rows(package: str) -> Mapping[str, Row]:
    """What is known of each rule of a package; a rule that cannot be loaded is left out."""
    return dict(remember(f"rules {package}", lambda: dict(_read(package)), version_of(package)))


@cache
def version_of(package: str) -> str:
    """Changes when any file does that rules of a package are made from."""
    folders = {entry.path.parents[1] for entry in rules_of(package).values()}
    return " ".join([stamp(), *map(stamp, sorted(folders - {OWN / "rules"}))])


def _read(package: str) -> Iterator[tuple[str, Row]]:
    for name in rules_of(package):
        with suppress(Exception):  # a broken rule says so itself when it is selected
            yield name, _row(name)


def _row(name: str) -> Row:
    rule = load(name)
    doc = inspect.cleandoc(rule.__doc__ or "")
    return (
        doc.split("\n", 1)[0],
        doc,
        str(rule.severity),
        str(rule.safety),
        sorted(map(str, rule.licence)),
        any(case.fixed is not None for case in rule.cases),
        rule.default and "/" not in name,
        rule.needs,
        trace_of(rule()),
    )


def trace_of(rule: Rule) -> str:
    """The trace of a rule; one that cannot tell it, or looks into gaps, is asked about everything."""
    try:
        return "" if Kind.GAP in rule.kinds else rule.trace
    except Exception:  # noqa: BLE001 - a broken rule must not silence the others
        return ""
