"""Arrow batches of articles."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pyarrow as pa
import pytest

import newslint
from newslint.core.positions import Range
from newslint.corpus import FINDINGS, GRADES, Checker
from newslint.corpus.settings import _text_linter
from newslint.rules.base import Rule
from newslint.runner.text_linter import MAX_TEXT

DAMAGED = "Police shut the the bridge.. Nobody was hurt."
CLEAN = "The ferry sailed on Monday."


def batch(*texts: object, kind: pa.DataType | None = None) -> pa.RecordBatch:
    ids = [f"a{number}" for number in range(len(texts))]
    return pa.record_batch({"id": ids, "text": pa.array(texts, kind), "site": ["x"] * len(texts)})


def test_findings_are_rows_of_the_published_schema() -> None:
    found = Checker().check_batch(batch(DAMAGED, CLEAN))
    assert found.schema == FINDINGS
    assert found.schema.metadata == {b"newslint.schema": b"findings", b"newslint.version": b"1"}
    rows = found.to_pylist()
    assert [(row["id"], row["rule"]) for row in rows] == [("a0", "double-word"), ("a0", "double-period")]
    assert DAMAGED[rows[0]["start"] : rows[0]["end"]] == rows[0]["quote"] == "the the"
    assert rows[0]["suggestions"] == ["the"]
    assert rows[0]["safety"] == "safe"


def test_fixed_rows_keep_their_columns() -> None:
    given = batch(DAMAGED, CLEAN)
    fixed = Checker().fix_batch(given)
    assert fixed.column("text").to_pylist() == ["Police shut the bridge. Nobody was hurt.", CLEAN]
    assert fixed.select(["id", "site"]) == given.select(["id", "site"])
    first, second = fixed.to_pylist()
    assert first["damage"] == 250.0  # two findings in eight words
    assert (first["left"], first["rules"]) == (0.0, ["double-period", "double-word"])
    assert (second["damage"], second["rules"], second["error"]) == (0.0, [], None)


def test_grades_name_rules_and_verdicts() -> None:
    spun = (
        "The mayor mentioned that folks were nonetheless there.\n\nHe stated it, a baker mentioned, as "
        "a result of the rain.\n\nNobody came, she mentioned, as he instructed them."
    )
    graded = Checker().grade_batch(batch(DAMAGED, CLEAN, spun))
    assert graded.schema == GRADES
    damaged, clean, spun_row = graded.to_pylist()
    assert damaged["rules"] == ["double-period", "double-word"]
    assert (clean["words"], clean["damage"], clean["verdicts"], clean["rules"]) == (5, 0.0, [], [])
    assert spun_row["verdicts"] == ["spun"]


def test_a_bad_row_is_a_row_with_an_error() -> None:
    texts = [DAMAGED.encode(), None, b"caf\xe9", b"x" * (50 * 2**20), CLEAN.encode()]
    given = batch(*texts, kind=pa.binary())
    found = Checker().check_batch(given).to_pylist()
    assert {row["id"]: row["error"] for row in found if row["error"]} == {
        "a1": "there is no text: the value is null",
        "a2": "not utf-8: byte 0xE9 at offset 3",
        "a3": f"text of 52,428,800 bytes: newslint reads up to {MAX_TEXT:,} characters",
    }
    assert [row["rule"] for row in found if row["rule"]] == ["double-word", "double-period"]
    fixed = Checker().fix_batch(given)
    assert fixed.column("text").to_pylist() == [b"Police shut the bridge. Nobody was hurt.", *texts[1:]]
    assert [bool(error) for error in fixed.column("error").to_pylist()] == [False, True, True, True, False]


def test_text_that_only_claims_to_be_utf_8_is_a_row_with_an_error() -> None:
    broken = pa.array([DAMAGED.encode(), b"caf\xe9"], pa.binary()).view(pa.string())
    given = pa.record_batch({"id": ["a", "b"], "text": broken})
    assert [row["error"] for row in Checker().check_batch(given).to_pylist()][-1:] == [
        "not utf-8: byte 0xE9 at offset 3"
    ]
    fixed = Checker().fix_batch(given).column("text")
    assert fixed.view(pa.binary()).to_pylist() == [b"Police shut the bridge. Nobody was hurt.", b"caf\xe9"]


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())]
)
def test_every_kind_of_text_column_keeps_its_type(kind: pa.DataType) -> None:
    given = batch(DAMAGED, CLEAN, None)
    given = given.set_column(1, "text", given.column("text").cast(kind))
    fixed = Checker(select=["double-word"]).fix_batch(given)
    assert fixed.column("text").type == kind
    assert fixed.column("text").to_pylist() == ["Police shut the bridge.. Nobody was hurt.", CLEAN, None]


def test_a_column_that_is_no_text_is_errors() -> None:
    found = Checker().check_batch(batch(1, 2)).to_pylist()
    assert [row["error"] for row in found] == ["not text but int"] * 2


def test_a_rule_that_fails_is_an_error_of_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = next(chosen.rule for chosen in newslint.create_linter(select=["double-word"]).rules)
    check = type(rule).check

    def fail(self: Rule, document: object, blocks: object) -> object:
        if any("poison" in text for text in document.texts):  # type: ignore[attr-defined]
            raise ZeroDivisionError("poisoned")
        return check(self, document, blocks)  # type: ignore[arg-type]

    monkeypatch.setattr(type(rule), "check", fail)
    found = Checker(select=["double-word", "double-period"]).check_batch(
        batch("A poison in the the well.. It was", DAMAGED)
    )
    rows = found.to_pylist()
    assert [(row["id"], row["rule"]) for row in rows] == [
        ("a0", "double-period"),
        ("a0", None),
        ("a1", "double-word"),
        ("a1", "double-period"),
    ]
    assert "poisoned" in rows[1]["error"]


def test_identifiers_keep_their_type() -> None:
    given = pa.record_batch({"key": pa.array([7, 8], pa.int64()), "body": [DAMAGED, CLEAN]})
    checker = Checker(text="body", id="key", select=["double-word"])
    assert checker.check_batch(given).column("id").to_pylist() == [7]
    assert checker.findings_schema(given.schema).field("id").type == pa.int64()
    without = Checker(text="body", id=None, select=["double-word"])
    assert without.grade_batch(given).column("id").to_pylist() == [0, 1]


def test_a_missing_column_and_one_too_many_are_refused() -> None:
    with pytest.raises(KeyError, match="no column “body”; there are id, text, site"):
        Checker(text="body").check_batch(batch(CLEAN))
    given = batch(CLEAN).append_column("damage", pa.array([1]))
    with pytest.raises(ValueError, match="already have a column damage"):
        Checker().fix_batch(given)


def test_a_checker_is_sent_small_and_settles_once() -> None:
    checker = Checker(select=["double-word"], options={"double-word": {}})
    sent = pickle.dumps(checker)
    assert len(sent) < 2_000
    copies = [pickle.loads(sent) for _ in range(3)]  # noqa: S301
    for copy in copies:
        copy.check_batch(batch(DAMAGED))
    before = _text_linter.cache_info().misses
    copies[0].check_batch(batch(DAMAGED))
    assert _text_linter.cache_info().misses == before
    assert copies[0].settings.checking("en") is copies[1].settings.checking("en")


def test_wrong_names_are_refused_at_once() -> None:
    with pytest.raises(newslint.UnknownName, match="did you mean “double-word”"):
        Checker(select=["double-wrd"])
    with pytest.raises(ValueError, match="unknown text format “docx”"):
        Checker(text_format="docx")


def test_a_column_may_name_the_language_of_each_row() -> None:
    german = "Der Zug fuhr in in die Stadt und die Leute kamen nicht mit ihm an."
    given = batch(DAMAGED, DAMAGED, german).append_column("language", pa.array(["de", None, None]))
    rows = Checker(select=["double-word"]).check_batch(given).to_pylist()
    assert [row["id"] for row in rows] == ["a1"]


@pytest.mark.parametrize(
    "text",
    [
        DAMAGED,
        "Oak &amp; Elm closed the the shop.",
        "<p>Oak &amp;amp; Elm closed the the shop.</p>\n<p>It is said..</p>",
        "A headline\nPolice shut the the bridge.\n\nNobody was hurt..",
        "Police <b>shut</b> the the bridge. It&#8217;s shut..\nNobody <i>was was</i> hurt.",
    ],
)
def test_a_column_is_read_as_the_same_value_in_json_lines(text: str) -> None:
    line = json.dumps({"text": text}, ensure_ascii=False)
    by_file = newslint.check(line, language_format="jsonl").diagnostics
    by_row = Checker(id=None).check_batch(pa.record_batch({"text": [text]})).to_pylist()
    assert [(d.rule, d.message, d.quote, list(d.suggestions)) for d in by_file] == [
        (row["rule"], row["message"], row["quote"], row["suggestions"]) for row in by_row
    ]
    fixed = newslint.fix(line, language_format="jsonl").after
    assert json.loads(fixed)["text"] == newslint.fix(text, language_format="value").after


def test_plain_text_is_read_as_such_if_asked_to() -> None:
    entity = "Oak &amp; Elm closed the shop."
    assert Checker(id=None).check_batch(pa.record_batch({"text": [entity]})).num_rows == 0
    plain = Checker(id=None, text_format="plain").fix_batch(pa.record_batch({"text": [entity]}))
    assert plain.column("text").to_pylist() == ["Oak & Elm closed the shop."]


def test_positions_count_characters_of_the_text() -> None:
    text = "🗞 Caf\u00e9.\n\nPolice shut the the bridge."
    (row,) = (
        Checker(select=["double-word"], id=None).check_batch(pa.record_batch({"text": [text]})).to_pylist()
    )
    at = Range(row["start"], row["end"])
    assert text[at.start : at.end] == "the the"


def test_arrow_is_asked_for_by_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from newslint.corpus.extras import MissingExtra, require

    monkeypatch.chdir(tmp_path)
    with pytest.raises(MissingExtra, match=r"needs the package no_such_package.*\.\[corpus\]"):
        require("no_such_package.parts", "newslint.corpus")
