"""The page: chapters with tables, and aims that are met or missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Aim:
    """A measurable aim; `measured` is None if this run could not tell."""

    what: str
    wanted: float
    measured: float | None
    unit: str = ""
    at_most: bool = False

    @property
    def verdict(self) -> str:
        """Whether it is met."""
        if self.measured is None:
            return "**not measured**"
        holds = self.measured <= self.wanted if self.at_most else self.measured >= self.wanted
        return "met" if holds else "**missed**"

    @property
    def row(self) -> Row:
        """The aim in the table of aims."""
        bound = "at most" if self.at_most else "at least"
        measured = "–" if self.measured is None else figure(self.measured) + self.unit
        return self.what, f"{bound} {figure(self.wanted)}{self.unit}", measured, self.verdict


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the page in Markdown, and its aims."""

    title: str
    text: str
    aims: tuple[Aim, ...] = ()


def table(head: Row, rows: Iterable[Row]) -> str:
    """A table in Markdown; all columns but the first are figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def figure(value: float) -> str:
    """A number with three significant digits."""
    if not value or value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def page(head: str, chapters: Sequence[Chapter]) -> str:
    """The whole page: the head, the aims, the chapters."""
    aims = table(("aim", "target", "measured", "result"), [aim.row for c in chapters for aim in c.aims])
    parts = [head, "## The aims", aims]
    for chapter in chapters:
        parts += [f"## {chapter.title}", chapter.text]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def write_section(page: Path, name: str, text: str) -> None:
    """Replace what a page holds between the comments `name: begin` and `name: end`.

    Raises:
        ValueError: the page lacks one of them.

    """
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, found, rest = page.read_text("utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"{page}: no section “{name}”")
    page.write_text(f"{before}{begin}\n{text}{end}{after}", "utf-8")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
