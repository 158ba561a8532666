"""Measures `newslint corpus siblings`, and writes a table into docs/corpora.md.

    python tools/benchmarks/siblings.py CORPORA --thesaurus WORDNET --mythes FILE --dictionaries FILE ... [--write]

CORPORA is a folder of gzipped JSON Lines as for `tools/rates.py`. Articles are cut differently for five sources, and
in one or two of the copies spinners swap words: synonyms, and wider and narrower words, of WordNet, LibreOffice's
synonyms (`th_en_US_v2.dat`), words that share a translation in bilingual dictionaries, function words, and all of
these. The command reads the copies as JSON Lines, and its `findings.jsonl` is compared with the words that were swapped.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from speed.sheet import table, write_section

from newslint.cli import CLEAN, FOUND
from newslint.cli import main as newslint
from newslint.learning.dictionaries import shared_translations
from newslint.learning.inflection import by_analysis
from newslint.learning.wordnet import read_wordnet
from newslint.text.word_choice.news_words import news_words
from tools.near_copies import cut_copy
from tools.parts import quarter
from tools.rates import articles
from tools.spinners import (
    FUNCTION_WORDS,
    Spinner,
    Swap,
    by_lemma,
    by_translation,
    function_words,
    hypernyms,
    mythes,
    swap_words,
    synonyms,
)

PAGE = Path(__file__).parents[2] / "docs" / "corpora.md"
SECTION = "siblings"
SETS = ("clean-curly", "clean-straight")
QUARTER = 2
"""The quarter of their articles that is used; the settings were made with others."""
COPIES = 5
SHARES = (0.05, 0.1, 0.2, 0.5)
LENGTHS = range(200, 1500)
"""Words of an article that is used."""
Spin = Callable[[str, float, random.Random], tuple[str, tuple[Swap, ...]]]


@dataclass(frozen=True)
class Copy:
    """A near-copy, and the words that were swapped in it."""

    id: str
    text: str
    swaps: tuple[Swap, ...] = ()


@dataclass
class Score:
    """Swaps and findings of a run."""

    swaps: int = 0
    found: int = 0
    corrected: int = 0
    findings: int = 0
    right: int = 0
    clean_findings: int = 0
    clean_words: int = 0


def main() -> int:
    """Measure, print the table, and write it if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--thesaurus", type=Path, required=True)
    parser.add_argument("--mythes", type=Path, required=True)
    parser.add_argument("--dictionaries", type=Path, nargs="+", required=True)
    parser.add_argument("--stories", type=int, default=60)
    parser.add_argument("--write", action="store_true", help="write docs/corpora.md")
    args = parser.parse_args()
    text = "\n".join(_lines(args)) + "\n"
    print(text)
    if args.write:
        write_section(PAGE, SECTION, text)
    return 0


def _lines(args: argparse.Namespace) -> Iterator[str]:
    stories = list(_stories(args.corpora, args.stories))
    words = sum(len(story.split()) for story in stories)
    clean = _score([copy for n, story in enumerate(stories) for copy in _copies(n, story)])
    yield (
        f"{len(stories)} stories of {words:,} words, in {COPIES} copies that are cut differently. In copies without"
        f" swaps: {_count(clean.clean_findings)} in {clean.clean_words:,} words. With swaps in one copy:"
    )
    yield ""
    rows = []
    for name, spin in _spinners(args).items():
        for share in SHARES:
            print(f"{name} {share} …", file=sys.stderr, flush=True)
            rows.append((name, *_row(share, _spun(stories, spin, share, spun=1))))
    both = [(share, _spun(stories, spin, share, spun=2)) for share in SHARES]  # the last: a mixture
    rows += [("mixture, in two copies", *_row(share, score)) for share, score in both]
    columns = ("swapped for", "share", "swaps", "found", "with the right word", "findings that are swaps")
    yield table([*columns, "false findings per 1,000 words"], rows)


def _row(share: float, score: Score) -> tuple[str, ...]:
    return (
        f"{share:.0%}",
        f"{score.swaps:,}",
        f"{score.found / max(score.swaps, 1):.0%}",
        f"{score.corrected / max(score.swaps, 1):.0%}",
        f"{score.right / score.findings:.1%}" if score.findings else "–",
        f"{1000 * (score.findings - score.right) / score.clean_words:.3f}",
    )


