"""Walking, reading, writing and sharing the work."""

from __future__ import annotations

import os
import socket
import stat
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children
from pathlib import Path
from time import sleep

import pytest
from commands import newslint
from msgspec.structs import replace

from newslint.config.resolver import ConfigResolver, Settings
from newslint.core import atomic_write
from newslint.core.diagnostics import Safety
from newslint.core.report import FileReport
from newslint.formats import jsonl, plain
from newslint.linter.time_limit import TimeLimitExceeded
from newslint.runner import chunks
from newslint.runner.discovery import FileFinder, InputFile
from newslint.runner.file_linter import FileLinter
from newslint.runner.reading import FileTask
from newslint.runner.runner import run
from newslint.runner.workers import WorkerPool

DAMAGED, MENDED = "Police shut the the bridge.\n", "Police shut the bridge.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(path: str, text: str | bytes = DAMAGED) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def walked(*paths: str, force_exclude: bool = False) -> list[str]:
    walk = FileFinder(ConfigResolver(Settings()), force_exclude)
    return [Path(target.path).as_posix() for target in walk.targets(paths or (".",))]


def test_directories_are_walked_in_order_for_prose_only() -> None:
    for path in ("b/2.txt", "a.txt", "b/1.TEXT", "c.md", "b/x.rs", "b/x.png", "Makefile"):
        put(path)
    assert walked() == ["a.txt", "b/1.TEXT", "b/2.txt", "c.md"]


def test_what_is_hidden_excluded_or_expected_is_left_out() -> None:
    for path in (".git/a.txt", ".drafts/a.txt", "node_modules/a.txt", "a.fixed.md", "a.report.txt", "a.txt"):
        put(path)
    put("newslint-baseline.json", '{"version": 1, "files": {}}')
    assert walked() == ["a.txt"]


def test_excludes_replace_or_extend_the_defaults() -> None:
    for path in ("old/a.txt", "sub/old/a.txt", "a.fixed.txt", "b.txt"):
        put(path)
    put("newslint.toml", 'extend-exclude = ["/old/"]')
    assert walked() == ["b.txt", "sub/old/a.txt"]
    put("newslint.toml", 'exclude = ["old"]')
    assert walked() == ["a.fixed.txt", "b.txt"]


def test_gitignore_counts_at_every_level_as_in_git() -> None:
    put(".git/HEAD", "")
    put(".gitignore", "*.txt\n!keep.txt\n/out/\n")
    put("desk/.gitignore", "!wire.txt\nkeep.txt\n")
    for path in ("keep.txt", "drop.txt", "out/keep.txt", "desk/keep.txt", "desk/wire.txt", "desk/x/wire.txt"):
        put(path)
    assert walked() == ["desk/wire.txt", "desk/x/wire.txt", "keep.txt"]
    assert walked("desk/x") == ["desk/x/wire.txt"]


def test_what_is_named_is_read_unless_exclusion_is_forced() -> None:
    put("newslint.toml", 'extend-exclude = ["legacy/"]')
    for path in ("legacy/a.rst", "legacy/b.txt", "c.fixed.txt", "d.rst"):
        put(path)
    named = "legacy/a.rst", "legacy", "c.fixed.txt", "d.rst"
    assert walked(*named) == ["legacy/a.rst", "legacy/b.txt", "c.fixed.txt", "d.rst"]
    assert walked(*named, force_exclude=True) == ["d.rst"]


def test_a_file_that_is_named_twice_is_read_once() -> None:
    put("a.txt")
    Path("b.txt").symlink_to("a.txt")
    assert walked("a.txt", ".", "./a.txt") == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a named pipe")
