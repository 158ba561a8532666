"""What is known of rules without importing them, kept from run to run.

A run imports only the rules that may find something, so that a hundred more cost a short one nothing.
"""

from __future__ import annotations

import inspect
import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from newslint.cache import remember
from newslint.model import RuleInfo, Sacred, Safety, Severity
from newslint.registry import find, load, rules_of
from newslint.rule import Kind, Rule

HOME = Path(__file__).parent
MAKERS = ("rule.py", "phrase_table.py", "patterns.py", "text", "lexicon")
"""What, of newslint itself, rules are made with."""

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
    summary, doc, severity, safety, licence, fixable, default, trace = row
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
    )
    return Known(info, trace)


@cache
def _rows(package: str) -> Mapping[str, Row]:
    """What is known of each rule of a package; a rule that cannot be loaded is left out."""
    return dict(remember(f"rules {package}", lambda: dict(_read(package)), _stamp(package)))


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
        trace_of(rule()),
    )


def trace_of(rule: Rule) -> str:
    """The trace of a rule; one that cannot tell it, or looks into gaps, is asked about everything."""
    try:
        return "" if Kind.GAP in rule.kinds else rule.trace
    except Exception:  # noqa: BLE001 - a broken rule must not silence the others
        return ""


def _stamp(package: str) -> str:
    """Changes when any file does that rules of a package are made from."""
    rules = {entry.path.parent for entry in rules_of(package).values()}
    places = rules | {HOME / maker for maker in MAKERS}
    files = sorted(state for place in places for state in _states(place))
    return f"{len(files)} {zlib.crc32(repr(files).encode())}"


def _states(place: Path) -> Iterator[tuple[str, int, int]]:
    if place.is_file():
        found = place.stat()
        yield place.name, found.st_size, found.st_mtime_ns
        return
    with os.scandir(place) as files:
        for file in files:
            if file.is_file():
                found = file.stat()
                yield f"{place}/{file.name}", found.st_size, found.st_mtime_ns
