"""The server is put together from exactly the jars that are listed, or not at all."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from newslint.languagetool.install import CannotInstall, damage, expected, install
from newslint.languagetool.places import place
from newslint.languagetool.server import CannotStart, serving


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("mvn"):
        pytest.skip("Maven is missing")
    home = tmp_path_factory.mktemp("languagetool")
    install(home)
    return home


def test_what_maven_fetches_is_what_is_listed(home: Path) -> None:
    assert damage(home / "libs") == ""
    assert [entry.name for entry in home.iterdir()] == ["libs"]
    assert {jar.name for jar in (home / "libs").iterdir()} == set(expected())


def test_an_altered_a_missing_and_a_strange_jar_are_told_of(home: Path, tmp_path: Path) -> None:
    libs = tmp_path / "libs"
    shutil.copytree(home / "libs", libs)
    (libs / "evil.jar").write_bytes(b"")
    assert damage(libs) == "evil.jar unknown (1 in all)"
    (libs / "evil.jar").unlink()
    jar = libs / "language-en-6.8.jar"
    jar.write_bytes(jar.read_bytes() + b"\0")
    assert damage(libs) == "language-en-6.8.jar altered (1 in all)"
    jar.unlink()
    assert damage(libs) == "language-en-6.8.jar missing (1 in all)"


def test_without_maven_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotInstall, match="apt install maven"):
        install(tmp_path / "home")
    assert list((tmp_path / "home").iterdir()) == []


@pytest.mark.skipif(not shutil.which("java"), reason="Java is missing")
def test_the_server_finds_a_fault_and_is_gone_afterwards(home: Path) -> None:
    with serving(home) as address:
        data = urlencode({"language": "en-US", "text": "The clerk ate an pear."}).encode()
        with urlopen(f"{address}/v2/check", data, timeout=60) as answer:  # noqa: S310 - loopback
            found = json.load(answer)["matches"]
    assert [(match["rule"]["id"], match["offset"]) for match in found] == [("EN_A_VS_AN", 14)]
    with pytest.raises(URLError):
        urlopen(f"{address}/v2/healthcheck", timeout=5)  # noqa: S310 - loopback


@pytest.mark.skipif(not shutil.which("java"), reason="Java is missing")
def test_a_stopped_server_is_ended_all_the_same(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def noted(*args: Any, **kwargs: Any) -> subprocess.Popen[bytes]:
        started.append(popen(*args, **kwargs))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)
    with serving(home):
        os.kill(started[0].pid, signal.SIGSTOP)
    assert started[0].returncode == -signal.SIGKILL


@pytest.mark.skipif(not shutil.which("java"), reason="Java is missing")
def test_a_server_without_jars_or_memory_is_told_of(home: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="HTTPServer"), serving(tmp_path):
        pass
    with pytest.raises(CannotStart, match=r"Too small|heap"), serving(home, xmx="1k"):
        pass


def test_without_java_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotStart, match="install Java 17"), serving(tmp_path):
        pass


@pytest.mark.parametrize(
    ("text", "start", "units", "wanted"),
    [
        ("The clerk ate an pear.", 14, 2, "an"),
        ("😀 The clerk ate an pear.", 16, 2, "an"),
        ("Sold 🍐🍐out today.", 5, 7, "🍐🍐out"),
        ("Sold 🍐", 5, 1, "🍐"),
        ("Sold out", 5, 9, "out"),
        ("Sold out", 5, 0, ""),
    ],
)
def test_a_length_in_utf_16_becomes_one_in_code_points(
    text: str, start: int, units: int, wanted: str
) -> None:
    assert place(text, start, units).of(text) == wanted
