"""JSON Lines, plain or compressed: unchanged rows keep their bytes."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, islice
from typing import IO

import msgspec

from newslint.core.errors import ParseError
from newslint.core.positions import Span
from newslint.corpus.columns import SAMPLE, NamedColumns, Sample, choose
from newslint.corpus.files.compression import compression_of, compressor, open_to_read
from newslint.corpus.files.row_file import BATCH_BYTES, BATCH_ROWS, RowFile, Unwritable
from newslint.corpus.rows import CorpusRow, RowBatch
from newslint.corpus.shards import RowWriter, ShardFile
from newslint.formats.json import encoding
from newslint.formats.json.scan import MalformedJson, strings
from newslint.formats.records import LONGEST_RECORD

WORD_OR_MARK = re.compile(r"\w+|\W", re.DOTALL)
MAX_COMPARED = 1_000_000
"""Pairs of words of two texts that are compared to find where they differ."""
OTHER_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class JsonLinesFile(RowFile, frozen=True):
    """A file of JSON Lines."""

    @property
    def suffix(self) -> str:
        """The suffix of its shards, compressed as the file is."""
        return f".jsonl{compression_of(self.path)}"

    def batches(self, position: int, row: int) -> Iterator[tuple[RowBatch, int]]:
        """Yield the rows from a position on, with the bytes read."""
        with open_to_read(self.path) as file:
            file.skip(position)
            for data, count in _batches(file.stream):
                position += len(data)
                yield RowBatch(self, row, data, count, position, len(data)), file.bytes_read
                row += count

    def rows(self, batch: RowBatch) -> Iterator[CorpusRow]:
        """Yield the rows of a batch."""
        number = batch.first_row
        for line in _lines(batch.data):
            if line.strip():
                yield self._row(line, number)
                number += 1

    def output(
        self, batch: RowBatch, texts: Sequence[str | None], dropped: frozenset[int]
    ) -> tuple[bytes, Unwritable]:
        """The batch with new texts and without dropped rows."""
        parts: list[bytes] = []
        unwritable: dict[int, str] = {}
        number = 0
        for line in _lines(batch.data):
            if not line.strip():
                parts.append(line)
                continue
            text = texts[number]
            try:
                changed = line if text is None else replace_text(line, self.columns.text, text)
            except ValueError as error:
                unwritable[number], changed = str(error), line
            if number not in dropped:
                parts.append(changed)
            number += 1
        return b"".join(parts), unwritable

    def row_writer(self, draft: ShardFile) -> RowWriter:
        """What writes batches to the draft of a shard."""
        return compressor(str(draft.path), draft)  # type: ignore[arg-type]

    def _row(self, line: bytes, number: int) -> CorpusRow:
        place = f"{self.name}:{number + 1}"
        try:
            value = parse_line(line)
        except ParseError as error:
            return CorpusRow(place, error=str(error))
        columns = self.columns
        if columns.text not in value:
            return CorpusRow(place, error=f"there is no “{columns.text}”")
        language = value.get(columns.language)
        id_, text = value.get(columns.id), value[columns.text]
        return CorpusRow(
            place if id_ is None else str(id_),
            encoding.UNENCODABLE.sub(encoding.UNREADABLE, text) if isinstance(text, str) else text,
            columns.source_of(value.get(columns.source)),
            language if isinstance(language, str) else "",
            value.get(columns.original),
        )


def open_file(path: str, name: str, named: NamedColumns) -> JsonLinesFile:
    """Open a file of JSON Lines, and find its columns.

    Raises:
        ParseError: it is not JSON Lines, or has no such column.
        OSError: it cannot be read.

    """
    return JsonLinesFile(path, name, choose(_sample(path), named))


def parse_line(line: bytes) -> dict[str, object]:
    """The object of a line.

    Raises:
        ParseError: it is no JSON object in UTF-8.

    """
    line = line.removeprefix(codecs.BOM_UTF8)
    try:
        try:
            value = msgspec.json.decode(line)
        except msgspec.DecodeError:  # Python also reads NaN, and the halves of surrogates
            value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ParseError(f"not utf-8: byte 0x{line[error.start]:02X} at offset {error.start}") from None
    except (ValueError, RecursionError) as error:
        raise ParseError(f"not JSON: {error}") from None
    if not isinstance(value, dict):
        raise ParseError("not a JSON object")
    return value


def replace_text(line: bytes, column: str, text: str) -> bytes:
    """The line with another text in a column; other bytes stay.

    Raises:
        ValueError: the text cannot be written there.

    """
    source = line.decode("utf-8")
    end = len(source.rstrip())
    begin = len(source) - len(source.removeprefix("\ufeff"))
    try:
        found = [
            string.span
            for string in strings(source, lambda name: name == column, begin, end)
            if string.path == (column,)
        ]
    except MalformedJson as error:
        raise ValueError(str(error)) from None
    if not found:
        raise ValueError(f"the text of “{column}” has no place in the line")
    return _spliced(source, found[-1], text).encode("utf-8")


def _spliced(source: str, span: Span, text: str) -> str:
    """Replace what differs between the old text and the new one."""
    segments = encoding.segments(source, span, encoding.file_encoder(source))
    old = [(segment.text, segment.span) for segment in segments]
    letters = [
        (
            letter,
            Span(place.start + at, place.start + at + 1) if len(words) == place.end - place.start else place,
        )
        for words, place in old
        for at, letter in enumerate(words)
    ]
    parts: list[str] = []
    at = span.start
    before = "".join(letter for letter, _ in letters)
    for start, end, new in differences(before, text):
        begin = letters[start][1].start if start < len(letters) else span.end
        encoded = encoding.file_encoder(source)(new)
        if encoded is None:
            raise ValueError("JSON cannot hold the new text")
        parts += [source[at:begin], encoded]
        at = letters[end - 1][1].end if end > start else begin
    spliced = "".join([*parts, source[at : span.end]])
    made = source[: span.start] + spliced + source[span.end :]
    if encoding.decode_string(made, Span(span.start, span.start + len(spliced))) != text:
        raise ValueError("the new text would be read back as another")
    return made


def differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield the differences of texts: start, end and new text."""
    old, new = before.split("\n"), after.split("\n")
    if len(old) != len(new):
        old, new = [before], [after]
    at = 0
    for one, other in zip(old, new, strict=True):
        if one != other:
            start = _common(one, other)
            end = _common(one[start:][::-1], other[start:][::-1])
            inner = _word_differences(one[start : len(one) - end], other[start : len(other) - end])
            yield from ((at + start + begin, at + start + stop, new) for begin, stop, new in inner)
        at += len(one) + 1


