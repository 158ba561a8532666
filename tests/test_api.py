"""newslint as a library."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, get_type_hints

import pytest
import regex

import newslint
from newslint import api
from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.linter import time_limit
from newslint.linter.linter import Linter
from newslint.linter.time_limit import TimeLimit, TimeLimitExceeded
from newslint.rules import selection
from newslint.rules.selection import SelectedRule
from newslint.runner.text_linter import MAX_TEXT

SECONDS = 120
"""More than anything takes; a test that waits for ever tells nothing."""
SEEDS = Path(__file__).parents[1] / "seeds"


def test_check_reports_places_in_code_points() -> None:
    report = newslint.check("🗞 Police shut the the bridge.", select=["double-word"])
    (found,) = report.diagnostics
    assert report.before[found.span.start : found.span.end] == "the the"
    assert found.suggestions == ("the",)


def test_fix_gives_the_repaired_text() -> None:
    assert newslint.fix("Police shut the the bridge.").after == "Police shut the bridge."


def test_odd_text_is_no_trouble() -> None:
    for text in ("", "\0", "\ud800 the the", "\n\n\n", "🗞"):
        assert newslint.fix(text).error is None


def test_many_texts_have_reports_in_order() -> None:
    texts = [f"Boat {number} left the the port." for number in range(120)]
    for processes in (1, 2):
        reports = list(newslint.fix_many(texts, processes=processes, select=["double-word"]))
        assert [report.after for report in reports] == [text.replace("the the", "the") for text in texts]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_bad_text_among_many_is_a_report_with_an_error(processes: int) -> None:
    texts = ["The the ferry sailed.", None, b"caf\xe9", 7, "x" * (MAX_TEXT + 1), b"It left the the port."]
    reports = list(newslint.check_many(texts, processes=processes, select=["double-word"]))
    assert [len(report.diagnostics) for report in reports] == [1, 0, 0, 0, 0, 1]
    errors = [report.error or "" for report in reports]
    assert errors == [
        "",
        "there is no text: the value is null",
        "not utf-8: byte 0xE9 at offset 3",
        "not text but int",
        "text of 2,000,001 characters: newslint reads up to 2,000,000",
        "",
    ]


def test_many_texts_are_read_one_by_one() -> None:
    taken = []

    def texts() -> Iterator[str]:
        for number in range(100_000):
            taken.append(number)
            yield "The ferry sailed."

    reports = newslint.check_many(texts(), processes=2, select=["double-word"])
    assert next(reports).error is None
    reports.close()
    assert len(taken) < 1_000


def test_a_text_that_crashes_its_process_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    check = Linter.check

    def crash(linter: Linter, source: Source) -> FileReport:
        if source.text == "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        return check(linter, source)

    monkeypatch.setattr(Linter, "check", crash)
    texts = ["The the port.", "crash", "The the ferry."]
    reports = list(newslint.check_many(texts, processes=2, select=["double-word"]))
    assert [report.error for report in reports] == [None, "the process that read it crashed", None]
    assert [len(report.diagnostics) for report in reports] == [1, 0, 1]


def test_wrong_arguments_are_refused_at_once() -> None:
    with pytest.raises(newslint.UnknownName, match="double-word"):
        newslint.check_many([], select=["double-wrd"])


def test_every_public_name_is_there_and_listed() -> None:
    assert set(newslint.__all__) <= set(dir(newslint))
    assert sorted(newslint.__all__) == newslint.__all__
    assert all(getattr(newslint, name) is not None for name in newslint.__all__)
    assert set(newslint._MODULES) == set(newslint.__all__) - {"__version__"}


def test_every_public_name_is_documented() -> None:
    page = (Path(__file__).parents[1] / "docs/api.md").read_text("utf-8")
    assert [name for name in newslint.__all__ if name[0] != "_" and f"`{name}`" not in page] == []
    assert set(regex.findall(r"newslint\.(\w+)\(", page)) <= set(newslint.__all__)


def test_one_name_may_be_a_text() -> None:
    assert newslint.check("Police shut the the bridge.", ignore="double-word").diagnostics == ()
    assert len(newslint.check("Police shut the the bridge..", select="double-word").diagnostics) == 1
    with pytest.raises(newslint.UnknownName, match="“double-wrod”; did you mean “double-word”"):
        newslint.check("", ignore="double-wrod")


@pytest.mark.parametrize(("text", "said"), [(b"x", "Source.decode"), (None, "not NoneType"), (1, "not int")])
def test_what_is_no_text_is_refused_in_a_sentence(text: object, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        newslint.check(text)  # type: ignore[arg-type]


def test_a_file_is_checked_as_on_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text("<p>Police shut the the bridge.</p>", "utf-8")
    assert [found.rule for found in newslint.check_file(file).diagnostics] == ["double-word"]
    assert newslint.check_file(file, ignore="double-word").diagnostics == ()
    (tmp_path / "newslint.toml").write_text('accept = ["the the"]', "utf-8")
    assert newslint.check_file(file).diagnostics == ()
    assert len(newslint.check_file(file, isolated=True).diagnostics) == 1
    assert "html-entity" in {d.rule for d in newslint.check_file(file, language_format="plain").diagnostics}
    (tmp_path / "newslint.toml").write_text("accept = 1", "utf-8")
    with pytest.raises(newslint.ConfigError, match="accept"):
        newslint.check_file(file)
    with pytest.raises(ValueError, match="unknown format “htm”"):
        newslint.check_file(file, language_format="htm")
    assert "cannot be read" in (newslint.check_file(tmp_path / "none.txt", isolated=True).error or "")


def test_threads_share_a_linter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "BLOCK_SECONDS", 3600.0)
    samples = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")) if path.name.count(".") == 1]
    texts = [f"{number} {sample[:2_000]}" for number in range(2) for sample in samples]
    linter = newslint.create_linter()
    with ThreadPoolExecutor(8) as pool:
        checked, fixed = list(pool.map(linter.check, texts)), list(pool.map(linter.fix, texts))
    assert any(report.diagnostics for report in checked)
    assert checked == [newslint.create_linter().check(text) for text in texts]
    assert fixed == [newslint.create_linter().fix(text) for text in texts]


def test_arguments_of_a_linter_are_those_of_every_function() -> None:
    declared = get_type_hints(newslint.create_linter)
    del declared["return"]
    assert get_type_hints(api.LinterArguments) == declared
    assert get_type_hints(api.RuleArguments) == {
        name: kind for name, kind in declared.items() if name != "language_format"
    }
    with pytest.raises(TypeError, match="unexpected keyword argument 'selct'"):
        newslint.check("", selct="double-word")  # type: ignore[call-arg]


def test_a_loop_of_events_may_run_checks_in_threads() -> None:
    linter = newslint.create_linter(select="double-word")

    async def check() -> list[newslint.FileReport]:
        return await asyncio.gather(*(asyncio.to_thread(linter.check, f"{n} the the x.") for n in range(5)))

    assert [len(report.diagnostics) for report in asyncio.run(check())] == [1] * 5


def spin(steps: list[int]) -> None:
    while True:
        steps.append(1)
        if len(steps) > 1_000:
            steps.clear()


def test_a_limit_holds_in_every_thread_and_not_after_it() -> None:
    def work() -> str:
        try:
            with TimeLimit(0.05):
                spin([])
        except TimeLimitExceeded:
            pass
        else:
            return "was not stopped"
        with TimeLimit(30):
            done = sum(range(1_000))
        return f"was stopped, then summed {done}"

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: work(), range(8))) == {"was stopped, then summed 499500"}


def swallow(times: int) -> None:
    """Go on after exceptions, as Python does in callbacks of weak references."""
    for _ in range(times):
        with suppress(BaseException):
            spin([])


@pytest.mark.parametrize("times", [1, 2])
def test_a_swallowed_exception_stops_nothing_for_ever(times: int) -> None:
    def work() -> str:
        try:
            with TimeLimit(0.05):
                swallow(times)
        except TimeLimitExceeded:
            return "over"
        return "done"

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(work).result(SECONDS) == "over"


def test_time_in_which_others_run_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(time, "pthread_getcpuclockid"):
        pytest.skip("the system does not tell how long a thread has run")
    monkeypatch.setattr(time_limit, "PATIENCE", 10_000)

    def work() -> str:
        with TimeLimit(0.2):
            time.sleep(0.4)
        return "done"

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(work).result(SECONDS) == "done"


def test_an_exception_that_comes_late_is_not_left_in_the_thread() -> None:
    class Late(Exception):
        pass

    def give_up() -> NoReturn:
        raise Late

    def work() -> list[str]:
        seen = []
        for _ in range(30):
            try:
                with TimeLimit(0.01), suppress(ZeroDivisionError):
                    end = time.monotonic() + 0.0099
                    while time.monotonic() < end:
                        pass
                    give_up()  # as the limit is reached, or a moment before
            except (Late, TimeLimitExceeded) as error:
                seen.append(type(error).__name__)
        sum(range(10_000))
        return seen

    with ThreadPoolExecutor(3) as pool:
        for seen in pool.map(lambda _: work(), range(3)):
            assert len(seen) == 30


def test_a_limit_within_a_limit_holds_in_a_thread() -> None:
    def work() -> str:
        try:
            with TimeLimit(20), TimeLimit(0.02):
                spin([])
        except TimeLimitExceeded:
            return "was stopped"
        return "was not stopped"

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(work).result() == "was stopped"


def test_a_slow_rule_is_named_in_every_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(selection.load("double-word")):
        def check(self, _document, _candidates):
            spin([])
            yield

    monkeypatch.setattr(time_limit, "BLOCK_SECONDS", 0.05)
    rules = (SelectedRule(selection.info("double-word"), Slow()), *selection.select(["double-period"]))
    linter = newslint.Linter(rules)
    with ThreadPoolExecutor(1) as pool:
        report = pool.submit(linter.check, "Police shut the the bridge.. It is old.").result()
    assert "double-word" in (report.error or "")
    assert [found.rule for found in report.diagnostics] == ["double-period"]
