"""Builds the blocks of a Markdown text from parser events (pulldown-cmark).

Text between markup is editable. A line end inside a paragraph reads as one space, together with the
quotation marks and the indentation of the next line, and can be replaced as a whole; so can a backslash with
the character it escapes. Entities and reference labels are read-only. Code, images and autolinks inside a
sentence read as one `GAP_FILLER`, so that the words around them do not appear adjacent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

import pyromark
from msgspec import Struct, field

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import BlockKind, BlockSource, Editability, Encoder, Segment
from newslint.formats.comments import Comments
from newslint.formats.containers import MARKUP, with_white_space
from newslint.formats.markdown.encoding import encode_cell, encode_paragraph, reject_text
from newslint.formats.markdown.events import (
    ADDRESSES,
    FLOWS,
    INLINE,
    LABELS,
    OPTIONS,
    TAG,
    UNREAD_BLOCKS,
    UNREAD_TAGS,
    WHOLE_BLOCKS,
)
from newslint.formats.markdown.exclusions import GAP_FILLER, Exclusions, Filler, TableMargin
from newslint.formats.markdown.offsets import Offsets

LONE_RETURN = pattern(r"\r(?!\n)")
"""A line end in CommonMark that the parser does not always recognise; a line feed is as long."""
FOLD = pattern(r"[ \t>\r\n]*")
AFTER_A_NAME = pattern(r"[,.;:?!)](?!\S)")
"""Text after a tag that is mentioned rather than used: “use <b>, then”."""


def parse_body(text: str, start: int, language: str = "", no_prose: Iterable[Filler] = ()) -> Body:
    """Parse the Markdown that begins at `start` into blocks and comments."""
    text = LONE_RETURN.sub("\n", text)
    walker = Body(text, Offsets(text, start), Exclusions(text, start, no_prose), language)
    walker.frame.update(b"%d doubtful places" % len(walker.exclusions.doubtful))
    for event, at in pyromark.events_with_range(text[start:], options=OPTIONS):
        walker.take(event, at["start"], at["end"])
    walker.close_block()
    return walker


class Body(Struct):
    """Collects segments from events until a block begins or ends.

    `frame` is a digest of all events except text, line ends and paragraphs.
    """

    text: str
    offset: Offsets
    exclusions: Exclusions
    language: str
    parts: list[BlockSource] = field(default_factory=list)
    comments: Comments = field(default_factory=Comments)
    frame: hashlib.blake2b = field(default_factory=hashlib.blake2b)
    segments: list[Segment] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    encoder: Encoder = encode_paragraph
    flows: list[str] = field(default_factory=list)
    """The open elements with their own flow."""
    paragraph: Span | None = None
    """The open paragraph of the article's body."""
    around: list[list[Segment]] = field(default_factory=list)
    """The segments around each open image."""
    captions: list[list[Segment]] = field(default_factory=list)
    links: list[bool] = field(default_factory=list)
    """For each open link, whether its text may be edited."""
    fold: tuple[int, Editability] | None = None
    """The end of a line whose successor has not begun, and its editability."""
    unread: str = ""
    """The open tag or block whose content is not prose."""
    note: bool | None = None
    """In a footnote, whether its first block has ended."""
    lists: int = 0
    """How many definition lists are open."""
    tables: TableMargin = field(default_factory=TableMargin)
    end: int = 0
    """The end of the last text."""
    tag: tuple[str, int] = "", 0
    """The name of the last tag, and its end."""

    def take(self, event: Any, start: int, end: int) -> None:  # noqa: ANN401 - the parser is untyped
        """Handle an event with its byte range."""
        if isinstance(event, str):
            self._break(event, start, end)
            return
        ((name, value),) = event.items()
        if name != "Text" and value != "Paragraph":
            self.frame.update(f"{name} {value}".encode())
        if name == "Text":
            if not self.unread:
                self._text(value, self.offset(start), self.offset(end))
        elif name == "Start":
            self._open(value, start, end)
        elif name == "End":
            self._close(value if isinstance(value, str) else next(iter(value)))
        else:
            self._within(name, value, start, end)

    def _within(self, name: str, value: str, start: int, end: int) -> None:
        """Handle code, tags and footnote references inside text."""
        if name == "Code":
            self._object(self.offset(start), self.offset(end))
        elif name == "InlineHtml":
            self._html(value, self.offset(start), self.offset(end))
        elif name == "FootnoteReference":
            self._unfold(self.offset(start))

    def _break(self, event: str, start: int, end: int) -> None:
        if event == "Rule":
            self.frame.update(b"Rule")
            self.close_block()
        elif not self.unread:
            editability = Editability.READ_ONLY if event == "HardBreak" else Editability.ATOMIC
            at = self.offset(start)
            self.fold = (self.end if self.text[self.end : at].isspace() else at), editability
            self.end = self.offset(end)

    def _open(self, tag: str | Mapping[str, Any], start: int, end: int) -> None:
        name, facts = (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
        if name in INLINE:
            self._unfold(self.offset(start))
            if name in ("Link", "Image"):
                self._begin_link(facts["link_type"], start, end)  # type: ignore[index]
            if name == "Image":
                self._begin_image(self.offset(start))
            return
        self.close_block()
        if name in WHOLE_BLOCKS and self.comments.are_waiting:
            self.comments.aim(self._trimmed_span(start, end))
        elif name in UNREAD_BLOCKS:
            self.unread = name
            self.comments.find(self.text, Span(self.offset(start), self.offset(end)))
            return
        else:
            self.comments.settle()
        if name in FLOWS:
            self.flows.append(f"{name}@{self.offset(start)}")
        self._open_block(name, start, end)

    def _open_block(self, name: str, start: int, end: int) -> None:
        if name == "Paragraph" and not self.flows:
            self.paragraph = self._trimmed_span(start, end)
        elif name == "FootnoteDefinition":
            self.note = False
        elif name == "DefinitionList":
            self.lists += 1
        elif name == "Heading":
            self.kind = BlockKind.HEADLINE
        elif name in ("Table", "TableRow", "TableCell"):
            self.encoder = encode_cell if name == "TableCell" else self.encoder
            self.tables.open(name, self.text, self.offset(start))

    def _trimmed_span(self, start: int, end: int) -> Span:
        """The span of a byte range, without trailing white space."""
        first, last = self.offset(start), self.offset(end)
        return Span(first, first + len(self.text[first:last].rstrip()))

    def _close(self, name: str) -> None:
        if name not in INLINE:
            self.close_block()
            self.kind, self.encoder = BlockKind.PARAGRAPH, encode_paragraph
            self.lists -= name == "DefinitionList"
            if name in FLOWS:
                self.flows.pop()
            self.tables.close(name)
            if name == "FootnoteDefinition":
                self.note = None
        elif name in ("Link", "Image"):
            self.links.pop()
            self.unread = "" if self.unread == "address" else self.unread
            if name == "Image":
                self.fold = None
                self.captions.append(self.segments)
                self.segments = self.around.pop()

    def _begin_link(self, link_type: str, start: int, end: int) -> None:
        self.links.append(link_type not in LABELS)
        if link_type in ADDRESSES and not self.unread:
            self._object(self.offset(start), self.offset(end))
            self.unread = "address"

    def _begin_image(self, at: int) -> None:
        self._add(GAP_FILLER, Span(at, at), Editability.READ_ONLY)
        self.around.append(self.segments)
        self.segments = []

    def _text(self, shown: str, start: int, end: int) -> None:
        """Add a text; a backslash before it belongs to its first character."""
        first = start
        while first > self.end and self.text[first - 1] == "\\":
            first -= 1
        self._unfold(first)
        encoder = self.encoder if all(self.links) else reject_text
        if self.text[start:end] != shown:
            self._add(shown, Span(start, end), Editability.READ_ONLY)
        elif first == start:
            self._add(shown, Span(start, end), Editability.EDITABLE, encoder)
        else:
            escaped = Editability.ATOMIC if start - first == 1 else Editability.READ_ONLY
            self._add(shown[0], Span(first, start + 1), escaped, encoder)
            if shown[1:]:
                self._add(shown[1:], Span(start + 1, end), Editability.EDITABLE, encoder)
        self.end = end

    def _object(self, start: int, end: int) -> None:
        if not self.unread:
            self._unfold(start)
            self._add(GAP_FILLER, Span(start, end), Editability.READ_ONLY)
        self.end = end

    def _html(self, tag: str, start: int, end: int) -> None:
        """Skip a tag, but keep comments; a line break is a space."""
        if self.unread:
            if tag.lower().startswith(f"</{self.unread}"):
                self.unread = ""
            self.end = end
            return
        self._unfold(start)
        self.end = end
        named = TAG.match(tag)
        if tag.startswith("<!--"):
            self.comments.find(self.text, Span(start, end))
            self.comments.settle()
            self._add(
                "", Span(end, end), Editability.READ_ONLY
            )  # an instruction at the end applies to this block
        elif named:
            self._tag(named[2].lower(), Span(start, end), closing=bool(named[1]))

    def _tag(self, name: str, span: Span, *, closing: bool) -> None:
        """Read a displayed tag as a space or an object."""
        if name == "br":
            if not self._ends_in_space():
                self._add(" ", span, Editability.READ_ONLY)
        elif (
            name not in MARKUP
            or (closing and self.tag == (name, span.start))
            or (not closing and AFTER_A_NAME.match(self.text, span.end))
        ):
            self._add(GAP_FILLER, span, Editability.READ_ONLY)
            if name in UNREAD_TAGS and not closing and not self.text.startswith("/>", span.end - 2):
                self.unread = name
        self.tag = name, span.end

    def _unfold(self, at: int) -> None:
        """Add the space for a line end; the next line begins here."""
        if self.fold is None:
            return
        (start, editability), self.fold = self.fold, None
        whole = FOLD.fullmatch(self.text, start, at) is not None
        if not self._ends_in_space():
            self._add(
                " ", Span(start, at if whole else self.end), editability if whole else Editability.READ_ONLY
            )

    def _ends_in_space(self) -> bool:
        """Whether the text so far is empty or ends in a space."""
        return not self.segments or self.segments[-1].text.endswith(" ")

    def _add(self, shown: str, span: Span, editability: Editability, encoder: Encoder | None = None) -> None:
        self.segments.append(Segment(shown, span, editability, encoder or self.encoder))

    def close_block(self) -> None:
        """End the open block and the captions of its images.

        Not every parser supports definition lists, and some read later blocks of a footnote as code.
        """
        if not self.segments and not self.captions:
            self.note = self.note if self.note is None else bool(self.note or self.unread)
            self.paragraph, self.fold, self.unread = None, None, ""
            return
        blocks = [(self.kind, self.segments), *((BlockKind.CAPTION, segments) for segments in self.captions)]
        doubtful = bool(self.lists or self.note or self.tables.is_indented) or self.exclusions.is_doubtful(
            chain.from_iterable(p for _, p in blocks)
        )
        if self.note is not None:
            self.note = self.note or bool(self.segments or self.unread)
        self.segments, self.captions, self.fold, self.unread = [], [], None, ""
        paragraph, self.paragraph = self.paragraph, None
        for kind, segments in blocks:
            prose = self.exclusions.filter(segments, doubtful=doubtful)
            if any(segment.text.strip(" \t" + GAP_FILLER) for segment in prose):
                is_caption = kind is BlockKind.CAPTION
                flow = (
                    f"caption@{prose[0].span.start}" if is_caption else self.flows[-1] if self.flows else ""
                )
                whole = None if doubtful or is_caption or _holds_object(prose) else paragraph
                container = whole and with_white_space(self.text, whole)
                self.parts.append(BlockSource(kind, prose, "", flow, self.language, (), container))


def _holds_object(segments: Iterable[Segment]) -> bool:
    """Whether a block has an object among its letters."""
    return any(GAP_FILLER in segment.text for segment in segments)
