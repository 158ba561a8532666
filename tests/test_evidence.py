"""Verdicts on whole articles: what proves them, what does not, and how they are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newslint
from newslint.cli import CLEAN, FAILED, FOUND, MISUSED
from newslint.cli import main as run
from newslint.core.grade import Verdict
from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.rules.families.phrase_table import read_phrase_rule
from newslint.text.evidence.evidence import LEAST
from newslint.text.phrase_index import PhraseIndex

SPUN = (
    "The mayor mentioned that folks were nonetheless there.\n\nHe stated it, a baker mentioned, as a result "
    "of the rain.\n\nNobody came, she mentioned, as he instructed them .\n"
)
TRANSLATED = (
    "As previously reported, it rained in Minsk. It became known that a bridge broke. This was reported by "
    "the mayor with reference to the police. According to preliminary data, nobody died.\n"
)
SCRAPED = "A ferry sank.\n\nShare on Facebook\n\nThe captain said so.\n\nLeave a comment\n\nAdvertisement\n"
CLEAN_COPY = "The mayor said that it rained, and told reporters that people were still there.\n"


def evidence(text: str):
    (document,) = Linter(()).parse(Source(text)).documents
    return document.evidence


@pytest.mark.parametrize(
    ("text", "verdict"),
    [(SPUN, Verdict.SPUN), (TRANSLATED, Verdict.TRANSLATED), (SCRAPED, Verdict.SCRAPED)],
)
def test_each_verdict_has_its_article(text: str, verdict: Verdict) -> None:
    assert evidence(text).verdicts == {verdict}


@pytest.mark.parametrize("text", [SPUN, TRANSLATED, SCRAPED, SPUN + TRANSLATED, SPUN.upper(), SPUN + SCRAPED])
def test_a_quick_look_suspects_all_that_is_proven(text: str) -> None:
    (document,) = Linter(()).parse(Source(text)).documents
    assert document.evidence.verdicts <= document.suspicions


def test_all_signs_of_clean_copy_are_not_weighed() -> None:
    (document,) = Linter(()).parse(Source(CLEAN_COPY)).documents
    assert not document.suspicions
    assert not any(map(document.proof_of, Verdict))
    assert "evidence" not in document.__dict__


def test_clean_copy_has_no_verdict() -> None:
    assert not evidence(CLEAN_COPY).verdicts
    assert newslint.grade(CLEAN_COPY).verdicts == ()


def test_reasons_count_the_words_and_miss_the_usual_one() -> None:
    (judgment,) = newslint.grade(SPUN).verdicts
    assert judgment.reasons.startswith("3 × mentioned, ")
    assert judgment.reasons.endswith(", no said")


def test_the_language_of_the_original_is_named() -> None:
    (judgment,) = newslint.grade(TRANSLATED).verdicts
    assert judgment.language == "ru"


def test_what_is_quoted_proves_nothing() -> None:
    quoted = "".join(f"“{line}”\n\n" for line in SPUN.split("\n") if line)
    assert not evidence(quoted).verdicts


def test_other_languages_prove_nothing() -> None:
    german = (
        "Der Bürgermeister sagte, dass es regnete, und die Leute waren noch immer da, weil sie es wollten. "
    )
    assert evidence(german * 5).of(Verdict.SPUN) is None


def test_a_single_word_proves_nothing_however_often() -> None:
    profile = evidence("Folks sang. The folks danced, as folks do. All folks left, folks say.\n").profiles[0]
    assert not profile.is_proven


def test_confidence_grows_with_the_signs() -> None:
    weak, strong = (
        newslint.grade(SPUN),
        newslint.grade(SPUN + "\n" + SPUN + "\nFolks dwell there."),
    )
    assert 0.9 < weak.verdicts[0].confidence <= strong.verdicts[0].confidence <= 1


def test_damage_is_counted_before_and_after_the_fixes() -> None:
    text = "The the mayor left .\n\nShe she said so, as folks mentioned.\n"
    grade = newslint.grade(text, select=["double-word", "space-before-punctuation"])
    assert (grade.words, grade.findings, grade.left) == (12, 3, 0)
    assert grade.damage_per_thousand_words == 250
    assert grade.left_per_thousand_words == 0


def test_a_verdict_is_no_damage_of_its_own() -> None:
    assert newslint.grade(SPUN, select=["spun-article"]).findings == 0


def test_a_text_without_words_has_an_empty_grade() -> None:
    assert newslint.grade("") == newslint.Grade(words=0, findings=0, left=0)


def test_a_text_that_is_no_prose_is_refused() -> None:
    with pytest.raises(newslint.ParseError):
        newslint.grade("x" * 300_000)


def test_a_finding_points_to_the_other_signs() -> None:
    (finding,) = newslint.check(SPUN, select=["spun-article"]).diagnostics
    assert finding.quote == "mentioned"
    assert {note.message for note in finding.related} >= {"“folks”", "“as a result of”"}


def test_a_gate_opens_in_its_articles_only(tmp_path: Path) -> None:
    table = tmp_path / "gated_words.toml"
    table.write_text(
        'doc = "x"\n[[phrase]]\nwrong = "baker"\nright = "butcher"\ngate = "spun"\n[[case]]\nmarked = "x"\n',
        "utf-8",
    )
    rule = read_phrase_rule(table)()
    found = [
        [finding.message for block in document.blocks for finding in rule.check_block(block)]
        for text in (SPUN, f"{CLEAN_COPY}\n\nA baker said so.\n")
        for document in Linter(()).parse(Source(text)).documents
    ]
    assert found == [["“baker” should be “butcher”"], []]


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    rows = [{"id": n, "text": text} for n, text in enumerate((SPUN, CLEAN_COPY, TRANSLATED))]
    file = tmp_path / "crawl.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


def test_grade_prints_a_line_an_article(crawl: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["grade", str(crawl)]) == FOUND
    spun, clean, translated = capsys.readouterr().out.splitlines()
    assert spun.startswith(f"{crawl}:1: spun 1.00 (3 × mentioned, ")
    assert clean == (f"{crawl}:2: no verdict; 0.0 findings per 1,000 words, 0.0 after fixes; 14 words")
    assert translated.startswith(f"{crawl}:3: translated 1.00 (")


def test_grade_as_json_lines_numbers_the_articles(crawl: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["grade", str(crawl), "--output-format", "jsonl"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["article"], row["line"]) for row in rows] == [(0, 1), (1, 2), (2, 3)]
    assert [[v["verdict"] for v in row["verdicts"]] for row in rows] == [["spun"], [], ["translated"]]
    assert rows[0]["findings"] > rows[0]["left"]


def test_grade_as_one_document(crawl: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["grade", str(crawl), "--output-format", "json"])
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert (file["path"], file["error"], len(file["articles"])) == (str(crawl), None, 3)


def test_grade_counts_on_over_the_chunks_of_a_stream(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "many.jsonl"
    row = json.dumps({"text": CLEAN_COPY * 10}) + "\n"
    file.write_text(row * 1500 + json.dumps({"text": SPUN}) + "\n", "utf-8")
    run(["grade", str(file), "--output-format", "jsonl", "--select", "double-word"])
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (last["article"], last["line"], last["verdicts"][0]["verdict"]) == (1500, 1501, "spun")


def test_grade_writes_nothing_and_its_exit_code_says_how_it_went(tmp_path: Path) -> None:
    clean, spun = tmp_path / "clean.txt", tmp_path / "spun.txt"
    clean.write_text(CLEAN_COPY, "utf-8")
    spun.write_text(SPUN, "utf-8")
    assert run(["grade", str(clean)]) == CLEAN
    assert run(["grade", str(clean), str(spun)]) == FOUND
    assert spun.read_text("utf-8") == SPUN
    assert run(["grade", str(tmp_path / "missing.txt")]) == FAILED
    assert run(["grade", "--output-format", "sarif", str(clean)]) == MISUSED


def test_facts_hold_the_evidence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "spun.txt"
    file.write_text(SPUN, "utf-8")
    run(["facts", str(file), "--output-format", "json"])
    (article,) = json.loads(capsys.readouterr().out)["files"][0]["articles"]
    (verdict,) = article["evidence"]["verdicts"]
    (spun, *_) = article["evidence"]["profiles"]
    assert verdict["verdict"] == spun["verdict"] == "spun"
    assert spun["score"] >= spun["least"] == LEAST[Verdict.SPUN]
    assert {len(sign["mentions"]) for sign in spun["signs"] if sign["sign"] == "mentioned"} == {3}
    run(["facts", str(file)])
    assert "What happened to it\n  spun 1.00  3 × mentioned, " in capsys.readouterr().out


def test_the_longest_of_phrases_that_overlap_is_found() -> None:
    index = PhraseIndex(["as soon as", "as soon as more", "soon", "^also"])
    text = "As soon as more came. Also, as soon as he came, he also left; Soon is a name."
    assert [phrase for phrase, _ in index.find(text)] == ["as soon as more", "^also", "as soon as"]
