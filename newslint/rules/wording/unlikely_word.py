from __future__ import annotations

from collections.abc import Sequence

from newslint.rules import Case
from newslint.rules.families.doubtful_word import DoubtfulWordRule
from newslint.text.word_choice.unlikely import Doubt
from newslint.text.word_choice.word_tokens import WordTokens

EVERYWHERE = {"everywhere": True}


class UnlikelyWord(DoubtfulWordRule):
    """An unusual word where news almost always uses another: “covenant” for “alliance”.

    ## What it does
    Reports a word if another fits its place much better, above all one that the article itself uses, in
    the same phrase or anywhere. Which words are put for which comes from pairs that engines and spinners
    confuse and from WordNet, and which fits from counts of 22 million words of news. `newslint learn
    words ARCHIVE -o house.words` counts your own clean articles, and `words = "house.words"` in the
    configuration adds them.

    ## Why it matters
    Spinners and engines replace the usual word with one that a dictionary gives: “the eastern part of
    the covenant”.

    ## Fix safety
    Unsafe: a writer may have meant the unusual word. Several likely words are only suggested. The
    confidence is the expected number of false findings in 1,000 words of clean news, and `max-fp` (0.1)
    is the most that is reported; three doubts in one article make each more certain.

    ## Options
    `everywhere`: whether to report in articles that do not look spun or translated, too. By default only
    those are read for doubtful words, since on clean news single doubts are mostly false; with `words` all
    are.

    ## References
    Pairs of newslint's own, `lexicon/pairs.tsv`; WordNet 3.0, Princeton University.
    """

    cases = (
        Case(
            "The alliance met in Oslo. Ships of the alliance patrol the eastern part of the alliance.\n\n"
            "Storms are frequent in the eastern part of the ⟦covenant⟧.",
            fixed="The alliance met in Oslo. Ships of the alliance patrol the eastern part of the "
            "alliance.\n\nStorms are frequent in the eastern part of the alliance.",
            options=EVERYWHERE,
        ),
        Case("The Covenant met in Oslo. It spoke of the alliance.", options=EVERYWHERE),
        Case("They struck a bargain in Oslo, and a bargain it was.", options=EVERYWHERE),
        Case("They saw a brobdingnagian ship, and no large one.", options=EVERYWHERE),
        Case("Storms are frequent in the north of the covenant.", options=EVERYWHERE),
    )

    def reports(self, doubt: Doubt) -> bool:
        return doubt.partner is None

    def message(self, said: str, doubt: Doubt, rights: Sequence[str], read: WordTokens) -> str:
        offered = " or ".join(f"“{right}”" for right in rights)
        return f"unlikely word “{said}”: news would have {offered} here"
