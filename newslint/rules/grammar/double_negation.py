from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, any_of

ANY = {
    "nothing": "anything",
    "none": "any",
    "nobody": "anybody",
    "no one": "anyone",
    "nowhere": "anywhere",
    "neither": "either",
}
AUXILIARY = "has|have|had|did|does|do|could|can|will|would|is|are|was|were|should|must|may"
NOT = rf"(?:(?:{AUXILIARY})(?:\snot|\snever|n[’']t)|never|can(?:not|[’']t)|won[’']t)"
VERBS = (
    r"(?!for\b|be\b|been\b|leave\b|left\b|count\b|quite\b|come\b|by\b|with\b|in\b|on\b|like\b|as\b|at\b|of\b|to\b|about\b|from\b|that\b|and\b|or\b"
    r"|the\b|an?\b|just\b|only\b|mean\b)\p{Ll}+"
)


class DoubleNegation(PatternRule):
    """A negation is made twice: “has not counted none”.

    ## What it does
    Writes “any”, “anything” or “anybody” for “none”, “nothing” or “nobody” after “not” or “never” and a verb,
    and after “without” and “hardly”. Speech inside quotation marks passes, where it may be dialect.

    ## Why it matters
    Russian, Polish, Spanish and Portuguese say “has not said nothing”.

    ## Fix safety
    Unsafe: the negations may be meant to cancel out.
    """

    expression = (
        rf"\b{NOT}\s{VERBS}\s(?:to\s{VERBS}\s)?(?:(?:to|from|of|with)\s)?(?P<no>{any_of(ANY)})(?=[.,;](?!\w)|\s(?:of|to|about|in|on|at|from|for|and|when|because|after|before|since)\b)"
        rf"|\b{NOT}\s{VERBS}\s(?P<no>nothing|nobody|no\sone)(?=\s(?:\p{{Ll}}+ing|who|that|else)\b)"
        rf"|\b{NOT}\s(?:receive|received|find|found|see|seen|give|given|get|have|had|report|reported|offer|offered|provide"
        rf"|provided|show|shown|contain|make|made|take|taken|cause|caused)\s(?P<no>no)(?=\s(?!for\b|more\b|less\b|longer\b|matter\b|other\b|such\b|confidence)\p{{Ll}}+)"
        rf"|\b[Ww]ithout\s(?P<no>{any_of(ANY.keys() - {'neither'})}|no)(?=\s\p{{Ll}}|[.,](?!\w))"
        rf"|\b(?:hardly|barely|scarcely)\s(?P<no>none|nothing|nobody|no)(?=\s\p{{Ll}}|[.,](?!\w))"
        rf"|\b(?:[Nn]obody|[Nn]othing|[Nn]o\sone)\s(?:has\s|had\s|have\s)?(?:said|saw|seen|did|done|knew|known|told|found|got|gave|heard)\s(?P<no>nothing|nobody|none|no\sone)(?=[.,](?!\w)|\s(?:about|to|in|on|of)\b)"
    )
    may_change = frozenset({Protected.NEGATIONS})
    cases = (
        Case("The town ⟦has not counted none⟧ of them.", fixed="The town has not counted any of them."),
        Case(
            "She left ⟦without no⟧ coat and ⟦never said nothing⟧.",
            fixed="She left without any coat and never said anything.",
        ),
        Case(
            "The film ⟦did not show nobody⟧ leaving, and he ⟦has not received no⟧ answer.",
            fixed="The film did not show anybody leaving, and he has not received any answer.",
        ),
        Case(
            "⟦Nobody saw nothing⟧, and there was ⟦hardly no⟧ light.",
            fixed="Nobody saw anything, and there was hardly any light.",
        ),
        Case(
            "“I ain’t seen nothing, and he never said nothing,” she said. It was not for nothing. "
            "They do not leave nothing out."
        ),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        no = Range(*match.span("no"))
        if block.is_quoted(at):
            return None
        right = "any" if match["no"] == "no" else ANY[match["no"].replace("\n", " ")]
        return Finding(at, f"negated twice: use “{right}”", (Change(no, right),))
