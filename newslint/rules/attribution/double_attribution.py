from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range

VERBS = "said|told|says|tells|added|stated|announced|mentioned"


class DoubleAttribution(PatternRule):
    """A quotation has two reporting verbs: “the mayor said told reporters”.

    ## What it does
    Flags two reporting verbs side by side. The same verb twice is left to `double-word`.

    ## Why it matters
    An engine or a hurried rewrite adds a new verb and leaves the old one in place.

    ## Fix safety
    No fix: only the sense shows which verb is right, so both readings are offered.
    """

    expression = (
        rf"(?<!\b(?i:what)\s[^.;:!?]{{0,40}})\b({VERBS})\s+(?!\1\b)({VERBS})\b(?!\s+(?:up|to|by|in)\b)"
    )
    cases = (
        Case("The mayor ⟦said told⟧ reporters on Monday."),
        Case("The board ⟦told said⟧ it would appeal."),
        Case("What she said told us little. What the envoy from Oslo said added to the anger."),
        Case("What he said, added to what she had told, is enough."),
        Case("The mayor said. Told of it, she wept."),
        Case("The figures he announced added up."),
        Case("She said she told them so."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        first, second = match[1], match[2]
        message = f"two reporting verbs, “{first} {second}”: keep one"
        return Finding(Range(*match.span()), message, suggestions=(first, second))
