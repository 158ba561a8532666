"""The terms of an article: frequency, places and surroundings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, chain, islice, takewhile

from msgspec import Struct

from newslint.core.patterns import REMEMBERED, pattern
from newslint.core.positions import Place, Range
from newslint.lexicon.plain_words import COMMON, LINKS
from newslint.text.quotations.narrator import VERBS
from newslint.text.words import WORD

ACRONYM = pattern(r"\b\p{Lu}[\p{Lu}\p{N}]{1,6}\b")
DETERMINERS = frozenset({"the", "this", "that", "its", "their", "his", "her", "our", "whose"})
FRAME = 3
"""Adjacent words that parallel uses must share on one side."""
INVARIABLE = frozenset(
    {"aircraft", "cattle", "customs", "headquarters", "news", "police", "series", "spacecraft", "species"}
)
"""Words that only look like plurals, or whose plural is the same."""
KEY = 3
"""The minimum frequency of a key term in an article."""
SHORT = 3
"""Letters; shorter words are not terms."""
EVERYWHERE = COMMON | LINKS | VERBS
"""Words that occur in every text."""
FARTHEST = 12
"""Words around parallel uses that are compared."""


class Word(Struct, frozen=True):
    """A lower-case word of the article, with its number in reading order."""

    number: int
    place: Place
    text: str


class ParallelUse(Struct, frozen=True):
    """Another word in similar surroundings, and how many words agree."""

    word: Word
    shared: int


class Terms(Struct, frozen=True, dict=True):
    """The terms that the article is about.

    Each property is computed on first use.
    """

    texts: tuple[str, ...]

    @cached_property
    def acronyms(self) -> Mapping[str, tuple[Place, ...]]:
        """The places of each acronym; text that is all capitals has none."""
        found: dict[str, list[Place]] = defaultdict(list)
        for index, text in enumerate(self.texts):
            if not text.isupper():
                for match in ACRONYM.finditer(text):
                    found[match[0]].append(Place(index, Range(*match.span())))
        return {acronym: tuple(places) for acronym, places in found.items()}

    def of(self, lemma: str) -> tuple[Word, ...]:
        """Words with a lemma; “alliance” includes “Alliances” and “alliance’s”."""
        return tuple(map(self._word, self._numbers(lemma)))

    def first(self, lemma: str) -> Word | None:
        """The first word with a lemma."""
        number = next(self._numbers(lemma), None)
        return None if number is None else self._word(number)

    def at(self, place: Place) -> Word | None:
        """The word at a place, if that is one whole word."""
        spans, wanted = _spans(self.texts[place.block]), (place.at.start, place.at.end)
        number = bisect_left(spans, wanted)
        found = number < len(spans) and spans[number] == wanted
        return self._word(self._firsts[place.block] + number) if found else None

    def count(self, lemma: str) -> int:
        """How many words have a lemma."""
        return self._counts[lemma]

    def before(self, word: Word) -> Iterator[str]:
        """The words before a word, nearest first, up to any mark."""
        return self._words_before(word.number)

    def after(self, word: Word) -> Iterator[str]:
        """The words after a word, up to any mark."""
        return self._words_after(word.number)

    def definite(self, word: Word) -> bool:
        """Whether a word follows an article or possessive: “the _”, “Rome’s _”."""
        lead = next(self.before(word), "")
        return lead in DETERMINERS or lead.endswith(("’s", "'s"))

    def parallel_use(self, word: Word, lemma: str) -> ParallelUse | None:
        """The word of another lemma in the most similar surroundings, if any.

        Two words are in parallel use if each follows “In the eastern part of the”; three adjacent words on
        one side are enough.
        """
        twins = []
        for number in self._numbers(lemma):
            before = _alike(self._words_before(word.number), self._words_before(number))
            after = _alike(self._words_after(word.number), self._words_after(number))
            if max(before, after) >= FRAME:
                twins.append(ParallelUse(self._word(number), before + after))
        return max(twins, key=lambda twin: twin.shared, default=None)

    def key_terms(self, most: int = 12) -> tuple[str, ...]:
        """The lemmas that the article is about, the most frequent first.

        These are nouns in a definite slot that occur three times or more, except names and words that occur
        in every text.
        """
        counted = sorted(
            (-count, lemma)
            for lemma, count in self._counts.items()
            if count >= KEY and len(lemma) > SHORT and lemma not in EVERYWHERE
        )
        return tuple(islice((lemma for _, lemma in counted if self._is_key(lemma)), most))

    def _is_key(self, lemma: str) -> bool:
        words = self.of(lemma)
        small = sum(word.place.at.of(self.texts[word.place.block])[0].islower() for word in words)
        return small * 2 >= len(words) and any(
            self.definite(word) and ends_phrase(self.after(word)) for word in words
        )

    @cached_property
    def slot_contexts(self) -> Mapping[str, tuple[Word, ...]]:
        """Phrases of three words before a definite slot, with its words.

        Such as “part of the _”. Phrases that occur once, or have no word of more than three letters, are
        omitted.
        """
        found: dict[str, list[int]] = defaultdict(list)
        for number in range(FRAME, len(self._forms)):
            lead = self._forms[number - FRAME : number]
            if lead[-1] in DETERMINERS and any(map(_tells, lead)) and not VERBS.intersection(lead):
                found[" ".join((*lead, "_"))].append(number)
        joined = {frame: [n for n in numbers if self._in_a_row(n)] for frame, numbers in found.items()}
        return {frame: tuple(map(self._word, n)) for frame, n in joined.items() if len(n) > 1}

    def _in_a_row(self, number: int) -> bool:
        """Whether only white space is between a word and its frame."""
        return all(self._adjoins_previous(n) for n in range(number - FRAME + 1, number + 1))

    @cached_property
    def _firsts(self) -> list[int]:
        """The number of the first word of each block."""
        return list(accumulate((len(_spans(text)) for text in self.texts), initial=0))[:-1]

    def _place(self, number: int) -> tuple[int, int, int]:
        """The block of a word, and where it begins and ends there."""
        block = bisect_right(self._firsts, number) - 1
        return block, *_spans(self.texts[block])[number - self._firsts[block]]

    @cached_property
    def _forms(self) -> list[str]:
        return [form for text in self.texts for form in _forms(text)]

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(chain.from_iterable(map(_lemmas, self.texts)))

    def _numbers(self, lemma: str) -> Iterator[int]:
        """The numbers of the words with a lemma, in order."""
        if lemma in self._counts:
            for first, text in zip(self._firsts, self.texts, strict=True):
                lemmas = _lemmas(text)
                if lemma in lemmas:
                    yield from (first + at for at, other in enumerate(lemmas) if other == lemma)

    def _word(self, number: int) -> Word:
        block, start, end = self._place(number)
        return Word(number, Place(block, Range(start, end)), self._forms[number])

    def _words_before(self, number: int) -> Iterator[str]:
        while number and self._adjoins_previous(number):
            number -= 1
            yield self._forms[number]

    def _words_after(self, number: int) -> Iterator[str]:
        while (number := number + 1) < len(self._forms) and self._adjoins_previous(number):
            yield self._forms[number]

    def _adjoins_previous(self, number: int) -> bool:
        """Whether only white space separates a word from the previous one."""
        (block, _, end), (same, start, _) = self._place(number - 1), self._place(number)
        return block == same and self.texts[block][end:start].isspace()


@lru_cache(REMEMBERED)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """The positions of the words of a text."""
    return tuple([match.span() for match in WORD.finditer(text)])


@lru_cache(REMEMBERED)
def _forms(text: str) -> tuple[str, ...]:
    """The words of a text in lower case."""
    return tuple([text[start:end].lower() for start, end in _spans(text)])


@lru_cache(REMEMBERED)
def _lemmas(text: str) -> tuple[str, ...]:
    """The lemmas of the words of a text."""
    return tuple(map(lemma_of, _forms(text)))


def collect_terms(texts: Sequence[str]) -> Terms:
    """The terms of an article over the texts of its blocks."""
    return Terms(tuple(texts))


@lru_cache(20 * REMEMBERED)
def lemma_of(form: str) -> str:
    """A lower-case word without plural and possessive endings."""
    stem = form.removesuffix("’s").removesuffix("'s").rstrip("’'")
    if stem in INVARIABLE:
        return stem
    if len(stem) > 4 and stem.endswith("ies"):
        return stem[:-3] + "y"
    if len(stem) > 4 and stem.endswith(("sses", "xes", "zes", "ches", "shes")):
        return stem[:-2]
    if len(stem) > 3 and stem.endswith("s") and not stem.endswith(("ss", "us", "is")):
        return stem[:-1]
    return stem


def plural_of(lemma: str) -> str:
    """A noun in the plural, by spelling alone."""
    if lemma in INVARIABLE:
        return lemma
    if lemma.endswith("man") and lemma != "human":
        return lemma[:-2] + "en"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _tells(word: str) -> bool:
    """Whether a word makes a frame more than function words."""
    return len(word) > SHORT and word not in LINKS


def ends_phrase(following: Iterator[str]) -> bool:
    """Whether the words that follow a noun end its phrase."""
    follower = next(following, None)
    return follower is None or follower in LINKS


def _alike(one: Iterator[str], other: Iterator[str]) -> int:
    pairs = zip(one, other, range(FARTHEST), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
