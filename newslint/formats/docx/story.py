"""Reads the paragraphs of one member of a Word file as lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from xml.parsers.expat import ParserCreate

from msgspec import Struct

from newslint.core.errors import SourceError
from newslint.formats.docx.builder import OBJECT, StoryBuilder
from newslint.formats.docx.context import Attributes, TextContext
from newslint.formats.docx.line import BLANK, Leaf, Line, LineMark, TextBit, are_adjacent
from newslint.formats.docx.markup import NAMESPACE_SEPARATOR, attribute, both_dialects, run_parser

MAX_DEPTH = 2_000
"""Levels of nested elements; Word itself gives up long before."""
MAX_ITEMS = 500_000
"""Paragraphs and texts in a member; a novel has some 50,000."""
SPACE = "http://www.w3.org/XML/1998/namespace space"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006 "
BOUND_LATER = "http://schemas.microsoft.com/office/word/2012/wordml dataBinding"
EQUATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math oMath",
    "http://purl.oclc.org/ooxml/officeDocument/math oMath",
)
TAB, BREAK, HYPHEN = (
    LineMark("\t", readable=True),
    LineMark(" ", readable=True),
    LineMark("\u2011", readable=True),
)
SOFT_HYPHEN = LineMark("\u00ad")
FLOWS = ("tc", "txbxContent", "footnote", "endnote")
"""Elements that hold their own paragraphs."""
OBJECTS = (
    *("drawing", "pict", "object", "sym"),
    *("footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef"),
)


class Story(Struct, frozen=True):
    """The lines of a member, and the line where each remark begins."""

    role: str
    member: str
    data: bytes
    lines: tuple[Line, ...]
    remarks: tuple[tuple[str, int], ...]


def read_story(role: str, member: str, data: bytes) -> Story:
    """Read a member that holds the body, the footnotes or the like.

    Raises:
        SourceError: the member is not XML, or is nested too deeply.

    """
    walk = StoryWalk(data)
    run_parser(walk.parser, data, member)
    return Story(role, member, data, tuple(walk.lines), tuple(walk.remarks))


class StoryWalk:
    """Walks the elements of a member and collects its lines and remarks."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.remarks: list[tuple[str, int]] = []
        self.parser = ParserCreate("utf-8", namespace_separator=NAMESPACE_SEPARATOR)
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartCdataSectionHandler = self._cdata
        self._depth = 0
        self._left = MAX_ITEMS
        self._spaces: list[tuple[int, bool]] = []
        self._context = TextContext()
        self._builder = StoryBuilder()
        self._tag = 0
        self._raw = False
        self._chunks: list[tuple[int, str]] = []
        self._on_start = dict(self._start_handlers())
        self._on_end = dict(self._end_handlers())

    @property
    def lines(self) -> list[Line]:
        """The lines so far."""
        return self._builder.lines

    def _start_handlers(self) -> dict[str, Callable[[Attributes], None]]:
        """The handlers of start tags."""
        context = self._context
        steps: dict[str, Callable[[Attributes], None]] = {
            "p": self._paragraph,
            "pStyle": self._style,
            "numPr": self._item,
            **dict.fromkeys(FLOWS, self._enter),
            "t": self._collect,
            "delText": self._collect,
            "instrText": self._collect,
            "tab": self._tab,
            "ptab": self._tab,
            "br": partial(self._mark, BREAK),
            "cr": partial(self._mark, BREAK),
            "noBreakHyphen": partial(self._mark, HYPHEN),
            "softHyphen": partial(self._mark, SOFT_HYPHEN),
            **dict.fromkeys(OBJECTS, partial(self._mark, OBJECT)),
            "comment": self._remark,
            "commentRangeStart": self._remark,
            "commentReference": self._remark,
            "r": context.begin_run,
            "vanish": context.hide_run,
            "lang": context.set_language,
            "del": context.begin_removed,
            "moveFrom": context.begin_removed,
            "rt": context.begin_removed,
            "rPrChange": context.begin_former,
            "pPrChange": context.begin_former,
            "fldChar": context.note_field_mark,
            "fldSimple": context.begin_simple_field,
            "sdt": context.begin_control,
            "lock": context.lock,
            "dataBinding": context.bind,
            "showingPlcHdr": context.bind,
        }
        return {
            **{name: step for short, step in steps.items() for name in both_dialects(short)},
            **dict.fromkeys(EQUATIONS, partial(self._mark, OBJECT)),
            BOUND_LATER: context.bind,
            COMPATIBILITY + "AlternateContent": self._alternate,
            COMPATIBILITY + "Choice": self._alternative,
            COMPATIBILITY + "Fallback": self._alternative,
        }

    def _end_handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers of end tags."""
        context = self._context
        steps: dict[str, Callable[[], None]] = {
            "p": self._end_paragraph,
            **dict.fromkeys(FLOWS, self._builder.leave),
            "t": self._end_text,
            "delText": self._end_deleted,
            "instrText": self._end_instruction,
            "r": context.end_run,
            "del": context.end_removed,
            "moveFrom": context.end_removed,
            "rt": context.end_removed,
            "rPrChange": context.end_former,
            "pPrChange": context.end_former,
            "fldSimple": context.end_simple_field,
            "sdt": context.end_control,
        }
        return {
            **{name: step for short, step in steps.items() for name in both_dialects(short)},
            COMPATIBILITY + "AlternateContent": self._builder.end_alternatives,
            COMPATIBILITY + "Choice": self._builder.end_alternative,
            COMPATIBILITY + "Fallback": self._builder.end_alternative,
        }

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise SourceError(f"has more than {MAX_DEPTH:,} levels of nested elements")
        if SPACE in attributes:
            self._spaces.append((self._depth, attributes[SPACE] == "preserve"))
        if step := self._on_start.get(name):
            step(attributes)

    def _end(self, name: str) -> None:
        if step := self._on_end.get(name):
            step()
        if self._spaces and self._spaces[-1][0] == self._depth:
            self._spaces.pop()
        self._depth -= 1

    def _count(self) -> None:
        """Count an item, up to the limit."""
        self._left -= 1
        if self._left < 0:
            raise SourceError(f"has more than {MAX_ITEMS:,} paragraphs and texts, too many for an article")

    def _paragraph(self, _: Attributes) -> None:
        self._count()
        self._builder.begin_paragraph()
        self._context.begin_paragraph()

    def _end_paragraph(self) -> None:
        self._builder.end_paragraph()
        self._context.end_run()

    def _enter(self, _: Attributes) -> None:
        self._builder.enter(f"@{self.parser.CurrentByteIndex}")

    def _item(self, _: Attributes) -> None:
        if not self._context.former_depth:
            self._builder.make_list_item()

    def _style(self, attributes: Attributes) -> None:
        if not self._context.former_depth:
            self._builder.set_style(attribute(attributes, "val"))

    def _remark(self, attributes: Attributes) -> None:
        self.remarks.append((attribute(attributes, "id"), self._builder.line))

    def _alternate(self, _: Attributes) -> None:
        self._builder.begin_alternatives()

    def _alternative(self, _: Attributes) -> None:
        self._builder.begin_alternative()

    def _collect(self, _: Attributes) -> None:
        self._tag, self._raw, self._chunks = self.parser.CurrentByteIndex, False, []
        self.parser.CharacterDataHandler = self._chunk

    def _chunk(self, text: str) -> None:
        self._count()
        self._chunks.append((self.parser.CurrentByteIndex, text))

    def _cdata(self) -> None:
        self._raw = True

    def _end_text(self) -> None:
        self.parser.CharacterDataHandler = None
        if self._chunks:
            self._add(self._leaf())

    def _end_deleted(self) -> None:
        self.parser.CharacterDataHandler = None
        self._add(OBJECT)

    def _end_instruction(self) -> None:
        self.parser.CharacterDataHandler = None
        self._context.add_instruction("".join(text for _, text in self._chunks))

    def _mark(self, mark: LineMark, _: Attributes) -> None:
        self._add(mark)

    def _tab(self, _: Attributes) -> None:
        """Add a tab; in paragraph properties, it is only a tab stop."""
        if self._context.in_run:
            self._add(TAB)

    def _add(self, item: Leaf | LineMark) -> None:
        self._count()
        if not self._context.is_ignored:
            self._builder.add(OBJECT if self._context.is_hidden else item)

    def _leaf(self) -> Leaf:
        """The collected text."""
        bits = tuple(_bit(self.data, at, text) for at, text in self._chunks)
        text = "".join(bit.text for bit in bits)
        preserved = bool(self._spaces and self._spaces[-1][1])
        lead = 0 if preserved else len(text) - len(text.lstrip(BLANK))
        locked = self._context.is_locked or self._builder.is_locked or self._raw or not are_adjacent(bits)
        shown = text if preserved else text.strip(BLANK)
        return Leaf(shown, bits, self._tag, lead, preserved, locked, self._context.language)


def _bit(data: bytes, at: int, text: str) -> TextBit:
    """A text and its bytes; a line end reads as a space."""
    if data[at : at + 1] == b"&":
        end = data.find(b";", at) + 1
    else:
        end = at + (2 if text == "\n" and data[at] == 13 and data[at + 1] == 10 else len(text.encode()))
    return TextBit(text.replace("\n", " ").replace("\r", " "), at, end)
