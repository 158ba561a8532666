"""How many tortured phrases are found in sentences of ours: those of the news, and all, through a table.

    python tools/benchmarks/tortured.py CORPORA

CORPORA holds `tortured-news-subset.tsv` and `tortured-phrases.tsv.gz` (Problematic Paper Screener, CC BY
4.0). The first are looked for by the default rules, the second by `own-phrase` with the table as it is.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from newslint.config.custom_phrases import read_phrases
from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.rules import selection

SENTENCES = (
    "Officials of the town spoke of {} at the meeting on Monday.",
    "{}, she said, was no reason to wait.",
    "Nobody had foreseen {}.",
    "They called it “{}”—and left.",
)


def main() -> None:
    """Print both shares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    args = parser.parse_args()
    news = read_phrases(args.corpora / "tortured-news-subset.tsv")
    table = read_phrases(args.corpora / "tortured-phrases.tsv.gz")
    options = {"own-phrase": {"phrases": [list(pair) for pair in table]}}
    tell("phrases of the news, default rules", news, Linter(selection.select()))
    tell("all phrases, own-phrase", table, Linter(selection.select(["own-phrase"], options=options)))


def tell(what: str, phrases: Iterable[tuple[str, str]], linter: Linter) -> None:
    """Put each phrase into each sentence and print how often a finding touches it."""
    found = tried = 0
    for phrase, _ in phrases:
        for sentence in SENTENCES:
            said = phrase[:1].upper() + phrase[1:] if sentence.startswith("{") else phrase
            text, at = sentence.format(said), sentence.index("{")
            spans = [d.span for d in linter.check(Source(text)).diagnostics]
            tried += 1
            found += any(span.start < at + len(said) and at < span.end for span in spans)
    print(f"{what}: {found:,} of {tried:,} found, {found / tried:.4f}")


if __name__ == "__main__":
    main()
