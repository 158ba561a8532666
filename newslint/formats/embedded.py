"""Converts blocks parsed inside a string value to blocks of the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from newslint.core.diagnostics import Change
from newslint.core.positions import Range, Span
from newslint.core.segments import BlockSource, Comment, Editability, Encoder, Segment, identity


def lift_blocks(inner: Iterable[BlockSource], outer: BlockSource) -> Iterator[BlockSource]:
    """Yield blocks parsed in the text of `outer` as its own.

    A segment can be replaced if both the inner format and the file allow it; new text is encoded for the
    inner format, then for the file. Markup of the file inside a segment makes it read-only. Blocks take the
    name of `outer`; their flows are nested in its flow, and a block without a language has that of `outer`.
    A block whose container cannot be deleted has its own flow.
    """
    for block in inner:
        container = _lift_container(block.container, outer)
        yield BlockSource(
            block.kind,
            tuple(lifted for segment in block.segments for lifted in _lift_segment(segment, outer)),
            outer.name,
            _lift_flow(block, outer, alone=container is None),
            block.language or outer.language,
            block.foreign,
            container,
        )


def lift_comment(comment: Comment, outer: BlockSource) -> Comment:
    """Convert a comment in the text of `outer` to its file."""
    target = comment.target and outer.span(Range(comment.target.start, comment.target.end))
    return Comment(outer.span(Range(comment.span.start, comment.span.end)), comment.text, target)


def _lift_flow(block: BlockSource, outer: BlockSource, *, alone: bool) -> str:
    """The flow of an inner block; the main flow is `outer`'s."""
    flow = f"alone@{block.segments[0].span.start}" if block.container and alone else block.flow
    return f"{outer.flow}/{outer.segments[0].span.start}/{flow}" if flow else outer.flow


def _lift_container(container: Span | None, outer: BlockSource) -> Span | None:
    """The span of the file that covers exactly a container, if any."""
    if container is None:
        return None
    edit = outer.edit(Change(Range(container.start, container.end), ""))
    return edit.span if edit else None


def _lift_segment(segment: Segment, outer: BlockSource) -> Iterator[Segment]:
    around = list(_segments_around(segment.span, outer))
    if segment.editability is Editability.EDITABLE and around:
        yield from (_lift_verbatim(segment, holder, at) for holder, at in around)
        return
    holders = [holder for holder, _ in around]
    replaceable = (
        segment.editability is Editability.ATOMIC
        and all(holder.editability is not Editability.READ_ONLY for holder in holders)
        and all(one.span.end == other.span.start for one, other in pairwise(holders))
    )
    yield Segment(
        segment.text,
        outer.span(Range(segment.span.start, segment.span.end)),
        Editability.ATOMIC if replaceable else Editability.READ_ONLY,
        _compose(segment.encoder, holders[0].encoder) if holders else segment.encoder,
    )


def _segments_around(span: Span, outer: BlockSource) -> Iterator[tuple[Segment, int]]:
    """Yield outer segments that overlap a span, with their offsets."""
    number = max(bisect_right(outer.starts, span.start) - 1, 0)
    while number < len(outer.segments) and outer.starts[number] < span.end:
        yield outer.segments[number], outer.starts[number]
        number += 1


def _lift_verbatim(segment: Segment, holder: Segment, at: int) -> Segment:
    """The part of an editable segment inside an outer segment at `at`."""
    start = max(segment.span.start - at, 0)
    end = min(segment.span.end - at, len(holder.text))
    whole = end - start == len(holder.text)
    encoder = holder.encoder if segment.encoder is identity else _compose(segment.encoder, holder.encoder)
    if whole and encoder is holder.encoder:
        return holder
    if holder.editability is Editability.EDITABLE:
        span = Span(holder.span.start + start, holder.span.start + end)
        return Segment(holder.text[start:end], span, Editability.EDITABLE, encoder)
    editability = holder.editability if whole else Editability.READ_ONLY
    return Segment(holder.text[start:end], holder.span, editability, encoder)


@lru_cache(maxsize=64)
def _compose(inner: Encoder, outer: Encoder) -> Encoder:
    """An encoder for the inner format followed by the outer one."""

    def encode(text: str) -> str | None:
        encoded = inner(text)
        return None if encoded is None else outer(encoded)

    return encode
