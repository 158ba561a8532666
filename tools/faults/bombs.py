"""Documents made to exhaust time, memory or the stack."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from time import process_time

from newslint.core.errors import ParseError, SourceError
from newslint.formats import FORMATS
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.testing.renderers.docx import archive, member, paragraph, run
from tools.faults.promises import Promise

LONGEST = 10.0
"""Seconds of CPU for one check."""
FULL = 10
"""Factor by which bombs are larger in long runs."""


def promises(trials: int) -> Iterator[Promise]:
    """Check each bomb; bombs are smaller in short runs."""
    promise = Promise(
        f"a document made to exhaust resources takes at most {LONGEST:.0f} seconds of CPU and crashes nothing"
    )
    rules = selection.select()
    for name, (kind, data) in bombs(FULL if trials >= FULL else 1).items():
        begun = process_time()
        try:
            linter = Linter(rules, format=FORMATS[kind])
            linter.check(linter.format.decode(data, name))
            crash = ""
        except (SourceError, ParseError):
            crash = ""
        except BaseException as error:  # noqa: BLE001 - any is a failure
            crash = type(error).__name__
        took = process_time() - begun
        promise.check(not crash and took < LONGEST, f"{name}: {crash} {took:.1f} s")
    yield promise


def bombs(scale: int) -> dict[str, tuple[str, bytes]]:
    """Each by name, with its format."""
    many = 2_000 * scale
    deep = {
        "json": b'{"body":' + b"[" * many,
        "html": b"<div>" * many + b"the the",
        "xml": b"<r>" + b"<p>" * many,
        "markdown": b"> " * many + b"the the",
        "python": b"x = " + b"(" * many,
    }
    texts = {
        "comments": b"<!-- newslint: ignore[double-word] -->\n\nThe the end.\n\n" * 50 * scale,
        "comments alone": b"<!-- newslint: ignore[double-word] -->\n" * 500 * scale,
        "paragraphs": b"a\n\n" * many,
        "quotation marks": "“a ".encode() * 500 * scale,
        "straight marks": b'"a ' * 500 * scale,
        "stops": b". " * 5_000 * scale,
        "spaces": b" " * 15_000 * scale + b".",
        "one word": b"a" * 15_000 * scale,
        "a word and again": b"the " * 3_000 * scale,
        "names": b"Anna Fox said Bob Oak met Anna Oak. " * 150 * scale,
        "figures": b"1,000,000.50 " * 800 * scale,
        "mojibake": "â€™".encode() * 1_500 * scale,
        "brackets": b"[" * 5_000 * scale,
        "entities": b"&amp;" * 2_000 * scale,
        "combining": ("a" + "\u0301" * 5_000 * scale).encode(),
        "long line": b"word " * 20_000 * scale,
    }
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    return (
        {f"deep {kind}": (kind, data) for kind, data in deep.items()}
        | {f"{name} in text": ("plain", data) for name, data in texts.items()}
        | {f"{name} in Markdown": ("markdown", data) for name, data in texts.items()}
        | {
            "billion laughs": ("xml", f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]><r>&l9;</r>'.encode()),
            "file of the system": (
                "xml",
                b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r><p>&x;</p></r>',
            ),
            "aliases": (
                "markdown",
                b"---\n" + b"a: &a [x,x]\n" + b"b: [*a,*a]\n" * 200 * scale + b"---\n\nThe the.\n",
            ),
            "docx that unpacks": ("docx", _docx(" " * 80_000_000)),
            "docx in itself": ("docx", _docx("<w:p>" * many)),
            "docx of a later zip": ("docx", _later(_docx(paragraph(run("the the"))))),
            "columns": ("csv", b"body," * 5_000 * scale + b"\n" + b"the the," * 5_000 * scale),
            "rows": ("csv", b"body\n" + b"the the\n" * 500 * scale),
            "keys": ("json", b"{" + b",".join(b'"k%d":"the the"' % n for n in range(many)) + b"}"),
        }
    )


def _docx(inside: str) -> bytes:
    return archive({"document": member("document", f"<w:body>{inside}</w:body>")})


def _later(data: bytes) -> bytes:
    """The archive, requiring a version of zip that does not exist."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for about in old.infolist():
            about.extract_version = 240
            new.writestr(about, old.read(about.filename))
    return made.getvalue().replace(b"\x14\0", b"\xf0\0")
