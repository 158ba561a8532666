"""Real pre-commit, in a repository of its own, with the hooks of this working tree."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
IDENTITY = ("-c", "user.name=Desk", "-c", "user.email=desk@example.com", "-c", "commit.gpgsign=false")
DAMAGED, MENDED = "Police shut the the bridge.\n", "Police shut the bridge.\n"


def git(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = ["git", *IDENTITY, *args]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def _network(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Pre-commit installs newslint and what it needs with pip."""
    folder = tmp_path_factory.mktemp("probe")
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--no-deps",
        "--retries",
        "0",
        "-d",
        folder,
        "click",
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        reason = f"pip cannot download: {done.stderr.strip().splitlines()[-1]}"
        if os.environ.get("NEWSLINT_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose one commit is the working tree, as pre-commit clones commits only."""
    folder = tmp_path_factory.mktemp("newslint")
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    assert git(folder, "commit", "-qm", "The working tree").returncode == 0
    return folder


@pytest.fixture(scope="module")
def desk(hooks: Path, _network: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A newsroom's repository that runs the check on every commit."""
    folder = tmp_path_factory.mktemp("desk")
    os.environ["PRE_COMMIT_HOME"] = str(tmp_path_factory.mktemp("hooks"))
    revision = git(hooks, "rev-parse", "HEAD").stdout.strip()
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n  - id: newslint\n"
        "  - id: newslint-fix\n    stages: [manual]\n",
        encoding="utf-8",
    )
    (folder / "newslint.toml").write_text('extend-exclude = ["archive/"]\n', encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Configuration")
    command = [sys.executable, "-m", "pre_commit", "install", "--install-hooks"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    yield folder
    del os.environ["PRE_COMMIT_HOME"]


def commit(folder: Path, path: str, text: str) -> subprocess.CompletedProcess[str]:
    file = folder / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    git(folder, "add", path)
    return git(folder, "commit", "-m", path)


def test_a_bad_commit_is_stopped_repaired_and_let_through(desk: Path) -> None:
    stopped = commit(desk, "story.txt", DAMAGED)
    assert stopped.returncode == 1
    assert "story.txt:1:13: double-word" in stopped.stdout + stopped.stderr

    command = [sys.executable, "-m", "pre_commit", "run", "newslint-fix", "--hook-stage", "manual"]
    repaired = subprocess.run(command, cwd=desk, capture_output=True, encoding="utf-8", check=False)
    assert repaired.returncode == 1
    assert "Fixed 1 finding in 1 file" in repaired.stdout
    assert (desk / "story.txt").read_text("utf-8") == MENDED

    git(desk, "add", "story.txt")
    assert git(desk, "commit", "-m", "Repaired").returncode == 0


def test_a_clean_commit_passes(desk: Path) -> None:
    assert commit(desk, "clean.txt", "The council met on Tuesday.\n").returncode == 0


def test_what_the_configuration_excludes_passes(desk: Path) -> None:
    assert commit(desk, "archive/old.txt", DAMAGED).returncode == 0
