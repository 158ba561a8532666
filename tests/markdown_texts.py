"""What the tests of Markdown ask of a text."""

from __future__ import annotations

from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.formats.markdown import parse
from newslint.formats.markdown.exclusions import GAP_FILLER
from newslint.linter.linter import Linter
from newslint.rules import selection

MARKDOWN = FORMATS["markdown"]
EVERYTHING = Linter(selection.select(), format=MARKDOWN)


def blocks(markdown: str) -> list[tuple[str, str]]:
    return [(b.kind.value, b.text) for b in parse(Source(markdown)).blocks]


def texts(markdown: str) -> list[str]:
    """The texts of the blocks, with ⌷ for an object among letters."""
    return [text.replace(GAP_FILLER, "⌷") for _, text in blocks(markdown)]


def fixed(markdown: str) -> str:
    report = EVERYTHING.fix(Source(markdown))
    assert report.error is None
    assert not report.refused, report.refused
    return report.after


def found(markdown: str) -> list[tuple[str, str]]:
    return [(d.rule, d.span.of(markdown)) for d in EVERYTHING.check(Source(markdown)).diagnostics]
