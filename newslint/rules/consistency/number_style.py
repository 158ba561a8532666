from __future__ import annotations

from typing import Literal

import regex

from newslint.lexicon.counted import COUNTED, MEASURES, NUMBER_WORDS
from newslint.rules import Block, BlockKind, Case, Change, Protected, Range, Safety, any_of
from newslint.rules.families.consistency import ConsistencyRule

VALUES = {word: value for value, word in enumerate(NUMBER_WORDS, start=2)}
LATER = "There the mayor met 2 drivers and 3 farmers. It took 4 workers there."


class NumberStyle(ConsistencyRule):
    """A small number departs from house style: “3 farmers” for “three farmers”.

    ## What it does
    Flags numbers up to twenty in figures where the house writes words, and the reverse. Only whole
    counts of people or things are examined, not ages, measures, votes, sums, dates or scores. Numbers
    that begin a sentence, appear in a series with larger ones or in a headline pass.

    ## Why it matters
    Houses fix where figures begin; machine translation copies whatever its source had.

    ## Fix safety
    Unsafe: the number may belong to a name or a score.

    ## Options
    `figures-from`: the first number in figures, 10 in most houses, 11 in some. Without it the article's
    own habit with two to nine decides.

    ## References
    Study of machine-translated news, artefact UC03.
    """

    figures_from: Literal[0, 10, 11] = 0

    kinds = frozenset({BlockKind.PARAGRAPH})
    expression = (
        rf"(?<![\w.,:/$€£#’'–-]|\d\s)(?P<number>[2-9]|1\d|20|{any_of(NUMBER_WORDS)})"
        rf"(?=\s(?:(?:new|more|other|local|young|former)\s)?(?:{any_of(COUNTED - MEASURES)})\b)"
    )
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NUMBERS})
    cases = (
        Case(
            "The mayor met ⟦3⟧ farmers and ⟦twelve⟧ other workers.",
            fixed="The mayor met three farmers and 12 other workers.",
            options={"figures-from": 10},
        ),
        Case(
            "The mayor met ⟦10⟧ farmers, ten drivers and ⟦eleven⟧ teachers.",
            fixed="The mayor met ten farmers, ten drivers and 11 teachers.",
            options={"figures-from": 11},
        ),
        Case(f"{LATER} Then came ⟦five⟧ students.", fixed=f"{LATER} Then came 5 students."),
        Case("“We saw ⟦3⟧ farmers,” he said.", options={"figures-from": 10}),
        Case("He met 3 farmers and five drivers."),
        Case(
            "Twelve farmers came. It has 5 votes, 3 kilometres, $2 tests, 1.5 cars, 3-5 buses and 12 men.",
            options={"figures-from": 10},
        ),
        Case("Of 30 or 5 drivers, between 5 and 15 cars, Apollo 9 members.", options={"figures-from": 10}),
    )

    def required_variant(self, topic: str) -> str:
        return "house" if self.figures_from else ""

    def variant(self, match: regex.Match[str], block: Block) -> str:
        written = match["number"]
        value = VALUES.get(written) or int(written)
        if match.start() == block.sentence_at(match.start()).start or _in_a_row(match, block):
            return ""
        if not self.figures_from:
            return "" if value > 9 else "figures" if written.isdigit() else "words"
        return "house" if written.isdigit() == (value >= self.figures_from) else "other"

    def rewrite(self, match: regex.Match[str], variant: str, block: Block) -> Change | None:
        written = match["number"]
        return Change(
            Range(*match.span("number")),
            NUMBER_WORDS[int(written) - 2] if written.isdigit() else str(VALUES[written]),
        )


def _in_a_row(match: regex.Match[str], block: Block) -> bool:
    """Whether the number continues another (“between 5 and 15”) or names something."""
    before = block.text[max(match.start() - 16, 0) : match.start()]
    after = block.text[match.end() : match.end() + 40]
    row = regex.search(
        r"(?:\d|\p{Lu}\p{L}*)\s$|\d[\d,]*\s(?:to|or|and|of|in)\s$|\b(?:between|from)\s$|[;,:–-]\s$", before
    )
    return bool(row or regex.match(r"\s\p{L}+\s(?:to|or)\s\d", after))
