"""Compiled expressions are kept between runs, and nothing depends on it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = (
    "from newslint.core.disk_cache import _read_kept; from newslint.core.patterns import pattern; "
    "known = dict(_read_kept())"
    "; p = pattern(r'(?i)\\b(\\p{L}+) \\1\\b')"
)
ASK = SCRIPT + "; print(bool(p.search('Été été')), bool(p.search('a b')), f'pattern {p.pattern}' in known)"


def asked(folder: Path, said: str = "") -> str:
    environment = {"NEWSLINT_CACHE_DIR": str(folder), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr == said
    return done.stdout.strip()


def test_the_second_run_finds_what_the_first_compiled(tmp_path: Path) -> None:
    assert asked(tmp_path) == "True False False"
    assert [file.name.split("-")[0] for file in tmp_path.iterdir()] == ["made"]
    assert asked(tmp_path) == "True False True"


@pytest.mark.parametrize("damage", [b"", b"junk", b"\0" * 100])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    asked(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert asked(tmp_path) == "True False False"
    assert asked(tmp_path) == "True False True"


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    said = f"newslint: no cache: {blocked}/cache: Not a directory\n"
    assert asked(blocked / "cache", said) == "True False False"