@pytest.mark.parametrize("command", ["check", "fix", "facts"])
def test_what_is_no_file_is_told_and_never_opened(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(put("in/story.txt").parent)
    os.mkfifo("pipe.txt")
    Path("device.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        result = newslint(command, ".", "/dev/zero", "pipe.txt")
    assert result.code == 3
    told = (result.out + result.err).splitlines()
    for name, kind in {"pipe.txt": "a named pipe", "socket.txt": "a socket", "/dev/zero": "a device"}.items():
        (line,) = [line for line in told if line.startswith(f"{name}:")]
        assert f"cannot be read: it is {kind}; pipe text into `newslint check -`" in line
    assert any(line.startswith("story.txt") for line in told) or command == "fix"
    assert Path("story.txt").read_text() == (MENDED if command == "fix" else DAMAGED)


def test_loops_of_directories_end() -> None:
    put("a/b.txt")
    Path("a/again").symlink_to(Path.cwd(), target_is_directory=True)
    assert walked() == ["a/b.txt"]


def test_paths_that_are_missing_are_told_and_the_rest_is_done() -> None:
    put("a.txt")
    put("z.txt")
    result = newslint("fix", "a.txt", "nowhere.txt", "z.txt")
    assert (result.code, "nowhere.txt: error: cannot be read: No such file" in result.out) == (3, True)
    assert Path("a.txt").read_text() == Path("z.txt").read_text() == MENDED


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such names")
def test_names_that_are_not_utf_8_are_walked_matched_and_reported() -> None:
    for name in (
        b"caf\xe9.txt",
        b"d\xe9/x.txt",
        b"d\xe9/y.txt",
        b"out\xff/x.txt",
        b"drop\xfe.txt",
        b"good.txt",
    ):
        put(os.fsdecode(name))
    put(".git/HEAD", "")
    put(".gitignore", b"out\xff/\n")
    put("newslint.toml", 'extend-exclude = ["drop?.txt"]\n[per-file-ignores]\n"d?/y*" = ["double-word"]')
    kept = [os.fsdecode(name) for name in (b"caf\xe9.txt", b"d\xe9/x.txt", b"d\xe9/y.txt", b"good.txt")]
    assert sorted(walked()) == sorted(kept)
    for processes in ("1", "2"):
        result = newslint("check", "-j", processes, "--select", "double-word", "--output-format", "concise")
        assert (result.code, result.out.count("double-word"), result.err) == (1, 3, "")
    assert newslint("check", *kept[:2], "--statistics", "--select", "double-word").out.split()[0] == "2"
    assert newslint("fix", ".").code == 0
    assert [Path(path).read_text() == MENDED for path in kept] == [True, True, False, True]


@contextmanager
def unprivileged() -> Iterator[None]:
    """What is done as a person whom the modes of files bind, which root is not."""
    if os.geteuid():
        yield
        return
    for directory in (Path.cwd(), *Path.cwd().parents):
        if directory.name.startswith(("pytest-", "popen-", "test_")):
            directory.chmod(0o755)  # pytest closes them
    Path("cache").mkdir(0o700)
    os.chown("cache", 65534, 65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="needs modes of files")
def test_what_may_not_be_entered_is_told_and_the_rest_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(Path("cache").absolute()))
    for path in ("closed/a.txt", "unsearchable/b.txt", "unlisted/c.txt", "rules/d.txt", "z.txt"):
        put(path).chmod(0o644)
    Path("rules").chmod(0o755)
    put("rules/.gitignore", "")
    for path, mode in {"closed": 0, "unsearchable": 0o644, "unlisted": 0o711, "rules/.gitignore": 0}.items():
        Path(path).chmod(mode)
    with unprivileged():
        result = newslint("check", "-q", "--output-format", "concise", ".", "closed/a.txt", "unlisted/c.txt")
    for path in ("closed", "unsearchable", "unlisted"):
        Path(path).chmod(0o755)
    denied = "error: cannot be read: Permission denied"
    told = [line for line in result.out.splitlines() if denied in line]
    paths = ["closed", "closed/a.txt", "rules/.gitignore", "unlisted", "unsearchable/b.txt"]
    assert sorted(line.partition(":")[0] for line in told) == paths
    assert result.code == 3
    assert "z.txt:1:13: double-word" in result.out
    assert "unlisted/c.txt:1:13: double-word" in result.out


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"caf\xe9", "not utf-8: byte 0xE9 at offset 3"),
        (b"JIF89a\0\1\2", "looks binary"),
        (b"a lone \xed\xa0\x80 surrogate", "not utf-8: byte 0xED"),
        (b"\xff\xfea", "not utf-16-le"),
        (b"word " * 100_000, "paragraph of 500,000 characters"),
    ],
    ids=["latin-1", "binary", "surrogate", "half UTF-16", "long line"],
)
def test_what_is_no_text_is_reported_and_the_rest_is_done(data: bytes, said: str) -> None:
    put("bad.txt", data)
    put("good.txt")
    for command in ("check", "fix"):
        result = newslint(command, "--output-format", "concise", "bad.txt", "good.txt")
        assert result.code == 3
        assert f"bad.txt: error: {said}" in result.out or said in result.out.splitlines()[0]
        assert "1 file failed." in result.out
    assert Path("bad.txt").read_bytes() == data
    assert Path("good.txt").read_text(encoding="utf-8") == MENDED


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"\r", "\u2028\f".encode()])
def test_next_to_nothing_is_no_trouble(data: bytes) -> None:
    put("a.txt", data)
    assert newslint("fix", "a.txt").code == 0
    assert Path("a.txt").read_bytes() == data


def test_utf_16_is_read_and_written_back() -> None:
    put("a.txt", DAMAGED.encode("utf-16"))
    assert newslint("fix", "a.txt").code == 0
    assert Path("a.txt").read_bytes() == MENDED.encode("utf-16")


