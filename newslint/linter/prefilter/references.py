"""Replaces backreferences, which automata lack, by what they refer to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.linter.prefilter.edges import is_condition
from newslint.linter.prefilter.syntax import Node, op

Change = Callable[[Node], Node]


def without_references(items: Sequence[Node]) -> list[Node]:
    """An expression with each reference replaced by what its group can match.

    It matches in either case.
    """
    inside = dict(_groups(items))
    return _mapped(items, lambda item: _meant(item, inside))


def _meant(item: Node, inside: dict[int, Sequence[Node]]) -> Node:
    kind, about = item
    if kind is not op.GROUPREF or about not in inside:
        return item
    return op.SUBPATTERN, (None, int(re.IGNORECASE), 0, _unconditional(inside[about]))


def _groups(items: Iterable[Node]) -> Iterator[tuple[int, Sequence[Node]]]:
    """The groups by their numbers."""
    for item in items:
        if item[0] is op.SUBPATTERN and item[1][0]:
            yield item[1][0], item[1][3]
        for part in _parts(item):
            yield from _groups(part)


def _unconditional(items: Sequence[Node]) -> list[Node]:
    """The same expression for another place, with other surroundings."""
    return [
        _with_parts(item, [_unconditional(part) for part in _parts(item)])
        for item in items
        if not is_condition(item)
    ]


def _mapped(items: Sequence[Node], change: Change) -> list[Node]:
    return [change(_with_parts(item, [_mapped(part, change) for part in _parts(item)])) for item in items]


def _parts(item: Node) -> list[Sequence[Node]]:
    """The expressions that an item is made of."""
    kind, about = item
    if kind is op.BRANCH:
        return list(about[1])
    if kind in (op.SUBPATTERN, op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return [about[-1]]
    if kind is op.ATOMIC_GROUP:
        return [about]
    return []


def _with_parts(item: Node, parts: list[list[Node]]) -> Node:
    """The item made of other expressions."""
    kind, about = item
    if kind is op.BRANCH:
        return kind, (about[0], parts)
    if kind is op.ATOMIC_GROUP:
        return kind, parts[0]
    return (kind, (*about[:-1], parts[0])) if parts else item
