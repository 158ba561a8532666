"""Translates expressions of `regex` for Hyperscan, one byte per character.

A translation matches wherever the original does, and more: a character becomes all bytes that it may be, a
reference becomes what its group may match, and Hyperscan's prefilter mode drops what it does not know, such
as lookaround. The condition at either end becomes part of the match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from newslint.linter.prefilter.alphabet import byte_class

LONGEST = 15_000
"""Bytes of an expression; Hyperscan refuses 16,000."""
PART = 3_000
"""Bytes of an expression for a part of a long list: Hyperscan compiles short ones 30 times as fast."""
TOKEN = re.compile(
    r"""(?P<look>\(\?<?[=!])
    | (?P<flags>\(\?(?P<on>[ims]*)(?:-(?P<off>[ims]+))?(?P<colon>[:)]))
    | (?P<group>\((?!\?)|\(\?(?:>|P?<(?P<name>\w+)>))
    | (?P<bar>\|)
    | (?P<close>\))
    | (?P<reference>\(\?P=(?P<named>\w+)\)|\\(?P<number>[1-9]\d?))
    | (?P<edge>\\[AZzbBmM]|[\^$])
    | (?P<quantifier>(?P<times>[*+?]|\{\d+(?:,\d*)?\}|\{,\d+\})[+?]?)
    | (?P<dot>\.)
    | (?P<character>\[\^?\]?(?:\\[pP]\{[^}]*\}|\\.|\[:\w+:\]|[^\]\\])*\]|\\[pP]\{[^}]*\}
        |\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|[wWdDsShnrtfva]|[^\w])|[^\\[(){*+?|^$])""",
    re.VERBOSE | re.DOTALL,
)
LOOK = re.compile(r"\(\?<?[=!]")
QUANTIFIERS = ("*", "+", "?", "{")
START, END, WORD = "(?m:^)", "(?m:$)", r"\b"
EDGES = {"A": START, "^": START, "Z": END, "z": END, "$": END, "b": WORD, "m": WORD, "M": WORD, "B": r"\B"}
"""The ends of a text are those of a line."""


class Untranslatable(ValueError):
    """The expression is too long, or has an unknown construct."""


class Group(Struct):
    """A bracket with its alternatives: sequences of groups and translations."""

    opening: str
    alternatives: list[Sequence] = field(default_factory=lambda: [[]])


Sequence = list["str | Group"]


def translate(expression: str) -> list[str]:
    """Expressions for Hyperscan, one of which matches wherever `expression` does.

    Raises:
        Untranslatable: it cannot be translated.

    """
    parser = _Parser()
    for token in _tokens(expression):
        parser.add(token)
    alternatives = [_with_conditions(sequence) for sequence in parser.whole.alternatives]
    return [parser.whole.opening + part for part in _split(alternatives)]


def _tokens(expression: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(expression):
        token = TOKEN.match(expression, at)
        if not token:
            raise Untranslatable(f"unknown: {expression[at:]}")
        yield token
        at = token.end()


class _Parser:
    """Translates tokens and puts them together to groups."""

    def __init__(self) -> None:
        self._open = [Group("")]
        self._flags = [frozenset[str]()]
        self._keys = [""]
        self._captures: dict[str, list[Group]] = {}
        """The closed groups of each name or number, in the order of numbers."""

    @property
    def whole(self) -> Group:
        """The expression, when all groups are closed."""
        if len(self._open) > 1:
            raise Untranslatable("a bracket is not closed")
        return self._open[0]

    def add(self, token: re.Match[str]) -> None:
        """Translate the next token."""
        kind = token.lastgroup
        if kind in ("look", "group", "flags"):
            self._begin(token)
        elif kind == "bar":
            self._open[-1].alternatives.append([])
        elif kind == "close":
            self._end()
        else:
            self._open[-1].alternatives[-1].append(self._translate(token))

    def _begin(self, token: re.Match[str]) -> None:
        flags = self._flags[-1].union(token["on"] or "") - set(token["off"] or "")
        if token["colon"] == ")":
            if token.start():
                raise Untranslatable("flags that are not at the beginning")
            self._flags, self._open = [flags], [Group("(?i)" if "i" in flags else "")]
            return
        group = Group(token[0] if token["look"] else "(?i:" if "i" in flags else "(?-i:")
        key = token["name"] or (str(len(self._captures) + 1) if token["group"] == "(" else "")
        self._captures.setdefault(key, [])
        self._open[-1].alternatives[-1].append(group)
        self._open.append(group)
        self._flags.append(flags)
        self._keys.append(key)

    def _end(self) -> None:
        if len(self._open) == 1:
            raise Untranslatable("a bracket was never opened")
        self._captures[self._keys.pop()].append(self._open.pop())
        self._flags.pop()

    def _translate(self, token: re.Match[str]) -> str:
        folds = "i" in self._flags[-1]
        if token["reference"]:
            return self._repeat_groups(token, folds=folds)
        if token["edge"]:
            return EDGES[token[0][-1]]
        if token["quantifier"]:
            return token["times"].replace("{,", "{0,")
        if token["dot"]:
            return "(?s:.)" if "s" in self._flags[-1] else r"[^\n]"
        if token[0].isascii() and token[0].isalnum():
            return token[0]
        return byte_class(f"(?i:{token[0]})" if folds else token[0])

    def _repeat_groups(self, token: re.Match[str], *, folds: bool) -> str:
        """What the groups of a reference may match, perhaps in either case."""
        names = [name for name in self._captures if name]
        name = token["named"] or "".join(names[int(token["number"]) - 1 :][:1])
        groups = self._captures.get(name)
        if not groups:
            raise Untranslatable(f"reference: {token[0]}")
        written = _write(Group("(?i:" if folds else "(?-i:", [[group] for group in groups]), edges=False)
        return written.replace("(?-i:", "(?:") if folds else written


def _write(item: str | Group, *, edges: bool = True) -> str:
    if isinstance(item, Group):
        return f"{item.opening}{'|'.join(_write_alternatives(item.alternatives, item.opening, edges=edges))})"
    return item if edges or item not in EDGES.values() else ""


def _write_alternatives(alternatives: list[Sequence], opening: str, *, edges: bool = True) -> list[str]:
    """Alternatives grouped by first letters, which compile ten times faster."""
    written: list[str] = []
    for sequence in alternatives:
        last = sequence[-1] if sequence else ""
        if isinstance(last, Group) and last.opening == opening and _is_literal(sequence[:-1]):
            beginning = "".join(map(str, sequence[:-1]))
            endings = _write_alternatives(last.alternatives, opening, edges=edges)
            written += [beginning + end for end in endings]
        else:
            written.append(_write_sequence(sequence, edges=edges))
    return written


def _is_literal(sequence: Sequence) -> bool:
    return all(isinstance(item, str) and len(item) == 1 for item in sequence)


def _write_sequence(sequence: Sequence, *, edges: bool = True) -> str:
    return "".join(_write(item, edges=edges) for item in sequence)


def _with_conditions(sequence: Sequence) -> Sequence:
    """An expression whose outer lookbehind and lookahead are part of the match."""
    forwards = _unwrap_condition(sequence, "(?<=")
    return _unwrap_condition(forwards[::-1], "(?=")[::-1]


def _unwrap_condition(sequence: Sequence, wanted: str) -> Sequence:
    """An expression with one of its conditions as a part."""
    for index, item in enumerate(sequence):
        if isinstance(item, Group) and item.opening == wanted:
            return [Group("(?:", item.alternatives), *sequence[index + 1 :]]
        if item not in EDGES.values() if isinstance(item, str) else not LOOK.fullmatch(item.opening):
            break
    return sequence


def _split(alternatives: list[Sequence]) -> list[str]:
    """The alternatives in one expression, or several if too long."""
    if len(alternatives) > 1:
        long = [one for one in alternatives if len(_write_sequence(one)) > LONGEST]
        if long:
            short = [one for one in alternatives if one not in long]
            return [part for some in (*([one] for one in long), short) if some for part in _split(some)]
    written = _write_alternatives(alternatives, "(?-i:")
    before = after = ""
    if len(written) == 1 and len(written[0]) > LONGEST:
        (sequence,) = alternatives
        at = max(range(len(sequence)), key=lambda at: len(_write(sequence[at])))
        group = sequence[at]
        if not isinstance(group, Group) or LOOK.fullmatch(group.opening) or _is_repeated(sequence, at):
            raise Untranslatable("too long")
        written = _write_alternatives(group.alternatives, group.opening)
        before = _write_sequence(sequence[:at]) + group.opening
        after = ")" + _write_sequence(sequence[at + 1 :])
    most = LONGEST - len(before + after) if before or after else PART
    parts = [written[0]]
    for alternative in written[1:]:
        longer = f"{parts[-1]}|{alternative}"
        if len(longer) <= most:
            parts[-1] = longer
        else:
            parts.append(alternative)
    whole = [before + part + after for part in parts]
    if max(map(len, whole)) > LONGEST:
        raise Untranslatable("too long")
    return whole


def _is_repeated(sequence: Sequence, at: int) -> bool:
    following = sequence[at + 1] if at + 1 < len(sequence) else ""
    return isinstance(following, str) and following[:1] in QUANTIFIERS
