"""Whether rules find behind the sieve all that they find without it, on real news.

    python tools/benchmarks/equivalence.py CORPORA [--sets NAME ...] [--articles 2000]

CORPORA is a folder as `tools/rates.py` takes it. Prints, for each rule, how many blocks or articles
it was asked about in vain, and exits with 1 if any finding differs.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from newslint.core.segments import DEFAULT_OPTIONS
from newslint.core.source import Source
from newslint.formats import PLAIN
from newslint.linter.rule_runner import RuleRunner
from newslint.rules import selection
from tools.rates import USUAL_SETS, articles


def main(corpora: Path, sets: list[str], most: int) -> int:
    """Compare, and say what was compared."""
    rules = selection.select(["all"])
    inspector = RuleRunner(rules)
    asked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    characters = differing = 0
    for name in sets:
        for title, text in articles(corpora, name)[:most]:
            characters += len(text)
            for document in PLAIN.parse(Source(text), DEFAULT_OPTIONS).documents:
                asked.update(active.info.name for active, _ in inspector.applicable(document))
                behind, _ = inspector.run(document)
                plain = [
                    (block.index, finding, active.info)
                    for active in rules
                    for block, finding in active.rule.check(document, document.blocks)
                ]
                found.update({info.name for _, _, info in plain})
                if list(behind) != plain:
                    differing += 1
                    print(f"! {title}")
    print(f"{characters:,} characters, {differing} articles differ")
    for active in rules:
        name = active.info.name
        print(f"{name:<30} asked about {asked[name]:>6,} articles, found something in {found[name]:>6,}")
    return 1 if differing else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--sets", nargs="+", default=USUAL_SETS)
    parser.add_argument("--articles", type=int, default=2_000)
    given = parser.parse_args()
    sys.exit(main(given.corpora, given.sets, given.articles))
