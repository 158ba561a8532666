"""Lossless decoding of files, and offsets as lines and columns."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from newslint.core.diagnostics import Edit
from newslint.core.errors import SourceError

BOMS = (  # the longer mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Source(Struct, frozen=True):
    """The decoded text of a file, and how to restore its bytes."""

    transcript: ClassVar[bool] = False
    """Whether the text is a transcript of a binary file."""

    text: str
    path: str = "<text>"
    encoding: str = "utf-8"
    bom: bytes = b""
    head: str = ""
    """The beginning of the file, which a reader of a chunk needs."""
    first_line: int = 1
    """Where the text is a chunk of a file: the number of its first line."""
    is_last: bool = True
    """Whether the file ends with the text."""

    @property
    def is_first(self) -> bool:
        """Whether the file begins with the text."""
        return self.first_line == 1

    @classmethod
    def decode(cls, data: bytes, path: str = "<text>", encoding: str | None = None) -> Source:
        """Decode by byte order mark, or else `encoding`, or else UTF-8.

        Raises:
            SourceError: the bytes are binary or not in that encoding, or do not survive a round trip.

        """
        bom, declared = next(((b, e) for b, e in BOMS if data.startswith(b)), (b"", None))
        name = declared or encoding or "utf-8"
        try:
            source = cls(data[len(bom) :].decode(name), path, name, bom)
        except LookupError:
            raise SourceError(f"unknown encoding “{name}” in the configuration") from None
        except UnicodeDecodeError as error:
            place = error.start + len(bom)
            raise SourceError(
                f"not {name}: byte 0x{data[place]:02X} at offset {place}; "
                'convert the file, or name its encoding in the configuration (encoding = "cp1252")'
            ) from None
        if "\0" in source.text:
            place = source.text.index("\0")
            raise SourceError(f"looks binary, or UTF-16 without a byte order mark: NUL at character {place}")
        if name != "utf-8" and source.encode() != data:
            raise SourceError(f"{name} would not give the same bytes back")
        return source

    def encode(self) -> bytes:
        """The bytes of the file, as they were read if unchanged.

        Raises:
            SourceError: the text has a character that the encoding lacks.

        """
        try:
            return self.bom + self.text.encode(self.encoding)
        except UnicodeEncodeError as error:
            letter = self.text[error.start]
            raise SourceError(f"{self.encoding} has no “{letter}” (U+{ord(letter):04X})") from None

    def with_edits(self, edits: Iterable[Edit]) -> Source:
        """The same file after edits that do not overlap."""
        return replace(self, text=splice(self.text, edits))

    def reread(self) -> Source:
        """The file as its bytes would be decoded.

        Raises:
            SourceError: the text cannot be encoded.

        """
        again = type(self).decode(self.encode(), self.path, self.encoding)
        return replace(again, head=self.head, first_line=self.first_line, is_last=self.is_last)


def splice(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits that do not overlap."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda e: e.span):
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


class Unit(StrEnum):
    """The unit of columns."""

    CODE_POINTS = "code points"
    UTF8 = "utf-8"
    UTF16 = "utf-16"

    def length(self, text: str) -> int:
        """The length of a text in this unit."""
        if self is Unit.UTF8:
            return len(text.encode("utf-8", "surrogatepass"))
        if self is Unit.UTF16:
            return len(text.encode("utf-16-le", "surrogatepass")) // 2
        return len(text)


class Lines:
    """The lines of a text, which end at LF, CRLF or CR.

    `first` is the number of the first of them, where the text is a chunk of a file.
    """

    def __init__(self, text: str, first: int = 1) -> None:
        self.text = text
        self.first = first

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each line, computed on first use."""
        return [0, *_after_line_ends(self.text)]

    def position(self, offset: int, unit: Unit = Unit.CODE_POINTS) -> tuple[int, int]:
        """The line and the column of an offset, both counted from 1."""
        line = bisect_right(self.starts, offset)
        before = self.text[self.starts[line - 1] : offset]
        return self.first + line - 1, unit.length(before) + 1

    def line(self, number: int) -> str:
        """The text of a line without its end."""
        index = number - self.first
        start = self.starts[index]
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def _after_line_ends(text: str) -> Iterator[int]:
    if "\r" not in text:
        at = text.find("\n")
        while at >= 0:
            yield at + 1
            at = text.find("\n", at + 1)
        return
    for at, letter in enumerate(text, 1):
        if letter == "\n" or (letter == "\r" and text[at : at + 1] != "\n"):
            yield at
