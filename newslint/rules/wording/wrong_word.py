from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newslint.lexicon.wrong_words import strange
from newslint.rules import Block, Case, Change, Document, Finding, Related, Rule
from newslint.text.terms import Terms
from newslint.text.word_choice.indefinite_article import agree_article
from newslint.text.word_choice.substitutions import Misfit, SubstitutionSearch, inflect


@cache
def _watch() -> SubstitutionSearch:
    return SubstitutionSearch(strange())


class WrongWord(Rule):
    """News on the topic never uses this word: “gasoduct”.

    ## What it does
    Checks two kinds of listed words. Those that English does not have are flagged wherever they are in
    lower case in an article on the topic. English words with another meaning (“the enchantment” before
    a court of appeal) must occur once, in a definite slot with no other noun and no “of” after it, and
    the article must also use the right word. The fix writes the right word with its article. A word
    that is wrong only where the right one is a key term belongs to `key-term-drift`.

    ## Why it matters
    Engines carry over a French, Spanish or Russian word (“the minister’s demission”), and spinners take
    the rarest synonym of a thesaurus.

    ## Fix safety
    Unsafe: a term of art may be meant.

    ## References
    Pairs of newslint's own, `lexicon/wrong_words.toml`, those with `least` below three.
    """

    cases = (
        Case(
            "The prime minister faces a vote in parliament. Voters want a ⟦demission⟧.",
            fixed="The prime minister faces a vote in parliament. Voters want a resignation.",
        ),
        Case(
            "Parliament met the minister and a ⟦consultor⟧. The president lost the vote.",
            fixed="Parliament met the minister and an adviser. The president lost the vote.",
        ),
        Case(
            "Gas prices rose when the company shut an ⟦oleoduct⟧; two ⟦gasoducts⟧ were spared.",
            fixed="Gas prices rose when the company shut a pipeline; two pipelines were spared.",
        ),
        Case(
            "Police ⟦perquisitioned⟧ the lawyer’s flat, and the judge signed the ⟦arrestation⟧.",
            fixed="Police searched the lawyer’s flat, and the judge signed the arrest.",
        ),
        Case(
            "The hospital has no ⟦medicaments⟧ left, a doctor said. The ⟦medicament’s⟧ price rose.",
            fixed="The hospital has no drugs left, a doctor said. The drug’s price rose.",
        ),
        Case(
            "Investors bought shares in March. One ⟦inversionist⟧ sold them to the bank.",
            fixed="Investors bought shares in March. One investor sold them to the bank.",
        ),
        Case(
            "The ⟦universitary⟧ exam was not touched, a student said; the school asked a teacher.",
            fixed="The university exam was not touched, a student said; the school asked a teacher.",
        ),
        Case(
            "The university paid for the study. Researchers said the ⟦examine⟧ had limits.",
            fixed="The university paid for the study. Researchers said the study had limits.",
        ),
        Case("A demission, in old Scots law, was the giving up of an office."),
        Case("The minister spoke to parliament. Demission is a word that he likes; Jean Demission laughed."),
        Case(
            "The university paid for the study. Students said they would examine it, and the examine button."
        ),
        Case("Judges met. They had to examine the study at the university."),
        Case("Medicaments were sold in the shop of the museum."),
        Case("The court heard the appeal. The enchantment of the garden was not in doubt."),
    )

    @property
    def trace(self) -> str:
        return _watch().expression

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        """Yield the wrong words; collects terms only if the topic may match."""
        texts = ((block.index, block.text) for block in candidates)
        for misfit in _watch().misfits(texts, document.encoded_text.lower, lambda: document.terms):
            block = document.blocks[misfit.word.place.block]
            yield block, _finding(misfit, block.text, document.terms)


def _finding(misfit: Misfit, text: str, terms: Terms) -> Finding:
    word, first = misfit.word, terms.first(misfit.pair.right)
    right = inflect(misfit.pair.right, word.text)
    related = (Related(first.place, f"the article says “{first.text}” here"),) if first else ()
    return Finding(
        word.place.at,
        f"news does not say “{word.text}” here: use “{right}”",
        (*agree_article(text, word.place.at, right), Change(word.place.at, right)),
        related=related,
    )
