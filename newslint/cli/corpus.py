"""`newslint corpus`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.cli.completion import complete_names, complete_styles
from newslint.cli.console import out, say, split_names
from newslint.cli.options import DIRECTORY, EXISTING_FILE, names, rate, selection_names, style_name
from newslint.core.errors import ParseError, UnknownName
from newslint.core.grade import Verdict
from newslint.corpus.batch_processor import BatchProcessor, Mode
from newslint.corpus.columns import NamedColumns
from newslint.corpus.extras import MissingExtra
from newslint.corpus.files.state import modified
from newslint.corpus.inputs import DataFile, NoInput, find_inputs
from newslint.corpus.journal import Job, JobInput, Journal, OtherRun
from newslint.corpus.manifest import total, write_results
from newslint.corpus.policy import ERROR, Policy
from newslint.corpus.run import SHARD_BYTES, CorpusRun
from newslint.corpus.settings import TEXT_FORMATS, CorpusSettings
from newslint.corpus.tally import CorpusTally
from newslint.linter.linter import MAX_FALSE_POSITIVES
from newslint.reporters.tally import count_noun

if TYPE_CHECKING:
    from newslint.cli.progress import TransientBar

SIBLINGS = "siblings"
"""A command of its own; a file or directory of this name is `./siblings`."""
MEGABYTE = 1_000_000


class CorpusCommand(click.Command):
    """`newslint corpus IN…`, or `newslint corpus siblings IN…`."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - as click has it
    ) -> click.Context:
        """Parse the arguments of the command, or of a named subcommand."""
        if args[:1] != [SIBLINGS]:
            return super().make_context(info_name, args, parent, **extra)
        from newslint.cli.siblings import command as siblings

        return siblings.make_context(f"{info_name} {SIBLINGS}", args[1:], parent, **extra)


@click.command(cls=CorpusCommand)
@click.argument("inputs", metavar="IN…", nargs=-1, required=True, type=click.Path())
@click.option("--out", "folder", required=True, type=DIRECTORY, help="New directory to write to.")
@click.option(
    "--mode",
    type=click.Choice([str(mode) for mode in Mode]),
    default=str(Mode.CHECK),
    show_default=True,
    help="What to write: findings, rows with their texts fixed, or grades.",
)
@click.option("--text", metavar="COLUMN", help="Column of the articles (default: found).")
@click.option("--id", "identifier", metavar="COLUMN", help="Column that identifies them (default: found).")
@click.option("--source", metavar="COLUMN", help="Column of their sources, for the summary (default: found).")
@click.option("--against", metavar="COLUMN", help="Column of originals to compare the articles with.")
@click.option("--language", default="en", show_default=True, help="Language that the articles should be in.")
@click.option(
    "--text-format",
    type=click.Choice(TEXT_FORMATS),
    help="Format of the articles (default: plain in text files, else HTML or plain text by their looks).",
)
@click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    callback=selection_names,
    shell_complete=complete_names,
    help="Rules and categories.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="NAMES",
    callback=names,
    shell_complete=complete_names,
    help="Rules not to run.",
)
@click.option(
    "--style",
    metavar="NAME",
    callback=style_name,
    shell_complete=complete_styles,
    help="House style to enforce.",
)
@click.option("--words", type=EXISTING_FILE, help="Words of your archive, for the rule unlikely-word.")
@click.option("--max-fp", type=float, metavar="RATE", callback=rate, help="As for `newslint check`.")
@click.option("--unsafe-fixes", is_flag=True, help="Also apply fixes that need review.")
@click.option(
    "--keep",
    type=click.FloatRange(min=0),
    metavar="DAMAGE",
    default=0.0,
    show_default=True,
    help="Leave rows unchanged that have up to so many findings per 1,000 words.",
)
@click.option(
    "--fix",
    type=click.FloatRange(min=0),
    metavar="DAMAGE",
    help="Fix only rows that have up to so many; leave others unchanged, as `flagged`.",
)
@click.option(
    "--drop",
    multiple=True,
    metavar="DAMAGE,VERDICTS",
    help="Do not write rows with more findings, or a verdict (such as spun), or `error`; as in 25,spun.",
)
@click.option(
    "--shard-size",
    type=click.IntRange(min=1),
    default=SHARD_BYTES // MEGABYTE,
    show_default=True,
    metavar="MB",
    help="Megabytes of rows in a file of output, uncompressed.",
)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Number of processes (default: automatic).")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(
    inputs: tuple[str, ...],
    *,
    folder: Path,
    mode: str,
    text: str | None,
    identifier: str | None,
    source: str | None,
    against: str | None,
    language: str,
    text_format: str | None,
    select: tuple[str, ...] | None,
    ignore: tuple[str, ...],
    style: str | None,
    words: Path | None,
    max_fp: float | None,
    unsafe_fixes: bool,
    keep: float,
    fix: float | None,
    drop: tuple[str, ...],
    shard_size: int,
    jobs: int | None,
    quiet: bool,
) -> int:
    """Check, fix or grade articles by the million.

    IN is Parquet, JSON Lines, CSV (both also as .gz and .zst), or a directory of such files or of text files.
    The output has the format of the input, with a manifest, checksums and a summary for people. A run that
    was stopped goes on where it was if the same command is given again. Exits with 0 if nothing is to be
    reported, 1 if there are findings (or, with `--mode fix`, some are left), 2 if newslint was called
    wrongly, 3 if a row or a file could not be read or a rule failed.

    `newslint corpus siblings` compares near-copies of the same story.
    """
    policy = Policy(keep, fix, *_drop(drop))
    if Mode(mode) is Mode.CHECK and policy != Policy():
        raise click.UsageError("--keep, --fix and --drop need --mode fix or --mode grade")
    settings = CorpusSettings(
        select=select,
        ignore=ignore,
        style=style,
        words=str(words) if words else None,
        max_fp=MAX_FALSE_POSITIVES if max_fp is None else max_fp,
        unsafe=unsafe_fixes,
    )
    settings.require_valid()
    processor = BatchProcessor(Mode(mode), settings, policy, language, text_format)
    named = NamedColumns(text, identifier, source, against)
    listener = ProgressLine(quiet=quiet)
    try:
        found = find_inputs(inputs, folder, listener.tell)
        _require_columns(found[0], named)
        job = _job(processor, named, found, shard_size)
        journal = Journal(folder, job)
    except (NoInput, OtherRun, MissingExtra) as error:
        raise click.UsageError(str(error)) from None
    run = CorpusRun(processor, found, named, journal, listener, shard_bytes=shard_size * MEGABYTE)
    try:
        with listener.over(sum(data.size for data in found)):
            run.run(jobs)
    except BaseException:
        say(f"newslint: stopped; the same command goes on from the finished parts in {folder}")
        raise
    finally:
        journal.close()
    tally = total(journal)
    write_results(journal, job, run.failed, tally)
    if quiet:
        for path, why in run.failed.items():
            say(f"{path}: {why}")
    else:
        out(f"{_summary(tally, Mode(mode))}; see {folder / 'summary.html'}\n")
    if run.failed or tally.errors:
        return FAILED
    return _code(tally, Mode(mode))


