"""What newslint makes of the sample articles, kept beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from newslint.core.diagnostics import Safety
from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.formats import SUFFIXES
from newslint.linter.linter import Linter
from newslint.reporters import Look, renderer
from newslint.reporters.tally import Tally, checked
from newslint.rules import selection
from tools.generated import ROOT, Wanted, settle
from tools.truth import Found, with_finders

PAGE = "README.md"


def run(*, check: bool) -> int:
    """Refresh the expectations of `seeds/`, or say which are stale."""
    folder = ROOT / "seeds"
    listed = (folder / PAGE).read_text("utf-8")
    made = {folder / PAGE: with_finders(listed, found(folder)).encode()}
    return settle({**expectations(folder), **made}, check=check)


def articles(folder: Path) -> Iterator[Path]:
    """The articles of a folder, without the expectations beside them."""
    for path in sorted(folder.iterdir()):
        if path.suffix in SUFFIXES and path.name != PAGE and len(path.suffixes) == 1:
            yield path


def expectations(folder: Path) -> Wanted:
    """The file after safe repairs and the report of each article; nothing else of their kind."""
    kept = (path for path in sorted(folder.iterdir()) if len(path.suffixes) > 1)
    wanted: dict[Path, bytes | None] = dict.fromkeys(kept)
    for article in articles(folder):
        report = repaired(article)
        wanted[fixed_file(article, report)] = fixed_bytes(report)
        wanted[article.with_suffix(".report.txt")] = reported(article).encode()
    return wanted


def found(folder: Path) -> Found:
    """The text of each article by its name, and all that newslint finds in it."""
    reports = {article.stem: _checked(article) for article in articles(folder)}
    return {name: (report.after, report.diagnostics) for name, report in reports.items()}


def _checked(article: Path) -> FileReport:
    source, linter = opened(article)
    return linter.check(source)


def opened(article: Path) -> tuple[Source, Linter]:
    """An article, under the name that reports call it by, and what applies to it."""
    reader = SUFFIXES[article.suffix]
    source = reader.decode(article.read_bytes(), f"{article.parent.name}/{article.name}")
    return source, Linter(selection.select(), format=reader)


def repaired(article: Path, level: Safety = Safety.SAFE) -> FileReport:
    """What becomes of an article.

    Raises:
        RuntimeError: a rule failed, or the repairs found no rest.

    """
    source, linter = opened(article)
    report = linter.fix(source, level)
    if report.error:
        raise RuntimeError(f"{source.path}: {report.error}")
    return replace(report, bom=source.bom, encoding=source.encoding, transcript=source.transcript)


def fixed_file(article: Path, report: FileReport) -> Path:
    """Where the repaired file is kept; of what is no text itself, its transcript."""
    return article.with_suffix(f".fixed{'.txt' if report.transcript else article.suffix}")


def fixed_bytes(report: FileReport) -> bytes:
    """The repaired file as it is kept."""
    if report.transcript:
        return report.after.encode()
    return report.bom + report.after.encode(report.encoding)


def reported(article: Path) -> str:
    """The report for people, without colours."""
    tally = Tally()
    reports = tally.watch([_checked(article)])
    return "".join(renderer("text")(reports, Look(selection.info))) + checked(tally) + "\n"