def _count(findings: int) -> str:
    return f"{findings or 'no'} finding{'' if findings == 1 else 's'}"


def _stories(corpora: Path, wanted: int) -> Iterator[str]:
    """Yield as many stories of each set, the last ones of a quarter."""
    for name in SETS:
        usable = [
            text
            for _, text in articles(corpora, name)
            if quarter(text) == QUARTER and len(text.split()) in LENGTHS and text.count("\n") > COPIES
        ]
        yield from usable[-(wanted // len(SETS)) :]


def _copies(number: int, story: str) -> list[Copy]:
    """The copies of a story; the same in all runs."""
    return [
        Copy(f"{number}-{n}", cut_copy(story, random.Random(f"{number} {n}")))  # noqa: S311 - no secret
        for n in range(COPIES)
    ]


def _spun(stories: Sequence[str], spin: Spin, share: float, *, spun: int) -> Score:
    rng = random.Random(f"{share}")  # noqa: S311 - no secret
    copies = []
    for number, story in enumerate(stories):
        for n, copy in enumerate(_copies(number, story)):
            copies.append(Copy(copy.id, *spin(copy.text, share, rng)) if n < spun else copy)
    return _score(copies)


def _score(copies: Sequence[Copy]) -> Score:
    """Run the command, and compare its findings with the swaps."""
    with tempfile.TemporaryDirectory() as folder:
        file, out = Path(folder, "copies.jsonl"), Path(folder, "out")
        rows = [{"id": copy.id, "source": f"outlet {copy.id[-1]}", "text": copy.text} for copy in copies]
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        code = newslint(["corpus", "siblings", str(file), "--out", str(out), "-j", "1", "-q"])
        if code not in (CLEAN, FOUND):
            sys.exit(f"exit code {code}")
        findings = [json.loads(line) for line in (out / "findings.jsonl").read_text("utf-8").splitlines()]
    score = Score(findings=len(findings))
    for copy in copies:
        found = [one for one in findings if one["id"] == copy.id]
        score.clean_words += len(copy.text.split())
        score.clean_findings += len(found) if not copy.swaps else 0
        score.swaps += len(copy.swaps)
        score.right += sum(any(_overlap(one, swap) for swap in copy.swaps) for one in found)
        for swap in copy.swaps:
            at = [one for one in found if _overlap(one, swap)]
            score.found += bool(at)
            score.corrected += any(
                swap.right.lower() in word.lower().split() for one in at for word in one["suggestions"]
            )
    return score


def _overlap(finding: Mapping[str, int], swap: Swap) -> bool:
    return finding["start"] < swap.end and swap.start < finding["end"]


def _spinners(args: argparse.Namespace) -> Mapping[str, Spin]:
    wordnet = read_wordnet(args.thesaurus)
    forms = by_analysis(sorted({*news_words().forms(), *(lemma for lemma, _ in wordnet.senses)}), wordnet)
    thesauri = {
        "synonyms of WordNet": synonyms(wordnet),
        "wider and narrower words": hypernyms(wordnet),
        "synonyms of LibreOffice": mythes(args.mythes),
        "words that share a translation": by_translation(shared_translations(args.dictionaries)),
    }
    by_name = {name: _content(by_lemma(others, forms, wordnet)) for name, others in thesauri.items()}
    by_name["other function words"] = _functional
    kinds = tuple(by_name.values())

    def mixture(text: str, share: float, rng: random.Random) -> tuple[str, tuple[Swap, ...]]:
        """Each paragraph by another spinner."""
        lines, swaps, at = [], [], 0
        for line in text.split("\n"):
            spun, made = rng.choice(kinds)(line, share, rng)
            swaps += [Swap(at + swap.start, swap.right, swap.wrong) for swap in made]
            lines.append(spun)
            at += len(spun) + 1
        return "\n".join(lines), tuple(swaps)

    return {**by_name, "mixture": mixture}


def _content(spinner: Spinner) -> Spin:
    known = cache(lambda form: tuple(sorted(set(spinner(form)))))
    return lambda text, share, rng: swap_words(text, known, share, rng)


def _functional(text: str, share: float, rng: random.Random) -> tuple[str, tuple[Swap, ...]]:
    return swap_words(text, function_words(), share, rng, frozenset().union(*FUNCTION_WORDS).__contains__)


if __name__ == "__main__":
    sys.exit(main())
