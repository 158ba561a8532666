"""The blocks of a Markdown text, from the events of a parser (pulldown-cmark) that knows their places.

Text between markup is verbatim. A line end inside a paragraph reads as one space, with the marks of
quotation and the indent of the next line; it can be replaced whole. So can a backslash with what it
escapes. Entities and the labels of references are fixed. Code, images, and what page builders put in
(`{{< … >}}`, `{% … %}`) stand as one `GAP_FILLER` where they interrupt a sentence, so that the words around
them do not seem to adjoin.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyromark
import regex

from newslint.model import Span
from newslint.patterns import pattern
from newslint.readers.markdown_spelling import spelled, spelled_in_cell
from newslint.view import Comment, Grip, Kind, Part, Piece, Spelling

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})
UNEDITED_LINKS = frozenset({"Shortcut", "Collapsed", "Autolink", "Email"})
"""Links whose text is their label or address: another text would lead elsewhere."""
GAP_FILLER = "\ufffc"
"""The character that Unicode has for an object among letters."""
TAG = pattern(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
UNREAD_TAGS = frozenset({"code", "kbd", "samp", "var", "tt", "script", "style"})
ORDER = pattern(
    r"(?P<object>\{\{[^{}]*\}\}|\{%[^{}]*%\})"
    r"|(?:(?<![ \t])[ \t]*+(?:\r\n|[\r\n])[ \t]*+)?\{[#:.][^{}\r\n]*\}(?:[ \t]*+(?:\r\n|[\r\n])[ \t]*+)?"
)
"""What Hugo and Jekyll replace, and the attributes that kramdown and Hugo give to a block."""
LONE_RETURN = pattern(r"\r(?!\n)")
"""A line end to CommonMark, and not always to the parser; a line feed takes the same place."""
FOLD = pattern(r"[ \t>\r\n]*")


def parse(text: str, start: int) -> tuple[list[Part], list[Comment]]:
    """The blocks and comments of a Markdown text that begins at `start` of the file's text."""
    walker = _Walker(text, _Offsets(text, start), _orders(text, start))
    body = LONE_RETURN.sub("\n", text[start:])
    for event, at in pyromark.events_with_range(body, options=OPTIONS):
        walker.take(event, at["start"], at["end"])
    walker.close_block()
    return walker.parts, walker.comments


class _Offsets:
    """Bytes of UTF-8 as code points; asked mostly in ascending order, it counts from the last answer."""

    def __init__(self, text: str, start: int) -> None:
        self.data = (text[start:] if start else text).encode()
        self.start = start
        self.plain = text.isascii()
        self.byte, self.point = 0, start

    def __call__(self, byte: int) -> int:
        if self.plain:
            return self.start + byte
        if byte >= self.byte:
            self.point += len(self.data[self.byte : byte].decode())
        else:
            self.point -= len(self.data[byte : self.byte].decode())
        self.byte = byte
        return self.point


