"""Measures the verdicts on whole articles: how many damaged ones each has, and how many clean ones.

    python tools/benchmarks/evidence.py CORPORA --thesaurus WORDNET [--mythes FILE] [--pivot FILE]
        [--damaged FILE] [--every 8] [--output docs/evidence.md]

CORPORA is a folder of gzipped JSON Lines as for `tools/rates.py`. Spinners rewrite one clean article in `--every`:
synonyms of WordNet, LibreOffice's synonyms (`th_en_US_v2.dat`), words that share a translation (a table of word,
part of speech and neighbour, gzipped), frequent phrases, and a mixture. FILE of `--damaged` holds damaged articles as
JSON Lines with `text`, `kind` and `pipeline`.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from speed.sheet import table

from newslint.core.grade import Verdict
from newslint.core.segments import DEFAULT_OPTIONS
from newslint.core.source import Source
from newslint.formats import PLAIN
from newslint.learning.inflection import by_analysis
from newslint.learning.wordnet import read_wordnet
from newslint.text.evidence.evidence import LEAST
from tools.rates import articles, batches
from tools.spinners import (
    by_lemma,
    by_pivot,
    frequent_phrases,
    mythes,
    spin_phrases,
    spin_words,
    synonyms,
)

CLEAN = (
    "clean-curly",
    "clean-straight",
    "clean-bbc",
    "clean-originals",
    "clean-references",
    "clean-extracted",
)
OTHERS = ("mt-documents", "mt-garbled", "wild")
SPUN = ("clean-straight", "clean-curly")
SHARES = (0.05, 0.2, 0.5)
FOUND_IN = (
    (Verdict.SPUN, "damaged pages: spinner"),
    (Verdict.TRANSLATED, "damaged pages: MT"),
    (Verdict.TRANSLATED, "mt-documents"),
    (Verdict.SCRAPED, "damaged pages: scrape"),
)
"""Verdicts, and sets that should have them."""
RATES = (1, 2, 5, 10, 50)
"""Clean articles in 10,000 that pass."""
WORDS = Path(__file__).parents[2] / "newslint" / "lexicon" / "words.txt"

Rewrite = Callable[[str, float, random.Random], str]
Scores = Mapping[Verdict, list[float]]
"""The scores of the articles of a set; those with too few signs count as 0."""


def main() -> int:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--thesaurus", type=Path, default=Path("/usr/share/wordnet"), help="WordNet's folder")
    parser.add_argument("--mythes", type=Path)
    parser.add_argument("--pivot", type=Path)
    parser.add_argument("--damaged", type=Path)
    parser.add_argument("--every", type=int, default=8)
    parser.add_argument("--output", type=Path, help="the page; standard output if not given")
    args = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        sets = {name: [text for _, text in articles(args.corpora, name)] for name in (*CLEAN, *OTHERS)}
        measured = {name: _measure(pool, texts) for name, texts in sets.items()}
        for name, texts in _damaged_pages(args.damaged):
            measured[name] = _measure(pool, texts)
        spun = {
            (name, share): _measure(pool, texts)
            for name, share, texts in _spun(
                args, [text for name in SPUN for text in sets[name]][:: args.every]
            )
        }
    text = page(measured, spun)
    if args.output:
        args.output.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


def scores(texts: Sequence[str]) -> list[dict[Verdict, float]]:
    """The score of each verdict on each article."""
    found = []
    for text in texts:
        documents = PLAIN.parse(Source(text), DEFAULT_OPTIONS).documents
        profiles = [profile for document in documents for profile in document.evidence.profiles]
        found.append({p.verdict: p.score if p.has_signs else 0.0 for p in profiles})
    return found


def _measure(pool: ProcessPoolExecutor, texts: Iterable[str]) -> Scores:
    table: dict[Verdict, list[float]] = defaultdict(list)
    lots = [[text for _, text in lot] for lot in batches([("", text) for text in texts])]
    for lot in pool.map(scores, lots):
        for row in lot:
            for verdict in Verdict:
                table[verdict].append(row.get(verdict, 0.0))
    return table


def _damaged_pages(file: Path | None) -> Iterator[tuple[str, list[str]]]:
    """The articles of a file of damaged ones, by the machine that damaged them."""
    sets: dict[str, list[str]] = defaultdict(list)
    for row in map(json.loads, file.read_text("utf-8").splitlines() if file else ()):
        machine = (row.get("pipeline") or "none").partition("-")[0]
        name = f"damaged pages: {machine}" if row["kind"] == "damaged" else "clean pages"
        sets[name].append(row["text"])
    yield from sorted(sets.items())


def _spun(args: argparse.Namespace, texts: Sequence[str]) -> Iterator[tuple[str, float, list[str]]]:
    for name, rewrite in _spinners(args).items():
        for share in SHARES:
            rng = random.Random(f"{name} {share}")  # noqa: S311 - no secret
            yield name, share, [rewrite(text, share, rng) for text in texts]


def _spinners(args: argparse.Namespace) -> Mapping[str, Rewrite]:
    wordnet = read_wordnet(args.thesaurus)
    vocabulary = WORDS.read_text("utf-8").split()
    forms = by_analysis(sorted({*vocabulary, *(lemma for lemma, _ in wordnet.senses)}), wordnet)
    thesauri = {"synonyms of WordNet": synonyms(wordnet)}
    thesauri |= {"synonyms of LibreOffice": mythes(args.mythes)} if args.mythes else {}
    thesauri |= {"back-translation": by_pivot(args.pivot)} if args.pivot else {}
    phrases = frequent_phrases()

    def by_words(others: Callable) -> Rewrite:
        spinner = by_lemma(others, forms, wordnet)
        known = cache(lambda form: tuple(sorted(set(spinner(form)))))
        return lambda text, share, rng: spin_words(text, known, share, rng)

    def by_phrases(text: str, share: float, rng: random.Random) -> str:
        return spin_phrases(text, phrases, share, rng)

    rewrites = {name: by_words(others) for name, others in thesauri.items()}
    last = next(reversed(rewrites.values()))
    return {
        **rewrites,
        "frequent phrases": by_phrases,
        "mixed: the two last": lambda text, share, rng: by_phrases(
            last(text, share / 2, rng), share / 2, rng
        ),
    }


def page(measured: Mapping[str, Scores], spun: Mapping[tuple[str, float], Scores]) -> str:
    """The page in Markdown."""
    clean = {v: [s for name in CLEAN for s in measured[name][v]] for v in Verdict}
    total = len(clean[Verdict.SPUN])
    lines = [HEAD.format(total=total, fewer=total // 5000)]
    lines += ["## Articles with a verdict", "", _verdict_rows(measured), ""]
    lines += ["## Articles judged spun, by spinner and share of substituted words", "", _spun_rows(spun), ""]
    lines += ["## How many are found at which price", "", PRICE, "", _roc_rows(clean, measured, spun)]
    return "\n".join(lines) + "\n"


HEAD = """\
# Verdicts on whole articles

