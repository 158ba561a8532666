"""Applies fixes, repeats until nothing changes, and refuses fixes that would do harm."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from newslint.core.diagnostics import Diagnostic, Fix, Protected, Safety
from newslint.core.positions import Span
from newslint.core.report import FileReport, ProtectedChange, ProtectedCounts, ProtectedReport, Refusal
from newslint.core.segments import BlockKind
from newslint.core.source import Source
from newslint.fixer.verification import NotVerified, changed_texts, verify
from newslint.text.document import ParsedFile

MAX_ROUNDS = 10

Loss = dict[Protected, tuple[Counter[str], Counter[str]]]
"""What was lost and what was gained of each kind of protected things."""
Parse = Callable[[Source], ParsedFile]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The diagnostics of one version of a file, and what failed."""

    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[str, ...] = ()

    @property
    def error(self) -> str | None:
        """The failures in one line."""
        return "; ".join(self.failures) or None


def fix_until_stable(
    source: Source,
    parse: Parse,
    check: Callable[[ParsedFile], CheckResult],
    level: Safety,
    *,
    count_protected: bool = False,
) -> FileReport:
    """Fix, parse and check again until nothing changes.

    If a text comes back that was seen before, or `MAX_ROUNDS` are not enough, the report holds the original
    text and an error: where fixes fight, one of them is wrong.

    Raises:
        ParseError: the source cannot be parsed.

    """
    original = current = parse(source)
    first = result = check(original)
    fixed: list[Diagnostic] = []
    expected: list[ProtectedChange] = []
    seen = {source.text}
    while True:
        wanted = [d for d in result.diagnostics if may_apply(d, level)]
        after, applied, refused = _fix_once(current, wanted, parse)
        if not applied:
            break
        fixed += applied
        if count_protected:
            expected += _expected_changes(current, applied)
        if after.source.text in seen or len(seen) >= MAX_ROUNDS:
            rules = ", ".join(sorted({d.rule for d in applied}))
            return _give_up(source, first, f"the fixes of {rules} do not settle")
        seen.add(after.source.text)
        current, result = after, check(after)
    before, now = (_count_by_article(original), _count_by_article(current)) if fixed else ([], [])
    may_change = frozenset(chain.from_iterable(fix.may_change for fix in _fixes(fixed)))
    if loss := _unexpected_loss(before, now, may_change):
        return _give_up(source, first, f"together the fixes would change {_describe_loss(loss)}")
    protected = ProtectedReport(_total(before), _total(now), tuple(expected)) if count_protected else None
    return FileReport(
        source.path,
        source.text,
        current.source.text,
        result.diagnostics,
        tuple(fixed),
        tuple(refused) + tuple(_unfixable(result.diagnostics)),
        result.error,
        output=current.source.encode() if fixed else None,
        protected=protected,
        note=original.note,
    )


def may_apply(diagnostic: Diagnostic, level: Safety) -> bool:
    """Whether a diagnostic has a fix that `level` (safe, or unsafe as well) allows."""
    order = (Safety.HINT, Safety.UNSAFE, Safety.SAFE)
    return diagnostic.fix is not None and order.index(diagnostic.safety) >= order.index(level)


def _unfixable(diagnostics: Iterable[Diagnostic]) -> Iterator[Refusal]:
    """The diagnostics whose fix was refused before it came here."""
    return (Refusal(d, d.unfixable) for d in diagnostics if d.unfixable)


def _give_up(source: Source, first: CheckResult, why: str) -> FileReport:
    return FileReport(
        source.path, source.text, source.text, first.diagnostics, error=f"nothing was fixed: {why}"
    )


def _fix_once(
    parsed: ParsedFile, wanted: Sequence[Diagnostic], parse: Parse
) -> tuple[ParsedFile, list[Diagnostic], list[Refusal]]:
    """Apply the fixes of one round, each verified to do what it says and no more."""
    harmless, refused = _partition_by_loss(parsed, list(_non_overlapping(wanted)))
    kept, emptying = _partition_by_emptiness(parsed, harmless)
    after, applied, unverified = _apply_verified(parsed, kept, parse)
    return after, applied, refused + emptying + unverified


def _apply_verified(
    parsed: ParsedFile, wanted: Sequence[Diagnostic], parse: Parse
) -> tuple[ParsedFile, list[Diagnostic], list[Refusal]]:
    """Apply the most fixes that can be verified together; refuse those that fail alone.

    Fixes that fail together are halved until the ones at fault stand alone; fixes that fail only beside one
    another wait for the next round.
    """
    try:
        return verify(parsed, _fixes(wanted), parse), list(wanted), []
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
    """The first of those fixes that touch one another; the others wait for the next round."""
    taken: list[Span] = []
    for diagnostic in sorted(wanted, key=lambda d: (d.span, d.rule)):
        spans = [edit.span for fix in _fixes([diagnostic]) for edit in fix.edits]
        if not any(_touch(span, taken) for span in spans):
            for span in spans:
                insort(taken, span)
            yield diagnostic


