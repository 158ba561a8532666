"""The manual pages that the wheel brings along."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from newslint.cli import COMMANDS, Lazy, newslint

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("man")
    subprocess.run([sys.executable, "-m", "tools.man", folder], cwd=ROOT, check=True)
    return {file.name: file.read_text("utf-8") for file in folder.iterdir()}


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield f"{path}-{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}-{name}")


def test_every_command_has_a_page_with_its_options(pages: dict[str, str]) -> None:
    assert isinstance(newslint, Lazy)
    named = dict(commands(newslint, "newslint"))
    assert {f"{name}.1" for name in ("newslint", *named)} == set(pages)
    for name, command in named.items():
        page = pages[f"{name}.1"].replace("\\-", "-")
        assert all(
            option in page for parameter in command.params for option in parameter.opts if option[0] == "-"
        )
    assert newslint.help
    assert f"newslint \\- {newslint.help}\n" in pages["newslint.1"]
    for name, about in COMMANDS.items():
        assert about in pages["newslint.1"]
        assert about in pages[f"newslint-{name}.1"]


def test_groff_reads_them_without_a_complaint(pages: dict[str, str], tmp_path: Path) -> None:
    if not shutil.which("groff"):
        pytest.skip("groff is missing")
    for name, page in pages.items():
        (tmp_path / name).write_text(page, "utf-8")
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", *sorted(pages)],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
