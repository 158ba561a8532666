"""The fixes of a file as a patch that `git apply` accepts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import diff_bytes, unified_diff
from typing import NamedTuple

from newslint.core.report import FileReport
from newslint.core.visible import visible
from newslint.reporters.file_path import relative_path
from newslint.reporters.word_diff import Piece, word_diff

NO_NEWLINE = b"\n\\ No newline at end of file\n"
HEADER_LINES = 2
"""The lines of a patch with the names of the file."""
DELETION, ADDITION = b"[-%b-]", b"{+%b+}"
REVERSE = b"\x1b[7m%b\x1b[27m"
BOLD, PLAIN = b"\x1b[1m", b"\x1b[0m"
TINTS = {b"-": b"\x1b[31m", b"+": b"\x1b[32m", b"@": b"\x1b[36m"}
HUNK = re.compile(rb"@@ -(?P<old>\d+)(?P<gone>,?\d*) \+(?P<new>\d+)(?P<come>,?\d*) @@\n")
WIDE = ("utf-16", "utf-32")


def diff(report: FileReport) -> bytes:
    """The patch, in the encoding of the file.

    As in git, only LF ends a line. UTF-16 and UTF-32 are binary to git, and a transcript is not the file:
    their patches are in UTF-8, for reading only.
    """
    before, after = (_lines(_encode(report, text)) for text in (report.before, report.after))
    name = relative_path(report.path).lstrip("/")
    patch = diff_bytes(unified_diff, before, after, _header("a/", name), _header("b/", name))
    placed = (_shift_hunk(line, report.first_line - 1) for line in patch)
    return b"".join(line if line.endswith(b"\n") else line + NO_NEWLINE for line in placed)


def add_colours(patch: bytes) -> bytes:
    """Colour a patch: deletions red, additions green, changed words in reverse."""
    parts: list[bytes] = []
    for change in _changes(patch):
        pieces = change.pieces()
        parts += _highlight(change.gone, [(piece.old, piece.is_change) for piece in pieces])
        parts += _highlight(change.come, [(piece.new, piece.is_change) for piece in pieces])
        parts.append(_tint(change.after))
    return b"".join(parts)


def merge_changed_lines(patch: bytes) -> bytes:
    """A patch with deleted and added lines merged: `the [-the -]bridge`."""
    parts: list[bytes] = []
    for change in _changes(patch):
        for piece in change.pieces():
            old, new = (_encode_text(text) for text in piece)
            if not piece.is_change:
                parts.append(old)
            else:
                parts += [DELETION % old if old else b"", ADDITION % new if new else b""]
        parts.append(change.after[1:] if change.after.startswith(b" ") else change.after)
    merged = b"".join(parts)
    return merged if merged.endswith(b"\n") else merged + b"\n"


class _ChangedLines(NamedTuple):
    """Deleted and added lines that belong together, and the line after them."""

    gone: list[bytes]
    come: list[bytes]
    after: bytes = b""

    def pieces(self) -> list[Piece]:
        """The difference of their texts."""
        old, new = ("".join(map(_text_of, lines)) for lines in (self.gone, self.come))
        return list(word_diff(old, new)) if old and new else [Piece(old, new)]


def _changes(patch: bytes) -> Iterator[_ChangedLines]:
    change = _ChangedLines([], [])
    for number, line in enumerate(_split_lines(patch)):
        lines = change.come if line.startswith(b"+") or change.come else change.gone
        if line.startswith(NO_NEWLINE[1:2]) and lines:
            lines[-1] += line
        elif number >= HEADER_LINES and line.startswith((b"-", b"+")):
            lines.append(line)
        else:
            yield change._replace(after=line)
            change = _ChangedLines([], [])
    yield change


def _text_of(line: bytes) -> str:
    """The text of a changed line, without its mark."""
    return line[1:].removesuffix(NO_NEWLINE).decode("utf-8", "surrogateescape")


def _encode_text(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _highlight(lines: Sequence[bytes], parts: Iterable[tuple[str, bool]]) -> Iterator[bytes]:
    """Yield changed lines in colour; `parts` say what to highlight."""
    rest = [(text, changed) for text, changed in parts if text]
    for line in lines:
        left = len(_text_of(line))
        shown = []
        while left:
            (text, changed), rest = rest[0], rest[1:]
            if len(text) > left:
                rest = [(text[left:], changed), *rest]
            part, left = text[:left], max(left - len(text), 0)
            end = part[len(part.rstrip("\r\n")) :]
            part = part.removesuffix(end)
            shown.append(REVERSE % _encode_text(part) if changed and part else _encode_text(part))
        body = line.removesuffix(NO_NEWLINE)
        tail = body[len(body.rstrip(b"\r\n")) :] + line[len(body) :]
        yield TINTS[line[:1]] + line[:1] + b"".join(shown) + PLAIN + tail


def make_readable(patch: bytes, report: FileReport) -> bytes:
    """Convert a patch to UTF-8 with visible control characters, for people."""
    encoding = "utf-8" if is_display_only(report) else report.encoding
    return b"".join(_make_readable(line, encoding) for line in _split_lines(patch))


def _make_readable(line: bytes, encoding: str) -> bytes:
    """Convert a line, keeping its first character, tabs and line end."""
    body = line.rstrip(b"\r\n")
    text = body[1:].decode(encoding, "backslashreplace")
    return body[:1] + "\t".join(map(visible, text.split("\t"))).encode() + line[len(body) :]


def is_display_only(report: FileReport) -> bool:
    """Whether git cannot apply the patch."""
    return report.transcript or report.encoding.startswith(WIDE)


def _shift_hunk(line: bytes, before: int) -> bytes:
    """A line of a chunk's patch, with the file's line numbers."""
    hunk = HUNK.fullmatch(line) if before else None
    if not hunk:
        return line
    old, new = int(hunk["old"]) + before, int(hunk["new"]) + before
    return b"@@ -%d%s +%d%s @@\n" % (old, hunk["gone"], new, hunk["come"])


def _tint(line: bytes) -> bytes:
    colour = BOLD if line.startswith((b"--- ", b"+++ ")) else TINTS.get(line[:1])
    body = line.rstrip(b"\r\n")
    return colour + body + PLAIN + line[len(body) :] if colour else line


def _encode(report: FileReport, text: str) -> bytes:
    if is_display_only(report):
        return text.encode()
    return report.bom + text.encode(report.encoding, "surrogateescape")


def _lines(data: bytes) -> list[bytes]:
    return list(_split_lines(data))


def _split_lines(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        end = data.find(b"\n", at) + 1 or len(data)
        yield data[at:end]
        at = end


def _header(side: str, name: str) -> bytes:
    """A file name as git writes it: quoted if it has escapes."""
    raw = os.fsencode(side + name)
    if visible(name) != name or any(byte in b'"\\' for byte in raw):
        escaped = (
            f"\\{byte:03o}".encode() if byte < 0x20 or byte in b'"\\\x7f' or byte > 0x7F else bytes([byte])
            for byte in raw
        )
        return b'"' + b"".join(escaped) + b'"'
    return raw + b"\t" if b" " in raw else raw
