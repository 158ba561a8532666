"""Text inside text: the value of a string, with its way back to the file that writes it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from newslint.core.positions import Range, Span
from newslint.core.segments import BlockSource, Editability, Encoder, Segment, identity


def carried(inner: Iterable[BlockSource], outer: BlockSource) -> Iterator[BlockSource]:
    """Parts that were read in the text of `outer`, as parts of the file that holds it.

    A piece can be replaced where the inner text and the file both allow it; new text is written as
    the inner format demands, and that as the file does. What the file interrupts, by a comment say,
    cannot be replaced as a whole. Parts take the name of `outer`.
    """
    for part in inner:
        segments = tuple(carried for segment in part.segments for carried in _pieces(segment, outer))
        yield BlockSource(part.kind, segments, outer.name)


def _pieces(segment: Segment, outer: BlockSource) -> Iterator[Segment]:
    if segment.editability is Editability.EDITABLE:
        for holder, at in _around(segment.span, outer):
            yield _verbatim(segment, holder, at)
        return
    shown = Range(segment.span.start, segment.span.end)
    around = list(_around(segment.span, outer))
    loose = segment.editability is Editability.ATOMIC and all(
        holder.editability is not Editability.READ_ONLY for holder, _ in around
    )
    loose = loose and all(one.span.end == other.span.start for (one, _), (other, _) in pairwise(around))
    encoder = _both(segment.encoder, around[0][0].encoder)
    yield Segment(
        segment.text, outer.span(shown), Editability.ATOMIC if loose else Editability.READ_ONLY, encoder
    )


def _around(shown: Span, outer: BlockSource) -> Iterator[tuple[Segment, int]]:
    """The pieces that show a stretch of the outer text, each with where it begins there."""
    number = max(bisect_right(outer.starts, shown.start) - 1, 0)
    while number < len(outer.segments) and outer.starts[number] < shown.end:
        yield outer.segments[number], outer.starts[number]
        number += 1


def _verbatim(segment: Segment, holder: Segment, at: int) -> Segment:
    """What of a verbatim piece stands in a piece of the outer text that begins there at `at`."""
    start = max(segment.span.start - at, 0)
    end = min(segment.span.end - at, len(holder.text))
    whole = end - start == len(holder.text)
    encoder = holder.encoder if segment.encoder is identity else _both(segment.encoder, holder.encoder)
    if whole and encoder is holder.encoder:
        return holder
    if holder.editability is Editability.EDITABLE:
        span = Span(holder.span.start + start, holder.span.start + end)
        return Segment(holder.text[start:end], span, Editability.EDITABLE, encoder)
    editability = holder.editability if whole else Editability.READ_ONLY
    return Segment(holder.text[start:end], holder.span, editability, encoder)


@lru_cache(maxsize=64)
def _both(inner: Encoder, outer: Encoder) -> Encoder:
    """New text as the inner format writes it, written as the outer one does."""

    def spelled(text: str) -> str | None:
        written = inner(text)
        return None if written is None else outer(written)

    return spelled
