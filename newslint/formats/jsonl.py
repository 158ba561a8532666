"""JSON Lines: each line is an article; malformed ones are skipped."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import BinaryIO

from newslint.core.segments import DEFAULT_OPTIONS, ParseOptions
from newslint.core.source import Lines, Source
from newslint.formats.json import Articles, encoding
from newslint.formats.json.scan import BLANK, MalformedJson
from newslint.formats.records import (
    LONGEST_RECORD,
    UNDECODABLE,
    RecordSource,
    describe_errors,
    describe_undecodable,
    record_too_long,
)
from newslint.text.document import ParsedFile


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Parse JSON Lines; `errors` lists the malformed lines."""
    text = source.text
    articles = Articles(parse_options, encoding.file_encoder(text))
    lines = Lines(text, source.first_line)
    wrong = []
    holds_no_text = UNDECODABLE.search(text) is not None
    for start, end in _lines(text):
        if holds_no_text and (problem := describe_undecodable(text, start, end, source.encoding)):
            wrong.append((lines.position(start)[0], problem))
            continue
        try:
            articles.add(text, start, end)
        except MalformedJson as error:
            line, _ = lines.position(start)
            cut = " before the line ends" if error.place >= end else ""
            wrong.append((line, f"column {error.place - start + 1}: {error}{cut}"))
    return articles.parsed_file(source, describe_errors(wrong))


def decode(data: bytes, path: str, encoding: str | None) -> Source:
    """Decode a file, keeping undecodable bytes in a minority of lines.

    Raises:
        SourceError: most lines hold such bytes.

    """
    return RecordSource.decode(data, path, encoding)


def split_points(file: BinaryIO, size: int, lines: int) -> Iterator[tuple[int, int]]:
    """Where to cut a file into chunks of whole lines.

    Raises:
        ParseError: a line is too long.

    """
    whole = file.seek(0, os.SEEK_END)
    many = re.compile(rb"(?:[^\n]*+\n){%d}" % lines)
    start = 0
    while start < whole:
        file.seek(start)
        if short := many.match(file.read(size)):
            yield start, start + short.end()
            start += short.end()
            continue
        file.seek(start + size)
        rest = file.readline(LONGEST_RECORD)
        end = min(file.tell(), whole)
        if end < whole and not rest.endswith(b"\n"):
            file.seek(start)
            line = file.read(size).rfind(b"\n") + 1
            raise record_too_long(start + line, "JSON lines are a value each")
        yield start, end
        start = end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each line that is not blank."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found = BLANK.match(text, start, end)
        if found and found.end() < end:
            yield start, end - text.endswith("\r", start, end)
        start = end + 1
