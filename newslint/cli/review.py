"""`newslint review`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import click
from msgspec import Struct, field

from newslint.cli import FAILED
from newslint.cli.applied import add_and_tell, exit_code
from newslint.cli.console import paint, say
from newslint.cli.options import BACKUP, NO_HISTORY, takes_files
from newslint.cli.request import Request
from newslint.cli.review_dialogue import ReviewDialogue
from newslint.reporters.tally import count_noun
from newslint.review.application import apply_decisions
from newslint.review.applied import AppliedTally
from newslint.review.reading import ReviewFile, read_for_review, review_file
from newslint.review.steps import ReviewStep, StepKind, decisions_of, edits, find_again, record_ignores
from newslint.review.unfinished import UnfinishedReview
from newslint.runner.discovery import STDIN, InputFile
from newslint.runner.file_linter import FileLinter
from newslint.runner.file_writer import FileWriter
from newslint.runner.fix_history import FixRun


@click.command()
@takes_files
@click.option("--restart", is_flag=True, help="Ask again about findings that a stopped review has skipped.")
@BACKUP
@NO_HISTORY
def command(request: Request, *, restart: bool, backup: bool, no_history: bool) -> int:
    """Step through findings, decide on each, and apply what was accepted.

    PATHS are files or directories. The keys are a to accept, 1 to 9 to accept that suggestion, e to write
    your own replacement, i to always ignore the finding, s to skip it, u to undo the last answer, q to stop.
    What was accepted in a file is applied after its last finding, or when you stop; Ctrl-C applies nothing
    more. A review that was stopped continues where it was when you call it again with the same PATHS. Exits
    with 0 if everything that was accepted is applied, 1 if some of it is not, 2 if newslint was called or
    configured wrongly, 3 if a file has changed, could not be read or written, or a rule failed.
    """
    if STDIN in request.paths:
        raise click.UsageError("a review needs files, for standard input takes your answers")
    request.require_baseline()
    request.require_files()
    memory = UnfinishedReview(request.paths or (".",))
    if restart:
        memory.restart()
    elif memory.size:
        say(f"Continuing: {count_noun(memory.size, 'finding')} skipped before; --restart asks again.")
    writer = FileWriter(backup=backup, run=None if no_history else FixRun.begin())
    review = _Review(request, FileLinter(request.settings), writer, memory)
    is_finished = False
    try:
        is_finished = review.run()
    finally:
        review.linter.close()
        writer.close()
        if is_finished or no_history:
            memory.forget()
        else:
            with suppress(OSError):  # without a home folder a review starts from the beginning
                memory.save()
    say(review.tally.summary())
    if not is_finished and not no_history:
        say("Call the same command again to continue.")
    return FAILED if review.has_failed else exit_code(review.tally)


class _Review(Struct):
    """The review of the files of a request."""

    request: Request
    linter: FileLinter
    writer: FileWriter
    memory: UnfinishedReview
    tally: AppliedTally = field(default_factory=AppliedTally)
    has_failed: bool = False

    def run(self) -> bool:
        """Ask about all files; whether the person came to the end."""
        self.linter.prepare(self.request.targets)
        for file in read_for_review(self.linter, self.request.targets):
            if file.error:
                say(f"{file.path}: error: {file.error}")
                self.has_failed = True
            questions = [
                proposal
                for proposal in file.proposals.proposals
                if proposal.place and not self.memory.is_seen(file.path, proposal.diagnostic)
            ]
            if file.parsed and questions:
                dialogue = ReviewDialogue(file.path, file.parsed, questions, paint())
                is_finished = dialogue.run()
                self._carry_out(file, dialogue.steps)
                if not is_finished:
                    return False
        return True

    def _carry_out(self, file: ReviewFile, steps: Sequence[ReviewStep]) -> None:
        """Apply what was accepted, and remember what was ignored or skipped."""
        decided, own = decisions_of(file, steps), edits(steps)
        left = [(step, step.diagnostic) for step in steps if step.kind in (StepKind.IGNORE, StepKind.SKIP)]
        if decided.accepted or own:
            done = apply_decisions(decided, self.request.settings, self.writer, edits=own)
            add_and_tell(self.tally, done)
            if left and done.report.has_changes:
                now = review_file(self.linter, InputFile(file.path, named=True)).proposals.proposals
                left = list(find_again((step for step, _ in left), [proposal.diagnostic for proposal in now]))
        self.memory.add(file.path, (found for step, found in left if step.kind is StepKind.SKIP))
        if ignored := [(found, step.text) for step, found in left if step.kind is StepKind.IGNORE]:
            place = record_ignores(self.linter, file.path, ignored)
            say(f"Recorded {count_noun(len(ignored), 'ignored finding')} in {place}.")