def test_files_that_cannot_be_read_are_reported_and_the_rest_is_done() -> None:
    Path("loop.txt").symlink_to("loop.txt")
    put("ok.txt")
    result = newslint("check", "--output-format", "concise", "-q", ".")
    assert result.code == 3
    assert "loop.txt: error: cannot be read: Too many levels of symbolic links" in result.out
    assert "ok.txt:1:13: double-word" in result.out


def test_a_directory_that_cannot_be_read_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a/b.txt")
    put("c.txt", MENDED)

    def scan(path: str):
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return original(path)

    original = os.scandir
    monkeypatch.setattr(os, "scandir", scan)
    result = newslint("check")
    assert (result.code, "a: error: cannot be read: Permission denied" in result.out) == (3, True)


def test_only_the_bytes_that_are_meant_change() -> None:
    data = "\ufeffA\u2028line\x0c \u200bthe the end. \r\n\r\nold\rmac\r\n\n"
    put("a.txt", data)
    newslint("fix", "--select", "double-word", "a.txt")
    assert Path("a.txt").read_bytes() == data.replace("the the", "the").encode()


def test_nothing_is_written_where_nothing_changes() -> None:
    file = put("a.txt", MENDED)
    before = file.stat()
    newslint("fix", ".")
    after = file.stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_a_repair_keeps_mode_and_links_and_leaves_no_drafts() -> None:
    file = put("real/a.txt")
    file.chmod(0o640)
    Path("link.txt").symlink_to(file)
    assert newslint("fix", "link.txt").code == 0
    assert Path("link.txt").is_symlink()
    assert file.read_text(encoding="utf-8") == MENDED
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in Path("real").iterdir()] == ["a.txt"]


def test_a_file_that_changed_meanwhile_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    file = put("a.txt")

    def meddle(path: Path, old: bytes, new: bytes) -> None:
        file.write_text("Somebody else was here.\n", encoding="utf-8")
        original(path, old, new)

    original = atomic_write.replace
    monkeypatch.setattr(atomic_write, "replace", meddle)
    result = newslint("fix", "a.txt")
    assert result.code == 3
    assert "nothing was fixed: the file has changed since it was read" in result.out
    assert file.read_text(encoding="utf-8") == "Somebody else was here.\n"


