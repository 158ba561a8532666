"""The blocks of a page of HTML.

A block is the text between two tags of blocks; tags of other elements stand between its pieces. The
texts of `alt`, `title` and descriptive `<meta>` are blocks of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint.core.positions import Span
from newslint.core.segments import BlockKind, BlockSource, Comment, Editability, Encoder, Segment
from newslint.core.source import Lines
from newslint.formats.comments import Comments
from newslint.formats.containers import MARKUP, ParagraphElement
from newslint.formats.html.elements import (
    DESCRIBED,
    FOREIGN,
    HIDDEN,
    LANGUAGES,
    OBJECTS,
    READ_BLOCKS,
    VOID,
    WORDS,
    Open,
    Outline,
    is_block,
    kind_of,
    language_of,
)
from newslint.formats.html.page_block import PageBlock
from newslint.formats.html.text import SPELLINGS, as_text, segments
from newslint.formats.html.tokens import (
    Attribute,
    HtmlToken,
    HtmlTokenType,
    Scanner,
    attributes,
    closed_at_once,
)
from newslint.formats.language_tags import language_tag, with_language
from newslint.formats.math import find_templates_and_math
from newslint.formats.templates import PLACEHOLDER

TELLING = re.compile(r"(?i)alt|author|caption|content|lang|line|title")
"""What a tag must hold if any of its attributes is to be of interest."""
NO_PROSE = re.compile(
    r"(?i)\s*(?:[a-z][a-z0-9+.-]*://\S*|\S+\.(?:avif|gif|jpe?g|mp[34]|pdf|png|svg|webp))?\s*"
)
"""Addresses and names of files, which some systems write as `alt` or `title`."""
UNTITLED = HIDDEN | {"link", "style"}
"""Elements whose `title` nobody reads, or that are no prose as a whole."""
XML = re.compile(r"\s*<\?xml\s")


class Page:
    """A text read as HTML: its blocks and comments in order, and what it lost to what is never closed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[BlockSource] = []
        self.errors: tuple[str, ...] = ()
        self._comments = Comments()
        self._outline = Outline()
        self._block = PageBlock()
        self._paragraph: ParagraphElement | None = None
        self._language = ""
        self._no_prose = find_templates_and_math(text)
        self._xml = bool(XML.match(text))
        self._scan()
        self._flush()
        self._comments.end(0, len(text))
        self.comments = self._comments.found
        self.parts = with_language(self.parts, self._language)
        self.parts.sort(key=lambda part: part.segments[0].span.start)

    def _scan(self) -> None:
        steps = {
            HtmlTokenType.TEXT: self._read,
            HtmlTokenType.START: self._begin,
            HtmlTokenType.END: self._end,
            HtmlTokenType.COMMENT: self._comment,
            HtmlTokenType.DECLARATION: self._hold_more,
        }
        scanner = Scanner(self.text, xml=self._xml)
        for token in scanner:
            if token.type is HtmlTokenType.UNCLOSED:
                self._lose(token.start, f"<{token.name}>" if token.name else "what begins here")
                return
            steps[token.type](token)
            scanner.foreign = self._outline.foreign
        if hidden := self._outline.outermost_hidden:
            self._lose(hidden.start, f"<{hidden.name}>")

    def _lose(self, start: int, what: str) -> None:
        line, _ = Lines(self.text).position(start)
        self.errors = (f"line {line}: {what} is never closed, so nothing after it was read",)

    def _comment(self, token: HtmlToken) -> None:
        self._hold_more(token)
        self._block.reach(token.end)
        inside = self.text[token.start + 4 : token.end - 3]
        self._comments.add(Comment(Span(token.start, token.end), inside.strip()))

    def _read(self, token: HtmlToken) -> None:
        place = self._outline.innermost
        if place.hidden:
            return
        for segment in self._segments(Span(token.start, token.end)):
            if segment.text == " ":
                self._block.space(segment)
            else:
                self._block.begin(place)
                self._block.add(segment, place)
                self._comments.settle()

    def _begin(self, token: HtmlToken) -> None:
        name = token.name
        self._enter(name, token)
        found: dict[str, Attribute] = {}
        if TELLING.search(self.text, token.start, token.end):
            found = attributes(self.text, token)
        language = language_of(found, self._outline.innermost.language)
        if not self._outline.innermost.hidden and not self._is_in_code(token.start):
            self._stand_in(name, token)
            self._describe(name, found, language)
        slash = self._xml or self._outline.foreign or name in FOREIGN
        if name not in VOID and not (slash and closed_at_once(self.text, token)):
            if name == "p":
                self._paragraph = ParagraphElement(token.start, self._outline.innermost.flow, len(self.parts))
            self._outline.open(name, kind_of(name, found), token.start, language)

    def _segments(
        self, span: Span, encoder: Encoder = as_text, *, attribute: bool = False
    ) -> Iterator[Segment]:
        """The pieces of a stretch of text, with a placeholder for a template value, code or a formula."""
        first = bisect_right(self._no_prose, span.start, key=lambda code: code.span.end)
        at = span.start
        for code in self._no_prose[first:]:
            if code.span.start >= span.end:
                break
            yield from segments(self.text, Span(at, code.span.start), encoder, attribute=attribute)
            at = min(code.span.end, span.end)
            if code.span.start >= span.start and (code.is_value or code.is_block):
                yield Segment(PLACEHOLDER, Span(code.span.start, at), Editability.READ_ONLY)
        yield from segments(self.text, Span(at, span.end), encoder, attribute=attribute)

    def _is_in_code(self, place: int) -> bool:
        """Whether a place lies in a template block that holds no prose."""
        number = bisect_right(self._no_prose, place, key=lambda code: code.span.start) - 1
        return number >= 0 and self._no_prose[number].is_block and place < self._no_prose[number].span.end

    def _stand_in(self, name: str, token: HtmlToken) -> None:
        """Read what an element shows in the middle of a sentence that is no text."""
        place = self._outline.innermost
        shown = Segment(PLACEHOLDER, Span(token.start, token.start + 1), Editability.READ_ONLY)
        if name == "br":
            self._break(token)
        elif name in OBJECTS:
            self._block.stand_in(shown)
        elif name in WORDS:
            self._block.begin(place)
            self._block.add(shown, place)

    def _end(self, token: HtmlToken) -> None:
        if is_block(token.name):
            self._flush()
        if token.name == "br" and not self._outline.innermost.hidden:
            self._break(token)
        self._outline.close(token.name)
        if is_block(token.name):
            self._end_paragraph(token.end if token.name == "p" else token.start)
        if token.name in READ_BLOCKS:
            self._comments.end(self._outline.depth, token.end)

    def _enter(self, name: str, token: HtmlToken) -> None:
        """End what an element cannot stand in."""
        if is_block(name):
            self._flush()
        self._outline.make_room(name)
        if is_block(name):
            self._end_paragraph(token.start)
        if name in READ_BLOCKS or "-" in name:
            self._comments.begin(name, self._outline.depth, token.start)
        if name not in MARKUP:
            self._hold_more(token)

    def _hold_more(self, _: HtmlToken) -> None:
        """Something stands in the paragraph that is neither its text nor markup of it."""
        if self._paragraph:
            self._paragraph.only_text = False

    def _end_paragraph(self, end: int) -> None:
        """Make a paragraph that holds just one block its container, if it ended."""
        paragraph, self._paragraph = self._paragraph, None
        if paragraph and not self._outline.in_paragraph:
            paragraph.close(self.parts, self.text, end)

    def _break(self, token: HtmlToken) -> None:
        if not self._block.break_line(Segment(" ", Span(token.start, token.end), Editability.READ_ONLY)):
            self._flush()

    def _flush(self) -> None:
        """End the block."""
        if self._block.legible:
            self.parts.append(self._block.block_source())
        self._block = PageBlock()

    def _describe(self, element: str, found: dict[str, Attribute], language: str) -> None:
        """Make blocks of what the attributes of a tag say."""
        if element == "meta" and "content" in found:
            for key in ("name", "property", "itemprop", "http-equiv"):
                called = found[key].value.strip().lower() if key in found else ""
                if called in LANGUAGES:
                    self._language = self._language or language_tag(found["content"].value)
                if called in DESCRIBED:
                    self._quote(found["content"], called, DESCRIBED[called], language)
                    return
        elif element not in UNTITLED:
            for name in ("alt", "title"):
                if name in found:
                    self._quote(found[name], name, BlockKind.CAPTION, language)

    def _quote(self, attribute: Attribute, name: str, kind: BlockKind, language: str) -> None:
        if NO_PROSE.fullmatch(attribute.value):
            return
        start = attribute.span.start
        block = PageBlock()
        place = Open(name, kind, name, kind, False, start, f"{name}@{start}", language)
        block.begin(place)
        for segment in self._segments(attribute.span, SPELLINGS[attribute.quote], attribute=True):
            if segment.text == " ":
                block.space(segment)
            else:
                block.add(segment, place)
        if block.legible:
            self.parts.append(block.block_source())
