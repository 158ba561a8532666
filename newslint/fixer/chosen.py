"""Applies the fixes that a person chose, and nothing else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from newslint.core.diagnostics import Diagnostic, Edit
from newslint.core.positions import Span
from newslint.core.report import FileReport, Refusal
from newslint.core.source import Source
from newslint.fixer.fixer import Parse, fix_once
from newslint.fixer.gaps import with_gap
from newslint.fixer.ledger import allowed_changes, count_by_article, describe_loss, fixes_of, unexpected_loss
from newslint.text.document import ParsedFile

OVERTAKEN = "another accepted fix changed this place"
EXCLUSIVE = "it cannot be applied together with another accepted fix"


class Choice(Struct, frozen=True):
    """What a person chose for a finding: rule, span and suggestion."""

    rule: str
    span: Span
    suggestion: str


class ChosenReport(Struct, frozen=True):
    """The report of a file with chosen fixes, and unused choices."""

    report: FileReport
    unknown: tuple[Choice, ...] = ()
    """Choices that newslint does not offer."""
    settled: tuple[Diagnostic, ...] = ()
    """Chosen diagnostics that were gone when another chosen fix had been applied."""


Offers = Callable[[ParsedFile], Mapping[Choice, Diagnostic]]
"""What can be chosen in a version of a file, each with the diagnostic whose fix it is."""


def fix_chosen(source: Source, parse: Parse, offers: Offers, choices: Iterable[Choice]) -> ChosenReport:
    """Apply chosen fixes in rounds, verified as all fixes are.

    Fixes that touch one another wait for the next round, where their finding must still be there. If the
    fixes together would lose something protected, none is applied, and the report has an error.

    Raises:
        ParseError: the source cannot be parsed.

    """
    original = current = parse(source)
    offered = offers(original)
    accepted = dict.fromkeys(choices)
    unknown = tuple(choice for choice in accepted if choice not in offered)
    waiting = [choice for choice in accepted if choice in offered]
    fixed: list[Diagnostic] = []
    refused: list[Refusal] = []
    settled: list[Diagnostic] = []
    while waiting:
        wanted = {with_gap(current, offered[choice]): choice for choice in waiting}
        after, applied, rejected = fix_once(current, list(wanted), parse)
        refused += rejected
        done = {*applied, *(refusal.diagnostic for refusal in rejected)}
        left = {wanted[diagnostic]: diagnostic for diagnostic in wanted if diagnostic not in done}
        if not applied:
            refused += [Refusal(diagnostic, EXCLUSIVE) for diagnostic in left.values()]
            break
        fixed += applied
        if not left:
            current = after
            break
        moves = _Moves(edit for fix in fixes_of(applied) for edit in fix.edits)
        not_chosen = {moves.move(choice) for choice in offered.keys() - set(waiting)}
        current, offered, waiting = after, offers(after), []
        places = _Places(offered)
        for choice, diagnostic in left.items():
            near = places.near(moves.move(choice))
            if again := _same(moves.move(choice), near, not_chosen):
                waiting.append(again)
            elif near:
                refused.append(Refusal(diagnostic, OVERTAKEN))
            else:
                settled.append(diagnostic)
    before, now = count_by_article(original), count_by_article(current)
    if loss := unexpected_loss(before, now, allowed_changes(fixes_of(fixed))):
        error = f"nothing was changed: together the fixes would change {describe_loss(loss)}"
        return ChosenReport(_report(source, source, (), refused, error), unknown)
    return ChosenReport(_report(source, current.source, fixed, refused), unknown, tuple(settled))


def _report(
    before: Source,
    after: Source,
    fixed: Sequence[Diagnostic],
    refused: Sequence[Refusal],
    error: str | None = None,
) -> FileReport:
    return FileReport(
        before.path,
        before.text,
        after.text,
        fixed=tuple(fixed),
        refused=tuple(refused),
        error=error,
        encoding=before.encoding,
        bom=before.bom,
        output=after.encode() if fixed else None,
        transcript=before.transcript,
    )


class _Moves:
    """The places of a file after edits that do not overlap."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits, key=lambda edit: edit.span)
        self._ends = [edit.span.end for edit in self._edits]
        growths = (len(edit.text) - (edit.span.end - edit.span.start) for edit in self._edits)
        self._shifts = list(accumulate(growths, initial=0))

    def move(self, choice: Choice) -> Choice:
        """The choice at its new place, widened to edits that cut it."""
        span = Span(self._offset(choice.span.start), self._offset(choice.span.end, is_end=True))
        return Choice(choice.rule, span, choice.suggestion)

    def _offset(self, offset: int, *, is_end: bool = False) -> int:
        number = bisect_right(self._ends, offset)
        shift = self._shifts[number]
        if number < len(self._edits) and (edit := self._edits[number]).span.start < offset:
            return edit.span.start + shift + (len(edit.text) if is_end else 0)
        return offset + shift


class _Places:
    """Choices by rule and place."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self._by_rule: defaultdict[str, list[Choice]] = defaultdict(list)
        for choice in sorted(choices, key=lambda choice: choice.span):
            self._by_rule[choice.rule].append(choice)
        self._longest = {
            rule: max(choice.span.end - choice.span.start for choice in group)
            for rule, group in self._by_rule.items()
        }

    def near(self, choice: Choice) -> list[Choice]:
        """What the same rule offers at a place or beside it."""
        group, span = self._by_rule.get(choice.rule, []), choice.span
        earliest = span.start - self._longest.get(choice.rule, 0)
        first = bisect_left(group, earliest, key=lambda other: other.span.start)
        last = bisect_right(group, span.end, key=lambda other: other.span.start)
        return [other for other in group[first:last] if other.span.end >= span.start]


def _same(choice: Choice, near: Sequence[Choice], not_chosen: Collection[Choice]) -> Choice | None:
    """The choice, or the only chosen offer that took its place."""
    if choice in near:
        return choice
    same = [other for other in near if other.suggestion == choice.suggestion and other not in not_chosen]
    return same[0] if len(same) == 1 else None
