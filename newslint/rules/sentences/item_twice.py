from __future__ import annotations

from collections import Counter
from itertools import pairwise

import regex

from newslint.lexicon.classes import column
from newslint.lexicon.not_names import STATES
from newslint.rules import Block, Case, Finding, PatternRule, Range, any_of

LONG_STATES = {
    *("New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota"),
    *("South Carolina", "South Dakota", "West Virginia", "Rhode Island"),
}
PLACE = any_of(column("nations", 0) | column("nations", 1) | column("nations", 4) | STATES | LONG_STATES)
ITEM = rf"(?:the\s)?(?:{PLACE})"
NOUN = r"\p{Ll}{3,}(?<![^s]ss|us)s"
LIST = rf"(?:{ITEM},\s)+{ITEM},?\s(?:and|or)\s{ITEM}|(?:{NOUN},\s)+{NOUN},?\s(?:and|or)\s{NOUN}(?=[.,;])"


class ItemTwice(PatternRule):
    """A list names an item twice: “Spain, Italy, Spain and Greece”.

    ## What it does
    Reports a country, nationality, state, capital or plural noun that occurs twice in one list. Quoted
    speech, words repeated for emphasis (“jobs, jobs and jobs”) and states after towns pass.

    ## Why it matters
    Engines translate two words of the source alike, or lose their place in a list.

    ## Fix safety
    No fix: another item may have been meant.
    """

    expression = rf"(?<![\p{{L}}’'-]|\p{{Lu}}\p{{Ll}}+\s)(?:{LIST})(?![\p{{L}}’'-]|\s\p{{Lu}})"
    cases = (
        Case("Fans from ⟦Spain, Italy, Spain and Greece⟧ came."),
        Case("It ran through Utah, New Mexico, Arizona and Mexico. Boys, girls and boys who sing came."),
        Case("They sell ⟦pens, books, cups and pens⟧."),
        Case("He wants jobs, jobs and jobs. It runs from Oslo, Norway, to Kirkenes, Norway, and Finland."),
        Case("They sell pens, books and cups, and Spain, Italy and South Africa buy them."),
        Case("“We had pens, books, cups and pens,” he said."),
    )

    @property
    def trace(self) -> str:
        return rf"(?:{PLACE}),\s{ITEM}(?:,\s|\s(?:and|or)\s)|{NOUN},\s{NOUN}(?:,\s|\s(?:and|or)\s)"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        items = regex.split(r",?\s(?:and|or)\s|,\s", match[0])
        twice = [item for item, uses in Counter(items).items() if uses > 1]
        is_emphasis = any(item == following for item, following in pairwise(items))
        at = Range(*match.span())
        if len(twice) != 1 or is_emphasis or block.is_quoted(at):
            return None
        return Finding(at, f"“{twice[0]}” twice in a list: drop one, or what should it be?")
