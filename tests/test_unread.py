"""Fields with prose that nobody reads are named, and sheets without a header are noticed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import newslint

from newslint.core.segments import FieldRole, ParseOptions
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.formats.unread import is_prose, is_telling
from newslint.linter.linter import Linter
from newslint.rules import selection

PROSE = (
    "The ferry between Harbor and Lake will stop for the winter, the council said on Monday. It sailed twice "
    "a day for forty years, and most of those who live on the islands took it to work or to school. "
    "Nobody has said when it will be back."
)
CODE = "const a = b.map((c) => c.d); if (a[0] === 1) { e.f(g, h); } " * 10
DATA = "0.123,0.456;0.789|AAAAB3NzaC1yc2E= id-7 x_y:z #tag /path/to/file.png " * 10
NAMES = "Bergen Oslo Hamar Molde Kristiansund Haugesund Sandnes Drammen Halden Moss Larvik " * 5


def note(name: str, text: str, fields: dict[str, FieldRole] | None = None, first_line: int = 1) -> str:
    options = ParseOptions(fields=fields or {}, elements=fields or {})
    return FORMATS[name].parse(Source(text, first_line=first_line), options).note


def records(field: str, text: str) -> dict[str, str]:
    """A record with a headline and one more field, in every format that has fields."""
    record = {"title": "Ferry stops", field: text}
    quoted = text.replace('"', '""')
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return {
        "json": json.dumps([record]),
        "jsonl": json.dumps(record) + "\n",
        "csv": f'title,{field}\nFerry stops,"{quoted}"\n',
        "xml": f"<item><title>Ferry stops</title><{field}>{escaped}</{field}></item>",
    }


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "xml"])
@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("raw_content", PROSE, True),
        ("blurb", PROSE, True),
        ("blurb", PROSE.replace(". ", ".\n\n"), True),
        ("blurb", "Die Fähre hält im Winter nicht, sagte der Rat am Montag nach der Sitzung. " * 4, True),
        ("raw_content", "The the boat sank.. So it was .", True),
        ("pageText", "The ferry stops for the winter.", True),
        ("blurb", "The ferry stops for the winter.", False),
        ("context", "The ferry stops for the winter.", False),
        ("blurb", CODE, False),
        ("blurb", DATA, False),
        ("blurb", NAMES, False),
        ("raw_content", "bridge-4711", False),
    ],
)
def test_an_unread_field_that_holds_prose_is_named(name: str, field: str, text: str, told: bool) -> None:
    said = note(name, records(field, text)[name])
    table = "elements" if name == "xml" else "fields"
    expected = (
        f"`{field}` holds prose and is not read; name it in the configuration: "
        f'[{table}], then {field} = "text" (or "nothing")'
    )
    assert said == (expected if told else "")


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "xml"])
@pytest.mark.parametrize("role", [FieldRole.TEXT, FieldRole.NOTHING])
def test_a_field_that_is_named_is_no_news(name: str, role: FieldRole) -> None:
    assert note(name, records("blurb", PROSE)[name], {"blurb": role}) == ""


def test_a_few_are_listed_and_the_others_counted() -> None:
    record = {"title": "Ferry", **{f"a {number}": PROSE for number in range(5)}}
    said = note("json", json.dumps(record))
    assert said.startswith("`a 0`, `a 1`, `a 2` and 2 more hold prose and are not read; name them in")
    assert said.endswith('[fields], then "a 0" = "text" (or "nothing")')


def test_fields_in_lists_and_objects_go_by_their_own_key() -> None:
    assert note("json", json.dumps({"title": "A", "parts": [{"blurbs": [PROSE]}]})).startswith(
        "`blurbs` holds"
    )


def test_later_stretches_of_a_file_say_it_no_more() -> None:
    assert note("jsonl", records("blurb", PROSE)["jsonl"], first_line=7) == ""


def test_the_feed_around_its_items_is_no_article() -> None:
    rss = f"<rss><channel><summary>{PROSE}</summary><item><title>A</title></item></channel></rss>"
    assert note("xml", rss) == ""
    assert note(
        "xml", rss.replace("<title>A</title>", f"<guid>{PROSE}</guid><mood>{PROSE}</mood>")
    ).startswith("`mood` holds prose")


def test_it_is_said_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(records("raw_content", PROSE)["json"], "utf-8")
    assert "a.json: `raw_content` holds prose and is not read" in newslint("check", "a.json").err


@pytest.mark.parametrize(
    ("name", "telling"),
    [("raw_content", True), ("rawContent", True), ("body", True), ("Full text", True), ("context", False)],
)
def test_names_that_tell(name: str, telling: bool) -> None:
    assert is_telling(name) == telling


def test_words_make_prose_of_any_language() -> None:
    assert is_prose(PROSE)
    assert not is_prose(NAMES)
    assert not is_prose("")


# Sheets without a header

ROWS = (
    '"3","Ferry stops","The the ferry will stop for the winter, the council said on Monday."\n'
    '"4","Bridge opens","The new bridge is open to all, and and most were glad to see it on Sunday."\n'
)


def test_a_sheet_without_a_header_is_noticed() -> None:
    assert note("csv", ROWS * 3) == (
        "no known prose column among column 1, column 2, column 3; "
        'name one in the configuration: [fields], then "column 1" = "text"'
    )
    long = ROWS.replace("on Monday.", "on Monday. " + PROSE)
    assert note("csv", long) == (
        "the first row is not a header, so columns are named by their numbers; `column 3` holds prose and is "
        'not read; name it in the configuration: [fields], then "column 3" = "text" (or "nothing")'
    )


def test_columns_can_be_named_by_number() -> None:
    options = ParseOptions(fields={"Column 2": FieldRole.HEADLINE, "column 3": FieldRole.TEXT})
    linter = Linter(selection.select(["double-word"]), options, format=FORMATS["csv"])
    parsed = linter.parse(Source(ROWS))
    assert [[block.kind.value for block in document.blocks] for document in parsed.documents] == [
        ["headline", "paragraph"]
    ] * 2
    assert parsed.note == ""
    assert linter.fix(ROWS).after == ROWS.replace("The the", "The").replace("and and", "and")


def test_a_later_stretch_of_a_sheet_without_a_header_has_none() -> None:
    options = ParseOptions(fields={"column 1": FieldRole.TEXT})
    parsed = FORMATS["csv"].parse(Source("yes,no\nmaybe,not\n", first_line=9), options)
    assert [block.text for block in parsed.blocks] == ["yes", "maybe"]
    assert FORMATS["csv"].head(Source(ROWS)) == ""


@pytest.mark.parametrize(
    "header", ["id,title,2025", "year,crop,tonnes", "a,b,c", '"Which of the boats did you take?",text,x']
)
def test_a_header_is_one(header: str) -> None:
    assert FORMATS["csv"].head(Source(f"{header}\n1,2,3\n")) == f"{header}\n"
