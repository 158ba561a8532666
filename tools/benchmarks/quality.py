"""Measures how often rules report in clean, translated and damaged news.

    python tools/benchmarks/quality.py CORPORA [--output docs/quality.md]

CORPORA is a folder of gzipped JSON Lines as for `tools/rates.py`. All default rules run on all sets, on all
cores, and a page in Markdown is written.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from pathlib import Path

import unseen_damage
from speed.sheet import figure, table

import newslint
from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.testing.injector.measurement import VariantFigures
from tools.rates import VERDICTS, articles, batches

SETS = {
    "clean-curly": "newspapers, curly quotes",
    "clean-straight": "broadcasters, straight quotes",
    "clean-bbc": "BBC 2004–05",
    "clean-extracted": "bodies cleaned by hand",
    "clean-originals": "English originals of WMT",
    "clean-references": "human translations of WMT",
    "mt-documents": "machine translations of WMT 2021–23",
    "mt-garbled": "one broken system",
    "wild": "excerpts seen on public pages",
}
SCRAPED = frozenset({"punctuation", "quotes", "encoding", "leftovers"})
"""Categories whose damage is common in scraped news."""
REACHABLE = {
    "Fluency/Punctuation": "punctuation",
    "Fluency/Spelling": "spelling, capitals",
    "Fluency/Grammar": "grammar",
    "Fluency/Inconsistency": "inconsistency",
    "Locale convention/Name format": "names",
    "Locale convention/Date format": "dates",
    "Locale convention/Currency format": "currency",
    "Locale convention/Time format": "times",
    "Non-translation!": "repetition, word salad",
    "Accuracy/Source language fragment": "source fragments",
}
"""Categories of MQM that are visible without the source, with readable names."""
TORTURED = "tortured-news-subset.tsv"
SUBSTITUTION = Path(__file__).parents[2] / "docs" / "substitution.md"
SENTENCE = "Officials of the town spoke of {} at the meeting on Monday."

Hits = Counter[str]


def main() -> int:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--output", type=Path, help="the page; standard output if not given")
    args = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        counted = {name: _count_set(pool, args.corpora, name) for name in SETS}
    text = page(
        counted,
        _count_marks(args.corpora),
        _count_tortured(args.corpora),
        unseen_damage.measure(args.corpora),
    )
    if args.output:
        args.output.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


def _count_set(pool: ProcessPoolExecutor, corpora: Path, name: str) -> tuple[int, Hits]:
    words, hits = 0, Counter[str]()
    for lot_words, lot_hits in pool.map(count, batches(articles(corpora, name))):
        words, hits = words + lot_words, hits + lot_hits
    return words, hits


def count(texts: list[tuple[str, str]]) -> tuple[int, Hits]:
    """Count the words of some articles, and the findings of each rule.

    Raises:
        RuntimeError: a rule failed.

    """
    linter = Linter(selection.select())
    words, hits = 0, Counter[str]()
    for name, text in texts:
        report = linter.check(Source(text, name))
        if report.error:
            raise RuntimeError(f"{name}: {report.error}")
        words += len(text.split())
        hits.update(d.rule for d in report.diagnostics)
    return words, hits


def _count_marks(corpora: Path) -> dict[str, tuple[int, int]]:
    """By error category, the number of marks and of those found."""
    linter = Linter(selection.select())
    marks, found = Counter[str](), Counter[str]()
    for row in _rows(corpora / "mt-marked.jsonl.gz"):
        spans = [d.span for d in linter.check(Source(row["target"], "segment")).diagnostics]
        for error in row["errors"]:
            name = REACHABLE.get(error["category"])
            if name and error["start"] is not None:
                start, end = error["start"], error["start"] + max(len(error["span"] or ""), 1)
                marks[name] += 1
                found[name] += any(span.start < end and start < span.end for span in spans)
    return {name: (marks[name], found[name]) for name in REACHABLE.values()}


def _count_tortured(corpora: Path) -> tuple[int, int]:
    """The number of tortured phrases in news, and of those found."""
    lines = (corpora / TORTURED).read_text("utf-8").splitlines()[1:]
    linter = Linter(selection.select())
    texts = [SENTENCE.format(line.split("\t")[0]) for line in lines]
    return len(texts), sum(bool(linter.check(Source(text)).diagnostics) for text in texts)


def _rows(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def page(
    counted: dict[str, tuple[int, Hits]],
    marked: dict[str, tuple[int, int]],
    tortured: tuple[int, int],
    unseen: dict[str, VariantFigures],
) -> str:
    """The page in Markdown."""
    rules = selection.select()
    date = datetime.now().astimezone().date().isoformat()
    others = [name for name in selection.built_in() if not selection.info(name).default]
    off = f" Off by default: {', '.join(f'`{name}`' for name in others)}." if others else ""
    return f"""\
