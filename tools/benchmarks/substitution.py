"""Measures how many substituted words are found with the words of news alone.

    python tools/benchmarks/substitution.py CORPORA --thesaurus WORDNET [--mythes FILE] [--dictionaries FILE ...]
        [--every N] [--output docs/substitution.md]

In a quarter of clean-curly that nothing was learned from or fitted on, spinners substitute one word per article:
at random places with synonyms, hypernyms and hyponyms of WordNet, LibreOffice's synonyms, and pairs of the
Problematic Paper Screener; in collocations with words that share a translation in dictionaries that the words of
news have not seen. False findings are those in unchanged quarters of all clean sets.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from speed.sheet import table

from newslint.config.custom_phrases import read_phrases
from newslint.learning.dictionaries import shared_translations
from newslint.learning.inflection import by_analysis
from newslint.learning.wordnet import read_wordnet
from newslint.text.word_choice.news_words import news_words
from newslint.text.word_choice.unlikely import CERTAIN, HITS, doubt, find_doubtful_words, rank
from newslint.text.word_choice.word_context import WordContext
from tools.parts import pairs_of, part
from tools.rates import articles
from tools.spinners import (
    Spinner,
    Spun,
    by_lemma,
    by_pairs,
    by_translation,
    collocation,
    hypernyms,
    mythes,
    spin,
    spin_article,
    synonyms,
    word_pairs,
)

RATES = (0.05, 0.1, 0.2, 0.5, 1.0)
"""False findings per 1,000 words, as `max-fp`."""
TESTED = "clean-curly"
CLEAN = {
    **dict.fromkeys(("clean-curly", "clean-straight", "clean-bbc"), (3,)),
    **dict.fromkeys(("clean-references", "clean-originals", "clean-extracted"), (3,)),
    "mt-documents": (0, 1, 2, 3),
}
"""The quarters of each set that are examined unchanged."""
PHRASES = "tortured-phrases.tsv.gz"
FIXED = 4.0
"""The logarithm of how much more often than by chance the words of a collocation are adjacent."""
SHARES = (0.02, 0.05, 0.1, 0.2)
"""Content words that are substituted in a spun article."""
SPUN_ARTICLES = 120
SEED = 1

Article = tuple[str, ...]


@dataclass(frozen=True)
class Clean:
    """The result for an unchanged article: words, findings by rate, and the cost."""

    words: int
    characters: int
    reported: Counter[float]
    hits: int
    seconds: float


@dataclass(frozen=True)
class Hit:
    """A substituted word: false findings per 1,000 words like it, if it is doubted."""

    rate: float
    right: bool
    covered: bool
    strength: float


def main() -> int:
    """Spin, measure, and write the tables."""
    args = _arguments()
    tested = part(_articles(args.corpora, TESTED), CLEAN[TESTED])[:: args.every]
    random_places, unseen = _spinners(args)
    spun = {name: _spun(tested, spinner) for name, spinner in random_places.items()}
    fixed = {name: _spun(tested, spinner, fixed=True) for name, spinner in (random_places | unseen).items()}
    with ProcessPoolExecutor(args.jobs, get_context("fork")) as pool:
        clean = {
            name: list(
                pool.map(look, part(_articles(args.corpora, name), quarters)[:: args.every], chunksize=10)
            )
            for name, quarters in CLEAN.items()
        }
        hits, fixed_hits = (
            {name: list(pool.map(judge, found, chunksize=50)) for name, found in lot.items()}
            for lot in (spun, fixed)
        )
        spinners, rng = list((random_places | unseen).values()), random.Random(SEED)  # noqa: S311
        graded = {
            share: list(
                pool.map(grade, [spin_article(text, spinners, share, rng) for text in tested[:SPUN_ARTICLES]])
            )
            for share in SHARES
        }
    page = _found(hits, fixed_hits) + _false(clean) + _grades(clean, graded)
    if args.output:
        args.output.write_text(page, encoding="utf-8")
    print(page)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--thesaurus", type=Path, default=Path("/usr/share/wordnet"), help="WordNet's folder")
    parser.add_argument("--mythes", type=Path, help="th_en_US_v2.dat")
    parser.add_argument("--dictionaries", type=Path, nargs="*", default=[], help="Ding, CC-CEDICT, dictd")
    parser.add_argument("--every", type=int, default=1, help="test one article in this many")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--output", type=Path, help="also write the tables to this file, in Markdown")
    return parser.parse_args()


def _articles(corpora: Path, name: str) -> list[Article]:
    return [tuple(text.split("\n")) for _, text in articles(corpora, name)]


def _spinners(args: argparse.Namespace) -> tuple[dict[str, Spinner], dict[str, Spinner]]:
    """The spinners for random places, and those of dictionaries."""
    wordnet = read_wordnet(args.thesaurus)
    forms = by_analysis(sorted({*news_words().forms(), *(lemma for lemma, _ in wordnet.senses)}), wordnet)
    phrases = list(read_phrases(args.corpora / PHRASES))
    papers = word_pairs(pairs_of(phrases, (2, 3))) - word_pairs(pairs_of(phrases, (0, 1)))
    thesauri = {"synonyms of WordNet": synonyms(wordnet), "wider and narrower words": hypernyms(wordnet)}
    if args.mythes:
        thesauri["synonyms of LibreOffice"] = mythes(args.mythes)
    usual = {name: by_lemma(others, forms, wordnet) for name, others in thesauri.items()}
    usual["pairs of spun papers"] = by_pairs(papers, wordnet)
    if not args.dictionaries:
        return usual, {}
    shared = by_translation(shared_translations(args.dictionaries))
    return usual, {"unseen dictionaries": by_lemma(shared, forms, wordnet)}


def _spun(texts: Sequence[Article], spinner: Spinner, *, fixed: bool = False) -> list[Spun]:
    rng = random.Random(SEED)  # noqa: S311
    strength = collocation(news_words()) if fixed else None
    return [spun for text in texts if (spun := spin(text, spinner, rng, strength))]


def look(text: Article) -> Clean:
    """Examine an unchanged article."""
    began = time.process_time()
    found = find_doubtful_words(text, news_words())
    seconds = time.process_time() - began
    reported = Counter({rate: len(found.at_most(rate)) for rate in RATES})
    words, characters = sum(len(block.split()) for block in text), sum(map(len, text))
    return Clean(words, characters, reported, len(found.at_most(CERTAIN)), seconds)


def judge(spun: Spun) -> Hit:
    """Examine a substituted word."""
    words = news_words()
    company = WordContext(spun.read, words)
    proposals = company.at(spun.number) if company.forms[spun.number] == spun.wrong else []
    covered = spun.right in dict(words.neighbours(spun.wrong))
    said = doubt(proposals, company)
    ranked = rank([said], words.calibration) if said else []
    rate = ranked[0][1] if ranked else float("inf")
    return Hit(rate, bool(said and said.rights[0] == spun.right), covered, spun.strength)


def grade(text: Article) -> int:
    """The hits in a spun article; from `HITS` on it looks spun."""
    return len(find_doubtful_words(text, news_words()).at_most(CERTAIN))


def _found(hits: dict[str, list[Hit]], fixed: dict[str, list[Hit]]) -> str:
    rows = [(name, *_row(found)) for name, found in hits.items()]
    rows.append(("all at random places", *_row([hit for found in hits.values() for hit in found])))
    rows += [(f"{name}, in collocations", *_row(found)) for name, found in fixed.items()]
    strong = [hit for found in fixed.values() for hit in found if hit.strength > FIXED]
    rows.append(("known pairs in fixed phrases", *_row([hit for hit in strong if hit.covered])))
    rows.append(("other pairs in fixed phrases", *_row([hit for hit in strong if not hit.covered])))
    columns = ("replaced by", "articles", "known", *(f"`max-fp` {rate}" for rate in RATES))
    words = news_words()
    return f"""\
