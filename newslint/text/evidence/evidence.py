"""The evidence of an article: what its signs say together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from newslint.core.grade import Judgment, Verdict
from newslint.core.positions import Place
from newslint.lexicon.classes import words_of
from newslint.lexicon.spun_words import spun_rates
from newslint.lexicon.translated_phrases import translated_rates
from newslint.text.evidence.marks import find_marks
from newslint.text.evidence.scraped import scraped_signs
from newslint.text.evidence.sign import Places, Sign, places_of_phrases, reasons
from newslint.text.evidence.spun import spun_signs
from newslint.text.evidence.translated import translation_of
from newslint.text.phrase_index import PhraseIndex
from newslint.text.tokens import tokens_of

if TYPE_CHECKING:
    from newslint.text.document import Block, Document

LEAST = {Verdict.SPUN: 7.05, Verdict.TRANSLATED: 11.85, Verdict.SCRAPED: 5.5}
"""What the signs of a verdict must prove: at most 1 of 5,000 clean articles has so much.

`python tools/benchmarks/evidence.py` measures it.
"""
FEWEST = {Verdict.SPUN: (2, 4), Verdict.TRANSLATED: (3, 4), Verdict.SCRAPED: (2, 2)}
"""Different signs, and places in all, without which there is no verdict, unless one sign is enough.

Without them a line or two could be judged by two words.
"""
DOUBT = 0.03
"""Clean articles to each damaged one among those that just get a verdict, if one in 100 were damaged."""


class Profile(Struct, frozen=True):
    """The signs of a verdict, and what they prove together."""

    verdict: Verdict
    signs: tuple[Sign, ...]
    score: float
    language: str = ""

    @property
    def is_proven(self) -> bool:
        """Whether hardly any clean article looks like this."""
        return self.score >= LEAST[self.verdict] and self.has_signs

    @property
    def has_signs(self) -> bool:
        """Whether the signs are varied, or strong, enough for a verdict."""
        signs, places = FEWEST[self.verdict]
        count = sum(len(sign.places) for sign in self.signs)
        is_enough = any(sign.weight >= LEAST[self.verdict] for sign in self.signs)
        return is_enough or (len(self.signs) >= signs and count >= places)

    @property
    def strongest(self) -> list[Sign]:
        """The signs, the strongest first."""
        return sorted(self.signs, key=lambda sign: (-sign.total, sign.places))

    @property
    def confidence(self) -> float:
        """The share of damaged articles among similar ones, given 1 in 100."""
        return round(1 / (1 + DOUBT * math.exp(LEAST[self.verdict] - self.score)), 3)


class Evidence(Struct, frozen=True):
    """The profiles of an article, and its plain and odd reporting verbs."""

    profiles: tuple[Profile, ...]
    odd_verbs: Mapping[str, int]
    plain_verbs: Mapping[str, int]

    @property
    def verdicts(self) -> frozenset[Verdict]:
        """What is proven of the article."""
        return frozenset(profile.verdict for profile in self.profiles if profile.is_proven)

    @property
    def judgments(self) -> tuple[Judgment, ...]:
        """The verdicts with their reasons, the most certain first."""
        proven = sorted(filter(lambda p: p.is_proven, self.profiles), key=lambda p: -p.confidence)
        return tuple(
            Judgment(profile.verdict, profile.confidence, self.reasons(profile), profile.language)
            for profile in proven
        )

    def of(self, verdict: Verdict) -> Profile | None:
        """The profile of a verdict, if it is proven."""
        return next((p for p in self.profiles if p.verdict is verdict and p.is_proven), None)

    def reasons(self, profile: Profile) -> str:
        """The strongest signs in words: “7 × mentioned, no said”."""
        lacks = profile.verdict is Verdict.SPUN and self.odd_verbs and not self.plain_verbs
        return reasons(profile.strongest) + (", no said" if lacks else "")


def weigh(document: Document) -> Evidence:
    """Return the evidence that an article gives."""
    blocks = [block for block in document.blocks if block.text and block.language == "en"]
    words = sum(len(tokens_of(block.text)) for block in blocks)
    swapped = places_of_phrases(blocks, _spun_index())
    foreign = {**places_of_phrases(blocks, _translated_index()), **_places_of_marks(blocks)}
    spun, score = spun_signs(swapped, words)
    translation = translation_of(foreign, words)
    scraped = scraped_signs(document)
    return Evidence(
        (
            Profile(Verdict.SPUN, spun, score),
            Profile(Verdict.TRANSLATED, translation.signs, translation.score, translation.language),
            Profile(Verdict.SCRAPED, scraped, sum(sign.total for sign in scraped)),
        ),
        {verb: len(places) for verb, places in swapped.items() if verb in words_of("odd_reporting_verbs")},
        {verb: len(places) for verb, places in swapped.items() if verb in words_of("plain_reporting_verbs")},
    )


def _places_of_marks(blocks: Sequence[Block]) -> Places:
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for block in blocks:
        for name, at in find_marks(block.text):
            found[name].append(Place(block.index, at))
    return {name: tuple(places) for name, places in found.items()}


@cache
def _spun_index() -> PhraseIndex:
    """The words of spinners, and the reporting verbs."""
    return PhraseIndex({*spun_rates(), *words_of("odd_reporting_verbs", "plain_reporting_verbs")})


@cache
def _translated_index() -> PhraseIndex:
    return PhraseIndex(
        {phrase for rates in translated_rates().values() for phrase in rates if phrase[0] != "<"}
    )
