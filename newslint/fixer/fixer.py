"""Applies fixes until nothing changes, and refuses harmful ones."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newslint.core.diagnostics import Diagnostic, Fix, Safety
from newslint.core.positions import Span
from newslint.core.report import FileReport, ProtectedChange, ProtectedReport, Refusal
from newslint.core.segments import BlockKind
from newslint.core.source import Source
from newslint.fixer.ledger import (
    allowed_changes,
    count_by_article,
    describe_loss,
    expected_changes,
    fixes_of,
    partition_by_loss,
    sum_counts,
    unexpected_loss,
)
from newslint.fixer.verification import NotVerified, changed_texts, verify
from newslint.text.document import ParsedFile

MAX_ROUNDS = 10

Parse = Callable[[Source], ParsedFile]


class CheckResult(Struct, frozen=True):
    """The diagnostics of a version of a file, and the failures."""

    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[str, ...] = ()

    @property
    def error(self) -> str | None:
        """The failures on one line."""
        return "; ".join(self.failures) or None


class _Conflict(Exception):
    """The fixes of some rules are harmless alone, but conflict together.

    They oscillate, or lose something.
    """

    def __init__(self, rules: Iterable[str], reason: str) -> None:
        super().__init__(reason)
        self.rules, self.reason = frozenset(rules), reason


def fix_until_stable(
    source: Source,
    parse: Parse,
    check: Callable[[ParsedFile], CheckResult],
    level: Safety,
    *,
    count_protected: bool = False,
) -> FileReport:
    """Fix, parse and check again until nothing changes.

    If a text recurs, or `MAX_ROUNDS` are not enough, the rules in conflict fix nothing in this file, and the
    report has an error: one of them is wrong. Other rules fix as usual.

    Raises:
        ParseError: the source cannot be parsed.

    """
    original = parse(source)
    conflicts: list[_Conflict] = []
    while True:
        try:
            report = _settle(original, parse, check, level, conflicts, count_protected=count_protected)
        except _Conflict as conflict:
            conflicts.append(conflict)
            continue
        failures = [report.error, *(conflict.reason for conflict in conflicts)]
        return replace(report, error="; ".join(filter(None, failures)) or None)


def _settle(
    original: ParsedFile,
    parse: Parse,
    check: Callable[[ParsedFile], CheckResult],
    level: Safety,
    conflicts: Sequence[_Conflict],
    *,
    count_protected: bool,
) -> FileReport:
    """Fix until nothing changes, without the rules that are in conflict.

    Raises:
        _Conflict: there are more of them.

    """
    source, current, result = original.source, original, check(original)
    fixed: list[Diagnostic] = []
    expected: list[ProtectedChange] = []
    rounds: list[tuple[str, set[str]]] = [(source.text, set())]
    while True:
        wanted, unwanted = _partition_by_conflict(result.diagnostics, level, conflicts)
        after, applied, refused = fix_once(current, wanted, parse)
        if not applied:
            break
        fixed += applied
        if count_protected:
            expected += expected_changes(current, applied)
        rounds.append((after.source.text, {d.rule for d in applied}))
        if rules := _unsettled_rules(rounds):
            raise _Conflict(rules, f"the fixes of {', '.join(sorted(rules))} do not settle")
        current, result = after, check(after)
    before, now = (count_by_article(original), count_by_article(current)) if fixed else ([], [])
    if loss := unexpected_loss(before, now, allowed_changes(fixes_of(fixed))):
        raise _Conflict({d.rule for d in fixed}, f"together the fixes would change {describe_loss(loss)}")
    protected = (
        ProtectedReport(sum_counts(before), sum_counts(now), tuple(expected)) if count_protected else None
    )
    return FileReport(
        source.path,
        source.text,
        current.source.text,
        result.diagnostics,
        tuple(fixed),
        (*refused, *unwanted, *_unfixable(result.diagnostics)),
        result.error,
        output=current.source.encode() if fixed else None,
        protected=protected,
        note=original.note,
        unread=original.unread,
    )


def _unsettled_rules(rounds: Sequence[tuple[str, set[str]]]) -> set[str]:
    """The rules that go in circles, by the texts of rounds."""
    latest = rounds[-1][0]
    first = next(number for number, (text, _) in enumerate(rounds) if text == latest)
    if first == len(rounds) - 1:
        if len(rounds) <= MAX_ROUNDS:
            return set()
        first -= 2  # two rules may take turns
    return set().union(*(rules for _, rules in rounds[first + 1 :]))


def _partition_by_conflict(
    diagnostics: Iterable[Diagnostic], level: Safety, conflicts: Iterable[_Conflict]
) -> tuple[list[Diagnostic], list[Refusal]]:
    """Separate the fixes to try from those of conflicting rules."""
    reasons = {rule: conflict.reason for conflict in conflicts for rule in conflict.rules}
    wanted = [d for d in diagnostics if may_apply(d, level)]
    return (
        [d for d in wanted if d.rule not in reasons],
        [Refusal(d, reasons[d.rule]) for d in wanted if d.rule in reasons],
    )


def may_apply(diagnostic: Diagnostic, level: Safety) -> bool:
    """Whether a diagnostic has a fix that `level` allows."""
    order = (Safety.HINT, Safety.UNSAFE, Safety.SAFE)
    return diagnostic.fix is not None and order.index(diagnostic.safety) >= order.index(level)


def _unfixable(diagnostics: Iterable[Diagnostic]) -> Iterator[Refusal]:
    """The diagnostics whose fix was refused earlier."""
    return (Refusal(d, d.unfixable) for d in diagnostics if d.unfixable)


def fix_once(
    parsed: ParsedFile, wanted: Sequence[Diagnostic], parse: Parse
) -> tuple[ParsedFile, list[Diagnostic], list[Refusal]]:
    """Apply the fixes of one round that can be verified."""
    harmless, refused = partition_by_loss(parsed, list(_non_overlapping(wanted)))
    kept, emptying = _partition_by_emptiness(parsed, harmless)
    after, applied, unverified = _apply_verified(parsed, kept, parse)
    return after, applied, refused + emptying + unverified


def _apply_verified(
    parsed: ParsedFile, wanted: Sequence[Diagnostic], parse: Parse
) -> tuple[ParsedFile, list[Diagnostic], list[Refusal]]:
    """Apply the most fixes that can be verified together.

    Fixes that fail together are halved until the faulty ones are alone, which are refused; fixes that fail
    only together wait for the next round.
    """
    try:
        return verify(parsed, fixes_of(wanted), parse), list(wanted), []
    except NotVerified as error:
        if len(wanted) == 1:
            return parsed, [], [Refusal(wanted[0], str(error))]
    middle = len(wanted) // 2
    halves = [_apply_verified(parsed, half, parse) for half in (wanted[:middle], wanted[middle:])]
    refused = halves[0][2] + halves[1][2]
    verifiable = halves[0][1] + halves[1][1]
    if 0 < len(verifiable) < len(wanted):
        return (*_apply_verified(parsed, verifiable, parse)[:2], refused)
    after, applied, _ = max(halves, key=lambda half: len(half[1]))
    return after, applied, refused


def _non_overlapping(wanted: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The first of adjacent or overlapping fixes; the others wait."""
    taken: list[Span] = []
    for diagnostic in sorted(wanted, key=lambda d: (d.span, d.rule)):
        spans = [edit.span for fix in fixes_of([diagnostic]) for edit in fix.edits]
        if not any(_touch(span, taken) for span in spans):
            for span in spans:
                insort(taken, span)
            yield diagnostic


