"""Counts the words that spinners put into news, and writes `newslint/lexicon/spun_words.txt`.

    python -m tools.tables.spun_words CORPORA --thesaurus WORDNET

A spinner that takes synonyms from WordNet and one that takes frequent phrases from `tools/spinner_phrases.tsv`
rewrite a quarter of the set `learn`. Kept are the words and phrases that are at least `RATIO` times as frequent
afterwards. Only counts are written. WordNet's folder holds `data.noun` and the like.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from newslint.learning.inflection import by_analysis
from newslint.learning.wordnet import read_wordnet
from newslint.lexicon.spellings import american, british
from newslint.text.tokens import tokens_of
from tools.parts import quarter
from tools.rates import Articles, articles, batches
from tools.spinners import Spinner, by_lemma, frequent_phrases, spin_phrases, spin_words, synonyms

TABLE = Path(__file__).parents[2] / "newslint" / "lexicon" / "spun_words.txt"
HEAD = """\
# What spinners put into news: words and phrases, how often clean news has them, and how often a text has them
# of which every content word was substituted; both in 100 million words; and what they stand for, if known.
# Counted by `python -m tools.tables.spun_words` in 20 million words of news, before and after a spinner that takes
# synonyms from WordNet (Princeton University, WordNet 3.0 licence) and one that takes frequent phrases (own list).
"""
SHARE = 0.3
"""The share of words that the spinners substitute."""
RATIO, FEWEST = 4.0, 8
"""A synonym is kept if it is that much more frequent in spun text, and occurs there that often."""
PHRASE_RATIO = 2.0
"""How much more frequent a common phrase must be."""
DOUBT = 3
"""Added to each count in clean news: a word that does not occur is rare, not impossible."""
PER = 100_000_000
QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?")

Counts = tuple[int, Counter[str]]
"""The number of words, and how often each word and phrase occurs."""


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--thesaurus", type=Path, default=Path("/usr/share/wordnet"), help="WordNet's folder")
    args = parser.parse_args()
    texts = articles(args.corpora, "learn")
    sample = [article for article in texts if not quarter(article[1])]
    with ProcessPoolExecutor() as pool:
        clean = _sum(pool.map(count, batches(texts)))
        spun = _sum(pool.map(count_spun, batches(sample), [args.thesaurus] * len(batches(sample))))
    rows = sorted(_rows(clean, spun), key=lambda row: row[0])
    rights = _rights()
    lines = [f"{words},{before},{after},{'|'.join(rights[words])}\n" for words, before, after in rows]
    TABLE.write_text(HEAD + "".join(lines), "utf-8")
    print(f"{len(rows):,} words and phrases of {clean[0]:,} clean and {spun[0]:,} spun words")


def count(lot: Articles) -> Counts:
    """Count the lower-case words and the known phrases outside quotation marks."""
    return _sum(_count(text) for _, text in lot)


def count_spun(lot: Articles, thesaurus: Path) -> Counts:
    """The same after both spinners; words come from the one, phrases from the other."""
    rng, phrases = random.Random(lot[0][0]), frequent_phrases()  # noqa: S311 - no secret
    total, found = 0, Counter[str]()
    for _, text in lot:
        words, synonyms_found = _count(spin_words(text, _spinner(thesaurus), SHARE, rng))
        _, phrases_found = _count(spin_phrases(text, phrases, SHARE, rng))
        total += words
        found.update({word: n for word, n in synonyms_found.items() if word not in _wrong_phrases()})
        found.update({word: n for word, n in phrases_found.items() if word in _wrong_phrases()})
    return total, found


def _count(text: str) -> Counts:
    found = Counter[str]()
    outside = QUOTED.sub(' " ', text)
    words = tokens_of(outside)
    for number, word in enumerate(words.lower):
        if words.words[number][0].islower():
            found[word] += 1
        for phrase in _by_first_word().get(word, ()):
            size = phrase.count(" ") + 1
            gaps = words.gaps[number + 1 : number + size]
            if " ".join(words.lower[number : number + size]) == phrase and not any(map(str.strip, gaps)):
                found[phrase] += 1
    return len(words), found


def _rights() -> Mapping[str, list[str]]:
    """The original words of each wrong phrase."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for right, wrongs in frequent_phrases().items():
        for wrong in wrongs:
            found[wrong].append(right)
    return found


@cache
def _wrong_phrases() -> frozenset[str]:
    return frozenset(wrong for wrongs in frequent_phrases().values() for wrong in wrongs)


@cache
def _by_first_word() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for phrase in sorted(_wrong_phrases()):
        if " " in phrase:
            found.setdefault(phrase.split()[0], []).append(phrase)
    return found


@cache
def _spinner(thesaurus: Path) -> Spinner:
    wordnet = read_wordnet(thesaurus)
    vocabulary = (Path(TABLE.parent) / "words.txt").read_text("utf-8").split()
    forms = by_analysis(sorted({*vocabulary, *(lemma for lemma, _ in wordnet.senses)}), wordnet)
    substitutes = by_lemma(synonyms(wordnet), forms, wordnet)
    return cache(lambda form: tuple(sorted(set(substitutes(form)))))


def _sum(lots: Iterable[Counts]) -> Counts:
    total, found = 0, Counter[str]()
    for words, counts in lots:
        total += words
        found.update(counts)
    return total, found


def _rows(clean: Counts, spun: Counts) -> Iterator[tuple[str, int, int]]:
    spelled = {*american(), *british()}
    for words, times in spun[1].items():
        before, after = (clean[1][words] + DOUBT) / clean[0], times / spun[0]
        least, ratio = (1, PHRASE_RATIO) if words in _wrong_phrases() else (FEWEST, RATIO)
        if times >= least and after >= before * ratio and words not in spelled and words[0].isalpha():
            yield words, round(before * PER), round((after - before) / SHARE * PER)


if __name__ == "__main__":
    main()
