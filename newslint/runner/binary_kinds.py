"""Binary files known by their first bytes, and advice for each."""

from __future__ import annotations

import os
from pathlib import Path

DOCUMENT = "save it as .docx or .txt first"
PICTURE = "newslint does not read pictures"
ARCHIVE = "unpack it first"

ZIP = b"PK\x03\x04"
FIRST_NAME = 30
"""The offset of the name of the first file in a zip archive."""
LONGEST = 100
"""Bytes that are enough to know a kind."""
IN_ZIP = {
    b"mimetypeapplication/epub+zip": ("an EPUB book", DOCUMENT),
    b"mimetypeapplication/vnd.oasis.opendocument": ("an OpenDocument file", DOCUMENT),
    b"[Content_Types].xml": ("an Office file", "a Word file must be named .docx; save others as .txt first"),
}
KINDS = {
    b"%PDF-": ("a PDF", DOCUMENT),
    b"{\\rtf": ("a rich text file (RTF)", DOCUMENT),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("an old Word or Office file", DOCUMENT),
    b"\x89PNG\r\n\x1a\n": ("a PNG picture", PICTURE),
    b"\xff\xd8\xff": ("a JPEG picture", PICTURE),
    b"GIF87a": ("a GIF picture", PICTURE),
    b"GIF89a": ("a GIF picture", PICTURE),
    b"II*\0": ("a TIFF picture", PICTURE),
    b"MM\0*": ("a TIFF picture", PICTURE),
    b"\x1f\x8b\x08": ("packed with gzip", ARCHIVE),
    b"BZh": ("packed with bzip2", ARCHIVE),
    b"\xfd7zXZ\0": ("packed with xz", ARCHIVE),
    b"\x28\xb5\x2f\xfd": ("packed with Zstandard", ARCHIVE),
    b"7z\xbc\xaf\x27\x1c": ("a 7-Zip archive", ARCHIVE),
    b"Rar!\x1a\x07": ("a RAR archive", ARCHIVE),
    ZIP: ("a zip archive", ARCHIVE),
}
"""The first bytes of each kind, its name, and advice."""


def advice(data: bytes) -> str:
    """Advice for data that are known not to be text, or empty."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _message("a WebP picture", PICTURE)
    if data.startswith(ZIP):
        for start, about in IN_ZIP.items():
            if data.startswith(start, FIRST_NAME):
                return _message(*about)
    for start, about in KINDS.items():
        if data.startswith(start):
            return _message(*about)
    return ""


def advice_on(path: str) -> str:
    """The same for a regular file; empty, too, if it cannot be read."""
    try:
        if not os.path.isfile(path):  # noqa: PTH113 - a pipe would be emptied
            return ""
        with Path(path).open("rb") as file:
            return advice(file.read(LONGEST))
    except OSError:
        return ""


def _message(kind: str, advised: str) -> str:
    return f"this is {kind}, not text; {advised}"
