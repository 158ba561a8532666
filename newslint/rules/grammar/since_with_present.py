from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Protected, Range, Safety

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
START = (
    rf"(?:(?:early|late|mid-?)\s?)?(?:(?:{MONTHS})\b|(?:19|20)\d\d\b|(?:he|she|they|it)\swas\b|(?:he"
    rf"|she|they)\swere\b|last\s(?:year|month|week|summer|spring|winter|autumn)\b)"
)
TELLS = (
    "says|notes|finds|shows|argues|adds|believes|thinks|claims|estimates|reports|examines|turns|tells"
    "|suggests"
    "|indicates|means|explains|recalls|remembers|marks|represents|was|is|has|does|this|his|its|as"
    "|covers|dates"
    "|follows|includes|tracks|looks|appears|seems|knows|describes|insists|maintains|reveals|comes"
    "|remains|brings|makes"
)
"""Verbs that “since” need not belong to: “who says that since 1990”."""
UNCHANGED = (
    "unchanged|deteriorated|based|supposed|expected|unprecedented|unmatched|unparalleled|unseen|reported|said"
)
COMPARES = r"(?!(?:[^.,;:]*\b(?:than|first|most|only|\p{Ll}+est|more|up|down|that|than)\b))"


class SinceWithPresent(PatternRule):
    """A present tense goes with “since”: “who lives here since 1961”.

    ## What it does
    Reports a present tense in one clause with “since” and a year, a month or “he was”. Comparisons (“it is
    the worst since 1961”) and verbs of telling (“who says that since 1961”) pass.

    ## Why it matters
    German “seit”, French “depuis” and Spanish “desde” go with the present; English takes the perfect.

    ## Fix safety
    No fix: the verb has to become “has lived” or “has been living”.

    ## References
    Study of machine-translated news, artefact AG10.
    """

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    expression = (
        rf"\b(?:who|which|that|he|she|it|He|She|It)\s(?!(?:{TELLS})\b)\p{{Ll}}{{2,}}(?<!s)s{COMPARES}"
        rf"\s(?:[\p{{L}}’'-]+\s){{0,5}}?since\s{START}"
        rf"|(?<!\bthan\s)\b(?:is|are)\s(?!(?:{UNCHANGED})\b)(?:\p{{Ll}}{{3,}}ed|shut|closed|broken|held"
        rf"|missing){COMPARES}\s(?:(?:in|at|by|from)\s\p{{L}}+\s)?since\s{START}"
        rf"|\b(?:is|are)\s(?:closed|shut|banned|jailed|missing|abandoned|occupied|blocked|suspended|vacant"
        rf"|empty)\s(?P<from>from)\s(?:19|20)\d\d(?=,\swhen\b)"
        rf"|(?<!\b(?:than|that|first)\s)(?:\bhas|\bhave)\sno\s\p{{Ll}}+\ssince\s{START}"
    )
    cases = (
        Case("Ida Holm, ⟦who lives in the town since 1961⟧, left."),
        Case("A guard ⟦who works at the jail since 2015⟧ was fined. The ruins ⟦are fenced since 1998⟧."),
        Case("The mission, which ⟦is closed from 2014⟧, when it was hit, may open."),
        Case("He fishes here when it rains. It ⟦has no siren since 2021⟧."),
        Case("It is the worst flood since 1961. Ida Holm, who has lived here since 1961, left."),
        Case("He says that since 2015 he has slept badly. Prices are unchanged since May."),
        Case("The firm, which makes more cars than it did since 1990, left."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        word = match["from"] or "since"
        message = f"present tense with “{word}”: use a perfect, such as “has lived … since”"
        return Finding(Range(*match.span()), message)