def _touch(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span overlaps or adjoins one of those taken, which do not touch and are in order."""
    after = bisect_left(taken, span)
    return (after > 0 and taken[after - 1].end >= span.start) or (
        after < len(taken) and taken[after].start <= span.end
    )


def _partition_by_emptiness(
    parsed: ParsedFile, diagnostics: Sequence[Diagnostic]
) -> tuple[list[Diagnostic], list[Refusal]]:
    """Separate the fixes that leave some text in every flow from those that would empty one.

    A fix that deletes the last text of a flow (a field, element, cell, attribute or front-matter value),
    alone or together with those before it, is refused.
    """
    kept: list[Diagnostic] = []
    refused: list[Refusal] = []
    remaining: dict[tuple[int, str], int] = {}
    emptied = {place for place, fixes in _by_block(_fixes(diagnostics)).items() if _empties(parsed, fixes)}
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
    """Whether fixes delete all text of the block that they are for."""
    document = parsed.documents[fixes[0].article]
    block = document.blocks[fixes[0].block]
    if block.kind is BlockKind.GAP or not block.text.strip():
        return False
    return not changed_texts(document.texts, fixes)[block.index].strip()


def _partition_by_loss(
    parsed: ParsedFile, diagnostics: Sequence[Diagnostic]
) -> tuple[list[Diagnostic], list[Refusal]]:
    """Separate the fixes that keep protected things, or may change them, from those to refuse.

    Fixes of one article that may change the same kinds are weighed together, and singly only if that fails.
    """
    harmless: list[Diagnostic] = []
    refused: list[Refusal] = []
    for group in _group_by_article(diagnostics):
        if not _loss(parsed, group):
            harmless += group
            continue
        for diagnostic in group:
            if loss := _loss(parsed, [diagnostic]):
                refused.append(Refusal(diagnostic, f"it would change {_describe_loss(loss)}"))
            else:
                harmless.append(diagnostic)
    return sorted(harmless, key=lambda d: (d.span, d.rule)), refused


def _group_by_article(diagnostics: Iterable[Diagnostic]) -> Iterable[list[Diagnostic]]:
    """The diagnostics by article and what their fixes may change."""
    groups = defaultdict(list)
    for diagnostic in diagnostics:
        if fix := diagnostic.fix:
            groups[fix.article, fix.may_change].append(diagnostic)
    return groups.values()


def _loss(parsed: ParsedFile, diagnostics: Sequence[Diagnostic], *, all_kinds: bool = False) -> Loss:
    """What fixes of one article would change of protected things that they may not, or of `all_kinds`."""
    from newslint.text.protected import count_protected

    fixes = _fixes(diagnostics)
    texts = parsed.documents[fixes[0].article].texts
    after = changed_texts(texts, fixes)
    counts = count_protected([texts[index] for index in after]), count_protected(list(after.values()))
    may_change = frozenset[Protected]() if all_kinds else fixes[0].may_change
    return _unexpected_loss([counts[0]], [counts[1]], may_change)


def _expected_changes(parsed: ParsedFile, applied: Iterable[Diagnostic]) -> Iterator[ProtectedChange]:
    """What each applied fix changes of the protected things that its rule may change."""
    for diagnostic in applied:
        if diagnostic.fix and diagnostic.fix.may_change:
            for kind, (lost, gained) in _loss(parsed, [diagnostic], all_kinds=True).items():
                yield ProtectedChange(diagnostic.rule, kind, lost, gained)


def _count_by_article(parsed: ParsedFile) -> list[ProtectedCounts]:
    """The protected things of each article."""
    from newslint.text.protected import count_protected

    return [count_protected(document.texts) for document in parsed.documents]


def _total(counts: Iterable[ProtectedCounts]) -> ProtectedCounts:
    total: dict[Protected, Counter[str]] = {kind: Counter() for kind in Protected}
    for article in counts:
        for kind, things in article.items():
            total[kind] += things
    return total


def _unexpected_loss(
    before: Sequence[ProtectedCounts], after: Sequence[ProtectedCounts], may_change: frozenset[Protected]
) -> Loss:
    """What articles lost and gained of protected things outside `may_change`.

    The articles are taken as one if their number differs.
    """
    if len(before) != len(after):
        before, after = [_total(before)], [_total(after)]
    loss: Loss = {}
    for old, new in zip(before, after, strict=True):
        for kind in old.keys() - may_change:
            if old[kind] != new[kind]:
                lost, gained = loss.setdefault(kind, (Counter(), Counter()))
                lost.update(old[kind] - new[kind])
                gained.update(new[kind] - old[kind])
    return loss


def _fixes(diagnostics: Iterable[Diagnostic]) -> list[Fix]:
    return [d.fix for d in diagnostics if d.fix]


def _describe_loss(loss: Mapping[Protected, tuple[Counter[str], Counter[str]]]) -> str:
    return "; ".join(
        f"{kind} (lost: {', '.join(lost) or 'none'}; new: {', '.join(gained) or 'none'})"
        for kind in Protected
        if kind in loss
        for lost, gained in [loss[kind]]
    )
