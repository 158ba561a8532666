from __future__ import annotations

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


class SiteInHeadline(PatternRule):
    """The site's name follows the headline: “Harbor opens - harbor-post.example”.

    ## What it does
    Deletes a web address, or a name after a vertical bar, from the end of the headline.

    ## Why it matters
    Scrapers take the window title for the headline.

    ## Fix safety
    Unsafe: the name may be part of the headline.

    ## References
    Study of machine-translated news, artefact BP15.
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