# Quality of the rules

Measured on {date} with newslint {newslint.__version__} and its {len(rules)} default rules. This page is
written by `python tools/benchmarks/quality.py CORPORA --output docs/quality.md`; nothing in it is entered by hand.
`newslint explain RULE` shows how many findings of a rule were reviewed, and how many were correct.{off}
The last section was written by `tools/benchmarks/substitution.py` ([separately](substitution.md)).

## The sets

{table(("set", "what", "words"), [(name, what, f"{counted[name][0]:,}") for name, what in SETS.items()])}

## Findings per million words, by category

Scraped news is often damaged in its punctuation, quotation marks, encoding and leftovers, so findings there are
not false alarms; in the other categories clean news should have no findings.

{table(("category", *SETS), _by_category(counted))}

## Findings per million words, by rule

{table(("rule", *SETS), [(info.info.name, *_rates(counted, [info.info.name])) for info in rules])}

## Safe fixes, read

{_read_fixes()}

## Errors that people marked

How many of the errors that people marked in machine translations, and that can be seen without the source, overlap
a finding. Most marks in some categories are a matter of house style, which newslint leaves alone unless asked.

{table(("category", "marks", "overlapping", "share"), _shares(marked))}

## Tortured phrases

Of {tortured[0]} phrases of spun papers that could occur in news, {tortured[1]} are found in a neutral sentence
({figure(100 * tortured[1] / max(tortured[0], 1))} %). The Problematic Paper Screener (Cabanac, Labbé,
Magazinov) collected them, CC BY 4.0.

{unseen_damage.section(unseen)}
{SUBSTITUTION.read_text("utf-8")}"""


def _read_fixes() -> str:
    """A table by rule of the safe fixes drawn and read."""
    rows = [line.split("\t") for line in VERDICTS.read_text("utf-8").splitlines()]
    read, wrong = (
        Counter(rule for rule, *_ in rows),
        Counter(r for r, _, verdict in rows if verdict == "wrong"),
    )
    shares = [(rule, str(count), str(wrong[rule])) for rule, count in sorted(read.items())]
    return f"""\
Of {read.total():,} safe fixes drawn at random over all rules in all sets (`tools/rates.py CORPORA changes`), each
read in its context, {wrong.total()} were wrong. [Every verdict](safe-changes.tsv) is kept by the key of its fix.

{table(("rule", "read", "wrong"), shares)}"""


def _by_category(counted: dict[str, tuple[int, Hits]]) -> Iterator[tuple[str, ...]]:
    names = {
        category: [a.info.name for a in selection.select([category])] for category in selection.CATEGORIES
    }
    for category, rules in names.items():
        yield category, *_rates(counted, rules)
    plain = [name for category, rules in names.items() if category not in SCRAPED for name in rules]
    yield "all but punctuation, quotes, encoding, leftovers", *_rates(counted, plain)


def _rates(counted: dict[str, tuple[int, Hits]], rules: list[str]) -> Iterator[str]:
    for words, hits in counted.values():
        total = sum(hits[name] for name in rules)
        yield figure(total * 1e6 / words) if total else "0"


def _shares(marked: dict[str, tuple[int, int]]) -> Iterator[tuple[str, ...]]:
    for name, (marks, found) in marked.items():
        yield name, f"{marks:,}", f"{found:,}", f"{100 * found / marks:.1f} %" if marks else "–"


if __name__ == "__main__":
    raise SystemExit(main())
