"""Deletes the white space beside a paragraph together with the paragraph."""

from __future__ import annotations

from itertools import takewhile

from msgspec.structs import replace

from newslint.core.diagnostics import Diagnostic, Edit
from newslint.core.positions import Span
from newslint.core.segments import BlockKind
from newslint.text.document import Block, ParsedFile


def with_gap(parsed: ParsedFile, diagnostic: Diagnostic) -> Diagnostic:
    """The same, but a paragraph goes with the white space that would be left over beside it.

    `newslint fix` leaves that to the rule blank-lines, which does not run where a person has chosen fixes.
    """
    if not (fix := diagnostic.fix) or len(fix.edits) != 1:
        return diagnostic
    block = parsed.documents[fix.article].blocks[fix.block]
    (edit,), at = fix.edits, block.span(block.whole)
    is_deleted = block.kind is not BlockKind.GAP and not edit.text and edit.span == at
    gap = _gap_to_delete(block) if is_deleted else None
    if not gap:
        return diagnostic
    beside = gap.span(gap.whole)
    both = Span(min(at.start, beside.start), max(at.end, beside.end))
    return replace(diagnostic, fix=replace(fix, edits=(Edit(both, ""),)))


def _gap_to_delete(block: Block) -> Block | None:
    """The shorter of the gaps beside a paragraph; the one before it at the end of a text, if any."""
    before, after = _gap_beside(block, -1), _gap_beside(block, 1)
    if not (before and after):
        return before or after
    return before if _is_last(block) or len(before.text) < len(after.text) else after


def _gap_beside(block: Block, step: int) -> Block | None:
    """The gap that adjoins a paragraph in its text and can be deleted, if there is one."""
    blocks, index = block.document.blocks, block.index + step
    if not 0 <= index < len(blocks) or blocks[index].kind is not BlockKind.GAP:
        return None
    gap = blocks[index]
    first, second = (gap, block) if step < 0 else (block, gap)
    adjoins = first.span(first.whole).end == second.span(second.whole).start
    is_own = adjoins and gap.source.flow == block.source.flow and gap.source.deletion() is not None
    return gap if gap.text and is_own else None


def _is_last(block: Block) -> bool:
    """Whether no other paragraph of its text follows."""
    rest = block.document.blocks[block.index + 1 :]
    own = takewhile(lambda other: other.source.flow == block.source.flow, rest)
    return all(other.kind is BlockKind.GAP for other in own)
