"""The server is put together from exactly the jars that are listed, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from newslint.languagetool.install import damage, expected, install
from newslint.languagetool.places import place
from newslint.languagetool.trouble import CannotInstall


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
