"""Sheets: which columns are prose, where the cells stand, and how they may be rewritten."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.diagnostics import Change
from newslint.core.errors import ParseError
from newslint.core.positions import Range
from newslint.core.segments import FieldRole, ParseOptions
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.formats.csv import head, parse, split_points
from newslint.formats.csv.cells import records
from newslint.linter.linter import Linter
from newslint.rules import selection

SHEET = (
    "id,Headline,Body text,url\r\n"
    '1,Crane stays,"The board said ""yes"", twice.\r\n\r\nThe the crane stays.",https://example.org/1\r\n'
    "\r\n"
    "2,Tide tables,High at six..,https://example.org/2\r\n"
)


def articles(
    text: str, path: str = "a.csv", fields: dict[str, FieldRole] | None = None
) -> list[list[tuple[str, str, str]]]:
    reading = parse(Source(text, path), ParseOptions(fields=fields or {}))
    return [[(b.source.name, b.kind.value, b.text) for b in d.blocks] for d in reading.documents]


def texts(text: str, path: str = "a.csv") -> list[list[str]]:
    return [[said for _, _, said in blocks] for blocks in articles(text, path)]


def repaired(text: str) -> str:
    return Linter(selection.select(), format=FORMATS["csv"]).fix(Source(text)).after


def test_a_row_is_an_article() -> None:
    assert articles(SHEET) == [
        [
            ("Headline", "headline", "Crane stays"),
            ("Body text", "paragraph", 'The board said "yes", twice.'),
            ("Body text", "gap", "\r\n\r\n"),
            ("Body text", "paragraph", "The the crane stays."),
        ],
        [("Headline", "headline", "Tide tables"), ("Body text", "paragraph", "High at six..")],
    ]


def test_repairs_change_nothing_else() -> None:
    assert repaired(SHEET) == SHEET.replace("The the", "The").replace("six..", "six.")


def test_a_finding_names_its_column() -> None:
    found = Linter(selection.select(), format=FORMATS["csv"]).check(Source(SHEET)).diagnostics
    assert [(d.field, d.quote) for d in found] == [("Body text", "The the"), ("Body text", "..")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_that_of_the_header(delimiter: str) -> None:
    header = delimiter.join(("id", "title", '"text"', "a, b; c" if delimiter in "\t|" else "d"))
    row = delimiter.join(("1", "Crane stays", '"One, two; three | four\tfive."', ""))
    assert texts(f"{header}\n{row}\n") == [["Crane stays", "One, two; three | four\tfive."]]


def test_a_header_of_one_column() -> None:
    assert texts('text\n"It rained, then stopped."\n') == [["It rained, then stopped."]]


def test_a_name_that_ends_in_tsv_means_tabs() -> None:
    assert texts("text,title\ttext\n1\tIt rained, it did.\n", "a.tsv") == [["It rained, it did."]]


def test_columns_can_be_named() -> None:
    text = "blurb,text,Meta.Note\nIt rained.,It snowed.,It hailed.\n"
    fields = {"Blurb": FieldRole.CAPTION, "text": FieldRole.NOTHING, "meta.note": FieldRole.TEXT}
    assert articles(text, fields=fields) == [
        [("blurb", "caption", "It rained."), ("Meta.Note", "paragraph", "It hailed.")]
    ]


def test_a_sheet_without_known_columns_says_how_to_name_them() -> None:
    reading = parse(Source("year;crop;tonnes\n2025;rye;40\n"))
    assert not reading.documents
    assert reading.note.startswith("no known prose column among year, crop, tonnes;")
    assert "[fields]" in reading.note


def test_html_in_a_cell() -> None:
    assert texts('id,content\n1,"<p>One <a href=""/x"">link</a>.</p><p>Two.</p>"\n') == [
        ["One link.", "Two."]
    ]


@pytest.mark.parametrize(
    ("row", "error", "left"),
    [
        ("2,It rained.", "2 cells, but the header has 3", ["It rained."]),
        ("2,It rained, and it poured.,x", "4 cells, but the header has 3", None),
        ("2,It rained.,x,,", "", ["It rained."]),
        (
            '2,"It" rained.,x',
            "text follows a closing quotation mark; one that is part of the text is doubled",
            None,
        ),
        ('2,"It rained.,x', "a quotation mark is never closed", None),
        ('2,5" of rain.,x', "", ['5" of rain.']),
    ],
)
def test_a_row_that_does_not_fit_is_told_of_and_the_rest_is_read(
    row: str, error: str, left: list[str] | None
) -> None:
    text = f"id,text,x\n1,One.,x\n{row}\n3,Three.,x\n"
    reading = parse(Source(text))
    assert reading.errors == ((f"line 3: {error}",) if error else ())
    assert texts(text) == [["One."], *([left] if left else []), ["Three."]]


def test_many_bad_rows_are_not_all_listed() -> None:
    errors = parse(Source("id,text\n" + "1\n" * 500)).errors
    assert len(errors) == 21
    assert errors[20] == "line 22: malformed, with 479 more after it"


@pytest.mark.parametrize(
    ("cell", "new", "written"),
    [
        ('"A crane"', 'a "b", c\nd', 'a ""b"", c\nd'),
        ("A crane", "a b", "a b"),
        ("A crane", 'a"b', None),
        ("A crane", "a,b", None),
        ("A crane", "a;b", "a;b"),
        ("A crane", "a\nb", None),
        ("A crane", "a\rb", None),
        ('"A crane"', "\0", None),
    ],
)
def test_new_text_is_written_as_the_cell_demands(cell: str, new: str, written: str | None) -> None:
    (block,) = parse(Source(f"id,text\n1,{cell}\n")).blocks
    edit = block.source.edit(Change(Range(0, 1), new))
    assert (edit.text if edit else None) == written


def test_a_doubled_quotation_mark_is_one_character() -> None:
    text = 'id,text\n1,"A ""b"" c."\n'
    (block,) = parse(Source(text)).blocks
    edit = block.source.edit(Change(Range(2, 3), "“"))
    assert edit is not None
    assert (edit.span.of(text), edit.text) == ('""', "“")


@given(
    st.lists(st.lists(st.text('a é",;\n', max_size=6), min_size=1, max_size=4), min_size=1, max_size=5),
    st.sampled_from(",;\t|"),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_cells_are_those_that_python_reads(
    rows: list[list[str]], delimiter: str, quoting: int, end: str
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    text = file.getvalue()
    seen = [
        [cell.of(text).replace('""', '"') if cell.is_quoted else cell.of(text) for cell in record.cells]
        for record in records(text, delimiter)
    ]
    assert seen == rows


@given(st.text('a,"\n\r', max_size=14))
def test_any_text_is_cut_up_as_python_does(text: str) -> None:
    rows = list(csv.reader(io.StringIO(text, newline="")))
    found = list(records(text, ","))
    if any("never" in record.problem for record in found):
        return
    assert [len(record.cells) for record in found] == [len(row) or 1 for row in rows]


@pytest.mark.parametrize("size", [1, 30, 120, 10_000])
def test_cuts_fall_between_rows(size: int) -> None:
    data = b"\xef\xbb\xbf" + SHEET.encode() + b'3,"5"" of rain, ""it\n said""",5" x,\r\n4,a,b,c'
    ranges = list(split_points(io.BytesIO(data), size, 10_000))
    assert b"".join(data[a:b] for a, b in ranges) == data
    whole = parse(Source(data.decode("utf-8-sig")))
    first = head(Source(data.decode("utf-8-sig")))
    parts = [
        parse(
            Source(
                data[a:b].decode("utf-8-sig"), head=first if a else "", first_line=data[:a].count(b"\n") + 1
            )
        )
        for a, b in ranges
    ]
    assert [b.text for part in parts for b in part.blocks] == [b.text for b in whole.blocks]
    assert first == "id,Headline,Body text,url\r\n"


def test_a_row_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.formats.csv.LONGEST_RECORD", 50)
    with pytest.raises(ParseError, match=r"^the record at byte 13 is longer than .* quotation mark"):
        list(split_points(io.BytesIO(b'id,text\n1,a.\n2,"b.\n' + b"3,c.\n" * 40), 8, 10_000))
