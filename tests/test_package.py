"""What PyPI will show and pip will read."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import regex
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
BASE = {"python_full_version": "3.12.1", "python_version": "3.12", "extra": ""}
"""An interpreter; the rest of its environment differs from platform to platform."""


@pytest.fixture(scope="module")
def readme() -> str:
    """The long description, as the build makes it of README.md."""
    command = [sys.executable, "-m", "hatchling", "metadata", "readme"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout


def test_every_link_is_absolute(readme: str) -> None:
    links = regex.findall(r"\]\(([^)]+)\)", readme)
    assert len(links) > 30
    assert [link for link in links if not link.startswith("https://")] == []
    address = PROJECT["urls"]["Repository"]
    files = [link for link in links if link.startswith(f"{address}/blob/main/")]
    assert len(files) > 20
    assert all(
        (ROOT / link.removeprefix(f"{address}/blob/main/").partition("#")[0]).exists() for link in files
    )


def test_pictures_are_raw_files(readme: str) -> None:
    pictures = regex.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme)
    assert pictures
    for picture in pictures:
        name = picture.removeprefix("https://raw.githubusercontent.com/newslint/newslint/main/")
        assert (ROOT / name).is_file()


def test_it_says_whose_it_is_and_where() -> None:
    assert PROJECT["authors"] == [{"name": "newslint contributors"}]
    assert {"Documentation", "Repository", "Issues", "Changelog"} <= PROJECT["urls"].keys()
    named = [row.rpartition(":: ")[2] for row in PROJECT["classifiers"] if regex.search(r":: 3\.\d+$", row)]
    assert named[0] == PROJECT["requires-python"].removeprefix(">=")


@pytest.mark.parametrize(
    ("system", "machine", "implementation", "wanted"),
    [
        ("linux", "x86_64", "CPython", True),
        ("linux", "aarch64", "CPython", True),
        ("darwin", "arm64", "CPython", True),
        ("darwin", "x86_64", "CPython", True),
        ("win32", "AMD64", "CPython", True),
        ("win32", "ARM64", "CPython", False),
        ("win32", "x86", "CPython", False),
        ("linux", "riscv64", "CPython", False),
        ("linux", "x86_64", "PyPy", False),
    ],
)
def test_hyperscan_is_asked_for_where_it_has_wheels(
    system: str, machine: str, implementation: str, wanted: bool
) -> None:
    (found,) = [one for one in map(Requirement, PROJECT["dependencies"]) if one.name == "hyperscan"]
    environment = BASE | {
        "sys_platform": system,
        "platform_machine": machine,
        "platform_python_implementation": implementation,
    }
    assert found.marker
    assert found.marker.evaluate(environment) is wanted
