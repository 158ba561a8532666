"""Rules on correct variants, between which house style or habit decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
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
"""A habitual variant occurs at least so often, and so many times as often as all others together."""


class Use(NamedTuple):
    """An occurrence of a topic, and its variant."""

    block: Block
    match: regex.Match[str]
    topic: str
    variant: str

    @property
    def at(self) -> Range:
        """The range of the match."""
        return Range(*self.match.span())


class ConsistencyRule(PatternRule):
    """A rule on one or more topics with several variants each.

    A variant that the house requires applies everywhere. Otherwise, the clear habit of the article applies,
    and only exceptions outside quotation marks are reported. Such rules are off by default, since no variant
    is damage.
    """

    default: ClassVar[bool] = False

    def topic(self, match: regex.Match[str]) -> str:
        """The topic of a match; each topic has its own habit."""
        return ""

    def variant(self, match: regex.Match[str], block: Block) -> str:
        """The variant of a match; empty if the match is irrelevant."""
        raise NotImplementedError

    def required_variant(self, topic: str) -> str:
        """The variant that the house requires; empty if none."""
        raise NotImplementedError

    def rewrite(self, match: regex.Match[str], variant: str, block: Block) -> Change | None:
        """The change of a match into a variant, or None."""
        raise NotImplementedError

    def safety_of(self, match: regex.Match[str], variant: str, block: Block) -> Safety | None:
        """The safety of that change; None for the rule's own."""
        return None

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        """Yield uses that differ from house style or habit."""
        uses = list(self._uses(document))
        required = {use.topic: self.required_variant(use.topic) for use in uses}
        for variant, use, model in _outliers(uses, required):
            change = self.rewrite(use.match, variant, use.block)
            if change and not (model and use.block.is_quoted(use.at)):
                yield use.block, self._finding(use, variant, change, model)

    def _uses(self, document: Document) -> Iterator[Use]:
        expression = pattern(self.expression)
        for block in document.blocks:
            if block.kind in self.kinds:
                for match in expression.finditer(block.text, timeout=PATTERN_SECONDS):
                    variant = self.variant(match, block)
                    if variant:
                        yield Use(block, match, self.topic(match), variant)

    def _finding(self, use: Use, variant: str, change: Change, model: Use | None) -> Finding:
        text, written = use.block.text, use.match[0].strip()
        replaced = Range(min(use.at.start, change.at.start), max(use.at.end, change.at.end))
        new = text[replaced.start : change.at.start] + change.text + text[change.at.end : replaced.end]
        is_spoken = use.block.is_quoted(replaced) and _changes_words(text, replaced, new)
        changes, suggestions = ((), (new.strip(),)) if is_spoken else ((change,), ())
        safety = self.safety_of(use.match, variant, use.block)
        if model is None:
            message = f"“{written}” is not house style: use “{new.strip()}”"
            return Finding(use.at, message, changes, suggestions, safety=safety)
        usual = Related(Place(model.block.index, model.at), "the usual form in this article")
        message = (
            f"“{written}” is inconsistent: the article usually has the form of “{model.match[0].strip()}”"
        )
        return Finding(use.at, message, changes, suggestions, (usual,), safety)


def _changes_words(text: str, at: Range, new: str) -> bool:
    """Whether new text in a range changes more than spaces and punctuation."""
    before, after = text[max(at.start - 1, 0) : at.start], text[at.end : at.end + 1]
    return WORD.findall(before + at.of(text) + after) != WORD.findall(before + new + after)


def _outliers(uses: list[Use], required: dict[str, str]) -> Iterator[tuple[str, Use, Use | None]]:
    """Yield the right variant, a use that differs, and a model.

    The model is the first habitual use; None if the house requires the variant.
    """
    habits = _habits([use for use in uses if not required[use.topic]])
    for use in uses:
        if required[use.topic]:
            wanted, model = required[use.topic], None
        elif use.topic in habits:
            model = habits[use.topic]
            wanted = model.variant
        else:
            continue
        if use.variant != wanted:
            yield wanted, use, model


def _habits(uses: list[Use]) -> dict[str, Use]:
    """The first use of each topic in its habitual variant."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for use in uses:
        forms[use.topic][use.variant] += 1
    habits = {}
    for topic, counted in forms.items():
        variant, times = counted.most_common(1)[0]
        if times >= HABIT * max(counted.total() - times, 1):
            habits[topic] = next(use for use in uses if (use.topic, use.variant) == (topic, variant))
    return habits
