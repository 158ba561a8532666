"""The action, the component of GitLab, the image and the release are valid, pinned, and do what they say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import regex
import yaml

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}
SPEC, JOB = yaml.safe_load_all((ROOT / "templates/newslint.yml").read_text("utf-8"))
DAMAGED = "Police shut the the bridge.\nThe vote is on 2026-11-03.\n"


def validate(schema: str, *files: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_files_are_as_github_wants_them() -> None:
    validate("vendor.github-actions", ROOT / "action.yml")
    validate("vendor.github-workflows", *(ROOT / ".github/workflows").glob("*.yml"))


def test_the_component_is_as_gitlab_wants_it(tmp_path: Path) -> None:
    """Each of its documents, the second with its inputs filled in."""
    text = yaml.safe_dump(JOB)
    for name, said in SPEC["spec"]["inputs"].items():
        text = text.replace(f"$[[ inputs.{name} ]]", said["default"] or "''")
    assert "[[" not in text
    for number, document in enumerate((yaml.safe_dump(SPEC), text)):
        (tmp_path / f"{number}.yml").write_text(document, "utf-8")
        validate("vendor.gitlab-ci", tmp_path / f"{number}.yml")


@pytest.mark.parametrize("file", ["action.yml", ".github/workflows/release.yml", "docs/repositories.md"])
def test_what_others_wrote_is_pinned_by_commit(file: str) -> None:
    uses = regex.findall(r"(?m)^[\s-]*uses: *(\S+)(.*)$", (ROOT / file).read_text("utf-8"))
    assert uses
    for name, comment in uses:
        if not name.startswith("newslint/newslint@"):
            assert regex.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name), name
            assert regex.fullmatch(r" # v\d+\.\d+\.\d+", comment), name


@pytest.mark.parametrize("file", ["action.yml", ".github/workflows/release.yml"])
def test_nothing_is_written_into_a_script(file: str) -> None:
    """An input such as `$(rm -rf .)` would run there."""
    scripts: list[str] = []

    def collect(found: object) -> None:
        if isinstance(found, dict):
            scripts.extend(text for key, text in found.items() if key == "run")
            for inner in found.values():
                collect(inner)
        elif isinstance(found, list):
            for inner in found:
                collect(inner)

    collect(yaml.safe_load((ROOT / file).read_text("utf-8")))
    assert len(scripts) > 2
    assert [script for script in scripts if "${{" in script] == []


class Runner:
    """What GitHub gives to the steps of an action."""

    def __init__(self, folder: Path) -> None:
        self.work, self.temp, self.output = folder / "work", folder / "temp", folder / "output"
        for path in (self.work, self.temp / "newslint" / "bin"):
            path.mkdir(parents=True)
        (self.temp / "newslint" / "bin" / "newslint").symlink_to(BIN / "newslint")

    def step(self, name: str, event: str = "pull_request", **values: str) -> subprocess.CompletedProcess[str]:
        """Run a step as the runner does; its inputs are defaults or `values`."""
        self.output.write_text("")
        environment = {key: os.environ[key] for key in ("PATH", "HOME", "NEWSLINT_CACHE_DIR")}
        for key, said in STEPS[name].get("env", {}).items():
            wanted = regex.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", said)
            environment[key] = (
                ACTION["inputs"][wanted[1]]["default"]
                if wanted
                else said.replace("${{ runner.temp }}", str(self.temp))
            )
        environment |= values | {
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_NAME": event,
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(self.output),
            "RUNNER_TEMP": str(self.temp),
        }
        script = self.temp / "step.sh"
        script.write_text(STEPS[name]["run"], "utf-8")
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=self.work,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = Runner(tmp_path)
    (made.work / "articles").mkdir()
    (made.work / "articles" / "bridge.txt").write_text(DAMAGED, "utf-8")
    (made.work / "other.txt").write_text("Police shut the the road.\n", "utf-8")
    for args in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=D", "-c", "user.email=d@example.com", "commit", "-qm."],
    ):
        subprocess.run(["git", *args], cwd=made.work, check=True)
    return made


def test_findings_are_annotations_and_the_last_step_fails(runner: Runner) -> None:
    done = runner.step("Check", PATHS="articles/\n")
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()
    assert first.startswith("::warning file=articles/bridge.txt,line=1,endLine=1,col=13,")
    assert "machine-date" in second
    assert runner.output.read_text() == "exit-code=1\n"
    assert runner.step("Result", CODE="1").returncode == 1
    assert runner.step("Result", CODE="0").returncode == 0


def test_arguments_and_configuration_are_passed_on(runner: Runner) -> None:
    (runner.work / "desk.toml").write_text('ignore = ["machine-date"]\n', "utf-8")
    done = runner.step(
        "Check", PATHS="articles\nother.txt", CONFIG="desk.toml", ARGS="--select=double-word\n--exit-zero"
    )
    assert len(done.stdout.splitlines()) == 2
    assert runner.output.read_text() == "exit-code=0\n"


def test_what_is_said_is_never_run(runner: Runner) -> None:
    evil = "$(touch evil)\n`touch evil`\n; touch evil\n--config=none.toml\n* articles"
    done = runner.step("Check", PATHS=evil, ARGS="--select=$(touch evil)", CONFIG="$(touch evil)")
    assert runner.output.read_text() == "exit-code=2\n"
    assert "no such file: $(touch evil)" in done.stderr
    assert runner.step("Check", PATHS=evil).stdout.count("::error file=") == 5
    assert not list(runner.work.rglob("evil"))


def test_sarif_of_an_earlier_step_is_not_uploaded(runner: Runner) -> None:
    (runner.temp / "newslint.sarif").write_text("{}", "utf-8")
    runner.step("Check", PATHS="articles")
    assert runner.output.read_text() == "exit-code=1\n"


def test_sarif_is_written_for_the_upload(runner: Runner) -> None:
    runner.step("Check", PATHS="articles", SARIF="true")
    assert runner.output.read_text() == "exit-code=1\nsarif=true\n"
    assert '"version":"2.1.0"' in (runner.temp / "newslint.sarif").read_text("utf-8").replace(" ", "")


def test_fixes_are_left_for_the_suggestion_and_then_taken_back(runner: Runner) -> None:
    article = runner.work / "articles" / "bridge.txt"
    done = runner.step("Fix", PATHS="articles")
    assert done.returncode == 0, done.stderr
    assert runner.output.read_text() == "fixed=true\n"
    assert article.read_text("utf-8") == DAMAGED.replace("the the", "the")
    assert runner.step("Restore the files").returncode == 0
    assert article.read_text("utf-8") == DAMAGED


def test_nothing_is_suggested_where_nothing_is_to_be_fixed_or_nobody_reads_it(runner: Runner) -> None:
    (runner.work / "articles" / "bridge.txt").write_text("The council met on Tuesday.\n", "utf-8")
    subprocess.run(
        ["git", "-c", "user.name=D", "-c", "user.email=d@e", "commit", "-qam."], cwd=runner.work, check=True
    )
    assert runner.step("Fix", PATHS="articles").returncode == 0
    assert runner.output.read_text() == ""
    pushed = runner.step("Fix", event="push")
    assert "in pull requests only" in pushed.stdout
    assert runner.output.read_text() == ""


def test_wrong_usage_stops_the_fix(runner: Runner) -> None:
    assert runner.step("Fix", ARGS="--nonsense").returncode == 1


@pytest.mark.parametrize(("version", "package"), [("", str(ROOT)), ("0.1.0", "newslint==0.1.0")])
def test_what_is_installed(version: str, package: str, runner: Runner) -> None:
    """pip is a script here that notes what it is asked for."""
    shutil.rmtree(runner.temp / "newslint")
    python = runner.temp / "python"
    python.write_text(
        '#!/bin/bash\necho "$*" >> "$RUNNER_TEMP/asked"\n'
        '[[ $2 != venv ]] || install -D "$0" "$3/bin/python"\n'
    )
    python.chmod(0o755)
    assert runner.step("Install newslint", PYTHON=str(python), VERSION=version).returncode == 0
    asked = (runner.temp / "asked").read_text().splitlines()
    assert asked[0] == f"-m venv {runner.temp}/newslint"
    assert asked[1].endswith(f" {package}")


@pytest.mark.parametrize("version", ["git+https://example.com/evil", "--index-url=x", "0.1.0 evil", "-r"])
def test_a_version_is_a_number(version: str, runner: Runner) -> None:
    done = runner.step("Install newslint", PYTHON="true", VERSION=version)
    assert done.returncode == 2
    assert "version must be a number" in done.stdout


def test_the_script_of_the_component_runs(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(DAMAGED, "utf-8")
    environment = os.environ | {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "NEWSLINT_PATHS": "bridge.txt *.none",
        "NEWSLINT_ARGS": "--select=double-word --style=ap",
    }
    script = "\n".join(JOB["newslint"]["script"])
    done = subprocess.run(
        ["sh", "-ec", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3, done.stderr  # there is no such file
    assert "No such file" in done.stdout + done.stderr
    (report,) = yaml.safe_load((tmp_path / "gl-code-quality-report.json").read_text("utf-8"))[:1]
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= report.keys()
    assert JOB["newslint"]["artifacts"]["reports"]["codequality"] == "gl-code-quality-report.json"


def test_the_image_is_small_safe_and_runs_as_nobody_special() -> None:
    done = subprocess.run(
        [BIN / "hadolint", ROOT / "Dockerfile"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    stages = regex.findall(r"(?m)^FROM (\S+)", (ROOT / "Dockerfile").read_text("utf-8"))
    assert all(regex.fullmatch(r"python:3\.\d+-slim-\w+", image) for image in stages)
    assert "USER 1000" in (ROOT / "Dockerfile").read_text("utf-8")


def test_the_image_is_built_of_what_the_wheel_needs() -> None:
    """Nothing secret or heavy is sent to the builder."""
    sent = {
        line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")
    }
    assert all((ROOT / name).exists() for name in sent)
    assert {"hatch_build.py", "newslint", "pyproject.toml", "README.md", "LICENSE", "tools", "seeds"} == sent
