"""A run says what it did not read: in a walk, for a named file, and when quiet."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import newslint

PROSE = (
    "The ferry came back to the harbor on Monday, and the crew said that all was well after the storm, "
    "which had shut the bridge for a week and cut the road to the old town."
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", f'{{"title": "Ferry stops", "raw_content": "{PROSE}"}}'),
        ("a.jsonl", f'{{"title": "Ferry stops", "raw_content": "{PROSE}"}}\n'),
        ("a.csv", f'title,raw_content\nFerry stops,"{PROSE}"\n'),
        ("a.xml", f"<doc><title>Ferry stops</title><raw_content>{PROSE}</raw_content></doc>"),
    ],
)
@pytest.mark.parametrize("asked", [".", "FILE", "-q ."])
def test_prose_that_is_not_read_is_named(folder: Path, name: str, text: str, asked: str) -> None:
    (folder / name).write_text(text)
    done = newslint("check", "--no-cache", *asked.replace("FILE", name).split())
    assert done.code == 0
    assert f"{name}: `raw_content` holds prose and is not read" in done.err
    assert "All clear" not in done.out


def test_a_file_without_prose_is_not_clear(folder: Path) -> None:
    (folder / "a.json").write_text('{"a": 1}')
    (folder / "b.txt").write_text("All is well.\n")
    done = newslint("check", "--no-cache", ".")
    assert done.out == "No findings in 2 files. 1 file was not read, or only in part.\n"
    assert done.err == ""


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", "id,text\n"), ("b.csv", 'text\n""\n'), ("c.py", "sails = 3\n")]
)
def test_a_named_file_without_prose_is_told(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    done = newslint("check", "--no-cache", name)
    assert done.out == "No findings in 1 file. 1 file was not read, or only in part.\n"
    assert done.err == f"{name}: nothing was checked: it has no prose\n"


def test_what_is_read_whole_is_clear(folder: Path) -> None:
    (folder / "a.json").write_text(f'{{"title": "Ferry stops", "body": "{PROSE}"}}')
    assert newslint("check", "--no-cache", ".").out == "All clear: 1 file checked.\n"
