"""The server is put together from exactly the jars that are listed, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from newslint.engines.languagetool import client, installation
from newslint.engines.languagetool.errors import CannotInstall
from newslint.engines.languagetool.install import checksums, describe_damage, install
from newslint.engines.languagetool.installation import version
from newslint.engines.languagetool.offsets import range_of
from newslint.engines.languagetool.server import serve


def test_what_maven_fetches_is_what_is_listed(languagetool_home: Path) -> None:
    """Where `newslint languagetool install` put it; here Maven would fetch the same once more."""
    libs = languagetool_home / "libs"
    assert describe_damage(libs) == ""
    assert {jar.name for jar in libs.iterdir()} == set(checksums())


def test_an_altered_a_missing_and_a_strange_jar_are_told_of(languagetool_home: Path, tmp_path: Path) -> None:
    libs = tmp_path / "libs"
    shutil.copytree(languagetool_home / "libs", libs)
    (libs / "evil.jar").write_bytes(b"")
    assert describe_damage(libs) == "evil.jar unknown (1 in all)"
    (libs / "evil.jar").unlink()
    jar = libs / "language-en-6.8.jar"
    jar.write_bytes(jar.read_bytes() + b"\0")
    assert describe_damage(libs) == "language-en-6.8.jar altered (1 in all)"
    jar.unlink()
    assert describe_damage(libs) == "language-en-6.8.jar missing (1 in all)"


def test_an_unpacked_distribution_serves_as_well(languagetool_home: Path, tmp_path: Path) -> None:
    """Its server's jar names all others, as does that of a download of language-tool-python."""
    unpacked = tmp_path / "elsewhere"
    unpacked.mkdir()
    jars = "  ".join(jar.as_uri() for jar in sorted((languagetool_home / "libs").glob("*.jar")))
    line = f"Class-Path: {jars}"
    manifest = "\r\n ".join(line[at : at + 70] for at in range(0, len(line), 70))
    with ZipFile(unpacked / "languagetool-server.jar", "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", f"Manifest-Version: 1.0\r\n{manifest}\r\n\r\n")
    assert version(unpacked) not in ("", "6.8")
    with serve(unpacked) as url:
        assert "6.8" in client.version(url, 90)
    assert version(unpacked.rename(tmp_path / "LanguageTool-6.8")) == "6.8"


def test_a_download_of_another_program_serves_where_nothing_else_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEWSLINT_LT_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    assert installation.home() == installation.default()
    for number in ("6.7", "6.8"):
        (tmp_path / f"LanguageTool-{number}").mkdir()
        (tmp_path / f"LanguageTool-{number}" / "languagetool-server.jar").write_bytes(b"")
    assert installation.home() == tmp_path / "LanguageTool-6.8"
    assert installation.target() == installation.default()
    assert installation.home("/opt/lt") == Path("/opt/lt")
    monkeypatch.setenv("NEWSLINT_LT_HOME", "/srv/lt")
    assert installation.home("/opt/lt") == installation.target("/opt/lt") == Path("/srv/lt")


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
    assert range_of(text, start, units).of(text) == wanted
