"""The commands as a person meets them."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from commands import newslint

from newslint.cli import main
from newslint.core import interrupts
from newslint.core.drafts import remove_abandoned
from newslint.core.report import FileReport
from newslint.rules import registry, selection
from newslint.rules.selection import SelectedRule
from newslint.runner.file_linter import FileLinter
from newslint.runner.reading import FileTask

DAMAGED = "Police shut the the bridge.\n\nIn in May all of it went ok.\n"
FIRST = "a.txt:1:13: double-word [*] repeated word “the”\n"
SECOND = "a.txt:3:1: double-word [?] repeated word “in”\n"
CONCISE = ("--output-format", "concise", "-q", "--select", "double-word")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(DAMAGED, encoding="utf-8")


def shell(*args: str, **how: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newslint", *args]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **how)


def modules_of(*args: str) -> set[str]:
    code = (
        "import sys; from newslint.cli import main; "
        f"main({list(args)!r}); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    return set(done.stderr.split())


def test_check_tells_what_is_wrong_and_how_to_repair_it() -> None:
    result = newslint("check", "--select", "double-word")
    assert result.code == 1
    assert result.out == (
        "a.txt:1:13: double-word repeated word “the”\n"
        "1 │ Police shut the the bridge.\n"
        "  │             ^^^^^^^\n"
        "  │ safe fix: “the the” → “the”\n"
        "\n"
        "a.txt:3:1: double-word repeated word “in”\n"
        "3 │ In in May all of it went ok.\n"
        "  │ ^^^^^\n"
        "  │ fix with --unsafe-fixes: “In in” → “In”\n"
        "\n"
        "Found 2 findings in 1 file. "
        "1 fixable with `newslint fix`, 1 more with --unsafe-fixes.\n"
    )


def test_clean_copy_exits_0() -> None:
    Path("a.txt").write_text("Police shut the bridge.\n", encoding="utf-8")
    result = newslint("check")
    assert (result.code, result.out) == (0, "All clear: 1 file checked.\n")
    assert newslint("check", "-q").out == ""


@pytest.mark.parametrize("command", ["check", "fix", "baseline"])
@pytest.mark.parametrize(
    ("table", "options", "said"),
    [
        ("", ["--ignore", "all"], "no rules are selected"),
        ("select = []", [], "no rules are selected"),
        ('ignore = ["all"]', [], "no rules are selected"),
        ('exclude = ["*.txt"]', [], "no files to check in .: none of a known format, or all are excluded"),
        ("", ["empty"], "no files to check in empty"),
    ],
)
def test_what_checks_nothing_is_not_clean(command: str, table: str, options: list[str], said: str) -> None:
    Path("newslint.toml").write_text(table, encoding="utf-8")
    Path("empty").mkdir()
    result = newslint(command, *options)
    assert (result.code, result.out, said in result.err) == (2, "", True), result.err
    assert result.err.count("\n") <= 4
    assert Path("a.txt").read_text(encoding="utf-8") == DAMAGED


def test_a_file_may_be_let_be_by_name() -> None:
    Path("newslint.toml").write_text('[per-file-ignores]\n"a.txt" = ["all"]', encoding="utf-8")
    result = newslint("check", "a.txt")
    assert (result.code, result.err) == (
        0,
        "a.txt: nothing was checked: per-file-ignores turns all rules off\n",
    )
    walked = newslint("check", ".")
    assert (walked.code, walked.err) == (0, "")
    for out in (result.out, walked.out):
        assert out == "No findings in 1 file. 1 file was not read, or only in part.\n"


def test_exclusion_that_was_asked_for_is_told_and_no_error() -> None:
    Path("newslint.toml").write_text('exclude = ["a.*"]', encoding="utf-8")
    result = newslint("check", "--force-exclude", "a.txt")
    assert (result.code, "nothing was checked: all files of a.txt are excluded" in result.err) == (0, True)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            '[per-file-ignores]\n"never" = ["doble-word"]',
            "per-file-ignores: unknown rule “doble-word”; did you mean “double-word”?",
        ),
        ('[formats]\n"*.page" = "htm"', "formats: unknown format “htm”; did you mean “html”?"),
    ],
)
def test_names_for_files_that_are_not_there_are_checked_too(table: str, said: str) -> None:
    Path("newslint.toml").write_text(table, encoding="utf-8")
    result = newslint("check", "a.txt")
    assert (result.code, said in result.err) == (2, True), result.err


def test_statistics_count_by_rule() -> None:
    result = newslint("check", "--statistics", "--select", "double-word")
    assert result.out.splitlines()[0] == "     2  double-word"
    assert newslint("check", "--statistics", "--output-format", "json").code == 2


def test_standard_input_goes_by_the_name_it_is_given() -> None:
    Path("newslint.toml").write_text('[per-file-ignores]\n"b.txt" = ["double-word"]', encoding="utf-8")
    assert newslint("check", *CONCISE, "-", stdin=DAMAGED.encode()).out.startswith("-:1:13:")
    named = newslint("check", *CONCISE, "-", "--stdin-filename", "c.txt", stdin=DAMAGED.encode())
    assert named.out.startswith("c.txt:1:13:")
    assert newslint("check", *CONCISE, "-", "--stdin-filename", "b.txt", stdin=DAMAGED.encode()).code == 0


@pytest.mark.parametrize("option", ["--select", "--ignore", "--extend-select"])
def test_unknown_rules_exit_2_and_offer_the_nearest(option: str) -> None:
    result = newslint("check", option, "quotes,doble-word")
    assert result.code == 2
    assert "unknown rule “doble-word”; did you mean “double-word”?" in result.err


def test_the_command_line_wins_over_the_configuration() -> None:
    Path("newslint.toml").write_text('ignore = ["double-word"]', encoding="utf-8")
    assert newslint("check").code == 0
    assert newslint("check", "--select", "sentences").code == 1
    assert newslint("check", "--select", "encoding,sentences", "--ignore", "sentences").code == 0
    Path("newslint.toml").write_text('select = ["encoding"]', encoding="utf-8")
    assert newslint("check").code == 0
    assert newslint("check", "--extend-select", "double-word").code == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["chek", "a.txt"], "did you mean “check”?"),
        (["a.txt"], "run `newslint check a.txt`"),
        (["check", "--selct", "all"], "--select"),
        (["check", "-j", "0"], "0 is not in the range"),
        (["check", "--config", "none.toml"], "no such file: none.toml"),
        (["check", "--baseline", "none.json"], "no such baseline"),
        (["explain", "doble-word"], "did you mean “double-word”?"),
        (["check", "--style", "AP", "a.txt"], "unknown style “AP”; did you mean “ap”? Choose from ap, "),
        (["check", "--style", "zz", "a.txt"], "unknown style “zz”; choose from ap, "),
        (["check", "--ignore", "nosuchrule-abc", "a.txt"], "unknown rule “nosuchrule-abc”\n"),
        (["config", "none.txt"], "no such file"),
        (["fix", "-", "a.txt"], "must be the only path"),
        (["baseline", "-"], "--stdin-filename"),
    ],
)
def test_wrong_usage_exits_2(args: list[str], said: str) -> None:
    result = newslint(*args)
    assert (result.code, said in result.err) == (2, True), result.err


@pytest.mark.parametrize("command", ["check", "facts", "grade"])
def test_a_directory_without_files_is_misuse(command: str) -> None:
    Path("empty").mkdir()
    result = newslint(command, "empty")
    assert (result.code, "no files to check in empty: none of a known format" in result.err) == (2, True)


def test_an_empty_path_is_named_as_what_it_is() -> None:
    result = newslint("check", "")
    assert (result.code, result.out[:45]) == (3, "'': error: cannot be read: the path is empty\n")


def test_a_rule_that_fails_exits_3_and_the_others_speak(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(selection.load("double-word")):
        def check(self, _document, _candidates):
            raise ZeroDivisionError("of course")

    both = (*selection.select(["double-word"]), SelectedRule(selection.info("double-word"), Broken()))
    monkeypatch.setattr(selection, "select", lambda *_, **__: both)
    result = newslint("check", "--output-format", "concise")
    assert result.code == 3
    assert FIRST in result.out
    assert "a.txt: error: rule double-word failed: ZeroDivisionError: of course" in result.out


def test_newslint_itself_failing_exits_3(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.cli.check.check_summary", lambda _: 1 / 0)
    result = newslint("check")
    assert (result.code, "newslint: internal error" in result.err) == (3, True)


def test_the_baseline_silences_what_is_known_and_reports_what_is_gone() -> None:
    written = newslint("baseline", "--select", "double-word")
    assert (written.code, written.out) == (
        0,
        f"Recorded 2 findings in 1 file in {Path.cwd()}/newslint-baseline.json\n",
    )
    assert newslint("check", *CONCISE).code == 0
    Path("a.txt").write_text("New first line.\n\n" + DAMAGED, encoding="utf-8")
    assert newslint("check", *CONCISE).code == 0
    Path("a.txt").write_text("Police shut the the bridge. They shut the the road.\n", encoding="utf-8")
    result = newslint("check", *CONCISE)
    assert "repeated word “the”" in result.out
    assert (
        "unused-ignore unused baseline entry: no double-word finding in “In in May all of it went ok.”"
        in result.out
    )


def test_a_baseline_written_anew_keeps_reasons_and_files_that_were_not_looked_at() -> None:
    Path("b.txt").write_text("Half of of it won.\n", encoding="utf-8")
    Path("gone.txt").write_text("Half of of it lost.\n", encoding="utf-8")
    assert newslint("check", "--add-ignore", "names", "--select", "double-word").code == 0
    Path("gone.txt").unlink()
    Path("a.txt").write_text("In in May all of it went ok.\n", encoding="utf-8")
    assert newslint("baseline", "a.txt", "--select", "double-word").code == 0
    assert json.loads(Path("newslint-baseline.json").read_text("utf-8")) == {
        "version": 1,
        "files": {
            "a.txt": [
                {
                    "rule": "double-word",
                    "sentence": "In in May all of it went ok.",
                    "count": 1,
                    "reason": "names",
                }
            ],
            "b.txt": [
                {"rule": "double-word", "sentence": "Half of of it won.", "count": 1, "reason": "names"}
            ],
        },
    }


def test_add_ignore_adds_to_what_is_known() -> None:
    newslint("check", "--add-ignore", "first", "--select", "double-word")
    Path("a.txt").write_text(DAMAGED + "\nPolice shut the the bridge.\n", encoding="utf-8")
    assert newslint("check", *CONCISE).code == 1
    assert newslint("check", "--add-ignore", "again", "--select", "double-word").code == 0
    assert newslint("check", *CONCISE).code == 0
    known = json.loads(Path("newslint-baseline.json").read_text("utf-8"))["files"]["a.txt"]
    assert {(entry["count"], entry["reason"]) for entry in known} == {(2, "again"), (1, "first")}


def test_a_baseline_elsewhere_knows_files_from_its_own_place() -> None:
    Path("ci").mkdir()
    newslint("baseline", "--baseline", "ci/known.json", "--select", "double-word")
    assert list(json.loads(Path("ci/known.json").read_text("utf-8"))["files"]) == ["../a.txt"]
    assert newslint("check", *CONCISE, "--baseline", "ci/known.json").code == 0
    assert newslint("check", *CONCISE).code == 1


@pytest.mark.parametrize("text", ["[]", "{", '{"version": 2, "files": {}}', '{"version": 1, "file": {}}'])
def test_a_broken_baseline_exits_2(text: str) -> None:
    Path("newslint-baseline.json").write_text(text, encoding="utf-8")
    result = newslint("check")
    assert (result.code, "newslint-baseline.json" in result.err) == (2, True)


def test_explain_has_the_reason_the_options_and_the_examples() -> None:
    told = newslint("explain", "double-word").out
    assert selection.info("double-word").doc in told
    assert "[options.double-word]" in told
    assert "⟦the the⟧" in told
    assert "unused-ignore (newslint)" in newslint("explain", "unused-ignore").out


def test_a_category_is_explained_by_its_rules() -> None:
    for category, about in selection.CATEGORIES.items():
        result = newslint("explain", category)
        assert result.code == 0
        assert about in result.out
        assert all(f"  {name} " in result.out for name in selection.expand([category]))


def test_every_rule_can_be_explained() -> None:
    assert [rule for rule in selection.built_in() if newslint("explain", rule).code != 0] == []


def test_rules_lists_all_of_them() -> None:
    names = [line.split()[0] for line in newslint("rules").out.splitlines()[1:]]
    assert names == sorted({**selection.built_in(), **selection.third_party()})
    listed = json.loads(newslint("rules", "--output-format", "json").out)
    assert [rule["name"] for rule in listed] == names
    assert all(rule["summary"] for rule in listed)


def test_config_tells_what_applies_and_why() -> None:
    Path("newslint.toml").write_text(
        'ignore = ["sentences"]\naccept = ["Walla Walla"]\n[per-file-ignores]\n"b.*" = ["double-word"]',
        encoding="utf-8",
    )
    Path("b.txt").touch()
    told = newslint("config", "a.txt").out
    assert f"{Path.cwd()}/newslint.toml" in told
    assert [line.split() for line in told.splitlines() if "double-word" in line] == [
        ["double-word", "ignore:", "sentences"]
    ]
    assert 'accept = ["Walla Walla"]' in told
    assert "*.fixed.*" in told
    assert "per-file-ignores: double-word" in newslint("config", "b.txt").out
    assert "select: double-word" in newslint("config", "--select", "double-word", "a.txt").out


def test_help_needs_no_rules_and_one_file_no_walk_and_no_colours() -> None:
    assert not {
        m for m in modules_of("--help") if m.startswith(("regex", "msgspec", "newslint.rules.selection"))
    }
    modules_of("check", "a.txt", "--select", "double-word")  # what is made once is made now
    loaded = modules_of("check", "a.txt", "--select", "double-word")
    assert not loaded & {
        "rich",
        "pathspec",
        "multiprocessing",
        "concurrent.futures",
        "ftfy",
        "json",
    }


def test_colours_only_if_a_terminal_watches_or_they_are_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert "\x1b[" not in newslint("check").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;32m^^^^^^^\x1b[0m" in newslint("check").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in newslint("check").out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_a_terminal_gets_colours_and_progress_over_many_files() -> None:
    for number in range(60):
        Path(f"{number}.txt").write_text("All is well.\n", encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "newslint", "check", "--select", "double-word"]
    with subprocess.Popen(
        command, stdout=follower, stderr=follower, env={**environment, "TERM": "xterm"}
    ) as process:
        os.close(follower)
        seen = b""
        try:
            while data := os.read(leader, 4096):
                seen += data
        except OSError:  # how a pseudo terminal ends
            pass
    os.close(leader)
    assert process.returncode == 1
    assert b"Reading" in seen
    assert b"\x1b[1;32m^^^^^^^\x1b[0m" in seen
    assert seen.index(b"Reading") < seen.index(b"double-word")


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes that break")
def test_a_reader_that_leaves_is_no_trouble() -> None:
    Path("a.txt").write_text(DAMAGED * 2_000, encoding="utf-8")
    command = [sys.executable, "-m", "newslint", "check", "--select", "double-word"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


CLOSED = {  # what is closed: the arguments, the exit code, and what is said on standard error
    ">&-": (["check", "-q"], 1, ""),
    ">&- # rules": (["rules"], 0, ""),
    ">&- # usage": (["check", "--nonsense"], 2, "No such option"),
    "2>&-": (["check", "--nonsense"], 2, ""),
    ">&- 2>&-": (["check", "-j2", ".", "a.txt"], 1, ""),
    "<&-": (["check", "-"], 3, ""),
    "<&- # stream": (["check", "-", "--language-format", "jsonl"], 3, ""),
    ">/dev/full": (["check"], 3, "newslint: No space left on device"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("closed", CLOSED)
def test_streams_that_are_closed_or_full_are_no_crash(closed: str) -> None:
    args, code, said = CLOSED[closed]
    line = f'"$0" -m newslint "$@" {closed}'
    done = subprocess.run(
        ["sh", "-c", line, sys.executable, *args], capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert done.stderr.count("\n") <= 4
    if "<&-" in closed:
        assert "standard input is closed" in done.stdout


FILES = 300


def begun(command: str, processes: str) -> subprocess.Popen[bytes]:
    """A run over files with more findings than a pipe takes, so that it waits for whoever reads them."""
    for number in range(FILES):
        Path(f"{number}.txt").write_text((DAMAGED + "\nThe <unk> sailed.\n\n") * 10, encoding="utf-8")
    rules = "double-word,model-token"  # one that is fixed, and one that is not
    options = ("-j", processes, "--no-cache", "--select", rules, "--output-format", "jsonl")
    return subprocess.Popen(
        [sys.executable, "-m", "newslint", command, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _is_gone(group: int) -> bool:
    """Whether no process of a group is left, soon."""
    for _ in range(30):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("whom", [os.killpg, os.kill])
@pytest.mark.parametrize("processes", ["1", "2"])
def test_ctrl_c_ends_it_quietly(processes: str, whom: Callable[[int, int], None]) -> None:
    with begun("check", processes) as process:
        assert process.stdout
        first = process.stdout.readline()
        whom(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert first, f"it ended by itself: {told.decode()}"
    assert (process.returncode, told.strip()) == (130, b"")
    assert _is_gone(process.pid), "a child is left"


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize(
    ("command", "number"),
    [("fix", signal.SIGTERM), ("check", signal.SIGHUP), ("check", signal.SIGKILL), ("fix", signal.SIGKILL)],
)
def test_no_process_outlives_a_run_that_is_killed(command: str, number: signal.Signals) -> None:
    with begun(command, "2") as process:
        assert process.stdout
        assert process.stdout.readline()
        os.kill(process.pid, number)
        _, told = process.communicate(timeout=30)
    assert process.returncode == (-number if number == signal.SIGKILL else 128 + number)
    assert told == b""
    assert _is_gone(process.pid), "a child is left"
    if number != signal.SIGKILL:
        names = {path.name for path in Path().iterdir()}
        articles = {"a.txt", *(f"{number}.txt" for number in range(FILES))}
        assert articles <= names
        drafts = names - articles
        assert len(drafts) <= 2, "a draft, and the second name of the file it replaces"
        remove_abandoned(".")
        assert not any(Path(name).exists() for name in drafts)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_hang_up_that_was_ignored_stays_ignored() -> None:
    code = (
        "import os, runpy, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); "
        "sys.argv[1:] = ['check', '-q', '--select', 'double-word', 'a.txt']; "
        "from newslint.cli import check, Commands; original = Commands.invoke; "
        "Commands.invoke = lambda *args: (os.kill(os.getpid(), signal.SIGHUP), original(*args))[1]; "
        "runpy.run_module('newslint', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")


def test_workers_watch_their_parent_where_the_system_does_not() -> None:
    code = (
        "import multiprocessing, os, sys, time\n"
        "from newslint.runner.workers import end_with_parent\n"
        "sys.platform = 'other'\n"
        "def work():\n    end_with_parent()\n    print(os.getpid(), flush=True)\n    time.sleep(60)\n"
        "multiprocessing.get_context('fork').Process(target=work).start()\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline()
        process.kill()
    assert _is_gone(process.pid), "the child is left"


class _InterruptedAtTheEnd:
    def __del__(self):
        raise KeyboardInterrupt


def test_ctrl_c_that_python_drops_ends_the_run_after_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def process(_linter: FileLinter, task: FileTask) -> FileReport:
        asked.append(task.file)
        del dying[:]  # where Python drops what is raised
        return FileReport(task.file)

    asked: list[str] = []
    dying = [_InterruptedAtTheEnd()]
    monkeypatch.setattr(sys, "unraisablehook", interrupts.keep_dropped)
    monkeypatch.setattr(FileLinter, "process", process)
    assert main(["check", "-j", "1", "-q", "a.txt", "b.md"]) == 130
    assert asked == ["a.txt"]


class _Interrupts:
    """Ctrl-C while it becomes an attribute of a class."""

    def __set_name__(self, owner: type, name: str) -> None:
        raise KeyboardInterrupt


def _interrupted(_module: str) -> NoReturn:
    type("Half", (), {"made": _Interrupts()})
    raise AssertionError


def test_ctrl_c_while_a_command_or_rule_is_imported_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.cli.import_module", _interrupted)
    assert main(["check"]) == 130
    monkeypatch.setattr("newslint.rules.registry.import_module", _interrupted)
    with pytest.raises(KeyboardInterrupt):
        registry.load.__wrapped__("double-word")


def test_the_console_script_and_the_module_are_one() -> None:
    script = Path(sys.executable).parent / "newslint"
    said = subprocess.run([script, "--version"], capture_output=True, encoding="utf-8", check=True).stdout
    assert said == shell("--version").stdout
    assert said.startswith("newslint ")
    assert shell("check", *CONCISE).stdout == FIRST + SECOND
    assert shell("check", *CONCISE).returncode == 1
