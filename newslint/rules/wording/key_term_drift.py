from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from newslint.lexicon.key_terms import Stand, stands
from newslint.rule import Block, Case, Change, Document, Finding, Related, Rule, Safety, any_of, pattern
from newslint.text.terms import DETERMINERS, Terms, Twin, Word, lemma_of, plural_of

LINKS = (
    "a about after against also an and are as at because before but by can could did does during for from "
    "had has have if in into is it may might must on or over said says should since so than that the "
    "their this to under until was were when where which while who will with would"
)
"""What can follow a noun that ends its phrase; an “of” would go on to say which covenant is meant."""


@cache
def _expression() -> str:
    """A strange word, in any of its forms, in a definite slot."""
    stems = any_of({wrong.removesuffix("y") for wrong in stands()})
    return rf"(?:(?i:{any_of(DETERMINERS)})|[’'][sS])\s+(?P<wrong>(?:{stems})[\w’']*)"


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

    Source: own list of pairs, `lexicon/key_terms.toml`.

    Rates per million words: clean-curly 0.0, clean-straight 0.0, mt-documents 0.0. Of 265 listed
    swaps put into clean articles 96 were found, each with the right word.
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
        Case(
            "The university paid for the study. Researchers said the ⟦examine⟧ had limits.",
            fixed="The university paid for the study. Researchers said the study had limits.",
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
        return _expression()

    def check(self, document: Document, traced: Iterable[Block]) -> Iterator[tuple[Block, Finding]]:
        """Look closer only if the article says a right word as often as it must."""
        small = document.joined.small
        for match in (m for block in traced for m in pattern(_expression()).finditer(block.text)):
            pairs = stands().get(lemma_of(match["wrong"].lower()), ())
            if any(small.count(pair.right.removesuffix("y").encode()) >= pair.least for pair in pairs):
                yield from self.check_document(document)
                return

    def check_document(self, document: Document) -> Iterator[tuple[Block, Finding]]:
        terms = document.terms
        for wrong, pairs in stands().items():
            if terms.count(wrong) == 1:
                (word,) = terms.of(wrong)
                block = document.blocks[word.place.block]
                if terms.definite(word) and word.place.at.of(block.text).islower():
                    for stand, twin in _likeliest(pairs, word, terms):
                        yield block, self._finding(word, stand, twin, terms)

    def _finding(self, word: Word, stand: Stand, twin: Twin | None, terms: Terms) -> Finding:
        rights = terms.of(stand.right)
        times = f"{len(rights)} times" if len(rights) > 1 else "once"
        related = [Related(rights[0].place, f"the article says “{stand.right}” {times}, first here")]
        if twin:
            related.append(Related(twin.word.place, f"“{twin.word.text}” stands here in the same phrase"))
        sure = twin is not None and twin.shared >= self.twin
        return Finding(
            word.place.at,
            f"“{word.text}” stands only here; the article says “{stand.right}” {times}",
            (Change(word.place.at, _inflected(stand.right, word.text)),),
            related=tuple(related),
            safety=Safety.SAFE if sure else Safety.UNSAFE,
        )


def _likeliest(pairs: tuple[Stand, ...], word: Word, terms: Terms) -> Iterator[tuple[Stand, Twin | None]]:
    """The pair that holds, and its twin; of several the one whose right word stands most often."""
    for stand in sorted(pairs, key=lambda pair: -terms.count(pair.right)):
        if _spoken_of(stand, terms):
            twin = terms.twin(word, stand.right)
            if twin or _ends_phrase(word, terms):
                yield stand, twin
                return


def _spoken_of(stand: Stand, terms: Terms) -> bool:
    """Whether the article speaks of the topic, and of the right word as of something known."""
    return (
        terms.count(stand.right) >= stand.least
        and any(map(terms.count, stand.topics))
        and any(map(terms.definite, terms.of(stand.right)))
    )


def _ends_phrase(word: Word, terms: Terms) -> bool:
    follower = next(terms.after(word), None)
    return follower is None or follower in LINKS.split()


def _inflected(lemma: str, model: str) -> str:
    """A word in the number and case of the one that it replaces."""
    stem = model.removesuffix("’s").removesuffix("'s")
    return (plural_of(lemma) if stem != lemma_of(stem) else lemma) + model[len(stem) :]
