from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import frequency, is_in_dictionary, is_word
from newslint.rules import Block, Case, Change, Document, Finding, Range, Rule, Safety
from newslint.text.tokens import tokens_of

LEAST_FREQUENT = 20
"""Minimum frequency of the whole word in 10 million words of news."""


class SplitWord(Rule):
    """A space splits a word: “infor mation”.

    ## What it does
    Joins two halves, one of which is not a word, if together they form a frequent word of news. Prefixes
    (“multi national”) and words next to a mark pass.

    ## Why it matters
    Scrapers and tokenizers leave a space where a line was broken.

    ## Fix safety
    Safe if neither half is a word. Otherwise unsafe: the half may be a misspelt word of its own.
    """

    safety = Safety.SAFE
    cases = (
        Case("They gave no ⟦infor mation⟧ on the cause.", fixed="They gave no information on the cause."),
        Case("The ⟦custo mer⟧, a baker, left.", fixed="The customer, a baker, left."),
        Case(
            "It ⟦mad e⟧ them walk, and they ⟦ap proved⟧.",
            fixed="It made them walk, and they approved.",
            safety=Safety.UNSAFE,
        ),
        Case("They stood ⟦to gether⟧ in line.", fixed="They stood together in line.", safety=Safety.UNSAFE),
        Case("A multi national force, an ad hoc panel, and a vis a vis talk over per cent."),
        Case("The information was lost. He typed infor and mation."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        unknown = frozenset().union(*document.unknown_words)
        for block in candidates if unknown else ():
            if block.kind in self.kinds and document.unknown_words[block.index]:
                for finding in self._findings(block, unknown):
                    yield block, finding

    @classmethod
    def _findings(cls, block: Block, unknown: frozenset[str]) -> Iterator[Finding]:
        """Yield adjacent halves in a block that form a word."""
        tokens = tokens_of(block.text)
        for index in range(len(tokens) - 1):
            first, second = tokens.words[index], tokens.words[index + 1]
            if (first in unknown or second in unknown) and tokens.gaps[index + 1] == " ":
                if (
                    second in ("a", "s")
                    or first == "s"
                    or first in words_of("prefixes")
                    or not cls._is_frequent(first + second)
                ):
                    continue
                at = tokens.range(index, index + 2)
                gap = Range(at.start + len(first), at.start + len(first) + 1)
                safety = Safety.UNSAFE if cls._is_word(first) or cls._is_word(second) else None
                message = f"“{first + second}” is split by a space"
                yield Finding(at, message, (Change(gap, ""),), safety=safety)

    @staticmethod
    def _is_word(half: str) -> bool:
        """Whether a half is a word: of single letters, “a” or “I”."""
        return is_word(half.lower()) if len(half) > 1 else half.lower() in "ai"

    @staticmethod
    def _is_frequent(word: str) -> bool:
        lower = word.lower()
        return (
            (word.islower() or word[1:].islower())
            and is_in_dictionary(lower)
            and frequency(lower) >= LEAST_FREQUENT
        )
