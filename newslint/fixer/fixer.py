"""Apply repairs, settle, and prove what was not touched."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from newslint.core.diagnostics import Diagnostic, Fix, Protected, Safety
from newslint.core.positions import Span
from newslint.core.report import FileReport, ProtectedCounts, Refusal
from newslint.core.source import Source
from newslint.fixer.verification import NotVerified, changed, proven
from newslint.text.document import ParsedFile

MOST_ROUNDS = 10

Loss = dict[Protected, tuple[Counter[str], Counter[str]]]
Read = Callable[[Source], ParsedFile]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What was found in one reading of a file, and what failed."""

    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[str, ...] = ()

    @property
    def error(self) -> str | None:
        """The failures in words."""
        return "; ".join(self.failures) or None


def settle(
    source: Source,
    read: Read,
    check: Callable[[ParsedFile], CheckResult],
    level: Safety,
    *,
    prove: bool = False,
) -> FileReport:
    """Repair, read again and repair again until nothing moves.

    A text that was seen before, or no rest after `MOST_ROUNDS`, gives back the original with an
    error: where repairs fight, one of them is wrong. With `prove` the report counts the sacred things.
    """
    original = draft = read(source)
    first = verdict = check(original)
    fixed: list[Diagnostic] = []
    seen = {source.text}
    while True:
        wanted = [d for d in verdict.diagnostics if may_apply(d, level)]
        repaired, applied, refused = _repair(draft, wanted, read)
        if not applied:
            break
        fixed += applied
        if repaired.source.text in seen or len(seen) >= MOST_ROUNDS:
            rules = ", ".join(sorted({d.rule for d in applied}))
            return _given_up(source, first, f"the repairs of {rules} find no rest")
        seen.add(repaired.source.text)
        draft, verdict = repaired, check(repaired)
    before, after = (_inventories(original), _inventories(draft)) if fixed else ([], [])
    may_change = frozenset(chain.from_iterable(fix.may_change for fix in _fixes(fixed)))
    if loss := _unlicensed(before, after, may_change):
        return _given_up(source, first, f"together the repairs would change {_told(loss)}")
    return FileReport(
        source.path,
        source.text,
        draft.source.text,
        verdict.diagnostics,
        tuple(fixed),
        tuple(refused),
        verdict.error,
        output=draft.source.encode() if fixed else None,
        inventories=(_total(before), _total(after)) if prove else None,
        note=original.note,
    )


def may_apply(diagnostic: Diagnostic, level: Safety) -> bool:
    """Whether a diagnostic offers a repair that `level` (safe, or unsafe as well) lets through."""
    order = (Safety.HINT, Safety.UNSAFE, Safety.SAFE)
    return diagnostic.fix is not None and order.index(diagnostic.safety) >= order.index(level)


def _given_up(source: Source, first: CheckResult, why: str) -> FileReport:
    return FileReport(
        source.path, source.text, source.text, first.diagnostics, error=f"nothing was repaired: {why}"
    )


def _repair(
    reading: ParsedFile, wanted: Sequence[Diagnostic], read: Read
) -> tuple[ParsedFile, list[Diagnostic], list[Refusal]]:
    """Apply what can be applied in one round, each repair proven to do what it says and no more."""
    sound, refused = _harmless(reading, list(_apart(wanted)))
    repaired, applied, unproven = _prove(reading, sound, read)
    return repaired, applied, refused + unproven


def _prove(
    reading: ParsedFile, wanted: Sequence[Diagnostic], read: Read
) -> tuple[ParsedFile, list[Diagnostic], list[Refusal]]:
    """The most of the repairs that can be proven together, and those that cannot be at all.

    What fails together is halved until the repairs at fault stand alone; repairs that only fail beside
    one another wait for the next round.
    """
    try:
        return proven(reading, _fixes(wanted), read), list(wanted), []
    except NotVerified as error:
        if len(wanted) == 1:
            return reading, [], [Refusal(wanted[0], str(error))]
    middle = len(wanted) // 2
    halves = [_prove(reading, half, read) for half in (wanted[:middle], wanted[middle:])]
    refused = halves[0][2] + halves[1][2]
    provable = halves[0][1] + halves[1][1]
    if 0 < len(provable) < len(wanted):
        return (*_prove(reading, provable, read)[:2], refused)
    repaired, applied, _ = max(halves, key=lambda half: len(half[1]))
    return repaired, applied, refused


def _apart(wanted: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The first of those repairs that touch one another; the others wait for the next round."""
    taken: list[Span] = []
    for diagnostic in sorted(wanted, key=lambda d: (d.span, d.rule)):
        spans = [edit.span for fix in _fixes([diagnostic]) for edit in fix.edits]
        if not any(_touch(span, taken) for span in spans):
            for span in spans:
                insort(taken, span)
            yield diagnostic


def _touch(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span overlaps or adjoins one of those taken, which are apart and in order."""
    after = bisect_left(taken, span)
    return (after > 0 and taken[after - 1].end >= span.start) or (
        after < len(taken) and taken[after].start <= span.end
    )


def _harmless(
    reading: ParsedFile, diagnostics: Sequence[Diagnostic]
) -> tuple[list[Diagnostic], list[Refusal]]:
    """Part the repairs that keep sacred things, or may change them, from those that are refused.

    Repairs of one article under the same licence are weighed together, and one by one only if that fails.
    """
    sound: list[Diagnostic] = []
    refused: list[Refusal] = []
    for peers in _peers(diagnostics):
        if not _loss(reading, peers):
            sound += peers
            continue
        for diagnostic in peers:
            if loss := _loss(reading, [diagnostic]):
                refused.append(Refusal(diagnostic, f"it would change {_told(loss)}"))
            else:
                sound.append(diagnostic)
    return sorted(sound, key=lambda d: (d.span, d.rule)), refused


def _peers(diagnostics: Iterable[Diagnostic]) -> Iterable[list[Diagnostic]]:
    """The repairs by article and licence."""
    peers = defaultdict(list)
    for diagnostic in diagnostics:
        if fix := diagnostic.fix:
            peers[fix.article, fix.may_change].append(diagnostic)
    return peers.values()


def _loss(reading: ParsedFile, peers: Sequence[Diagnostic]) -> Loss:
    """What repairs of one article would change of sacred things without a licence for it."""
    from newslint.text.protected import inventory

    fixes = _fixes(peers)
    texts = reading.documents[fixes[0].article].texts
    views = changed(texts, fixes)
    before, after = inventory([texts[index] for index in views]), inventory(list(views.values()))
    return _unlicensed([before], [after], fixes[0].may_change)


def _inventories(reading: ParsedFile) -> list[ProtectedCounts]:
    """The sacred things of each article."""
    from newslint.text.protected import inventory

    return [inventory(document.texts) for document in reading.documents]


def _total(inventories: Iterable[ProtectedCounts]) -> ProtectedCounts:
    total: dict[Protected, Counter[str]] = {kind: Counter() for kind in Protected}
    for inventory in inventories:
        for kind, things in inventory.items():
            total[kind] += things
    return total


def _unlicensed(
    before: Sequence[ProtectedCounts], after: Sequence[ProtectedCounts], may_change: frozenset[Protected]
) -> Loss:
    """What articles lost and gained of the sacred things that may not change; taken as one if they moved."""
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


def _told(loss: Mapping[Protected, tuple[Counter[str], Counter[str]]]) -> str:
    return "; ".join(
        f"{kind} (lost: {', '.join(lost) or 'none'}; new: {', '.join(gained) or 'none'})"
        for kind in Protected
        if kind in loss
        for lost, gained in [loss[kind]]
    )
