"""Classifies the strings of a module by the expressions around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto

import libcst as cst
from msgspec import Struct

from newslint.core.positions import Span
from newslint.formats.python.syntax import StringToken, Syntax

MESSAGES = frozenset(
    """
    _ N_ _lazy l_ gettext ngettext pgettext npgettext dgettext dngettext dpgettext dnpgettext ugettext
    ungettext gettext_lazy ngettext_lazy pgettext_lazy npgettext_lazy ugettext_lazy gettext_noop
    lazy_gettext lazy_ngettext lazy_pgettext ngettext_noop npgettext_noop
    """.split()
)
"""Functions that look up a text in a translation catalogue."""
NO_PROSE = frozenset(
    """
    compile search match fullmatch sub subn finditer findall escape split rsplit partition rpartition
    splitlines strip lstrip rstrip removeprefix removesuffix replace translate maketrans startswith
    endswith find rfind index rindex count encode decode fromhex
    execute executemany executescript eval exec literal_eval
    open Path PurePath getattr setattr hasattr delattr getenv import_module __import__
    TypeVar NewType namedtuple cast Literal strftime strptime parametrize
    """.split()
)
"""Functions whose arguments are patterns, paths, queries or data."""
METHODS = frozenset("join split rsplit splitlines partition rpartition encode count find index".split())
"""Methods that are called on text other than prose."""
DATA = (
    cst.Comparison,
    cst.ComparisonTarget,
    cst.UnaryOperation,
    cst.Annotation,
    cst.BaseSlice,
    cst.For,
    cst.CompFor,
    cst.MatchPattern,
    cst.FormattedStringExpression,
    cst.TemplatedStringExpression,
)
"""Nodes around strings that are compared, types, indices or lists of characters."""


class Role(Enum):
    """The role of a string in the program."""

    DOCUMENTATION = auto()
    MESSAGE = auto()
    """A message that is looked up for translation."""
    LITERAL = auto()
    """A literal that may be prose."""
    FRAGMENT = auto()
    """A literal that is concatenated with something."""


class Literal(Struct, frozen=True):
    """Adjacent strings; `owner` is the qualified name of what they document."""

    strings: tuple[StringToken, ...]
    role: Role
    owner: str = ""

    @property
    def span(self) -> Span:
        """The span from the first string to the last."""
        return Span(self.strings[0].span.start, self.strings[-1].span.end)


def literals(syntax: Syntax) -> Iterator[Literal]:
    """Yield the strings of a module that may be prose, in order."""
    groups: dict[cst.CSTNode, list[StringToken]] = {}
    wholes: dict[cst.CSTNode, cst.CSTNode] = {}
    for node, token in syntax.strings.items():
        groups.setdefault(_whole(node, syntax.parents, wholes), []).append(token)
    for node, strings in groups.items():
        role = None if any("b" in string.prefix for string in strings) else _role(node, syntax.parents)
        if role:
            yield Literal(tuple(strings), role, _owner(node, syntax.parents))


def _whole(
    node: cst.CSTNode,
    parents: Mapping[cst.CSTNode, cst.CSTNode],
    wholes: dict[cst.CSTNode, cst.CSTNode],
) -> cst.CSTNode:
    """The outermost concatenation of a string; `wholes` caches nested pairs."""
    pair = parents[node]
    if not isinstance(pair, cst.ConcatenatedString):
        return node
    if pair not in wholes:
        wholes[pair] = _whole(pair, parents, wholes)
    return wholes[pair]


def _owner(node: cst.CSTNode, parents: Mapping[cst.CSTNode, cst.CSTNode]) -> str:
    """The qualified name of the class or function around a node."""
    names: list[str] = []
    while node in parents:
        node = parents[node]
        if isinstance(node, cst.ClassDef | cst.FunctionDef):
            names.insert(0, node.name.value)
    return ".".join(names)


def _role(node: cst.CSTNode, parents: Mapping[cst.CSTNode, cst.CSTNode]) -> Role | None:
    """The role of a string; None if it is certainly not prose."""
    if isinstance(parents[node], cst.Expr):
        return Role.DOCUMENTATION
    role = Role.LITERAL
    while True:
        node, inner = parents[node], node
        if isinstance(node, cst.Arg):
            return _in_call(node, parents[node], role)
        if _is_data(inner, node):
            return None
        if _is_sum(inner, node):
            role = Role.FRAGMENT
        if not isinstance(node, cst.BaseExpression | cst.BaseElement | cst.BaseDictElement):
            return role


def _in_call(argument: cst.Arg, call: cst.CSTNode, role: Role) -> Role | None:
    """The role of a string in an argument."""
    function = call.func if isinstance(call, cst.Call) else None
    name = function.attr if isinstance(function, cst.Attribute) else function
    called = name.value if isinstance(name, cst.Name) else ""
    if called in MESSAGES and isinstance(call, cst.Call):
        keys = called.startswith("d") + ("pgettext" in called)
        return None if call.args.index(argument) < keys else Role.MESSAGE
    return None if called in NO_PROSE else role


def _is_data(inner: cst.CSTNode, node: cst.CSTNode) -> bool:
    """Whether a node uses a string as data, such as a key."""
    if isinstance(node, cst.Attribute):
        return node.attr.value in METHODS
    if isinstance(node, cst.BinaryOperation):
        return isinstance(node.operator, cst.BitOr)
    return isinstance(node, DATA) or (isinstance(node, cst.DictElement) and node.key is inner)


def _is_sum(inner: cst.CSTNode, node: cst.CSTNode) -> bool:
    """Whether a node concatenates texts."""
    if isinstance(node, cst.BinaryOperation | cst.AugAssign):
        added = isinstance(node.operator, cst.Add | cst.AddAssign)
        return added and not isinstance(inner, cst.List | cst.Tuple)
    return False
