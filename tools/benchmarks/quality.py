"""What each rule is worth: how often it speaks on clean and translated news, and where people marked errors.

    python tools/benchmarks/quality.py CORPORA [--output docs/quality.md]

CORPORA is a folder of gzipped JSON lines as `tools/rates.py` takes it. All rules that run by default are
run over all sets, once each, on all cores, and a page in Markdown is written.
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

from speed.sheet import figure, table

import newslint
from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.testing.corruption.inject import Injector
from newslint.testing.corruption.kinds import choose
from newslint.testing.corruption.score import Figures, Score
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
"""Categories whose damage is really there in scraped news."""
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
"""Categories of MQM that can be seen without the source, and what they are called here."""
TORTURED = "tortured-news-subset.tsv"
SUBSTITUTION = Path(__file__).parents[2] / "docs" / "substitution.md"
SEED, PLACES = 20, 4
"""Of the damage that is made on purpose: which, and in how many places of an article."""
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
        counted = {name: _counted(pool, args.corpora, name) for name in SETS}
    text = page(counted, _marked(args.corpora), _tortured(args.corpora), _injected(args.corpora))
    if args.output:
        args.output.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


def _counted(pool: ProcessPoolExecutor, corpora: Path, name: str) -> tuple[int, Hits]:
    words, hits = 0, Counter[str]()
    for lot_words, lot_hits in pool.map(count, batches(articles(corpora, name))):
        words, hits = words + lot_words, hits + lot_hits
    return words, hits


def count(texts: list[tuple[str, str]]) -> tuple[int, Hits]:
    """The words of some articles, and how often each rule speaks of them.

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


def _marked(corpora: Path) -> dict[str, tuple[int, int]]:
    """By what people called an error: how many they marked, and how many of these a finding touches."""
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


def _tortured(corpora: Path) -> tuple[int, int]:
    """How many tortured phrases concern the news, and how many of them are found."""
    lines = (corpora / TORTURED).read_text("utf-8").splitlines()[1:]
    linter = Linter(selection.select())
    texts = [SENTENCE.format(line.split("\t")[0]) for line in lines]
    return len(texts), sum(bool(linter.check(Source(text)).diagnostics) for text in texts)


def _injected(corpora: Path) -> Score:
    """What the default rules make of damage in every fourth article of the two largest clean sets."""
    score = Score(Linter(selection.select()))
    injector = Injector(choose(), SEED, PLACES)
    for name in ("clean-curly", "clean-straight"):
        for path, text in articles(corpora, name)[::4]:
            clean = score.linter.fix(Source(text, path)).after
            damaged = injector.damage(clean)
            score.add(path, clean, damaged.text, damaged.answers)
    return score


def _rows(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def page(
    counted: dict[str, tuple[int, Hits]],
    marked: dict[str, tuple[int, int]],
    tortured: tuple[int, int],
    score: Score,
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

## Damage made on purpose

`newslint inject` damages clean copy in known places, with other words than those of the rules, and
`newslint bench` counts what is found: here in every fourth article of clean-curly and clean-straight, fixed first
({PLACES} places each, seed {SEED}). Of {score.all.damaged:,} places {figure(100 * score.all.recall)} % are
found; of the {score.sure.damaged:,} where the paragraph itself shows the damage,
{figure(100 * score.sure.recall)} %. Of {score.all.exact:,} with an exact fix, safe fixes restore
{figure(100 * score.all.restoration)} % exactly. Clean places that safe fixes changed:
{len(score.harm)}.

{table(("damage", "places", "found", "recall", "restored", "rules"), _by_kind(score))}

{SUBSTITUTION.read_text("utf-8")}"""


def _read_fixes() -> str:
    """The safe fixes that were drawn at random and read, by rule."""
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


def _by_kind(score: Score) -> Iterator[tuple[str, ...]]:
    for kind in choose():
        figures = score.kinds.get(kind.name, Figures())
        restored = f"{figures.restoration:.2f}" if figures.exact else "–"
        recall = f"{figures.recall:.2f}" if figures.damaged else "–"
        yield kind.name, str(figures.damaged), str(figures.found), recall, restored, ", ".join(kind.rules)


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
