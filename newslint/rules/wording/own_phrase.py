from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from newslint.rules import Block, Case, Change, Document, Finding, Place, Protected, Range, Rule, Safety
from newslint.text.encoded_text import fold
from newslint.text.letter_case import in_case_of
from newslint.text.word_searcher import WordSearcher

TABLE = (("chilly warfare", "cold war"), ("sun powered board", "solar panel"))


class OwnPhrase(Rule):
    """A phrase is listed as wrong in your own table.

    ## What it does
    Replaces the wrong phrase with the right one, looking for thousands of phrases in one pass. Case
    does not count, words must be whole, and the longest phrase that fits wins.

    ## Why it matters
    Every newsroom has its own recurrent errors, which no general list covers.

    ## Fix safety
    Unsafe: the table is yours, and newslint has not measured it.

    ## Options
    `phrases`: filled from `phrase-tables` in the configuration, which switches this rule on. It names
    tab-separated files of two columns, wrong and right (`.tsv` or `.tsv.gz`).
    """

    phrases: tuple[tuple[str, str], ...] = ()
    """Each wrong phrase and the right one."""

    safety = Safety.UNSAFE
    default = False
    may_change = frozenset(
        {Protected.NAMES, Protected.NUMBERS, Protected.DATES, Protected.NEGATIONS, Protected.CURRENCY}
    )
    any_language = True
    cases = (
        Case(
            "The ⟦chilly warfare⟧ is over. ⟦Sun powered board⟧ sales rose.",
            fixed="The cold war is over. Solar panel sales rose.",
            options={"phrases": TABLE},
        ),
        Case("The chilly warfarer and sun powered boards.", options={"phrases": TABLE}),
        Case("They call it a “⟦chilly warfare⟧”.", options={"phrases": TABLE}),
        Case(
            "The ⟦sun powered board⟧’s price—⟦sun powered board⟧—fell.",
            fixed="The solar panel’s price—solar panel—fell.",
            options={"phrases": TABLE},
        ),
        Case("The échilly warfare and sun powered boardé.", options={"phrases": TABLE}),
        Case("The night was chilly\n\nwarfare had begun.", options={"phrases": TABLE}),
        Case("Nothing is wrong without a table."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        if not self.phrases:
            return
        joined = document.encoded_text
        for number, start, end in self._automaton.find(joined.lower):
            if len(joined.numbers(start, end)) > 1:
                continue
            place = Place(*_place_of(document, start, end))
            block = document.blocks[place.block]
            if not _within_word(block.text, place.at.start) and not _within_word(block.text, place.at.end):
                yield block, self._finding(number, place, document)

    @cached_property
    def _automaton(self) -> WordSearcher:
        return WordSearcher(fold(wrong) for wrong, _ in self.phrases)

    def _finding(self, number: int, place: Place, document: Document) -> Finding:
        said = document.read(place)
        right = in_case_of(said, self.phrases[number][1])
        return Finding(place.at, f"“{said}” should be “{right}”", (Change(place.at, right),))


def _place_of(document: Document, start: int, end: int) -> tuple[int, Range]:
    block, first, last = document.encoded_text.place(start, end)
    return block, Range(first, last)


def _within_word(text: str, at: int) -> bool:
    """Whether a position is inside a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
