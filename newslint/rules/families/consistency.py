"""Rules on what is right in several ways: the house decides, or else the article's own habit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

import regex

from newslint.rules.base import (
    PATTERN_SECONDS,
    Block,
    Change,
    Document,
    Finding,
    PatternRule,
    Place,
    Range,
    Related,
    Safety,
    pattern,
)
from newslint.text.words import WORD

HABIT = 3
"""How often an article must write a thing in one way, and how many times as often as in all others."""


class Use(NamedTuple):
    """A place where a thing is written, and the form that it has there."""

    block: Block
    match: regex.Match[str]
    thing: str
    form: str

    @property
    def at(self) -> Range:
        """The range of the match."""
        return Range(*self.match.span())


@dataclass(frozen=True, kw_only=True)
class ConsistencyRule(PatternRule):
    """A rule on one thing, or several, that may be written in more than one form.

    What the house demands holds everywhere. Of what it says nothing about, the form that the article has
    clearly made its habit holds, and only what stands out from it is reported; what stands in
    quotation marks, somebody else may have written. Never a default, since none of the forms is damage.
    """

    default: ClassVar[bool] = False

    def thing(self, match: regex.Match[str]) -> str:
        """What is written at a match; each has habits of its own."""
        return ""

    def form(self, match: regex.Match[str], block: Block) -> str:
        """The form that it has there; empty when the match is nothing of the kind."""
        raise NotImplementedError

    def demanded(self, thing: str) -> str:
        """The form that the house writes; empty when it is silent."""
        raise NotImplementedError

    def rewritten(self, match: regex.Match[str], form: str, block: Block) -> Change | None:
        """The change that gives a match another form, or None when it is to be let pass."""
        raise NotImplementedError

    def trust(self, match: regex.Match[str], form: str, block: Block) -> Safety | None:
        """How safe that change is, where it is less safe than the rule."""
        return None

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        """Yield what is written otherwise than the house or the habit demands."""
        uses = list(self._uses(document))
        for form, odd, model in _odd(uses, {use.thing: self.demanded(use.thing) for use in uses}):
            change = self.rewritten(odd.match, form, odd.block)
            if change and not (model and odd.block.is_quoted(odd.at)):
                yield odd.block, self._finding(odd, form, change, model)

    def _uses(self, document: Document) -> Iterator[Use]:
        found = pattern(self.expression)
        for block in document.blocks:
            if block.kind in self.kinds:
                for match in found.finditer(block.text, timeout=PATTERN_SECONDS):
                    form = self.form(match, block)
                    if form:
                        yield Use(block, match, self.thing(match), form)

    def _finding(self, odd: Use, form: str, change: Change, model: Use | None) -> Finding:
        said, text = odd.match[0].strip(), odd.block.text
        reach = Range(min(odd.at.start, change.at.start), max(odd.at.end, change.at.end))
        new = text[reach.start : change.at.start] + change.text + text[change.at.end : reach.end]
        trust = self.trust(odd.match, form, odd.block)
        before, after = text[max(reach.start - 1, 0) : reach.start], text[reach.end : reach.end + 1]
        reworded = WORD.findall(before + reach.of(text) + after) != WORD.findall(before + new + after)
        spoken = reworded and odd.block.is_quoted(reach)
        changes, readings = ((), (new.strip(),)) if spoken else ((change,), ())
        if model is None:
            told = f"“{said}” is not house style: use “{new.strip()}”"
            return Finding(odd.at, told, changes, readings, safety=trust)
        usual = Related(Place(model.block.index, model.at), "the usual form in this article")
        message = f"“{said}” is inconsistent: the article usually has the form of “{model.match[0].strip()}”"
        return Finding(odd.at, message, changes, readings, (usual,), trust)


def _odd(uses: list[Use], demands: dict[str, str]) -> Iterator[tuple[str, Use, Use | None]]:
    """The uses that stand out, each with the form it should have and, where that is a habit, its model."""
    habits = _habits([use for use in uses if not demands[use.thing]])
    for use in uses:
        if demands[use.thing]:
            wanted, model = demands[use.thing], None
        elif use.thing in habits:
            model = habits[use.thing]
            wanted = model.form
        else:
            continue
        if use.form != wanted:
            yield wanted, use, model


def _habits(uses: list[Use]) -> dict[str, Use]:
    """The first use of each thing in the form that is clearly the article's habit."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for use in uses:
        forms[use.thing][use.form] += 1
    habits = {}
    for thing, counted in forms.items():
        form, times = counted.most_common(1)[0]
        if times >= HABIT * max(counted.total() - times, 1):
            habits[thing] = next(use for use in uses if (use.thing, use.form) == (thing, form))
    return habits
