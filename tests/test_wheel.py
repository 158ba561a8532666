"""What the wheel brings along is what would be made on the spot, and newslint works without it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import msgspec
import pytest
import regex

from hatch_build import WheelDataHook
from newslint.core import disk_cache, wheel_data
from newslint.core.disk_cache import remember
from newslint.core.pattern_scanner import PatternScanner
from newslint.core.patterns import Parts, _rebuild
from newslint.core.stamp import stamp
from newslint.core.wheel_data import PACKAGE, STAMP
from newslint.linter.prefilter.prefilter import TraceGroup, _translate
from newslint.rules import metadata
from newslint.rules.metadata import Row, own_traces
from newslint.rules.registry import BUILT_IN
from tools.wheel_data import digest, fix_samples

ROOT = Path(__file__).parents[1]
TEXTS = ["Police shut the the bridge.. He left .", "The NATO said a online magazine is 12.000 pages long."]


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder in the place of `newslint/built`, and an empty cache."""
    folder = tmp_path / "built"
    folder.mkdir()
    monkeypatch.setattr(wheel_data, "FOLDER", folder)
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    for function in (disk_cache._wheel, disk_cache._read_kept, wheel_data.stamp, stamp):
        function.cache_clear()
    monkeypatch.setattr(disk_cache, "_fresh", {})
    yield folder
    for function in (disk_cache._wheel, disk_cache._read_kept, wheel_data.stamp, stamp):
        function.cache_clear()


def fill(folder: Path, **entries: object) -> None:
    data = {key: msgspec.msgpack.encode(value) for key, value in entries.items()}
    (folder / disk_cache.NAME).write_bytes(msgspec.msgpack.encode(data))


@pytest.fixture
def wheel() -> str:
    """The wheel that CI has built, which takes half a minute."""
    return os.environ.get("NEWSLINT_WHEEL") or pytest.skip("NEWSLINT_WHEEL names no wheel; CI builds one")


def test_what_is_fixed_for_a_wheel_is_not_in_the_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(TEXTS[0], "utf-8")
    monkeypatch.setattr("tools.wheel_data.ROOT", tmp_path)
    monkeypatch.setenv("NEWSLINT_DATA_DIR", str(tmp_path / "data"))
    fix_samples()
    assert not (tmp_path / "data").exists()


def test_the_wheel_holds_what_would_be_made(wheel: str, built: Path) -> None:
    """And nothing is made where it is installed."""
    with ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.startswith("newslint/built/"):
                (built / Path(name).name).write_bytes(archive.read(name))
    assert (built / STAMP).read_text() == digest(PACKAGE) == stamp()
    entries = disk_cache._wheel()
    assert decoded(f"rules {BUILT_IN}", dict[str, Row]) == dict(metadata._read(BUILT_IN))
    for key in list(entries)[::10]:
        kind, _, rest = key.partition(" ")
        if kind == "pattern":
            assert matches(_rebuild(*decoded(key, Parts))) == matches(regex.compile(rest))
        elif kind == "trace":
            assert decoded(key, list[str]) == _translate(rest)
    usual, others = own_traces()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PatternScanner, "_compile", lambda *_: pytest.fail("an automaton was made"))
        groups = [TraceGroup(traces) for traces in (usual, others)]
        found = [group.find(TEXTS) for group in groups]
    (built / disk_cache.NAME).unlink()
    for file in built.glob("automaton-*"):
        file.unlink()
    assert found[1] == made(TraceGroup(others))
    assert any(found)
    assert disk_cache._fresh == {}


def decoded(key: str, kind: Any) -> Any:
    return msgspec.msgpack.decode(disk_cache._wheel()[key], type=kind)


def matches(pattern: regex.Pattern[str]) -> object:
    """What an expression is and finds; its compiled form is another in every process."""
    found = [[(match.span(), match.groupdict()) for match in pattern.finditer(text)] for text in TEXTS]
    return pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), found


def made(group: TraceGroup) -> object:
    group.make()
    return group.find(TEXTS)


def test_what_is_built_is_used_and_nothing_is_written(tmp_path: Path, built: Path) -> None:
    fill(built, key="built")
    assert remember("key", str, lambda: "made") == "built"
    assert remember("key", str, lambda: "made", "another version") == "built"
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("data", [None, b"", b"junk", b"\x81\xa3key\xc4\x01\xc1"])
def test_what_is_missing_or_damaged_is_made(built: Path, data: bytes | None) -> None:
    if data is not None:
        (built / disk_cache.NAME).write_bytes(data)
    assert remember("key", str, lambda: "made") == "made"


def test_what_other_versions_need_is_made(built: Path) -> None:
    fill(built, key="built")
    (built / disk_cache.NAME).rename(built / disk_cache.NAME.replace("-0.", "-9."))
    (built / "stamp-9").write_text("digest")
    assert remember("key", str, lambda: "made") == "made"
    assert stamp() != "digest"


def test_an_automaton_of_another_machine_is_made(built: Path) -> None:
    scanner = PatternScanner(["bridge"])
    (built / scanner._name).write_bytes(b"of another processor")
    assert scanner.find(b"the bridge") == [(0, 10)]


def test_sources_have_the_stamp_of_what_was_built(built: Path) -> None:
    (built / STAMP).write_text("digest")
    assert stamp() == stamp(PACKAGE / "linter") == "digest"
    assert stamp(ROOT / "seeds") != "digest"


@pytest.mark.parametrize("version", ["editable", "standard"])
def test_a_wheel_may_be_without(
    version: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An editable one, and one that is built where a library is missing."""
    monkeypatch.setattr("hatch_build.build", lambda *_: subprocess.run(["false"], check=True))
    hook = WheelDataHook(str(ROOT), {}, None, None, "", "wheel")
    build_data: dict[str, dict[str, str]] = {"force_include": {}, "shared_data": {}}
    hook.initialize(version, build_data)
    hook.finalize(version, build_data, "")
    assert build_data == {"force_include": {}, "shared_data": {}}
    assert ("missing from the wheel" in "".join(capfd.readouterr())) == (version == "standard")
