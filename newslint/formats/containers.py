"""The elements and blank lines that are deleted along with a paragraph."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import BlockSource
from newslint.formats.templates import has_templates

LINE_END = pattern(r"\r\n|[\n\r]")
PARAGRAPHS = frozenset({"p", "para", "paragraph"})
"""Elements that are deleted with their text; other elements may mean something even when empty."""
MARKUP = frozenset(
    "a abbr b big br cite em font i mark q s small span strike strong sub sup tt u".split()  # noqa: SIM905
)
"""Elements that may be deleted with the text inside."""
BLANK = " \t"
WHITE = " \t\r\n"


class ParagraphElement(Struct):
    """An open paragraph element."""

    start: int
    flow: str
    parts: int
    only_text: bool = True
    """Whether it holds only text and inline markup."""

    def close(self, parts: list[BlockSource], text: str, end: int) -> None:
        """Make it the container of its block, if nothing else is there."""
        alone = self.only_text and len(parts) == self.parts + 1
        if alone and not has_templates(text[self.start : end]):
            container = with_white_space(text, Span(self.start, end))
            parts[-1] = replace(parts[-1], flow=self.flow, container=container)


def with_white_space(text: str, span: Span) -> Span:
    """Extend a span by the white space to delete with it.

    Of the white space before and after, the larger part is kept: the neighbours stay as far apart as they
    were, and the file ends as it did. A span that shares its line with other text is returned unchanged.
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
