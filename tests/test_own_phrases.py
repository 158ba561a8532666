"""A newsroom's own tables of phrases."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from commands import newslint

from newslint.config.custom_phrases import read_phrases
from newslint.core.errors import ConfigError

TABLE = (
    "tortured\texpected\tnote\n# ours\nchilly warfare\tcold war\tseen in May\n\n"
    "sun powered board\tsolar panel\n"
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("newslint.toml").write_text('phrase-tables = ["ours.tsv"]\n')
    Path("ours.tsv").write_text(TABLE)
    Path("a.txt").write_text("In the Chilly warfare every roof had a sun powered board.\n")


@pytest.mark.parametrize(
    "entry", ['phrase-tables = ["no.tsv"]', 'line-tables = ["no.tsv"]', 'words = "no.tsv"']
)
def test_a_table_that_is_missing_is_named_with_its_key(entry: str) -> None:
    Path("newslint.toml").write_text(f'select = ["all"]\n{entry}\n')
    result = newslint("check", "a.txt")
    assert result.code == 2
    assert f"newslint.toml: {entry.partition(' ')[0]}: no such file: " in result.err


def test_its_phrases_are_found_and_repaired_on_request() -> None:
    checked = newslint("check", "--output-format", "concise", "a.txt")
    assert checked.code == 1
    assert checked.out.count("own-phrase") == 2
    assert newslint("fix", "a.txt").code == 1
    assert newslint("fix", "--unsafe-fixes", "a.txt").code == 0
    assert Path("a.txt").read_text() == "In the Cold war every roof had a solar panel.\n"


def test_it_may_be_packed() -> None:
    Path("ours.tsv.gz").write_bytes(gzip.compress(TABLE.encode()))
    assert read_phrases(Path("ours.tsv.gz")) == read_phrases(Path("ours.tsv"))
    assert read_phrases(Path("ours.tsv")) == (
        ("chilly warfare", "cold war"),
        ("sun powered board", "solar panel"),
    )


def test_a_row_that_says_the_same_twice_says_nothing() -> None:
    Path("ours.tsv").write_text("cold war\tCold War\nchilly warfare\tcold war\n")
    assert read_phrases(Path("ours.tsv")) == (("chilly warfare", "cold war"),)


def test_it_can_be_ignored_like_any_rule() -> None:
    assert newslint("check", "--ignore", "own-phrase", "a.txt").code == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"chilly warfare\n", "ours.tsv: line 1: write the wrong phrase, a tab, and the right one"),
        (b"a\tb\n\tc\n", "ours.tsv: line 2"),
        (b"\xff\xfe\tb", "not a table in UTF-8"),
    ],
)
def test_a_broken_table_is_told_with_its_line(data: bytes, said: str) -> None:
    Path("ours.tsv").write_bytes(data)
    done = newslint("check", "a.txt")
    assert done.code == 2
    assert said in done.err


def test_what_is_no_gzip_is_told() -> None:
    Path("x.tsv.gz").write_bytes(b"plain")
    with pytest.raises(ConfigError, match=r"x\.tsv\.gz"):
        read_phrases(Path("x.tsv.gz"))
