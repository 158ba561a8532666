"""From the text of a file to its articles; one module a format, imported when a file asks for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import BinaryIO, Protocol, cast

from newslint.core.errors import ParseError, SourceError
from newslint.core.segments import ParseOptions
from newslint.core.source import Source
from newslint.text.document import ParsedFile


class MissingPackage(ParseError):
    """A format needs a package that is not installed."""


class Parser(Protocol):
    """What the module of a format offers.

    It may also have `declared(data)`, the encoding that a file names in itself, and
    `decode(data, path, encoding)`, where the bytes are no text or not all of them are. A format that
    `streams` has `cuts(file, size)`, the byte ranges of about that size that hold whole records, and may
    have `head(source)`, the text at the beginning that every range needs.
    """

    def parse(self, source: Source, parse_options: ParseOptions) -> ParsedFile:
        """Find the articles of a source.

        Raises:
            UnreadableProse: no prose can be made of the text; the message says where it fails.

        """
        ...


@dataclass(frozen=True)
class Format:
    """A file format: what people call it, the ends of its file names, and the extra that it needs."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    extra: str = ""
    streams: bool = False
    """Whether a file of any size can be read, some records at a time."""

    @property
    def module(self) -> ModuleType:
        """Its reader, imported now at the latest.

        Raises:
            MissingPackage: it needs a package that is not installed.

        """
        with self._packages():
            return import_module(f"newslint.formats.{self.name}")

    def parse(self, source: Source, parse_options: ParseOptions) -> ParsedFile:
        """Find the articles of a source.

        Raises:
            UnreadableProse: no prose can be made of the text, or a package is missing for it.

        """
        with self._packages():
            return cast("Parser", self.module).parse(source, parse_options)

    @contextmanager
    def _packages(self) -> Iterator[None]:
        """Say how to get a package that is missing."""
        try:
            yield
        except ModuleNotFoundError as error:
            if not self.extra or (error.name or "").startswith("newslint"):
                raise
            raise MissingPackage(
                f"{self.title} needs the package {error.name}, which is not installed: "
                f"pip install 'newslint[{self.extra}]'"
            ) from None

    def cuts(self, file: BinaryIO, size: int) -> Iterator[tuple[int, int]]:
        """The byte ranges of a file that hold whole records, in order and without gaps.

        Raises:
            UnreadableProse: a record is too long.

        """
        yield from self.module.cuts(file, size)

    def head(self, source: Source) -> str:
        """The text at the beginning of a file that every range of it needs."""
        module = self.module
        return cast("str", module.head(source)) if source.text and hasattr(module, "head") else ""

    def decode(self, data: bytes, path: str, encoding: str | None = None) -> Source:
        """The text of a file; the encoding that the file declares goes before `encoding`.

        Raises:
            SourceError: the bytes are none of this format.
            MissingPackage: it needs a package that is not installed.

        """
        module = self.module
        if hasattr(module, "decode"):
            return cast("Source", module.decode(data, path, encoding))
        declared: str | None = module.declared(data) if hasattr(module, "declared") else None
        try:
            return Source.decode(data, path, declared or encoding)
        except SourceError as error:
            if declared and not str(error).startswith("looks binary"):
                raise SourceError(f"the file declares its encoding as {declared}, but is {error}") from None
            raise


FORMATS = {
    made.name: made
    for made in (
        Format("plain", "plain text", (".txt", ".text")),
        Format("markdown", "Markdown", (".md", ".markdown", ".mdx"), "markdown"),
        Format("html", "HTML", (".html", ".htm", ".xhtml")),
        Format("json", "JSON", (".json",)),
        Format("jsonl", "JSON lines", (".jsonl", ".ndjson"), streams=True),
        Format("csv", "CSV", (".csv", ".tsv"), streams=True),
        Format("xml", "XML", (".xml", ".nitf", ".newsml")),
        Format("docx", "Word", (".docx",)),
        Format("python", "Python", (".py", ".pyi"), "python"),
    )
}
PLAIN = FORMATS["plain"]
SUFFIXES = {suffix: made for made in FORMATS.values() for suffix in made.suffixes}


def by_suffix(path: str) -> Format | None:
    """The format that the name of a file tells, if it does."""
    return SUFFIXES.get(os.path.splitext(path)[1].lower())  # noqa: PTH122 - a tenth of the time
