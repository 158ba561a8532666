"""Large files: read in chunks, in bounded memory, and put together again."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from commands import newslint

from newslint.core import atomic_write
from newslint.runner import chunks, reading

DAMAGED, MENDED = "Police shut the the bridge.", "Police shut the bridge."
ARTICLES = 100


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(chunks.cut, "__defaults__", (2_000, 10_000))


def rows(text: str = DAMAGED, every: int = 7) -> list[dict[str, str]]:
    return [
        {"id": f"é{n}", "headline": "Bridge", "body": text if n % every == 0 else MENDED}
        for n in range(ARTICLES)
    ]


def lines_of(path: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").split("\n") if line]


def put_jsonl(path: str = "a.jsonl") -> Path:
    file = Path(path)
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows()), "utf-8")
    return file


def put_csv(path: str = "a.csv") -> Path:
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, ["id", "headline", "body"])
        sheet.writeheader()
        sheet.writerows({**row, "body": row["body"] + '\n\n"Slowly," she said.'} for row in rows())
    return Path(path)


@pytest.mark.parametrize("put", [put_jsonl, put_csv])
@pytest.mark.parametrize("processes", ["1", "3"])
def test_findings_name_the_line_of_the_file(put, processes: str) -> None:
    file = put()
    result = newslint("check", "-j", processes, "--output-format", "json", file.name)
    (told,) = json.loads(result.out)["files"]
    text = file.read_bytes().decode()
    found = told["diagnostics"]
    assert len(found) == len(range(0, ARTICLES, 7))
    for finding in found:
        assert text[finding["start"] : finding["end"]] == "the the"
        assert finding["line"] == text.count("\n", 0, finding["start"]) + 1
        assert finding["field"] == "body"


@pytest.mark.parametrize("processes", ["1", "3"])
def test_repairs_go_into_the_file_and_nothing_else_does(processes: str) -> None:
    file = put_jsonl()
    before = file.read_bytes()
    result = newslint("fix", "-j", processes, file.name)
    assert result.code == 0
    assert file.read_bytes() == before.replace(b"the the", b"the")
    assert f"Fixed {len(range(0, ARTICLES, 7))} findings in 1 file" in result.out
    assert [path.name for path in Path().iterdir()] == ["a.jsonl"]


def test_a_sheet_keeps_its_quoting() -> None:
    file = put_csv()
    before = file.read_bytes()
    newslint("fix", file.name)
    assert file.read_bytes() == before.replace(b"the the", b"the")


def test_lines_that_cannot_be_read_are_told_by_number_and_kept() -> None:
    file = put_jsonl()
    lines = file.read_bytes().split(b"\n")
    lines[2], lines[80] = b'{"body": "cut', b"[}"
    file.write_bytes(b"\n".join(lines))
    result = newslint("fix", "-j", "1", "--output-format", "concise", file.name)
    assert result.code == 3
    assert "line 3: " in result.out
    assert "line 81: " in result.out
    assert file.read_bytes().split(b"\n")[80] == b"[}"
    assert file.read_bytes().count(b"the the") == 0


def test_a_patch_of_a_stream_can_be_applied() -> None:
    file = put_jsonl()
    patch = newslint("fix", "--diff", file.name)
    assert file.read_bytes().count(b"the the") > 0
    done = subprocess.run(["git", "apply"], input=patch.bytes, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert file.read_bytes().count(b"the the") == 0


def test_standard_input_is_a_stream_too() -> None:
    data = put_jsonl().read_bytes()
    result = newslint("fix", "-", "--language-format", "jsonl", stdin=data)
    assert result.bytes == data.replace(b"the the", b"the")


@pytest.mark.parametrize("failing", [1, 2])
def test_a_write_that_fails_once_leaves_the_whole_file_as_it_is(
    failing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put_jsonl()
    before, calls = file.read_bytes(), []
    write = atomic_write.AtomicWriter.write

    def fail_once(self: atomic_write.AtomicWriter, data: bytes) -> None:
        calls.append(data)
        if len(calls) == failing:
            raise OSError(28, "No space left on device")
        write(self, data)

    monkeypatch.setattr(atomic_write.AtomicWriter, "write", fail_once)
    result = newslint("fix", "--output-format", "concise", file.name)
    assert (result.code, len(calls)) == (3, failing)
    assert "a.jsonl: error: nothing was fixed: No space left on device" in result.out
    assert file.read_bytes() == before
    assert [path.name for path in Path().iterdir()] == ["a.jsonl"]


def test_a_draft_that_lacks_bytes_never_takes_the_place(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    draft = atomic_write.AtomicWriter(file)
    draft.write(b"new and whole")
    draft.file.truncate(3)
    with pytest.raises(atomic_write.NotWritten, match="an earlier write failed"):
        draft.commit()
    draft.discard()
    assert file.read_bytes() == b"old"


def test_a_file_that_changes_meanwhile_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    file = put_jsonl()
    commit = atomic_write.AtomicWriter.commit

    def late(self: atomic_write.AtomicWriter, *is_same: object) -> None:
        with file.open("ab") as other:
            other.write(b'{"body": "new"}\n')
        commit(self, *is_same)

    monkeypatch.setattr(atomic_write.AtomicWriter, "commit", late)
    result = newslint("fix", file.name)
    assert result.code == 3
    assert "has changed since it was read" in result.out
    assert file.read_bytes().count(b"the the") > 0
    assert [path.name for path in Path().iterdir()] == ["a.jsonl"]


def test_the_baseline_of_a_stream_holds_all_of_it() -> None:
    file = put_jsonl()
    newslint("baseline")
    (known,) = json.loads(Path("newslint-baseline.json").read_text("utf-8"))["files"][file.name]
    assert known["count"] == len(range(0, ARTICLES, 7))
    assert newslint("check").code == 0


def test_one_go_has_its_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_FILE_BYTES", 1_000_000)
    Path("a.md").write_bytes(b"word " * 300_000)
    Path("b.txt").write_text(DAMAGED, "utf-8")
    result = newslint("check", "--output-format", "concise")
    assert result.code == 3
    assert "a.md: error: larger than 1 MB" in result.out
    assert "b.txt:1:13" in result.out


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures memory as Linux tells it")
def test_memory_does_not_grow_with_the_file() -> None:
    row = json.dumps({"headline": "Bridge", "body": (MENDED + " ") * 400}) + "\n"
    code = (
        "from pathlib import Path; from newslint.cli import main; "
        "main(['check', '-q', '-j', '1', '--select', 'double-comma', 'a.jsonl']); "
        "print(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])"
    )
    peaks = []
    for megabytes in (2, 16):
        Path("a.jsonl").write_bytes(row.encode() * (megabytes * 1_000_000 // len(row)))
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        peaks.append(int(done.stdout))
    assert peaks[1] < peaks[0] * 1.2, peaks
