"""The summary as one HTML page without scripts, which loads nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from newslint._version import __version__
from newslint.core.visible import visible
from newslint.corpus.summary.overview import Overview
from newslint.corpus.tally import Example

STYLE = """
:root { color-scheme: light dark; --bar: #3b6ea8; --part: #78a55a; --line: #8884; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2.5rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .5rem 1.5rem; }
dt { font-size: .85rem; opacity: .75; } dd { margin: 0; font-size: 1.3rem; }
svg { width: 100%; height: auto; font: 12px system-ui, sans-serif; }
svg text { fill: currentColor; } .bar { fill: var(--bar); } .part { fill: var(--part); }
table { border-collapse: collapse; } td, th { text-align: left; padding: .2rem 1rem .2rem 0; }
td { border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
mark { background: #f4c20d66; color: inherit; } small { opacity: .75; }
li { margin: .4rem 0; overflow-wrap: anywhere; }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""To a browser: nothing is loaded and nothing runs."""
WIDTH, LABEL, ROW = 760, 230, 20
"""Of a plot, in its units: the width, that of the labels, and the height of a bar."""
LABEL_LETTERS = 34

Bar = tuple[str, float, float, str]
"""A label, a value, the part of it that is marked, and the value as written."""


def render(overview: Overview) -> str:
    """The summary as a page."""
    return "\n".join(_lines(overview)) + "\n"


def _lines(overview: Overview) -> Iterator[str]:
    yield "<!doctype html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f'<meta name="generator" content="newslint corpus {__version__}">'
    yield f"<title>{text(overview.title)}</title><style>{STYLE}</style></head><body>"
    yield f"<h1>{text(overview.title)}</h1>"
    yield "<dl>"
    yield from (f"<div><dt>{text(name)}</dt><dd>{text(said)}</dd></div>" for name, said in overview.figures)
    yield "</dl>"
    yield "<h2>Findings by rule</h2>"
    yield "<p><small>Green: fixed.</small></p>"
    yield _plot([(rule, count, fixed, f"{count:,}") for rule, count, fixed in overview.rules])
    yield "<h2>Rows by findings per 1,000 words</h2>"
    yield _plot([(name, count, 0, f"{count:,}") for name, count in overview.damage])
    yield "<h2>Findings per 1,000 words by source</h2>"
    yield _plot(
        [
            (name, source.damage, 0, f"{source.damage:.2f} in {source.rows:,} rows")
            for name, source in overview.sources
        ]
    )
    if overview.errors:
        yield "<h2>Rows that could not be checked, or not fully</h2>"
        yield _table(("why", "rows"), ((why, f"{count:,}") for why, count in overview.errors))
    if overview.failed:
        yield "<h2>Files that could not be read, or not to their end</h2>"
        yield _table(("file", "why"), overview.failed.items())
    yield "<h2>Examples</h2>"
    for rule, examples in overview.examples:
        if examples:
            yield f"<h3>{text(rule)}</h3><ul>"
            yield from (f"<li>{_example(example)}</li>" for example in examples)
            yield "</ul>"
    yield "</body></html>"


def text(said: str) -> str:
    """A text escaped for HTML, with hidden characters visible."""
    return escape(visible(said))


def _example(example: Example) -> str:
    said = f"{text(example.before)}<mark>{text(example.quote)}</mark>{text(example.after)}"
    return f"{said}<br><small>{text(example.message)} · {text(example.id)}</small>"


def _plot(bars: Sequence[Bar]) -> str:
    """A plot of bars, each with its label and value."""
    if not bars:
        return "<p>None.</p>"
    most = max(value for _, value, _, _ in bars) or 1
    room = WIDTH - LABEL - 130
    parts = [f'<svg viewBox="0 0 {WIDTH} {ROW * len(bars)}" role="img">']
    for number, (label, value, part, said) in enumerate(bars):
        top = number * ROW
        length, marked = room * value / most, room * part / most
        short = label if len(label) <= LABEL_LETTERS else f"{label[: LABEL_LETTERS - 1]}…"
        parts += [
            f'<text x="{LABEL - 8}" y="{top + 14}" text-anchor="end">{text(short)}</text>',
            f'<rect class="bar" x="{LABEL}" y="{top + 3}" width="{length:.1f}" height="14"/>',
            f'<rect class="part" x="{LABEL}" y="{top + 3}" width="{marked:.1f}" height="14"/>',
            f'<text x="{LABEL + length + 6:.1f}" y="{top + 14}">{text(said)}</text>',
        ]
    return "".join([*parts, "</svg>"])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    parts = ["<table><tr>", *(f"<th>{text(name)}</th>" for name in head), "</tr>"]
    for row in rows:
        parts += ["<tr>", *(f"<td>{text(cell)}</td>" for cell in row), "</tr>"]
    return "".join([*parts, "</table>"])
