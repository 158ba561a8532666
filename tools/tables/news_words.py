"""Counts the words of news, and writes `newslint/text/word_choice/news_words.bin`.

    pip install numpy
    python -m tools.tables.news_words CORPORA --thesaurus WORDNET

CORPORA has `learn.jsonl.gz` and `clean-curly.jsonl.gz`, of which one half is counted; WORDNET is the folder of
WordNet 3.0. Sequences that occur fewer than five times are forgotten. The neighbours of each form come from
`newslint/lexicon/pairs.tsv` and WordNet. Then `python -m tools.tables.unlikely_word` fits the weights.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from newslint.core.atomic_write import write
from newslint.learning.counting import NgramCounter
from newslint.learning.inflection import learn_word_pairs
from newslint.learning.neighbours import neighbours
from newslint.learning.wordnet import read_wordnet
from newslint.lexicon.pairs import PAIRS, read_pairs
from newslint.text.word_choice.news_words import FILE, GRAMMAR
from newslint.text.word_choice.word_context import WINDOW
from newslint.text.word_choice.word_tokens import NAME, PAUSE, SELDOM, STOP
from tools.parts import halves
from tools.rates import articles
from tools.tables.packed_words import Counts, Numbers, pack_words

LEARNED, HALVED = "learn", "clean-curly"
MIN_OCCURRENCES = 5
"""Of a form or a sequence; rarer ones are left out."""
MIN_TIMES_CHANCE = 4.0
"""How much more often than by chance two words must share a window to be kept as a pair."""
MIN_OCCURRENCES_OF_RIGHT = 20
"""Of a form that may be suggested."""


def main() -> int:
    """Count, and write the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--thesaurus", type=Path, default=Path("/usr/share/wordnet"), help="WordNet's folder")
    parser.add_argument("--output", type=Path, default=FILE)
    args = parser.parse_args()
    counts = count(_texts(args.corpora))
    wordnet = read_wordnet(args.thesaurus)
    learn_word_pairs(((pair.wrong, pair.right) for pair in read_pairs()), wordnet)
    near = neighbours(dict(zip(counts.forms, counts.often, strict=True)), wordnet, MIN_OCCURRENCES_OF_RIGHT)
    about = {
        "pairs": hashlib.sha256(PAIRS.read_bytes()).hexdigest(),
        "thesaurus": "WordNet 3.0, Princeton University; free to use and pass on with its notice",
    }
    about["digest"] = hashlib.sha256(repr((counts.size, sorted(near.items()), about)).encode()).hexdigest()[
        :16
    ]
    data = pack_words(counts, near, about)
    write(args.output, data)  # whole: the old file may be mapped
    print(
        f"{counts.size:,} words, {len(counts.forms):,} forms, {len(counts.pairs[0]):,} pairs, "
        f"{len(counts.triples):,} triples; {len(near):,} forms have {sum(map(len, near.values())):,} neighbours; "
        f"{len(data) / 1e6:.1f} MB"
    )
    return 0


def _texts(corpora: Path) -> Iterator[tuple[str, ...]]:
    for _, text in articles(corpora, LEARNED):
        yield tuple(text.split("\n"))
    yield from halves(tuple(text.split("\n")) for _, text in articles(corpora, HALVED))[0]


def count(texts: Iterable[Sequence[str]]) -> Counts:
    """Count forms, pairs and triples, and content words at a distance."""
    counter = NgramCounter()
    for text in texts:
        counter.add(text)
    row, often = _without_rare_names(counter)
    order = np.argsort(-often, kind="stable")
    numbers = order[: int((often >= MIN_OCCURRENCES).sum())]
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    kept, vocabulary = len(numbers), list(counter.vocabulary)
    forms = [vocabulary[number] for number in numbers]
    row = rank[row]
    known = np.minimum(row, kept)  # all rare forms are one
    pairs = [known[:-1], known[1:]]
    triples = [known[:-2], known[1:-1], known[2:]]
    marks = [forms.index(STOP), forms.index(PAUSE)]
    distant = (
        (known[:-2] >= GRAMMAR)
        & (known[2:] >= GRAMMAR)
        & (known[1:-1] < GRAMMAR)
        & ~np.isin(known[1:-1], marks)
    )
    one, other, often_pair = _frequent(pairs, kept)
    first, second, _ = _frequent([known[:-2][distant], known[2:][distant]], kept)
    *three, often_triple = _frequent(triples, kept)
    company = _company(known[(known >= GRAMMAR) & (known < kept)], kept)
    falling = np.lexsort((*three[::-1], -often_triple))
    listed = [(" ".join(forms[part[at]] for part in three), int(often_triple[at])) for at in falling]
    return Counts(
        forms,
        often[numbers].tolist(),
        (one, other, often_pair),
        (first, second),
        company,
        listed,
        counter.words,
    )


def _without_rare_names(counter: NgramCounter) -> tuple[Numbers, Numbers]:
    """The numbers of all forms, rare names being one, and how often each occurs."""
    row = np.array(counter.row, np.int64)
    often = np.array(counter.often, np.int64)
    names = row < 0
    row = np.where(names, np.where(often[-np.minimum(row, 0)] >= SELDOM, -row, counter.vocabulary[NAME]), row)
    often[counter.vocabulary[NAME]] = int((row == counter.vocabulary[NAME]).sum())
    return row, often


def _company(content: Numbers, kept: int) -> tuple[Numbers, Numbers]:
    """The content words that are within a window more often than by chance, each pair once."""
    near, far = [
        np.concatenate([choose(content[:-step], content[step:]) for step in range(1, WINDOW + 1)])
        for choose in (np.minimum, np.maximum)
    ]
    one, other, often = _frequent([near, far], kept)
    each = np.bincount(content, minlength=kept)
    chance = each[one] * each[other] * (2.0 * WINDOW / len(content))
    chosen = (often >= MIN_TIMES_CHANCE * chance) & (one != other)
    return one[chosen], other[chosen]


def _frequent(parts: Sequence[Numbers], kept: int) -> tuple[Numbers, ...]:
    """The sequences of known forms that occur often enough, and how often."""
    sound = np.logical_and.reduce([part < kept for part in parts])
    keys = np.zeros(int(sound.sum()), np.int64)
    for part in parts:
        keys = keys * kept + part[sound]
    keys.sort()
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    often = np.diff(np.concatenate((starts, [len(keys)])))
    chosen, often = keys[starts][often >= MIN_OCCURRENCES], often[often >= MIN_OCCURRENCES]
    found = []
    for _ in parts:
        found.append(chosen % kept)
        chosen = chosen // kept
    return (*found[::-1], often)


if __name__ == "__main__":
    raise SystemExit(main())
