"""Measures `check --against`, and writes a table into docs/originals.md.

    python tools/benchmarks/originals.py CORPORA [--stories 120] [--write]

CORPORA is a folder of gzipped JSON Lines as for `tools/rates.py`. Same language: articles of a quarter by hash are cut
as customers of agencies cut them, and in other copies one thing each is changed. Other language: segments of
`mt-marked.jsonl.gz` with `source` and `target` are put together to documents; human translations should have no
findings, and have one where a figure is changed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from speed.sheet import table, write_section

from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.linter.comparison import ORIGINAL, comparing
from newslint.linter.linter import Linter
from newslint.rules import selection
from tools.near_copies import cut_copy
from tools.parts import quarter
from tools.rates import articles

PAGE = Path(__file__).parents[2] / "docs" / "originals.md"
SECTION = "measured"
SETS = ("clean-curly", "clean-straight")
QUARTER = 2
"""The quarter of their articles that is used; the settings were made with others."""
HUMANS = ("ref", "refA", "refB")
LENGTHS = range(200, 1500)
FIGURE = re.compile(r"(?<![\d.,:/-])\d{2,3}(?:,\d{3})*(?![\d.,:/-]?\d)")
LARGE = re.compile(r"(?<![\d.,:/-])(?:2[5-9]|[3-9]\d|\d{3}|\d{1,3}(?:,\d{3})+)(?![\d.,:/-]?\d)")
DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{3,} [A-Z][a-z]{3,}\b")
NEGATION = re.compile(r" not\b")
QUOTED = re.compile(r"“\S+ [^”\n]{12,} [^ ”\n]+”|\"[^\s\"]+ [^\"\n]{12,} [^ \"\n]+\"")
FIRST_NAMES, FAMILY_NAMES = ("Clara", "Edgar", "Ingrid"), ("Bramble", "Thistle", "Hedgerow")
ADVERT = "Sign up for our weekly letter to get the best recipes straight to your inbox every Friday."
Change = Callable[[str, random.Random], str | None]
"""A text in which one thing is changed; None if it has none."""


class Damage(NamedTuple):
    """A kind of damage, and the rule that should find it."""

    name: str
    rule: str
    change: Change


class Tally(NamedTuple):
    """What comparisons found: articles, words, and findings by rule."""

    articles: int
    words: int
    found: Counter[str]

    @property
    def row(self) -> tuple[str, ...]:
        """The numbers, with findings per 1,000 words."""
        findings = self.found.total()
        rate = 1000 * findings / max(self.words, 1)
        rules = ", ".join(f"{name} {count}" for name, count in self.found.most_common())
        return str(self.articles), f"{self.words:,}", str(findings), f"{rate:.2f}", rules or "–"


def main() -> int:
    """Measure, print the tables, and write them if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--stories", type=int, default=120)
    parser.add_argument("--write", action="store_true", help="write docs/originals.md")
    args = parser.parse_args()
    text = "\n".join(_lines(args.corpora, args.stories)) + "\n"
    print(text)
    if args.write:
        write_section(PAGE, SECTION, text)
    return 0


def _lines(corpora: Path, wanted: int) -> Iterator[str]:
    stories = list(_stories(corpora, wanted))
    pairs = [(story, cut_copy(story, random.Random(n))) for n, story in enumerate(stories)]  # noqa: S311
    documents = _documents(corpora / "mt-marked.jsonl.gz")
    humans = [pair for name, texts in documents.items() if name in HUMANS for pair in texts]
    machines = [pair for name, texts in documents.items() if name not in HUMANS for pair in texts]
    yield "Findings where nothing was changed, or by translators only:"
    yield ""
    rows = [
        ("clean news, and the same articles cut", *_tally(pairs).row),
        ("Chinese, translated by people", *_tally(humans).row),
        ("Chinese, translated by machines", *_tally(machines).row),
    ]
    columns = ("original and copy", "copies", "words", "findings", "per 1,000 words", "rules")
    yield table(columns, rows)
    yield ""
    yield "One thing was changed in each copy:"
    yield ""
    changed = [(damage.name, *_recall(damage, pairs)) for damage in DAMAGES]
    changed += [(f"{FOREIGN.name}, original in Chinese", *_recall(FOREIGN, humans))]
    yield table(("changed", "copies", "found", "rule"), changed)