@dataclass
class _Walker:
    """Turns events into parts: pieces gather until a block begins or ends."""

    text: str
    offset: _Offsets
    orders: list[tuple[Span, str]]
    parts: list[Part] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    kind: Kind = Kind.PARAGRAPH
    spell: Spelling = spelled
    around: list[list[Piece]] = field(default_factory=list)
    """The pieces around the images that the walk is in."""
    captions: list[list[Piece]] = field(default_factory=list)
    links: list[bool] = field(default_factory=list)
    """Of the links that the walk is in, whether each may be edited."""
    fold: tuple[int, Grip] | None = None
    """Where a line ended whose next has not begun yet, and how far that may be touched."""
    unread: str = ""
    """The tag or block whose content is no prose."""
    end: int = 0
    """Where the last text ended."""

    def take(self, event: Any, start: int, end: int) -> None:  # noqa: ANN401 - as the parser gives it
        """Handle an event with its range in bytes."""
        if isinstance(event, str):
            self._break(event, start, end)
            return
        ((name, value),) = event.items()
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
        """Handle what stands among letters and is none."""
        if name == "Code":
            self._object(self.offset(start), self.offset(end))
        elif name == "InlineHtml":
            self._html(value, self.offset(start), self.offset(end))
        elif name == "FootnoteReference":
            self._unfold(self.offset(start))

    def _break(self, event: str, start: int, end: int) -> None:
        if event == "Rule":
            self.close_block()
        elif not self.unread:
            grip = Grip.FIXED if event == "HardBreak" else Grip.ESCAPED
            at = self.offset(start)
            self.fold = (self.end if self.text[self.end : at].isspace() else at), grip
            self.end = self.offset(end)

    def _open(self, tag: str | Mapping[str, Any], start: int, end: int) -> None:
        name, facts = (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
        if name in INLINE:
            self._unfold(self.offset(start))
            if name in ("Link", "Image"):
                self.links.append(facts["link_type"] not in UNEDITED_LINKS)  # type: ignore[index]
            if name == "Image":
                self._begin_image(self.offset(start))
            return
        self.close_block()
        if name == "Heading":
            self.kind = Kind.HEADLINE
        elif name == "TableCell":
            self.spell = spelled_in_cell
        elif name in ("CodeBlock", "HtmlBlock"):
            self.unread = name
            if name == "HtmlBlock":
                self._comments(Span(self.offset(start), self.offset(end)))

    def _close(self, name: str) -> None:
        if name not in INLINE:
            self.close_block()
            self.kind, self.spell = Kind.PARAGRAPH, spelled
        elif name in ("Link", "Image"):
            self.links.pop()
            if name == "Image":
                self._unfold(self.end)
                self.captions.append(self.pieces)
                self.pieces = self.around.pop()

    def _begin_image(self, at: int) -> None:
        self._add(GAP_FILLER, Span(at, at), Grip.FIXED)
        self.around.append(self.pieces)
        self.pieces = []

    def _text(self, shown: str, start: int, end: int) -> None:
        """Add a text; a backslash before it belongs to its first character."""
        first = start
        while first > self.end and self.text[first - 1] == "\\":
            first -= 1
        self._unfold(first)
        grip = Grip.VERBATIM if all(self.links) else Grip.FIXED
        if self.text[start:end] != shown:
            self._add(shown, Span(start, end), Grip.FIXED)
        elif first == start:
            self._add(shown, Span(start, end), grip)
        else:
            escaped = Grip.ESCAPED if grip is Grip.VERBATIM and start - first == 1 else Grip.FIXED
            self._add(shown[0], Span(first, start + 1), escaped)
            if shown[1:]:
                self._add(shown[1:], Span(start + 1, end), grip)
        self.end = end

    def _object(self, start: int, end: int) -> None:
        if not self.unread:
            self._unfold(start)
            self._add(GAP_FILLER, Span(start, end), Grip.FIXED)
        self.end = end

    def _html(self, tag: str, start: int, end: int) -> None:
        """Pass over a tag: a comment is kept, a line break is a space, code is not read."""
        if self.unread:
            if tag.lower().startswith(f"</{self.unread}"):
                self.unread = ""
            self.end = end
            return
        self._unfold(start)
        self.end = end
        named = TAG.match(tag)
        if tag.startswith("<!--"):
            self._comments(Span(start, end))
            self._add("", Span(end, end), Grip.FIXED)  # an instruction at the end speaks of this block
        elif named and not named[1]:
            self._tag(named[2].lower(), start, end)

    def _tag(self, name: str, start: int, end: int) -> None:
        if name == "br" and not self._spaced():
            self._add(" ", Span(start, end), Grip.FIXED)
        elif name in UNREAD_TAGS and not self.text.startswith("/>", end - 2):
            self._add(GAP_FILLER, Span(start, end), Grip.FIXED)
            self.unread = name

    def _comments(self, within: Span) -> None:
        start = self.text.find("<!--", within.start, within.end)
        end = self.text.find("-->", start + 4, within.end)
        while 0 <= start < end:
            self.comments.append(Comment(Span(start, end + 3), self.text[start + 4 : end].strip()))
            start = self.text.find("<!--", end + 3, within.end)
            end = self.text.find("-->", start + 4, within.end)

    def _unfold(self, at: int) -> None:
        """Put the space in place of a line end, now that the next line begins at `at`."""
        if self.fold is None:
            return
        (start, grip), self.fold = self.fold, None
        whole = FOLD.fullmatch(self.text, start, at) is not None
        if not self._spaced():
            self._add(" ", Span(start, at if whole else self.end), grip if whole else Grip.FIXED)

    def _spaced(self) -> bool:
        """Whether the text so far has no need of a space."""
        return not self.pieces or self.pieces[-1].text.endswith(" ")

    def _add(self, shown: str, span: Span, grip: Grip) -> None:
        self.pieces.append(Piece(shown, span, grip, self.spell))

    def close_block(self) -> None:
        """End the block, if any is open, and its pictures' captions with it."""
        blocks = [(self.kind, self.pieces), *((Kind.CAPTION, pieces) for pieces in self.captions)]
        self.pieces, self.captions, self.fold, self.unread = [], [], None, ""
        for kind, pieces in blocks:
            joined = _joined(pieces, self.text)
            kept = tuple(_without(joined, self.orders) if self.orders else joined)
            if any(piece.text.strip(" \t" + GAP_FILLER) for piece in kept):
                self.parts.append(Part(kind, kept))


def _orders(text: str, start: int) -> list[tuple[Span, str]]:
    """What a page builder would replace, each with what stands for it in a sentence."""
    found = ORDER.finditer(text, start) if "{" in text else ()
    return [(Span(*match.span()), _filler(match)) for match in found]


def _filler(order: regex.Match[str]) -> str:
    if order["object"]:
        return GAP_FILLER
    return "" if order[0].startswith("{") and order[0].endswith("}") else " "


def _joined(pieces: Iterable[Piece], text: str) -> Iterator[Piece]:
    """Pieces with those made one that are verbatim and adjoin."""
    run: list[Piece] = []
    for piece in pieces:
        if run and not (piece.grip is run[-1].grip is Grip.VERBATIM and piece.span.start == run[-1].span.end):
            yield _whole(run, text)
            run = []
        run.append(piece)
    if run:
        yield _whole(run, text)


def _whole(run: Sequence[Piece], text: str) -> Piece:
    span = Span(run[0].span.start, run[-1].span.end)
    return run[0] if len(run) == 1 else Piece(span.of(text), span, run[0].grip, run[0].spell)


def _without(pieces: Iterable[Piece], orders: list[tuple[Span, str]]) -> Iterator[Piece]:
    """Pieces with the orders of a page builder cut out."""
    shown = -1
    for piece in pieces:
        at = piece.span.start
        first = bisect_right(orders, at, key=lambda order: order[0].end)
        last = bisect_left(orders, piece.span.end, key=lambda order: order[0].start)
        for span, filler in orders[first:last]:
            if piece.grip is Grip.VERBATIM and at < span.start:
                yield _cut(piece, at, span.start)
            if filler and span.start > shown:
                yield Piece(filler, span, Grip.FIXED, piece.spell)
                shown = span.start
            at = span.end
        if at == piece.span.start:
            yield piece
        elif piece.grip is Grip.VERBATIM and at < piece.span.end:
            yield _cut(piece, at, piece.span.end)


def _cut(piece: Piece, start: int, end: int) -> Piece:
    before = piece.span.start
    return Piece(piece.text[start - before : end - before], Span(start, end), piece.grip, piece.spell)
