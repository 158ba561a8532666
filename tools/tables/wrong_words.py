"""Counts findings of each pair of `newslint/lexicon/wrong_words.toml` in clean news.

    python -m tools.tables.wrong_words CORPORA [--write]

CORPORA is a folder of gzipped JSON Lines with a `text` each; clean sets are named `clean-*.jsonl.gz`. Exits
with 1 if any pair exceeds the budget; `--write` enters the rates into the table.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from newslint.core.source import Source
from newslint.lexicon.wrong_words import BUDGET, pairs
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.text.document import Document
from newslint.text.word_choice.substitutions import wrong_word_searches
from tools.rates import Articles, articles, batches

TABLE = Path(__file__).parents[2] / "newslint" / "lexicon" / "wrong_words.toml"
ROW = re.compile(r'wrong = "(?P<wrong>[^"]+)", right = "(?P<right>[^"]+)".*rate = (?P<rate>[\d.]+)')
Names = tuple[str, str]
"""The wrong word and the right one."""


def linter() -> Linter:
    """A linter with the two rules that use the table."""
    return Linter(selection.select(["wrong-word", "key-term-drift"]))


def documents(text: str) -> tuple[Document, ...]:
    """The documents of a text, as rules read them."""
    return linter().parse(Source(text, "article.txt")).documents


def count_findings(lot: Articles) -> tuple[int, Counter[Names]]:
    """Count words, and findings of each pair."""
    words, hits = 0, Counter[Names]()
    for _, text in lot:
        words += len(text.split())
        for document in documents(text):
            for search in wrong_word_searches():
                found = search.misfits(
                    enumerate(document.texts),
                    document.encoded_text.lower,
                    lambda document=document: document.terms,
                )
                hits.update((misfit.pair.wrong, misfit.pair.right) for misfit in found)
    return words, hits


def rates(corpora: Path, *, write: bool) -> int:
    """Print the findings of each pair per million words of clean news."""
    words, hits = 0, Counter[Names]()
    names = sorted(path.name.removesuffix(".jsonl.gz") for path in corpora.glob("clean-*.jsonl.gz"))
    with ProcessPoolExecutor() as pool:
        for lot_words, lot_hits in pool.map(
            count_findings, [lot for name in names for lot in batches(articles(corpora, name))]
        ):
            words, hits = words + lot_words, hits + lot_hits
    by_pair = {names: times * 1e6 / words for names, times in hits.items()}
    beyond = {names: rate for names, rate in by_pair.items() if rate > BUDGET}
    print(
        f"{words:,} words of clean news, {sum(map(len, pairs().values())):,} pairs, {hits.total()} findings"
    )
    for (wrong, right), rate in sorted(by_pair.items()):
        print(f"  {wrong} for {right}: {rate:.2f}{', over the budget' if rate > BUDGET else ''}")
    if write:
        lines = TABLE.read_text("utf-8").splitlines(keepends=True)
        TABLE.write_text("".join(_with_rate(line, by_pair) for line in lines), "utf-8")
    return 1 if beyond else 0


def _with_rate(line: str, by_pair: dict[Names, float]) -> str:
    row = ROW.search(line)
    if not row:
        return line
    start, end = row.span("rate")
    return f"{line[:start]}{by_pair.get((row['wrong'], row['right']), 0):.2f}{line[end:]}"


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--write", action="store_true", help="enter the rates into the table")
    args = parser.parse_args()
    return rates(args.corpora, write=args.write)


if __name__ == "__main__":
    sys.exit(main())
