"""Real pre-commit, in a repository of its own, with the hooks of this working tree."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from newslint.formats import FORMATS
from newslint.testing.renderers.docx import archive, member, paragraph, run

ROOT = Path(__file__).parent.parent
HOOKS = ".pre-commit-hooks.yaml"
IDENTITY = ("-c", "user.name=Desk", "-c", "user.email=desk@example.com", "-c", "commit.gpgsign=false")
TABS = {".tsv": "\t"}
HINT = "The vote is on 2026-11-03, officials said.\n"
DAMAGED, MENDED = "Police shut the the bridge.\n", "Police shut the bridge.\n"


def git(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = ["git", *IDENTITY, *args]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def pre_commit(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pre_commit", *args]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A newsroom's repository that runs the check on every commit.

    It runs the newslint that is installed here; that a clone can be installed is for CI to show.
    """
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "hooks"))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    hooks, folder = tmp_path / "newslint", tmp_path / "desk"
    for repository in (hooks, folder):
        repository.mkdir()
        git(repository, "init", "-q")
    shutil.copy(ROOT / HOOKS, hooks)
    git(hooks, "add", "-A")
    assert git(hooks, "commit", "-qm", "The hooks").returncode == 0
    ours = [{"id": name, "language": "system"} for name in ("newslint-fix", "newslint")]
    rev = git(hooks, "rev-parse", "HEAD").stdout.strip()
    config = {"repos": [{"repo": str(hooks), "rev": rev, "hooks": ours}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (folder / "newslint.toml").write_text('extend-exclude = ["archive/"]\n', encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Configuration")
    done = pre_commit(folder, "install", "--install-hooks")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def put(desk: Path, **texts: str | bytes) -> None:
    for name, text in texts.items():
        path = desk / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    git(desk, "add", "-A")


def test_a_bad_commit_is_stopped_fixed_and_let_through(desk: Path) -> None:
    """For the one bad file in it: another is clean, and a third is excluded by the configuration."""
    put(
        desk,
        **{"story.txt": DAMAGED, "clean.txt": "The council met on Tuesday.\n", "archive/old.txt": DAMAGED},
    )
    stopped = git(desk, "commit", "-m", "Damaged")
    assert stopped.returncode == 1
    assert "Fixed 1 finding in 1 file" in stopped.stdout + stopped.stderr
    assert (desk / "story.txt").read_text("utf-8") == MENDED

    git(desk, "add", "-A")
    assert git(desk, "commit", "-m", "Fixed").returncode == 0
    assert git(desk, "show", "HEAD:archive/old.txt").stdout == DAMAGED


def test_what_cannot_be_fixed_fails_the_check_but_not_the_fix(desk: Path) -> None:
    put(desk, **{"story.txt": HINT})
    assert pre_commit(desk, "run", "newslint-fix").returncode == 0
    checked = pre_commit(desk, "run", "newslint")
    assert checked.returncode == 1
    assert "Found 1 finding in 1 file." in checked.stdout
    assert (desk / "story.txt").read_text("utf-8") == HINT


def test_every_format_is_seen(desk: Path) -> None:
    """Python is left to those who ask for it: not every program is a newsroom's."""
    suffixes = {
        suffix: name for name, made in FORMATS.items() for suffix in made.suffixes if name != "python"
    }
    put(desk, **{f"story{suffix}": damaged_file(name, suffix) for suffix, name in suffixes.items()})
    put(desk, **{"STORY.TXT": DAMAGED, "program.py": f'"""{DAMAGED}"""\n', "note.rst": DAMAGED})
    fixed = pre_commit(desk, "run", "newslint-fix")
    count = len(suffixes) + 1
    assert fixed.returncode == 1
    assert f"Fixed {count} findings in {count} files" in fixed.stdout
    git(desk, "add", "-A")
    again = pre_commit(desk, "run", "--all-files")
    assert again.returncode == 0, again.stdout


def damaged_file(name: str, suffix: str) -> str | bytes:
    """An article with one doubled word in a format."""
    sentence = DAMAGED.strip()
    page = f"<!DOCTYPE html><html lang='en'><body><p>{sentence}</p></body></html>"
    return {
        "plain": DAMAGED,
        "markdown": DAMAGED,
        "html": page,
        "json": f'{{"body_text": "{sentence}"}}',
        "jsonl": f'{{"text": "{sentence}"}}\n',
        "csv": f"id{TABS.get(suffix, ',')}text\n1{TABS.get(suffix, ',')}{sentence}\n",
        "xml": f"<nitf><body><body.content><p>{sentence}</p></body.content></body></nitf>",
        "docx": archive({"document": member("document", f"<w:body>{paragraph(run(sentence))}</w:body>")}),
    }[name]


def test_the_hooks_are_valid() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ROOT / HOOKS],
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stdout
    fix, check = yaml.safe_load((ROOT / HOOKS).read_text("utf-8"))
    assert (fix["id"], check["id"]) == ("newslint-fix", "newslint")
    assert fix["files"] == check["files"]
