"""How deeply a module is nested, measured before libcst reads it.

The parser of libcst recurses on the stack of its thread without a bound: where the stack overflows, the
process ends. The time that it takes grows with the square of the depth, in brackets with the cube, and in
those of `case` and `del` exponentially.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from platform import python_version_tuple
from tokenize import COMMENT, NAME, NL, OP, TokenInfo, tok_name

from newslint.core.errors import ParseError
from newslint.formats.python.code import parse_quietly

VERSION = ".".join(python_version_tuple()[:2])
DEEPEST = 800
"""Units of depth, of which each takes libcst 1.9 up to 0.7 kB of a stack that may be as small as 1 MB."""
STRING, OPERATOR, BRACKET, TARGET, BLOCK = 2, 4, 8, 100, 40
"""The units of each. A string counts if another one stands before it, and a bracket is an operator, too;
`TARGET` is a bracket in `case` or `del`."""
OPENERS = frozenset(["(", "[", "{", "#FSTRING_START", "#TSTRING_START"])
CLOSERS = frozenset([")", "]", "}", "#FSTRING_END", "#TSTRING_END", "#DEDENT"])
STARTS = frozenset(["#NEWLINE", "#INDENT", "#DEDENT"])
LINKS = frozenset("and or not if else is in for async await lambda yield from".split())
"""Words that an expression goes on with, or deeper, as with any operator."""
STRINGS = frozenset(["#STRING", "#FSTRING_END", "#TSTRING_END"])
LISTS = {"lambda": ":", "for": "in"}
"""Words before names with commas, and what ends the names."""
INTERPOLATED = re.compile(r"(?i)(?:[ft]r?|r[ft])(?=['\"])")
FLATTENED = re.compile(r"\(\s*(?=\()|['\"]\s*(?=\w{0,2}['\"])")
"""Brackets and strings side by side, which leave no trace in the tree of `ast`."""


@dataclass(slots=True)
class _Nesting:
    """A block, or the inside of a bracket."""

    weight: int = 0
    units: int = 0
    """Those of the expression so far."""
    elifs: int = 0
    """Branches of the `if` so far; each is nested in the one before."""
    bracket: int = BRACKET
    """The weight of the brackets in the statement."""
    lists: list[str] = field(default_factory=list)
    """The ends of the lists of names that are open."""

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


def measured(tokens: Iterable[TokenInfo]) -> Iterator[TokenInfo]:
    """The same tokens, as long as they are not nested too deeply for libcst.

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
    """The text of a word or an operator; for all else its kind, after a number sign."""
    return token.string if token.type in (OP, NAME) else "#" + tok_name[token.type]


def _take(levels: list[_Nesting], sign: str, before: str) -> None:
    """Read a token."""
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
    """How much deeper an expression is by a token."""
    if sign in STRINGS:
        return STRING if before in STRINGS else 0
    is_operator = (
        sign in LINKS or sign in OPENERS or not (sign.isidentifier() or sign in ":," or sign[0] == "#")
    )
    return OPERATOR if is_operator else 0


def _units_inside(token: TokenInfo, before: TokenInfo | None) -> int:
    """The depth of an f-string where it is one token: before Python 3.12, or 3.14 for t-strings."""
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
        units += BRACKET + OPERATOR + OPERATOR * max(_flattened(node) for node in nodes)
        nodes = [child for node in nodes for child in ast.iter_child_nodes(node)]
    return units


def _flattened(node: ast.AST) -> int:
    """How many operators or loops the tree has in one node."""
    return len(node.values) if isinstance(node, ast.BoolOp) else len(getattr(node, "generators", ()))
