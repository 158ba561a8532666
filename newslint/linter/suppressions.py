"""What a person has asked not to hear again: comments, `[sic]`, accepted terms, the baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import regex

from newslint.core.diagnostics import Diagnostic, RuleInfo, Safety, Severity
from newslint.core.patterns import pattern
from newslint.core.positions import Range, Span
from newslint.core.segments import PROSE, Comment
from newslint.text.document import ParsedFile

INSTRUCTION = pattern(r"(?s)newslint:\s*(ignore-file|ignore)(?:\[([^\]]*)\])?\s*(.*)")
SIC = pattern(r"(?i)[\s.,;:!?”’\"')\]]*[\[(]sic[\])]")
SIC_REACH = 40
"""Characters after a place; without an end `regex` would look for “sic” down to the end of the file."""
UNUSED = RuleInfo(
    name="unused-ignore",
    category="newslint",
    summary="An ignore comment or baseline entry ignores nothing.",
    doc=(
        "An ignore comment or baseline entry ignores nothing.\n\n"
        "The copy was fixed, or the rule no longer reports it. Delete the comment, or update the baseline\n"
        "with `newslint baseline`. Switch this off with `report-unused-ignores = false`."
    ),
    severity=Severity.INFO,
    safety=Safety.HINT,
    may_change=frozenset(),
    fixable=False,
    default=True,
)


@dataclass(frozen=True, slots=True)
class Ignore:
    """An entry of the baseline: a rule may say this much of this sentence, for a reason."""

    rule: str
    sentence: str
    reason: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Instruction:
    """A comment that silences rules (all, when it names none) for a stretch of the file."""

    comment: Comment
    reach: Span
    names: frozenset[str]

    def silences(self, diagnostic: Diagnostic) -> bool:
        """Whether it speaks of this diagnostic."""
        named = not self.names or {diagnostic.rule, diagnostic.category} & self.names
        return bool(named) and self.reach.start <= diagnostic.span.start < self.reach.end


@dataclass(frozen=True)
class Suppressions:
    """All that silences diagnostics of one file from outside its text."""

    accept: frozenset[str] = frozenset()
    ignores: tuple[Ignore, ...] = ()
    report_unused: bool = True

    def filter(
        self,
        reading: ParsedFile,
        diagnostics: Iterable[Diagnostic],
        rules: Collection[RuleInfo],
        second: str = "",
    ) -> tuple[Diagnostic, ...]:
        """The diagnostics that remain, and one for each suppression that silenced nothing.

        Only suppressions of rules that ran can be called unused; all those of a `second` engine did.
        """
        allowed = Counter({(i.rule, i.sentence): i.count for i in self.ignores})
        budget = allowed.copy()
        instructions = list(_instructions(reading))
        used: set[Instruction] = set()
        heard = []
        for diagnostic in diagnostics:
            silencers = {i for i in instructions if i.silences(diagnostic)}
            key = diagnostic.rule, diagnostic.sentence
            if silencers:
                used |= silencers
            elif budget[key] > 0:
                budget[key] -= 1
            else:
                heard.append(diagnostic)
        if self.report_unused and (instructions or self.ignores):
            idle = [i for i in instructions if i not in used]
            heard += self._unused(reading, idle, allowed - budget, _Ran(rules, second))
        return tuple(sorted(heard, key=lambda d: (d.span, d.rule)))

    def is_accepted(self, text: str, at: Range) -> bool:
        """Whether a place of a text is marked `[sic]`, or stands in a term that is accepted."""
        return bool(SIC.match(text, at.end, at.end + SIC_REACH)) or any(
            start <= at.start and at.end <= end for start, end in self._accepted_near(text, at)
        )

    def _accepted_near(self, text: str, at: Range) -> Iterator[tuple[int, int]]:
        for term in self.accept:
            near = max(at.start - len(term), 0), at.end + len(term)
            whole = rf"(?<!\w){regex.escape(term)}(?!\w)"
            for match in pattern(whole).finditer(text, pos=near[0], endpos=near[1]):
                yield match.span()

    def _unused(
        self,
        reading: ParsedFile,
        instructions: Iterable[Instruction],
        spent: Counter[tuple[str, str]],
        ran: _Ran,
    ) -> Iterator[Diagnostic]:
        for instruction in instructions:
            if all(name in ran for name in instruction.names):
                names = " or ".join(sorted(instruction.names)) or "such"
                yield _unused(reading, instruction.comment.span, f"unused ignore: no {names} finding here")
        for ignore in self.ignores:
            if ignore.rule in ran and not spent[ignore.rule, ignore.sentence]:
                message = f"unused baseline entry: no {ignore.rule} finding in “{ignore.sentence}”"
                yield _unused(reading, Span(0, 0), message)


class _Ran:
    """The names of what ran."""

    def __init__(self, rules: Iterable[RuleInfo], second: str) -> None:
        self._names = {name for rule in rules for name in (rule.name, rule.category)} | {second}
        self._second = f"{second}/" if second else ""

    def __contains__(self, name: str) -> bool:
        return name in self._names or bool(self._second and name.startswith(self._second))


def _unused(reading: ParsedFile, span: Span, message: str) -> Diagnostic:
    quote = span.of(reading.source.text)
    return Diagnostic(UNUSED.name, UNUSED.category, UNUSED.severity, span, message, quote, quote)


def _instructions(reading: ParsedFile) -> Iterator[Instruction]:
    """What comments say: of the whole file, of the block they stand in, or of the next block."""
    for comment in reading.comments:
        said = INSTRUCTION.fullmatch(comment.text)
        if not said:
            continue
        names = frozenset(name.strip() for name in (said[2] or "").split(",") if name.strip())
        whole = Span(0, len(reading.source.text) + 1)
        yield Instruction(comment, whole if said[1] == "ignore-file" else _reach(reading, comment), names)


def _reach(reading: ParsedFile, comment: Comment) -> Span:
    for block in reading.blocks:
        end = block.source.segments[-1].span.end
        if block.kind in PROSE and end > comment.span.start:
            return Span(min(block.source.segments[0].span.start, comment.span.start), end + 1)
    return comment.span
