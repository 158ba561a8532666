"""How documentation is laid out: paragraphs, titles, lists, and what in it is no prose.

It follows PEP 257 and what reStructuredText, Google and NumPy have made usual. Doctests, code,
tables and lists of types are passed over. The text is what a string or a run of comments says;
`embedded.lift_blocks` takes what is found here back to the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import BlockKind, BlockSource, Editability, Segment
from newslint.formats.embedded import lift_blocks
from newslint.formats.python.code import is_code
from newslint.formats.python.prose import is_wordy

FENCE = pattern(r"(?:```|~~~).*")
RULER = pattern(r"([-=~^*#+_.:\"'`])\1{2,}|[-=+| ]{3,}|([-=#*~_+])\2{2,}\s.*\2{3,}")
TABLE = pattern(r"\|.*\|")
DIRECTIVE = pattern(r"\.\.(?:\s+(?P<name>[\w:-]+)::)?(?:\s.*)?")
READ_ON = frozenset(
    """
    note warning tip hint important caution danger attention error admonition seealso deprecated
    versionadded versionchanged versionremoved rubric topic
    """.split()
)
"""Directives whose body is prose."""
ITEM = pattern(
    r"(?:[-*+•](?! +\*{0,2}[\w.]+ +:)|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)"
    r"|:[a-z]+(?:\s[^:]{0,80})?:(?:\s+|$)"
    r"|(?:[-*+] +)?\*{0,2}[\w.]+(?:\s*\([^)]*\))? +: +(?=\S)"
)
TYPE = pattern(r":(?:r?type|vartype)\b.*")
NUMPY_TYPE = pattern(r"\*{0,2}\w+(?:, \*{0,2}\w+)* : \S.*|[\w.]+")
SECTION = pattern(
    r"(?i)(?:(?:other |keyword )?(?:args|arguments|parameters|params)"
    r"|attributes|returns?|raises|yields?|warns)"
)
SAMPLE = pattern(r"(?i)(?:usage|synopsis|examples?|samples?)::?")
ENTRY = pattern(r"\*{0,2}[\w.]+(?:\s*\([^)]*\))?:(?:\s+(?=\S)|$)")
CODE = (
    r"``(?=\S)[^`]{1,80}(?<=\S)``|(?::[\w:.+-]{1,40}:)?`(?=[^\s`])[^`]{1,80}(?<=[^\s`])`_{0,2}"
    r"|\b[A-Za-z_][\w.]*\(\)|`[^`'\s][^`'\n]{0,40}'(?!\w)"
    r"|(?<![\w'\"])[bBrRuUfF]{0,2}(?:''|\"\")(?![\w'\"])"
    r"|(?<!\w)([\"'])(?:[^\w\s\"'.,;:?!…]|[^\w\"']{2,8}|[^\"'\n]{0,20}[\[\]{}<>*_=\\|/#+~^@][^\"'\n]{0,20})\1(?!\w)"
)
FIELD = (
    r"\{[^{}]{0,80}\}|[{}]"
    r"|%\([^()]{1,40}\)[-#0+]?[\d.]*[a-zA-Z]|%[-#0+]?[\d.]*[sdrfiuxeg](?!\w)|%%"
    r"|\$\$|\$[A-Za-z_]\w*|\$\{\w+\}"
)
MARK = pattern(rf"(?P<field>{FIELD})|(?P<code>{CODE})|(?P<dotted>\b[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)")
EDGES = " \t\f\r"
"""White space that lays lines out; other may be damage."""
OBJECT = "\ufffc"
"""What code within a sentence reads as: the character that Unicode has for an object among letters."""


@dataclass(frozen=True, slots=True)
class _Line:
    at: Span
    text: str
    indent: int


@dataclass(slots=True)
class _Paragraph:
    lines: list[_Line]
    item: bool = False
    """Whether its later lines may be indented deeper than the first."""
    kind: BlockKind = BlockKind.PARAGRAPH

    def goes_on(self, line: _Line) -> bool:
        """Whether a line continues it."""
        last = self.lines[-1].indent
        return line.indent == last or (self.item and len(self.lines) == 1 and line.indent > last)


def parse_blocks(text: str, names: Set[str], *, folded: bool) -> Iterator[BlockSource]:
    """The paragraphs of a text; spans are those of the text.

    `names` are those of the program: joined to others by periods they are code. If the text is not `folded`,
    a line is a paragraph unless the next one begins with a small letter.
    """
    for paragraph in _Layout(text, folded).read():
        part = _part(text, paragraph)
        marked = BlockSource(part.kind, tuple(_marked(part.text, names)))
        if is_wordy(marked.text):
            yield from lift_blocks([marked], part)


@dataclass
class _Layout:
    """A walk down the lines of a text."""

    text: str
    folded: bool
    done: list[_Paragraph] = field(default_factory=list)
    open: _Paragraph | None = None
    beneath: int | None = None
    """What is indented deeper than this is no prose, for now."""
    fence: str = ""
    doctest: bool = False
    entries: int | None = None
    """The indentation of a heading under which names stand before colons."""
    types: bool = False
    """Whether lines of types stand between the paragraphs."""

    def read(self) -> list[_Paragraph]:
        """All paragraphs."""
        for block in _blocks(self.text):
            self.close()
            self.doctest = False
            if self.fence or not is_code([" " * line.indent + line.text for line in block]):
                for line in block:
                    if not self.passes_over(line):
                        self.take(line)
        self.close()
        return self.done

    def close(self) -> None:
        """End the open paragraph; two colons at its end announce what is no prose."""
        if self.open and not is_code([line.text for line in self.open.lines]):
            self.done.append(self.open)
            if self.open.lines[-1].text.endswith("::"):
                self.beneath = self.open.lines[-1].indent
        self.open = None

    def passes_over(self, line: _Line) -> bool:
        """Whether a line is in the midst of what is no prose, or begins it."""
        if self.fence or FENCE.fullmatch(line.text):
            ends = bool(self.fence) and line.text.startswith(self.fence)
            self.close()
            self.fence = "" if ends else self.fence or line.text[:3]
            return True
        if self.beneath is not None and line.indent > self.beneath:
            return True
        self.beneath = None
        if line.text.startswith(">>>"):
            self.close()
            self.doctest = True
        return self.doctest

    def take(self, line: _Line) -> None:
        """Read a line that may be prose."""
        directive = DIRECTIVE.fullmatch(line.text)
        if directive or SAMPLE.fullmatch(line.text):
            self.close()
            if not directive or directive["name"] not in READ_ON:
                self.beneath = line.indent
        elif RULER.fullmatch(line.text):
            self._underline(line)
        elif TABLE.fullmatch(line.text) or TYPE.fullmatch(line.text) or self._is_type(line):
            self.close()
        elif line.text.endswith(":") and SECTION.fullmatch(line.text[:-1]):
            self.close()
            self.entries = line.indent
        elif begins := self._item(line):
            self.close()
            self.open = _Paragraph([_after(line, begins)], item=True) if begins < len(line.text) else None
        elif self.open and self.open.goes_on(line) and (self.folded or line.text[0].islower()):
            self.open.lines.append(line)
        else:
            self.close()
            self.open = _Paragraph([line])

    def _underline(self, line: _Line) -> None:
        """A line of dashes or the like makes a title of one line above it."""
        if self.open and len(self.open.lines) == 1 and not self.open.item and " " not in line.text:
            self.open.kind = BlockKind.HEADLINE
            self.types = bool(SECTION.fullmatch(self.open.lines[0].text))
        self.close()

    def _is_type(self, line: _Line) -> bool:
        return self.types and bool(NUMPY_TYPE.fullmatch(line.text))

    def _item(self, line: _Line) -> int:
        """How long the mark or name before an item is; 0 where none begins."""
        item = ITEM.match(line.text)
        if item and (not line.text[0].isdigit() or line.text[0] == "1" or not self.open or self.open.item):
            return item.end()
        if self.entries is None:
            return 0
        if line.indent <= self.entries:
            self.entries = None
            return 0
        deeper = self.open and self.open.item and line.indent > self.open.lines[0].indent
        entry = ENTRY.match(line.text)
        return entry.end() if entry and not deeper else 0


def _after(line: _Line, begins: int) -> _Line:
    """A line without what stands before its prose."""
    return _Line(Span(line.at.start + begins, line.at.end), line.text[begins:], line.indent)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """The lines of a text without their indentation, parted where one is empty.

    The indentation that all lines but the first have in common is none.
    """
    margin = min((_indent(line) for line in text.split("\n")[1:] if line.strip(EDGES)), default=0)
    at, block = 0, list[_Line]()
    for whole in text.split("\n"):
        line = whole.strip(EDGES)
        if line:
            start = at + whole.index(line)
            indent = _indent(whole) - margin if at else 0
            block.append(_Line(Span(start, start + len(line)), line, indent))
        elif block:
            yield block
            block = []
        at += len(whole) + 1
    if block:
        yield block


def _indent(line: str) -> int:
    line = line.expandtabs()
    return len(line) - len(line.lstrip(EDGES))


def _part(text: str, paragraph: _Paragraph) -> BlockSource:
    """A paragraph as a part of the text; the end of a line reads as a space."""
    segments: list[Segment] = []
    for line in paragraph.lines:
        if segments:
            segments.append(Segment(" ", Span(segments[-1].span.end, line.at.start), Editability.READ_ONLY))
        segments.append(Segment(line.at.of(text), line.at))
    alone = paragraph.item or paragraph.kind is BlockKind.HEADLINE
    flow = f"line@{paragraph.lines[0].at.start}" if alone else ""
    return BlockSource(paragraph.kind, tuple(segments), flow=flow)


def _marked(text: str, names: Set[str]) -> Iterator[Segment]:
    """A text with its code and its fields fixed; code reads as an object."""
    at = 0
    for mark in MARK.finditer(text):
        dotted = mark["dotted"]
        if not dotted or names & {*dotted.split(".")}:
            if at < mark.start():
                yield Segment(text[at : mark.start()], Span(at, mark.start()))
            yield Segment(mark["field"] or OBJECT, Span(*mark.span()), Editability.READ_ONLY)
            at = mark.end()
    if at < len(text):
        yield Segment(text[at:], Span(at, len(text)))
