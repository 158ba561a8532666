"""What a person has asked not to hear again: comments, `[sic]`, accepted terms, the baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import regex

from newslint.document import Comment, Document
from newslint.model import Diagnostic, RuleInfo, Safety, Severity, Span
from newslint.patterns import pattern

INSTRUCTION = pattern(r"(?s)newslint:\s*(ignore-file|ignore)(?:\[([^\]]*)\])?\s*(.*)")
SIC = pattern(r"(?i)[\s.,;:!?”’\"')\]]*[\[(]sic[\])]")
SIC_REACH = 40
"""Characters after a place; without an end `regex` would look for “sic” down to the end of the file."""
UNUSED = RuleInfo(
    name="unused-ignore",
    category="newslint",
    summary="An instruction to ignore something had nothing to ignore.",
    doc=(
        "An instruction to ignore something had nothing to ignore.\n\n"
        "The copy was mended, or the rule no longer says it. Delete the comment, or the entry of the\n"
        "baseline (`newslint baseline` writes it anew). Switch off with `report-unused-ignores = false`."
    ),
    severity=Severity.INFO,
    safety=Safety.HINT,
    licence=frozenset(),
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
        self, document: Document, diagnostics: Iterable[Diagnostic], rules: Collection[RuleInfo]
    ) -> tuple[Diagnostic, ...]:
        """The diagnostics that remain, and one for each suppression that silenced nothing.

        Only suppressions of rules that ran can be called unused.
        """
        allowed = Counter({(i.rule, i.sentence): i.count for i in self.ignores})
        budget = allowed.copy()
        instructions = list(_instructions(document))
        used: set[Instruction] = set()
        heard = []
        for diagnostic in diagnostics:
            silencers = {i for i in instructions if i.silences(diagnostic)}
            key = diagnostic.rule, diagnostic.sentence
            if silencers:
                used |= silencers
            elif budget[key] > 0:
                budget[key] -= 1
            elif not self._let_pass(document.source.text, diagnostic.span):
                heard.append(diagnostic)
        if self.report_unused:
            idle = [i for i in instructions if i not in used]
            heard += self._unused(document, idle, allowed - budget, rules)
        return tuple(sorted(heard, key=lambda d: (d.span, d.rule)))

    def _let_pass(self, text: str, span: Span) -> bool:
        return bool(SIC.match(text, span.end, span.end + SIC_REACH)) or any(
            start <= span.start and span.end <= end for start, end in self._accepted_near(text, span)
        )

    def _accepted_near(self, text: str, span: Span) -> Iterator[tuple[int, int]]:
        for term in self.accept:
            near = max(span.start - len(term), 0), span.end + len(term)
            whole = rf"(?<!\w){regex.escape(term)}(?!\w)"
            for match in pattern(whole).finditer(text, pos=near[0], endpos=near[1]):
                yield match.span()

    def _unused(
        self,
        document: Document,
        instructions: Iterable[Instruction],
        spent: Counter[tuple[str, str]],
        rules: Collection[RuleInfo],
    ) -> Iterator[Diagnostic]:
        ran = {name for rule in rules for name in (rule.name, rule.category)}
        for instruction in instructions:
            if instruction.names <= ran:
                names = ", ".join(sorted(instruction.names)) or "anything"
                yield _unused(document, instruction.comment.span, f"nothing here to ignore of {names}")
        for ignore in self.ignores:
            if ignore.rule in ran and not spent[ignore.rule, ignore.sentence]:
                message = (
                    f"the baseline ignores {ignore.rule} in “{ignore.sentence}”, which is no longer found"
                )
                yield _unused(document, Span(0, 0), message)


def _unused(document: Document, span: Span, message: str) -> Diagnostic:
    quote = span.of(document.source.text)
    return Diagnostic(UNUSED.name, UNUSED.category, UNUSED.severity, span, message, quote, quote)


def _instructions(document: Document) -> Iterator[Instruction]:
    """What comments say: of the whole file, of the block they stand in, or of the next block."""
    for comment in document.comments:
        said = INSTRUCTION.fullmatch(comment.text)
        if not said:
            continue
        names = frozenset(name.strip() for name in (said[2] or "").split(",") if name.strip())
        whole = Span(0, len(document.source.text) + 1)
        yield Instruction(comment, whole if said[1] == "ignore-file" else _reach(document, comment), names)


def _reach(document: Document, comment: Comment) -> Span:
    for block, prose in zip(document.blocks, document.texts, strict=True):
        end = block.part.pieces[-1].span.end
        if prose and end > comment.span.start:
            return Span(min(block.part.pieces[0].span.start, comment.span.start), end + 1)
    return comment.span
