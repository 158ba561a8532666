"""Checks on real news that the prefilter loses no finding.

    python tools/benchmarks/equivalence.py CORPORA [--sets NAME ...] [--articles 2000]

CORPORA is a folder as for `tools/rates.py`. Prints, for each rule, how many blocks or articles it
examined in vain, and exits with 1 if any finding differs. `peers.py` makes it a chapter of
`docs/speed.md`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from speed.sheet import Aim, Chapter

from newslint.core.segments import DEFAULT_OPTIONS
from newslint.core.source import Source
from newslint.formats import PLAIN
from newslint.linter.rule_runner import RuleRunner, run_rule
from newslint.rules import selection
from tools.rates import USUAL_SETS, articles

ARTICLES = 2_000
"""Of each set."""


@dataclass
class Comparison:
    """The size of a comparison, and the articles with different findings."""

    articles: int = 0
    characters: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    differing: list[str] = field(default_factory=list)


def compare(corpora: Path, sets: Sequence[str], most: int) -> Comparison:
    """Compare the findings with and without the prefilter."""
    rules = selection.select(["all"])
    runner = RuleRunner(rules)
    comparison = Comparison()
    for name in sets:
        for title, text in articles(corpora, name)[:most]:
            comparison.articles += 1
            comparison.characters += len(text)
            for document in PLAIN.parse(Source(text), DEFAULT_OPTIONS).documents:
                comparison.asked.update(active.info.name for active, _ in runner.applicable(document))
                behind, _ = runner.run(document)
                plain = [one for active in rules for one in run_rule(active, document, document.blocks, None)]
                comparison.found.update({one.rule.name for one in plain})
                if list(behind) != plain:
                    comparison.differing.append(title)
    return comparison


def measure(corpora: Path) -> Chapter:
    """Compare, for the page of speed."""
    comparison = compare(corpora, USUAL_SETS, ARTICLES)
    asked, found = comparison.asked.total(), comparison.found.total()
    text = (
        f"All rules, those that are off included, on {comparison.articles:,} articles: with the prefilter a rule "
        f"was asked about an article {asked:,} times and found something {found:,} times. Without it the "
        f"findings of {len(comparison.differing):,} articles differ."
    )
    differing = Aim(
        "articles in which the prefilter loses a finding", 0, len(comparison.differing), at_most=True
    )
    return Chapter("What the prefilter loses", text, (differing,))


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--sets", nargs="+", default=USUAL_SETS)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    given = parser.parse_args()
    comparison = compare(given.corpora, given.sets, given.articles)
    for title in comparison.differing:
        print(f"! {title}")
    print(f"{comparison.characters:,} characters, {len(comparison.differing)} articles differ")
    for name in selection.built_in():
        asked, found = comparison.asked[name], comparison.found[name]
        print(f"{name:<30} asked about {asked:>6,} articles, found something in {found:>6,}")
    return 1 if comparison.differing else 0


if __name__ == "__main__":
    sys.exit(main())
