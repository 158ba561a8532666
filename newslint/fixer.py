"""Apply repairs, settle, and prove what was not touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from newslint.document import Document
from newslint.model import Diagnostic, Edit, FileReport, Refusal, Sacred, Safety
from newslint.source import Source
from newslint.text.sacred import differences

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
    refused: dict[tuple[str, str, str], Refusal] = {}
    seen = {source.text}
    while True:
        wanted = [d for d in verdict.diagnostics if may_apply(d, level) and _key(d) not in refused]
        repaired, applied, turned_down = _repair(draft, wanted, read)
        refused |= {_key(refusal.diagnostic): refusal for refusal in turned_down}
        if not applied:
            break
        fixed += applied
        if repaired.source.text in seen or len(seen) >= MOST_ROUNDS:
            rules = ", ".join(sorted({d.rule for d in applied}))
            error = f"nothing was repaired: the repairs of {rules} find no rest"
            return FileReport(source.path, source.text, source.text, first.diagnostics, error=error)
        seen.add(repaired.source.text)
        draft, verdict = repaired, check(repaired)
    licence = frozenset(chain.from_iterable(d.fix.licence for d in fixed if d.fix))
    if fixed and (loss := _unlicensed(original.texts, draft.texts, licence)):
        error = f"nothing was repaired: together the repairs would change {_told(loss)}"
        return FileReport(source.path, source.text, source.text, first.diagnostics, error=error)
    return FileReport(
        source.path,
        source.text,
        draft.source.text,
        verdict.diagnostics,
        tuple(fixed),
        tuple(refused.values()),
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
    refused, sound = [], []
    for diagnostic in _apart(wanted):
        loss = _loss(document, diagnostic)
        if loss:
            refused.append(Refusal(diagnostic, f"it would change {_told(loss)}"))
        else:
            sound.append(diagnostic)
    repaired = _proven(document, sound, read)
    if repaired is None:
        alone = {d: _proven(document, [d], read) for d in sound}
        refused += [Refusal(d, "read again, the file said something else") for d in sound if not alone[d]]
        sound = [d for d in sound if alone[d]][:1]
        repaired = alone[sound[0]] if sound else document
    return repaired or document, sound, refused


def _apart(wanted: Sequence[Diagnostic]) -> Iterable[Diagnostic]:
    """The first of those repairs that touch one another; the others wait for the next round."""
    taken: list[Edit] = []
    for diagnostic in sorted(wanted, key=lambda d: (d.span, d.rule)):
        edits = diagnostic.fix.edits if diagnostic.fix else ()
        if not any(
            edit.span.start <= other.span.end and other.span.start <= edit.span.end
            for edit in edits
            for other in taken
        ):
            taken += edits
            yield diagnostic


def _proven(
    document: Document, diagnostics: Sequence[Diagnostic], read: Callable[[Source], Document]
) -> Document | None:
    """The document after the repairs, if reading the file again finds just them."""
    edits = [edit for d in diagnostics if d.fix for edit in d.fix.edits]
    repaired = read(document.source.with_text(splice(document.source.text, edits)))
    return repaired if "".join(_views(repaired, ())) == "".join(_views(document, edits)) else None


def _views(document: Document, edits: Sequence[Edit]) -> Iterable[str]:
    """The plain text of each block as it should read after the edits, gaps included."""
    left = sorted(edits, key=lambda e: e.span)
    for part in document.parts:
        view = ""
        for piece in part.pieces:
            inside = [
                e
                for e in left
                if piece.verbatim and piece.span.start <= e.span.start and e.span.end <= piece.span.end
            ]
            left = [e for e in left if e not in inside]
            moved = (
                Edit(type(e.span)(e.span.start - piece.span.start, e.span.end - piece.span.start), e.text)
                for e in inside
            )
            view += splice(piece.text, moved)
        yield view


def _loss(document: Document, diagnostic: Diagnostic) -> Loss:
    """What a repair would change of sacred things that its rule has no licence for."""
    if diagnostic.fix is None:
        return {}
    views = list(_views(document, diagnostic.fix.edits))
    touched = [
        (text, view)
        for text, view, block in zip(document.texts, views, document.blocks, strict=True)
        if text and view != block.text
    ]
    return _unlicensed([old for old, _ in touched], [new for _, new in touched], diagnostic.fix.licence)


def _unlicensed(before: Sequence[str], after: Sequence[str], licence: frozenset[Sacred]) -> Loss:
    return {kind: loss for kind, loss in differences(before, after).items() if kind not in licence}


def _told(loss: Loss) -> str:
    return "; ".join(
        f"{kind} (lost: {', '.join(lost) or 'none'}; new: {', '.join(gained) or 'none'})"
        for kind, (lost, gained) in loss.items()
    )


def _key(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.rule, diagnostic.sentence, diagnostic.quote
