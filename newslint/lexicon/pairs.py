"""Words that engines and spinners put for others, from `pairs.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

PAIRS = Path(__file__).with_suffix(".tsv")
SPINNER = "spinner"
"""The source of pairs that a spinner's thesaurus has."""


class SubstitutePair(Struct, frozen=True):
    """A right word, its wrong substitute, and who writes it.

    Both are lemmas in lower case. A source is the ISO 639-1 code of a language in which one word means both,
    `spinner`, or `-` if it is unknown.
    """

    right: str
    wrong: str
    sources: tuple[str, ...]


def read_pairs(file: Path = PAIRS) -> Iterator[SubstitutePair]:
    """Yield the pairs of a table.

    Raises:
        ValueError: a line does not have three columns; the message names it.

    """
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != 3 or not all(cells):
                raise ValueError(f"{file.name}:{number}: not right, wrong and sources: {line!r}")
            yield SubstitutePair(cells[0], cells[1], tuple(cells[2].split(",")))
