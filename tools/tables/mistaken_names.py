"""Finds the names in clean news that look like mistaken ones, and writes `newslint/lexicon/mistaken_names.txt`.

    python -m tools.tables.mistaken_names CORPORA

Every name that `possible_mistakes` makes and the set `learn` has is real: “Times of London”, “Border Guard”.
"""

from __future__ import annotations

import argparse
from collections.abc import Container, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from newslint.lexicon.mistaken_names import REAL, possible_mistakes
from newslint.text.names.known_runs import find_known
from tools.rates import Articles, articles, batches


def main() -> None:
    """Read the corpus and write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    args = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        found = frozenset().union(*pool.map(_real, batches(articles(args.corpora, "learn"), 2000)))
    REAL.write_text("".join(f"{name}\n" for name in sorted(found)), "utf-8")
    print(f"{len(found)} of {len(possible_mistakes())} names are real")


def _real(texts: Articles) -> frozenset[str]:
    """The possible mistakes that occur in some texts."""
    return frozenset(_known(texts, possible_mistakes()))


def _known(texts: Articles, names: Container[str]) -> Iterator[str]:
    for _id, text in texts:
        for at in find_known(text, names):
            yield " ".join(at.of(text).split())


if __name__ == "__main__":
    main()
