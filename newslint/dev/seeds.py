"""What newslint makes of the sample articles, kept beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newslint import catalog
from newslint.dev.generated import ROOT, Wanted, settle
from newslint.dev.truth import Found, with_finders
from newslint.engine import Profile, check_source, fix_source
from newslint.report import Look, renderer
from newslint.report.tally import Tally, checked
from newslint.source import Source

FIXED, REPORT = ".fixed.txt", ".report.txt"


def run(*, check: bool) -> int:
    """Refresh the expectations of `seeds/`, or say which are stale."""
    folder = ROOT / "seeds"
    listed = (folder / "README.md").read_text("utf-8")
    made = {folder / "README.md": with_finders(listed, found(folder)).encode()}
    return settle({**expectations(folder), **made}, check=check)


def articles(folder: Path) -> Iterator[Path]:
    """The articles of a folder, without the expectations beside them."""
    return (path for path in sorted(folder.glob("*.txt")) if not path.name.endswith((FIXED, REPORT)))


def expectations(folder: Path) -> Wanted:
    """The text after safe repairs and the report of each article; nothing else of their kind."""
    wanted: dict[Path, bytes | None] = {
        path: None for end in (FIXED, REPORT) for path in sorted(folder.glob(f"*{end}"))
    }
    for article in articles(folder):
        source = read(article)
        wanted[article.with_suffix(FIXED)] = repaired(source)
        wanted[article.with_suffix(REPORT)] = reported(source).encode()
    return wanted


def found(folder: Path) -> Found:
    """The text of each article by its name, and all that newslint finds in it."""
    sources = {article.stem: read(article) for article in articles(folder)}
    profile = Profile(catalog.select())
    return {
        name: (source.text, check_source(source, profile).diagnostics) for name, source in sources.items()
    }


def read(article: Path) -> Source:
    """An article, under the name that reports call it by."""
    return Source.decode(article.read_bytes(), f"{article.parent.name}/{article.name}")


def repaired(source: Source) -> bytes:
    """The bytes of the file after all safe repairs.

    Raises:
        RuntimeError: a rule failed, or the repairs found no rest.

    """
    report = fix_source(source, Profile(catalog.select()))
    if report.error:
        raise RuntimeError(f"{source.path}: {report.error}")
    return report.output or source.encode()


def reported(source: Source) -> str:
    """The report for people, without colours."""
    tally = Tally()
    reports = tally.watch([check_source(source, Profile(catalog.select()))])
    return "".join(renderer("text")(reports, Look(catalog.info))) + checked(tally) + "\n"
