"""Spinners: each substitutes words of an article in the same form, or frequent phrases."""

from __future__ import annotations

import gzip
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from math import log
from pathlib import Path

from msgspec.structs import replace

from newslint.learning.inflection import Analysis, analyses
from newslint.learning.wordnet import NARROWER, WIDER, Lemma, Wordnet
from newslint.text.word_choice.archive_words import ArchiveWords
from newslint.text.word_choice.word_tokens import WordTokens, tokens

SHORTEST = 4
PHRASES = Path(__file__).with_name("spinner_phrases.tsv")
WORD = re.compile(r"[A-Za-z]+")
AUXILIARIES = frozenset(
    (
        *("been", "being", "could", "does", "doing", "done", "have", "having", "might", "must", "shall"),
        *("should", "were", "will", "would"),
    )
)
"""Function words in WordNet, which no spinner replaces."""
FUNCTION_WORDS = (
    ("about", "against", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to", "under", "with"),
    ("a", "the", "this", "that"),
    ("after", "although", "because", "before", "if", "since", "unless", "when", "while"),
    ("he", "it", "she", "they"),
    ("her", "his", "its", "their"),
    ("can", "could", "may", "might", "must", "should", "will", "would"),
)
"""Words of a class; one that is put for another is hardly ever right."""
VOWELS = "aeiou"
PLACES = 40
"""Random words of which the strongest is substituted."""
ATTESTED = 16
"""Occurrences that make two adjacent words a collocation."""
KINDS = {"(noun)": "n", "(verb)": "v", "(adj)": "a", "(adv)": "r"}

Spinner = Callable[[str], Iterable[str]]
"""Maps a form to possible substitutes."""
Strength = Callable[[Sequence[str], int], float]
"""How strongly a word is bound to its neighbours."""
Pair = tuple[str, str]


@dataclass(frozen=True)
class Spun:
    """An article in which a word is substituted: its token, before and after."""

    texts: tuple[str, ...]
    number: int
    right: str
    wrong: str
    strength: float = 0.0
    """How firmly the right word stood in its place, if that was asked for."""

    @property
    def read(self) -> WordTokens:
        """The tokens of the article; their places are those of the original."""
        original = _tokens(self.texts)
        forms = [*original.forms]
        forms[self.number] = self.wrong
        return replace(original, forms=forms)


def spin(
    texts: Sequence[str], spinner: Spinner, rng: random.Random, strength: Strength | None = None
) -> Spun | None:
    """Substitute a random word; None if the spinner knows none.

    With `strength`, substitute the strongest of some random words.
    """
    read = _tokens(tuple(texts))
    numbers = _content_words(read, texts)
    rng.shuffle(numbers)
    if strength:
        numbers = sorted(numbers[:PLACES], key=lambda n: -strength(read.forms, n))
    for number in numbers:
        right = read.forms[number]
        if others := _substitutes(right, spinner):
            wrong = rng.choice(others)
            firm = strength(read.forms, number) if strength else 0.0
            return Spun(tuple(texts), number, right, wrong, firm)
    return None


def spin_article(
    texts: Sequence[str], spinners: Sequence[Spinner], share: float, rng: random.Random
) -> tuple[str, ...]:
    """An article with a share of its content words substituted."""
    read = _tokens(tuple(texts))
    numbers = _content_words(read, texts)
    spun, wanted = [*texts], max(1, round(share * len(numbers)))
    chosen = sorted(rng.sample(numbers, min(2 * wanted, len(numbers))), reverse=True)
    for number in chosen:  # from the end, so that places before stay valid
        others = _substitutes(read.forms[number], rng.choice(spinners)) if wanted else []
        if others:
            wanted -= 1
            block, start, end = read.blocks[number], read.starts[number], read.ends[number]
            spun[block] = spun[block][:start] + rng.choice(others) + spun[block][end:]
    return tuple(spun)


def _content_words(read: WordTokens, texts: Sequence[str]) -> list[int]:
    return [
        n
        for n, form in enumerate(read.forms)
        if _plain(form) and not read.capitals[n] and _as_written(read, n, texts) == form
    ]


def _substitutes(right: str, spinner: Spinner) -> list[str]:
    """The words that a spinner puts for one, and that leave “a” and “an” right."""
    return [o for o in sorted(set(spinner(right))) if o != right and (o[0] in VOWELS) == (right[0] in VOWELS)]


def collocation(words: ArchiveWords) -> Strength:
    """How much more often than by chance a word is next to a content word."""

    def beside(one: str, other: str) -> float:
        both = words.count((one, other))
        if both < ATTESTED or not _plain(one) or not _plain(other):
            return 0.0
        return log(both * words.size / (words.count((one,)) * words.count((other,))))

    return lambda forms, n: max(beside(*forms[n - 1 : n + 1]), beside(*forms[n : n + 2]))


def by_translation(near: Mapping[Lemma, Sequence[str]]) -> Callable[[Lemma], Iterable[str]]:
    """Words that share a foreign word, in the same part of speech."""
    return lambda lemma: near.get(lemma, ())


@dataclass(frozen=True)
class Swap:
    """A word that was substituted: where it begins in the text that was made, before and after."""

    start: int
    right: str
    wrong: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.wrong)


def spin_words(text: str, spinner: Spinner, share: float, rng: random.Random) -> str:
    """Substitute a share of the content words of a text, as far as the spinner knows others."""
    return swap_words(text, spinner, share, rng)[0]


