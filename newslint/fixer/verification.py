"""Verifies fixes by parsing the result: only the intended text may change.

A file consists of markup and prose in turn. After the fixes every part must be what it was, except for the
changes in the prose. This one check holds for all formats; no parser has one of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newslint.core.diagnostics import Change, Edit, Fix
from newslint.core.errors import ParseError, SourceError
from newslint.core.positions import Span
from newslint.core.segments import BlockKind, BlockSource
from newslint.core.source import Source, splice
from newslint.text.document import Block, ParsedFile

Changes = Mapping[tuple[int, int], Sequence[tuple[Edit, Change]]]
"""The changes by article and block, each with its edit."""


class NotVerified(ValueError):
    """A fix was not applied, for the reason that the message gives."""


def verify(parsed: ParsedFile, fixes: Sequence[Fix], parse: Callable[[Source], ParsedFile]) -> ParsedFile:
    """The file after the fixes, if parsing its new bytes confirms them.

    Raises:
        NotVerified: the file would say something else, or could not be written or parsed.

    """
    if not fixes:
        return parsed
    edits = [edit for fix in fixes for edit in fix.edits]
    try:
        intended = parsed.source.with_edits(edits)
        source = intended.reread()
        after = parse(source)
    except SourceError as error:
        raise NotVerified(f"the result cannot be written: {error}") from None
    except ParseError as error:
        raise NotVerified(f"the result cannot be parsed: {error}") from None
    same_rest = after.errors == parsed.errors and after.frame == parsed.frame
    if source.text != intended.text or not same_rest:
        raise NotVerified("parsed again, the file says something else")
    if list(split_prose_and_markup(parsed, _by_block(fixes))) != list(split_prose_and_markup(after)):
        raise NotVerified("parsed again, the file says something else")
    return after


def changed_texts(texts: Sequence[str], fixes: Iterable[Fix]) -> dict[int, str]:
    """The text of each changed block of an article afterwards, by index."""
    changes: defaultdict[int, list[Change]] = defaultdict(list)
    for fix in fixes:
        changes[fix.block] += fix.changes
    return {block: _apply(texts[block], 0, changes[block]) for block in sorted(changes)}


def split_prose_and_markup(parsed: ParsedFile, changes: Changes | None = None) -> Iterator[str]:
    """The markup and prose of a file after the changes, in turn.

    Runs come in the order of the file, where a block may lie inside another. Adjoining runs are one, so that
    a block may move its end into the next; an emptied run disappears.
    """
    text, at, markup, prose = parsed.source.text, 0, "", ""
    for span, shown in sorted(_all_runs(parsed, changes or {}), key=lambda run: run[0]):
        if span.start != at and prose:
            yield markup
            yield prose
            markup = prose = ""
        markup += text[at : span.start] if at <= span.start else f"back to {span.start - at}"
        prose, at = prose + shown, span.end
    if prose:
        yield markup
        yield prose
        markup = ""
    yield markup + text[at:]


def _all_runs(parsed: ParsedFile, changes: Changes) -> Iterator[tuple[Span, str]]:
    for document in parsed.documents:
        for block in document.blocks:
            if block.kind is not BlockKind.GAP or not _is_deleted(block, changes):
                yield from _runs(block, changes.get((document.index, block.index), ()))


def _is_deleted(gap: Block, changes: Changes) -> bool:
    """Whether a gap is deleted with the paragraph before or after it."""
    beside = (changes.get((gap.document.index, gap.index + step), ()) for step in (-1, 1))
    spans = [edit.span for pairs in beside for edit, _ in pairs]
    if not spans:
        return False
    at = gap.span(gap.whole)
    return any(span.start <= at.start and at.end <= span.end for span in spans)


def _runs(block: Block, changes: Sequence[tuple[Edit, Change]]) -> Iterator[tuple[Span, str]]:
    """Each run of adjoining segments, and its text after the changes."""
    source = block.source
    if any(edit.span == source.container or _reaches_out(edit.span, source) for edit, _ in changes):
        yield changes[0][0].span, ""  # the block goes with its container, or with the gap beside it
        return
    runs: list[tuple[Span, int, int]] = []
    for segment, start in zip(source.segments, source.starts, strict=True):
        end = start + len(segment.text)
        if runs and runs[-1][0].end == segment.span.start:
            runs[-1] = (Span(runs[-1][0].start, segment.span.end), runs[-1][1], end)
        else:
            runs.append((segment.span, start, end))
    for span, start, end in runs:
        within = [c for edit, c in changes if span.start <= edit.span.start and edit.span.end <= span.end]
        yield span, _apply(source.text[start:end], start, within)


def _reaches_out(span: Span, source: BlockSource) -> bool:
    """Whether a span holds more of the file than a block."""
    return span.start < source.segments[0].span.start or span.end > source.segments[-1].span.end


def _apply(text: str, start: int, changes: Iterable[Change]) -> str:
    """A text that begins at `start` of its block after the changes."""
    return splice(text, (Edit(Span(c.at.start - start, c.at.end - start), c.text) for c in changes))


def _by_block(fixes: Iterable[Fix]) -> Changes:
    changes: defaultdict[tuple[int, int], list[tuple[Edit, Change]]] = defaultdict(list)
    for fix in fixes:
        changes[fix.article, fix.block] += zip(fix.edits, fix.changes, strict=True)
    return changes
