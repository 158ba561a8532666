"""Random and broken files of every format, checked and fixed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from random import Random
from time import process_time
from unittest.mock import patch

from newslint.core.diagnostics import Fix, Safety
from newslint.core.errors import ParseError, SourceError
from newslint.core.source import Source
from newslint.fixer import fixer, verification
from newslint.formats import FORMATS
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.text.document import ParsedFile
from tools.edits import NASTY
from tools.faults.promises import Promise

LONGEST = 5.0
"""Seconds of CPU for one input."""
DAMAGE = (
    *(
        " the the ",
        "..",
        " ,",
        ",,",
        " .",
        "â€™",
        "Ã©",
        "“",
        "”",
        '"',
        "’",
        "(",
        ")",
        "\u200b",
        "\ufeff",
        "\xad",
    ),
    *(
        "Mr. Fox said",
        "said said",
        "U.S.",
        "S\xa0.",
        "$5 dollars",
        "5 %",
        "1.000,50",
        "3 p.m..",
        "NATO",
        "Oslo.",
    ),
    *(
        "he’ s",
        "do n't",
        "\u3000",
        "。",
        "，",
        "\u202e",
        "e\u0301",
        "&amp;amp;",
        "<|endoftext|>",
        "Read more:",
        "\n\n",
    ),
    *(
        "<!-- newslint: ignore -->",
        "{% if %}",
        "[sic]",
        "https://a.b/c",
        "@x",
        "#y",
        "\x85",
        "\x0c",
        "\0",
        "2014,",
    ),
)
"""What rules look for, and what may confuse them."""


class Fuzz:
    """Promises about random input, and their trials."""

    def __init__(self) -> None:
        self.crashes = Promise("no input of any format crashes newslint or a rule")
        self.time = Promise(f"no input takes more than {LONGEST:.0f} seconds of CPU")
        self.rest = Promise("a second run changes nothing that the first one fixed")
        self.bytes = Promise("a fix changes no byte outside its edits")
        self.rules = selection.select()
        self.linters = {name: Linter(self.rules, format=made) for name, made in FORMATS.items()}

    def run(self, trials: int) -> Iterator[Promise]:
        """Try so many inputs, the formats in turn."""
        names = list(FORMATS)
        with suppress(Exception):  # what is built once would count for the first trial
            self.linters["plain"].check(" ".join(DAMAGE))
        with patch.object(fixer, "verify", self._verify):
            for number in range(trials):
                name = names[number % len(names)]
                self.try_input(name, number)
        yield from (self.crashes, self.time, self.rest, self.bytes)

    def try_input(self, name: str, number: int) -> None:
        """Fix a numbered input twice; every second with unsafe fixes."""
        what = f"{name} {number}"
        data = make_file(name, Random(what))  # noqa: S311 - repeatable, not secret
        level = (Safety.SAFE, Safety.UNSAFE)[number // len(FORMATS) % 2]
        begun = process_time()
        try:
            problem = self._fix_twice(name, data, what, level)
        except (SourceError, ParseError):
            problem = ""
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            problem = f"{type(error).__name__}: {error}"
        took = process_time() - begun
        self.crashes.check(not problem, f"{what}: {problem}")
        self.time.check(took < LONGEST, f"{what}: {took:.1f} s")

    def _fix_twice(self, name: str, data: bytes, what: str, level: Safety) -> str:
        linter = self.linters[name]
        first = linter.fix(linter.format.decode(data, what), level)
        problem = first.error if first.error and "rule " in first.error else ""
        if first.output is not None:
            again = linter.fix(linter.format.decode(first.output, what), level)
            self.rest.check(not again.has_changes, f"{what}: {again.before[:200]!r} → {again.after[:200]!r}")
        return problem

    def _verify(self, parsed: ParsedFile, fixes: Sequence[Fix], parse: fixer.Parse) -> ParsedFile:
        """Call `verify`, and compare the bytes with those of the edits."""
        after = verification.verify(parsed, fixes, parse)
        if fixes:
            expected = _expected_bytes(parsed.source, fixes)
            kept = after.source.encode() == expected if expected is not None else _same_faults(parsed, after)
            self.bytes.check(kept, parsed.source.path)
        return after


def promises(trials: int) -> Iterator[Promise]:
    """All promises about random input."""
    yield from Fuzz().run(trials)


def make_file(name: str, dice: Random) -> bytes:
    """A file: a few odd words, a document, or one with damage."""
    documents = import_module(f"tools.documents.{name}")
    way = dice.random()
    if way < 0.5 and name != "docx":
        words = dice.choices((*DAMAGE, *NASTY), k=dice.randint(1, 14))
        return _in_prose_of(name, "".join(words)).encode("utf-8", "surrogatepass")
    data: bytes = documents.document(dice)
    return data if way < 0.6 else _damage(data, name, dice)


def _in_prose_of(name: str, text: str) -> str:
    """A text as the prose of a format, with no mark escaped."""
    frames = {
        "html": "<p>{}</p>",
        "json": '{{"body": "{}"}}',
        "jsonl": '{{"body": "{}"}}\n',
        "csv": "id,body\n1,{}\n",
        "xml": "<nitf><body><p>{}</p></body></nitf>",
        "python": '"""{}"""\n',
    }
    return frames.get(name, "{}").format(text)


def _damage(data: bytes, name: str, dice: Random) -> bytes:
    """A document with damage inserted, bytes changed, or its end cut."""
    for _ in range(dice.randint(1, 5)):
        at = dice.randrange(len(data) + 1)
        way = dice.randrange(8) if name != "docx" else 5 + dice.randrange(3)
        if way < 5:
            data = data[:at] + dice.choice(DAMAGE).encode() + data[at:]
        elif way == 5:
            data = data[:at] + dice.randbytes(1) + data[at + 1 :]
        elif way == 6:
            data = data[:at] + data[at + dice.randint(1, 9) :]
        elif dice.random() < 0.3:
            data = data[:at]
    return data


def _expected_bytes(source: Source, fixes: Sequence[Fix]) -> bytes | None:
    """A file's bytes after edits, or None if it is not text."""
    if source.transcript:
        return None
    parts, at = [source.bom], 0
    for edit in sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: edit.span):
        parts += [
            source.text[at : edit.span.start].encode(source.encoding, "surrogateescape"),
            edit.text.encode(source.encoding),
        ]
        at = edit.span.end
    return b"".join([*parts, source.text[at:].encode(source.encoding, "surrogateescape")])


def _same_faults(before: ParsedFile, after: ParsedFile) -> bool:
    """Whether the first broken member of an archive is the same."""
    return _first_fault(before.source.encode()) == _first_fault(after.source.encode())


def _first_fault(data: bytes) -> str | None:
    try:
        return zipfile.ZipFile(io.BytesIO(data)).testzip()
    except zlib.error as error:
        return str(error)
