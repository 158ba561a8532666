"""`newslint calibrate`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import answer, out, paint, say
from newslint.cli.options import FILE_PATH, takes_paths
from newslint.cli.request import Request
from newslint.cli.run_output import RunOutput
from newslint.config.project_files import inside
from newslint.config.schema import FILE as CONFIG
from newslint.core.errors import ConfigError
from newslint.core.source import Lines
from newslint.learning.calibration import FILE, Calibration, Judgement, Question
from newslint.linter.suppressions import UNUSED
from newslint.reporters.paint import Paint

ROW = "{:28}{:>8}{:>7}{:>11}{:>16}"
ASKED = "true? [y]es [n]o [s]kip [q]uit "


@click.command()
@takes_paths
@click.option(
    "--file",
    type=FILE_PATH,
    default=FILE,
    show_default=True,
    help="File that keeps the verdicts.",
)
@click.option(
    "--per-rule",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="Findings to judge per rule.",
)
@click.option("--report", is_flag=True, help="Show the verdicts so far and ask nothing.")
@click.option(
    "--demote-below",
    type=click.FloatRange(0, 1),
    metavar="SHARE",
    help="Make fixes unsafe for rules certainly below this precision (in newslint.toml here).",
)
@click.option(
    "--ignore-below",
    type=click.FloatRange(0, 1),
    metavar="SHARE",
    help="Ignore rules certainly below this precision (in newslint.toml here).",
)
def command(
    request: Request,
    *,
    file: Path,
    per_rule: int,
    report: bool,
    demote_below: float | None,
    ignore_below: float | None,
) -> int:
    """Judge findings in your own copy and measure each rule's precision.

    Findings of each rule are drawn at random from PATHS; answer with y, n, s to skip, q to stop. Verdicts are
    kept in a file, so you can continue later. A rule is certainly below a share if its 95 % interval is.
    """
    if file == Path(FILE):  # the default must not lead out of the checked tree
        inside(Path.cwd(), FILE, "newslint calibrate")
    calibration = Calibration.load(file)
    if not report:
        _ask(calibration, request, file, per_rule)
    out("".join(f"{line}\n" for line in _table(calibration)))
    try:
        for key, bound in (("extend-unsafe-fixes", demote_below), ("ignore", ignore_below)):
            if bound is not None:
                _write(key, calibration.below(bound), bound)
    except OSError as error:
        say(f"newslint: {CONFIG}: {error.strerror}")
        return FAILED
    return CLEAN


def _ask(calibration: Calibration, request: Request, file: Path, per_rule: int) -> None:
    open_questions = list(calibration.next_questions(_questions(request), per_rule))
    look = paint()
    for number, question in enumerate(open_questions, 1):
        out("\n".join(_question_lines(question, number, len(open_questions), look)) + "\n")
        said = answer(ASKED, "ynsq")
        if said == "q":
            break
        if said in "yn":
            calibration.verdicts[question.key] = Judgement(question.diagnostic.rule, said == "y")
            calibration.save(file)


def _questions(request: Request) -> Iterator[Question]:
    reports = request.run(baseline=False)
    with RunOutput(request) as progress:
        for report in reports:
            progress.add(report)
            if report.error:
                progress.say(f"{report.path}: error: {report.error}")
            lines = Lines(report.after, report.first_line)
            for diagnostic in report.diagnostics:
                if diagnostic.rule != UNUSED.name:
                    yield Question(report.path, lines.position(diagnostic.span.start)[0], diagnostic)


def _question_lines(question: Question, number: int, total: int, look: Paint) -> Iterator[str]:
    diagnostic = question.diagnostic
    quote = " ".join(diagnostic.quote.split())
    yield ""
    yield f"{look.dim(f'{number} of {total}')}  {look.bold(diagnostic.rule)}  {question.path}:{question.line}"
    yield f"  {diagnostic.message}"
    yield f"  {diagnostic.sentence.replace(quote, f'⟦{quote}⟧', 1) if quote else diagnostic.sentence}"
    if diagnostic.suggestions:
        yield f"  → {' or '.join(f'“{said}”' for said in diagnostic.suggestions)}"


def _table(calibration: Calibration) -> Iterator[str]:
    precisions = calibration.precisions()
    if not precisions:
        yield "No findings judged yet."
        return
    yield ROW.format("rule", "judged", "true", "precision", "95 % interval")
    for rule, precision in precisions.items():
        low, high = precision.interval
        yield ROW.format(
            rule, precision.judged, precision.true, f"{precision.share:.2f}", f"{low:.2f} to {high:.2f}"
        )


def _write(key: str, rules: list[str], bound: float) -> None:
    from newslint.config.edit import add_names
    from newslint.core.atomic_write import write

    if not rules:
        out(f"No rule is certainly below {bound:g}.\n")
        return
    file = inside(Path.cwd(), CONFIG, "newslint calibrate").relative_to(Path.cwd())
    try:
        old = file.read_bytes().decode() if file.exists() else ""
        new = add_names(old, key, rules)
    except (ConfigError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: {error}") from None
    if new != old:
        write(file, new.encode())
    out(f"{file}: {key} now includes {', '.join(rules)}\n")
