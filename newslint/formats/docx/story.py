"""The paragraphs of one member of a Word file, such as the body or the footnotes, as lines of text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from xml.parsers.expat import ParserCreate

from newslint.core.errors import SourceError
from newslint.formats.docx.builder import OBJECT, Draft
from newslint.formats.docx.context import Attributes, Circumstances
from newslint.formats.docx.line import BLANK, Bit, Leaf, Line, LineMark, together
from newslint.formats.docx.markup import APART, attribute, either, run_parser

DEEPEST = 2_000
"""Elements within one another; Word itself gives up long before."""
LONGEST = 500_000
"""Paragraphs and stretches of text in a member; a novel has some 50,000."""
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
"""Elements that hold paragraphs of their own."""
OBJECTS = (
    *("drawing", "pict", "object", "sym"),
    *("footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef"),
)


@dataclass(frozen=True, slots=True)
class Story:
    """What a member says: its lines, and the number of the line at which each remark begins, by its id."""

    role: str
    member: str
    data: bytes
    lines: tuple[Line, ...]
    remarks: tuple[tuple[str, int], ...]


def read_story(role: str, member: str, data: bytes) -> Story:
    """Read a member that holds the body, the footnotes or the like.

    Raises:
        SourceError: it is no XML, or nested without reason.

    """
    walk = Walk(data)
    run_parser(walk.parser, data, member)
    return Story(role, member, data, tuple(walk.lines), tuple(walk.remarks))


class Walk:
    """A walk over the elements of a member; `lines` and `remarks` are what came of it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.remarks: list[tuple[str, int]] = []
        self.parser = ParserCreate("utf-8", namespace_separator=APART)
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartCdataSectionHandler = self._cdata
        self._depth = 0
        self._left = LONGEST
        self._spaces: list[tuple[int, bool]] = []
        self._around = Circumstances()
        self._draft = Draft()
        self._tag = 0
        self._raw = False
        self._chunks: list[tuple[int, str]] = []
        self._steps = dict(self._starting())
        self._last_steps = dict(self._ending())

    @property
    def lines(self) -> list[Line]:
        """The paragraphs so far."""
        return self._draft.lines

    def _starting(self) -> dict[str, Callable[[Attributes], None]]:
        """What to do where elements begin."""
        around = self._around
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
            "r": around.run,
            "vanish": around.vanish,
            "lang": around.speak,
            "del": around.remove,
            "moveFrom": around.remove,
            "rt": around.remove,
            "rPrChange": around.was,
            "pPrChange": around.was,
            "fldChar": around.field_mark,
            "fldSimple": around.simple_field,
            "sdt": around.control,
            "lock": around.lock,
            "dataBinding": around.bind,
            "showingPlcHdr": around.bind,
        }
        return {
            **{name: step for short, step in steps.items() for name in either(short)},
            **dict.fromkeys(EQUATIONS, partial(self._mark, OBJECT)),
            BOUND_LATER: around.bind,
            COMPATIBILITY + "AlternateContent": self._alternate,
            COMPATIBILITY + "Choice": self._alternative,
            COMPATIBILITY + "Fallback": self._alternative,
        }

    def _ending(self) -> dict[str, Callable[[], None]]:
        """What to do where elements end."""
        around = self._around
        steps: dict[str, Callable[[], None]] = {
            "p": self._end_paragraph,
            **dict.fromkeys(FLOWS, self._draft.leave),
            "t": self._end_text,
            "delText": self._end_deleted,
            "instrText": self._end_instruction,
            "r": around.end_run,
            "del": around.end_remove,
            "moveFrom": around.end_remove,
            "rt": around.end_remove,
            "rPrChange": around.end_was,
            "pPrChange": around.end_was,
            "fldSimple": around.end_simple_field,
            "sdt": around.end_control,
        }
        return {
            **{name: step for short, step in steps.items() for name in either(short)},
            COMPATIBILITY + "AlternateContent": self._draft.end_alternate,
            COMPATIBILITY + "Choice": self._draft.end_alternative,
            COMPATIBILITY + "Fallback": self._draft.end_alternative,
        }

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise SourceError(f"has more than {DEEPEST:,} elements within one another")
        if SPACE in attributes:
            self._spaces.append((self._depth, attributes[SPACE] == "preserve"))
        if step := self._steps.get(name):
            step(attributes)

    def _end(self, name: str) -> None:
        if step := self._last_steps.get(name):
            step()
        if self._spaces and self._spaces[-1][0] == self._depth:
            self._spaces.pop()
        self._depth -= 1

    def _count(self) -> None:
        """One more thing to keep."""
        self._left -= 1
        if self._left < 0:
            raise SourceError(f"has more than {LONGEST:,} stretches of text; no article has")

    def _paragraph(self, _: Attributes) -> None:
        self._count()
        self._draft.begin()
        self._around.paragraph()

    def _end_paragraph(self) -> None:
        self._draft.end()
        self._around.end_run()

    def _enter(self, _: Attributes) -> None:
        self._draft.enter(f"@{self.parser.CurrentByteIndex}")

    def _item(self, _: Attributes) -> None:
        if not self._around.former:
            self._draft.stand_alone()

    def _style(self, attributes: Attributes) -> None:
        if not self._around.former:
            self._draft.style(attribute(attributes, "val"))

    def _remark(self, attributes: Attributes) -> None:
        self.remarks.append((attribute(attributes, "id"), self._draft.line))

    def _alternate(self, _: Attributes) -> None:
        self._draft.alternate()

    def _alternative(self, _: Attributes) -> None:
        self._draft.alternative()

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
            self._put(self._leaf())

    def _end_deleted(self) -> None:
        self.parser.CharacterDataHandler = None
        self._put(OBJECT)

    def _end_instruction(self) -> None:
        self.parser.CharacterDataHandler = None
        self._around.instruct("".join(text for _, text in self._chunks))

    def _mark(self, mark: LineMark, _: Attributes) -> None:
        self._put(mark)

    def _tab(self, _: Attributes) -> None:
        """A tab; in the properties of a paragraph, only where one leads to."""
        if self._around.in_run:
            self._put(TAB)

    def _put(self, item: Leaf | LineMark) -> None:
        self._count()
        if not self._around.unread:
            self._draft.put(OBJECT if self._around.hidden else item)

    def _leaf(self) -> Leaf:
        """The text that was collected."""
        bits = tuple(_bit(self.data, at, text) for at, text in self._chunks)
        text = "".join(bit.text for bit in bits)
        preserved = bool(self._spaces and self._spaces[-1][1])
        lead = 0 if preserved else len(text) - len(text.lstrip(BLANK))
        locked = self._around.locked or self._draft.locked or self._raw or not together(bits)
        shown = text if preserved else text.strip(BLANK)
        return Leaf(shown, bits, self._tag, lead, preserved, locked, self._around.language)


def _bit(data: bytes, at: int, text: str) -> Bit:
    """The bytes that hold some text; a line end in it shows as a space."""
    if data[at : at + 1] == b"&":
        end = data.find(b";", at) + 1
    else:
        end = at + (2 if text == "\n" and data[at] == 13 and data[at + 1] == 10 else len(text.encode()))
    return Bit(text.replace("\n", " ").replace("\r", " "), at, end)
