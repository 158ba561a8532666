"""Compares the damage listed in `seeds/README.md` with what newslint finds.

A row gives the line, the kind of damage, and the words: ⏎ is a line end, <U+00AD> a character that
cannot be seen. The last cell is made here: the rules that found it, or a dash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from newslint.core.diagnostics import Diagnostic
from newslint.core.positions import Span
from newslint.core.source import Lines

HEADING = regex.compile(r"### (\w+)")
ROW = regex.compile(r"\| (\d+) \| ([^|]+) \| `([^`]+)` \| ([^|]*) \|")
ESCAPE = regex.compile(r"<U\+([0-9A-F]{4,6})>")
NOT_FOUND = "–"

Found = dict[str, tuple[str, tuple[Diagnostic, ...]]]
"""The text of each article by its name, and what newslint finds in it."""


@dataclass(frozen=True)
class Damage:
    """A row of the list: a place and its damage."""

    article: str
    line: int
    kind: str
    words: str

    def span(self, text: str) -> Span:
        """The span of the words.

        Raises:
            ValueError: they are not in that line.

        """
        words = ESCAPE.sub(lambda code: chr(int(code[1], 16)), self.words).replace("⏎", "\n")
        lines = Lines(text)
        start = text.find(words, lines.starts[self.line - 1])
        if start < 0 or lines.position(start)[0] != self.line:
            raise ValueError(f"{self.article} has no “{self.words}” in line {self.line}")
        return Span(start, start + len(words))


def damages(listed: str) -> Iterator[Damage]:
    """All rows of the list."""
    article = ""
    for line in listed.split("\n"):
        if heading := HEADING.fullmatch(line):
            article = heading[1]
        elif row := ROW.fullmatch(line):
            yield Damage(article, int(row[1]), row[2], row[3])


def with_finders(listed: str, found: Found) -> str:
    """The list with a new last cell in each row."""
    rows = damages(listed)
    return "\n".join(_row(next(rows), found) if ROW.fullmatch(line) else line for line in listed.split("\n"))


def beyond(listed: str, found: Found) -> list[tuple[str, Diagnostic]]:
    """What newslint finds where nothing was damaged: false positives, or omissions."""
    known = [(damage.article, damage.span(found[damage.article][0])) for damage in damages(listed)]
    return [
        (article, diagnostic)
        for article, (_, diagnostics) in found.items()
        for diagnostic in diagnostics
        if not any(name == article and _overlap(span, diagnostic.span) for name, span in known)
    ]


def _row(damage: Damage, found: Found) -> str:
    text, diagnostics = found[damage.article]
    finders = ", ".join(f"`{rule}`" for rule in _finders(damage.span(text), diagnostics)) or NOT_FOUND
    return f"| {damage.line} | {damage.kind} | `{damage.words}` | {finders} |"


def _finders(span: Span, diagnostics: Iterable[Diagnostic]) -> list[str]:
    return sorted({d.rule for d in diagnostics if _overlap(span, d.span)})


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