def test_a_draft_that_cannot_take_the_place_is_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt")

    def fail(_draft: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    result = newslint("fix", "a.txt")
    assert (result.code, "No space left on device" in result.out) == (3, True)
    assert [path.name for path in Path().iterdir()] == ["a.txt"]
    assert Path("a.txt").read_text(encoding="utf-8") == DAMAGED


def test_read_only_files_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt")
    monkeypatch.setattr(os, "access", lambda *_: False)  # chmod does not stop root
    result = newslint("fix", "a.txt")
    assert (result.code, "read-only" in result.out) == (3, True)


def test_many_processes_say_what_one_says() -> None:
    for number in range(40):
        put(f"{number:02}.txt", DAMAGED * (number % 3) + MENDED)
    put("20.txt", b"\xff")
    alone = newslint("check", "-j", "1", "--output-format", "json")
    together = newslint("check", "-j", "3", "--output-format", "json")
    assert alone == together
    assert newslint("fix", "-j", "3").code == 3
    assert {Path(f"{n:02}.txt").read_text("utf-8").count("the the") for n in range(40) if n != 20} == {0}


class _Deadly(FileLinter):
    def process(self, task: FileTask) -> FileReport:
        if task.file == "deadly":
            os._exit(9)
        return super().process(task)


class _Panic(BaseException):
    """Like what a library written in Rust raises when it gives up."""


class _Unspeakable(Exception):
    """An error that can neither be printed nor be handed to another process."""

    def __str__(self) -> str:
        raise self

    def __reduce__(self):
        raise self


THROWN = {
    "panic": (lambda: _Panic("index out of bounds"), "_Panic: index out of bounds"),
    "exit": (lambda: SystemExit(0), "SystemExit: 0"),
    "generator": (GeneratorExit, "GeneratorExit"),
    "recursion": (lambda: RecursionError("too deep"), "RecursionError: too deep"),
    "memory": (MemoryError, "MemoryError"),
    "time": (TimeLimitExceeded, "TimeLimitExceeded"),
    "unspeakable": (_Unspeakable, "_Unspeakable"),
    "long": (lambda: ValueError("a\nb" * 10_000), "ValueError: a ba ba b"),
}


@pytest.mark.parametrize("kind", THROWN)
@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize("processes", ["1", "2"])
def test_whatever_a_parser_throws_is_the_error_of_its_file(
    processes: str, command: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, message = THROWN[kind]

    def parse(source, parse_options):
        if "bad" in source.path:
            raise make()
        return original(source, parse_options)

    original = plain.parse
    monkeypatch.setattr(plain, "parse", parse)
    for name in ("a", "bad", "c", "d"):
        put(f"{name}.txt")
    result = newslint(command, "-j", processes, "--output-format", "concise", "--no-cache", ".")
    assert result.code == 3
    (line,) = [line for line in result.out.splitlines() if line.startswith("bad.txt")]
    assert line.startswith(f"bad.txt: error: newslint failed: {message}")
    assert len(line) < 400
    assert "Traceback" not in result.err
    if command == "fix":
        assert [Path(f"{n}.txt").read_text("utf-8") for n in "acd"] == [MENDED] * 3
    else:
        assert result.out.count("double-word") == 3
    assert Path("bad.txt").read_text("utf-8") == DAMAGED


@pytest.mark.parametrize("kind", THROWN)
def test_whatever_is_thrown_while_a_file_is_cut_is_its_error(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, message = THROWN[kind]

    def split_points(_file, _size, _lines):
        yield 0, 10
        raise make()

    monkeypatch.setattr(jsonl, "split_points", split_points)
    monkeypatch.setattr(chunks.cut, "__defaults__", (10, 10))
    put("a.txt")
    put("bad.jsonl", '{"a": 1}\n' * 10)
    put("c.txt")
    result = newslint("check", "--output-format", "concise", ".")
    assert result.code == 3
    assert f"bad.jsonl: error: newslint failed: {message}" in result.out
    assert result.out.count("double-word") == 2


@pytest.mark.skipif(sys.platform == "win32", reason="kills a forked process")
def test_a_process_that_dies_is_named_and_the_rest_is_done() -> None:
    paths = ["a.txt", "deadly", "b.txt", "c.txt", "d.txt"]
    for path in paths:
        put(path)
    job = _Deadly(Settings(), Safety.SAFE)
    reports = list(run(job, [InputFile(path) for path in paths], 2))
    assert [report.path for report in reports] == paths
    assert [report.error for report in reports] == [
        None,
        "the process that read it crashed",
        None,
        None,
        None,
    ]
    assert [report.after for report in reports if not report.error] == [MENDED] * 4


class _Hostage(str):
    """A text that does not leave its process."""

    def __reduce__(self):
        raise RuntimeError("I stay")


class _Holding(FileLinter):
    def process(self, task: FileTask) -> FileReport:
        report = super().process(task)
        return replace(report, note=_Hostage("kept")) if task.file == "b.txt" else report


def test_a_report_that_cannot_be_handed_over_is_an_error_of_its_file() -> None:
    paths = ["a.txt", "b.txt", "c.txt"]
    for path in paths:
        put(path)
    for level in (None, Safety.SAFE):
        reports = list(run(_Holding(Settings(), level), [InputFile(path) for path in paths], 2))
        assert [bool(report.error) for report in reports] == [False, True, False]
        assert "cannot be sent by the process that read it: RuntimeError: I stay" in reports[1].error


def in_other_processes(pool: WorkerPool, paths: list[str]) -> list[tuple[str, int]]:
    """The path of each file, a batch each, and how many findings it has."""
    waiting, reports = list(paths), []
    while len(reports) < len(paths):
        while waiting and pool.has_room:
            path = waiting.pop(0)
            pool.submit((FileTask(InputFile(path), path),))
        reports += pool.take()
    pool.close()
    return [(report.path, len(report.diagnostics)) for report in reports]


@pytest.mark.parametrize("error", [MemoryError(), BlockingIOError(11, "fork"), RuntimeError("no new thread")])
@pytest.mark.parametrize("worked", [0, 2])
def test_where_no_process_can_be_started_one_does_it_all(
    error: Exception, worked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [f"{number}.txt" for number in range(8)]
    for path in paths:
        put(path)

    def submit(pool, *task):
        calls.append(task)
        if len(calls) > worked:
            raise error
        return original(pool, *task)

    calls: list[object] = []
    original = ProcessPoolExecutor.submit
    monkeypatch.setattr(ProcessPoolExecutor, "submit", submit)
    found = in_other_processes(WorkerPool(FileLinter(), 2), paths)
    assert found == [(path, 1) for path in paths]
    assert len(calls) == worked + 1
    tries = 0
    while active_children() and tries < 6000:  # a thread of the abandoned executor has yet to note their end
        sleep(0.01)
        tries += 1
    assert not active_children()


def test_processes_may_be_new_pythons() -> None:
    for path in ("a.txt", "b.txt"):
        put(path)
    found = in_other_processes(WorkerPool(FileLinter(), 2, method="spawn"), ["a.txt", "b.txt"])
    assert found == [("a.txt", 1), ("b.txt", 1)]
    assert not active_children()


def test_when_all_is_done_no_process_is_left() -> None:
    for path in ("a.txt", "b.txt"):
        put(path)
    assert len(list(run(FileLinter(), [InputFile("a.txt"), InputFile("b.txt")], 2))) == 2
    assert not active_children()
