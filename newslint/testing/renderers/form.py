"""A way to write an article as a file."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from newslint.core.patterns import pattern
from newslint.core.segments import BlockKind
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.rules.base import Case
from newslint.testing.renderers.marks import CLOSE, OPEN, deleted_kinds, paragraphs, unmark

HEADINGS = frozenset({BlockKind.HEADLINE})
ALL = frozenset({BlockKind.HEADLINE, BlockKind.PARAGRAPH})
MARKED = pattern(f"(?s){OPEN}.*?{CLOSE}")
CONTROLS = frozenset(map(chr, [*range(9), 11, 12, *range(14, 32), 127]))


class Form(Struct, frozen=True):
    """A way to write an article as a file of a format.

    `wrap` writes a marked article; the marks must come out around the same words. `open` makes a source of
    the written text, if the text alone does not suffice. Without `gaps`, white space between paragraphs is
    not visible. In a form that `blocks_fixes`, markup or entities interrupt words and sentences: a finding
    must still have its position, and a fix must be right or refused.
    """

    name: str
    wrap: Callable[[str], str]
    format: str = "plain"
    bom: bytes = b""
    open: Callable[[str], Source] | None = None
    gaps: bool = True
    blocks_fixes: bool = False
    has_headline: bool = False
    """Whether the form adds a headline to the article."""
    missing_characters: frozenset[str] = field(default=frozenset())
    """Characters that the format cannot hold."""
    undeletable: frozenset[BlockKind] = field(default=frozenset())
    """Kinds in separate elements, which no fix may empty or delete."""

    def source(self, text: str) -> Source:
        """The file with the output of `wrap`, without marks."""
        if self.open:
            return self.open(text)
        return Source(text, f"case{FORMATS[self.format].suffixes[0]}", bom=self.bom)

    def allows_fixes_of(self, case: Case) -> bool:
        """Whether nothing blocks the fixes of a case."""
        return not self.blocks_fixes or MARKED.findall(self.wrap(case.marked)) == MARKED.findall(case.marked)

    def can_hold(self, case: Case) -> bool:
        """Whether the form can hold a case, with all its white space."""
        text, marks = unmark(case.marked)
        if case.plain and (self.format != "plain" or self.has_headline):
            return False
        if self.missing_characters & {*text, *(case.fixed or "")}:
            return False
        if (
            self.undeletable
            and case.fixed is not None
            and self.undeletable & deleted_kinds(case.marked, case.fixed)
        ):
            return False
        if self.gaps:
            return True
        inside = "".join(unmark(written)[0] for _, written in paragraphs(case.marked))
        kept = sum(len(unmark(written)[1]) for _, written in paragraphs(case.marked))
        return kept == len(marks) and bool(inside.strip())
