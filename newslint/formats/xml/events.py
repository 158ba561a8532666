"""Events of an XML file, with positions in the decoded text.

The parser, expat, is fed the text as UTF-8, slice by slice, whatever encoding the file has and declares.
Nothing outside the file is ever fetched, and files that declare entities are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from html.entities import html5
from typing import Protocol
from xml.parsers import expat

from newslint.core.errors import ParseError
from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import Comment, Editability, Segment
from newslint.core.source import Lines
from newslint.formats.xml.faults import OpenElement, describe

SLICE = 65_536
"""The minimum number of code points to feed at a time."""
DEEPEST = 10_000
"""Levels of nested elements; articles have some twenty."""
MOST_ATTRIBUTES = 10_000
"""Attributes that a file may declare; expat compares each with all others of its element."""
WHITE = " \t\r\n"
PLACEHOLDER = "\ufffc"
"""Replaces entities that only another file defines, and whatever inside a sentence is not prose."""
UNENCODABLE = pattern(r"[^\t\n\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""Characters that XML excludes, and the carriage return, which it reads as a line feed."""


def encode_text(text: str) -> str | None:
    """Encode text between tags, including line ends."""
    if UNENCODABLE.search(text):
        return None
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def encode_cdata(text: str) -> str | None:
    """Encode text for a CDATA section, which has no escapes."""
    return None if "]]>" in text or UNENCODABLE.search(text) else text


class Listener(Protocol):
    """Receives the events of a file in order."""

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """Handle a start tag; `name` includes any prefix."""

    def end(self, at: int) -> None:
        """Handle the end of the innermost element, after its tag."""

    def text(self, segment: Segment) -> None:
        """Handle part of a line, a line end or a reference."""

    def comment(self, comment: Comment) -> None:
        """Handle a comment."""


def listen(text: str, listener: Listener) -> None:
    """Send the events of an XML file to a listener.

    White space before the XML declaration, which many programs write, is accepted.

    Raises:
        ParseError: the file is not well-formed, declares entities, or is nested too deeply.

    """
    begin = len(text) - len(text.lstrip(WHITE))
    events, at = _Events(text, begin, listener), begin
    try:
        while at < len(text):
            at += events.feed(text[at : at + events.due])
        events.close()
    except expat.ExpatError as error:
        raise ParseError(describe(text, events.error_place(), error, events.open)) from None


class _Events:
    """The handlers of a parser, and its position in the text."""

    def __init__(self, text: str, begin: int, listener: Listener) -> None:
        self.source, self.listener = text, listener
        self.open: list[OpenElement] = []
        self.encode_cdata = False
        self._declared = 0
        self._at, self._index, self._ahead = begin, 0, bytearray()
        self.parser = parser = expat.ParserCreate("utf-8")
        parser.specified_attributes = True  # else a long default would be copied for every element
        parser.UseForeignDTD(True)  # undeclared entities are skipped, as if a DTD defined them
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.CommentHandler = self.comment
        parser.StartCdataSectionHandler = self.open_literal
        parser.EndCdataSectionHandler = self.close_literal
        parser.SkippedEntityHandler = self.skipped_entity
        parser.ExternalEntityRefHandler = self.external
        parser.EntityDeclHandler = self.entity
        parser.AttlistDeclHandler = self.attribute

    @property
    def due(self) -> int:
        """The code points to feed next; more while long tags are unread."""
        return max(SLICE, len(self._ahead))

    def feed(self, text: str) -> int:
        """Parse more of the file, and return how much was fed."""
        data = text.encode("utf-8", "surrogatepass")
        self._ahead += data
        self.parser.Parse(data, False)
        return len(text)

    def close(self) -> None:
        """Parse the end of the file."""
        self.parser.Parse(b"", True)

    def place(self) -> int:
        """The position of the parser in code points."""
        passed = self.parser.CurrentByteIndex - self._index
        self._at += len(self._ahead[:passed].decode("utf-8"))
        self._index += passed
        del self._ahead[:passed]
        return self._at

    def error_place(self) -> int:
        """The position at which the parser failed."""
        return self._at + len(
            self._ahead[: self.parser.ErrorByteIndex - self._index].decode("utf-8", "replace")
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle a start tag."""
        at = self.place()
        self.open.append(OpenElement(name, at))
        if len(self.open) > DEEPEST:
            raise ParseError(
                f"more than {DEEPEST:,} levels of nested elements in line {self.line()}: not an article"
            )
        self.listener.start(name, attributes, at)

    def end(self, _name: str) -> None:
        """Handle an end tag."""
        self.open.pop()
        self.listener.end(self.source.find(">", self.place()) + 1)

    def text(self, data: str) -> None:
        """Handle text between tags, in a CDATA section or from a reference."""
        at = self.place()
        end, editability = at + len(data), Editability.EDITABLE
        if data == "\n" and self.source[at] == "\r":
            editability = Editability.ATOMIC
            end += self.source.startswith("\r\n", at)
        elif self.source[at] == "&" and not self.encode_cdata:
            return self.reference(data, at)
        encoder = encode_cdata if self.encode_cdata else encode_text
        return self.listener.text(Segment(data, Span(at, end), editability, encoder))

    def reference(self, data: str, at: int) -> None:
        """Handle a reference, `&…;`."""
        span = Span(at, self.source.index(";", at) + 1)
        self.listener.text(Segment(data, span, Editability.READ_ONLY, encode_text))

    def skipped_entity(self, name: str, parameter: bool) -> None:
        """Handle an undeclared entity, usually one of HTML."""
        if not parameter:
            self.reference(html5.get(f"{name};", PLACEHOLDER), self.place())

    def external(self, context: str | None, *_: str | None) -> int:
        """Skip an external entity, which is not fetched."""
        if context:
            self.reference(PLACEHOLDER, self.place())
        return 1

    def entity(self, name: str, parameter: bool, value: str | None, *_: str | None) -> None:
        """Refuse a declared entity."""
        if value is not None and not parameter:
            raise ParseError(
                f"declares its own entities (“{name}” in line {self.line()}), which newslint does not "
                "expand; write out their text"
            )

    def attribute(self, *_: object) -> None:
        """Count a declared attribute."""
        self._declared += 1
        if self._declared > MOST_ATTRIBUTES:
            raise ParseError(
                f"declares more than {MOST_ATTRIBUTES:,} attributes in line {self.line()}; "
                "move the declarations to a separate DTD"
            )

    def comment(self, text: str) -> None:
        """Handle a comment."""
        at = self.place()
        span = Span(at, self.source.index("-->", at + 4) + 3)
        self.listener.comment(Comment(span, text.strip()))

    def open_literal(self) -> None:
        """Begin a CDATA section."""
        self.encode_cdata = True

    def close_literal(self) -> None:
        """End a CDATA section."""
        self.encode_cdata = False

    def line(self) -> int:
        """The current line number of the parser."""
        return Lines(self.source).position(self.place())[0]
