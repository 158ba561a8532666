"""The expected reports and fixes of the sample articles, stored beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from newslint.core.diagnostics import Safety
from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.formats import SUFFIXES
from newslint.linter.linter import Linter
from newslint.reporters import Look, reporter
from newslint.reporters.tally import Tally, check_summary
from newslint.rules import selection
from tools.generated import ROOT, Wanted, settle
from tools.truth import Found, with_finders

PAGE = "README.md"


def run(*, check: bool) -> int:
    """Refresh the expectations in `seeds/`, or report stale ones."""
    folder = ROOT / "seeds"
    listed = (folder / PAGE).read_text("utf-8")
    made = {folder / PAGE: with_finders(listed, diagnostics_by_name(folder)).encode()}
    return settle({**expectations(folder), **made}, check=check)


def articles(folder: Path) -> Iterator[Path]:
    """Yield the articles of a folder, without expectations."""
    for path in sorted(folder.iterdir()):
        if path.suffix in SUFFIXES and path.name != PAGE and len(path.suffixes) == 1:
            yield path


def expectations(folder: Path) -> Wanted:
    """The fixed file and report of each article, and nothing else."""
    kept = (path for path in sorted(folder.iterdir()) if len(path.suffixes) > 1)
    wanted: dict[Path, bytes | None] = dict.fromkeys(kept)
    for article in articles(folder):
        report = fix_article(article)
        wanted[fixed_file(article, report)] = fixed_bytes(report)
        wanted[article.with_suffix(".report.txt")] = text_report(article).encode()
    return wanted


def diagnostics_by_name(folder: Path) -> Found:
    """The text and diagnostics of each article by name."""
    reports = {article.stem: _check(article) for article in articles(folder)}
    return {name: (report.after, report.diagnostics) for name, report in reports.items()}


def _check(article: Path) -> FileReport:
    source, linter = open_article(article)
    return linter.check(source)


def open_article(article: Path) -> tuple[Source, Linter]:
    """Open an article under its reported name, with its linter."""
    reader = SUFFIXES[article.suffix]
    source = reader.decode(article.read_bytes(), f"{article.parent.name}/{article.name}")
    return source, Linter(selection.select(), format=reader)


def fix_article(article: Path, level: Safety = Safety.SAFE) -> FileReport:
    """Fix an article.

    Raises:
        RuntimeError: a rule failed, or the fixes did not settle.

    """
    source, linter = open_article(article)
    report = linter.fix(source, level)
    if report.error:
        raise RuntimeError(f"{source.path}: {report.error}")
    return replace(report, bom=source.bom, encoding=source.encoding, transcript=source.transcript)


def fixed_file(article: Path, report: FileReport) -> Path:
    """The path of the fixed file, or of its transcript."""
    return article.with_suffix(f".fixed{'.txt' if report.transcript else article.suffix}")


def fixed_bytes(report: FileReport) -> bytes:
    """The content of the fixed file."""
    if report.transcript:
        return report.after.encode()
    return report.bom + report.after.encode(report.encoding)


def text_report(article: Path) -> str:
    """The text report without colours."""
    tally, report = Tally(), _check(article)
    tally.add(report)
    return reporter("text", Look(selection.info)).add(report) + check_summary(tally) + "\n"
