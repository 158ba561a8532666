from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newslint.rules import Block, Case, Change, Document, Finding, Place, Protected, Range, Rule, Safety
from newslint.text.encoded_text import folded
from newslint.text.word_searcher import WordSearcher

TABLE = (("chilly warfare", "cold war"), ("sun powered board", "solar panel"))


@dataclass(frozen=True, kw_only=True)
class OwnPhrase(Rule):
    """A phrase of your own table: what stands in it as wrong, and what should stand there.

    `phrase-tables` in the configuration names files of two columns, the wrong phrase and the right
    one, parted by a tab (`.tsv`, also as `.tsv.gz`); this rule runs when there are any. Thousands
    of phrases are looked for in one pass. Case does not count, words must be whole, and the longest
    phrase that fits is taken. The fix puts the right words, with eyes.

    Rates per million words without a table: clean-curly 0, clean-straight 0, mt-documents 0; with
    one they are the table's own. Of the 8,105 phrases of the Problematic Paper Screener put into
    sentences 99.98 % are found (`tools/benchmarks/tortured.py`).
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
            "In the ⟦chilly warfare⟧ every roof had a ⟦Sun powered board⟧.",
            fixed="In the cold war every roof had a Solar panel.",
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
        Case("Nothing is wrong where no table is."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        if not self.phrases:
            return
        joined = document.joined
        for number, start, end in self._automaton.find(joined.small):
            if len(joined.numbers(start, end)) > 1:
                continue
            place = Place(*_placed(document, start, end))
            block = document.blocks[place.block]
            if not _within_word(block.text, place.at.start) and not _within_word(block.text, place.at.end):
                yield block, self._finding(number, place, document)

    @cached_property
    def _automaton(self) -> WordSearcher:
        return WordSearcher((folded(wrong) for wrong, _ in self.phrases), longest=True)

    def _finding(self, number: int, place: Place, document: Document) -> Finding:
        said, right = document.read(place), self.phrases[number][1]
        right = right[:1].upper() + right[1:] if said[:1].isupper() else right
        return Finding(place.at, f"“{said}” should be “{right}”", (Change(place.at, right),))


def _placed(document: Document, start: int, end: int) -> tuple[int, Range]:
    block, first, last = document.joined.place(start, end)
    return block, Range(first, last)


def _within_word(text: str, at: int) -> bool:
    """Whether a word goes on at a place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
