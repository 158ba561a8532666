"""The strings, comments and names of a module, with its syntax tree.

The tree comes from libcst, and positions from `tokenize`, which yields the same strings in the same order.
Positions in the metadata of libcst are too low after a form feed or a backslash at the beginning of a line,
300 adjacent strings exceed its recursion limit, and it loses indented comments at the end of a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from keyword import kwlist
from tokenize import COMMENT, TokenError, generate_tokens, tok_name

import libcst as cst
from msgspec import Struct, field

from newslint.core.errors import ParseError
from newslint.core.positions import Span
from newslint.core.segments import Comment
from newslint.core.source import Lines
from newslint.formats.python.code import parse_quietly
from newslint.formats.python.depth import check_depth

HOLES = (cst.FormattedStringExpression, cst.TemplatedStringExpression)
BETWEEN = (cst.TrailingWhitespace, cst.EmptyLine, cst.BaseParenthesizableWhitespace, cst.Comma, cst.Dot)
"""Nodes that hold neither strings nor names."""
StringNode = cst.SimpleString | cst.FormattedString | cst.TemplatedString


class StringToken(Struct, frozen=True):
    """A string: its lower-case prefix, its quotes and its interpolations."""

    span: Span
    prefix: str
    quote: str
    holes: tuple[Span, ...] = ()

    @property
    def body(self) -> Span:
        """The span between the quotes."""
        return Span(
            self.span.start + len(self.prefix) + len(self.quote),
            self.span.end - len(self.quote),
        )


class Syntax(Struct):
    """The strings of a module in order, and the tree around them."""

    strings: dict[cst.CSTNode, StringToken] = field(default_factory=dict)
    comments: list[Comment] = field(default_factory=list)
    names: set[str] = field(default_factory=lambda: {*kwlist})
    """Identifiers of the code, and keywords."""
    parents: dict[cst.CSTNode, cst.CSTNode] = field(default_factory=dict)
    """The parent of each node."""


def parse_syntax(text: str) -> Syntax:
    """Parse a module.

    Raises:
        ParseError: libcst cannot parse the module, or it is nested too deeply.

    """
    syntax = Syntax()
    try:
        ends = list(_ends(text, syntax.comments))
        module = cst.parse_module(text)
    except UnicodeEncodeError as error:
        raise _unreadable(*Lines(text).position(error.start), "lone surrogate") from None
    except (TokenError, SyntaxError, cst.ParserSyntaxError) as error:
        raise _explain(text, error) from None
    for node, end in zip(_strings(module, syntax), ends, strict=True):
        syntax.strings[node] = _token(node, end, module)
    return syntax


def _ends(text: str, comments: list[Comment]) -> Iterator[int]:
    """Yield the end of each string; collect comments on the way."""
    lines, opened = Lines(text), 0
    for token in check_depth(generate_tokens(StringIO(text, newline=None).readline)):
        kind = tok_name[token.type]
        opened += kind.endswith("STRING_START") - kind.endswith("STRING_END")
        if not opened and kind.endswith(("STRING", "STRING_END", "COMMENT")):
            end = lines.starts[token.end[0] - 1] + token.end[1]
            if token.type == COMMENT:
                comments.append(Comment(Span(end - len(token.string), end), token.string))
            else:
                yield end


def _explain(text: str, error: Exception) -> ParseError:
    """An error with Python's own reason, as that of libcst is vague."""
    try:
        parse_quietly(text)
    except SyntaxError as known:
        return _unreadable(known.lineno or 1, known.offset or 1, known.msg)
    except (ValueError, RecursionError, MemoryError):
        pass
    return _unreadable(getattr(error, "raw_line", 1), 1, "libcst cannot parse this")


def _unreadable(line: int, column: int, why: str) -> ParseError:
    return ParseError(f"line {line}, column {column}: {why}; is this Python?")


def _strings(module: cst.Module, syntax: Syntax) -> Iterator[StringNode]:
    """Yield the strings of the tree; collect names and parents, too."""
    todo: list[cst.CSTNode] = [module]
    while todo:
        node = todo.pop()
        if isinstance(node, StringNode):
            yield node
        elif isinstance(node, cst.Name):
            syntax.names.add(node.value)
        elif not isinstance(node, BETWEEN):
            children = node.children
            syntax.parents |= dict.fromkeys(children, node)
            todo += reversed(children)


def _token(node: StringNode, end: int, module: cst.Module) -> StringToken:
    """The position and the parts of a string in the tree."""
    if isinstance(node, cst.SimpleString):
        return StringToken(Span(end - len(node.value), end), node.prefix, node.quote)
    at, holes = end - len(node.end), list[Span]()
    for part in reversed(node.parts):
        start = at - len(module.code_for_node(part))
        if isinstance(part, HOLES):
            holes.insert(0, Span(start, at))
        at = start
    return StringToken(Span(at - len(node.start), end), node.prefix, node.quote, tuple(holes))
