"""The proof of repairs: the file is read again, and exactly the intended text must have changed.

A file is seen as strands: what stands between the pieces of prose, and the prose itself, by turns.
After repairs every strand must be what it was, but for the changes in the prose. This one rule holds
for all formats; no reader has one of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newslint.core.diagnostics import Change, Edit, Fix
from newslint.core.errors import ParseError, SourceError
from newslint.core.positions import Span
from newslint.core.source import Source, splice
from newslint.text.document import Block, ParsedFile

Changes = Mapping[tuple[int, int], Sequence[tuple[Edit, Change]]]
"""The changes by article and block, each with its edit."""


class NotVerified(ValueError):
    """A repair was not made, for the reason that the message gives."""


def proven(reading: ParsedFile, fixes: Sequence[Fix], read: Callable[[Source], ParsedFile]) -> ParsedFile:
    """The file after the repairs, if reading its new bytes finds just them.

    Raises:
        NotProven: it would say something else, or could not be written or read.

    """
    if not fixes:
        return reading
    edits = [edit for fix in fixes for edit in fix.edits]
    try:
        intended = reading.source.spliced(edits)
        source = intended.reread()
        repaired = read(source)
    except SourceError as error:
        raise NotVerified(f"it cannot be written: {error}") from None
    except ParseError as error:
        raise NotVerified(f"the file could not be read any more: {error}") from None
    same = repaired.errors == reading.errors and repaired.frame == reading.frame
    if source.text != intended.text or not same:
        raise NotVerified("read again, the file said something else")
    if list(strands(reading, _by_block(fixes))) != list(strands(repaired)):
        raise NotVerified("read again, the file said something else")
    return repaired


def changed(texts: Sequence[str], fixes: Iterable[Fix]) -> dict[int, str]:
    """The blocks of one article that repairs touch, by their index, as they read after them."""
    changes: defaultdict[int, list[Change]] = defaultdict(list)
    for fix in fixes:
        changes[fix.block] += fix.changes
    return {block: _after(texts[block], 0, changes[block]) for block in sorted(changes)}


def strands(reading: ParsedFile, changes: Changes | None = None) -> Iterator[str]:
    """What stands before each stretch of prose, and the stretch after the changes to it, by turns.

    They are taken in the order of the file, where a block may stand in the middle of another. Stretches
    that adjoin are one, so that a block may move its end into the next; what is emptied is none.
    """
    text, at, between, prose = reading.source.text, 0, "", ""
    for span, shown in sorted(_all_stretches(reading, changes or {}), key=lambda stretch: stretch[0]):
        if span.start != at and prose:
            yield between
            yield prose
            between = prose = ""
        between += text[at : span.start] if at <= span.start else f"back to {span.start - at}"
        prose, at = prose + shown, span.end
    if prose:
        yield between
        yield prose
        between = ""
    yield between + text[at:]


def _all_stretches(reading: ParsedFile, changes: Changes) -> Iterator[tuple[Span, str]]:
    for document in reading.documents:
        for block in document.blocks:
            yield from _stretches(block, changes.get((document.index, block.index), ()))


def _stretches(block: Block, changes: Sequence[tuple[Edit, Change]]) -> Iterator[tuple[Span, str]]:
    """Each run of pieces with nothing between them in the file, and what it shows after the changes."""
    part = block.part
    runs: list[tuple[Span, int, int]] = []
    for piece, start in zip(part.pieces, part.starts, strict=True):
        end = start + len(piece.text)
        if runs and runs[-1][0].end == piece.span.start:
            runs[-1] = (Span(runs[-1][0].start, piece.span.end), runs[-1][1], end)
        else:
            runs.append((piece.span, start, end))
    for span, start, end in runs:
        within = [c for edit, c in changes if span.start <= edit.span.start and edit.span.end <= span.end]
        yield span, _after(part.text[start:end], start, within)


def _after(text: str, start: int, changes: Iterable[Change]) -> str:
    """A text that begins at `start` of its block after the changes."""
    return splice(text, (Edit(Span(c.at.start - start, c.at.end - start), c.text) for c in changes))


def _by_block(fixes: Iterable[Fix]) -> Changes:
    changes: defaultdict[tuple[int, int], list[tuple[Edit, Change]]] = defaultdict(list)
    for fix in fixes:
        changes[fix.article, fix.block] += zip(fix.edits, fix.changes, strict=True)
    return changes
