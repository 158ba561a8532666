from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range

VERBS = "said|told|says|tells|added|stated|announced|mentioned"


@dataclass(frozen=True, kw_only=True)
class DoubleAttribution(PatternRule):
    """Two reporting verbs for one quotation: “the mayor said told reporters”.

    An engine or a hurried rewrite puts a new verb and leaves the old one. Which of the two is
    right, only the sense can tell, so both readings are offered and neither is applied. The same
    verb twice is a matter for `double-word`.

    Rates per million words: clean-curly 0.5, clean-straight 0.6, mt-documents 0.0; all 3 findings read
    on the clean sets were true damage.
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
