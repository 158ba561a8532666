"""Near-copies of the same story, and what most of them say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint.cli import CLEAN, FOUND, MISUSED, main
from newslint.config.custom_phrases import read_phrases
from newslint.corpus.siblings.agreement import Sibling, drifts
from newslint.corpus.siblings.near_copies import NearCopies
from newslint.learning.swaps import SwapCounter

STORY = """\
The harbour of Ystad was closed on Monday after divers had found cracks in the northern pier.
Repairs will take until the spring, said Anna Holm, who has been harbour master for eleven years.
Fishermen fear that the winter season is lost, and shops beside the quay expect fewer visitors.
The council has promised money for a temporary landing stage near the old lighthouse.
A ferry to Bornholm will sail from the neighbouring town instead, twice every morning and evening."""
OTHER = """\
Voters in the valley chose a new mayor on Sunday, the first woman to lead the town since its foundation.
Her rival, a wealthy farmer, congratulated her before midnight and promised to support the railway plan.
Turnout was higher than anybody had expected, officials wrote, because of the mild autumn weather.
She wants to build three schools, plant trees along the avenue and lower the price of water."""


def spun(text: str) -> str:
    return text.replace("promised", "vowed").replace("divers", "jumpers").replace("shops", "stores")


def siblings(*texts: str, source: str = "") -> list[Sibling]:
    return [Sibling(str(number), source, text) for number, text in enumerate(texts)]


def found(*texts: str) -> list[tuple[str, str, str, int]]:
    return [(one.id, one.said, one.right, one.agreeing) for one in drifts(siblings(*texts))]


def test_a_word_that_the_others_have_not_is_found() -> None:
    cut = "\n".join(STORY.split("\n")[:4])
    assert found(STORY, cut, STORY, spun(STORY), STORY) == [
        ("3", "jumpers", "divers", 4),
        ("3", "stores", "shops", 4),
        ("3", "vowed", "promised", 4),
    ]


def test_places_are_those_of_the_text() -> None:
    damaged = spun(STORY)
    for one in drifts(siblings(STORY, STORY, STORY, damaged)):
        assert damaged[one.at.start : one.at.end] == one.said


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("eleven years", "12 years"),  # a figure
        ("was closed", "is closed"),  # a small word
        ("promised money", "promises money"),  # a form of the word
        ("A ferry", "a ferry"),
        ("divers had found cracks in the northern pier", "an inspection"),  # another sentence
    ],
)
def test_what_an_editor_may_change_is_no_finding(said: str, instead: str) -> None:
    assert found(STORY, STORY, STORY, STORY.replace(said, instead)) == []


def test_three_must_agree_and_nobody_may_have_the_same() -> None:
    assert found(STORY, STORY, spun(STORY)) == []
    assert found(STORY, STORY, STORY, spun(STORY), spun(STORY)) == []
    other = STORY.replace("divers", "frogmen")
    assert "jumpers" not in {said for _, said, _, _ in found(STORY, STORY, other, spun(STORY), STORY)}


def test_copies_of_one_source_have_one_voice() -> None:
    same = [Sibling(str(n), "agency", STORY) for n in range(3)]
    assert drifts([*same, Sibling("s", "spinner", spun(STORY))]) == []


def test_near_copies_are_grouped_and_others_not() -> None:
    known = NearCopies(0.5)
    texts = [STORY, OTHER, spun(STORY), OTHER[:320], STORY[80:], "short", STORY, ""]
    for number, text in enumerate(texts):
        known.add(number, text)
    assert sorted(map(sorted, known.groups(2))) == [[0, 2, 4, 6], [1, 3]]
    assert list(NearCopies(0.5).groups(2)) == []


def test_the_command_writes_findings_groups_and_a_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [STORY, OTHER, spun(STORY), STORY, STORY]
    rows = [json.dumps({"id": f"a{n}", "source": f"s{n}", "text": text}) for n, text in enumerate(texts)]
    file = tmp_path / "crawl.jsonl"
    file.write_text("\n".join([*rows, "broken"]))
    out = tmp_path / "out"
    assert main(["corpus", "siblings", str(file), "--out", str(out), "-j", "1"]) == FOUND
    assert "3 findings in 4 near-copies of 1 story" in capsys.readouterr().out
    findings = [json.loads(line) for line in (out / "findings.jsonl").read_text().splitlines()]
    assert [(one["id"], one["rule"], one["suggestions"]) for one in findings] == [
        ("a2", "sibling-drift", ["divers"]),
        ("a2", "sibling-drift", ["shops"]),
        ("a2", "sibling-drift", ["promised"]),
    ]
    assert json.loads((out / "groups.jsonl").read_text())["ids"] == ["a0", "a2", "a3", "a4"]
    assert set(read_phrases(out / "swaps.tsv")) == {
        ("jumpers", "divers"),
        ("stores", "shops"),
        ("vowed", "promised"),
    }
    assert main(["corpus", "siblings", str(file), "--out", str(out)]) == MISUSED
    file.write_text(rows[0])
    assert main(["corpus", "siblings", str(file), "--out", str(tmp_path / "none"), "-j", "1"]) == CLEAN


def learn(folder: Path, *args: str) -> int:
    return main(["learn", "swaps", str(folder / "out"), "-o", str(folder / "swaps.tsv"), *args])


def test_swaps_of_several_stories_become_a_table_that_finds_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = []
    for number, story in enumerate((STORY, OTHER)):
        text = f"{story}\nThe mild weather of the long weekend brought hundreds of people to the shore again."
        damaged = text.replace("weekend", "ultimate-week")
        damaged = damaged.replace("people", "public") if number else damaged.replace("shore", "beach")
        rows += [{"id": f"{number}{n}", "source": f"s{n}", "text": text} for n in range(3)]
        rows.append({"id": f"{number}3", "source": "s3", "text": damaged})
    Path("crawl.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert main(["corpus", "siblings", "crawl.jsonl", "--out", "out", "-j", "1"]) == FOUND
    capsys.readouterr()
    assert learn(tmp_path, "--least", "2") == CLEAN
    assert capsys.readouterr().out.startswith("     2  ultimate-week → weekend\n1 of 3 swaps; 0 left out")
    assert Path("swaps.tsv").read_text() == "wrong\tright\tstories\nultimate-week\tweekend\t2\n"
    assert learn(tmp_path, "--least", "1", "--list") == CLEAN  # “beach” and “public” are usual words
    assert "1 of 3 swaps; 2 left out" in capsys.readouterr().out
    Path("newslint.toml").write_text('phrase-tables = ["swaps.tsv"]\n')
    Path("new.txt").write_text("It rained all through the long ultimate-week, the harbour master said.\n")
    assert main(["fix", "new.txt", "--select", "own-phrase", "--unsafe-fixes", "-q"]) == CLEAN
    assert Path("new.txt").read_text().startswith("It rained all through the long weekend, the")


def test_swaps_in_both_directions_or_for_several_words_are_not_learned(tmp_path: Path) -> None:
    pairs = [("kerb", "verge")] * 3 + [("verge", "kerb")] * 2 + [("hush", "quiet"), ("hush", "calm")] * 3
    pairs += [("jumper", "diver")] * 3
    findings = [
        {"id": str(n), "quote": wrong, "suggestions": [right]} for n, (wrong, right) in enumerate(pairs)
    ]
    groups = [{"group": n, "ids": [str(n)]} for n in range(len(pairs))]
    for name, rows in (("findings", findings), ("groups", groups)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    counter = SwapCounter()
    counter.add(tmp_path)
    assert [(one.wrong, one.right, one.stories) for one in counter.swaps(3)] == [("jumper", "diver", 3)]


def test_other_folders_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert learn(tmp_path) == MISUSED
    assert "name a folder that “newslint corpus siblings” wrote" in capsys.readouterr().err
    (tmp_path / "out").mkdir()
    (tmp_path / "out/groups.jsonl").write_text("{}\n")
    assert learn(tmp_path) == MISUSED
    assert "not written by “newslint corpus siblings”" in capsys.readouterr().err
