"""Parses the layout of docstrings and comments.

It follows PEP 257 and the conventions of reStructuredText, Google and NumPy. Doctests, code, tables and
lists of types are skipped. The input is the value of a string or the text of a run of comments;
`embedded.lift_blocks` converts the result to blocks of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from msgspec import Struct, field

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
PROSE_DIRECTIVES = frozenset(
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
"""White space for layout; other white space may be damage."""
OBJECT = "\ufffc"
"""The object replacement character, which rules read in place of code inside a sentence."""


class _Line(Struct, frozen=True):
    at: Span
    text: str
    indent: int


class _Paragraph(Struct):
    lines: list[_Line]
    item: bool = False
    """Whether its later lines may be indented more than the first."""
    kind: BlockKind = BlockKind.PARAGRAPH

    def is_continued_by(self, line: _Line) -> bool:
        """Whether a line continues it."""
        last = self.lines[-1].indent
        return line.indent == last or (self.item and len(self.lines) == 1 and line.indent > last)


def parse_blocks(text: str, names: Set[str], *, folded: bool) -> Iterator[BlockSource]:
    """Yield the paragraphs of a text; spans refer to the text.

    `names` are identifiers of the program; in dotted names they are code. If the text is not `folded`, a
    line is a paragraph unless the next one begins with a lower-case letter.
    """
    for paragraph in _Layout(text, folded).read():
        part = _block_source(text, paragraph)
        marked = BlockSource(part.kind, tuple(_mask_code(part.text, names)))
        if is_wordy(marked.text):
            yield from lift_blocks([marked], part)


class _Layout(Struct):
    """Groups the lines of a text into paragraphs."""

    text: str
    folded: bool
    finished: list[_Paragraph] = field(default_factory=list)
    open: _Paragraph | None = None
    beneath: int | None = None
    """While set, lines with a larger indentation are not prose."""
    fence: str = ""
    doctest: bool = False
    entries: int | None = None
    """The indentation of a section heading with `name: description` entries."""
    types: bool = False
    """Whether the section has lines with types."""

    def read(self) -> list[_Paragraph]:
        """Group all lines into paragraphs."""
        for block in _blocks(self.text):
            self.close()
            self.doctest = False
            if self.fence or not is_code([" " * line.indent + line.text for line in block]):
                for line in block:
                    if not self.skips(line):
                        self.take(line)
        self.close()
        return self.finished

    def close(self) -> None:
        """End the open paragraph; `::` at its end introduces a literal block."""
        if self.open and not is_code([line.text for line in self.open.lines]):
            self.finished.append(self.open)
            if self.open.lines[-1].text.endswith("::"):
                self.beneath = self.open.lines[-1].indent
        self.open = None

    def skips(self, line: _Line) -> bool:
        """Whether a line is in, or begins, a fence, literal or doctest."""
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
        """Add a line that may be prose."""
        directive = DIRECTIVE.fullmatch(line.text)
        if directive or SAMPLE.fullmatch(line.text):
            self.close()
            if not directive or directive["name"] not in PROSE_DIRECTIVES:
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
            self.open = (
                _Paragraph([_without_marker(line, begins)], item=True) if begins < len(line.text) else None
            )
        elif self.open and self.open.is_continued_by(line) and (self.folded or line.text[0].islower()):
            self.open.lines.append(line)
        else:
            self.close()
            self.open = _Paragraph([line])

    def _underline(self, line: _Line) -> None:
        """Make a single line above a ruler a headline."""
        if self.open and len(self.open.lines) == 1 and not self.open.item and " " not in line.text:
            self.open.kind = BlockKind.HEADLINE
            self.types = bool(SECTION.fullmatch(self.open.lines[0].text))
        self.close()

    def _is_type(self, line: _Line) -> bool:
        return self.types and bool(NUMPY_TYPE.fullmatch(line.text))

    def _item(self, line: _Line) -> int:
        """The length of the marker of a list item, or 0."""
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


def _without_marker(line: _Line, begins: int) -> _Line:
    """A line without the marker of its list item."""
    return _Line(Span(line.at.start + begins, line.at.end), line.text[begins:], line.indent)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Yield runs of non-blank lines, with indentation stripped.

    Indentation common to all lines but the first is ignored.
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


def _block_source(text: str, paragraph: _Paragraph) -> BlockSource:
    """The source of a paragraph; line ends read as spaces."""
    segments: list[Segment] = []
    for line in paragraph.lines:
        if segments:
            segments.append(Segment(" ", Span(segments[-1].span.end, line.at.start), Editability.READ_ONLY))
        segments.append(Segment(line.at.of(text), line.at))
    alone = paragraph.item or paragraph.kind is BlockKind.HEADLINE
    flow = f"line@{paragraph.lines[0].at.start}" if alone else ""
    return BlockSource(paragraph.kind, tuple(segments), flow=flow)


def _mask_code(text: str, names: Set[str]) -> Iterator[Segment]:
    """Make code and format fields read-only; code reads as an object."""
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
