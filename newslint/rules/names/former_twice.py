from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety

NOT_PAST = r"(?!pats?\b|cons?\b|patriate)"
"""What “ex-” begins that is not over: a former ex-pat, or ex-con."""


class FormerTwice(PatternRule):
    """An office is over twice: “the former ex-general”.

    ## What it does
    Drops one of two words for the past: “former ex-minister”, “ex-former minister”, “late deceased”.

    ## Why it matters
    Engines translate a prefix and an adjective by themselves, and spinners pile up synonyms.

    ## Fix safety
    Safe: clean news has no such pair, and one word says all. Unsafe for wives and husbands, of whom there
    may be several.
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
        at = Range(*match.span())
        married = bool(match["who"]) and match["who"].startswith(("wi", "husb", "boy", "girl", "spous"))
        safety = Safety.UNSAFE if married else None
        return Finding(
            at, f"“{match[0].strip()}” says it twice", (Change(Range(*match.span("odd")), ""),), safety=safety
        )
