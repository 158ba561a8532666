"""On Windows there are no POSIX modules, alarms and process groups; nothing that matters needs them."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from commands import newslint

ROOT = Path(__file__).parents[1]
WITHOUT = Path(__file__).parent / "without" / "posix"
MISSING = {"fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty", "posix"}


def run(*args: object, without: bool, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"NEWSLINT_DATA_DIR": str(folder / "data"), "PYTHONPATH": str(ROOT)}
    if without:
        environment["PYTHONPATH"] = os.pathsep.join((str(WITHOUT), str(ROOT)))
    command = [sys.executable, *map(str, args)]
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


def imports(tree: ast.Module) -> Iterator[str]:
    """The modules that are imported when the file is."""
    for node in tree.body:
        for inner in ast.walk(node) if isinstance(node, ast.If | ast.Try) else (node,):
            if isinstance(inner, ast.Import):
                yield from (alias.name for alias in inner.names)
            elif isinstance(inner, ast.ImportFrom):
                yield inner.module or ""


def test_no_module_imports_what_windows_has_not() -> None:
    files = sorted((ROOT / "newslint").rglob("*.py"))
    assert len(files) > 100
    guilty = {
        file.name for file in files if MISSING & set(imports(ast.parse(file.read_text("utf-8"), str(file))))
    }
    assert guilty == set()


def test_the_modules_are_really_absent(folder: Path) -> None:
    asked = "import os, signal; print(hasattr(signal, 'SIGALRM'), hasattr(os, 'killpg')); import fcntl"
    done = run("-c", asked, without=True, folder=folder)
    assert done.stdout == "False False\n"
    assert "ModuleNotFoundError" in done.stderr
    assert run("-c", asked, without=False, folder=folder).returncode == 0


@pytest.mark.parametrize(
    "command", [["check", "--no-cache", "-j2"], ["grade"], ["facts"]], ids=lambda one: one[0]
)
def test_commands_print_the_same(command: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    usual = newslint(*command, "seeds")
    other = run("-m", "newslint", *command, "seeds", without=True, folder=folder)
    assert other.stdout.splitlines() == usual.out.splitlines()
    assert other.returncode == usual.code
    assert len(usual.out) > 500
    assert "Traceback" not in other.stderr


def test_files_are_fixed_and_restored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {file: file.read_bytes() for file in (folder / "seeds").iterdir()}
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NEWSLINT_DATA_DIR", str(folder / "data"))
    assert newslint("fix", "-q", "seeds").code == 1
    fixed = {file: file.read_bytes() for file in before}
    assert fixed != before
    assert run("-m", "newslint", "undo", without=True, folder=folder).returncode == 0
    assert {file: file.read_bytes() for file in before} == before
    assert run("-m", "newslint", "fix", "-q", "seeds", without=True, folder=folder).returncode == 1
    assert {file: file.read_bytes() for file in before} == fixed


def test_an_endless_rule_is_stopped(folder: Path) -> None:
    """By a thread; an alarm there is none."""
    script = """
from newslint.linter.time_limit import TimeLimit, TimeLimitExceeded
try:
    with TimeLimit(0.2):
        while True:
            pass
except TimeLimitExceeded:
    print("stopped")
"""
    assert run("-c", script, without=True, folder=folder).stdout == "stopped\n"


def test_languagetool_says_what_to_do(folder: Path) -> None:
    script = """
from pathlib import Path
from newslint.engines.languagetool.server import Launch
from newslint.engines.languagetool.shared_server import SharedServer
SharedServer(Path("state"), Launch(Path("home")), None).url()
"""
    done = run("-c", script, without=True, folder=folder)
    assert "name its address in NEWSLINT_LT_URL" in done.stderr
