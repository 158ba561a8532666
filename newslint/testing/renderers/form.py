"""A way to write an article as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

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


@dataclass(frozen=True)
class Form:
    """A way to write an article as a file of a format.

    `wrap` writes a marked article; the marks must come out around the same words. `open` makes a
    source of what was written, where that takes more than the text. In a form without `gaps` nobody
    sees the white space between paragraphs. In a form that `hinders`, markup or entities stand in the
    middle of words and sentences: a finding must be at its place there, and a fix right or not made.
    """

    name: str
    wrap: Callable[[str], str]
    format: str = "plain"
    bom: bytes = b""
    open: Callable[[str], Source] | None = None
    gaps: bool = True
    hinders: bool = False
    heads: bool = False
    """Whether a headline of its own stands above the article."""
    lacks: frozenset[str] = field(default=frozenset())
    """Characters that the format cannot hold."""
    keeps: frozenset[BlockKind] = field(default=frozenset())
    """What stands in elements of its own here, which no fix may empty or delete."""

    def source(self, text: str) -> Source:
        """The file that holds what `wrap` wrote, once it is without marks."""
        if self.open:
            return self.open(text)
        return Source(text, f"case{FORMATS[self.format].suffixes[0]}", bom=self.bom)

    def spares(self, case: Case) -> bool:
        """Whether nothing hinders the fixes of a case: the marked words are written as they are."""
        return not self.hinders or MARKED.findall(self.wrap(case.marked)) == MARKED.findall(case.marked)

    def takes(self, case: Case) -> bool:
        """Whether a case can be written in this form: none of it is white space that the form drops."""
        text, marks = unmark(case.marked)
        if case.plain and (self.format != "plain" or self.heads):
            return False
        if self.lacks & {*text, *(case.fixed or "")}:
            return False
        if self.keeps and case.fixed is not None and self.keeps & deleted_kinds(case.marked, case.fixed):
            return False
        if self.gaps:
            return True
        inside = "".join(unmark(written)[0] for _, written in paragraphs(case.marked))
        kept = sum(len(unmark(written)[1]) for _, written in paragraphs(case.marked))
        return kept == len(marks) and bool(inside.strip())
