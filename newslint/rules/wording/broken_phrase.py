from __future__ import annotations

from collections.abc import Sequence

from newslint.rules import Case
from newslint.rules.families.doubtful_word import DoubtfulWordRule
from newslint.text.word_choice.unlikely import Doubt
from newslint.text.word_choice.word_tokens import WordTokens

EVERYWHERE = {"everywhere": True}


class BrokenPhrase(DoubtfulWordRule):
    """A fixed phrase has one word swapped: “the supreme tribunal”.

    ## What it does
    Reports a word next to one that news hardly ever puts it beside, if another word of the same meaning
    makes a fixed phrase there. What is fixed shows in counts of 22 million words of news.

    ## Why it matters
    Engines and spinners know words, not phrases: “climate alteration”, “brought accusations against”.

    ## Fix safety
    Unsafe: a writer may play with the phrase. Several likely words are only suggested. `max-fp` decides
    how certain a finding must be, as for `unlikely-word`.

    ## Options
    `everywhere`: whether to report in articles that do not look spun or translated, too. By default only
    those are read for doubtful words, since on clean news single doubts are mostly false; with `words` all
    are.

    ## References
    Pairs of newslint's own, `lexicon/pairs.tsv`; WordNet 3.0, Princeton University.
    """

    cases = (
        Case(
            "Judges of the supreme ⟦tribunal⟧ met in Bern in March.",
            fixed="Judges of the supreme court met in Bern in March.",
            options=EVERYWHERE,
        ),
        Case(
            "The ministry wants to fight climate ⟦alteration⟧ with a new law.",
            fixed="The ministry wants to fight climate change with a new law.",
            options=EVERYWHERE,
        ),
        Case(
            "Human ⟦privileges⟧ groups condemned the arrests.",
            fixed="Human rights groups condemned the arrests.",
            options=EVERYWHERE,
        ),
        Case(
            "Police in Bern fired tear ⟦vapor⟧ at the crowd.",
            fixed="Police in Bern fired tear gas at the crowd.",
            options=EVERYWHERE,
        ),
        Case("The court ruled, and a tribunal of three judges agreed.", options=EVERYWHERE),
        Case(
            "Alteration of the climate is measured here, and the alteration of the coast.", options=EVERYWHERE
        ),
        Case("Members of the club lost their privileges. Human beings have rights.", options=EVERYWHERE),
        Case("The Supreme Tribunal met in Caracas.", options=EVERYWHERE),
    )

    def reports(self, doubt: Doubt) -> bool:
        return doubt.partner is not None

    def message(self, said: str, doubt: Doubt, rights: Sequence[str], read: WordTokens) -> str:
        partner = read.forms[doubt.partner or 0]
        before = (doubt.partner or 0) < doubt.number
        wrong, *phrases = (
            f"“{partner} {word}”" if before else f"“{word} {partner}”" for word in (said, *rights)
        )
        return f"broken phrase {wrong}: news says {' or '.join(phrases)}"
