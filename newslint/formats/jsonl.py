"""JSON lines: each line is an article; one that is not JSON is told of, and the rest is read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

from newslint.core.segments import DEFAULT_OPTIONS, ParseOptions
from newslint.core.source import Lines, Source
from newslint.formats.json import Articles, encoding
from newslint.formats.json.scan import BLANK, Malformed
from newslint.formats.records import LONGEST_RECORD, NO_TEXT, RecordSource, endless, no_text, told
from newslint.text.document import ParsedFile


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Read JSON lines; `errors` of the reading tell of lines that are not JSON."""
    text = source.text
    articles = Articles(parse_options, encoding.style(text))
    lines = Lines(text, source.first_line)
    wrong = []
    holds_no_text = NO_TEXT.search(text) is not None
    for start, end in _lines(text):
        if holds_no_text and (problem := no_text(text, start, end, source.encoding)):
            wrong.append((lines.position(start)[0], problem))
            continue
        try:
            articles.add(text, start, end)
        except Malformed as error:
            line, _ = lines.position(start)
            cut = " before the line ends" if error.place >= end else ""
            wrong.append((line, f"column {error.place - start + 1}: {error}{cut}"))
    return articles.reading(source, told(wrong))


def decode(data: bytes, path: str, encoding: str | None) -> Source:
    """The text of a file, in which some lines may hold bytes that are no text.

    Raises:
        SourceError: most lines do.

    """
    return RecordSource.decode(data, path, encoding)


def cuts(file: BinaryIO, size: int) -> Iterator[tuple[int, int]]:
    """Where to cut a file into stretches of whole lines, each of about `size` bytes and in bytes.

    Raises:
        UnreadableProse: a line has no end within bounds.

    """
    whole = file.seek(0, os.SEEK_END)
    start = 0
    while start < whole:
        file.seek(start + size)
        rest = file.readline(LONGEST_RECORD)
        end = min(file.tell(), whole)
        if end < whole and not rest.endswith(b"\n"):
            file.seek(start)
            line = file.read(size).rfind(b"\n") + 1
            raise endless(start + line, "JSON lines are a value each")
        yield start, end
        start = end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that is not blank begins, and where it ends but for white space."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found = BLANK.match(text, start, end)
        if found and found.end() < end:
            yield start, end - text.endswith("\r", start, end)
        start = end + 1
