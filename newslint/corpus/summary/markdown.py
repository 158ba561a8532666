"""The summary as Markdown, with texts of the corpus escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newslint.core.visible import visible
from newslint.corpus.summary.overview import Overview
from newslint.corpus.tally import Example

SPECIAL = re.compile(r"[\\`*_\[\]<>#|~$&@]|:(?=//)|(?<=w)w(?=w\.)")
"""What Markdown, or a page that shows it, might act on; addresses and names would become links."""


def render(overview: Overview) -> str:
    """The summary as a page of Markdown."""
    return "\n".join(_lines(overview)) + "\n"


def _lines(overview: Overview) -> Iterator[str]:
    yield f"# {escape(overview.title)}"
    yield ""
    yield from _table(("", ""), overview.figures)
    yield from _section("Findings by rule")
    rules = ((escape(rule), f"{count:,}", f"{fixed:,}") for rule, count, fixed in overview.rules)
    yield from _table(("rule", "findings", "fixed"), rules)
    yield from _section("Rows by findings per 1,000 words")
    yield from _table(("findings", "rows"), ((name, f"{count:,}") for name, count in overview.damage))
    yield from _section("Findings per 1,000 words by source")
    sources = (
        (escape(name), f"{source.damage:.2f}", f"{source.rows:,}", f"{source.words:,}")
        for name, source in overview.sources
    )
    yield from _table(("source", "findings", "rows", "words"), sources)
    if overview.errors:
        yield from _section("Rows that could not be checked, or not fully")
        yield from _table(("why", "rows"), ((escape(why), f"{count:,}") for why, count in overview.errors))
    if overview.failed:
        yield from _section("Files that could not be read, or not to their end")
        yield from _table(("file", "why"), ((escape(a), escape(b)) for a, b in overview.failed.items()))
    yield from _section("Examples")
    for rule, examples in overview.examples:
        yield from (f"- {escape(rule)}: {_example(example)}" for example in examples)


def escape(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return SPECIAL.sub(lambda found: f"&#{ord(found[0])};", visible(" ".join(text.split())))


def _example(example: Example) -> str:
    before = escape(example.before) + " " * example.before[-1:].isspace()
    after = " " * example.after[:1].isspace() + escape(example.after)
    said = f"{before}**{escape(example.quote)}**{after}"
    return f"{said} ({escape(example.message)}; {escape(example.id)})"


def _section(title: str) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