def _touch(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span overlaps or adjoins one of some spans.

    Those are in order and neither overlap nor adjoin.
    """
    after = bisect_left(taken, span)
    return (after > 0 and taken[after - 1].end >= span.start) or (
        after < len(taken) and taken[after].start <= span.end
    )


def _partition_by_emptiness(
    parsed: ParsedFile, diagnostics: Sequence[Diagnostic]
) -> tuple[list[Diagnostic], list[Refusal]]:
    """Separate fixes that leave text in every flow from the others.

    A fix that deletes the last text of a flow (a field, element, cell, attribute or front-matter value),
    alone or together with those before it, is refused.
    """
    kept: list[Diagnostic] = []
    refused: list[Refusal] = []
    remaining: dict[tuple[int, str], int] = {}
    emptied = {place for place, fixes in _by_block(fixes_of(diagnostics)).items() if _empties(parsed, fixes)}
    taken: defaultdict[tuple[int, int], list[Fix]] = defaultdict(list)
    for diagnostic in diagnostics:
        if not (fix := diagnostic.fix):
            continue
        place = fix.article, fix.block
        if place in emptied and _empties(parsed, [*taken[place], fix]):
            document = parsed.documents[fix.article]
            flow = document.blocks[fix.block].source.flow
            remaining.setdefault((fix.article, flow), document.flow_sizes[flow])
            if remaining[fix.article, flow] <= 1:
                refused.append(Refusal(diagnostic, f"it would leave {diagnostic.field or 'the text'} empty"))
                continue
            remaining[fix.article, flow] -= 1
        taken[place].append(fix)
        kept.append(diagnostic)
    return kept, refused


def _by_block(fixes: Iterable[Fix]) -> Mapping[tuple[int, int], list[Fix]]:
    """Fixes by the numbers of their article and block."""
    groups: defaultdict[tuple[int, int], list[Fix]] = defaultdict(list)
    for fix in fixes:
        groups[fix.article, fix.block].append(fix)
    return groups


def _empties(parsed: ParsedFile, fixes: Sequence[Fix]) -> bool:
    """Whether fixes delete all text of their block."""
    document = parsed.documents[fixes[0].article]
    block = document.blocks[fixes[0].block]
    if block.kind is BlockKind.GAP or _is_blank(block.text):
        return False
    return _is_blank(changed_texts(document.texts, fixes)[block.index])


def _is_blank(text: str) -> bool:
    """Whether a text shows nothing: it has spaces and invisible characters only."""
    return not any(character.isprintable() and not character.isspace() for character in text)
