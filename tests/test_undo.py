"""What a run of `fix` changed can be restored, and is when it may be."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from collections import Counter
from pathlib import Path

import pytest
from commands import newslint
from hypothesis import given
from hypothesis import strategies as st

from newslint.core import atomic_write
from newslint.runner import chunks, fix_history
from newslint.runner.byte_patch import old_bytes
from newslint.runner.fix_history import FileChange, FixHistory, FixRun, HistoryError, open_history

DAMAGED, MENDED = "Police shut the the bridge.\n", "Police shut the bridge.\n"
FIX = ("fix", "-q", "--select", "double-word")


@pytest.fixture(autouse=True)
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSLINT_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    Path("a.txt").write_text(DAMAGED, "utf-8")
    Path("b.txt").write_text(DAMAGED, "utf-8")
    return tmp_path / "data/history/history.sqlite"


def texts() -> list[str]:
    return [Path(name).read_text("utf-8") for name in ("a.txt", "b.txt")]


def test_the_last_run_is_undone_and_then_the_one_before() -> None:
    assert newslint(*FIX, "a.txt", "b.txt").code == 0
    Path("a.txt").write_text(DAMAGED * 2, "utf-8")
    assert newslint(*FIX, "a.txt").code == 0
    result = newslint("undo")
    assert (result.code, result.out) == (0, f"a.txt: restored\nRestored 1 file in {Path.cwd()}.\n")
    assert texts() == [DAMAGED * 2, MENDED]
    result = newslint("undo")
    assert result.code == 3
    assert result.err == "a.txt: not restored: it has changed since it was fixed\n"
    assert texts() == [DAMAGED * 2, DAMAGED]


def test_a_file_is_undone_alone() -> None:
    newslint(*FIX, "a.txt", "b.txt")
    assert newslint("undo", "b.txt").out == f"b.txt: restored\nRestored 1 file in {Path.cwd()}.\n"
    assert texts() == [MENDED, DAMAGED]
    assert newslint("undo", "b.txt").out == "Nothing to undo.\n"
    assert newslint("undo", ".").code == 0
    assert texts() == [DAMAGED, DAMAGED]


def test_a_path_that_is_nowhere_is_misuse() -> None:
    newslint(*FIX, "a.txt")
    result = newslint("undo", "nosuch.txt")
    assert result.code == 2
    assert "no such file, and none in the history: nosuch.txt" in result.err
    Path("a.txt").unlink()
    assert newslint("undo", "a.txt").code == 3


def test_the_folder_of_another_run_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    newslint(*FIX, "a.txt")
    desk = Path.cwd()
    monkeypatch.chdir(desk.parent)
    assert newslint("undo").out.endswith(f"Restored 1 file in {desk}.\n")


def test_a_run_is_undone_by_its_number() -> None:
    newslint(*FIX, "a.txt")
    newslint(*FIX, "b.txt")
    assert newslint("undo", "--run", "1").code == 0
    assert texts() == [DAMAGED, MENDED]
    assert newslint("undo", "--run", "7").code == newslint("history", "--run", "7").code == 2


def test_what_changed_since_is_left_as_it_is() -> None:
    newslint(*FIX, "a.txt", "b.txt")
    Path("b.txt").write_text("Something else.\n", "utf-8")
    result = newslint("undo")
    assert (result.code, result.out) == (
        3,
        f"a.txt: restored\nRestored 1 file in {Path.cwd()}; 1 left as is.\n",
    )
    assert texts() == [DAMAGED, "Something else.\n"]
    Path("b.txt").unlink()
    assert newslint("undo").err == "b.txt: not restored: No such file or directory\n"


@pytest.mark.parametrize("processes", [1, 2])
def test_each_kind_of_file_comes_back_to_the_byte(processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks.cut, "__defaults__", (2_000, 10_000))
    row = json.dumps({"text": DAMAGED}) + "\n"
    files = {
        "bom.txt": b"\xef\xbb\xbf" + DAMAGED.encode().replace(b"\n", b"\r\n"),
        "many.jsonl": (row * 900).encode(),
        "one.jsonl": (json.dumps({"text": MENDED}) + "\n").encode() * 900 + row.encode(),
        "rows.csv": b"text\n" + DAMAGED.encode() * 3,
    }
    for name, data in files.items():
        Path(name).write_bytes(data)
    assert newslint(*FIX, "-j", processes, *files).code == 0
    assert not any(Path(name).read_bytes() == data for name, data in files.items())
    assert newslint("undo").out.count(": restored") == 4
    assert {name: Path(name).read_bytes() for name in files} == files


def test_only_the_user_can_read_the_history(history: Path) -> None:
    old = os.umask(0)
    try:
        newslint(*FIX, "a.txt")
    finally:
        os.umask(old)
    assert stat.S_IMODE(history.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in history.parent.iterdir()} == {0o600}


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, None])
def test_a_damaged_history_stops_no_fix(history: Path, damage: bytes | None) -> None:
    newslint(*FIX, "b.txt")
    open_history().close()
    fix_history._open_in.cache_clear()
    for file in history.parent.glob("*-*"):
        file.unlink()
    if damage is None:
        whole = history.read_bytes()
        damage = whole[:4096] + b"\xff" * (len(whole) - 4096)
    history.write_bytes(damage)
    assert newslint(*FIX, "a.txt").code == 0
    assert texts() == [MENDED, MENDED]
    assert newslint("undo").code == 0
    assert texts() == [DAMAGED, MENDED]


def test_a_history_that_cannot_be_written_stops_no_fix(history: Path) -> None:
    history.parent.parent.write_text("no folder", "utf-8")
    assert newslint(*FIX, "a.txt").code == 0
    assert texts() == [MENDED, DAMAGED]


def test_a_folder_of_others_is_not_used(history: Path, caplog: pytest.LogCaptureFixture) -> None:
    history.parent.mkdir(parents=True)
    history.parent.chmod(0o777)
    assert newslint(*FIX, "a.txt").code == 0
    assert texts() == [MENDED, DAMAGED]
    assert "this fix cannot be undone: " in caplog.text
    assert "others may write to it" in caplog.text
    assert newslint("undo").code == newslint("history").code == 3


def test_damaged_bytes_are_not_restored(history: Path) -> None:
    newslint(*FIX, "a.txt")
    change = next(open_history().runs()).changes[0].change
    with sqlite3.connect(history) as connection:
        connection.execute("UPDATE changes SET before = ?", ("0" * 64,))
    assert newslint("undo").err == "a.txt: not restored: the history is damaged\n"
    with sqlite3.connect(history) as connection:
        connection.execute("UPDATE changes SET before = ?, old = x'93'", (change.before,))
    assert newslint("undo").err == "a.txt: not restored: the history is damaged\n"
    with sqlite3.connect(history) as connection:
        connection.execute("UPDATE changes SET rules = 'x'")
    assert newslint("undo").out == "Nothing to undo.\n"
    assert "1 no longer kept" in newslint("history").out
    assert texts() == [MENDED, DAMAGED]


def test_a_fix_that_was_not_written_is_not_in_the_history(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise atomic_write.NotWritten("the file is read-only")

    monkeypatch.setattr(atomic_write, "replace", fail)
    assert newslint(*FIX, "a.txt").code == 3
    assert newslint("history").out == "No files were fixed.\n"


def test_the_history_tells_what_was_done() -> None:
    newslint(*FIX, "a.txt", "b.txt")
    newslint("undo", "a.txt")
    first, folder = newslint("history").out.splitlines()
    assert first.startswith("1  ")
    assert first.endswith("  2 files, 2 findings fixed (double-word 2)  [1 undone]")
    assert folder == f"   in {Path.cwd()}"
    assert newslint("history", "--run", "1").out.splitlines()[2:] == ["   a.txt (undone)", "   b.txt"]
    (run,) = json.loads(newslint("history", "--output-format", "json").out)["runs"]
    assert [(file["undone"], file["rules"]) for file in run["files"]] == [
        (True, {"double-word": 1}),
        (False, {"double-word": 1}),
    ]
    assert newslint("history", "--clear").code == 0
    assert newslint("history").out == "No files were fixed.\n"
    assert newslint("undo").out == "Nothing to undo.\n"


@pytest.mark.parametrize(
    "args",
    [
        ("a.txt", "--output", "a.txt"),
        ("a.txt", "--output", "../desk/a.txt"),
        ("a.txt", "--output", "link.txt"),
        ("a.txt", "--output", "."),
        (".", "--output", "."),
        ("a.txt", "b.txt", "--output", "../desk/"),
    ],
)
def test_no_output_overwrites_a_file_that_is_fixed(args: tuple[str, ...]) -> None:
    Path("link.txt").symlink_to("a.txt")
    result = newslint(*FIX, *args)
    assert result.code == 2
    assert "which is one of the files to fix" in result.err
    assert "newslint undo" in result.err
    assert texts() == [DAMAGED, DAMAGED]


@pytest.mark.parametrize("options", [("--no-history",), ("--diff",), ("--output", "c.txt")])
def test_what_changes_no_file_or_is_not_to_be_kept_is_not(history: Path, options: tuple[str, ...]) -> None:
    newslint(*FIX, *options, "a.txt")
    assert not history.exists()


def change_of(name: str, size: int) -> FileChange:
    return FileChange(Path(name), "1", "2", [old_bytes(os.urandom(size), b"")], Counter(x=1))


def test_the_oldest_changes_go_first(tmp_path: Path) -> None:
    made = FixHistory(tmp_path / "small")
    for number in range(4):
        made.add(FixRun(str(number // 2), float(number), "/"), change_of(f"/{number}", 1_000))
    made.trim(3_500)
    assert [(run.dropped, [c.change.path.name for c in run.changes]) for run in made.runs()] == [
        (0, ["2", "3"]),
        (1, ["1"]),
    ]
    made.trim(1_500)
    assert [(run.dropped, [c.change.path.name for c in run.changes]) for run in made.runs()] == [(1, ["3"])]
    made.clear()
    assert list(made.runs()) == []


def test_the_history_is_trimmed_as_it_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fix_history, "MAX_BYTES", 20_000)
    monkeypatch.setattr(fix_history, "MAX_FILE_BYTES", 5_000)
    made = FixHistory(tmp_path / "small")
    for number in range(40):
        made.add(FixRun(str(number), float(number), "/"), change_of(f"/{number}", 4_000))
    assert 3 <= sum(len(run.changes) for run in made.runs()) <= 5
    with pytest.raises(HistoryError, match="too much was fixed"):
        made.add(FixRun("x", 0.0, "/"), change_of("/x", 6_000))


@given(st.binary(max_size=60), st.binary(max_size=60), st.integers(0, 5))
def test_old_bytes_bring_back_the_old_file(old: bytes, new: bytes, offset: int) -> None:
    made = old_bytes(old, new, offset)
    assert new[: made.start - offset] + made.data + new[made.end - offset :] == old


def test_a_backup_is_made_and_never_overwritten() -> None:
    for number in range(2):
        Path("a.txt").write_text(DAMAGED * (number + 1), "utf-8")
        newslint(*FIX, "--backup", "a.txt", "b.txt")
    found = {file.name: file.read_text("utf-8") for file in Path().iterdir()}
    assert found == {
        "a.txt": MENDED * 2,
        "a.txt.bak": DAMAGED,
        "a.txt.bak2": DAMAGED * 2,
        "b.txt": MENDED,
        "b.txt.bak": DAMAGED,
    }
    assert newslint("check", "--show-files").out == "a.txt\nb.txt\n"


def test_a_fixed_file_may_go_elsewhere() -> None:
    Path("clean.txt").write_text(MENDED, "utf-8")
    assert newslint(*FIX, "a.txt", "--output", "a.fixed.txt").code == 0
    assert Path("a.fixed.txt").read_text("utf-8") == MENDED
    assert newslint(*FIX, "clean.txt", "--output", "made/").code == 0
    assert Path("made/clean.txt").read_text("utf-8") == MENDED
    assert texts() == [DAMAGED, DAMAGED]


def test_fixed_files_may_go_into_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks.cut, "__defaults__", (2_000, 10_000))
    Path("deep").mkdir()
    rows = (json.dumps({"text": MENDED}) + "\n") * 900
    Path("deep/clean.jsonl").write_text(rows, "utf-8")
    Path("deep/last.jsonl").write_text(rows + json.dumps({"text": DAMAGED}) + "\n", "utf-8")
    Path("bad.txt").write_bytes(b"\xff")
    assert newslint(*FIX, ".", "--output", tmp_path / "out").code == 3
    made = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*")}
    assert made == {"a.txt", "b.txt", "deep/clean.jsonl", "deep/last.jsonl"}
    assert (tmp_path / "out/deep/clean.jsonl").read_text("utf-8") == rows
    assert (tmp_path / "out/deep/last.jsonl").read_text("utf-8").endswith('bridge.\\n"}\n')
    assert (tmp_path / "out/a.txt").read_text("utf-8") == MENDED
    assert texts() == [DAMAGED, DAMAGED]


@pytest.mark.parametrize(
    "options", [("--backup", "a.txt"), ("-",), ("--diff", "a.txt"), ("--word-diff", "a.txt")]
)
def test_options_that_do_not_fit_an_output_exit_2(options: tuple[str, ...]) -> None:
    assert newslint("fix", "--output", "x", *options).code == 2
    assert not Path("x").exists()
