"""Parses a page of HTML into blocks.

A block is the text between two tags of block elements; other tags lie between its segments. The texts of
`alt`, `title` and descriptive `<meta>` are blocks, too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from newslint.core.positions import Span
from newslint.core.segments import BlockKind, BlockSource, Comment, Editability, Encoder, Segment
from newslint.core.source import Lines
from newslint.formats.comments import Comments
from newslint.formats.containers import MARKUP, ParagraphElement
from newslint.formats.html.elements import (
    FOREIGN,
    HIDDEN,
    LANGUAGES,
    META_KINDS,
    OBJECTS,
    READ_BLOCKS,
    VOID,
    WORDS,
    HtmlElement,
    Outline,
    is_block,
    is_unknown,
    kind_of,
    language_of,
)
from newslint.formats.html.page_block import PageBlock
from newslint.formats.html.text import ATTRIBUTE_ENCODERS, encode_text, segments
from newslint.formats.html.tokens import (
    Attribute,
    HtmlToken,
    HtmlTokenType,
    Scanner,
    attributes,
    is_self_closing,
)
from newslint.formats.language_tags import language_tag, with_language
from newslint.formats.math import find_templates_and_math
from newslint.formats.templates import PLACEHOLDER

END_TAG = re.compile(r"</([a-z][^\s/>]*)")
INTERESTING = re.compile(r"(?i)alt|author|caption|content|lang|line|title")
"""A pattern that every tag with an interesting attribute matches."""
NO_PROSE = re.compile(
    r"(?i)\s*(?:[a-z][a-z0-9+.-]*://\S*|\S+\.(?:avif|gif|jpe?g|mp[34]|pdf|png|svg|webp))?\s*"
)
"""URLs and file names, which some systems write as `alt` or `title`."""
UNTITLED = HIDDEN | {"link", "style"}
"""Elements whose `alt` and `title` are not read."""
XML = re.compile(r"\s*<\?xml\s")


class Page:
    """A parsed page: its blocks, comments and errors."""

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
            HtmlTokenType.TEXT: self._read_text,
            HtmlTokenType.START: self._begin,
            HtmlTokenType.END: self._end,
            HtmlTokenType.COMMENT: self._comment,
            HtmlTokenType.DECLARATION: self._mark_mixed,
        }
        scanner = Scanner(self.text, xml=self._xml)
        for token in scanner:
            if token.type is HtmlTokenType.UNCLOSED:
                self._report_unclosed(token.start, f"<{token.name}>" if token.name else "what begins here")
                return
            steps[token.type](token)
            scanner.foreign = self._outline.foreign
        if hidden := self._outline.outermost_hidden:
            self._report_unclosed(hidden.start, f"<{hidden.name}>")

    def _report_unclosed(self, start: int, what: str) -> None:
        line, _ = Lines(self.text).position(start)
        self.errors = (f"line {line}: {what} is never closed, so nothing after it was read",)

    def _comment(self, token: HtmlToken) -> None:
        self._mark_mixed(token)
        self._block.extend(token.end)
        inside = self.text[token.start + 4 : token.end - 3]
        self._comments.add(Comment(Span(token.start, token.end), inside.strip()))

    def _read_text(self, token: HtmlToken) -> None:
        place = self._outline.innermost
        if place.is_hidden:
            return
        for segment in self._segments(Span(token.start, token.end)):
            if segment.text == " ":
                self._block.add_space(segment)
            else:
                self._block.begin(place)
                self._block.add(segment, place)
                self._comments.settle()

    def _begin(self, token: HtmlToken) -> None:
        name = token.name
        self._enter(name, token)
        found: dict[str, Attribute] = {}
        if INTERESTING.search(self.text, token.start, token.end):
            found = attributes(self.text, token)
        language = language_of(found, self._outline.innermost.language)
        if not self._outline.innermost.is_hidden and not self._is_in_code(token.start):
            self._add_placeholder(name, token)
            self._describe(name, found, language)
        slash = self._xml or self._outline.foreign or name in FOREIGN
        if name not in VOID and not (slash and is_self_closing(self.text, token)):
            if name == "p":
                self._paragraph = ParagraphElement(token.start, self._outline.innermost.flow, len(self.parts))
            self._outline.open(name, kind_of(name, found), token.start, language)

    def _segments(
        self, span: Span, encoder: Encoder = encode_text, *, attribute: bool = False
    ) -> Iterator[Segment]:
        """Yield segments, with placeholders for template values, code and formulas."""
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
        """Whether a position is inside a template block without prose."""
        number = bisect_right(self._no_prose, place, key=lambda code: code.span.start) - 1
        return number >= 0 and self._no_prose[number].is_block and place < self._no_prose[number].span.end

    def _add_placeholder(self, name: str, token: HtmlToken) -> None:
        """Add a break or placeholder for an element inside a sentence."""
        place = self._outline.innermost
        shown = Segment(PLACEHOLDER, Span(token.start, token.start + 1), Editability.READ_ONLY)
        if name == "br":
            self._break(token)
        elif name in OBJECTS:
            self._block.add_placeholder(shown)
        elif name in WORDS or (not self._xml and self._stands_for_words(name)):
            self._block.begin(place)
            self._block.add(shown, place)

    def _stands_for_words(self, name: str) -> bool:
        """Whether a tag is an address or placeholder: “<anna@example.org>”, “<release>”.

        An unknown element that ends somewhere is one of a site's own.
        """
        return is_unknown(name) and name not in self._ended

    @cached_property
    def _ended(self) -> frozenset[str]:
        """The names of all end tags."""
        return frozenset(END_TAG.findall(self.text.lower()))

    def _end(self, token: HtmlToken) -> None:
        if is_block(token.name):
            self._flush()
        if token.name == "br" and not self._outline.innermost.is_hidden:
            self._break(token)
        self._outline.close(token.name)
        if is_block(token.name):
            self._end_paragraph(token.end if token.name == "p" else token.start)
        if token.name in READ_BLOCKS:
            self._comments.end(self._outline.depth, token.end)

    def _enter(self, name: str, token: HtmlToken) -> None:
        """Close the elements that cannot contain one of this name."""
        if is_block(name):
            self._flush()
        self._outline.make_room(name)
        if is_block(name):
            self._end_paragraph(token.start)
        if name in READ_BLOCKS or "-" in name:
            self._comments.begin(name, self._outline.depth, token.start)
        if name not in MARKUP:
            self._mark_mixed(token)

    def _mark_mixed(self, _: HtmlToken) -> None:
        """Note that the paragraph holds more than text and inline markup."""
        if self._paragraph:
            self._paragraph.only_text = False

    def _end_paragraph(self, end: int) -> None:
        """Make a closed paragraph with just one block its container."""
        paragraph, self._paragraph = self._paragraph, None
        if paragraph and not self._outline.in_paragraph:
            paragraph.close(self.parts, self.text, end)

    def _break(self, token: HtmlToken) -> None:
        if not self._block.add_line_break(Segment(" ", Span(token.start, token.end), Editability.READ_ONLY)):
            self._flush()

    def _flush(self) -> None:
        """End the block."""
        if self._block.legible:
            self.parts.append(self._block.block_source())
        self._block = PageBlock()

    def _describe(self, element: str, found: dict[str, Attribute], language: str) -> None:
        """Add blocks for the texts of a tag's attributes."""
        if element == "meta" and "content" in found:
            for key in ("name", "property", "itemprop", "http-equiv"):
                called = found[key].value.strip().lower() if key in found else ""
                if called in LANGUAGES:
                    self._language = self._language or language_tag(found["content"].value)
                if called in META_KINDS:
                    self._add_attribute(found["content"], called, META_KINDS[called], language)
                    return
        elif element not in UNTITLED:
            for name in ("alt", "title"):
                if name in found:
                    self._add_attribute(found[name], name, BlockKind.CAPTION, language)

    def _add_attribute(self, attribute: Attribute, name: str, kind: BlockKind, language: str) -> None:
        if NO_PROSE.fullmatch(attribute.value):
            return
        start = attribute.span.start
        block = PageBlock()
        place = HtmlElement(name, kind, name, kind, False, start, f"{name}@{start}", language)
        block.begin(place)
        for segment in self._segments(attribute.span, ATTRIBUTE_ENCODERS[attribute.quote], attribute=True):
            if segment.text == " ":
                block.add_space(segment)
            else:
                block.add(segment, place)
        if block.legible:
            self.parts.append(block.block_source())
