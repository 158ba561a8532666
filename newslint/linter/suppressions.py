"""Suppressions from outside: comments, `[sic]`, accepted terms, the baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

import regex
from msgspec import Struct

from newslint.core.diagnostics import Diagnostic, RuleInfo, Safety, Severity
from newslint.core.patterns import pattern
from newslint.core.positions import Range, Span
from newslint.core.site import rule_page
from newslint.linter.instructions import ANYTHING, Instruction, Instructions
from newslint.text.document import ParsedFile

SIC = pattern(r"(?i)[\s.,;:!?”’\"')\]]*[\[(]sic[\])]")
SIC_REACH = 40
"""Characters after a place; without a limit `regex` would search for “sic” to the end of the file."""
UNUSED = RuleInfo(
    name="unused-ignore",
    category="newslint",
    summary="An ignore comment or baseline entry ignores nothing, or is misspelt.",
    doc=(
        "An ignore comment or baseline entry ignores nothing, or is misspelt.\n\n"
        "The copy was fixed, or the rule no longer reports it. Delete the comment, or update the baseline\n"
        "with `newslint baseline`. Switch this off with `report-unused-ignores = false`. A comment that\n"
        "names an unknown rule or instruction is a warning and always reported."
    ),
    severity=Severity.INFO,
    safety=Safety.HINT,
    may_change=frozenset(),
    fixable=False,
    default=True,
    url=rule_page("unused-ignore"),
)


class Ignore(Struct, frozen=True):
    """An entry of the baseline: rule, sentence, count and reason."""

    rule: str
    sentence: str
    reason: str = ""
    count: int = 1


class Suppressions(Struct, frozen=True):
    """The suppressions of diagnostics in a file."""

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
        """The diagnostics that remain, and one for each unused suppression.

        Only suppressions of rules that ran can be unused; all rules of a `second` engine ran.
        """
        allowed = Counter({(i.rule, i.sentence): i.count for i in self.ignores})
        budget = allowed.copy()
        instructions = Instructions(reading)
        remaining = []
        for diagnostic in diagnostics:
            key = diagnostic.rule, diagnostic.sentence
            if instructions.suppress(diagnostic):
                continue
            if budget[key] > 0:
                budget[key] -= 1
            else:
                remaining.append(diagnostic)
        remaining += (
            _report(reading, mistake.comment.span, mistake.message, Severity.WARNING)
            for mistake in instructions.mistakes
        )
        if self.report_unused:
            remaining += self._report_unused(
                reading, instructions.find_unused(), allowed - budget, _Ran(rules, second)
            )
        return tuple(sorted(remaining, key=lambda d: (d.span, d.rule)))

    def is_accepted(self, text: str, at: Range) -> bool:
        """Whether a place is marked `[sic]`, or in an accepted term."""
        return bool(SIC.match(text, at.end, at.end + SIC_REACH)) or any(
            start <= at.start and at.end <= end for start, end in self._accepted_near(text, at)
        )

    def _accepted_near(self, text: str, at: Range) -> Iterator[tuple[int, int]]:
        for term in self.accept:
            near = max(at.start - len(term), 0), at.end + len(term)
            whole = rf"(?<!\w){regex.escape(term)}(?!\w)"
            for match in pattern(whole).finditer(text, pos=near[0], endpos=near[1]):
                yield match.span()

    def _report_unused(
        self,
        reading: ParsedFile,
        instructions: Iterable[Instruction],
        spent: Counter[tuple[str, str]],
        ran: _Ran,
    ) -> Iterator[Diagnostic]:
        for instruction in instructions:
            if all(name in ran for name in instruction.names):
                names = " or ".join(sorted(instruction.names - {ANYTHING})) or "such"
                yield _report(reading, instruction.comment.span, f"unused ignore: no {names} finding here")
        for ignore in self.ignores:
            if ignore.rule in ran and not spent[ignore.rule, ignore.sentence]:
                message = f"unused baseline entry: no {ignore.rule} finding in “{ignore.sentence}”"
                yield _report(reading, Span(0, 0), message)


class _Ran:
    """The names of the rules that ran."""

    def __init__(self, rules: Iterable[RuleInfo], second: str) -> None:
        self._names = {name for rule in rules for name in (rule.name, rule.category)} | {second, ANYTHING}
        self._second = f"{second}/" if second else ""

    def __contains__(self, name: str) -> bool:
        return name in self._names or bool(self._second and name.startswith(self._second))


def _report(
    reading: ParsedFile, span: Span, message: str, severity: Severity = UNUSED.severity
) -> Diagnostic:
    quote = span.of(reading.source.text)
    return Diagnostic(UNUSED.name, UNUSED.category, severity, span, message, quote, quote, url=UNUSED.url)
