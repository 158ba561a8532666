"""Python: docstrings, comments, translatable messages, and other prose literals.

Each is a separate article, as one says nothing about the next.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set

from msgspec.structs import replace

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import (
    DEFAULT_OPTIONS,
    BlockKind,
    BlockSource,
    Comment,
    Editability,
    ParseOptions,
    Segment,
)
from newslint.core.source import Lines, Source
from newslint.formats.embedded import lift_blocks
from newslint.formats.python.code import DIRECTIVE
from newslint.formats.python.layout import parse_blocks
from newslint.formats.python.places import Literal, Role, literals
from newslint.formats.python.prose import is_prose
from newslint.formats.python.strings import segments
from newslint.formats.python.syntax import parse_syntax
from newslint.text.document import Document, ParsedFile

COOKIE = pattern(r"(?:[ \t\f]*(?:#.*)?(?:\r\n|\r|\n))?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
UTF8 = pattern(r"(?i)utf[-_]?8(?:-.*)?")
LATIN1 = pattern(r"(?i)(?:latin-1|iso-8859-1|iso-latin-1)(?:-.*)?")
HEAD = pattern(r"(?:\s|#[^\r\n]*)*")
"""The comments before the first statement."""
MARK = pattern(r"#+:?")
SPACE = pattern(r"[ \t\f]*(?:\r\n|\r|\n)[ \t\f]*")
LICENCE = pattern(r"(?i)\bcopyright\b|\blicen[cs]ed?\b|all rights reserved")
"""Words in a file header that must not be edited."""
NAMES = {Role.MESSAGE: "msgid", Role.LITERAL: "literal", Role.FRAGMENT: "literal"}


def declared_encoding(data: bytes) -> str | None:
    """The encoding declared in the first two lines (PEP 263), if any."""
    head = b"".join(data.splitlines(keepends=True)[:2]) if len(data) < 400 else data[:400]
    found = COOKIE.match(head.decode("latin-1").removeprefix("ï»¿"))
    if not found:
        return None
    if UTF8.fullmatch(found[1].replace("_", "-")):
        return "utf-8"
    return "latin-1" if LATIN1.fullmatch(found[1].replace("_", "-")) else str(found[1])


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Parse the prose of a module.

    Raises:
        ParseError: the source is not valid Python 3, or is nested too deeply.

    """
    text, lines = source.text, Lines(source.text)
    syntax, begins = parse_syntax(text), _first_statement(text)
    articles = [list(_literal(text, literal, syntax.names)) for literal in literals(syntax)]
    for run in _runs(text, lines, syntax.comments):
        outer = _comment(text, run)
        if run[0].span.start > begins or not LICENCE.search(outer.text):
            articles.append(list(lift_blocks(parse_blocks(outer.text, syntax.names, folded=True), outer)))
    articles = sorted((parts for parts in articles if parts), key=lambda parts: parts[0].segments[0].span)
    documents = (
        Document(tuple(parts), parse_options, index, from_page=False) for index, parts in enumerate(articles)
    )
    comments = (_instruction(text, lines, comment) for comment in syntax.comments)
    return ParsedFile(source, tuple(documents), tuple(comments))


def _literal(text: str, literal: Literal, names: Set[str]) -> Iterator[BlockSource]:
    """Yield the paragraphs of a literal, if it is prose."""
    documents = literal.role is Role.DOCUMENTATION
    shown = tuple(segments(text, literal.strings, template=not documents))
    if literal.role is Role.MESSAGE:
        shown = tuple(_lock(shown))
    outer = BlockSource(
        BlockKind.PARAGRAPH, shown, (literal.owner or "module") if documents else NAMES[literal.role]
    )
    doubtful = literal.role in (Role.LITERAL, Role.FRAGMENT)
    if doubtful and not is_prose(outer.text, alone=literal.role is Role.LITERAL):
        return
    folded = documents or any({"\n", "\r"} & {*string.span.of(text)} for string in literal.strings)
    yield from lift_blocks(parse_blocks(outer.text, names, folded=folded), outer)


def _lock(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Make every character read-only, as translations are looked up by the text."""
    for segment in segments:
        if segment.editability is Editability.EDITABLE:
            for at, letter in enumerate(segment.text, segment.span.start):
                yield Segment(letter, Span(at, at + 1), Editability.READ_ONLY)
        else:
            yield replace(segment, editability=Editability.READ_ONLY)


def _first_statement(text: str) -> int:
    """The offset of the first statement."""
    found = HEAD.match(text)
    return found.end() if found else 0


def _runs(text: str, lines: Lines, comments: Iterable[Comment]) -> Iterator[list[Comment]]:
    """Yield runs of consecutive comments in one column, split at directives."""
    run: list[Comment] = []
    column = 0
    for comment in comments:
        here = comment.span.start - _line_start(lines, comment)
        speaks = DIRECTIVE.match(comment.text, len(_mark(comment)))
        if run and (
            speaks or here != column or not SPACE.fullmatch(text, run[-1].span.end, comment.span.start)
        ):
            yield run
            run = []
        if not speaks:
            run.append(comment)
            column = here
    if run:
        yield run


def _comment(text: str, run: Sequence[Comment]) -> BlockSource:
    """The text of a run of comments."""
    shown: list[Segment] = []
    for comment in run:
        start, end = comment.span.start + len(_mark(comment)), comment.span.end
        if shown:
            shown.append(Segment("\n", Span(shown[-1].span.end, start), Editability.READ_ONLY))
        shown.append(Segment(text[start:end], Span(start, end), Editability.EDITABLE, encode_comment))
    return BlockSource(BlockKind.PARAGRAPH, tuple(shown), "comment")


def _line_start(lines: Lines, token: Comment) -> int:
    return lines.starts[bisect_right(lines.starts, token.span.start) - 1]


def _mark(comment: Comment) -> str:
    """The characters before the text of a comment."""
    found = MARK.match(comment.text)
    return found[0] if found else ""


def encode_comment(text: str) -> str | None:
    """Encode text for a comment; it must stay on one line."""
    return None if {*text} & {"\n", "\r", "\0"} else text


def _instruction(text: str, lines: Lines, token: Comment) -> Comment:
    """A comment as an instruction, for its line if at the end."""
    start = _line_start(lines, token)
    code = text[start : token.span.start]
    begins = start + len(code) - len(code.lstrip()) if code.strip() else token.span.start
    return Comment(Span(begins, token.span.end), token.text[len(_mark(token)) :].strip())
