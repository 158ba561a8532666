"""The columns of a data set for articles, identifiers and sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from urllib.parse import urlsplit

from msgspec import Struct

from newslint.core.errors import ParseError
from newslint.formats.fields import is_language, plain_name
from newslint.formats.unread import is_prose

TEXTS = """
    text content body maintext articletext fulltext articlebody bodytext contenttext article rawcontent story
    document articlecontent
"""
"""Usual names of the column with the article, the most certain first.

A column that few rows fill gives way to one that most rows fill.
"""
IDS = "id docid articleid uuid guid uid key url uri link digest recordid"
SOURCES = """
    source outlet publisher sourcename sourcedomain newspaper site domain hostname host provider feed
"""
URLS = "url uri link articleurl sourceurl canonicalurl"
SAMPLE = 100
"""Rows that are looked at to find the columns."""
SHOWN = 8
"""Column names that a message lists."""


class Sample(Struct, frozen=True):
    """The names of the columns of a file, and its first rows."""

    names: tuple[str, ...]
    rows: tuple[Mapping[str, object], ...]


class NamedColumns(Struct, frozen=True):
    """The columns that a person has named; None to find them."""

    text: str | None = None
    id: str | None = None
    source: str | None = None
    original: str | None = None
    """The column of originals, which is never looked for."""


class Columns(Struct, frozen=True):
    """The columns of a file; empty where there is none."""

    text: str
    id: str = ""
    source: str = ""
    language: str = ""
    original: str = ""
    was_found: bool = False
    """Whether newslint has found the column of the text by itself."""
    source_is_url: bool = False

    def source_of(self, value: object) -> str:
        """The source in the value of its column; a URL's host."""
        if not isinstance(value, str):
            return "" if value is None else str(value)
        if not self.source_is_url:
            return value
        try:
            return (urlsplit(value).hostname or "").removeprefix("www.")
        except ValueError:
            return ""


def choose(sample: Sample, named: NamedColumns) -> Columns:
    """Choose the columns of a file.

    Raises:
        ParseError: there is no such column, or none that holds prose; the message lists the columns.

    """
    for name in (named.text, named.id, named.source, named.original):
        if name is not None and name not in sample.names:
            raise ParseError(_unknown(name, sample.names))
    text = named.text or _text_column(sample)
    others = [name for name in sample.names if name != text]
    source = named.source or _by_name(others, SOURCES)
    url = "" if source else _by_name(others, URLS)
    return Columns(
        text,
        named.id or _by_name(others, IDS),
        source or url,
        next((name for name in others if is_language(name)), ""),
        named.original or "",
        was_found=named.text is None,
        source_is_url=bool(url),
    )


def _text_column(sample: Sample) -> str:
    texts = {name: _texts(sample, name) for name in sample.names}
    filled = {name: len(values) for name, values in texts.items() if plain_name(name) in TEXTS.split()}
    most = max(filled.values(), default=0)
    if by_name := _by_name([name for name, rows in filled.items() if 2 * rows > most], TEXTS):
        return by_name
    prose = {
        name: sum(map(len, values))
        for name, values in texts.items()
        if 2 * sum(map(is_prose, values)) > len(values)
    }
    if not prose:
        raise ParseError(f"no column holds prose; name one with --text: there are {_list(sample.names)}")
    return max(prose, key=prose.__getitem__)


def _texts(sample: Sample, name: str) -> list[str]:
    values = (row.get(name) for row in sample.rows)
    return [
        value.decode("utf-8", "replace") if isinstance(value, bytes) else value
        for value in values
        if isinstance(value, str | bytes) and value
    ]


def _by_name(names: Sequence[str], usual: str) -> str:
    """The column with the most usual of some names, or ""."""
    known = {plain_name(name): name for name in reversed(names)}
    return next((known[name] for name in usual.split() if name in known), "")


def _unknown(name: str, names: Sequence[str]) -> str:
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f"did you mean “{near[0]}”?" if near else f"there are {_list(names)}"
    return f"no column “{name}”; {hint}"


def _list(names: Sequence[str]) -> str:
    shown = ", ".join(names[:SHOWN]) or "none"
    return shown if len(names) <= SHOWN else f"{shown} and {len(names) - SHOWN} more"
