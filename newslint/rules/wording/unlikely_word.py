from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newslint.rules import ArchiveWords, Block, Case, Document, Finding, Place, Range, Related, Rule, Safety
from newslint.text.word_choice.archive_words import ErrorCurve, WordRelation
from newslint.text.word_choice.unlikely import Doubt, ranked, unlikely
from newslint.text.word_choice.word_tokens import Tokens, tokens

MOST_RIGHT = 3
"""Words that are offered at most."""


@dataclass(frozen=True)
class _Few:
    """The words of an archive that we made up, for the cases."""

    counts: Mapping[str, int]
    near: Mapping[str, tuple[str, ...]]
    size: int = 1_000_000
    calibration: ErrorCurve = field(
        default=ErrorCurve(((2.0, 0.05), (-3.0, 0.9)), ((2.0, 0.05), (-3.0, 0.9)))
    )

    def count(self, ngram: tuple[str, ...]) -> int:
        return self.counts.get(" ".join(ngram), 0)

    def neighbours(self, form: str) -> tuple[tuple[str, WordRelation], ...]:
        return tuple((near, WordRelation.SAME) for near in self.near.get(form, ()))

    def wanted(self, form: str) -> int:
        return sum(form in near for near in self.near.values())


HOUSE = {
    "words": _Few(
        {
            "covenant": 4,
            "alliance": 512,
            "the": 32_768,
            "of": 32_768,
            "of the": 8_192,
            "the alliance": 256,
            "of the alliance": 128,
            "the covenant": 2,
            "alliance .": 64,
            "the alliance .": 32,
            "bargain": 64,
            "a bargain": 32,
            "a deal": 64,
            "deal": 512,
        },
        {
            "covenant": ("agreement", "alliance", "deal"),
            "bargain": ("deal",),
            "brobdingnagian": ("large",),
        },
    )
}


@dataclass(frozen=True, kw_only=True)
class UnlikelyWord(Rule):
    """A word stands where the newsroom's own archive has nearly always another of much the same meaning.

    Spinners and engines put a near synonym in the place of the usual word: “the eastern part of the
    covenant”. `newslint learn words ARCHIVE -o house.words` counts which words stand beside which in
    clean articles of yours, and `words = "house.words"` in the configuration switches this rule on. A
    word is doubted when a neighbour of the thesaurus fits its company much better, most of all one
    that the article says itself, in the same phrase or anywhere. A word that the archive does not
    know is doubted only where its neighbour stands between the same words there, or in the same phrase
    elsewhere in the article.

    It is a hint, with up to three suggestions, and states how sure it is: how many false findings
    there would be in 1,000 words of clean news, as the tenth of the archive that was not learned from
    had them. `max-fp` (0.2) is what is reported; three doubts in one article make each surer. It is
    blind to what the thesaurus does not hold.

    Rates per million words at the usual `max-fp`, with words learned from half of clean-curly:
    clean-curly (the other half) 280, clean-straight 240, clean-bbc 140, mt-documents 140, where 200 were
    promised for clean news; at 0.1 they are 150, 130, 60 and 60. Of 54 findings read, some 50 were rare
    words that the writer meant (“reply” for “respond”); “header” for a head, “surface”, “kills” and
    “discontinuity” are fair doubts. Of single words that spinners put into clean articles it finds 13 %
    at 0.1 and 27 % at 1, the right word offered first for more than nine in ten; of
    pairs of spun papers that the table was not told, 4 % and 9 % (`tools/benchmarks/substitution.py`).
    """

    words: ArchiveWords | None = None

    safety = Safety.HINT
    default = False
    needs = ("words",)
    cases = (
        Case(
            "The alliance met in Oslo. Ships of the alliance are there.\n\n"
            "Storms are frequent in the north of the ⟦covenant⟧.",
            providers=HOUSE,
        ),
        Case("The Covenant met in Oslo. It spoke of the alliance.", providers=HOUSE),
        Case("They struck a bargain in Oslo, and a bargain it was.", providers=HOUSE),
        Case("They saw a brobdingnagian ship, and no large one.", providers=HOUSE),
        Case("Storms are frequent in the north of the covenant."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        if self.words is None:
            return
        read = tokens(document.texts)
        for doubt, rank in ranked(unlikely(read, self.words), self.words.calibration):
            block = document.blocks[read.blocks[doubt.number]]
            yield block, _finding(doubt, rank, read, block)


def _finding(doubt: Doubt, confidence: float, read: Tokens, block: Block) -> Finding:
    at = Range(read.starts[doubt.number], read.ends[doubt.number])
    said = at.of(block.text)
    rights = doubt.rights[:MOST_RIGHT]
    offered = " or ".join(f"“{right}”" for right in rights)
    return Finding(
        at,
        f"unlikely word “{said}”: your archive would have {offered} here",
        suggestions=rights,
        related=tuple(_elsewhere(doubt, read)),
        confidence=confidence,
    )


def _elsewhere(doubt: Doubt, read: Tokens) -> Iterable[Related]:
    """Where the article says the first of the right words."""
    if doubt.twin is not None:
        place = Place(read.blocks[doubt.twin], Range(read.starts[doubt.twin], read.ends[doubt.twin]))
        yield Related(place, f"the article says “{read.forms[doubt.twin]}” here")
