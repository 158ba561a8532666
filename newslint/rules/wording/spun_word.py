from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.lexicon.classes import words_of
from newslint.lexicon.spun_words import spun_rates
from newslint.rules import Block, Case, Change, Document, Finding, Rule, Safety, Verdict

CERTAIN = 2.3
"""The least weight of a word: of 10 in a spun article, 9 were put there by the spinner."""
MOST = 1e-4
"""Occurrences in a clean word beyond which a word is never reported."""
VERBS = words_of("odd_reporting_verbs")
"""The rule `reporting-verb` reports them."""


class SpunWord(Rule):
    """In a spun article a word is the spinner’s: “folks” for “people”.

    ## What it does
    In an article with the verdict of `spun-article`, reports each word outside quotation marks that is so
    much more frequent in spun news than in clean news that 9 of 10 are substitutes, and suggests the
    original, if that is known.

    ## Why it matters
    The words are too common to be reported in clean copy. In a spun article nearly all of them are wrong.

    ## Fix safety
    Unsafe: some were there before, and most could stand for several words.

    ## Options
    `accept`: words to let pass.
    """

    safety = Safety.UNSAFE
    accept: frozenset[str] = frozenset()
    cases = (
        Case(
            "The mayor mentioned that ⟦folks⟧ were there.\n\nHe stated it, a baker mentioned, and "
            "⟦additionally⟧ the ⟦canines⟧ were gone.\n\nNobody came, she mentioned, as he instructed them.",
            fixed="The mayor mentioned that people were there.\n\nHe stated it, a baker mentioned, and also "
            "the dogs were gone.\n\nNobody came, she mentioned, as he instructed them.",
        ),
        Case("Folks were nonetheless there, said the mayor, and additionally the canines were gone."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        profile = document.proof_of(Verdict.SPUN)
        for sign in profile.signs if profile else ():
            rate = spun_rates()[sign.name]
            if sign.weight < CERTAIN or rate.clean > MOST or sign.name in VERBS or sign.name in self.accept:
                continue
            rights = rate.originals
            instead = f": use {' or '.join(f'“{right}”' for right in rights)}" if rights else ""
            for place in sign.places:
                changes = (Change(place.at, rights[0]),) if len(rights) == 1 else ()
                message = f"“{sign.name}” is a spinner’s word{instead}"
                yield document.blocks[place.block], Finding(place.at, message, changes, rights)
