from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newslint.lexicon.wrong_words import drift_pairs
from newslint.rules import Block, Case, Change, Document, Finding, Related, Rule, Safety
from newslint.text.terms import Terms
from newslint.text.word_choice.substitutions import Misfit, SubstitutionSearch, inflect


@cache
def _watch() -> SubstitutionSearch:
    return SubstitutionSearch(drift_pairs())


class KeyTermDrift(Rule):
    """A key term turns once into a rare synonym: “alliance” into “covenant”.

    ## What it does
    Checks listed pairs that no writer would use for variety. The odd word must occur once, in lower
    case, in a definite slot (“the _”, “its _”) with no other noun and no “of” after it; the article
    must be on the topic and use the right word at least three times, at least once as definite. The fix
    writes the right word.

    ## Why it matters
    Engines choose words sentence by sentence, and spinners swap words by thesaurus. Readers take
    the odd word for another thing.

    ## Fix safety
    Safe only where the same phrase surrounds both words (“in the eastern part of the _”) and shares at
    least `twin` words. Otherwise unsafe.

    ## Options
    `twin`: how many words such a phrase must share, 5 by default.

    ## References
    Pairs of newslint's own, `lexicon/wrong_words.toml`, those with `least` of three or more.
    """

    twin: int = 5
    """How many words around both must agree for a safe fix."""

    safety = Safety.SAFE
    cases = (
        Case(
            "The alliance met in Oslo. Ships patrol off the northern coast of the alliance, and the alliance "
            "has sent troops.\n\nStorms are frequent off the northern coast of the ⟦covenant⟧.",
            fixed="The alliance met in Oslo. Ships patrol off the northern coast of the alliance, and the "
            "alliance has sent troops.\n\nStorms are frequent off the northern coast of the alliance.",
        ),
        Case(
            "The merger won over both boards. The merger still needs the bank’s consent.\n\n"
            "Shares fell after the ⟦fusion⟧ was announced; no merger is that dear.",
            fixed="The merger won over both boards. The merger still needs the bank’s consent.\n\n"
            "Shares fell after the merger was announced; no merger is that dear.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "Police counted the protests. One protest blocked a bridge.\n\nThe ⟦manifestations⟧ will go on; "
            "the protests began in May.",
            fixed="Police counted the protests. One protest blocked a bridge.\n\nThe protests will go on; "
            "the protests began in May.",
            safety=Safety.UNSAFE,
        ),
        Case("Students left the school. The school shut, and the faculty of the school went home."),
        Case("NATO is an alliance. The alliance met; the alliance agreed. A covenant was read in church."),
        Case("The alliance met; the alliance agreed; the alliance rose. The covenant bound the tenants."),
        Case(
            "NATO met. The alliance agreed; the alliance rose, the alliance dined. The covenant rules stay."
        ),
        Case(
            "NATO met. The alliance agreed; the alliance rose, the alliance dined. The covenant of 1960 was "
            "read."
        ),
        Case("NATO met. The alliance agreed; the alliance rose, the alliance dined. The Covenant stays."),
        Case(
            "NATO met. The alliance agreed; the alliance rose, the alliance dined. The covenant was "
            "read, and the covenant stays."
        ),
        Case("The company said its merger was off. The merger failed. Physicists hailed the fusion."),
    )

    @property
    def trace(self) -> str:
        return _watch().expression

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        """Yield the drifted words; collects terms only if a right word occurs."""
        texts = ((block.index, block.text) for block in candidates)
        for misfit in _watch().misfits(texts, document.encoded_text.lower, lambda: document.terms):
            yield document.blocks[misfit.word.place.block], self._finding(misfit, document.terms)

    def _finding(self, misfit: Misfit, terms: Terms) -> Finding:
        word, right, twin = misfit.word, misfit.pair.right, misfit.twin
        rights = terms.of(right)
        related = [Related(rights[0].place, f"first of {len(rights)} mentions of “{right}”")]
        if twin:
            related.append(Related(twin.word.place, f"“{twin.word.text}” in the same phrase"))
        sure = twin is not None and twin.shared >= self.twin
        return Finding(
            word.place.at,
            f"“{word.text}” occurs only here: the article says “{right}” {len(rights)} times",
            (Change(word.place.at, inflect(right, word.text)),),
            related=tuple(related),
            safety=Safety.SAFE if sure else Safety.UNSAFE,
        )
