"""What a terminal is shown while newslint works."""

import io
import sys

import pytest

from newslint.cli import console
from newslint.model import FileReport

REPORTS = [FileReport("a.jsonl", "x" * 40), FileReport("a.jsonl", "y" * 60)]


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    return stream


@pytest.mark.parametrize(("total", "size"), [(1, console.LARGE), (console.MANY, 5), (1, 100 * console.LARGE)])
def test_progress_is_shown_for_many_files_and_for_large_ones(terminal, total, size):
    assert list(console.watched(iter(REPORTS), total, size)) == REPORTS
    assert "Reading" in terminal.getvalue()


def test_no_progress_is_shown_for_little_work(terminal):
    assert list(console.watched(iter(REPORTS), console.MANY - 1, console.LARGE - 1)) == REPORTS
    assert terminal.getvalue() == ""


def test_no_progress_is_shown_where_nobody_watches(capsys):
    assert list(console.watched(iter(REPORTS), console.MANY, console.LARGE)) == REPORTS
    assert capsys.readouterr().err == ""
