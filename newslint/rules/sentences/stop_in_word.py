from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import frequency, is_word
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range

ENDINGS = (
    "(?:a?tions?|ances?|atives?|bl[ey]|[ct]ial(?:ly)?|ences?|ered|ering|ers|ies|ied|ings?|it(?:y|ies)|ly|ments?|ness|sions?"
    "|ters?|tures?)"
)
"""Endings that a hyphen at the end of a line separates from words, and that are no words themselves."""
FREQUENT = 20
"""Minimum frequency of the whole word in 10 million words of news."""


class StopInWord(PatternRule):
    """A stop or a hyphen inside a word: “sco.red”, “govern-ment”, “fire.the”.

    ## What it does
    Joins two halves, one of which is not a word, if together they are a frequent word of news. Reports two
    words with a stop and no space between them. Addresses, file names, abbreviations and compounds pass.

    ## Why it matters
    Line ends and tokenizers leave marks inside words.

    ## Fix safety
    Unsafe: names and codes are written this way too.
    """

    expression = (
        r"(?<![\w.@/#$&=-])(?P<first>[A-Z]?[a-z]+)(?:(?P<mark>\.)(?P<second>[a-z]{2,})"
        rf"|(?P<mark>-)(?P<second>{ENDINGS}))(?![\w@/=-]|\.\w)"
    )
    cases = (
        Case("The team ⟦sco.red⟧ late.", fixed="The team scored late."),
        Case("The ⟦govern-ment⟧ met.", fixed="The government met."),
        Case("They hire and ⟦fire.the⟧ vote was close."),
        Case("See example.org or notes.txt at 9 a.m. for a well-known co-operative e-mail, i.e. this."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        first, second, at = match["first"].lower(), match["second"], Range(*match.span())
        if second in words_of("address_endings"):
            return None
        whole = first + second
        if first in words_of("prefixes"):
            return None
        is_split = not is_word(second) or (match["mark"] == "." and not is_word(first))
        if is_split and frequency(whole) >= FREQUENT and len(first) > 1:
            mark = Range(*match.span("mark"))
            message = f"“{match['mark']}” inside a word: use “{match['first'] + second}”"
            return Finding(at, message, (Change(mark, ""),))
        if (
            match["mark"] == "."
            and frequency(first) >= FREQUENT
            and second in words_of("determiners", "prepositions")
        ):
            readings = f"{match['first']}. {second.capitalize()}", f"{match['first']} {second}"
            return Finding(at, "missing space after a full stop", suggestions=readings)
        return None