def _word_differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield the differences word by word, or one for long texts."""
    old, new = WORD_OR_MARK.findall(before), WORD_OR_MARK.findall(after)
    if len(old) * len(new) > MAX_COMPARED:
        yield 0, len(before), after
        return
    starts = [0, *accumulate(map(len, old))]
    for kind, one, end, other, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield starts[one], starts[end], "".join(new[other:last])


def _common(one: str, other: str) -> int:
    """The length of the beginning that two texts share."""
    length = min(len(one), len(other))
    if one[:length] == other[:length]:
        return length
    low, high = 0, length
    while low < high:
        middle = (low + high) // 2
        if one[low : middle + 1] == other[low : middle + 1]:
            low = middle + 1
        else:
            high = middle
    return low


def _batches(stream: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """Yield some whole lines, and how many of them are rows."""
    lines: list[bytes] = []
    size = rows = 0
    while line := stream.readline(LONGEST_RECORD):
        if len(line) == LONGEST_RECORD and not line.endswith(b"\n"):
            raise ParseError(
                f"a line is longer than {LONGEST_RECORD // 2**20} MB; JSON Lines are a value each"
            )
        lines.append(line)
        size += len(line)
        rows += bool(line.strip())
        if size >= BATCH_BYTES or rows == BATCH_ROWS:
            yield b"".join(lines), rows
            lines, size, rows = [], 0, 0
    if lines:
        yield b"".join(lines), rows


def _lines(data: bytes) -> list[bytes]:
    """The lines with their ends; only a line feed ends one."""
    lines = data.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _sample(path: str) -> Sample:
    with open_to_read(path) as file:
        lines = list(islice(iter(lambda: file.stream.readline(LONGEST_RECORD), b""), SAMPLE))
    if lines and lines[0].startswith(OTHER_BOMS):
        raise ParseError("UTF-16, but JSON Lines are UTF-8; convert the file")
    rows = []
    problem = "it is empty"
    for line in lines:
        try:
            rows += [parse_line(line)] if line.strip() else []
        except ParseError as error:
            problem = str(error)
    if not rows:
        raise ParseError(f"not JSON Lines: {problem}")
    return Sample(tuple(dict.fromkeys(name for row in rows for name in row)), tuple(rows))
