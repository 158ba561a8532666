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
    """An unusual word where your archive almost always uses a near-synonym.

    ## What it does
    Reports a word if a neighbour in the thesaurus fits its context much better, above all one that the
    article itself uses, in the same phrase or anywhere. A word unknown to the archive is reported only
    if its neighbour occurs between the same words there, or in the same phrase elsewhere in the
    article. `newslint learn words ARCHIVE -o house.words` counts which words occur side by side in your
    clean articles, and `words = "house.words"` in the configuration switches this rule on.

    ## Why it matters
    Spinners and engines replace the usual word with a near-synonym: “the eastern part of the covenant”.

    ## Fix safety
    No fix: a hint with up to three suggestions and its confidence, the expected number of false
    findings in 1,000 words of clean news, estimated on the tenth of the archive that was not learned
    from. `max-fp` (0.2) is the most that is reported; three doubts in one article make each more
    certain. Words missing from the thesaurus are never found.
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
