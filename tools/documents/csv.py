"""Random tables with any delimiter; the judge reads cells as texts."""

from __future__ import annotations

import csv
import io
from random import Random

from newslint.testing.renderers.csv import quote
from tools.documents.words import prose

DELIMITERS = ",;\t|"
COLUMNS = ("id", "Headline", "Body text", "url", "caption", "notes")


def document(random: Random) -> bytes:
    """A header and some rows, a few of them wrong."""
    delimiter, end = random.choice(DELIMITERS), random.choice(("\n", "\r\n", "\r"))
    names = [*random.choices(COLUMNS, k=random.randint(2, 5)), "text"]
    rows = [delimiter.join(_cell(random, name, delimiter, quotes=0.3) for name in names)]
    for _ in range(random.randint(1, 4)):
        cells = [_cell(random, _value(random), delimiter, quotes=0.5) for _ in names]
        if random.random() < 0.1:
            cells = random.choice(
                (cells[:-1], [*cells, "one more"], [*cells, ""], ['"odd" quote', *cells[1:]])
            )
        rows.append(delimiter.join(cells))
        if random.random() < 0.1:
            rows.append("")
    mark = random.choice(("", "\ufeff"))
    return (mark + end.join(rows) + random.choice(("", end))).encode()


def _value(random: Random) -> str:
    if random.random() < 0.2:
        return random.choice(("", " ", "7", "https://example.org/a?b=1", '"', "“"))
    lines = (prose(random) for _ in range(random.choice((1, 1, 1, 2))))
    return random.choice(("\n", "\r\n", "\n\n")).join(lines)


def _cell(random: Random, text: str, delimiter: str, quotes: float) -> str:
    """A cell, quoted if necessary, and often if not."""
    if random.random() < quotes or set(text) & {delimiter, "\r", "\n"} or text.startswith('"'):
        return quote(text)
    return text


def judge(data: bytes) -> list[str]:
    """Every cell and row start; the delimiter makes the header longest."""
    text = data.decode("utf-8-sig")
    readings = (list(csv.reader(io.StringIO(text, newline=""), delimiter=mark)) for mark in DELIMITERS)
    rows = max(readings, key=lambda reading: len(reading[0]))
    return [cell for row in rows for cell in ("row", *row)]
