"""Checks or fixes texts in memory, whatever they hold."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout

from msgspec import Struct

from newslint.core.diagnostics import Safety
from newslint.core.errors import SourceError, describe
from newslint.core.interrupts import let_pass
from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.linter.linter import Linter

MAX_TEXT = 2_000_000
"""Code points, as of three novels; a longer text is no article, and would take gigabytes."""
MOST_BYTES = 4
"""Bytes of a character in UTF-8, at most."""


class TextLinter(Struct, frozen=True):
    """Checks, fixes or grades texts; errors are in their reports."""

    linter: Linter
    level: Safety | None = None

    def process(self, text: object) -> FileReport:
        """The report of a text, or of bytes in UTF-8."""
        try:
            with redirect_stdout(sys.stderr):  # what a rule prints is no report
                source = Source(_decode(text))
                if self.level is None:
                    return self.linter.check(source)
                if self.level is Safety.SAFE:
                    return self.linter.grade(source)  # which fixes, too
                return self.linter.fix(source, self.level)
        except SourceError as error:
            return FileReport("<text>", error=str(error))
        except BaseException as error:  # noqa: BLE001 - one bad text must not stop the others
            let_pass(error)
            return self.failure(text, f"newslint failed: {describe(error)}")

    def failure(self, text: object, reason: str) -> FileReport:
        """The report of a text that no process could check."""
        known = text if isinstance(text, str) else ""
        return FileReport("<text>", known, known, error=reason)

    def size(self, text: object) -> int:
        """About the bytes of a text."""
        return len(text) if isinstance(text, str | bytes) else 0


def _decode(text: object) -> str:
    """The text of a value.

    Raises:
        SourceError: it is no text, or too long.

    """
    if text is None:
        raise SourceError("there is no text: the value is null")
    if isinstance(text, bytes | bytearray | memoryview):
        text = _decode_bytes(bytes(text))
    if not isinstance(text, str):
        raise SourceError(f"not text but {type(text).__name__}")
    if len(text) > MAX_TEXT:
        raise SourceError(f"text of {len(text):,} characters: newslint reads up to {MAX_TEXT:,}")
    return text


def _decode_bytes(data: bytes) -> str:
    if len(data) > MOST_BYTES * MAX_TEXT:
        raise SourceError(f"text of {len(data):,} bytes: newslint reads up to {MAX_TEXT:,} characters")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = data[error.start]
        raise SourceError(f"not utf-8: byte 0x{byte:02X} at offset {error.start}") from None
