"""Shells complete commands, options, rules and styles, by the protocol of click."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.cli import COMMANDS
from newslint.config.house_styles import styles
from newslint.rules import selection

ASK = [sys.executable, "-c", "from newslint.__main__ import run; run()"]


def complete(*words: str, shell: str = "bash") -> list[str]:
    """What a shell is answered to a command line of which the last word is not finished."""
    line = ["newslint", *words]
    environment = os.environ | {"_NEWSLINT_COMPLETE": f"{shell}_complete"}
    if shell == "fish":
        environment |= {"COMP_WORDS": " ".join(line[:-1]), "COMP_CWORD": line[-1]}
    else:
        environment |= {"COMP_WORDS": " ".join(line), "COMP_CWORD": str(len(words))}
    done = subprocess.run(ASK, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_commands() -> None:
    assert complete("") == [f"plain,{name}" for name in COMMANDS]
    assert complete("ba") == ["plain,baseline"]
    assert complete("learn", "w") == ["plain,words"]


@pytest.mark.parametrize("option", ["--select", "--extend-select", "--ignore"])
def test_rules_and_categories(option: str) -> None:
    assert complete("check", option, "double-w") == ["plain,double-word"]
    assert complete("fix", option, "double-word,punct") == ["plain,double-word,punctuation"]
    assert "plain,all" in complete("check", option, "")


def test_rules_elsewhere() -> None:
    assert complete("explain", "") == [f"plain,{name}" for name in sorted(selection.built_in())]
    assert complete("corpus", "--ignore", "double-w") == ["plain,double-word"]
    assert complete("bench", "--select", "double-w") == ["plain,double-word"]


def test_styles_and_options() -> None:
    assert complete("check", "--style", "") == [f"plain,{name}" for name in styles() if name]
    assert complete("check", "--output-format", "sa") == ["plain,sarif"]
    assert "plain,--word-diff" in complete("fix", "--w")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_told_what_a_rule_finds(shell: str) -> None:
    told = " ".join(complete("explain", "double-w", shell=shell))
    assert "double-word" in told
    assert selection.info("double-word").summary in told.replace("\\", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_scripts_are_printed(shell: str) -> None:
    environment = os.environ | {"_NEWSLINT_COMPLETE": f"{shell}_source"}
    done = subprocess.run(ASK, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "_NEWSLINT_COMPLETE=" in done.stdout


def test_bash_completes_with_it(tmp_path: Path) -> None:
    """The function that the script defines, called as bash calls it."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    script = (
        'eval "$(_NEWSLINT_COMPLETE=bash_source newslint)"; COMP_WORDS=(newslint check --select double-w); '
        'COMP_CWORD=3; _newslint_completion newslint double-w --select; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", script],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == "double-word\n", done.stderr
