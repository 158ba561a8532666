"""Counts the phrases and marks of `newslint/lexicon/translated_phrases.txt` in clean news.

    python -m tools.tables.translated_phrases CORPORA

CORPORA is a folder of gzipped JSON Lines with the set `learn`. The figures are written into the file; phrases that
clean news has more than `MOST` times in a million words are left out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from newslint.text.evidence.marks import find_marks
from newslint.text.phrase_index import PhraseIndex
from newslint.text.tokens import tokens_of
from tools.rates import Articles, articles, batches
from tools.tables.spun_words import PER, QUOTED

TABLE = Path(__file__).parents[2] / "newslint" / "lexicon" / "translated_phrases.txt"
MOST = 20
"""Occurrences in a million words beyond which a phrase proves too little."""

Row = tuple[str, str]
"""A language and a phrase."""


def main() -> None:
    """Count, and write the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    args = parser.parse_args()
    words, found = 0, Counter[str]()
    with ProcessPoolExecutor() as pool:
        for lot_words, lot_found in pool.map(count, batches(articles(args.corpora, "learn"))):
            words, found = words + lot_words, found + lot_found
    head = [line for line in _lines() if line.startswith("#")]
    kept = {
        (language, phrase): round(found[phrase] / words * PER)
        for language, phrase in rows()
        if found[phrase] / words <= MOST / 1e6
    }
    lines = [f"{language},{phrase},{rate}" for (language, phrase), rate in sorted(kept.items())]
    TABLE.write_text("\n".join([*head, *lines]) + "\n", "utf-8")
    print(f"{len(kept)} of {len(rows())} phrases kept, {words:,} words")


def count(lot: Articles) -> tuple[int, Counter[str]]:
    """Count the words, and the phrases outside quotation marks."""
    words, found = 0, Counter[str]()
    for _, text in lot:
        for line in text.split("\n"):
            unquoted = QUOTED.sub(' " ', line)
            words += len(tokens_of(unquoted))
            found.update(phrase for phrase, _ in _index().find(unquoted))
            found.update(name for name, _ in find_marks(line))
    return words, found


def rows() -> list[Row]:
    """The phrases of the file, each with its language."""
    cells = [line.split(",") for line in _lines() if not line.startswith("#")]
    return [(language, phrase) for language, phrase, _ in cells]


def _lines() -> list[str]:
    return TABLE.read_text("utf-8").splitlines()


@cache
def _index() -> PhraseIndex:
    return PhraseIndex(dict.fromkeys(phrase for _, phrase in rows() if phrase[0] != "<"))


if __name__ == "__main__":
    main()
