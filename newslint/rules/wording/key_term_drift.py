from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newslint.lexicon.wrong_words import drifting
from newslint.rules import Block, Case, Change, Document, Finding, Related, Rule, Safety
from newslint.text.terms import Terms
from newslint.text.word_choice.substitutions import Misfit, Watch, inflected


@cache
def _watch() -> Watch:
    return Watch(drifting())


@dataclass(frozen=True, kw_only=True)
class KeyTermDrift(Rule):
    """A key term of the article turns once into a rare synonym: “alliance” into “covenant”.

    Engines choose the words of each sentence anew, and spinners swap words by a thesaurus. Writers
    vary words as well, so what counts is a list of pairs that no writer would use for variety, with
    conditions: the strange word stands once, in small letters, in a definite slot (“the _”, “its _”)
    that no other noun and no “of” follows; the article speaks of the topic, and says the right word
    at least three times, definite at least once. The same phrase around both words, “in the eastern
    part of the _”, proves it: the fix, which puts the right word, is safe only where such a twin
    shares five words, and is otherwise left for eyes.

    Source: own list of pairs, `lexicon/wrong_words.toml`, those with `least` of three or more.

    Rates per million words: clean-curly 0.0, clean-straight 0.0, mt-documents 0.0. The pairs were chosen on
    these sets: of pairs chosen on half of the clean news the other half raised 1.0. Of 1,006 listed swaps
    put into clean articles, in any slot, 130 were found, each with the right word; what is not listed is
    not found.
    """

    twin: int = 5
    """How many words around both must agree for the repair to be safe."""

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
        """Yield the drifted words; the terms are gathered only if the article may say a right word."""
        texts = ((block.index, block.text) for block in candidates)
        for misfit in _watch().misfits(texts, document.joined.small, lambda: document.terms):
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
            (Change(word.place.at, inflected(right, word.text)),),
            related=tuple(related),
            safety=Safety.SAFE if sure else Safety.UNSAFE,
        )
