"""Which expressions certainly begin or end with an ASCII letter.

Automata know word boundaries in ASCII only: next to “é” they see none where `regex` does, or see one where it
does not. Next to an ASCII letter they see those of `regex` and more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from newslint.linter.prefilter.syntax import Node, op

Inside = Callable[[Sequence[Node], bool], bool]

DOUBLES = frozenset("iskISK")
"""Letters that are others beyond ASCII too, where case does not count."""


def is_condition(item: Node) -> bool:
    """Whether an item of an expression matches no character."""
    return item[0] in (op.ASSERT, op.ASSERT_NOT, op.AT)


def begins_in_ascii(items: Sequence[Node], folded: bool) -> bool:
    """Whether every match certainly begins with an ASCII letter, digit or underscore."""
    return _first_is_in_ascii(items, folded, begins_in_ascii)


def ends_in_ascii(items: Sequence[Node], folded: bool) -> bool:
    """Whether it is sure to end with one."""
    return _first_is_in_ascii(reversed(items), folded, ends_in_ascii)


def _first_is_in_ascii(items: Iterable[Node], folded: bool, inside: Inside) -> bool:
    item = next((item for item in items if not is_condition(item)), None)
    if item is None:
        return False
    kind, about = item
    if kind in (op.LITERAL, op.IN):
        return all(_holds_ascii(member, folded) for member in (about if kind is op.IN else [item]))
    parts = _parts(item)
    folds = folded or (kind is op.SUBPATTERN and bool(about[1] & re.IGNORECASE))
    return bool(parts) and all(inside(part, folds) for part in parts)


def _parts(item: Node) -> list[Sequence[Node]]:
    """The expressions of which an item is sure to match one."""
    kind, about = item
    if kind is op.BRANCH:
        return list(about[1])
    if kind is op.SUBPATTERN:
        return [about[3]]
    if kind is op.ATOMIC_GROUP:
        return [about]
    repeated = kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and about[0] > 0
    return [about[2]] if repeated else []


def _holds_ascii(member: Node, folded: bool) -> bool:
    """Whether a class holds nothing else by one of its members."""
    kind, about = member
    if kind is op.RANGE:
        return about[1] < 128 and all(_is_in_ascii(code, folded) for code in range(about[0], about[1] + 1))
    return kind is op.LITERAL and _is_in_ascii(about, folded)


def _is_in_ascii(code: int, folded: bool) -> bool:
    letter = chr(code)
    return letter.isascii() and (letter.isalnum() or letter == "_") and not (folded and letter in DOUBLES)
