"""Reports that services read: each by its published schema, or by what its reader documents."""

from __future__ import annotations

import json
from pathlib import Path

import cmarkgfm
import pytest
import regex
from jsonschema import Draft4Validator
from junitparser import Error, Failure, JUnitXml
from lxml import etree
from msgspec.structs import replace
from test_report import ACROSS, AT, LOOK, REPORTS, TEXT, TWICE, finding, rendered

from newslint.core.diagnostics import Edit, Fix, Safety
from newslint.core.positions import Span
from newslint.core.report import FileReport
from newslint.core.source import Lines, splice
from newslint.reporters import Look
from newslint.reporters.markdown import MAX_CHARACTERS
from newslint.reporters.replacement import replacement

RDJSON = json.loads((Path(__file__).parent / "data/reviewdog-DiagnosticResult.json").read_text("utf-8"))
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}
HOSTILE = (
    "a]b;c%d\n##vso[task.setvariable x=y]z\x1b[2J\ufffe <b>&\"' ]]> @desk #12 | `x` www.x.org https://x.org"
)
BAD = FileReport("a;b].txt", TEXT, TEXT, (finding(AT, AT + 7, message=HOSTILE, sentence=HOSTILE),))


def test_gitlab_gets_the_fields_that_it_requires() -> None:
    entries = json.loads(rendered("gitlab"))
    assert [entry["location"]["path"] for entry in entries] == ["desk/a b.txt"] * 3 + ["bad.txt"]
    for entry in entries:
        assert {"description", "check_name", "fingerprint", "severity", "location"} == set(entry)
        assert entry["severity"] in SEVERITIES
        assert type(entry["location"]["lines"]["begin"]) is int
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    assert entries[1]["location"]["positions"]["begin"] == {"line": 3, "column": 15}
    assert json.loads(rendered("gitlab", ())) == []


def test_gitlab_knows_a_finding_again_when_lines_moved() -> None:
    moved = tuple(
        replace(found, span=Span(found.span.start + 2, found.span.end + 2)) for found in (TWICE, ACROSS)
    )
    text = "\n\n" + TEXT
    old = json.loads(rendered("gitlab", (FileReport("a.txt", TEXT, TEXT, (TWICE, ACROSS)),)))
    new = json.loads(rendered("gitlab", (FileReport("a.txt", text, text, moved),)))
    assert [entry["fingerprint"] for entry in old] == [entry["fingerprint"] for entry in new]
    assert old[0]["location"] != new[0]["location"]


def test_the_working_directory_is_left_out_of_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    report = FileReport(str(tmp_path / "desk" / "a.txt"), TEXT, TEXT, (TWICE,))
    assert json.loads(rendered("gitlab", (report,)))[0]["location"]["path"] == "desk/a.txt"
    assert json.loads(rendered("rdjsonl", (report,)))["location"]["path"] == "desk/a.txt"


def test_reviewdog_gets_its_schema() -> None:
    document = json.loads(rendered("rdjson"))
    Draft4Validator.check_schema(RDJSON)
    Draft4Validator(RDJSON).validate(document)
    assert document["diagnostics"] == [json.loads(line) for line in rendered("rdjsonl").splitlines()]
    assert len(document["diagnostics"]) == 4
    twice = document["diagnostics"][1]
    assert twice["location"]["range"] == {
        "start": {"line": 3, "column": 18},  # the emoji before it has four bytes
        "end": {"line": 3, "column": 25},
    }
    assert twice["related_locations"][0]["message"] == "the headline knows it"
    assert document["diagnostics"][-1]["location"] == {"path": "bad.txt"}
    assert json.loads(rendered("rdjson", ()))["diagnostics"] == []


def test_a_suggestion_of_reviewdog_does_what_the_fix_does() -> None:
    edits = (
        Edit(Span(AT, AT + 3), "that"),
        Edit(Span(AT + 3, AT + 7), ""),
        Edit(Span(AT + 8, AT + 8), "old "),
    )
    report = FileReport("a.txt", TEXT, TEXT, (finding(AT, AT + 7, fix=Fix(edits, Safety.SAFE)),))
    (suggestion,) = json.loads(rendered("rdjsonl", (report,)))["suggestions"]
    places = [suggestion["range"][key] for key in ("start", "end")]
    lines = TEXT.encode().split(b"\n")
    start, end = (
        sum(len(line) + 1 for line in lines[: place["line"] - 1]) + place["column"] - 1 for place in places
    )
    made = TEXT.encode()[:start] + suggestion["text"].encode() + TEXT.encode()[end:]
    assert made.decode() == splice(TEXT, edits) == splice(TEXT, [replacement(Fix(edits, Safety.SAFE), TEXT)])


def test_azure_gets_commands_that_end_where_they_should() -> None:
    lines = rendered("azure", (*REPORTS, BAD)).splitlines()
    command = regex.compile(r"##vso\[task\.logissue ((?:[a-z]+=[^;\]\r\n]*;)+)\](.+)")
    found = [command.fullmatch(line) for line in lines]
    assert all(found), lines
    properties = [dict(part.split("=", 1) for part in one[1].rstrip(";").split(";")) for one in found if one]
    assert properties[1] == {
        "type": "warning",
        "sourcepath": "desk/a b.txt",
        "linenumber": "3",
        "columnnumber": "15",
        "code": "double-word",
    }
    assert properties[3] == {"type": "error", "sourcepath": "bad.txt"}
    assert properties[4]["sourcepath"] == "a%3Bb%5D.txt"
    assert "##vso" not in lines[4][5:]


