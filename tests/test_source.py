"""Bytes come back as they were; offsets become lines and columns."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.diagnostics import Edit
from newslint.core.errors import SourceError
from newslint.core.positions import Span
from newslint.core.source import Lines, Source, Unit

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"))


@given(TEXT, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_marked_bytes_come_back(text: str, encoding: str) -> None:
    bom = {
        "utf-8": codecs.BOM_UTF8,
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }[encoding]
    data = bom + text.encode(encoding)
    source = Source.decode(data)
    assert (source.text, source.encoding) == (text, encoding)
    assert source.encode() == data


@given(st.binary())
def test_bytes_come_back_or_are_refused(data: bytes) -> None:
    try:
        source = Source.decode(data)
    except SourceError:
        return
    assert source.encode() == data


def test_a_named_encoding_is_used_and_kept() -> None:
    data = "Café “Zürich”".encode("cp1252")
    source = Source.decode(data, encoding="cp1252")
    assert source.text == "Café “Zürich”"
    assert source.with_edits(
        [Edit(Span(0, len(source.text)), "Cafés “Zürich”")]
    ).encode() == "Cafés “Zürich”".encode("cp1252")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"caf\xe9 au lait", "not utf-8: byte 0xE9 at offset 3"),
        (b"a\0b", "NUL at character 1"),
        ("Nowhere".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (b"\xed\xa0\x80", "not utf-8: byte 0xED at offset 0"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "not utf-16-le"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        Source.decode(data)


def test_an_unknown_encoding_is_told() -> None:
    with pytest.raises(SourceError, match="unknown encoding “klingon”"):
        Source.decode(b"x", encoding="klingon")


def test_a_letter_that_the_encoding_lacks_is_told() -> None:
    with pytest.raises(SourceError, match=r"ascii has no “é” \(U\+00E9\)"):
        Source("café", encoding="ascii").encode()


def test_lines_end_as_in_editors() -> None:
    lines = Lines("one\r\ntwo\rthree\nfour\u2028still four\fand still")
    assert lines.starts == [0, 5, 9, 15]
    assert [lines.line(n) for n in (1, 2, 3)] == ["one", "two", "three"]
    assert lines.position(5) == (2, 1)


def test_columns_count_what_is_asked() -> None:
    lines = Lines("first\n🗞é said")
    said = lines.text.index("said")
    assert lines.position(said) == (2, 4)
    assert lines.position(said, Unit.UTF16) == (2, 5)
    assert lines.position(said, Unit.UTF8) == (2, 8)


@given(st.text(st.sampled_from("ab\r\n🗞")))
def test_every_offset_lies_in_its_line(text: str) -> None:
    lines = Lines(text)
    for offset in range(len(text) + 1):
        line, column = lines.position(offset)
        assert lines.starts[line - 1] + column - 1 == offset
