"""What the commands that apply decisions print, and their exit code."""

from __future__ import annotations

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.cli.console import say
from newslint.fixer.chosen import ChosenReport
from newslint.review.applied import AppliedTally, notes


def add_and_tell(tally: AppliedTally, done: ChosenReport) -> None:
    """Count a file, and print what was not applied."""
    tally.add(done)
    for note in notes(done):
        say(note)


def exit_code(tally: AppliedTally) -> int:
    """Whether everything that was accepted is applied."""
    if tally.failed:
        return FAILED
    return FOUND if tally.refused else CLEAN
