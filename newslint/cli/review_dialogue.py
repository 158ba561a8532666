"""The questions of `newslint review` about a file, and the answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from newslint.cli.console import answer, answer_line, out
from newslint.core.diagnostics import Diagnostic
from newslint.core.source import Lines
from newslint.core.visible import visible
from newslint.linter.proposals import FindingProposal, own_choice
from newslint.reporters.paint import Paint
from newslint.reporters.tally import count_noun
from newslint.review.decisions import choice_of
from newslint.review.steps import ReviewStep, StepKind
from newslint.review.word_diff import DiffPart, PartKind, fix_diff, sentence_around
from newslint.text.document import ParsedFile

MOST_CHOICES = 9
"""Suggestions that have a key."""
NO_FIX = "newslint proposes no fix"
CANNOT_EDIT = "the file does not let newslint put that here; change it in an editor"
HELP = """\
  a  accept the fix; 1 to 9 accept that suggestion
  e  write a replacement of your own for the marked words
  i  always ignore this finding, with a reason: it goes into the baseline, and is not reported again
  s  skip: leave the place as it is for now
  u  undo the last answer
  q  stop; apply what was accepted, and continue another time
"""


class ReviewDialogue(Struct):
    """Asks about the findings of a file in order."""

    path: str
    parsed: ParsedFile
    questions: Sequence[FindingProposal]
    look: Paint
    steps: list[ReviewStep] = field(default_factory=list)
    """The answers so far."""

    def run(self) -> bool:
        """Ask until everything is confirmed; return whether the person did not stop."""
        while said := self._ask():
            if said == "q":
                return False
            if said == "u":
                self.steps.pop()
            elif said == "?":
                out(HELP)
            elif step := self._step(self.questions[len(self.steps)], said):
                self.steps.append(step)
        return True

    def _ask(self) -> str:
        """The next answer; empty if there is no more to ask."""
        if len(self.steps) < len(self.questions):
            proposal = self.questions[len(self.steps)]
            out("\n".join(self._question_lines(proposal)) + "\n")
            return answer(*_keys(proposal, is_first=not self.steps))
        if all(step.kind is StepKind.SKIP for step in self.steps):
            return ""
        question = f"\n{visible(self.path)}: {_summary(self.steps)}. [a]pply [u]ndo [q]uit "
        return answer(question, "auq").replace("a", "")

    def _step(self, proposal: FindingProposal, said: str) -> ReviewStep | None:
        """The meaning of an answer; None if the person withdraws it."""
        if said == "s":
            return ReviewStep(proposal, StepKind.SKIP)
        if said == "i":
            reason = answer_line("Reason (empty: do not ignore): ").strip()
            return ReviewStep(proposal, StepKind.IGNORE, reason) if reason else None
        if said == "e":
            return self._edit(proposal)
        option = proposal.choices[int(said) - 1 if said.isdecimal() else 0]
        return ReviewStep(proposal, StepKind.ACCEPT, choice_of(option).suggestion)

    def _edit(self, proposal: FindingProposal) -> ReviewStep | None:
        """The step that a person has written."""
        words = proposal.diagnostic.quote
        what = f"Instead of “{visible(words)}”" if words else "To insert"
        text = answer_line(f"{what} (empty: no change): ", words)
        if not text or text == words:
            return None
        option = own_choice(self.parsed, proposal, text)
        if option is None:
            out(f"  {CANNOT_EDIT}\n")
            return None
        out("".join(f"  {line}\n" for line in self._diff_lines(proposal, [option])))
        return ReviewStep(proposal, StepKind.EDIT, text)

    def _question_lines(self, proposal: FindingProposal) -> Iterator[str]:
        diagnostic, look = proposal.diagnostic, self.look
        line, _ = Lines(self.parsed.source.text).position(diagnostic.span.start)
        number = f"{len(self.steps) + 1} of {len(self.questions)}"
        yield ""
        yield (
            f"{look.dim(number)}  {look.bold(diagnostic.rule)}  {visible(self.path)}:{line}  "
            f"{look.dim(str(diagnostic.safety))}"
        )
        yield f"  {visible(diagnostic.message)}"
        if proposal.choices:
            shown = proposal.choices[:MOST_CHOICES]
            for key, diff in enumerate(self._diff_lines(proposal, shown), 1):
                yield f"  {f'{key}. ' if len(proposal.choices) > 1 else ''}{diff}"
        else:
            yield f"  {self._marked_sentence(proposal)}"
            said = "; ".join(f"“{visible(text)}”" for text in diagnostic.suggestions)
            why = visible(proposal.refusal) or NO_FIX
            yield look.dim(f"  {why}" + (f" (suggested: {said})" if said else ""))

    def _diff_lines(self, proposal: FindingProposal, options: Sequence[Diagnostic]) -> Iterator[str]:
        """The words that each option would change."""
        for option in options:
            if option.fix and proposal.place:
                block = self.parsed.documents[proposal.article].blocks[proposal.place.block]
                parts = fix_diff(block, proposal.place.at, option.fix.changes)
                yield "".join(_part_text(part, self.look) for part in parts)

    def _marked_sentence(self, proposal: FindingProposal) -> str:
        """The sentence of a finding that has no fix."""
        if not (place := proposal.place):
            return ""
        block = self.parsed.documents[proposal.article].blocks[place.block]
        before, words, after = map(_flat, sentence_around(block, place.at))
        return f"{before}{self.look.bold(f'[{words}]')}{after}"


def _keys(proposal: FindingProposal, *, is_first: bool) -> tuple[str, str]:
    """The question, and the keys that answer it."""
    count = min(len(proposal.choices), MOST_CHOICES)
    numbers = "".join(str(number) for number in range(1, count + 1))
    accept = f"[1-{count}] accept " if count > 1 else "[a]ccept " if count else ""
    undo = "" if is_first else "[u]ndo "
    letters = numbers + ("a" if count == 1 else "") + "eisq?" + ("" if is_first else "u")
    return f"{accept}[e]dit [i]gnore [s]kip {undo}[q]uit [?] ", letters


def _summary(steps: Sequence[ReviewStep]) -> str:
    changes = sum(step.kind in (StepKind.ACCEPT, StepKind.EDIT) for step in steps)
    ignored = sum(step.kind is StepKind.IGNORE for step in steps)
    parts = [count_noun(changes, "change")] * bool(changes) + [f"{ignored} ignored"] * bool(ignored)
    return ", ".join(parts)


def _part_text(part: DiffPart, look: Paint) -> str:
    """A part of a text, marked without colours too."""
    text = _flat(part.text)
    if part.kind is PartKind.DELETED:
        return look.red(f"[-{text}-]")
    return look.green(f"{{+{text}+}}") if part.kind is PartKind.INSERTED else text


def _flat(text: str) -> str:
    return visible(text.replace("\n", " "))
