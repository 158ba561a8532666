"""Text inside text: the value of a string, with its way back to the file that writes it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from newslint.core.positions import Range, Span
from newslint.core.segments import BlockSource, Editability, Encoder, Segment, as_it_is


def carried(inner: Iterable[BlockSource], outer: BlockSource) -> Iterator[BlockSource]:
    """Parts that were read in the text of `outer`, as parts of the file that holds it.

    A piece can be replaced where the inner text and the file both allow it; new text is written as
    the inner format demands, and that as the file does. What the file interrupts, by a comment say,
    cannot be replaced as a whole. Parts take the name of `outer`.
    """
    for part in inner:
        pieces = tuple(carried for piece in part.pieces for carried in _pieces(piece, outer))
        yield BlockSource(part.kind, pieces, outer.name)


def _pieces(piece: Segment, outer: BlockSource) -> Iterator[Segment]:
    if piece.grip is Editability.EDITABLE:
        for holder, at in _around(piece.span, outer):
            yield _verbatim(piece, holder, at)
        return
    shown = Range(piece.span.start, piece.span.end)
    around = list(_around(piece.span, outer))
    loose = piece.grip is Editability.ATOMIC and all(
        holder.grip is not Editability.READ_ONLY for holder, _ in around
    )
    loose = loose and all(one.span.end == other.span.start for (one, _), (other, _) in pairwise(around))
    spell = _both(piece.spell, around[0][0].spell)
    yield Segment(
        piece.text, outer.span(shown), Editability.ATOMIC if loose else Editability.READ_ONLY, spell
    )


def _around(shown: Span, outer: BlockSource) -> Iterator[tuple[Segment, int]]:
    """The pieces that show a stretch of the outer text, each with where it begins there."""
    number = max(bisect_right(outer.starts, shown.start) - 1, 0)
    while number < len(outer.pieces) and outer.starts[number] < shown.end:
        yield outer.pieces[number], outer.starts[number]
        number += 1


def _verbatim(piece: Segment, holder: Segment, at: int) -> Segment:
    """What of a verbatim piece stands in a piece of the outer text that begins there at `at`."""
    start = max(piece.span.start - at, 0)
    end = min(piece.span.end - at, len(holder.text))
    whole = end - start == len(holder.text)
    spell = holder.spell if piece.spell is as_it_is else _both(piece.spell, holder.spell)
    if whole and spell is holder.spell:
        return holder
    if holder.grip is Editability.EDITABLE:
        span = Span(holder.span.start + start, holder.span.start + end)
        return Segment(holder.text[start:end], span, Editability.EDITABLE, spell)
    grip = holder.grip if whole else Editability.READ_ONLY
    return Segment(holder.text[start:end], holder.span, grip, spell)


@lru_cache(maxsize=64)
def _both(inner: Encoder, outer: Encoder) -> Encoder:
    """New text as the inner format writes it, written as the outer one does."""

    def spelled(text: str) -> str | None:
        written = inner(text)
        return None if written is None else outer(written)

    return spelled
