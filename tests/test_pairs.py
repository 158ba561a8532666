"""The table of pairs, and the command that checks and merges it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.lexicon.english_words import frequent_words
from newslint.lexicon.pairs import PAIRS, read_pairs
from tools.tables import pairs


def test_the_table_is_sorted_and_sound() -> None:
    rows = [(pair.right, pair.wrong) for pair in read_pairs()]
    assert rows == sorted(rows)
    assert list(pairs.faults(PAIRS)) == []


def test_a_line_that_is_no_pair_is_named(tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text("alliance\tcovenant\tspinner\nalliance covenant\n", "utf-8")
    with pytest.raises(ValueError, match=r"pairs\.tsv:2: not right, wrong and sources"):
        list(read_pairs(table))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("alliance\tcovenant", "not three columns"),
        ("driver\tdriver\tfr", "right and wrong are the same"),
        ("driver\tchaufeur\tfr", "unknown word chaufeur"),
        ("trial\tlaw suit\tde", "unknown word law suit"),
        ("driver\tchauffeur\tklingon", "unknown source 'klingon'"),
        ("tv\tset\tde", "too short"),
    ],
)
def test_what_is_wrong_with_a_line_is_named(tmp_path: Path, line: str, why: str) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text(f"# a comment\ndriver\tconductor\tes,fr\n{line}\n", "utf-8")
    assert list(pairs.faults(table)) == [("pairs.tsv", 3, f"{why}: {line}")]
    assert pairs.check([table]) == 1


def test_tables_merge_into_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = tmp_path / "pairs.tsv", tmp_path / "more.tsv"
    ours.write_text("# header\ntrial\tprocess\tde\n", "utf-8")
    theirs.write_text("trial\tprocess\tfr\ndriver\tconductor\tes, fr\ndriver\tchaufeur\tfr\n", "utf-8")
    monkeypatch.setattr(pairs, "PAIRS", ours)
    assert pairs.merge([theirs]) == 0
    assert ours.read_text("utf-8") == "# header\ndriver\tconductor\tes,fr\ntrial\tprocess\tde,fr\n"


def test_frequent_words_come_first() -> None:
    assert frequent_words()[:3] == ("the", "to", "of")