Written by `python tools/benchmarks/evidence.py`; nothing in it is entered by hand. Verdicts and their signs are
explained by `newslint explain spun-article`, `translated-article` and `scraped-article`; `newslint grade` prints
them. {total:,} articles are clean, so that {fewer} may have a verdict. Parts of pages in the clean sets are real:
they were scraped from newspapers. The tables of words and phrases were counted in other articles (the set
`learn`); of the spinners here, the first and the one of frequent phrases are those that the counts were made
with, the others are not.
"""
PRICE = "The share of articles found, by the number of clean articles in 10,000 that pass as well."


def _verdict_rows(measured: Mapping[str, Scores]) -> str:
    rows = [
        [name, f"{len(found[Verdict.SPUN]):,}", *(_count_passing(found[v], LEAST[v]) for v in Verdict)]
        for name, found in measured.items()
    ]
    return table(["set", "articles", *map(str, Verdict)], rows)


def _spun_rows(spun: Mapping[tuple[str, float], Scores]) -> str:
    least = LEAST[Verdict.SPUN]
    return table(
        ["spinner", *(f"{share:.0%}" for share in SHARES)],
        [
            [name, *(_share(spun[name, share][Verdict.SPUN], least) for share in SHARES)]
            for name in dict.fromkeys(name for name, _ in spun)
        ],
    )


def _roc_rows(clean: Scores, measured: Mapping[str, Scores], spun: Mapping[tuple[str, float], Scores]) -> str:
    rows = [
        [f"spun: {name}, {share:.0%}", *_curve(clean[Verdict.SPUN], found[Verdict.SPUN])]
        for (name, share), found in spun.items()
    ]
    rows += [
        [f"{verdict}: {name}", *_curve(clean[verdict], measured[name][verdict])]
        for verdict, name in FOUND_IN
        if name in measured
    ]
    return table(["verdict and set", *map(str, RATES)], rows)


def _curve(clean: Sequence[float], found: Sequence[float]) -> list[str]:
    falling = sorted(clean, reverse=True)
    return [_share(found, falling[rate * len(clean) // 10_000], strictly=True) for rate in RATES]


def _count_passing(found: Sequence[float], least: float) -> str:
    return str(sum(score >= least for score in found))


def _share(found: Sequence[float], least: float, *, strictly: bool = False) -> str:
    passing = sum(score > least if strictly else score >= least for score in found)
    return f"{passing / len(found):.1%}"


if __name__ == "__main__":
    raise SystemExit(main())
