"""The strings, comments and names of a module, as libcst parses it, and their places.

A string or comment is found by its text: libcst gives its nodes in the order of the file, and no quotation
mark or number sign stands between two of them. The positions in its metadata are too low behind a byte order
mark, a form feed or a backslash at the beginning of a line, and 300 strings side by side exceed the recursion
limit there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from keyword import kwlist
from tokenize import TokenError

import libcst as cst

from newslint.core.errors import ParseError
from newslint.core.positions import Span
from newslint.core.segments import Comment
from newslint.core.source import Lines
from newslint.formats.python.code import parse_quietly
from newslint.formats.python.depth import check_depth

HOLES = (cst.FormattedStringExpression, cst.TemplatedStringExpression)
StringNode = cst.SimpleString | cst.FormattedString | cst.TemplatedString


@dataclass(frozen=True, slots=True)
class StringToken:
    """A string: its prefix in small letters, its quotes, and the places of its interpolations."""

    span: Span
    prefix: str
    quote: str
    holes: tuple[Span, ...] = ()

    @property
    def body(self) -> Span:
        """What stands between the quotes."""
        return Span(
            self.span.start + len(self.prefix) + len(self.quote),
            self.span.end - len(self.quote),
        )


@dataclass(slots=True)
class Syntax:
    """The strings and comments of a module in order, without those in f-strings, and the tree around them."""

    strings: dict[cst.CSTNode, StringToken] = field(default_factory=dict)
    comments: list[Comment] = field(default_factory=list)
    names: set[str] = field(default_factory=lambda: {*kwlist})
    """Those that the code uses, and the keywords."""
    parents: dict[cst.CSTNode, cst.CSTNode] = field(default_factory=dict)
    """The node around each node."""


def read(text: str) -> Syntax:
    """Parse a module.

    Raises:
        ParseError: it is no Python that libcst can parse, or it is nested too deeply.

    """
    module, syntax, at = _parse(text), Syntax(), 0
    for node in _in_order(module, syntax.parents):
        if isinstance(node, cst.Name):
            syntax.names.add(node.value)
        elif isinstance(node, cst.Comment):
            start = text.index(node.value, at)
            at = start + len(node.value)
            syntax.comments.append(Comment(Span(start, at), node.value))
        elif isinstance(node, StringNode):
            token = _string(text, at, node, module)
            at = token.span.end
            syntax.strings[node] = token
    return syntax


def _parse(text: str) -> cst.Module:
    try:
        check_depth(text)
        return cst.parse_module(text.rstrip())  # it loses an indented comment before blanks at the end
    except UnicodeEncodeError as error:
        raise _unreadable(*Lines(text).position(error.start), "half of a surrogate pair") from None
    except (TokenError, SyntaxError, cst.ParserSyntaxError) as error:
        raise _explained(text, error) from None


def _explained(text: str, error: Exception) -> ParseError:
    """An error with the place and the reason that Python itself gives; those of libcst are coarse."""
    try:
        parse_quietly(text)
    except SyntaxError as known:
        return _unreadable(known.lineno or 1, known.offset or 1, known.msg)
    except (ValueError, RecursionError, MemoryError):
        pass
    return _unreadable(getattr(error, "raw_line", 1), 1, "libcst cannot parse this")


def _unreadable(line: int, column: int, why: str) -> ParseError:
    return ParseError(f"line {line}, column {column}: {why}; is this Python?")


def _in_order(module: cst.Module, parents: dict[cst.CSTNode, cst.CSTNode]) -> Iterator[cst.CSTNode]:
    """The nodes of a module as the file has them: a string between its brackets, without what is in it."""
    todo: list[cst.CSTNode] = [module]
    while todo:
        node = todo.pop()
        if isinstance(node, StringNode):
            if node.lpar and node.lpar[0] not in parents:
                parents |= dict.fromkeys([*node.lpar, *node.rpar], node)
                todo += [*reversed(node.rpar), node, *reversed(node.lpar)]
            else:
                yield node
        else:
            yield node
            children = node.children
            parents |= dict.fromkeys(children, node)
            todo += reversed(children)


def _string(text: str, at: int, node: StringNode, module: cst.Module) -> StringToken:
    """A string that stands somewhere behind `at`."""
    if isinstance(node, cst.SimpleString):
        start = text.index(node.value, at)
        return StringToken(Span(start, start + len(node.value)), node.prefix, node.quote)
    codes = [node.start, *map(module.code_for_node, node.parts), node.end]
    start = text.index("".join(codes), at)
    holes, at = [], start
    for part, code in zip((None, *node.parts, None), codes, strict=True):
        if isinstance(part, HOLES):
            holes.append(Span(at, at + len(code)))
        at += len(code)
    return StringToken(Span(start, at), node.prefix, node.quote, tuple(holes))
