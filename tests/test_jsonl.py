"""JSON lines: an article a line, broken lines passed over, and cuts at line ends."""

from __future__ import annotations

import io
import json

import pytest

from newslint.core.errors import ParseError
from newslint.core.source import Source
from newslint.formats import FORMATS, records
from newslint.formats.jsonl import parse, split_points
from newslint.linter.linter import Linter
from newslint.rules import selection

FIVE = (
    '{"title": "One", "text": "It rained."}\r\n'
    '{"title": "Two", "text": "It snowed."}\r\n'
    '{"title": "Three", "text": "It was 3" warm."}\r\n'
    "\r\n"
    '{"title": "Five", "text": "Snow fell on the the quay."}'
)


def test_a_broken_line_is_told_of_and_the_rest_is_read() -> None:
    reading = parse(Source(FIVE))
    assert reading.errors == ("line 3: column 39: expected a comma or }",)
    assert [[b.text for b in d.blocks] for d in reading.documents] == [
        ["One", "It rained."],
        ["Two", "It snowed."],
        ["Five", "Snow fell on the the quay."],
    ]


def test_a_broken_line_does_not_keep_others_from_repair() -> None:
    report = Linter(selection.select(), format=FORMATS["jsonl"]).fix(Source(FIVE))
    assert report.after == FIVE.replace("the the", "the")
    assert report.error == "line 3: column 39: expected a comma or }"


def test_lines_of_a_stretch_are_those_of_the_file() -> None:
    assert parse(Source("\n{", first_line=40)).errors == (
        "line 41: column 2: expected a key in quotation marks before the line ends",
    )


def test_a_line_is_whatever_ends_with_a_line_feed() -> None:
    text = json.dumps({"text": "One\u2028line\x85 of\x0b it."}, ensure_ascii=False)
    assert len(parse(Source(text + "\n" + text)).documents) == 2


def test_json_over_many_lines_is_told_of_in_a_few() -> None:
    errors = parse(Source(json.dumps([{"text": "It rained."}] * 50, indent=1))).errors
    assert len(errors) == 21
    assert errors[0] == "line 1: column 2: expected a value before the line ends"
    assert errors[-1].endswith("more after it")


def test_a_line_may_hold_what_a_file_may() -> None:
    reading = parse(Source('[{"text": "One."}, {"text": "Two."}]\n{"id": 7}\n{"text": "Three."}\n'))
    assert [[b.text for b in d.blocks] for d in reading.documents] == [["One."], ["Two."], ["Three."]]
    assert [d.index for d in reading.documents] == [0, 1, 2]


def test_a_finding_names_line_and_field() -> None:
    source = Source('{"text": "It rained."}\n{"body": {"text": "Police shut the the bridge."}}\n')
    (found,) = Linter(selection.select(["double-word"]), format=FORMATS["jsonl"]).check(source).diagnostics
    assert (found.field, found.span.of(source.text)) == ("body.text", "the the")


@pytest.mark.parametrize("size", [1, 7, 40, 100, 10_000])
@pytest.mark.parametrize("end", [b"", b"\n"])
def test_cuts_fall_between_lines(size: int, end: bytes) -> None:
    data = b"\xef\xbb\xbf" + FIVE.encode() + end
    ranges = list(split_points(io.BytesIO(data), size, 10_000))
    assert b"".join(data[a:b] for a, b in ranges) == data
    assert all(data[:b].endswith(b"\n") for _, b in ranges[:-1])
    assert all(b - a >= size for a, b in ranges[:-1])


def test_no_cuts_of_nothing() -> None:
    assert not list(split_points(io.BytesIO(b""), 10, 10_000))


def test_a_line_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.formats.jsonl.LONGEST_RECORD", 50)
    data = b"{}\n{}\n" + b"x" * 200 + b"\n{}\n"
    with pytest.raises(ParseError, match=r"^the record at byte 6 is longer than"):
        list(split_points(io.BytesIO(data), 8, 10_000))
    assert records.LONGEST_RECORD > 2**20
