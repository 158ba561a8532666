"""What goes with the text of a paragraph when all of it is deleted: its element, and lines around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import BlockSource
from newslint.formats.templates import has_templates

LINE_END = pattern(r"\r\n|[\n\r]")
PARAGRAPHS = frozenset({"p", "para", "paragraph"})
"""Elements that are deleted with their text; an empty one of another name may still mean something."""
MARKUP = frozenset(
    "a abbr b big br cite em font i mark q s small span strike strong sub sup tt u".split()  # noqa: SIM905
)
"""Elements that may go with the text in them."""
BLANK = " \t"
WHITE = " \t\r\n"


@dataclass(slots=True)
class ParagraphElement:
    """A paragraph: where it begins, in which flow, and how many blocks came before it."""

    start: int
    flow: str
    parts: int
    only_text: bool = True
    """Whether it holds nothing but text and what marks it up."""

    def close(self, parts: list[BlockSource], text: str, end: int) -> None:
        """Make it the container of its block, if it holds just one block and nothing else."""
        alone = self.only_text and len(parts) == self.parts + 1
        if alone and not has_templates(text[self.start : end]):
            container = with_white_space(text, Span(self.start, end))
            parts[-1] = replace(parts[-1], flow=self.flow, container=container)


def with_white_space(text: str, span: Span) -> Span:
    """A span with the white space that goes with it, if it stands alone on its lines.

    Of the white space before and behind, the larger remains: the neighbours stay as far apart as they were,
    and a file ends as it did. A span beside other text on its line is returned as it is.
    """
    start, end = _skip_back(text, span.start, WHITE), _skip(text, span.end, WHITE)
    before, behind = LINE_END.findall(text, start, span.start), LINE_END.findall(text, span.end, end)
    if (start and not before) or (end < len(text) and not behind):
        return span
    if start and (end == len(text) or len(behind) > len(before)):
        return Span(start, _skip(text, span.end, BLANK))
    last_line_end = max(text.rfind("\n", span.end, end), text.rfind("\r", span.end, end))
    return Span(_skip_back(text, span.start, BLANK), max(last_line_end + 1, span.end))


def _skip(text: str, at: int, letters: str) -> int:
    while at < len(text) and text[at] in letters:
        at += 1
    return at


def _skip_back(text: str, at: int, letters: str) -> int:
    while at and text[at - 1] in letters:
        at -= 1
    return at