@pytest.mark.parametrize("reports", [(), REPORTS, (*REPORTS, BAD), REPORTS[1:2]])
def test_junit_is_read_by_a_reader_of_junit(tmp_path: Path, reports: tuple[FileReport, ...]) -> None:
    (tmp_path / "a.xml").write_text(rendered("junit", reports), "utf-8")
    suites = list(JUnitXml.fromfile(str(tmp_path / "a.xml")))
    assert [suite.name for suite in suites] == [report.path for report in reports]
    for suite, report in zip(suites, reports, strict=True):
        results = [result for case in suite for result in case.result]
        assert suite.tests == len(list(suite)) == max(len(report.diagnostics) + bool(report.error), 1)
        assert suite.failures == sum(isinstance(r, Failure) for r in results) == len(report.diagnostics)
        assert suite.errors == sum(isinstance(r, Error) for r in results) == bool(report.error)
        assert [r.type for r in results if isinstance(r, Failure)] == [d.rule for d in report.diagnostics]


def test_junit_has_the_attributes_of_the_schema_of_ant() -> None:
    root = etree.fromstring(rendered("junit").encode())
    assert root.tag == "testsuites"
    for number, suite in enumerate(root):
        required = {"name", "package", "id", "tests", "failures", "errors", "timestamp", "hostname", "time"}
        assert set(suite.attrib) == required
        assert suite.get("id") == str(number)
        assert regex.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", suite.get("timestamp"))
        tags = [child.tag for child in suite]
        assert tags == ["properties", *["testcase"] * int(suite.get("tests")), "system-out", "system-err"]
        for case in suite.iter("testcase"):
            assert set(case.attrib) == {"name", "classname", "time"}
            assert all(set(outcome.attrib) == {"type", "message"} for outcome in case)


def test_chunks_of_a_file_share_a_suite() -> None:
    first = FileReport("a.jsonl", TEXT, TEXT, (TWICE,))
    second = FileReport("a.jsonl", TEXT, TEXT, (TWICE,), first_line=10)
    (suite,) = etree.fromstring(rendered("junit", (first, second)).encode())
    assert [case.get("name") for case in suite.iter("testcase")] == ["double-word:3:15", "double-word:12:15"]


def html_of(report: str) -> etree._Element:
    made = cmarkgfm.github_flavored_markdown_to_html(report, cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE)
    return etree.fromstring(f"<div>{made}</div>", etree.HTMLParser())


def test_a_comment_shows_each_finding_in_a_table_of_its_file() -> None:
    page = html_of(rendered("markdown"))
    rows = [["".join(cell.itertext()) for cell in row] for row in page.iter("tr")]
    assert rows == [
        ["Line", "Rule", "Finding", "Change"],
        ["1", "key-term", "“the” is repeated", "Road or Quay"],
        ["3", "double-word", "“the” is repeated", "Police 🗞 shut the the bridge, the old one."],
        ["3", "un:closed,100%", "a: b, 100%⏎c", ""],
    ]
    assert ["".join(gone.itertext()) for gone in page.iter("del")] == [" the"]
    assert "bad.txt: not utf-8: byte 0xFF at offset 0" in "".join(page.itertext())


def test_nothing_in_a_comment_is_markup_a_link_or_a_mention() -> None:
    report = rendered("markdown", (BAD,))
    page = html_of(report)
    allowed = {"div", "html", "body", "h3", "p", "details", "summary", "code"}
    assert {node.tag for node in page.iter()} <= allowed | {"table", "thead", "tbody", "tr", "th", "td"}
    assert not regex.search(r"[@#]\w", "".join(page.itertext()).replace("#x", ""))
    assert len(list(page.iter("tr"))) == 2


def test_a_comment_is_never_too_long() -> None:
    many = FileReport("a.txt", TEXT, TEXT, (TWICE,) * 2_000)
    report = rendered("markdown", (many,))
    assert MAX_CHARACTERS / 2 < len(report) < 65_536
    shown = report.count("| <code>double-word</code> |")
    assert f"{2_000 - shown:,} more findings left out of this comment." in report


def test_terminals_get_links_and_nobody_else() -> None:
    look = Look(lambda name: replace(LOOK.info(name), url="https://example.org/rules"), True, 100, True)
    for form in ("text", "concise"):
        linked = rendered(form, REPORTS[:1], look)
        assert "\x1b]8;;https://example.org/rules\x1b\\" in linked
        assert "\x1b]8;;file:///" in linked
        assert linked.count("\x1b]8;;\x1b\\") * 2 == linked.count("\x1b]8;;")
        assert "\x1b]8" not in rendered(form, REPORTS[:1], replace(look, links=False))
        unlinked = replace(look, info=lambda name: replace(LOOK.info(name), url="javascript:x\x1b\\"))
        assert "javascript" not in rendered(form, REPORTS[:1], unlinked)


def test_the_end_of_a_line_is_that_of_the_chunk() -> None:
    assert Lines(TEXT, 10).position(AT)[0] == 12
