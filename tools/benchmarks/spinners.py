"""Spinners: each puts one other word into a clean article, in the form of the one that stood there."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newslint.learning.inflection import Analysis, analyses
from newslint.learning.wordnet import NARROWER, WIDER, Lemma, Wordnet
from newslint.text.word_choice.word_tokens import Tokens, tokens

SHORTEST = 4
AUXILIARIES = frozenset(
    (
        *("been", "being", "could", "does", "doing", "done", "have", "having", "might", "must", "shall"),
        *("should", "were", "will", "would"),
    )
)
"""Words of grammar that WordNet has as well; others it has not, and no spinner here touches either."""
VOWELS = "aeiou"
KINDS = {"(noun)": "n", "(verb)": "v", "(adj)": "a", "(adv)": "r"}

Spinner = Callable[[str], Iterable[str]]
"""From a form to those that may take its place."""
Pair = tuple[str, str]


@dataclass(frozen=True)
class Spun:
    """An article with one word changed: its number among the tokens, what it was and what it is."""

    texts: tuple[str, ...]
    number: int
    right: str
    wrong: str


def spin(texts: Sequence[str], spinner: Spinner, rng: random.Random) -> Spun | None:
    """Change one word drawn at random; None if the spinner knows none of the article’s."""
    read = tokens(texts)
    numbers = [n for n, form in enumerate(read.forms) if _plain(form) and not read.capitals[n]]
    rng.shuffle(numbers)
    for number in numbers:
        right = read.forms[number]
        others = [
            o for o in sorted(set(spinner(right))) if o != right and (o[0] in VOWELS) == (right[0] in VOWELS)
        ]
        if others and _as_written(read, number, texts) == right:
            wrong = rng.choice(others)
            return Spun(_put(read, number, texts, wrong), number, right, wrong)
    return None


def by_lemma(
    others: Callable[[Lemma], Iterable[str]], forms: Mapping[Analysis, Sequence[str]], wordnet: Wordnet
) -> Spinner:
    """A spinner that knows lemmas, and inflects what it puts."""

    def spinner(form: str) -> Iterator[str]:
        for lemma, kind, told in set(analyses(form, wordnet)):
            for other in others((lemma, kind)):
                if other != lemma:
                    yield from forms.get((other, kind, told), ())[:1]

    return spinner


def synonyms(wordnet: Wordnet) -> Callable[[Lemma], Iterable[str]]:
    """The words of the same meaning."""
    return lambda lemma: [
        word for key in wordnet.senses.get(lemma, ()) for word in wordnet.synsets[key].words
    ]


def hypernyms(wordnet: Wordnet) -> Callable[[Lemma], Iterable[str]]:
    """The wider words, and the narrower."""
    return lambda lemma: [
        word
        for key in wordnet.senses.get(lemma, ())
        for sign, to in wordnet.synsets[key].pointers
        if sign in (*WIDER, *NARROWER)
        for word in wordnet.synsets[to].words
    ]


def mythes(file: Path) -> Callable[[Lemma], Iterable[str]]:
    """What the thesaurus of LibreOffice (`th_en_US_v2.dat`) gives as synonyms."""
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
    """The wrong and the right word of phrases that differ in one."""
    found = set()
    for wrong, right in phrases:
        one, other = wrong.lower().split(), right.lower().split()
        differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
        if len(one) == len(other) and len(differing) == 1 and all(map(_plain, differing[0])):
            found.add(differing[0])
    return found


def by_pairs(pairs: Iterable[Pair], wordnet: Wordnet) -> Spinner:
    """A spinner that knows pairs of forms, the wrong one and the right one; both must be words of content."""
    wrongs: dict[str, list[str]] = defaultdict(list)
    for wrong, right in sorted(pairs):
        if any(analyses(wrong, wordnet)) and any(analyses(right, wordnet)):
            wrongs[right].append(wrong)
    return lambda form: wrongs.get(form, ())


def _plain(form: str) -> bool:
    return len(form) >= SHORTEST and form.isalpha() and form.islower() and form not in AUXILIARIES


def _as_written(read: Tokens, number: int, texts: Sequence[str]) -> str:
    return texts[read.blocks[number]][read.starts[number] : read.ends[number]]


def _put(read: Tokens, number: int, texts: Sequence[str], word: str) -> tuple[str, ...]:
    block, start, end = read.blocks[number], read.starts[number], read.ends[number]
    text = texts[block]
    return (*texts[:block], text[:start] + word + text[end:], *texts[block + 1 :])
