"""`newslint check --against`: a copy beside its original."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from newslint.cli import CLEAN, FAILED, FOUND, MISUSED, main
from newslint.core.diagnostics import Diagnostic
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.text.originals.figures import all_values
from newslint.text.originals.original import Original

ORIGINAL = """\
Storm hits the coast

The storm killed 27 people on Monday and left 272,000 homes without power, Mayor Anna Bush said.

“We have spare parts for two winters,” she said. The minister did not resign.
"""
COPY = (
    ORIGINAL.replace("27 people", "72 people")
    .replace("Bush", "Shrub")
    .replace("have spare", "possess spare")
    .replace("did not", "did")
)
APP = "\nDownload our free app today and win tickets for a concert near your home!\n"
FOUND_IN_COPY = ["lost-figure", "changed-name", "lost-quote", "lost-negation", "extra-paragraph"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("original.txt").write_text(ORIGINAL, "utf-8")
    Path("copy.txt").write_text(COPY + APP, "utf-8")


def check(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, list[dict[str, object]]]:
    code = main(["check", "--output-format", "jsonl", "-j1", *args])
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return code, [line for line in said if line["type"] != "summary"]


def compared(original: str, copy: str) -> tuple[Diagnostic, ...]:
    texts = tuple(text for text in original.split("\n") if text)
    rules = selection.select(["original"], providers={"original": Original((texts,))})
    report = Linter(rules).check(copy)
    assert report.error is None
    return report.diagnostics


def test_what_a_copy_changed_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = check(capsys, "--against", "original.txt", "copy.txt")
    assert code == FOUND
    assert [one["rule"] for one in found] == FOUND_IN_COPY
    assert [one["quote"] for one in found][:3] == ["72", "Shrub", "We possess spare parts for two winters"]
    assert [one["suggestions"] for one in found][:2] == [["27"], ["Bush"]]


def test_a_copy_that_is_the_same_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    Path("copy.txt").write_text(ORIGINAL, "utf-8")
    assert check(capsys, "--against", "original.txt", "copy.txt") == (CLEAN, [])


def test_folders_are_compared_name_by_name_whatever_the_format(capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("copies/a", "originals/a"):
        Path(folder).mkdir(parents=True)
    Path("copies/a/one.txt").write_text(COPY, "utf-8")
    Path("copies/two.txt").write_text(COPY, "utf-8")
    page = "".join(f"<p>{text}</p>\n" for text in ORIGINAL.split("\n\n"))
    Path("originals/a/one.html").write_text(page, "utf-8")
    code, found = check(capsys, "--against", "originals", "copies")
    assert code == FAILED
    by_file = {str(one["path"]): one for one in found}
    assert by_file["copies/two.txt"]["error"] == "there is no original called two.txt in originals"
    rules = [one["rule"] for one in found if one["path"] == "copies/a/one.txt"]
    assert rules == FOUND_IN_COPY[:-1]


def test_rows_of_json_lines_are_compared_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    ferry = "The ferry sailed to Ystad on Monday with 40 people on board, its captain told the harbour."
    for name, texts in (("old.jsonl", [ORIGINAL, ferry]), ("new.jsonl", [ORIGINAL, ferry])):
        Path(name).write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    assert check(capsys, "--against", "old.jsonl", "new.jsonl") == (CLEAN, [])
    Path("new.jsonl").write_text(json.dumps({"text": COPY}) + "\n", "utf-8")
    assert [one["rule"] for one in check(capsys, "--against", "old.jsonl", "new.jsonl")[1]] == FOUND_IN_COPY[
        :-1
    ]


def test_rules_are_chosen_and_ignored(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = check(capsys, "--against", "original.txt", "copy.txt", "--select", "lost-figure")
    assert (code, [one["rule"] for one in found]) == (FOUND, ["lost-figure"])
    _, found = check(capsys, "--against", "original.txt", "copy.txt", "--ignore", "lost-figure,lost-quote")
    assert [one["rule"] for one in found] == ["changed-name", "lost-negation", "extra-paragraph"]


def test_an_original_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--against", "nowhere.txt", "copy.txt"]) == MISUSED
    assert "'nowhere.txt' does not exist" in capsys.readouterr().err
    Path("bad.txt").write_bytes(b"caf\xe9")
    code, found = check(capsys, "--against", "bad.txt", "copy.txt")
    assert code == FAILED
    assert "its original bad.txt: not utf-8" in str(found[0]["error"])
    main(["check", "copy.txt", "--select", "lost-figure,double-word"])
    assert "name the original with `newslint check --against`" in capsys.readouterr().err


def test_what_is_no_file_is_no_original(capsys: pytest.CaptureFixture[str]) -> None:
    Path("originals").mkdir()
    os.mkfifo("originals/copy.md")
    code, found = check(capsys, "--against", "originals", "copy.txt")
    assert code == FAILED
    assert "there is no original called copy.txt" in str(found[0]["error"])


def test_results_of_another_original_are_not_reused(capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(60):
        Path(f"copies{number}.txt").write_text(COPY * 30, "utf-8")
    assert main(["check", "-q", "."]) in (CLEAN, FOUND)
    capsys.readouterr()
    _, found = check(capsys, "--against", "original.txt", "copies1.txt")
    assert "lost-figure" in {one["rule"] for one in found}


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("It cost $1.5 million in May.", "It cost $1,500,000 in May."),
        ("It cost 1.200.000 euros, and 7 boats sank.", "It cost 1.2 million euros, and seven boats sank."),
        (
            "Die Brücke kostet 2,5 Millionen Euro und 1.350 Tonnen Stahl.",
            "The bridge costs €2.5 million and 1,350 tons.",
        ),
        (
            "橋の費用は3億円で、350人が働いた。",
            "The bridge cost 300 million yen and 350 people worked on it.",
        ),
        ("Мост стоил 2,5 млн рублей.", "The bridge cost 2.5 million roubles."),
        (
            "She didn’t go, and nobody asked why she had left.",
            "She did not go, and no one asked why she had left.",
        ),
        ("“We won the cup again,” said Ann Holm.", '"We won the cup again", said Ann Holm.'),
        (
            "The bridge is shut. Anna Holm, who counted 340 cars there, said “nobody told us” on Monday.",
            "The bridge is shut.",
        ),
    ],
)
def test_the_same_said_otherwise_and_what_was_cut_is_no_finding(original: str, copy: str) -> None:
    assert compared(original, copy) == ()


def test_a_translation_is_compared_by_figures_and_counts() -> None:
    german = (
        "Bei dem Sturm starben am Montag 272 Menschen, sagte die Bürgermeisterin von Ystad.\n"
        "„Wir haben Teile für zwei Winter“, sagte sie. „Das muss uns reichen.“"
    )
    english = (
        "The storm killed 227 people on Tuesday, the mayor of Ystad said.\n\n"
        "“We have parts for two winters,” she said. That must do.\n\n"
        "Read more about the weather."
    )
    found = [(one.rule, one.quote) for one in compared(german, english)]
    assert found == [
        ("lost-quote", "The storm"),
        ("lost-figure", "227"),
        ("extra-paragraph", "Read more about the weather."),
    ]


def test_figures_have_values() -> None:
    assert all_values(["1,500,000"]) & all_values(["1.5 million"]) & all_values(["1.5m"])
    assert all_values(["3万"]) & all_values(["30,000"])
    assert not all_values(["27"]) & all_values(["272"])
    assert all_values(["Monday, 5 May"]) == all_values(["Monday"]) | all_values(["May"]) | all_values(["5"])
