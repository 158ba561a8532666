"""What a terminal is shown while newslint works."""

import io
import sys

import pytest

from newslint.cli import console
from newslint.core.report import FileReport

REPORTS = [FileReport("a.jsonl", "x" * 40), FileReport("a.jsonl", "y" * 60)]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def watched(monkeypatch, total, size):
    """What a terminal is shown; pytest puts its own standard error in place before every test."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    assert list(console.watched(iter(REPORTS), total, size)) == REPORTS
    return stream.getvalue()


@pytest.mark.parametrize(("total", "size"), [(1, console.LARGE), (console.MANY, 5), (1, 100 * console.LARGE)])
def test_progress_is_shown_for_many_files_and_for_large_ones(monkeypatch, total, size):
    assert "Reading" in watched(monkeypatch, total, size)


def test_no_progress_is_shown_for_little_work(monkeypatch):
    assert watched(monkeypatch, console.MANY - 1, console.LARGE - 1) == ""


def test_no_progress_is_shown_where_nobody_watches(capsys):
    assert list(console.watched(iter(REPORTS), console.MANY, console.LARGE)) == REPORTS
    assert capsys.readouterr().err == ""
