"""The words one of which every match of an expression contains.

Texts and words are compared after `folded`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from newslint.linter.prefilter.syntax import PROPERTIES, Node, Unknown, op, parse
from newslint.text.encoded_text import ODD

Words = frozenset[str]
MOST_SPELLINGS = 64
"""How many spellings of one stretch of an expression are distinguished."""
LARGEST_CLASS = 8
RARITY = 8.0
"""How much rarer a word is, about, for each letter that it is longer."""
SHORTEST = 3
"""Characters; shorter words occur in every other sentence."""
NOTHING: Words = frozenset({""})
SPACE: Words = frozenset({" "})


@dataclass(frozen=True, slots=True)
class Said:
    """What part of an expression can match, and what it must contain."""

    exact: Words | None = None
    needed: Words | None = None


OPAQUE, EMPTY = Said(), Said(NOTHING)


def required(expression: str) -> Words | None:
    """Words one of which every match contains, or None."""
    try:
        items, flags = parse(expression)
    except Unknown:
        return None
    said = _sequence(items, ignore_case=bool(flags & re.IGNORECASE))
    words = frozenset(" ".join(word.split()) for word in said.needed or ())
    return words if words and min(map(len, words)) >= SHORTEST else None


def _sequence(items: Iterable[Node], *, ignore_case: bool) -> Said:
    run, whole, stretches = NOTHING, True, list[Words]()
    for item in items:
        said = _item(item, ignore_case=ignore_case)
        if said.exact is not None and len(run) * len(said.exact) <= MOST_SPELLINGS:
            run = frozenset(map("".join, product(run, said.exact)))
            continue
        stretches += [run, said.needed or NOTHING]
        run, whole = said.exact if said.exact is not None else NOTHING, False
    needed = min((*stretches, run), key=commonness)
    return Said(run if whole else None, needed)


def _item(item: Node, *, ignore_case: bool) -> Said:
    kind, about = item
    if kind in (op.LITERAL, op.IN):
        exact = _characters(about if kind is op.IN else [item], ignore_case=ignore_case)
        return Said(exact, exact)
    if kind is op.BRANCH:
        return _either([_sequence(branch, ignore_case=ignore_case) for branch in about[1]])
    if kind is op.SUBPATTERN:
        _, added, removed, inside = about
        case = (ignore_case or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE
        return _sequence(inside, ignore_case=case)
    if kind is op.ATOMIC_GROUP:
        return _sequence(about, ignore_case=ignore_case)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, most, inside = about
        return _repeated(least, most, _sequence(inside, ignore_case=ignore_case))
    return EMPTY if kind in (op.AT, op.ASSERT, op.ASSERT_NOT) else OPAQUE


def _either(said: Sequence[Said]) -> Said:
    exacts = [branch.exact for branch in said if branch.exact is not None]
    needs = [branch.needed for branch in said if branch.needed]
    return Said(
        frozenset().union(*exacts) if len(exacts) == len(said) else None,
        frozenset().union(*needs) if len(needs) == len(said) else None,
    )


def _repeated(least: int, most: int, said: Said) -> Said:
    if said.exact == SPACE:
        return Said(SPACE if least else SPACE | NOTHING, None)
    if (least, most) == (0, 1) and said.exact is not None:
        return Said(said.exact | NOTHING)
    if (least, most) == (1, 1):
        return said
    return Said(None, said.needed if least else None)


def _characters(items: Sequence[Node], *, ignore_case: bool) -> Words | None:
    """The few characters of a class, folded; None if many or unknown."""
    found: set[str] = set()
    for kind, about in items:
        if (kind, about) == (op.CATEGORY, op.CATEGORY_SPACE):
            found.add(" ")
        elif kind is op.LITERAL and about not in PROPERTIES:
            found.add(chr(about))
        elif kind is op.RANGE and about[1] - about[0] < 4 * LARGEST_CLASS:
            found.update(map(chr, range(about[0], about[1] + 1)))
        else:
            return None
    lowered = {" " if character.isspace() else character.lower() for character in found}
    odd = any(not c.isascii() and (ignore_case or c.lower() != c or ord(c) in ODD) for c in found)
    return frozenset(lowered) if len(lowered) <= LARGEST_CLASS and not odd else None


def commonness(words: Words) -> float:
    """How often a text probably contains one of some words, without unit."""
    return sum(RARITY ** -len(" ".join(word.split())) for word in words)