## Substituted words

What `unlikely-word` and `broken-phrase` find with the words of news that ship with newslint ({words.size:,} words
were counted): one content word in each article of clean-curly is replaced, and counts as found if it is reported at
that `max-fp` (recall; in brackets, how often the right word is suggested first). “Known” is the share of words whose
original is among the neighbours that newslint knows. “In collocations” the word with the strongest neighbour of 40 is
replaced. Written by `tools/benchmarks/substitution.py`; no article, and no dictionary, was seen before.

{table(columns, rows)}
"""


def _row(hits: Sequence[Hit]) -> list[str]:
    known = sum(hit.covered for hit in hits) / max(len(hits), 1)
    cells = [f"{len(hits):,}", f"{100 * known:.0f} %"]
    for rate in RATES:
        found = [hit for hit in hits if hit.rate <= rate]
        right = sum(hit.right for hit in found) / max(len(found), 1)
        cells.append(f"{len(found) / max(len(hits), 1):.3f} ({100 * right:.0f} %)")
    return cells


def _false(sets: dict[str, list[Clean]]) -> str:
    """A table of findings in unchanged articles."""
    rows = []
    for name, found in sets.items():
        words = sum(one.words for one in found)
        counts = sum((one.reported for one in found), Counter[float]())
        rows.append((name, f"{words:,}", *(f"{counts[rate] * 1000 / words:.2f}" for rate in RATES)))
    seconds = sum(one.seconds for found in sets.values() for one in found)
    characters = sum(one.characters for found in sets.values() for one in found)
    columns = ("unchanged articles", "words", *(f"`max-fp` {rate}" for rate in RATES))
    return f"""
Findings per 1,000 words in unchanged articles, right and wrong ones. An article takes
{seconds * 1e6 / characters:.2f} ms per kB.

{table(columns, rows)}
"""


def _grades(sets: dict[str, list[Clean]], graded: dict[float, list[int]]) -> str:
    """A table of articles that count as spun."""
    rows = [(name, f"{len(found):,}", _share(one.hits for one in found)) for name, found in sets.items()]
    rows += [
        (f"{share:.0%} of the content words substituted", f"{len(hits):,}", _share(hits))
        for share, hits in graded.items()
    ]
    return f"""
An article with {HITS} findings at `max-fp` 0.1 looks spun.

{table(("articles", "number", "look spun"), rows)}
"""


def _share(hits: Iterable[int]) -> str:
    listed = list(hits)
    return f"{sum(hit >= HITS for hit in listed) / max(len(listed), 1):.4f}"


if __name__ == "__main__":
    raise SystemExit(main())
