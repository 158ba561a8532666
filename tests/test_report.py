"""The formats: what they say of a report, and that machines can rely on it."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from msgspec.structs import replace

from newslint.core.diagnostics import Diagnostic, Edit, Fix, Note, RuleInfo, Safety, Severity
from newslint.core.positions import Span
from newslint.core.report import FileReport
from newslint.core.visible import visible
from newslint.reporters import FORMATS, Look, reporter
from newslint.reporters.excerpt import excerpt
from newslint.reporters.paint import cells
from newslint.reporters.tally import Tally, check_summary, fix_summary, preview_summary

TEXT = "Bridge shut\n\nPolice 🗞 shut the the bridge, the old one.\r\nIt ends\n"
AT = TEXT.index("the the")
INFO = RuleInfo(
    "double-word",
    "sentences",
    "Twice.",
    "Twice.\n\nWhy.",
    Severity.WARNING,
    Safety.SAFE,
    frozenset(),
    True,
    True,
)
LOOK = Look(lambda name: replace(INFO, name=name))
SCHEMA = json.loads((files("newslint") / "reporters/schema.json").read_text("utf-8"))
SARIF = json.loads((Path(__file__).parent / "data/sarif-2.1.0-rtm.5.json").read_text("utf-8"))


def finding(start: int, end: int, text: str = TEXT, **more: object) -> Diagnostic:
    said = {
        "rule": "double-word",
        "category": "sentences",
        "severity": Severity.WARNING,
        "span": Span(start, end),
        "message": "“the” is repeated",
        "quote": text[start:end],
        "sentence": "Police shut the the bridge.",
    }
    return Diagnostic(**(said | more))


TWICE = finding(
    AT,
    AT + 7,
    fix=Fix((Edit(Span(AT + 3, AT + 7), ""),), Safety.SAFE),
    suggestions=("the",),
    related=(Note(Span(0, 6), "the headline knows it"),),
)
HINT = finding(0, 6, rule="key-term", severity=Severity.ERROR, suggestions=("Road", "Quay"))
ACROSS = finding(AT, AT + 34, rule="un:closed,100%", severity=Severity.INFO, message="a: b, 100%\nc")
REPORTS = (
    FileReport("desk/a b.txt", TEXT, TEXT, (HINT, TWICE, ACROSS)),
    FileReport("clean.txt", "Fine.\n", "Fine.\n"),
    FileReport("bad.txt", error="not utf-8: byte 0xFF at offset 0"),
)


def rendered(name: str, reports: tuple[FileReport, ...] = REPORTS, look: Look = LOOK) -> str:
    printer = reporter(name, look)
    return "".join([*map(printer.add, reports), printer.finish(tally_of(*reports))])


def test_text_shows_the_place_what_supports_it_and_what_to_do() -> None:
    assert rendered("text") == (
        "desk/a b.txt:1:1: key-term “the” is repeated\n"
        "1 │ Bridge shut\n"
        "  │ ^^^^^^\n"
        "  │ could be: “Road” or “Quay”\n"
        "\n"
        "desk/a b.txt:3:15: double-word “the” is repeated\n"
        "3 │ Police 🗞 shut the the bridge, the old one.\n"
        "  │               ^^^^^^^\n"
        "  │ line 1: the headline knows it\n"
        "  │ safe fix: “the the” → “the”\n"
        "\n"
        "desk/a b.txt:3:15: un:closed,100% a: b, 100%<U+000A>c\n"
        "3 │ Police 🗞 shut the the bridge, the old one.\n"
        "  │               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "\n"
        "bad.txt: error: not utf-8: byte 0xFF at offset 0\n"
        "\n"
    )


def test_concise_is_a_line_each() -> None:
    assert rendered("concise").splitlines() == [
        "desk/a b.txt:1:1: key-term “the” is repeated",
        "desk/a b.txt:3:15: double-word [*] “the” is repeated",
        "desk/a b.txt:3:15: un:closed,100% a: b, 100%<U+000A>c",
        "bad.txt: error: not utf-8: byte 0xFF at offset 0",
    ]


def test_json_keeps_its_contract() -> None:
    document = json.loads(rendered("json"))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(document)
    assert [file["path"] for file in document["files"]] == ["desk/a b.txt", "clean.txt", "bad.txt"]
    assert document["files"][0]["diagnostics"][1] == {
        "rule": "double-word",
        "category": "sentences",
        "severity": "warning",
        "safety": "safe",
        "message": "“the” is repeated",
        "start": AT,
        "end": AT + 7,
        "line": 3,
        "column": 15,
        "end_line": 3,
        "end_column": 22,
        "field": "",
        "confidence": None,
        "url": "",
        "quote": "the the",
        "suggestions": ["the"],
        "edits": [{"start": AT + 3, "end": AT + 7, "text": ""}],
        "related": [{"start": 0, "end": 6, "message": "the headline knows it"}],
    }
    assert document["summary"] == {
        "files": 3,
        "findings": 3,
        "safe": 1,
        "unsafe": 0,
        "hint": 2,
        "fixed": 0,
        "errors": 1,
        "rules": {"double-word": 1, "key-term": 1, "un:closed,100%": 1},
    }


def test_the_schema_refuses_what_breaks_the_contract() -> None:
    document = json.loads(rendered("json"))
    document["files"][0]["diagnostics"][0]["surprise"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(document)
    del document["files"][0]["diagnostics"][0]["surprise"]
    del document["files"][0]["diagnostics"][0]["quote"]
    assert not Draft202012Validator(SCHEMA).is_valid(document)


def test_jsonl_has_an_object_a_line_and_the_summary_last() -> None:
    lines = [json.loads(line) for line in rendered("jsonl").split("\n")[:-1]]
    validator = Draft202012Validator({"$ref": "#/$defs/line", "$defs": SCHEMA["$defs"]})
    for line in lines:
        validator.validate(line)
    assert not validator.is_valid(lines[0] | {"surprise": 1})
    assert [line["type"] for line in lines] == ["diagnostic"] * 3 + ["error", "summary"]
    assert lines[0]["path"] == "desk/a b.txt"


def test_github_escapes_what_would_end_a_command() -> None:
    lines = rendered("github").split("\n")[:-1]
    assert lines[0].startswith("::error file=desk/a b.txt,line=1,endLine=1,col=1,endColumn=7,title=newslint")
    assert lines[1].startswith("::warning ")
    assert lines[2] == (
        "::notice file=desk/a b.txt,line=3,endLine=4,title=newslint (un%3Aclosed%2C100%25)"
        "::desk/a b.txt:3:15: un:closed,100%25 a: b, 100%25%0Ac"
    )
    assert lines[3] == "::error file=bad.txt,title=newslint::not utf-8: byte 0xFF at offset 0"


def test_sarif_is_valid_and_counts_code_points() -> None:
    log = json.loads(rendered("sarif"))
    Draft4Validator(SARIF).validate(log)
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "key-term",
        "double-word",
        "un:closed,100%",
    ]
    result = run["results"][1]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("double-word", 1, "warning")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "desk/a%20b.txt"}
    assert place["region"] == {
        "startLine": 3,
        "startColumn": 15,
        "endLine": 3,
        "endColumn": 22,
        "snippet": {"text": "the the"},
    }
    assert result["relatedLocations"][0]["message"]["text"] == "the headline knows it"
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["deletedRegion"] == {"startLine": 3, "startColumn": 18, "endLine": 3, "endColumn": 22}
    assert replacement["insertedContent"] == {"text": ""}
    assert run["invocations"][0]["executionSuccessful"] is False
    assert Path("/x/ü.txt").as_uri() in rendered("sarif", (replace(REPORTS[0], path="/x/ü.txt"),))


def test_sarif_of_nothing_is_valid() -> None:
    log = json.loads(rendered("sarif", ()))
    Draft4Validator(SARIF).validate(log)
    assert log["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_fingerprints_survive_moved_lines_and_tell_twins_apart() -> None:
    def fingerprints(prefix: str) -> list[str]:
        text, by = prefix + TEXT, len(prefix)
        twins = tuple(finding(AT + by + more, AT + by + 7, text) for more in (0, 1))
        report = FileReport("a.txt", text, text, (*twins, finding(by, by + 6, text, rule="other")))
        results = json.loads(rendered("sarif", (report,)))["runs"][0]["results"]
        return [result["partialFingerprints"]["newslint/v1"] for result in results]

    assert fingerprints("") == fingerprints("A new first line.\n\n\n")
    assert len(set(fingerprints(""))) == 3


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_nothing_wrong_of_nothing(name: str) -> None:
    assert "Traceback" not in rendered(name, ())


@pytest.mark.parametrize("name", ["text", "concise"])
def test_no_text_can_command_the_terminal(name: str) -> None:
    text = "A \x1b[2Jwiped\u202e the\u200b screen.\n"
    report = FileReport("\x1b]0;a.txt", text, text, (finding(2, 9, text, message=f"“{text}” is odd"),))
    told = rendered(name, (report,))
    assert not {"\x1b", "\u202e", "\u200b"} & set(told)
    assert "<U+001B>[2J" in told


def test_a_deletion_an_insertion_and_a_long_quote_are_told_in_words() -> None:
    text = "Comments are closed." + " And so on" * 20 + "\n"
    cut = finding(0, 20, text, fix=Fix((Edit(Span(0, 20), ""),), Safety.UNSAFE), suggestions=("",))
    mark = finding(20, 20, text, fix=Fix((Edit(Span(20, 20), "”"),), Safety.SAFE))
    long = finding(0, 200, text, fix=Fix((Edit(Span(0, 200), "x"),), Safety.SAFE), suggestions=("x",))
    told = rendered("text", (FileReport("a.txt", text, text, (cut, mark, long)),))
    assert "fix with --unsafe-fixes: delete “Comments are closed.”" in told
    assert "safe fix: insert ⟦”⟧" in told
    assert "safe fix: “Comments are closed. And so on … And so on" in told
    assert max(map(len, told.splitlines())) <= 110


@pytest.mark.parametrize(
    ("line", "place", "shown", "carets"),
    [
        ("short the the line", (6, 13), "short the the line", "      ^^^^^^^"),
        ("", (0, 0), "", "^"),
        ("end", (3, 3), "end", "   ^"),
        ("汉字 the the", (3, 10), "汉字 the the", "     ^^^^^^^"),
        ("e\u0301té the the", (5, 12), "e\u0301té the the", "    ^^^^^^^"),
        ("zero\u200bwidth", (4, 5), "zero<U+200B>width", "    ^^^^^^^^"),
        ("a\tb b", (2, 5), "a b b", "  ^^^"),
    ],
)
def test_marks_stand_under_the_place(line: str, place: tuple[int, int], shown: str, carets: str) -> None:
    seen = excerpt(line, *place, 80)
    assert seen.before + seen.place + seen.after == shown
    assert seen.indent + seen.carets == carets


def test_a_long_paragraph_is_elided_at_words() -> None:
    line = "word " * 100 + "the the" + " tail" * 100
    seen = excerpt(line, 500, 507, 60)
    assert seen.before == "… " + "word " * 4
    assert (seen.place, seen.after) == ("the the", " tail" * 5 + " …")


@given(st.text(st.characters(codec=None), max_size=300), st.data())
def test_an_excerpt_fits_and_holds_the_place(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    seen = excerpt(line, start, end, 60)
    assert cells(seen.before + seen.place + seen.after) <= 60
    place = visible(line[start:end])
    assert seen.place == place or (place.startswith(seen.place) and seen.after == " …")
    assert len(seen.indent) == cells(seen.before)


def tally_of(*reports: FileReport) -> Tally:
    tally = Tally()
    for report in reports:
        tally.add(report)
    return tally


def test_the_last_line_of_a_check() -> None:
    unsafe = replace(TWICE, fix=replace(TWICE.fix, safety=Safety.UNSAFE))
    several = replace(REPORTS[0], diagnostics=(TWICE, TWICE, unsafe, HINT))
    assert check_summary(tally_of(several, REPORTS[1])) == (
        "Found 4 findings in 1 file. 2 fixable with `newslint fix`, 1 more with --unsafe-fixes."
    )
    only = replace(several, diagnostics=(unsafe,))
    assert check_summary(tally_of(only)) == (
        "Found 1 finding in 1 file. 1 fixable with `newslint fix --unsafe-fixes`."
    )
    assert check_summary(tally_of(replace(several, diagnostics=(HINT,)))) == "Found 1 finding in 1 file."
    assert check_summary(tally_of(*REPORTS[1:])) == "No findings in 1 file. 1 file failed."
    fixed = replace(several, fixed=several.diagnostics[:1])
    failed = replace(REPORTS[1], path="z.txt", error="gone")
    _, *lines = preview_summary(tally_of(fixed, failed)).splitlines()
    assert lines == [f"     1  {several.diagnostics[0].rule}", "1 file failed."]


def test_the_last_line_of_a_repair() -> None:
    done = FileReport("a.txt", TEXT, TEXT.replace("the the", "the"), (HINT,), fixed=(TWICE, TWICE))
    assert fix_summary(tally_of(done)) == "Fixed 2 findings in 1 file; 1 finding left."
    assert fix_summary(tally_of(REPORTS[1])) == "Nothing to fix in 1 file."
