from __future__ import annotations

import regex

from newslint.lexicon.classes import column, words_of
from newslint.lexicon.counted import COUNTED
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, any_of

COUNTABLE = any_of(
    {
        plural
        for plural in column("roles", 1) | column("people", 1) | COUNTED
        if plural.endswith(("s", "men", "people", "children"))
    }
    | words_of("countable_plurals")
)
UNCOUNTABLE = (
    "information|money|advice|evidence|equipment|progress|damage|traffic|furniture|luggage|knowledge"
    "|pollution|progress|traffic|fun|luck|cash|clothing|noise|electricity"
    "|homework|rain|snow|violence|unemployment"
)
AFTER = (
    r"(?=\s*(?:$|[.,;:!?”\")])"
    r"|\s(?:about|for|on|from|into|in|to|of|at|by|over|that|which|who|was|is|were|are|has|have|and|or)\b)"
)
MANY_ENDS = r"(?=[.,;](?!\w)|\s(?:in|from|about|that|on|at|as|for|were|had|are)\b)"
"""After a plural that “much” counts; “so much people want to leave” goes on with a verb."""


class MuchForMany(PatternRule):
    """“Much” and “many” are confused: “many information”.

    ## What it does
    Writes “many” before listed plurals and “much” before listed mass nouns. A noun that only modifies
    the next (“many information leaks”, “how much people earn”) passes.

    ## Why it matters
    Most languages have one word for both.

    ## Fix safety
    Safe: the nouns are listed, and 27 million words of news have one such place.

    ## References
    Study of machine-translated news, artefact AG08.
    """

    expression = (
        rf"\b(?:(?P<much>(?<!\b(?:[Hh]ow|as|so|[Ee]very|\p{{Ll}}*thing|pretty|too"
        rf"|very|not|never)\s)[Mm]uch)\s(?P<noun>{COUNTABLE}|of\sthe\s(?:{COUNTABLE}))(?![\w’'-])"
        rf"|(?P<much>(?<=\b(?:so|as|too|very)\s)much)\s(?P<noun>{COUNTABLE}){MANY_ENDS}"
        rf"|(?P<many>(?<!\b(?:that|this|not)\s)[Mm]any)\s(?P<noun>{UNCOUNTABLE}){AFTER})"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("⟦Much countries⟧ have signed.", fixed="Many countries have signed."),
        Case(
            "She asked how ⟦many information⟧ about it had leaked.",
            fixed="She asked how much information about it had leaked.",
        ),
        Case("It got so ⟦much letters⟧ in May.", fixed="It got so many letters in May."),
        Case("They put too ⟦many money⟧ into it.", fixed="They put too much money into it."),
        Case("⟦Much customers⟧ bank by phone.", fixed="Many customers bank by phone."),
        Case("Nobody knows how ⟦many money⟧ was lost.", fixed="Nobody knows how much money was lost."),
        Case("Nobody knows how much people in Oslo earn, or how much countries owe."),
        Case("Many information leaks and many evidence bags were found; many money managers left."),
        Case("Much of the country is dry, and many countries are."),
    )

    @property
    def trace(self) -> str:
        return rf"[Mm]uch\s(?:{COUNTABLE})|[Mm]any\s(?:{UNCOUNTABLE})"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        word = match["much"] or match["many"]
        right = (
            ("many" if match["much"] else "much") if word.islower() else ("Many" if match["much"] else "Much")
        )
        at = Range(match.start(), match.end("noun"))
        change = Change(Range(match.start(), match.start() + len(word)), right)
        return Finding(at, f"“{word}” does not go with “{match['noun']}”: use “{right}”", (change,))
