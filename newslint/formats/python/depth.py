"""Limits the nesting of a module before libcst parses it.

The parser of libcst recurses without a bound, and the process crashes if the stack overflows. Its time grows
with the square of the depth, in brackets with the cube, and in those of `case` and `del` exponentially.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from platform import python_version_tuple
from tokenize import COMMENT, NAME, NL, OP, TokenInfo, tok_name

from msgspec import Struct, field

from newslint.core.errors import ParseError
from newslint.formats.python.code import parse_quietly

VERSION = ".".join(python_version_tuple()[:2])
DEEPEST = 800
"""Units of depth; libcst 1.9 uses up to 0.7 kB per unit of a stack that may have just 1 MB."""
STRING, OPERATOR, BRACKET, TARGET, BLOCK = 2, 4, 8, 100, 40
"""The units of each. A string counts after another string, and a bracket counts as an operator, too;
`TARGET` is a bracket in `case` or `del`."""
OPENERS = frozenset(["(", "[", "{", "#FSTRING_START", "#TSTRING_START"])
CLOSERS = frozenset([")", "]", "}", "#FSTRING_END", "#TSTRING_END", "#DEDENT"])
STARTS = frozenset(["#NEWLINE", "#INDENT", "#DEDENT"])
LINKS = frozenset("and or not if else is in for async await lambda yield from".split())
"""Keywords that continue or nest an expression like operators."""
STRINGS = frozenset(["#STRING", "#FSTRING_END", "#TSTRING_END"])
LISTS = {"lambda": ":", "for": "in"}
"""Keywords before comma-separated names, and what ends the names."""
INTERPOLATED = re.compile(r"(?i)(?:[ft]r?|r[ft])(?=['\"])")
FLATTENED = re.compile(r"\(\s*(?=\()|['\"]\s*(?=\w{0,2}['\"])")
"""Adjacent brackets and strings, which leave no trace in the tree of `ast`."""


class _Nesting(Struct):
    """A block, or the inside of a bracket."""

    weight: int = 0
    units: int = 0
    """Units of the expression so far."""
    elifs: int = 0
    """Branches of the `if` so far; each is nested in the previous one."""
    bracket: int = BRACKET
    """Units of a bracket in the statement."""
    lists: list[str] = field(default_factory=list)
    """The terminators of the open lists of names."""

    def begin(self, word: str) -> None:
        """Begin a statement."""
        self.elifs = self.elifs + 1 if word == "elif" else 0
        self.units = self.elifs * OPERATOR
        self.bracket = TARGET if word == "case" else BRACKET

    def end(self) -> None:
        """End an expression."""
        self.units = self.elifs * OPERATOR
        self.lists = []

    def add(self, sign: str, before: str) -> None:
        """Read a token of an expression."""
        self.units += _units(sign, before)
        if sign == "del":
            self.bracket = TARGET
        elif sign in LISTS:
            self.lists.append(LISTS[sign])
        elif self.lists and sign == self.lists[-1]:
            self.lists.pop()


def check_depth(tokens: Iterable[TokenInfo]) -> Iterator[TokenInfo]:
    """Pass tokens through, unless they are nested too deeply for libcst.

    Raises:
        ParseError: an expression or a block is nested too deeply, or an f-string is newer than this Python.

    """
    levels = [_Nesting()]
    before, sign_before = None, "#NEWLINE"
    for token in tokens:
        yield token
        if token.type in (COMMENT, NL):
            continue
        sign = _sign(token)
        _take(levels, sign, sign_before)
        units = sum(level.weight + level.units for level in levels)
        if sign == "#STRING":
            units += _units_inside(token, before)
        if units > DEEPEST:
            raise ParseError(f"expression nested too deeply for newslint at line {token.start[0]}")
        before, sign_before = token, sign


def _sign(token: TokenInfo) -> str:
    """The text of a word or operator, or else the token's type."""
    return token.string if token.type in (OP, NAME) else "#" + tok_name[token.type]


def _take(levels: list[_Nesting], sign: str, before: str) -> None:
    """Update the open levels with a token."""
    level = levels[-1]
    if sign == "#INDENT":
        levels.append(_Nesting(BLOCK))
    elif sign in CLOSERS:
        del levels[max(len(levels) - 1, 1) :]
    elif sign in ("#NEWLINE", ";") or (sign == "," and not level.lists):
        level.end()
    else:
        if before in STARTS:
            level.begin(sign)
        level.add(sign, before)
        if sign in OPENERS:
            levels.append(_Nesting(level.bracket, bracket=level.bracket))


def _units(sign: str, before: str) -> int:
    """The units that a token adds to an expression."""
    if sign in STRINGS:
        return STRING if before in STRINGS else 0
    is_operator = (
        sign in LINKS or sign in OPENERS or not (sign.isidentifier() or sign in ":," or sign[0] == "#")
    )
    return OPERATOR if is_operator else 0


def _units_inside(token: TokenInfo, before: TokenInfo | None) -> int:
    """The units of an f-string (one token before 3.12) or t-string (3.14)."""
    string = token.string
    if before and before.end == token.start and before.type == NAME:
        string = before.string + string
    if not INTERPOLATED.match(string):
        return 0
    try:
        nodes: list[ast.AST] = [parse_quietly(string[:2].lower().replace("t", "f") + string[2:])]
    except (SyntaxError, ValueError):
        raise ParseError(
            f"line {token.start[0]}, column {token.start[1] + 1}: f-string not valid in Python {VERSION}: "
            "run newslint with a later version"
        ) from None
    except (RecursionError, MemoryError):
        return DEEPEST + 1
    units = len(FLATTENED.findall(string)) * (OPERATOR + BRACKET)
    while nodes:
        units += BRACKET + OPERATOR + OPERATOR * max(_flattened_units(node) for node in nodes)
        nodes = [child for node in nodes for child in ast.iter_child_nodes(node)]
    return units


def _flattened_units(node: ast.AST) -> int:
    """How many operators or loops a node of the tree combines."""
    return len(node.values) if isinstance(node, ast.BoolOp) else len(getattr(node, "generators", ()))
