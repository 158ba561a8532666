"""What `unlikely-word` finds of the words that spinners put into clean articles.

    python tools/benchmarks/substitution.py CORPORA --thesaurus WORDNET [--mythes FILE] [--also SET ...]
        [--output docs/substitution.md]

One half of a set of clean articles teaches, into the other half spinners put one word an article: synonyms
and wider or narrower words of WordNet, LibreOffice's synonyms if the file is given, and pairs of the
Problematic Paper Screener, of which the other half are known to the table. Rates of false findings are those
of the untouched half. `parts.py` keeps the halves apart, and both from what the weights were fitted on.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from parts import halves, pairs_of
from speed.sheet import table
from spinners import Spinner, Spun, by_lemma, by_pairs, hypernyms, mythes, spin, synonyms, word_pairs

from newslint.config.custom_phrases import read_phrases
from newslint.learning.inflection import by_analysis, learn_pairs
from newslint.learning.training import learn
from newslint.learning.wordnet import Wordnet, read_wordnet
from newslint.text.word_choice.archive_model import HouseWords
from newslint.text.word_choice.unlikely import doubt, ranked, unlikely
from newslint.text.word_choice.word_context import WordContext
from newslint.text.word_choice.word_tokens import tokens
from tools.rates import articles

RATES = (0.05, 0.1, 0.5, 1.0)
"""False findings per 1,000 words."""
REPORTED = (0.05, 0.1, 0.2, 0.5, 1.0)
"""The same, as `max-fp`."""
PHRASES = "tortured-phrases.tsv.gz"
SEED = 1

Article = tuple[str, ...]


@dataclass(frozen=True)
class Clean:
    """What the words make of untouched articles: all scores, how much is reported at a rate, the cost."""

    words: int
    characters: int
    scores: list[float]
    reported: Counter[float]
    seconds: float


@dataclass(frozen=True)
class Hit:
    """The score of a word that was put in, if it was doubted, and whether the right one comes first."""

    score: float | None
    right: bool
    covered: bool


def main() -> int:
    """Learn, spin, measure, and write the table."""
    args = _arguments()
    wordnet = read_wordnet(args.thesaurus)
    phrases = list(read_phrases(args.corpora / PHRASES))
    known, unknown = pairs_of(phrases, (0, 1)), pairs_of(phrases, (2, 3))
    learn_pairs(known, wordnet)
    taught, tested = halves(tuple(text.split("\n")) for _, text in articles(args.corpora, args.set))
    began = time.process_time()
    words = learn(taught, wordnet, {})
    learned = time.process_time() - began
    tested = tested[:: args.every]
    spinners = _spinners(wordnet, words, word_pairs(unknown) - word_pairs(known), args.mythes)
    spun = {name: _spun(tested, spinner) for name, spinner in spinners.items()}
    with ProcessPoolExecutor(args.jobs, get_context("fork")) as pool:
        clean = _looked(words, tested, pool)
        others = {
            name: _looked(words, [tuple(text.split("\n")) for _, text in articles(args.corpora, name)], pool)
            for name in args.also
        }
        hits = {
            name: list(pool.map(partial(judge, words), found, chunksize=100)) for name, found in spun.items()
        }
    page = fragment(args.set, words, learned, clean, hits) + elsewhere(
        {f"{args.set}, the other half": clean, **others}
    )
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
    parser.add_argument("--set", default="clean-curly")
    parser.add_argument("--also", nargs="*", default=[], help="sets to look at as they are")
    parser.add_argument("--every", type=int, default=1, help="test every so many articles of the half")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--output", type=Path, help="where to write the table in Markdown as well")
    return parser.parse_args()


def _spinners(
    wordnet: Wordnet, words: HouseWords, held_out: set[tuple[str, str]], file: Path | None
) -> dict[str, Spinner]:
    forms = by_analysis(sorted({*words.near, *(lemma for lemma, _ in wordnet.senses)}), wordnet)
    thesauri = {"synonyms of WordNet": synonyms(wordnet), "wider and narrower words": hypernyms(wordnet)}
    if file:
        thesauri["synonyms of LibreOffice"] = mythes(file)
    by_thesaurus = {name: by_lemma(others, forms, wordnet) for name, others in thesauri.items()}
    return {**by_thesaurus, "held-out pairs of spun papers": by_pairs(held_out, wordnet)}


def _spun(texts: list[Article], spinner: Spinner) -> list[Spun]:
    rng = random.Random(SEED)  # noqa: S311
    return [spun for text in texts if (spun := spin(text, spinner, rng))]


def look(words: HouseWords, texts: list[Article]) -> Clean:
    """What is said of untouched articles."""
    began, scores, reported = time.process_time(), [], Counter[float]()
    for text in texts:
        doubts = list(unlikely(tokens(text), words))
        scores += [one.score for one in doubts]
        sure = [confidence for _, confidence in ranked(doubts, words.calibration)]
        reported.update(rate for rate in REPORTED for confidence in sure if confidence <= rate)
    joined = "\n".join("\n".join(text) for text in texts)
    return Clean(len(joined.split()), len(joined), scores, reported, time.process_time() - began)


def _looked(words: HouseWords, texts: list[Article], pool: ProcessPoolExecutor) -> Clean:
    lots = [texts[at : at + 20] for at in range(0, len(texts), 20)]
    return _together(list(pool.map(partial(look, words), lots)))


def _together(parts: list[Clean]) -> Clean:
    return Clean(
        sum(part.words for part in parts),
        sum(part.characters for part in parts),
        sorted((score for part in parts for score in part.scores), reverse=True),
        sum((part.reported for part in parts), Counter()),
        sum(part.seconds for part in parts),
    )


def judge(words: HouseWords, spun: Spun) -> Hit:
    """What is said of a word that was put in."""
    company = WordContext(tokens(spun.texts), words)
    proposals = company.at(spun.number) if company.forms[spun.number] == spun.wrong else []
    covered = spun.right in dict(words.neighbours(spun.wrong))
    said = doubt(proposals, company)
    if said is None:
        return Hit(None, right=False, covered=covered)
    return Hit(said.score, said.rights[0] == spun.right, covered)


def fragment(name: str, words: HouseWords, learned: float, clean: Clean, hits: dict[str, list[Hit]]) -> str:
    """The page that tells it."""
    limits = [clean.scores[min(int(rate * clean.words / 1000), len(clean.scores) - 1)] for rate in RATES]
    everything = {**hits, "all": [hit for found in hits.values() for hit in found]}
    rows = [(spinner, *_row(found, limits)) for spinner, found in everything.items()]
    return f"""\
