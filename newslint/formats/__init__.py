"""Parsers, one module per format, imported on first use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import BinaryIO, Protocol, cast

from msgspec import Struct

from newslint.core.errors import ParseError, SourceError
from newslint.core.extras import install_advice
from newslint.core.segments import ParseOptions
from newslint.core.source import Source
from newslint.text.document import ParsedFile


class MissingPackage(ParseError):
    """A format needs a package that is not installed."""


class Parser(Protocol):
    """The interface of a format's module.

    A module may also define `declared_encoding(data)`, the encoding that a file names in itself, and
    `decode(data, path, encoding)`, for files that are not, or not entirely, text. A format that
    `streams` or `splits` defines `split_points(file, size, lines)`, the byte ranges of about that size or
    so many lines that hold whole records or paragraphs, and may define `head(source)`, the text at the
    beginning of the file that every range needs.
    """

    def parse(self, source: Source, parse_options: ParseOptions) -> ParsedFile:
        """Parse a source into articles.

        Raises:
            ParseError: the text cannot be parsed; the message says where.

        """
        ...


class Format(Struct, frozen=True):
    """A file format: its name, file extensions, and the extra it needs."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    extra: str = ""
    streams: bool = False
    """Whether a file of any size can be read, some records at a time."""
    splits: bool = False
    """Whether a file of very many paragraphs is read some paragraphs at a time."""

    @property
    def module(self) -> ModuleType:
        """The module of the format, imported on first use.

        Raises:
            MissingPackage: the format needs a package that is not installed.

        """
        with self._packages():
            return import_module(f"newslint.formats.{self.name}")

    def parse(self, source: Source, parse_options: ParseOptions) -> ParsedFile:
        """Parse a source into articles.

        Raises:
            ParseError: the text cannot be parsed, or a package for it is missing.

        """
        with self._packages():
            return cast("Parser", self.module).parse(source, parse_options)

    @contextmanager
    def _packages(self) -> Iterator[None]:
        """Turn the import error of a missing package into advice."""
        try:
            yield
        except ModuleNotFoundError as error:
            if not self.extra or (error.name or "").startswith("newslint"):
                raise
            raise MissingPackage(
                f"{self.title} needs the package {error.name}, which is not installed; "
                f"{install_advice(self.extra)}"
            ) from None

    def split_points(self, file: BinaryIO, size: int, lines: int) -> Iterator[tuple[int, int]]:
        """The byte ranges of a file that hold whole records or paragraphs.

        Raises:
            ParseError: a record is too long.

        """
        yield from self.module.split_points(file, size, lines)

    def head(self, source: Source) -> str:
        """The beginning of a file, which each of its ranges needs."""
        module = self.module
        return cast("str", module.head(source)) if source.text and hasattr(module, "head") else ""

    def decode(self, data: bytes, path: str, encoding: str | None = None) -> Source:
        """Decode a file; an encoding that it declares overrides `encoding`.

        Raises:
            SourceError: the bytes are not of this format.
            MissingPackage: the format needs a package that is not installed.

        """
        module = self.module
        if hasattr(module, "decode"):
            return cast("Source", module.decode(data, path, encoding))
        declared: str | None = (
            module.declared_encoding(data) if hasattr(module, "declared_encoding") else None
        )
        try:
            return Source.decode(data, path, declared or encoding)
        except SourceError as error:
            if declared and not str(error).startswith("looks binary"):
                raise SourceError(f"the file declares its encoding as {declared}, but is {error}") from None
            raise


FORMATS = {
    made.name: made
    for made in (
        Format("plain", "plain text", (".txt", ".text"), splits=True),
        Format("markdown", "Markdown", (".md", ".markdown", ".mdx"), splits=True),
        Format("html", "HTML", (".html", ".htm", ".xhtml")),
        Format("json", "JSON", (".json",)),
        Format("jsonl", "JSON lines", (".jsonl", ".ndjson"), streams=True),
        Format("csv", "CSV", (".csv", ".tsv"), streams=True),
        Format("xml", "XML", (".xml", ".nitf", ".newsml")),
        Format("docx", "Word", (".docx",)),
        Format("python", "Python", (".py", ".pyi"), "formats"),
    )
}
PLAIN = FORMATS["plain"]
VALUE = Format("value", "a value of data", ())
"""The format of a string in a table or a data set; no file has it."""
SUFFIXES = {suffix: made for made in FORMATS.values() for suffix in made.suffixes}


def by_suffix(path: str) -> Format | None:
    """The format for the extension of a file name, if any."""
    return SUFFIXES.get(os.path.splitext(path)[1].lower())  # noqa: PTH122 - ten times as fast as Path
