"""Files that are known not to be text by their first bytes, and what to do about them."""

from __future__ import annotations

DOCUMENT = "save it as .docx or .txt first"
PICTURE = "newslint reads no pictures"
ARCHIVE = "unpack it first"

ZIP = b"PK\x03\x04"
FIRST_NAME = 30
"""Where the name of the first file in a zip archive begins."""
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
"""How each kind begins, what it is called and what to do about it."""


def advice(data: bytes) -> str:
    """What to say of data that is known not to be text; empty for all other data."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _said("a WebP picture", PICTURE)
    if data.startswith(ZIP):
        for start, about in IN_ZIP.items():
            if data.startswith(start, FIRST_NAME):
                return _said(*about)
    for start, about in KINDS.items():
        if data.startswith(start):
            return _said(*about)
    return ""


def _said(kind: str, advised: str) -> str:
    return f"this is {kind}, not text; {advised}"
