from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, any_of
from newslint.text.sentences import SENTENCE

NO_NOUNS = any_of(
    words_of("prepositions", "determiners", "conjunctions", "auxiliaries", "pronouns")
    | {
        *("is", "was", "be", "are", "just", "exactly", "idea", "clue", "only", "so", "what", "not", "all"),
        *("same", "one", "even"),
    }
)
PEOPLE = words_of("roles", "people")
VERBS = (
    "expired|ended|began|was|is|has|had|were|are|have|will|would|can|could|caused|killed|opened"
    "|closed|failed|hit|led|made"
)


class WhatForThat(PatternRule):
    """“What” joins a clause to its noun: “the contract what expired”.

    ## What it does
    Writes “that” after “the” and a noun at the beginning of a sentence.

    ## Why it matters
    German “was”, Russian “что” and Dutch “wat” are relative pronouns too.

    ## Fix safety
    Unsafe: a word may be missing instead.
    """

    safety = Safety.UNSAFE
    expression = (
        rf"{SENTENCE}(?:The|A|An|Its|Their)\s(?!(?:{NO_NOUNS})\b)(?P<noun>\p{{Ll}}{{3,}})"
        rf"\s(?P<what>what)\s(?=(?:{VERBS})\b)"
    )
    cases = (
        Case(
            "⟦The contract what⟧ expired in June was long.",
            fixed="The contract that expired in June was long.",
        ),
        Case("⟦The guard what⟧ had slept was fired.", fixed="The guard who had slept was fired."),
        Case("He told the students what happened. This is what was said. The question is what is next."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        what = Range(*match.span("what"))
        right = "who" if match["noun"] in PEOPLE else "that"
        at = Range(match.start(), what.end)
        return Finding(at, f"“what” after “{match['noun']}”: use “{right}”", (Change(what, right),))
