"""Bytes that are no text in a row of JSON lines or CSV are that row's trouble only."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import newslint

from newslint.core.errors import SourceError
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.linter.linter import Linter
from newslint.rules import selection

RULES = selection.select(["double-word"])
NUL = "contains NUL, which text never does"
BYTE = (
    "not utf-8: byte 0x{}; if the whole file is in another encoding, name it in the configuration "
    '(encoding = "cp1252")'
)
FILES = {
    "jsonl": [
        b'{"text":"The the boat."}',
        b'{"text":"The the %s b."}',
        b'{"text":"The the caf\xc3\xa9."}',
        b"{}",
    ],
    "csv": [b"id,text", b"1,The the boat.", b'2,"The the %s b."', b'3,"The the\r\n caf\xc3\xa9."', b"4,x"],
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    ("byte", "problem"),
    [
        (b"\0", NUL),
        (b"\0\0\xff", NUL),
        (b"\xe9", BYTE.format("E9")),
        (b"\xed\xb2\x80", BYTE.format("ED")),
        (b"\xc3\0", BYTE.format("C3")),
    ],
)
def test_other_rows_are_checked_and_fixed(name: str, bom: bytes, byte: bytes, problem: str) -> None:
    lines = FILES[name]
    data = bom + b"\n".join(line.replace(b"%s", byte) for line in lines)
    report = Linter(RULES, format=FORMATS[name]).fix(FORMATS[name].decode(data, f"a.{name}"))
    number = 1 + next(at for at, line in enumerate(lines) if b"%s" in line)
    assert report.error == f"line {number}: {problem}"
    good = data.replace(b"The the", b"The").replace(b"The " + byte, b"The the " + byte)
    assert report.output == good
    assert len(report.fixed) == 2


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_text_is_refused(name: str) -> None:
    rows = b"\n".join(line.replace(b"%s", b"x") for line in FILES[name]).decode()
    wide = [rows.encode(encoding) for encoding in ("utf-16-le", "utf-16-be", "utf-32-le")]
    for data in (*wide, b"a\0\n" * 9, b"\x89PNG\0\0\n\0\xff"):
        with pytest.raises(SourceError):
            FORMATS[name].decode(data, f"a.{name}")


@pytest.mark.parametrize("name", FILES)
def test_a_configured_encoding_is_that_of_the_file(name: str) -> None:
    data = b"\n".join(line.replace(b"%s", b"\xe9") for line in FILES[name]).replace(b"\xc3\xa9", b"\xe9")
    source = FORMATS[name].decode(data, f"a.{name}", "cp1252")
    report = Linter(RULES, format=FORMATS[name]).fix(source)
    assert report.error is None
    assert report.output == data.replace(b"The the", b"The")
    lacking = FORMATS[name].decode(data.replace(b"\xe9 b", b"\x81 b"), f"a.{name}", "cp1252")
    assert (Linter(RULES, format=FORMATS[name]).check(lacking).error or "").endswith(
        BYTE.format("81").removeprefix("not utf-8")
    )


@pytest.mark.parametrize("name", FILES)
def test_a_row_that_is_broken_otherwise_is_kept_too(name: str) -> None:
    broken = {"jsonl": b'{"text": "The the', "csv": b'5,"The the" boat'}[name]
    data = b"\n".join([*FILES[name][:2], broken, *FILES[name][2:]]).replace(b"%s", b"x")
    report = Linter(RULES, format=FORMATS[name]).fix(FORMATS[name].decode(data, f"a.{name}"))
    assert (report.error or "").startswith("line 3: ")
    assert report.output is not None
    assert report.output == data.replace(b"The the", b"The").replace(
        broken.replace(b"The the", b"The"), broken
    )


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("options", [("check",), ("check", "--output-format", "json"), ("fix", "--diff")])
def test_nothing_fails_to_print(
    name: str, options: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = b"\n".join(line.replace(b"%s", b"\xe9\0") for line in FILES[name]) + b"\n"
    Path(f"a.{name}").write_bytes(data)
    result = newslint(*options, "--select", "double-word", f"a.{name}")
    assert result.code == 3
    assert "Traceback" not in result.err
    assert b"byte 0xE9" in result.bytes + result.err.encode()


def test_plain_text_is_still_refused() -> None:
    with pytest.raises(SourceError, match="NUL"):
        Source.decode(b"It\0 rained.")