def _stories(corpora: Path, wanted: int) -> Iterator[str]:
    """Yield as many stories of each set, the last ones of a quarter."""
    for name in SETS:
        usable = [
            text
            for _, text in articles(corpora, name)
            if quarter(text) == QUARTER and len(text.split()) in LENGTHS and text.count("\n")
        ]
        yield from usable[-(wanted // len(SETS)) :]


def _documents(file: Path) -> dict[str, list[tuple[str, str]]]:
    """The originals and translations of each system, put together from segments; a paragraph each."""
    sources: defaultdict[tuple[str, str], list[tuple[int, str, str]]] = defaultdict(list)
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            sources[row["system"], row["doc"]].append((int(row["seg"]), row["source"], row["target"]))
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for (system, _), segments in sources.items():
        _, originals, targets = zip(*sorted(segments), strict=True)
        found[system].append(("\n".join(originals), "\n".join(targets)))
    return found


def _found(original: str, copy: str) -> FileReport:
    bare = Linter(selection.select([]))
    return comparing(bare, bare.parse(Source(original)), (ORIGINAL,)).check(copy)


def _tally(pairs: Sequence[tuple[str, str]]) -> Tally:
    found: Counter[str] = Counter()
    for original, copy in pairs:
        found.update(one.rule for one in _found(original, copy).diagnostics)
    return Tally(len(pairs), sum(len(copy.split()) for _, copy in pairs), found)


def _recall(damage: Damage, pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """How many copies have one finding more of the rule where one thing was changed."""
    copies = found = 0
    for number, (original, copy) in enumerate(pairs):
        changed = damage.change(copy, random.Random(number))  # noqa: S311 - no secret
        if changed is not None:
            copies += 1
            before, after = (_count(original, text, damage.rule) for text in (copy, changed))
            found += after > before
    return f"{copies}", f"{found / max(copies, 1):.0%}", f"`{damage.rule}`"


def _count(original: str, copy: str, rule: str) -> int:
    return sum(one.rule == rule for one in _found(original, copy).diagnostics)


def _substitute(found: re.Pattern[str], other: Callable[[str, random.Random], str]) -> Change:
    """A change of one of the places of an expression, to something that the text has not."""

    def change(text: str, rng: random.Random) -> str | None:
        places = list(found.finditer(text))
        if not places:
            return None
        at = rng.choice(places)
        new = other(at[0], rng)
        return None if new and new in text else text[: at.start()] + new + text[at.end() :]

    return change


def _other_figure(figure: str, rng: random.Random) -> str:
    first = rng.choice([digit for digit in "3456789" if digit != figure[0]])
    return first + figure[1:]


def _other_day(day: str, rng: random.Random) -> str:
    return rng.choice([f"{start}day" for start in ("Mon", "Tues", "Wednes", "Satur") if f"{start}day" != day])


def _other_name(name: str, rng: random.Random) -> str:
    first, family = rng.choice(FIRST_NAMES), rng.choice(FAMILY_NAMES)
    return f"{first} {family}" if first != name.split(maxsplit=1)[0] else family


def _other_quotation(quoted: str, rng: random.Random) -> str:
    words = quoted.split()
    words[rng.randrange(1, len(words) - 1)] = "moreover"
    return " ".join(words)


def _with_advert(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    lines.insert(rng.randint(1, len(lines)), ADVERT)
    return "\n".join(lines)


DAMAGES = (
    Damage("a figure", "lost-figure", _substitute(FIGURE, _other_figure)),
    Damage("a weekday", "lost-figure", _substitute(DAY, _other_day)),
    Damage("a name", "changed-name", _substitute(NAME, _other_name)),
    Damage("“not” left out", "lost-negation", _substitute(NEGATION, lambda *_: "")),
    Damage("a word of a quotation", "lost-quote", _substitute(QUOTED, _other_quotation)),
    Damage("a paragraph added", "extra-paragraph", _with_advert),
)
FOREIGN = Damage("a figure above 24", "lost-figure", _substitute(LARGE, _other_figure))


if __name__ == "__main__":
    sys.exit(main())