## Substituted words

`unlikely-word` with a table learned from half of {name} ({words.size:,} words, learned in {learned:.0f} s of
one processor), tested on {clean.words:,} words of the other half: one content word in each article is
replaced, and counts as found if it scores above the threshold for that many false findings per 1,000 words (recall;
in brackets, how often the right word is suggested first). “Known” is the share of words whose original is among
the known neighbours; “all” weights every source equally. An article takes
{clean.seconds * 1e6 / clean.characters:.1f} ms per kB. Written by `tools/benchmarks/substitution.py`.

{table(("replaced by", "articles", "known", *(f"at {rate}" for rate in RATES)), rows)}
"""


def elsewhere(sets: dict[str, Clean]) -> str:
    """How much is reported of articles as they are."""
    rows = [
        (name, f"{clean.words:,}", *(f"{clean.reported[rate] * 1000 / clean.words:.2f}" for rate in REPORTED))
        for name, clean in sets.items()
    ]
    return f"""
Findings per 1,000 words in unchanged articles. `max-fp` is the rate expected from the held-out tenth of the
articles that the table was learned from; the weights were fitted on clean-straight.

{table(("articles", "words", *(f"`max-fp` {rate}" for rate in REPORTED)), rows)}
"""


def _row(hits: list[Hit], limits: list[float]) -> list[str]:
    known = sum(hit.covered for hit in hits) / max(len(hits), 1)
    cells = [f"{len(hits):,}", f"{100 * known:.0f} %"]
    for limit in limits:
        found = [hit for hit in hits if hit.score is not None and hit.score > limit]
        right = sum(hit.right for hit in found) / max(len(found), 1)
        cells.append(f"{len(found) / max(len(hits), 1):.3f} ({100 * right:.0f} %)")
    return cells


if __name__ == "__main__":
    raise SystemExit(main())
