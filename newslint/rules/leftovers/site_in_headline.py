from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import (
    Block,
    BlockKind,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    RunKind,
    Safety,
)


@dataclass(frozen=True, kw_only=True)
class SiteInHeadline(PatternRule):
    """The name of the site stands behind the headline: “Harbor opens - harbor-post.example”.

    Scrapers take the title of the window for the headline. Only an address, or a name behind an
    upright stroke, counts. The fix deletes it, with eyes.

    Source: artefact BP15 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 0; no found corpus of ours
    holds the damage, so it rests on its cases.
    """

    kinds = frozenset({BlockKind.HEADLINE})
    expression = (
        r"\s+(?:[-–—|«»•]\s+(?:www\.)?[\p{L}\p{N}-]{2,40}(?:\.[\p{L}\p{N}-]{2,40}){0,2}"
        r"\.(?:com|org|net|info|ru|cn|ua|de|fr|uk|eu|tv|news|example)"
        r"|\|\s+(?:The\s)?\p{Lu}[\p{L} ’'&.-]{0,30}(?:News|Post|Times|Herald|Tribune|Journal|Gazette"
        r"|Daily|Online|Today|Mail))\s*\Z"
    )
    safety = Safety.UNSAFE
    may_change = frozenset(Protected)
    reads = frozenset({RunKind.ADDRESS})
    cases = (
        Case(
            "Harbor opens again⟦ - harbor-post.example⟧\n\nThe ferry came back.",
            fixed="Harbor opens again\n\nThe ferry came back.",
            plain=True,
        ),
        Case(
            "Harbor opens again⟦ | The Harbor Post⟧\n\nThe ferry came back.",
            fixed="Harbor opens again\n\nThe ferry came back.",
            plain=True,
        ),
        Case("Harbor opens – and shuts again\n\nThe site - harbor-post.example - is down."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(at, "site name after the headline: delete it", (Change(at, ""),))
