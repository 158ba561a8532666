"""Expressions without the parts at their ends that prove nothing.

A search may begin and end anywhere: “two letters or more and a stop” occur wherever two letters and a stop
do, and “a capital, letters and a stop” nowhere without a letter and a stop. An automaton that counts at its
beginning is slow, and one that goes on at its end reports every further letter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newslint.linter.prefilter.edges import is_condition
from newslint.linter.prefilter.syntax import PROPERTIES, Node, op

REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
Trim = Callable[[Sequence[Node]], list[Node]]


def trimmed(items: Sequence[Node]) -> list[Node]:
    """A shorter expression that matches in every text where this one does.

    It ends no later there.
    """
    return without_tail(without_head(items))


def without_head(items: Sequence[Node]) -> list[Node]:
    """The same without optional repetition at its beginning."""
    first = next((n for n, item in enumerate(items) if not _says_nothing(item)), len(items))
    left = list(items[first:])
    if not left or is_condition(left[0]):
        return list(items)
    broad = next((n for n, item in enumerate(left) if not _is_broad(item)), len(left))
    if broad < len(left) and _is_endless(left[broad]):
        left = left[broad:]
    if left[0][0] in REPEATS:
        least = _least(left[0])
        return [least, *left[1:]] if least else without_head(left[1:])
    inner = _within(left[0], without_head)
    return list(items) if inner == left[0] else [inner, *left[1:]]


def without_tail(items: Sequence[Node]) -> list[Node]:
    """The same without optional repetition at its end."""
    left = list(items)
    while left and _says_nothing(left[-1]):
        left.pop()
    if not left or is_condition(left[-1]):
        return list(items)
    if left[-1][0] in REPEATS:
        least = _least(left[-1])
        return [*left[:-1], least] if least else without_tail(left[:-1])
    inner = _within(left[-1], without_tail)
    return list(items) if inner == left[-1] else [*left[:-1], inner]


def _says_nothing(item: Node) -> bool:
    """Whether automata do not know a condition, or only through omitted parts."""
    return item[0] is op.ASSERT_NOT or item in ((op.AT, op.AT_BOUNDARY), (op.AT, op.AT_NON_BOUNDARY))


def _is_broad(item: Node) -> bool:
    """Whether it is a class that most words hold something of."""
    kind, about = item
    if kind is op.LITERAL:
        return about in PROPERTIES
    return kind is op.IN and any(
        member is not op.LITERAL or of in PROPERTIES for member, of in about if member is not op.NEGATE
    )


def _is_endless(item: Node) -> bool:
    """Whether it is such a class as often as it may be."""
    kind, about = item
    if kind not in REPEATS:
        return False
    _, most, inside = about
    return most is op.MAXREPEAT and len(inside) == 1 and _is_broad(inside[0])


def _least(item: Node) -> Node | None:
    """What is repeated, as often as it must be."""
    kind, (least, _, inside) = item
    return (kind, (least, least, inside)) if least else None


def _within(item: Node, trim: Trim) -> Node:
    """A group with its end trimmed; it never becomes empty."""
    kind, about = item
    if kind is op.BRANCH:
        branches = [trim(branch) for branch in about[1]]
        changed = all(branches) and any(map(_differ, branches, about[1]))
        return (kind, (about[0], branches)) if changed else item
    if kind is op.SUBPATTERN:
        inside = trim(about[3])
        return (kind, (*about[:3], inside)) if inside and _differ(inside, about[3]) else item
    return item


def _differ(one: Sequence[Node], other: Sequence[Node]) -> bool:
    return one != list(other)
