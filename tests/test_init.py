"""`newslint init` writes what works, asks before, and replaces nothing by itself."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from commands import newslint

from newslint.cli import init, starter_files
from newslint.config import schema

ROOT = Path(__file__).parents[1]
HOOKS, WORKFLOW = Path(".pre-commit-config.yaml"), Path(".github/workflows/newslint.yml")
PIPELINE, PYPROJECT = Path(".gitlab-ci.yml"), Path("pyproject.toml")
OWN = Path("newslint.toml")
BOMB = "repos:\n- repo: local\n  a0: &a0 [x]\n" + "".join(
    f"  a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)
)
"""YAML whose aliases unfold to more than any memory holds."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ask(*answers: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is printed to somebody at a terminal who gives some answers, each to a question."""
    monkeypatch.setattr(
        init, "sys", type("Terminal", (), {"stdin": type("Stdin", (), {"isatty": lambda: True})})
    )
    outcome = CliRunner().invoke(init.command, input="".join(f"{answer}\n" for answer in answers))
    assert outcome.exception is None or outcome.exit_code == 0, outcome.output
    return outcome.output


def test_questions_need_a_terminal() -> None:
    result = newslint("init")
    assert result.code == 2
    assert "--yes takes the suggested answers" in result.err
    assert list(Path().iterdir()) == []


def test_an_empty_folder_gets_a_configuration_only() -> None:
    result = newslint("init", "--yes")
    assert result.code == 0
    assert [path.name for path in Path().iterdir()] == ["newslint.toml"]
    assert schema.nearest(Path())
    for line in OWN.read_text("utf-8").splitlines():
        assert f"  {line}\n" in result.out


@pytest.mark.parametrize("style", [None, "ap"])
def test_what_is_suggested_in_comments_is_valid(style: str | None) -> None:
    text = starter_files.configuration(style).replace("# Keys:", "## Keys:")
    OWN.write_text("\n".join(line.removeprefix("# ") for line in text.splitlines()), "utf-8")
    project = schema.nearest(Path())
    assert project
    assert project.config.style == "ap"
    assert project.config.ignore


def test_answers_count(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = ask("guardian", "y", "github", monkeypatch=monkeypatch)
    assert tomllib.loads(OWN.read_text("utf-8")) == {"style": "guardian"}
    assert [hook["id"] for hook in yaml.safe_load(HOOKS.read_text("utf-8"))["repos"][0]["hooks"]] == [
        "newslint-fix",
        "newslint",
    ]
    assert "newslint" in yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]
    assert not PIPELINE.exists()
    assert [f"Wrote {name}:" in printed for name in (OWN, HOOKS, WORKFLOW)] == [True] * 3
    again = ask("ap", "n", "n", "github", "n", monkeypatch=monkeypatch)
    assert f"{OWN} exists: left as it is." in again
    assert f"{WORKFLOW} exists: left as it is." in again
    assert tomllib.loads(OWN.read_text("utf-8")) == {"style": "guardian"}
    ask("ap", "y", "n", "none", monkeypatch=monkeypatch)
    assert tomllib.loads(OWN.read_text("utf-8")) == {"style": "ap"}


def test_the_services_are_guessed() -> None:
    PIPELINE.write_text("stages: [test]\n", "utf-8")
    result = newslint("init", "--yes")
    assert "gl-code-quality-report.json" in result.out
    assert PIPELINE.read_text("utf-8") == "stages: [test]\n"
    Path(".github").mkdir()
    newslint("init", "--yes")
    assert WORKFLOW.exists()


def test_pyproject_keeps_all_else(monkeypatch: pytest.MonkeyPatch) -> None:
    before = "[project]\r\nname = 'desk'  # é\r\n\r\n[tool.ruff]\nline-length = 80"
    PYPROJECT.write_bytes(before.encode())
    ask("bbc", "y", "n", "none", monkeypatch=monkeypatch)
    after = PYPROJECT.read_bytes().decode()
    assert after.startswith(before)
    assert tomllib.loads(after)["tool"] == {"ruff": {"line-length": 80}, "newslint": {"style": "bbc"}}
    assert not OWN.exists()
    result = newslint("init", "--yes")
    assert "has a table [tool.newslint]: left as it is" in result.err
    assert PYPROJECT.read_bytes().decode() == after
    assert not OWN.exists()