def swap_words(
    text: str,
    spinner: Spinner,
    share: float,
    rng: random.Random,
    may_swap: Callable[[str], bool] | None = None,
) -> tuple[str, tuple[Swap, ...]]:
    """A text with a share of its words substituted, and which; content words unless `may_swap` says others."""
    parts, swaps = [], []
    size = at = 0
    for word in WORD.finditer(text):
        form = word[0].lower()
        if not (may_swap or _plain)(form) or not word[0][1:].islower() or rng.random() >= share:
            continue
        others = [other for other in sorted(set(spinner(form))) if other != form]
        if others:
            wrong = _in_case_of(word[0], rng.choice(others))
            parts += [text[at : word.start()], wrong]
            swaps.append(Swap(size + word.start() - at, word[0], wrong))
            size += word.start() - at + len(wrong)
            at = word.end()
    return "".join([*parts, text[at:]]), tuple(swaps)


def spin_phrases(text: str, phrases: Mapping[str, Sequence[str]], share: float, rng: random.Random) -> str:
    """Substitute a share of the frequent phrases of a text, by right phrases and their wrong ones."""

    def substitute(match: re.Match[str]) -> str:
        if rng.random() >= share:
            return match[0]
        return _in_case_of(match[0], rng.choice(phrases[match[0].lower()]))

    return _any_phrase(tuple(phrases)).sub(substitute, text)


def frequent_phrases() -> Mapping[str, Sequence[str]]:
    """What spinners put for frequent words, from `spinner_phrases.tsv`."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in PHRASES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            right, wrong = line.split("\t")
            found[right].append(wrong)
    return found


def by_pivot(file: Path) -> Callable[[Lemma], Iterable[str]]:
    """Words that share a foreign translation, as back-translation confuses them."""
    found: dict[Lemma, list[str]] = defaultdict(list)
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 1, None):
            word, part, neighbour, *_ = line.split("\t")
            if _plain(neighbour):
                found[word, part].append(neighbour)
    return lambda lemma: found.get(lemma, ())


def by_lemma(
    others: Callable[[Lemma], Iterable[str]], forms: Mapping[Analysis, Sequence[str]], wordnet: Wordnet
) -> Spinner:
    """A spinner that substitutes lemmas, and inflects them."""

    def spinner(form: str) -> Iterator[str]:
        for lemma, kind, features in set(analyses(form, wordnet)):
            for other in others((lemma, kind)):
                if other != lemma:
                    yield from forms.get((other, kind, features), ())[:1]

    return spinner


def synonyms(wordnet: Wordnet) -> Callable[[Lemma], Iterable[str]]:
    """Synonyms in WordNet."""
    return lambda lemma: [
        word for key in wordnet.senses.get(lemma, ()) for word in wordnet.synsets[key].words
    ]


def hypernyms(
    wordnet: Wordnet, signs: Iterable[str] = (*WIDER, *NARROWER)
) -> Callable[[Lemma], Iterable[str]]:
    """Hypernyms and hyponyms in WordNet."""
    return lambda lemma: [
        word
        for key in wordnet.senses.get(lemma, ())
        for sign, to in wordnet.synsets[key].pointers
        if sign in signs
        for word in wordnet.synsets[to].words
    ]


def mythes(file: Path) -> Callable[[Lemma], Iterable[str]]:
    """Synonyms in the thesaurus of LibreOffice (`th_en_US_v2.dat`)."""
    found: dict[Lemma, list[str]] = defaultdict(list)
    lines = iter(file.read_text("utf-8", errors="replace").splitlines()[1:])
    for line in lines:
        word, _, count = line.rpartition("|")
        for _ in range(int(count)):
            kind, *said = next(lines).split("|")
            if kind in KINDS:
                found[word, KINDS[kind]] += [
                    s for s in said if _plain(s)
                ]  # others carry a remark in brackets
    return lambda lemma: found.get(lemma, ())


def word_pairs(phrases: Iterable[Pair]) -> set[Pair]:
    """The differing words of phrases that differ in a single word."""
    found = set()
    for wrong, right in phrases:
        one, other = wrong.lower().split(), right.lower().split()
        differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
        if len(one) == len(other) and len(differing) == 1 and all(map(_plain, differing[0])):
            found.add(differing[0])
    return found


def function_words() -> Spinner:
    """A spinner that puts function words for others of their class."""
    return lambda form: [other for words in FUNCTION_WORDS if form in words for other in words]


def by_pairs(pairs: Iterable[Pair], wordnet: Wordnet) -> Spinner:
    """A spinner for pairs of forms, both of them content words."""
    wrongs: dict[str, list[str]] = defaultdict(list)
    for wrong, right in sorted(pairs):
        if any(analyses(wrong, wordnet)) and any(analyses(right, wordnet)):
            wrongs[right].append(wrong)
    return lambda form: wrongs.get(form, ())


@cache
def _any_phrase(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(sorted(phrases, key=len, reverse=True))})\b")


def _in_case_of(model: str, words: str) -> str:
    return words[0].upper() + words[1:] if model[0].isupper() else words


def _plain(form: str) -> bool:
    return len(form) >= SHORTEST and form.isalpha() and form.islower() and form not in AUXILIARIES


def _as_written(read: WordTokens, number: int, texts: Sequence[str]) -> str:
    return texts[read.blocks[number]][read.starts[number] : read.ends[number]]


_tokens = lru_cache(8)(tokens)