class ProgressLine:
    """A progress bar with the number of rows; notes go above it."""

    def __init__(self, *, quiet: bool) -> None:
        """Say nothing if `quiet`."""
        self._quiet = quiet
        self._rows = 0
        self._bar: TransientBar | None = None

    def over(self, size: int) -> ProgressLine:
        """Begin to show progress over so many bytes, if a person watches."""
        if sys.stderr.isatty() and not self._quiet:
            from newslint.cli.progress import TransientBar

            self._bar = TransientBar(size, "0 rows")
        return self

    def __enter__(self) -> None:
        """Show the bar."""

    def __exit__(self, *_: object) -> None:
        """Remove the bar."""
        if self._bar:
            self._bar.clear()
            self._bar = None

    def advance(self, size: int, rows: int) -> None:
        """Show that more bytes and rows are done."""
        self._rows += rows
        if self._bar:
            self._bar.advance(size, f"{self._rows:,} rows")

    def tell(self, line: str) -> None:
        """Print a note."""
        if self._quiet:
            return
        if self._bar:
            self._bar.clear()
        say(line)


def _drop(said: Iterable[str]) -> tuple[float | None, frozenset[str]]:
    """The damage and the verdicts that rows are dropped for."""
    damage = None
    verdicts = set()
    known = [*(str(verdict) for verdict in Verdict), ERROR]
    for name in split_names(said):
        with suppress(ValueError):
            damage = float(name)
            if damage >= 0:
                continue
        if name not in known:
            wrong = UnknownName("verdict", name, known).and_all(f"there are {', '.join(known)}, or a number")
            raise click.UsageError(f"--drop: {wrong}")
        verdicts.add(name)
    return damage, frozenset(verdicts)


def _require_columns(data: DataFile, named: NamedColumns) -> None:
    """Refuse a column that the first file lacks, before anything is written."""
    try:
        data.open(named)
    except ParseError as error:
        raise click.UsageError(f"{data.path}: {error}") from None
    except OSError:  # which the run reports
        pass


def _job(processor: BatchProcessor, named: NamedColumns, found: list[DataFile], shard_size: int) -> Job:
    import msgspec

    options = {
        "mode": processor.mode,
        "settings": msgspec.to_builtins(processor.settings),
        "thresholds": msgspec.to_builtins(processor.policy, order="sorted"),
        "columns": msgspec.to_builtins(named),
        "language": processor.language,
        "text format": processor.text_format,
        "shard size": shard_size,
    }
    inputs = []
    for data in found:
        path = Path(data.path)
        changed = max(modified(path / name) for name in data.files) if data.files else modified(path)
        inputs.append(JobInput(data.path, data.size, changed))
    return Job(options, tuple(inputs))


def _summary(tally: CorpusTally, mode: Mode) -> str:
    rows, words = count_noun(tally.rows, "row"), count_noun(tally.words, "word")
    said = f"{count_noun(tally.findings, 'finding')} in {rows}, {words}"
    if mode is not Mode.CHECK:
        said += "; " + ", ".join(f"{count:,} {name}" for name, count in sorted(tally.decisions.items()))
    return said


def _code(tally: CorpusTally, mode: Mode) -> int:
    if mode is Mode.GRADE:
        return CLEAN
    return FOUND if (tally.findings if mode is Mode.CHECK else tally.left) else CLEAN