@pytest.mark.parametrize(
    "before",
    [
        "# ours\nrepos:\n- repo: local\n  hooks: []",
        "default_stages: [pre-commit]\nrepos:\n    - repo: local  # é\n      hooks:\n        - id: x\n",
        "ci: {skip: []}\n\nrepos: # all\n  -   repo: https://example.com/a\n      hooks: [{id: a}]\n",
    ],
)
def test_hooks_are_added_to_others(before: str) -> None:
    HOOKS.write_text(before, "utf-8")
    newslint("init", "--yes")
    after = HOOKS.read_text("utf-8")
    assert after.startswith(before)
    loaded = yaml.safe_load(after)
    assert loaded["repos"][-1]["repo"] == starter_files.REPOSITORY
    assert {**loaded, "repos": loaded["repos"][:-1]} == yaml.safe_load(before)
    assert "left as it is" in newslint("init", "--yes").err
    assert HOOKS.read_text("utf-8") == after


@pytest.mark.parametrize(
    "before",
    [
        "repos: []\n",
        "repos: [{repo: local, hooks: []}]\n",
        "repos:\n- repo: local\n  hooks: []\nfail_fast: true\n",
        "repos:\n- repo: local\n  hooks: [\n",
        "",
        "- repo: local\n",
        "repos:\n- repo: local\n  hooks: " + "[" * 5_000 + "\n",
        "repos:\n- repo: local\n  date: 2026-99-99\n",
        BOMB,
    ],
)
def test_hooks_are_shown_where_adding_is_not_surely_right(before: str) -> None:
    HOOKS.write_text(before, "utf-8")
    result = newslint("init", "--yes")
    assert HOOKS.read_text("utf-8") == before
    assert f"Add to {HOOKS}:\n  - repo: {starter_files.REPOSITORY}" in result.out


@pytest.mark.parametrize("content", [b"repos:\n# caf\xe9\n- repo: local\n", b"#" * 4_000_001])
def test_hooks_that_cannot_be_read_are_an_error(content: bytes) -> None:
    HOOKS.write_bytes(content)
    result = newslint("init", "--yes")
    assert result.code == 2
    assert result.err.startswith(f"newslint: {HOOKS}: ")
    assert HOOKS.read_bytes() == content


@pytest.mark.parametrize("file", [OWN, HOOKS])
@pytest.mark.parametrize("kind", ["directory", "pipe"])
def test_what_is_no_file_is_not_opened(file: Path, kind: str) -> None:
    if kind == "directory":
        file.mkdir()
    else:
        os.mkfifo(file)
    result = newslint("init", "--yes")
    assert result.code == 2
    assert f"“{file}” is not a regular file" in result.err


def test_what_is_written_is_what_the_project_publishes() -> None:
    """Its address, its hooks, and its action with inputs that exist."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["urls"]["Repository"] == starter_files.REPOSITORY
    named = {hook["id"] for hook in yaml.safe_load(starter_files.hooks())[0]["hooks"]}
    assert named == {
        hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    }
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    (step,) = [
        step
        for step in yaml.safe_load(starter_files.pipeline("github"))["jobs"]["newslint"]["steps"]
        if step["uses"].startswith("newslint/newslint@v")
    ]
    assert step["with"].keys() <= inputs.keys()


@pytest.mark.parametrize(
    ("service", "schema_name"), [("github", "github-workflows"), ("gitlab", "gitlab-ci")]
)
def test_the_job_is_valid(service: str, schema_name: str) -> None:
    from test_repositories import validate

    Path("job.yml").write_text(starter_files.pipeline(service), "utf-8")
    validate(f"vendor.{schema_name}", Path("job.yml"))
