"""The repairs of a file as a patch that `git apply` takes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from difflib import diff_bytes, unified_diff
from pathlib import Path

from newslint.core.report import FileReport
from newslint.core.visible import visible

NO_NEWLINE = b"\n\\ No newline at end of file\n"
BOLD, PLAIN = b"\x1b[1m", b"\x1b[0m"
TINTS = {b"-": b"\x1b[31m", b"+": b"\x1b[32m", b"@": b"\x1b[36m"}
HUNK = re.compile(rb"@@ -(?P<old>\d+)(?P<gone>,?\d*) \+(?P<new>\d+)(?P<come>,?\d*) @@\n")
WIDE = ("utf-16", "utf-32")


def diff(report: FileReport) -> bytes:
    """The patch, in the bytes of the file.

    Lines end at LF and nowhere else, as git sees them. Encodings whose letters hold zero bytes are
    binary to git, and a transcript is not the file; for those the patch is for reading only, in UTF-8.
    """
    before, after = (_lines(_encoded(report, text)) for text in (report.before, report.after))
    name = _relative(report.path)
    patch = diff_bytes(unified_diff, before, after, _header("a/", name), _header("b/", name))
    placed = (_placed(line, report.first_line - 1) for line in patch)
    return b"".join(line if line.endswith(b"\n") else line + NO_NEWLINE for line in placed)


def tinted(patch: bytes) -> bytes:
    """A patch for a terminal: what goes in red, what comes in green."""
    return b"".join(_tint(line) for line in _split(patch))


def readable(patch: bytes, report: FileReport) -> bytes:
    """A patch in UTF-8 for people, with control characters shown; not for git."""
    encoding = "utf-8" if for_reading_only(report) else report.encoding
    return b"".join(_readable(line, encoding) for line in _split(patch))


def _readable(line: bytes, encoding: str) -> bytes:
    """A line of it, with its mark, tabs and line end."""
    body = line.rstrip(b"\r\n")
    text = body[1:].decode(encoding, "backslashreplace")
    return body[:1] + "\t".join(map(visible, text.split("\t"))).encode() + line[len(body) :]


def for_reading_only(report: FileReport) -> bool:
    """Whether git could not apply the patch."""
    return report.transcript or report.encoding.startswith(WIDE)


def _placed(line: bytes, before: int) -> bytes:
    """A line of a patch of a stretch that begins after some lines of the file."""
    hunk = HUNK.fullmatch(line) if before else None
    if not hunk:
        return line
    old, new = int(hunk["old"]) + before, int(hunk["new"]) + before
    return b"@@ -%d%s +%d%s @@\n" % (old, hunk["gone"], new, hunk["come"])


def _tint(line: bytes) -> bytes:
    colour = BOLD if line.startswith((b"--- ", b"+++ ")) else TINTS.get(line[:1])
    body = line.rstrip(b"\r\n")
    return colour + body + PLAIN + line[len(body) :] if colour else line


def _encoded(report: FileReport, text: str) -> bytes:
    if for_reading_only(report):
        return text.encode()
    return report.bom + text.encode(report.encoding, "surrogateescape")


def _lines(data: bytes) -> list[bytes]:
    return list(_split(data))


def _split(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        end = data.find(b"\n", at) + 1 or len(data)
        yield data[at:end]
        at = end


def _relative(path: str) -> str:
    """From here, if it lies below; git knows no other places."""
    place = Path(path)
    if place.is_absolute() and place.is_relative_to(Path.cwd()):
        place = place.relative_to(Path.cwd())
    return place.as_posix().lstrip("/")


def _header(side: str, name: str) -> bytes:
    """A name as git writes it: in quotes if it needs escapes, before a tab if it has spaces."""
    raw = os.fsencode(side + name)
    if visible(name) != name or any(byte in b'"\\' for byte in raw):
        escaped = (
            f"\\{byte:03o}".encode() if byte < 0x20 or byte in b'"\\\x7f' or byte > 0x7F else bytes([byte])
            for byte in raw
        )
        return b'"' + b"".join(escaped) + b'"'
    return raw + b"\t" if b" " in raw else raw
