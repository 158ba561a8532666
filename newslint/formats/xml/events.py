"""XML as its parser meets it: elements, comments and text, each with its place in the decoded file.

The parser is expat. It is given the text as UTF-8, whatever the file is written in and declares, a slice
at a time; nothing outside the file is ever fetched, and a file that declares entities of its own is refused.
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
from newslint.formats.xml.faults import OpenElement, fault

SLICE = 65_536
"""Code points that the parser is given at a time, at least."""
DEEPEST = 10_000
"""Elements inside one another; articles have some twenty."""
MOST_ATTRIBUTES = 10_000
"""Attributes that a file may declare; each is compared with all others of its element."""
WHITE = " \t\r\n"
PLACEHOLDER = "\ufffc"
"""Is read for an entity that only another file explains, and for what is no prose inside a sentence."""
UNWRITABLE = pattern(r"[^\t\n\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""What XML cannot hold, and the carriage return, which it reads as a line feed."""


def escaped(text: str) -> str | None:
    """The spelling of text between tags, line ends and all."""
    if UNWRITABLE.search(text):
        return None
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def literal(text: str) -> str | None:
    """The spelling of text in a CDATA section, which has no escapes."""
    return None if "]]>" in text or UNWRITABLE.search(text) else text


class Listener(Protocol):
    """Who is told of what stands in the file, in its order."""

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """An element begins; `name` is as written, with its prefix."""

    def end(self, at: int) -> None:
        """The innermost element ends, with its tag."""

    def text(self, segment: Segment) -> None:
        """Some text: a part of a line, a line end or a reference, each for itself."""

    def comment(self, comment: Comment) -> None:
        """A comment."""


def listen(text: str, listener: Listener) -> None:
    """Tell a listener of everything in an XML file.

    White space before the XML declaration, which many programs write, is let pass.

    Raises:
        UnreadableProse: it is not well-formed, declares entities, or is nested without measure.

    """
    begin = len(text) - len(text.lstrip(WHITE))
    events, at = _Events(text, begin, listener), begin
    try:
        while at < len(text):
            at += events.feed(text[at : at + events.due])
        events.close()
    except expat.ExpatError as error:
        raise ParseError(fault(text, events.error_place(), error, events.open)) from None


class _Events:
    """The handlers of one parser, and how far in the text it is."""

    def __init__(self, text: str, begin: int, listener: Listener) -> None:
        self.source, self.listener = text, listener
        self.open: list[OpenElement] = []
        self.literal = False
        self._declared = 0
        self._at, self._index, self._ahead = begin, 0, bytearray()
        self.parser = parser = expat.ParserCreate("utf-8")
        parser.specified_attributes = True  # a long default would be copied for every element
        parser.UseForeignDTD(True)  # entities that nobody declares are skipped, as if a DTD had them
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.CommentHandler = self.comment
        parser.StartCdataSectionHandler = self.open_literal
        parser.EndCdataSectionHandler = self.close_literal
        parser.SkippedEntityHandler = self.skipped
        parser.ExternalEntityRefHandler = self.external
        parser.EntityDeclHandler = self.entity
        parser.AttlistDeclHandler = self.attribute

    @property
    def due(self) -> int:
        """Code points to feed next: as many as wait, since some parsers begin a long tag anew each time."""
        return max(SLICE, len(self._ahead))

    def feed(self, text: str) -> int:
        """Parse some more of the file, and tell how much that was."""
        data = text.encode("utf-8", "surrogatepass")
        self._ahead += data
        self.parser.Parse(data, False)
        return len(text)

    def close(self) -> None:
        """Parse the end of the file."""
        self.parser.Parse(b"", True)

    def place(self) -> int:
        """Where in the text the parser is, in code points."""
        passed = self.parser.CurrentByteIndex - self._index
        self._at += len(self._ahead[:passed].decode("utf-8"))
        self._index += passed
        del self._ahead[:passed]
        return self._at

    def error_place(self) -> int:
        """Where in the text the parser could not go on."""
        return self._at + len(
            self._ahead[: self.parser.ErrorByteIndex - self._index].decode("utf-8", "replace")
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        at = self.place()
        self.open.append(OpenElement(name, at))
        if len(self.open) > DEEPEST:
            raise ParseError(
                f"more than {DEEPEST:,} elements inside one another in line {self.line()}: not an article"
            )
        self.listener.start(name, attributes, at)

    def end(self, _name: str) -> None:
        """An element ends."""
        self.open.pop()
        self.listener.end(self.source.find(">", self.place()) + 1)

    def text(self, data: str) -> None:
        """Text stands between tags or in a CDATA section, or a reference means it."""
        at = self.place()
        end, editability = at + len(data), Editability.EDITABLE
        if data == "\n" and self.source[at] == "\r":
            editability = Editability.ATOMIC
            end += self.source.startswith("\r\n", at)
        elif self.source[at] == "&" and not self.literal:
            return self.reference(data, at)
        encoder = literal if self.literal else escaped
        return self.listener.text(Segment(data, Span(at, end), editability, encoder))

    def reference(self, data: str, at: int) -> None:
        """`&…;` stands for some text."""
        span = Span(at, self.source.index(";", at) + 1)
        self.listener.text(Segment(data, span, Editability.READ_ONLY, escaped))

    def skipped(self, name: str, parameter: bool) -> None:
        """An entity that this file does not declare: most have the names that HTML knows."""
        if not parameter:
            self.reference(html5.get(f"{name};", PLACEHOLDER), self.place())

    def external(self, context: str | None, *_: str | None) -> int:
        """An entity whose text is another file, which is not fetched."""
        if context:
            self.reference(PLACEHOLDER, self.place())
        return 1

    def entity(self, name: str, parameter: bool, value: str | None, *_: str | None) -> None:
        """An entity is declared."""
        if value is not None and not parameter:
            raise ParseError(
                f"declares entities of its own (“{name}” in line {self.line()}), which newslint does not "
                "expand; write out their text"
            )

    def attribute(self, *_: object) -> None:
        """An attribute is declared."""
        self._declared += 1
        if self._declared > MOST_ATTRIBUTES:
            raise ParseError(
                f"declares more than {MOST_ATTRIBUTES:,} attributes in line {self.line()}; "
                "move the declarations into a DTD of their own"
            )

    def comment(self, text: str) -> None:
        """A comment ends."""
        at = self.place()
        span = Span(at, self.source.index("-->", at + 4) + 3)
        self.listener.comment(Comment(span, text.strip()))

    def open_literal(self) -> None:
        """A CDATA section begins."""
        self.literal = True

    def close_literal(self) -> None:
        """A CDATA section ends."""
        self.literal = False

    def line(self) -> int:
        """The number of the line that the parser is in."""
        return Lines(self.source).position(self.place())[0]
