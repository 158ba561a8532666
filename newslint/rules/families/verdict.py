"""Rules that report a verdict on the whole article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from newslint.core.grade import Verdict
from newslint.rules.base import Block, Document, Finding, Related, Rule, Safety
from newslint.text.evidence.evidence import Profile

MOST_RELATED = 5
"""Signs that a finding points to, besides its own place."""


class VerdictRule(Rule):
    """A rule that reports a verdict on the article, once.

    The finding is at the strongest sign, and points to the next.
    """

    verdict: ClassVar[Verdict]
    safety: ClassVar[Safety] = Safety.HINT

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        """Yield the verdict, if it is proven."""
        if profile := document.proof_of(self.verdict):
            first, *others = profile.strongest
            place = first.places[0]
            related = tuple(Related(sign.places[0], f"“{sign.name}”") for sign in others[:MOST_RELATED])
            message = f"{self.describe(profile)}: {document.evidence.reasons(profile)}"
            yield document.blocks[place.block], Finding(place.at, message, related=related)

    def describe(self, profile: Profile) -> str:
        """The verdict in words."""
        raise NotImplementedError
