from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety

NOT_PAST = r"(?!pats?\b|cons?\b|patriate)"
"""No word in which “ex-” is not “former”: “ex-pat”, “ex-con”."""
PARTNERS = ("wi", "husb", "boy", "girl", "spous")
"""Beginnings of words for those of whom one may have several: “wife”, “boyfriend”."""


class FormerTwice(PatternRule):
    """“Former” is said twice: “the former ex-general”.

    ## What it does
    Drops one of two words for “former” or “late” (“ex-former minister”, “late deceased”).

    ## Why it matters
    Engines translate a prefix and an adjective separately, and spinners pile up synonyms.

    ## Fix safety
    Safe: clean news has no such pair, and one word is enough. Unsafe for wives and husbands: there may be
    several.
    """

    expression = (
        rf"\b(?i:former|retired|one-time|onetime|past)\s(?P<odd>ex[-‑])(?P<who>{NOT_PAST}\p{{L}}{{3,}})"
        r"|\b(?P<odd>(?i:ex)[-‑])(?=former\s)"
        r"|\b(?i:late)\s(?P<odd>deceased\s)(?=\p{L})|\b(?i:former)\s(?P<odd>(?:erstwhile|previous)\s)(?=\p{L})"
    )
    safety = Safety.SAFE
    cases = (
        Case("They saw the ⟦former ex-general⟧.", fixed="They saw the former general."),
        Case(
            "They saw the ⟦ex-⟧former mayor and the ⟦late deceased ⟧vet.",
            fixed="They saw the former mayor and the late vet.",
        ),
        Case("They saw a former ex-pat and her ex-husband."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        cut = Change(Range(*match.span("odd")), "")
        is_partner = (match["who"] or "").startswith(PARTNERS)
        safety = Safety.UNSAFE if is_partner else None
        return Finding(Range(*match.span()), f"“{match[0].strip()}” says it twice", (cut,), safety=safety)
