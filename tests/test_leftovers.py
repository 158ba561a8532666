"""Leftovers: the rules mend together what each leaves, and pay for heavy imports only when needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.rules import selection


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_together_the_rules_leave_the_article_alone(end):
    damaged = [
        "A bridge",
        "",
        "",
        "It fell.",
        "",
        "ADVERTISEMENT",
        "",
        "Nobody cried.",
        "",
        "",
        "Comments are closed.",
    ]
    mended = ["A bridge", "", "It fell.", "", "Nobody cried.", ""]
    report = Linter(selection.select()).fix(Source(end.join([*damaged, "", ""])))
    assert report.after == end.join(mended)


def test_blank_lines_alone_are_no_article():
    report = Linter(selection.select(["blank-lines"])).fix(Source("\n\n \n"))
    assert not report.has_changes


def test_the_decoder_waits_for_damage():
    program = """
import sys
import newslint.api

newslint.api.check("A café and a naïve plan – “fine”.")
assert "ftfy" not in sys.modules
newslint.api.check("A cafÃ© fell.")
assert "ftfy" in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True)
