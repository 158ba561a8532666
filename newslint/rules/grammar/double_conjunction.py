from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, pattern
from newslint.text.sentences import OPENING

SUBJECT = (
    r"(?:he|she|it|they|we|there|the|his|her|its|their|this|that|these|those|many|most|some"
    r"|\p{Lu}[\p{L}’'-]+)"
)
CLAUSE = r"[^.,;:!?()“”\"\n—–]{8,110}?"
SURE = frozenset({"Although", "Though", "Even though", "although", "though", "even though"})
"""Conjunctions that are kept when the second is dropped."""
VERB = "is|was|are|were|has|had|have|did|does|could|would|can|will"
SINCE = r"(?:for|since|until|during|before|after|when|while)\b"
"""Words that begin another adverbial, so that a preposition before them has no noun of its own."""
PARTICLES = frozenset({"in", "on"})
SITUATED = frozenset(
    """
    live lived lives work worked works stay stayed stays serve served serves study studied born raised found
    held kept buried hidden sit sat stand stood play played perform performed appear appeared appears based
    painted written built made
    """.split()  # noqa: SIM905
)
"""Verbs after which “in” and “on” are no particles, as they are in “moved in”."""


class DoubleConjunction(PatternRule):
    """A clause has two conjunctions or prepositions: “although …, but”.

    ## What it does
    Deletes “but” after a clause with “although” or “despite”, and “so” after one with “because”, and writes
    “although” for “despite” and “in spite of” before a clause (“despite he was ill”). Deletes the second
    preposition of “the house in which she lived in for years”.

    ## Why it matters
    Chinese, Vietnamese and Persian join both clauses with a word each, and have one word for “despite” and
    “although”.

    ## Fix safety
    Safe for “but” after “although”. Elsewhere unsafe: the first word may be the wrong one.
    """

    expression = (
        r"(?<=\p{Ll}\s)(?P<before>in|on|at|for|with|from|about|under)\s(?:which|whom)\s(?P<relative>[^.,;:!?()“”\"\n—–]{3,60}?)"
        rf"(?P<after>\s(?P=before))(?=\s{SINCE}|\.(?:\s|\Z))"
        rf"|(?:{OPENING}(?P<first>Although|Though|Even\sthough|Even\sif|While|Whereas|Despite|In\sspite\sof)"
        rf"|(?<=\bthat\s)(?P<first>although|though|even\sthough|while))\s{CLAUSE},\s(?P<second>(?:but|yet)\s)(?!also\b|not\b|with|without|in\b|for\b|still\s\p{{Ll}}+ed\b)(?:{SUBJECT}|(?:\p{{Ll}}{{3,}}\s)?\p{{Ll}}{{3,}}s)\s"
        rf"|{OPENING}(?P<first>Because|Since|As)\s(?!far\b|soon\b|long\b|much\b|if\b){CLAUSE},\s(?P<second>so\s)(?:he|she|it|they|we|there|the)\s\p{{Ll}}+"
        rf"|\b(?P<despite>[Dd]espite|[Ii]n\sspite)\s(?:of\s)?(?:he|she|it|they|we|there)\s(?:{VERB})\b"
        rf"|{OPENING}(?P<despite>Despite|In\sspite\sof)\s(?:the|his|her|their|its)\s(?!fact\b)\p{{Ll}}+\s(?:was|were|is|are)\s[^.,;:!?\n]{{3,60}},\s(?:he|she|it|they|the|there|\p{{Lu}}\p{{Ll}}+)\s"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("⟦Although it rained all day, but⟧ they left.", fixed="Although it rained all day, they left."),
        Case(
            "She said that ⟦although the road is shut, but⟧ drivers use it.",
            fixed="She said that although the road is shut, drivers use it.",
        ),
        Case("⟦Even though it rained, yet⟧ they left.", fixed="Even though it rained, they left."),
        Case(
            "⟦Because the road was shut, so⟧ they walked.",
            fixed="Because the road was shut, they walked.",
            safety=Safety.UNSAFE,
        ),
        Case("They left ⟦despite he was⟧ ill.", fixed="They left although he was ill.", safety=Safety.UNSAFE),
        Case(
            "⟦In spite of the rain was heavy, they⟧ left.",
            fixed="Although the rain was heavy, they left.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "⟦Though the road is shut, but⟧ drivers use it.", fixed="Though the road is shut, drivers use it."
        ),
        Case(
            "The house ⟦in which she lived in⟧ for years is a shop.",
            fixed="The house in which she lived for years is a shop.",
            safety=Safety.UNSAFE,
        ),
        Case("It is the year in which they moved in. It is a state in which she checked in after dark."),
        Case("Although it rained, they left, but he stayed. Despite what he was told, so much was new."),
        Case("As it rained, so did it snow. Despite the fact that it was late, they left."),
    )

    @property
    def trace(self) -> str:
        return (
            r"(?:[Aa]lthough|[Tt]hough|Even\sif|[Ww]hile|Whereas|Despite|In\sspite\sof)\s[^\n]{8,200},\s(?:but|yet)\s"
            rf"|\s(?:in|on|at|for|with|from|about|under)\s(?:which|whom)\s[^\n]{{3,60}}\s(?:in|on|at|for|with|from|about|under)(?:\s{SINCE}|\.)"
            r"|(?:Because|Since|As)\s[^\n]{8,200},\sso\s"
            r"|\b(?i:despite|in\sspite)\s(?:of\s)?"
            rf"(?:(?:he|she|it|they|we|there)|(?:the|his|her|its|their)\s\w+)\s(?:{VERB})\b"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["before"]:
            if match["before"] in PARTICLES and match["relative"].split()[-1] not in SITUATED:
                return None
            cut = Range(*match.span("after"))
            message = f"“{match['before']}” before and after the clause: delete one"
            return Finding(Range(match.start(), cut.end), message, (Change(cut, ""),), safety=Safety.UNSAFE)
        if match["despite"]:
            start = match.start()
            end = pattern(r"\s(?:of\s)?").match(block.text, match.end("despite"))
            cut = Range(start, end.end() if end else match.end("despite"))
            right = "Although" if match["despite"][0].isupper() else "although"
            return Finding(
                Range(match.start(), match.end() - match[0].endswith(" ")),
                f"“{match['despite']}” before a clause: use “{right}”",
                (Change(cut, right + " "),),
                safety=Safety.UNSAFE,
            )
        second = Range(*match.span("second"))
        word = match["second"].strip()
        message = f"“{word}” after “{match['first']}”: delete one of them"
        safety = Safety.SAFE if match["first"] in SURE else Safety.UNSAFE
        return Finding(Range(match.start(), second.end - 1), message, (Change(second, ""),), safety=safety)
