from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.rules import (
    Block,
    BlockKind,
    Case,
    Change,
    Finding,
    PatternRule,
    Range,
    Safety,
    any_of,
    pattern,
)

BODIES = "FBI|CIA|IMF|NHS|ECB"
"""Bodies that take the article even at home; “EPA says” and “DHS says” are American style."""
NEVER_BARE = "BBC|UN|EU"
"""Bodies that no English writer leaves without the article, but in headlines."""
LINK = (
    "(?:about|across|against|at|between|by|for|from|in|into|of|on|through|throughout|to|toward|towards|with)"
)
VERB = "(?:is|was|has|had|will|would|can|could|may|might|must|should|did|said|says|announced|declared|warned)"
SURE = frozenset({"in", "from", "to", "into", "across", "throughout", "through", "toward", "towards"})
ENDS = (
    rf"(?=[.,;:!?”)](?!\w)|\s(?:{LINK}|{VERB}|and|or|but|that|which|who|where|when|while|after|before|since|during|as|have"
    r"|are|were)\b|\s*\Z)"
)
PROSE = r"(?:\p{Ll}\p{Ll}|\d)[.?!][”’\"']?\s*\Z"
"""The end of a paragraph that is not a headline."""


class LostArticleBeforeName(PatternRule):
    """A name that takes “the” has none: “in United States”.

    ## What it does
    Adds the article before countries and bodies where the next word ends the phrase. Headlines, captions and
    names that modify a noun (“United States citizens”) pass.

    ## Why it matters
    Russian, Chinese, Japanese and most Slavic languages have no articles.

    ## Fix safety
    Safe for countries after “in”, “from”, “to” and the like. Otherwise unsafe: the name may begin another.
    """

    safety = Safety.SAFE
    kinds = frozenset({BlockKind.PARAGRAPH})
    expression = (
        rf"(?<=\p{{Ll}}\s)(?P<link>{LINK})\s(?P<name>{any_of(words_of('with_the'))}){ENDS}"
        rf"|(?<=\p{{Ll}}\s)(?P<link>that|to|by|from|for|with|because|while)\s(?P<name>{BODIES})(?=\s(?:{VERB}|that|about|in|on)\b)"
        rf"|(?<=\p{{Ll}}\s)(?P<link>to|by|from|for|with|told)\s(?P<name>{NEVER_BARE})(?=[.,](?!\w)|\s(?:as|on|in|about|that|at|after|last)\b)"
    )
    cases = (
        Case("They live ⟦in United States⟧ and work.", fixed="They live in the United States and work."),
        Case(
            "They said ⟦that FBI⟧ had been told.",
            fixed="They said that the FBI had been told.",
            safety=Safety.UNSAFE,
        ),
        Case("Trade with United States citizens, a visit to United Nations headquarters and a call."),
        Case("Talks between Spain and United Kingdom"),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if not pattern(PROSE).search(block.text, max(len(block.text) - 60, 0)):
            return None
        name = match["name"]
        change = Change(Range(match.start("name"), match.start("name")), "the ")
        sure = match["link"] in SURE and name not in (
            "United Nations",
            "European Union",
            *NEVER_BARE.split("|"),
        )
        safety = Safety.SAFE if sure and name not in BODIES.split("|") else Safety.UNSAFE
        at = Range(match.start("link"), match.end("name"))
        return Finding(at, f"“{name}” takes “the”", (change,), safety=safety)
