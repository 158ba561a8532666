"""The original of a copy, and which paragraphs belong together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from msgspec import Struct

from newslint.core.positions import Range
from newslint.text.language import judge_language
from newslint.text.tokens import Tokens, tokens_of

LEAST_ALIKE = 0.4
"""Share of words that paragraphs have in common from which one is a copy of the other."""
CUT = 6
"""Words fewer in one place, from which a passage was cut."""
ENGLISH = "en"


class Original(Struct, frozen=True):
    """The articles of an original file, as the texts of their blocks."""

    articles: tuple[tuple[str, ...], ...]

    def __repr__(self) -> str:
        """Return what identifies it, which is short."""
        return f"Original({hash(self.articles)})"

    def article(self, number: int) -> tuple[str, ...]:
        """The texts of an article, or the only one; none if missing."""
        if len(self.articles) == 1:
            return self.articles[0]
        return self.articles[number] if number < len(self.articles) else ()


class Replacement(Struct, frozen=True):
    """Words of an original paragraph and of its copy, by their numbers."""

    old: range
    new: range

    @property
    def words_lost(self) -> int:
        """How many words fewer the copy has."""
        return len(self.old) - len(self.new)


class ParagraphPair(Struct, frozen=True, dict=True):
    """A paragraph of a copy and its original: block number and texts."""

    block: int
    copy_text: str
    original_text: str

    @cached_property
    def copy_words(self) -> Tokens:
        """The words of the copy."""
        return tokens_of(self.copy_text)

    @cached_property
    def original_words(self) -> Tokens:
        """The words of the original."""
        return tokens_of(self.original_text)

    @cached_property
    def replacements(self) -> tuple[Replacement, ...]:
        """Where the copy has other words, more or fewer."""
        matcher = SequenceMatcher(None, self.original_words.lower, self.copy_words.lower, autojunk=False)
        return tuple(
            Replacement(range(i1, i2), range(j1, j2))
            for kind, i1, i2, j1, j2 in matcher.get_opcodes()
            if kind != "equal"
        )

    def is_cut(self, start: int) -> bool:
        """Whether the copy leaves out a longer passage around an offset.

        An editor cuts sentences; a damaged copy loses words.
        """
        at = self.original_words.at(start)
        return any(at in found.old and found.words_lost >= CUT for found in self.replacements)

    def place(self, start: int) -> Range:
        """The place in the copy that corresponds to an offset.

        The words that are there instead, or those beside the gap.
        """
        at = self.original_words.at(start)
        for found in self.replacements:
            if at in found.old:
                if found.new:
                    return self.copy_words.range(found.new.start, found.new.stop)
                return self._beside(found.new.start)
        moved = sum(len(found.new) - len(found.old) for found in self.replacements if found.old.stop <= at)
        return self._beside(at + moved + 1)

    def _beside(self, number: int) -> Range:
        """The word before a gap, or the first word."""
        if not len(self.copy_words):
            return Range(0, len(self.copy_text))
        first = min(max(number - 1, 0), len(self.copy_words) - 1)
        return self.copy_words.range(first, first + 1)


class Comparison(Struct, frozen=True, dict=True):
    """A copy and its original, block by block; gaps have no text."""

    copy_texts: tuple[str, ...]
    original_texts: tuple[str, ...]

    @cached_property
    def is_same_language(self) -> bool:
        """Whether the original is English, or has similar paragraphs."""
        language = judge_language("\n".join(self.original_texts))
        return language == ENGLISH or (not language and bool(self._alike_pairs))

    @property
    def pairs(self) -> tuple[ParagraphPair, ...]:
        """The paragraphs that have an original in the same language."""
        return self._alike_pairs if self.is_same_language else ()

    @cached_property
    def _alike_pairs(self) -> tuple[ParagraphPair, ...]:
        return tuple(self._pairs())

    @cached_property
    def alone(self) -> tuple[int, ...]:
        """The blocks of the copy that have text and no original."""
        paired = {pair.block for pair in self.pairs}
        return tuple(n for n, text in enumerate(self.copy_texts) if text.strip() and n not in paired)

    @cached_property
    def original_words(self) -> frozenset[str]:
        """All words of the original, in lower case."""
        return frozenset(word for text in self.original_texts for word in tokens_of(text).lower)

    @cached_property
    def copy_words(self) -> frozenset[str]:
        """All words of the copy, in lower case."""
        return frozenset(word for text in self.copy_texts for word in tokens_of(text).lower)

    def _pairs(self) -> Iterator[ParagraphPair]:
        originals = [Counter(tokens_of(text).lower) for text in self.original_texts]
        with_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(originals):
            for word in words:
                with_word[word].append(number)
        for block, text in enumerate(self.copy_texts):
            words = Counter(tokens_of(text).lower)
            common: Counter[int] = Counter()
            for word, count in words.items():
                for number in with_word.get(word, ()):
                    common[number] += min(count, originals[number][word])
            best = max(common, key=lambda n: _alike(words, originals[n], common[n]), default=None)
            if best is not None and _alike(words, originals[best], common[best]) >= LEAST_ALIKE:
                yield ParagraphPair(block, text, self.original_texts[best])


@lru_cache(maxsize=8)
def compare(copy_texts: tuple[str, ...], original_texts: tuple[str, ...]) -> Comparison:
    """Compare a copy with its original; rules share the result."""
    return Comparison(copy_texts, original_texts)


def first_words(texts: Sequence[str]) -> tuple[int, Range] | None:
    """The first block with words, and the range of its first two."""
    for number, text in enumerate(texts):
        words = tokens_of(text)
        if len(words):
            return number, words.range(0, min(2, len(words)))
    return None


def _alike(one: Counter[str], other: Counter[str], common: int) -> float:
    return 2 * common / (one.total() + other.total())
