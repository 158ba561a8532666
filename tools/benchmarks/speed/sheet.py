"""What is told: chapters with tables, and aims that are met or missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Aim:
    """Something that must hold; `measured` is None where this run could not tell."""

    what: str
    wanted: float
    measured: float | None
    unit: str = ""
    at_most: bool = False

    @property
    def verdict(self) -> str:
        """Whether it holds."""
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
    """One part of the page, in Markdown, and the aims that it settles."""

    title: str
    text: str
    aims: tuple[Aim, ...] = ()


def table(head: Row, rows: Iterable[Row]) -> str:
    """A table in Markdown; all columns but the first are figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def figure(value: float) -> str:
    """A number with as many digits as it deserves: three."""
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def page(head: str, chapters: Sequence[Chapter]) -> str:
    """The whole page: what was measured where, the aims, the chapters."""
    aims = table(("aim", "target", "measured", "result"), [aim.row for c in chapters for aim in c.aims])
    parts = [head, "## The aims", aims]
    for chapter in chapters:
        parts += [f"## {chapter.title}", chapter.text]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
