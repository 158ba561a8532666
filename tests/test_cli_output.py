"""Where reports go, in which colours, and what is checked at all."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import newslint

DAMAGED = "Police shut the the bridge.\n\nIn in May all of it went ok.\n"
ONLY = ("--select", "double-word")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(DAMAGED, encoding="utf-8")


def test_a_report_may_go_into_a_file() -> None:
    usual = newslint("check", *ONLY).out
    result = newslint("check", *ONLY, "--output-file", "none/report.log")
    assert (result.code, result.out) == (2, "")
    result = newslint("check", *ONLY, "--output-file", "report.log", "--color", "always")
    assert (result.code, result.out) == (1, "")
    assert Path("report.log").read_text("utf-8") == usual


def test_several_formats_are_written_in_one_run() -> None:
    usual = newslint("check", *ONLY).out
    wanted = {form: f"report.{form}" for form in ("json", "sarif", "junit", "markdown", "concise")}
    options = [part for form, file in wanted.items() for part in ("--output-file", f"{form}={file}")]
    result = newslint("check", *ONLY, *options)
    assert (result.code, result.out) == (1, usual)
    for form, file in wanted.items():
        alone = newslint("check", *ONLY, "--output-format", form, "a.txt").out
        timeless = [re.sub(r'timestamp="[^"]+"', "", text) for text in (Path(file).read_text("utf-8"), alone)]
        assert timeless[0] == timeless[1], form


def test_a_report_is_not_checked_by_the_next_run() -> None:
    for _ in range(2):
        newslint("check", *ONLY, "--output-file", "json=report.json", "--output-file", "report.txt")
        assert [file["path"] for file in json.loads(Path("report.json").read_text())["files"]] == ["a.txt"]


def test_a_run_that_fails_leaves_no_part_of_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("newslint.reporters.concise.ConciseReporter.add", fail)
    assert newslint("check", *ONLY, "--output-file", "concise=report.log").code == 3
    assert [file.name for file in Path().iterdir()] == ["a.txt"]


def test_a_report_that_cannot_be_completed_leaves_no_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "report.json")

    monkeypatch.setattr("newslint.core.atomic_write.os.fsync", full)
    result = newslint("check", *ONLY, "--output-file", "json=report.json")
    assert result.code == 3
    assert result.err == "newslint: report.json: No space left on device\n"
    assert not [file for file in Path().iterdir() if "report" in file.name]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--output-file", "x", "--output-file", "y"], "only one file may be without a format"),
        (["--output-file", "json=none/x"], "cannot write none/x: No such file or directory"),
        (["--output-file", "json=."], "cannot write .:"),
    ],
)
def test_what_cannot_be_written_exits_2(options: list[str], said: str) -> None:
    result = newslint("check", *options)
    assert (result.code, said in result.err) == (2, True), result.err


def test_a_device_takes_a_report() -> None:
    assert newslint("check", *ONLY, "--output-file", os.devnull).code == 1


def test_findings_may_exit_0_and_failures_never() -> None:
    assert newslint("check", *ONLY, "--exit-zero").code == 0
    assert newslint("fix", *ONLY, "--diff", "--exit-zero").code == 0
    Path("b.txt").write_bytes(b"\xff")
    assert newslint("check", *ONLY, "--exit-zero").code == 3


def test_colours_are_as_asked_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[33m" in newslint("check", *ONLY, "--color", "always").out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" not in newslint("check", *ONLY, "--color", "never").out
    assert "\x1b[" in newslint("check", *ONLY).out


def test_colours_tell_the_safety_of_a_fix() -> None:
    shown = newslint("check", *ONLY, "--color", "always").out
    assert "\x1b[32msafe fix: “the the” → “the”\x1b[0m" in shown
    assert "\x1b[33mfix with --unsafe-fixes: “In in” → “In”\x1b[0m" in shown
    assert "\x1b]8" not in shown


def test_isolated_ignores_configurations() -> None:
    Path("newslint.toml").write_text('ignore = ["double-word"]', encoding="utf-8")
    assert newslint("check").code == 0
    assert newslint("check", "--isolated").code == 1
    Path("newslint.toml").write_text("no toml", encoding="utf-8")
    assert newslint("check", "--isolated").code == 1
    assert newslint("check", "--isolated", "--config", "newslint.toml").code == 2
    assert newslint("check", "--isolated", "--config", "ignore=double-word").code == 0


@pytest.mark.parametrize(
    "said",
    [
        'ignore=["double-word"]',
        "ignore=double-word",
        "ignore = double-word, missing-stop",
        'options.double-word.allowed=["the", "in"]',
        'options.double-word={allowed=["the", "in"]}',
        'per-file-ignores={"*.txt"=["double-word"]}',
        'accept=["the the", "In in"]',
    ],
)
@pytest.mark.parametrize("table", ["", 'style = "ap"\n[options.double-word]\nallowed = ["that"]'])
def test_a_key_of_the_command_line_wins(said: str, table: str) -> None:
    Path("newslint.toml").write_text(table, encoding="utf-8")
    assert "double-word" in newslint("check").out
    result = newslint("check", "--config", said)
    assert "double-word" not in result.out, result.err


def test_tables_of_the_command_line_are_merged() -> None:
    Path("newslint.toml").write_text('[options.double-word]\nallowed = ["the"]', encoding="utf-8")
    shown = newslint(
        "config", "--config", "style=ap", "--config", "max-fp=1", "--config", 'formats={"*.x"="html"}'
    ).out
    assert 'style = "ap"' in shown
    assert "max-fp = 1.0" in shown
    assert "*.x" in shown
    assert newslint("check", "--config", "style=ap", *ONLY).out.count("double-word") == 1


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("igore=x", "--config: unknown key “igore”; did you mean “ignore”?"),
        ("ignore=doble-word", "--config: unknown rule “doble-word”; did you mean “double-word”?"),
        ("cache=perhaps", "--config: cache: expected"),
        ("=x", "--config =x: expected KEY=VALUE"),
        ("languagetool.url='x'", "only the user may set this"),
        ('formats={"*.x"="htm"}', "--config: formats: unknown format “htm”; did you mean “html”?"),
    ],
)
def test_a_wrong_key_of_the_command_line_exits_2(said: str, why: str) -> None:
    result = newslint("check", "--config", said)
    assert (result.code, why in result.err) == (2, True), result.err


def test_files_are_listed_and_not_read() -> None:
    Path("b.md").write_bytes(b"\xff")
    Path("c.bin").write_bytes(b"\xff")
    for command in ("check", "fix"):
        result = newslint(command, "--show-files")
        assert (result.code, result.out) == (0, "a.txt\nb.md\n")


def test_check_fixes_too() -> None:
    result = newslint("check", *ONLY, "--fix")
    assert (result.code, "Fixed 1 finding in 1 file; 1 finding left" in result.out) == (1, True)
    assert newslint("check", *ONLY, "--fix", "--unsafe-fixes").code == 0
    assert Path("a.txt").read_text("utf-8") == "Police shut the bridge.\n\nIn May all of it went ok.\n"


@pytest.mark.parametrize("options", [("--unsafe-fixes",), ("--fix", "--watch"), ("--watch", "-")])
def test_options_that_do_not_fit_exit_2(options: tuple[str, ...]) -> None:
    assert newslint("check", *options).code == 2
    assert Path("a.txt").read_text("utf-8") == DAMAGED


def test_fix_only_leaves_the_rest_unsaid() -> None:
    result = newslint("fix", *ONLY, "--fix-only", "-q")
    assert (result.code, result.out) == (0, "")
    assert newslint("fix", *ONLY, "--fix-only", "--exit-non-zero-on-fix").code == 0
    Path("a.txt").write_text(DAMAGED, encoding="utf-8")
    assert newslint("fix", *ONLY, "--fix-only", "--exit-non-zero-on-fix").code == 1
    Path("a.txt").write_bytes(b"\xff")
    failed = newslint("fix", *ONLY, "--fix-only")
    assert (failed.code, "a.txt: error:" in failed.out) == (3, True)


def test_a_difference_is_shown_word_by_word() -> None:
    result = newslint("fix", *ONLY, "--word-diff", "--unsafe-fixes")
    assert result.code == 1
    assert result.out == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n"
        "Police shut the [-the -]bridge.\n\nIn [-in -]May all of it went ok.\n"
    )
    assert Path("a.txt").read_text("utf-8") == DAMAGED
    assert newslint("fix", *ONLY, "--diff", "--output-file", "x").code == 2


def test_a_patch_in_colour_is_the_patch() -> None:
    Path("a.txt").write_bytes(b"-- the the cable\r\n++ x\n\nIn in May\n++ the the last")
    plain = newslint("fix", *ONLY, "--diff", "--unsafe-fixes").out
    tinted = newslint("fix", *ONLY, "--diff", "--unsafe-fixes", "--color", "always").out
    assert "\x1b[7m" in tinted
    assert re.sub("\x1b\\[[0-9;]*m", "", tinted) == plain


def lines_of(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdout
    yield from iter(process.stdout.readline, "")


@pytest.mark.skipif(sys.platform == "win32", reason="ends by a signal")
def test_changed_files_are_checked_again_until_ctrl_c() -> None:
    Path("b.txt").write_text("All is well.\n", encoding="utf-8")
    command = [sys.executable, "-m", "newslint", "check", "--watch", *ONLY, "--output-format", "concise", "."]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8"}
    with subprocess.Popen(command, **streams, env={**os.environ, "PYTHONUNBUFFERED": "1"}) as process:
        lines = lines_of(process)
        limit = threading.Timer(120, process.kill)
        limit.start()

        def until_waiting() -> str:
            return "".join(iter(lambda: (line := next(lines)) * ("watching" not in line), ""))

        try:
            assert "Found 2 findings in 1 file." in until_waiting()
            Path("b.txt").write_text("So it is is is on on.\nPolice shut the the bridge.\n", encoding="utf-8")
            again = until_waiting()
            assert "b.txt:2:13: double-word" in again
            assert "a.txt" not in again
            Path("newslint.toml").write_text('accept = ["the the"]', encoding="utf-8")
            assert "a.txt:3:1" in until_waiting()
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        limit.cancel()
