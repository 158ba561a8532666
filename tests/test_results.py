"""What was found before is not looked for again, unless anything that decides it has changed."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from commands import newslint

from newslint.config.resolver import Settings
from newslint.core.cache_files import SqliteStore
from newslint.core.report import FileReport
from newslint.linter.linter import Linter
from newslint.runner import file_linter, result_cache, runner
from newslint.runner.chunks import cut
from newslint.runner.discovery import InputFile
from newslint.runner.file_linter import FileLinter
from newslint.runner.result_cache import fingerprint
from newslint.runner.runner import run
from newslint.runner.workers import WorkerPool

DAMAGED = "Police shut the the bridge.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of ours, in which any work is worth a look at earlier results."""
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path / "news")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(runner, "SMALL_RUN_BYTES", -1)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that were really checked."""
    paths: list[str] = []
    original = FileLinter._process

    def watched(job: FileLinter, task, path):
        paths.append(path)
        return original(job, task, path)

    monkeypatch.setattr(FileLinter, "_process", watched)
    return paths


def check(*paths: str, settings: Settings | None = None, cache: bool = True) -> list[FileReport]:
    job = FileLinter(settings or Settings())
    return list(run(job, [InputFile(path, named=True) for path in paths], 1, cache=cache))


def test_an_unchanged_file_is_reported_from_memory(asked: list[str]) -> None:
    Path("a.txt").write_text(DAMAGED)
    first, second = check("a.txt"), check("a.txt")
    assert asked == ["a.txt"]
    assert first == second
    assert first[0].diagnostics


def test_a_copy_is_known_under_its_own_name() -> None:
    Path("a.txt").write_text(DAMAGED)
    Path("b.txt").write_text(DAMAGED)
    assert [report.path for report in check("a.txt", "b.txt")] == ["a.txt", "b.txt"]
    assert [report.path for report in check("a.txt", "b.txt")] == ["a.txt", "b.txt"]


def test_without_a_cache_nothing_is_remembered(asked: list[str]) -> None:
    Path("a.txt").write_text(DAMAGED)
    check("a.txt", cache=False)
    check("a.txt", cache=False)
    assert asked == ["a.txt", "a.txt"]
    assert not result_cache.database().exists()


def test_a_project_may_want_no_cache(asked: list[str]) -> None:
    Path("newslint.toml").write_text("cache = false")
    Path("a.txt").write_text(DAMAGED)
    check("a.txt")
    check("a.txt")
    assert asked == ["a.txt", "a.txt"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.txt", DAMAGED + "More.\n"),
        ("newslint.toml", 'ignore = ["double-comma"]'),
        ("newslint.toml", 'options.double-word.allowed = ["that"]'),
        ("newslint.toml", 'accept = ["bridge"]'),
        ("newslint.toml", 'encoding = "latin-1"'),
        ("newslint.toml", "continued-quotes = false"),
        ("newslint.toml", "report-unused-ignores = false"),
        ("newslint.toml", 'formats = {"a.txt" = "markdown"}'),
        (
            "newslint-baseline.json",
            '{"version": 1, "files": {"a.txt": [{"rule": "double-word", '
            '"sentence": "Police shut the the bridge."}]}}',
        ),
    ],
)
def test_what_decides_the_result_makes_it_anew(asked: list[str], file: str, text: str) -> None:
    Path("a.txt").write_text(DAMAGED)
    check("a.txt")
    Path(file).write_text(text)
    changed = check("a.txt")
    assert asked == ["a.txt", "a.txt"]
    assert [r.diagnostics for r in changed] == [r.diagnostics for r in check("a.txt", cache=False)]


def test_another_state_of_the_rules_makes_it_anew(asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text(DAMAGED)
    check("a.txt")
    monkeypatch.setattr(result_cache, "version_of", lambda _: "edited")
    check("a.txt")
    monkeypatch.setattr(result_cache, "_versions", lambda: ("9.9",))
    check("a.txt")
    assert asked == ["a.txt"] * 3


def test_failures_are_not_remembered(asked: list[str]) -> None:
    Path("a.txt").write_bytes(b"\xff\xfe\x00broken")
    assert check("a.txt")[0].error
    assert check("a.txt")[0].error
    assert len(asked) == 2


def test_results_are_the_same_in_every_format_and_with_every_report() -> None:
    check = ["check", "-j1", "--select", "double-word,double-comma", str(Path(__file__).parents[1] / "seeds")]
    for form in ("text", "json", "sarif", "github"):
        plain = newslint(*check, "--no-cache", "--output-format", form).out
        cold = newslint(*check, "--output-format", form).out
        warm = newslint(*check, "--output-format", form).out
        assert plain == cold == warm
    assert result_cache.database().exists(), "the seeds are too few for what this is about"


def test_pieces_of_a_stream_are_remembered(asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_linter, "cut", partial(cut, size=5_000))
    lines = [json.dumps({"text": f"Bridge {n} is shut. {DAMAGED}" * 4}) for n in range(100)]
    Path("a.jsonl").write_text("\n".join(lines))
    first = check("a.jsonl")
    times = len(asked)
    assert times > 1
    assert [(r.first_line, r.diagnostics) for r in check("a.jsonl")] == [
        (r.first_line, r.diagnostics) for r in first
    ]
    assert len(asked) == times


@pytest.mark.parametrize("damage", [b"junk" * 1000, b"", b"SQLite format 3\0" + bytes(4000)])
def test_a_damaged_database_is_made_anew(asked: list[str], damage: bytes) -> None:
    Path("a.txt").write_text(DAMAGED)
    check("a.txt")
    for part in ("-wal", "-shm"):
        Path(f"{result_cache.database()}{part}").unlink(missing_ok=True)
    result_cache.database().write_bytes(damage)
    for _ in range(3):
        assert check("a.txt")[0].diagnostics
    assert len(asked) <= 3, "it is never of use again"


def test_a_folder_that_cannot_be_written_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text(DAMAGED)
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(Path("a.txt") / "cache"))
    assert check("a.txt")[0].diagnostics
    assert check("a.txt")[0].error is None


def test_it_does_not_grow_for_ever(tmp_path: Path) -> None:
    file, largest = tmp_path / "small.sqlite", 400_000
    for run_number in range(10):
        store = SqliteStore(file, largest, 500)
        for number in range(100):
            store.put(b"%d %d" % (run_number, number), bytes(2000))
        store.close()
        assert file.stat().st_size < 2 * largest
    store = SqliteStore(file, largest)
    count, size = store.size()
    assert 0 < count < 1000
    assert size <= largest
    store.close()


def test_two_newslints_share_it() -> None:
    for number in range(100):
        Path(f"{number:03}.txt").write_text(f"Bridge {number}. {DAMAGED}Much rain{', more rain' * 200}.\n")
    command = [sys.executable, "-m", "newslint", "check", "-q", "--select", "double-word", "."]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate() for process in running]
    assert {process.returncode for process in running} == {1}
    assert len({out for out, _ in said}) == 1
    assert {err for _, err in said} == {b""}
    with sqlite3.connect(result_cache.database()) as kept:
        assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert kept.execute("SELECT count(*) FROM results").fetchone() == (100,)


def test_known_files_and_new_ones_are_told_in_order_by_several_processes() -> None:
    for number in range(40):
        Path(f"{number:02}.txt").write_text(f"Bridge {number}. {DAMAGED}")
    targets = [InputFile(f"{number:02}.txt") for number in range(40)]
    known = list(run(FileLinter(), targets[10:20], 1, cache=True))
    Path("15.txt").write_text("Another bridge.\n")
    told = list(run(FileLinter(), targets, 2, cache=True))
    assert [report.path for report in told] == [target.path for target in targets]
    assert [report for report in told[10:20] if report.path != "15.txt"] == known[:5] + known[6:]
    assert told == list(run(FileLinter(), targets, 1))


def test_what_is_known_needs_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(DAMAGED)
    targets = [InputFile("a.txt"), InputFile("b.txt")]
    first = list(run(FileLinter(), targets, 2, cache=True))
    monkeypatch.setattr(WorkerPool, "_start", None)
    assert list(run(FileLinter(), targets, 2, cache=True)) == first


def test_more_keys_than_sqlite_takes_at_once_are_found(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "many.sqlite", 10**9, 500)
    keys = [b"%d" % number for number in range(2_500)]
    for key in keys:
        store.put(key, b"data")
    store.close()
    store = SqliteStore(tmp_path / "many.sqlite", 10**9)
    assert store.get_many([*keys, b"unknown"]) == dict.fromkeys(keys, b"data")
    store.close()


def test_the_command_shows_and_clears() -> None:
    Path("a.txt").write_text(DAMAGED)
    check("a.txt")
    shown = newslint("cache").out
    assert "1 file results" in shown
    assert newslint("cache", "clear").code == 0
    assert not result_cache.database().exists()
    assert newslint("cache", "clear").code == 0
    assert "0 file results" in newslint("cache", "show").out


def test_half_a_character_is_no_trouble() -> None:
    Path("a.json").write_text('{"text": "Police shut the the \\ud83d bridge."}')
    (report,) = check("a.json")
    assert report.diagnostics
    assert check("a.json") == [report]


def test_a_profile_has_its_own_mark() -> None:
    assert fingerprint(Linter(())) != fingerprint(
        Linter((), suppressions=Linter(()).suppressions.__class__(report_unused=False))
    )
