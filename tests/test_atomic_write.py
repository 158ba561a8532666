"""What the replacement of a file keeps, refuses and leaves behind."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from commands import newslint

from newslint.core import atomic_write, drafts
from newslint.core.atomic_write import AtomicWriter, NotWritten, replace, version_of, write

OLD, NEW = b"Police shut the the bridge.\n", b"Police shut the bridge.\n"
ROOT = os.name == "posix" and os.geteuid() == 0


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    return path


def names() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


@pytest.mark.skipif(not ROOT, reason="only root gives files away")
@pytest.mark.parametrize("mode", [0o640, 0o4755, 0o2664, 0o6711])
def test_owner_group_and_mode_stay(file: Path, mode: int) -> None:
    os.chown(file, 1234, 4321)
    file.chmod(mode)
    replace(file, OLD, NEW)
    about = file.stat()
    assert (about.st_uid, about.st_gid, stat.S_IMODE(about.st_mode)) == (1234, 4321, mode)
    assert file.read_bytes() == NEW


def test_a_file_does_not_run_as_somebody_else_than_before(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", refuse)
    file.chmod(0o6755)
    replace(file, OLD, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == 0o755


@pytest.mark.skipif(sys.platform != "linux", reason="needs extended attributes")
def test_extended_attributes_stay(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        os.setxattr(file, "user.desk", b"city\0")
    except OSError as error:
        pytest.skip(f"this file system has none: {error.strerror}")
    replace(file, OLD, NEW)
    assert (os.getxattr(file, "user.desk"), file.read_bytes()) == (b"city\0", NEW)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "setxattr", refuse)
    with pytest.raises(NotWritten, match=r"its attribute user.desk cannot be preserved: No space left"):
        replace(file, NEW, OLD)
    assert (file.read_bytes(), names()) == (NEW, ["a.txt"])


def test_a_file_of_several_names_is_refused(file: Path) -> None:
    os.link(file, "b.txt")
    result = newslint("fix", "a.txt")
    assert result.code == 3
    assert "nothing was fixed: the file has 2 hard links" in result.out
    assert file.read_bytes() == Path("b.txt").read_bytes() == OLD
    assert names() == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    "moment", ["before the draft", "before the comparison", "after it", "after the rename"]
)
def test_what_somebody_appends_meanwhile_is_never_lost(
    file: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = file.open("ab", buffering=0)

    def append_before(owner: object, name: str) -> None:
        original = getattr(owner, name)

        def late(*args):
            monkeypatch.setattr(owner, name, original)
            other.write(b"By hand.\n")
            return original(*args)

        monkeypatch.setattr(owner, name, late)

    if moment == "after the rename":
        append_before(AtomicWriter, "_require_same")
        monkeypatch.setattr(AtomicWriter, "_require_same", _second(AtomicWriter._require_same))
    else:
        append_before(
            *{
                "before the draft": (drafts, "create"),
                "before the comparison": (atomic_write, "_keep_metadata"),
                "after it": (drafts, "link"),
            }[moment]
        )
    with pytest.raises(NotWritten, match="has changed since it was read"):
        replace(file, OLD, NEW)
    assert (file.read_bytes(), names()) == (OLD + b"By hand.\n", ["a.txt"])


def _second(late):
    """A comparison that lets the first of two pass untouched."""
    calls = []

    def compare(self: AtomicWriter, path: Path, is_same) -> None:
        calls.append(path)
        if len(calls) > 1:
            late(self, path, is_same)

    return compare


def test_a_stream_knows_its_file_from_when_it_was_cut(file: Path) -> None:
    version = version_of(file)
    file.write_bytes(OLD * 2)
    draft = AtomicWriter(file, version)
    draft.write(NEW)
    with pytest.raises(NotWritten, match="has changed"):
        draft.commit()
    draft.discard()
    assert (file.read_bytes(), names()) == (OLD * 2, ["a.txt"])


def test_a_file_system_without_hard_links_will_do(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    replace(file, OLD, NEW)
    assert (file.read_bytes(), names()) == (NEW, ["a.txt"])


@pytest.mark.parametrize("name", ["a" * 251 + ".txt", "é" * 125 + ".txt", "🗞" * 62 + ".txt"])
def test_names_may_be_as_long_as_the_system_allows(file: Path, name: str) -> None:
    file.rename(name)
    assert newslint("fix", name).code == 0
    assert (Path(name).read_bytes(), names()) == (NEW, [name])


@pytest.mark.usefixtures("file")
def test_new_files_are_written_and_devices_are_not() -> None:
    write(Path("new.json"), b"{}")
    assert Path("new.json").read_bytes() == b"{}"
    assert stat.S_IMODE(Path("new.json").stat().st_mode) == 0o666 & ~atomic_write._umask()
    with pytest.raises(NotWritten, match="not a regular file"):
        write(Path(os.devnull), b"{}")
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system for processes")
@pytest.mark.usefixtures("file")
def test_a_later_run_removes_what_a_killed_one_left() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for process in (gone.pid, os.getpid(), 10**30):
        Path(f".a.txt.newslint-{process}-abcd_123").touch()
        Path(f".a\nb.newslint-{process}-abcd_123.old").touch()
    others = [".a.txt.newslint-1-abc", "a.txt.newslint-1-abcd_123", f".newslint-{gone.pid}-abcd_123x"]
    for name in others:
        Path(name).touch()
    Path(f".dir.newslint-{gone.pid}-abcd_123").mkdir()
    before = set(names())
    assert newslint("check", ".").code == 1
    assert set(names()) == before
    assert newslint("fix", "a.txt").code == 0
    assert before - set(names()) == {
        f"{name}{process}-abcd_123{end}"
        for process in (gone.pid, 10**30)
        for name, end in ((".a.txt.newslint-", ""), (".a\nb.newslint-", ".old"))
    }
