"""What a terminal is shown while newslint works."""

import io
import sys

import pytest

from newslint.cli import run_output
from newslint.cli.request import Request
from newslint.cli.run_output import RunOutput
from newslint.core.report import FileReport

REPORTS = [FileReport("a.jsonl", "x" * 40), FileReport("a.jsonl", "y" * 60)]


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def follow(tmp_path, monkeypatch):
    """Follow a run over some files of some bytes."""

    def follow(total, size):
        for number in range(total):
            (tmp_path / f"{number}.txt").write_text("x" * size)
        monkeypatch.chdir(tmp_path)
        with RunOutput(Request(paths=())) as progress:
            for report in REPORTS:
                progress.add(report)
        return progress.tally

    return follow


@pytest.mark.parametrize(("total", "size"), [(1, 1_000), (5, 3), (1, 100_000)])
def test_progress_is_shown_for_many_files_and_for_large_ones(monkeypatch, follow, total, size):
    monkeypatch.setattr(run_output, "MANY", 5)
    monkeypatch.setattr(run_output, "LARGE", 1_000)
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    assert follow(total, size).files == 1
    assert "Reading" in sys.stderr.getvalue()


def test_no_progress_is_shown_for_little_work(monkeypatch, follow):
    monkeypatch.setattr(sys, "stderr", Terminal())
    follow(run_output.MANY - 1, 10)
    assert sys.stderr.getvalue() == ""


def test_no_progress_is_shown_where_nobody_watches(capsys, follow):
    follow(run_output.MANY, 10)
    assert capsys.readouterr().err == ""
