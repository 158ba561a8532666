from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import is_in_dictionary
from newslint.lexicon.given_names import given_name
from newslint.lexicon.titles import HEADS
from newslint.rules import Block, Case, Finding, PatternRule, Range, any_of

TITLES = any_of(HEADS - {"Queen", "King", "Prince", "Princess", "Saint"} | {"Mr.", "Mrs.", "Ms."})
"""Titles of people with a family name; “Queen Elisabeth Competition” has none."""
ENDINGS = (
    "ful|ous|ive|ible|less|ness|ction|tion|ally|ised|ized|enced|ated|ental|ional|ward|ment|ened"
    "|ishing|ency|ancy"
)
"""Endings of words that are hardly ever family names."""
NAMES_TOO = words_of("surnames_like_words")


class TranslatedSurname(PatternRule):
    """A family name is a word of the dictionary: “Gov. Josh Inexperienced”.

    ## What it does
    Reports a title, a given name and an English word that nobody is called, by its ending. Headlines pass.

    ## Why it matters
    Spinners swap family names such as Green or Young as if they were adjectives.

    ## Fix safety
    No fix: the name has to be looked up.
    """

    expression = (
        rf"\b(?:{TITLES})\s(?P<given>\p{{Lu}}\p{{Ll}}+)\s(?:\p{{Lu}}\.\s)?"
        rf"(?P<family>\p{{Lu}}\p{{Ll}}{{2,}}(?:{ENDINGS}))(?![\p{{L}}’'-])(?!\s\p{{Lu}})"
    )
    cases = (
        Case("The plan of Gov. Josh ⟦Inexperienced⟧ was late."),
        Case("NAACP President Ben Jealous spoke. Sen. Ann Woodward left. President Trump Obstruction"),
        Case("She won the Queen Elisabeth Competition."),
    )

    @property
    def trace(self) -> str:
        return rf"\p{{Lu}}\p{{Ll}}+\s(?:\p{{Lu}}\.\s)?\p{{Lu}}\p{{Ll}}{{2,}}(?:{ENDINGS})"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        family = match["family"]
        known = given_name(match["given"])
        if family in NAMES_TOO or known is None or not is_in_dictionary(family.lower()):
            return None
        at = Range(*match.span("family"))
        return Finding(at, f"family name that is a word, “{family}”: look the name up")
