"""Finds words in which one near-copy differs from all others.

Copies are aligned paragraph by paragraph and word by word. A copy that differs from the others again and
again is not asked about them, as a spinner's words prove nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from newslint.core.positions import Range
from newslint.lexicon.function_words import ENGLISH as FUNCTION_WORDS
from newslint.text.originals.original import Comparison, ParagraphPair, Replacement
from newslint.text.tokens import tokens_of

RULE = "sibling-drift"
LEAST_AGREEING = 3
MOST_WORDS = 3
"""Words of a difference; a longer one is another sentence."""
CONTEXT = 2
"""Words beside a difference that must be the same."""
STEM = 4
"""Letters at the beginning that forms of a word share."""
MOST_DRIFT = 0.02
"""Share of its words in which a copy may differ from the others and still be asked."""
MOST_ASKED = 12
"""Other copies that a copy is compared with."""


class Sibling(Struct, frozen=True):
    """One of several near-copies."""

    id: str
    source: str
    text: str


class Drift(Struct, frozen=True):
    """Words of one copy, those of others, and how many agree."""

    id: str
    at: Range
    said: str
    right: str
    agreeing: int

    @property
    def message(self) -> str:
        """What is wrong, in words."""
        return f"“{self.said}”: {self.agreeing} near-copies have “{self.right}”"


def drifts(siblings: Sequence[Sibling]) -> list[Drift]:
    """Return the drifts of all copies."""
    first = {one.id: list(_drifts_of(one, siblings)) for one in siblings}
    asked = [one for one in siblings if len(first[one.id]) <= MOST_DRIFT * len(one.text.split())]
    return [drift for one in siblings for drift in _drifts_of(one, asked)]


def _drifts_of(one: Sibling, siblings: Sequence[Sibling]) -> Iterator[Drift]:
    texts, starts = _paragraphs(one.text)
    readings: defaultdict[tuple[int, int, int], defaultdict[str, set[str]]] = defaultdict(
        lambda: defaultdict(set)
    )
    same: list[dict[int, set[int]]] = []
    for other in [other for other in siblings if other.id != one.id][:MOST_ASKED]:
        compared = Comparison(texts, _paragraphs(other.text)[0])
        voter = other.source or other.id
        equal: dict[int, set[int]] = {}
        for pair in compared.pairs:
            equal[pair.block] = _equal_words(pair)
            for replaced in pair.replacements:
                for part in _parts(replaced) if _is_comparable(pair, replaced) else ():
                    key = (pair.block, part.new.start, part.new.stop)
                    readings[key][_words(pair, part)].add(voter)
        same.append(equal)
    for (block, start, stop), others in sorted(readings.items()):
        right, voters = max(others.items(), key=lambda item: (len(item[1]), item[0]))
        has_support = any(set(range(start, stop)) <= equal.get(block, set()) for equal in same)
        if len(voters) >= LEAST_AGREEING and not has_support and len(others) == 1:
            at = tokens_of(texts[block]).range(start, stop)
            said = at.of(texts[block])
            if not _is_edit(said, right):
                at = Range(starts[block] + at.start, starts[block] + at.end)
                yield Drift(one.id, at, said, right, len(voters))


def swaps(found: Sequence[Drift]) -> Counter[tuple[str, str]]:
    """Return how often each wrong word replaces each right one."""
    return Counter((one.said.lower(), one.right.lower()) for one in found)


def _paragraphs(text: str) -> tuple[tuple[str, ...], list[int]]:
    """The paragraphs of a text, and where each begins."""
    starts, at = [], 0
    lines = text.split("\n")
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return tuple(lines), starts


def _equal_words(pair: ParagraphPair) -> set[int]:
    """The words of the copy that the other has, too."""
    different = {number for replaced in pair.replacements for number in replaced.new}
    return set(range(len(pair.copy_words))) - different


def _is_comparable(pair: ParagraphPair, replaced: Replacement) -> bool:
    """Whether a few words replace a few others, in the same context."""
    if not 0 < len(replaced.old) <= MOST_WORDS or not 0 < len(replaced.new) <= MOST_WORDS:
        return False
    equal = _equal_words(pair)
    start, stop, end = replaced.new.start, replaced.new.stop, len(pair.copy_words)
    around = [*range(max(start - CONTEXT, 0), start), *range(stop, min(stop + CONTEXT, end))]
    return len(around) >= CONTEXT and all(number in equal for number in around)


def _parts(replaced: Replacement) -> Iterator[Replacement]:
    """Yield a replacement word by word, if there are as many."""
    if len(replaced.old) != len(replaced.new):
        yield replaced
        return
    for old, new in zip(replaced.old, replaced.new, strict=True):
        yield Replacement(range(old, old + 1), range(new, new + 1))


def _words(pair: ParagraphPair, replaced: Replacement) -> str:
    return pair.original_words.range(replaced.old.start, replaced.old.stop).of(pair.original_text)


def _is_edit(said: str, right: str) -> bool:
    """Whether an editor may have made the difference."""
    if any(letter.isdigit() for letter in said + right):
        return True
    one, other = said.lower().split(), right.lower().split()
    if all(word in FUNCTION_WORDS for word in one) or all(word in FUNCTION_WORDS for word in other):
        return True
    changed = set(one) ^ set(other)
    return len({word[:STEM] for word in changed}) <= 1
