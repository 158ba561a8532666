"""Plain text: paragraphs, gaps, folded lines and comments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.errors import ParseError
from newslint.core.segments import BlockKind, Editability
from newslint.core.source import Source
from newslint.formats import FORMATS, Format
from newslint.formats.plain import parse
from newslint.linter.linter import MAX_PARAGRAPH, Linter
from newslint.rules import selection

FOLDED = """The harbour authority said on Tuesday that dredging of the northern
channel would begin in March, two months later than it had planned,
because a contractor withdrew.

Ships now wait a day on average, according to the port's own figures
for January.
"""


def shape(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in parse(Source(text)).blocks]


def test_a_line_is_a_paragraph() -> None:
    assert shape("Port reopens\n\nShips came back.\nSo did gulls.\n") == [
        ("headline", "Port reopens"),
        ("gap", "\n\n"),
        ("paragraph", "Ships came back."),
        ("gap", "\n"),
        ("paragraph", "So did gulls."),
        ("gap", "\n"),
    ]


def test_folded_lines_are_one_paragraph() -> None:
    prose = [text for kind, text in shape(FOLDED) if kind != "gap"]
    assert len(prose) == 2
    assert "northern channel would" in prose[0]
    assert prose[1].endswith("figures for January.")


def test_a_line_end_inside_a_paragraph_cannot_be_edited() -> None:
    block = parse(Source(FOLDED)).blocks[0]
    spaces = [segment for segment in block.source.segments if segment.editability is Editability.READ_ONLY]
    assert [segment.text for segment in spaces] == [" ", " "]


def test_verse_is_not_folded_prose() -> None:
    poem = "The tide went out\nand took the boats\nwhile we were asleep on the wall\nof the mill\n"
    assert len([1 for kind, _ in shape(poem) if kind != "gap"]) == 4


def test_a_comment_line_is_no_prose() -> None:
    reading = parse(Source("One.\n<!-- newslint: ignore[double-word] a band -->\nDuran Duran.\n"))
    assert [c.text for c in reading.comments] == ["newslint: ignore[double-word] a band"]
    assert [text for text in reading.documents[0].texts if text] == ["One.", "Duran Duran."]


@given(st.text(st.sampled_from("a. \n\r\t\u2028\f<!->”")))
def test_the_view_of_a_plain_file_is_its_text(text: str) -> None:
    reading = parse(Source(text))
    document = reading.documents[0]
    shown = {
        offset
        for part in document.sources
        for p in part.segments
        for offset in range(p.span.start, p.span.end)
    }
    shown |= {
        offset for comment in reading.comments for offset in range(comment.span.start, comment.span.end)
    }
    assert shown == set(range(len(text)))
    for part in document.sources:
        for segment in part.segments:
            assert segment.editability is Editability.READ_ONLY or segment.span.of(text) == segment.text


def test_data_is_not_read_as_prose() -> None:
    with pytest.raises(ParseError, match="paragraph of 200,001 characters"):
        Linter(()).parse(Source("x" * (MAX_PARAGRAPH + 1)))


@pytest.mark.parametrize("text", ["", "\n", " \n\t", "\ud800", "\r\r\n"])
def test_odd_files_can_be_read(text: str) -> None:
    assert all(block.kind is BlockKind.GAP or block.text for block in parse(Source(text)).blocks)


@pytest.mark.parametrize("language_format", [FORMATS["plain"], FORMATS["markdown"]])
def test_a_million_tiny_paragraphs_are_data(language_format: Format) -> None:
    """They would take a gigabyte, and nothing in them is news."""
    linter = Linter(selection.select(["double-word"]), format=language_format)
    report = linter.check(Source("The the\n\n" * 200_001))
    assert report.error is not None
    assert report.error.startswith(
        "not prose: 200,001 lines of 9 characters on average; newslint reads up to"
    )
