"""Apply repairs, settle, and prove what was not touched."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from newslint.document import Document
from newslint.model import Diagnostic, Edit, FileReport, Refusal, Sacred, Safety, Span
from newslint.source import Source

MOST_ROUNDS = 10

Loss = dict[Sacred, tuple[Counter[str], Counter[str]]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in one reading of a document, and the rules that failed."""

    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[str, ...] = ()

    @property
    def error(self) -> str | None:
        """The failures in words."""
        return "; ".join(self.failures) or None


def settle(
    source: Source,
    read: Callable[[Source], Document],
    check: Callable[[Document], Verdict],
    level: Safety,
) -> FileReport:
    """Repair, read again and repair again until nothing moves.

    A text that was seen before, or no rest after `MOST_ROUNDS`, gives back the original with an
    error: where repairs fight, one of them is wrong.
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
            error = f"nothing was repaired: the repairs of {rules} find no rest"
            return FileReport(source.path, source.text, source.text, first.diagnostics, error=error)
        seen.add(repaired.source.text)
        draft, verdict = repaired, check(repaired)
    licence = frozenset(chain.from_iterable(map(_licence, fixed)))
    if fixed and (loss := _unlicensed(original.texts, draft.texts, licence)):
        error = f"nothing was repaired: together the repairs would change {_told(loss)}"
        return FileReport(source.path, source.text, source.text, first.diagnostics, error=error)
    return FileReport(
        source.path,
        source.text,
        draft.source.text,
        verdict.diagnostics,
        tuple(fixed),
        tuple(refused),
        verdict.error,
    )


def may_apply(diagnostic: Diagnostic, level: Safety) -> bool:
    """Whether a diagnostic offers a repair that `level` (safe, or unsafe as well) lets through."""
    order = (Safety.HINT, Safety.UNSAFE, Safety.SAFE)
    return diagnostic.fix is not None and order.index(diagnostic.safety) >= order.index(level)


def splice(text: str, edits: Iterable[Edit]) -> str:
    """Make edits that do not overlap."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda e: e.span):
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def _repair(
    document: Document, wanted: Sequence[Diagnostic], read: Callable[[Source], Document]
) -> tuple[Document, list[Diagnostic], list[Refusal]]:
    """Apply what can be applied in one round, each repair proven to do what it says and no more."""
    sound, refused = _harmless(document, list(_apart(wanted)))
    repaired = _proven(document, sound, read)
    if repaired is None:
        alone = {d: _proven(document, [d], read) for d in sound}
        refused += [Refusal(d, "read again, the file said something else") for d in sound if not alone[d]]
        sound = [d for d in sound if alone[d]][:1]
        repaired = alone[sound[0]] if sound else document
    return repaired or document, sound, refused


def _apart(wanted: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The first of those repairs that touch one another; the others wait for the next round."""
    taken: list[Span] = []
    for diagnostic in sorted(wanted, key=lambda d: (d.span, d.rule)):
        spans = [edit.span for edit in _edits([diagnostic])]
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
    document: Document, diagnostics: Sequence[Diagnostic]
) -> tuple[list[Diagnostic], list[Refusal]]:
    """Part the repairs that keep sacred things, or may change them, from those that are refused.

    Repairs under the same licence are weighed together, and one by one only if that fails.
    """
    sound: list[Diagnostic] = []
    refused: list[Refusal] = []
    for licence in {_licence(d) for d in diagnostics}:
        peers = [d for d in diagnostics if _licence(d) == licence]
        if not _loss(document, peers, licence):
            sound += peers
            continue
        for diagnostic in peers:
            if loss := _loss(document, [diagnostic], licence):
                refused.append(Refusal(diagnostic, f"it would change {_told(loss)}"))
            else:
                sound.append(diagnostic)
    return sorted(sound, key=lambda d: (d.span, d.rule)), refused


def _loss(document: Document, diagnostics: Sequence[Diagnostic], licence: frozenset[Sacred]) -> Loss:
    """What repairs would change of sacred things without a licence for it."""
    views = _views(document, _edits(diagnostics))
    return _unlicensed([document.texts[index] for index in views], list(views.values()), licence)


def _proven(
    document: Document, diagnostics: Sequence[Diagnostic], read: Callable[[Source], Document]
) -> Document | None:
    """The document after the repairs, if reading the file again finds just them."""
    if not diagnostics:
        return document
    edits = _edits(diagnostics)
    repaired = read(document.source.with_text(splice(document.source.text, edits)))
    views = _views(document, edits)
    wanted = "".join(views.get(block.index, block.text) for block in document.blocks)
    return repaired if wanted == "".join(block.text for block in repaired.blocks) else None


def _views(document: Document, edits: Sequence[Edit]) -> dict[int, str]:
    """The plain text of each block that edits touch, as it should read after them, by its index."""
    pieces = [(block.index, piece) for block in document.blocks for piece in block.part.pieces]
    ends = [piece.span.end for _, piece in pieces]
    within: dict[int, list[Edit]] = {}
    for edit in edits:
        number = bisect_left(ends, edit.span.end)
        while not pieces[number][1].verbatim:
            number += 1
        within.setdefault(number, []).append(edit)
    touched = {pieces[number][0] for number in within}
    views = dict.fromkeys(sorted(touched), "")
    for number, (index, piece) in enumerate(pieces):
        if index in touched:
            moved = (Edit(_moved(edit.span, piece.span.start), edit.text) for edit in within.get(number, ()))
            views[index] += splice(piece.text, moved)
    return views


def _moved(span: Span, origin: int) -> Span:
    return Span(span.start - origin, span.end - origin)


def _edits(diagnostics: Iterable[Diagnostic]) -> list[Edit]:
    return [edit for d in diagnostics if d.fix for edit in d.fix.edits]


def _licence(diagnostic: Diagnostic) -> frozenset[Sacred]:
    return diagnostic.fix.licence if diagnostic.fix else frozenset()


def _unlicensed(before: Sequence[str], after: Sequence[str], licence: frozenset[Sacred]) -> Loss:
    from newslint.text.sacred import differences

    return {kind: loss for kind, loss in differences(before, after).items() if kind not in licence}


def _told(loss: Loss) -> str:
    return "; ".join(
        f"{kind} (lost: {', '.join(lost) or 'none'}; new: {', '.join(gained) or 'none'})"
        for kind, (lost, gained) in loss.items()
    )
