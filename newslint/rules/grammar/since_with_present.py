from __future__ import annotations

import regex

from newslint.lexicon.classes import column, words_of
from newslint.lexicon.months import MONTHS, WEEKDAY
from newslint.lexicon.verb_forms import common_verbs, conjugate
from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    Safety,
    any_of,
    pattern,
)

START = (
    rf"(?:(?:early|late|mid-?)\s?)?(?:(?:{any_of(MONTHS)})\b|(?:19|20)\d\d\b|(?:he|she|they|it)\swas\b|(?:he"
    rf"|she|they)\swere\b|last\s(?:year|month|week|summer|spring|winter|autumn)\b)"
)
BEGINNING = (
    rf"(?:{START}|{WEEKDAY}\b|(?:yesterday|childhood)\b|the\s(?:beginning|start|end|war|age)\b|(?:his|her)\s"
    r"|the\s(?:19|20)?\d0s)"
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
VERBS = [
    verb
    for verb in {*common_verbs(), *map(conjugate, column("irregular_verbs", 0) - {"be", "do", "have"})}
    if verb.third not in words_of("third_persons_too").union(TELLS.split("|"))
]
LAST = (
    "chair|coach|collect|edit|employ|export|fight|head|hold|host|know|lead|live|manage|offer|operate|own|play|produce"
    "|rent|run|serve|stay|study|suffer|teach|use|work"
)
LASTING = [conjugate(base) for base in LAST.split("|")]
"""Verbs of what lasts; the third persons of some are nouns as well."""
PLURALS = {"convicts", "defeats", "freezes", "meets", "notices", "regrets", "saves", "shrinks"}
ONLY_THIRDS = {verb.third for verb in VERBS} - {verb.third for verb in LASTING} - PLURALS
BASES = {verb.base for verb in ({*VERBS} & {*common_verbs()}) | {*LASTING}}
PARTICIPLES = {form: verb.participle for verb in (*VERBS, *LASTING) for form in (verb.base, verb.third)}
NO_CLAUSE = (
    r"(?!(?:than|first|most|only|more|less|best|worst|has|have|had|been|being|up|down|unchanged|\p{Ll}+est|that|who"
    r"|which|what|and|but|when|where|why|how|it|they|he|she|said|was|were|is|are|time|case|not|no|low|high|record"
    r")\b)"
)
"""The next word begins no clause and makes no comparison."""
WORDS = rf"(?:{NO_CLAUSE}[\p{{L}}’'-]+\s)"
NEWS = (
    r"(?!(?:\p{Ll}+th|second|third|such|fresh|new|two|three|four|five|six|seven|eight|nine|ten|\p{Ll}+er)\b)"
)
"""The next word counts nothing: “this is the fifth such fire since 2008”."""
NO_PRESENT = (
    r"(?:\b(?:has|have|had|did|do|does|to|will|would|can|could|may|might|should|must|not)|[’'](?:ve|d|t))\b"
)
WHO = r"(?:who|which|he|she|it|He|She|It|(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts)\s\p{Ll}+|\p{Lu}[\p{L}’-]+)"
REACH = 50
"""Characters before the verb in which an auxiliary of its own may stand."""


class SinceWithPresent(PatternRule):
    """A present tense goes with “since”: “who lives here since 1961”.

    ## What it does
    Reports a present tense, simple or progressive, in one clause with “since” and a year, a month, a day
    or “he was”. Comparisons (“it is the worst since 1961”) and verbs of telling (“who says that since
    1961”) pass.

    ## Why it matters
    German “seit”, French “depuis” and Spanish “desde” go with the present; English takes the perfect.

    ## Fix safety
    Unsafe: “lived” or “had lived” may be meant. No fix where more than the verb has to change.

    ## References
    Study of machine-translated news, artefact AG10.
    """

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    expression = (
        rf"\b(?:who|which|that|he|she|it|He|She|It)\s(?!(?:{TELLS})\b)(?P<one>\p{{Ll}}{{2,}}(?<!s)s){COMPARES}"
        rf"\s(?:[\p{{L}}’'-]+\s){{0,5}}?since\s{START}"
        rf"|(?<!\bthan\s)\b(?:is|are)\s(?!(?:{UNCHANGED})\b)(?:\p{{Ll}}{{3,}}ed|shut|closed|broken|held"
        rf"|missing){COMPARES}\s(?:(?:in|at|by|from)\s\p{{L}}+\s)?since\s{START}"
        rf"|\b(?:is|are)\s(?:closed|shut|banned|jailed|missing|abandoned|occupied|blocked|suspended|vacant"
        rf"|empty)\s(?P<from>from)\s(?:19|20)\d\d(?=,\swhen\b)"
        rf"|(?<!\b(?:than|that|first)\s)(?:\bhas|\bhave)\sno\s\p{{Ll}}+\ssince\s{START}"
        rf"|(?<=[\p{{L}},]\s)(?P<one>{any_of(ONLY_THIRDS)})\s{WORDS}{{0,6}}?since\s{BEGINNING}"
        rf"|\b{WHO}\s(?P<one>{any_of(verb.third for verb in LASTING)})\s{WORDS}{{0,6}}?since\s{BEGINNING}"
        rf"|\b(?:[Tt]hey|[Ww]e|I|who|people|\p{{Ll}}{{3,}}s)\s(?P<many>{any_of(BASES)})\s{WORDS}{{0,5}}?since\s{BEGINNING}"
        rf"|(?:\b(?P<be>am|is|are)|[’'](?P<be>m|re))\s(?:{NO_CLAUSE}\p{{Ll}}+\s)?(?!(?:including|during|being)\b)"
        rf"\p{{Ll}}+ing\s{WORDS}{{0,6}}?since\s{BEGINNING}"
        rf"|(?<!\bthan\s)\b(?P<be>is|are)\s(?:{NEWS}{WORDS}){{1,5}}?since\s{START}"
    )
    begins = r"\b(?=(?:[\w’'-]+\s){1,10}(?:since\s|from\s\d{4},\swhen\b))"
    cases = (
        Case(
            "Ida Holm, who ⟦lives here since 1961⟧, left. Dr Holm ⟦leads a choir since May⟧.",
            fixed="Ida Holm, who has lived here since 1961, left. Dr Holm has led a choir since May.",
        ),
        Case(
            "A guard who ⟦works at the jail since 2015⟧ was fined.",
            fixed="A guard who has worked at the jail since 2015 was fined.",
        ),
        Case("The ruins ⟦are fenced since 1998⟧. The jail ⟦is closed from 2014⟧, when it was hit."),
        Case(
            "They ⟦are protesting since Monday⟧, and it ⟦is without a coach since March⟧.",
            fixed="They have been protesting since Monday, and it has been without a coach since March.",
        ),
        Case(
            "The firm ⟦produces trams since the 1950s⟧, and families ⟦live there since May⟧.",
            fixed="The firm has produced trams since the 1950s, and families have lived there since May.",
        ),
        Case("He fishes here when it rains. It ⟦has no siren since 2021⟧."),
        Case("It is the worst flood since 1961. Ida Holm, who has lived here since 1961, left."),
        Case("He says that since 2015 he has slept badly. Prices are unchanged since May."),
        Case(
            "The firm, which makes more cars than it did since 1990, left. It is their fifth win since 2008."
        ),
        Case("He claims to have had calls from there since 2017. “He’s been saying it since May,” she said."),
    )

    @property
    def trace(self) -> str:
        return r"\bsince\s|\bfrom\s(?:19|20)\d\d,\swhen\b"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, be = Range(*match.span()), match["be"]
        if be:
            right = "has been" if be == "is" else "have been"
            contracted = block.text[match.start()] in "’'"
            place = Range(*match.span("be"))
            changes = () if contracted else (Change(place, right),)
            return Finding(at, f"present tense with “since”: use “{right}”", changes)
        word = match["from"] or "since"
        verb = "one" if match["one"] else "many"
        if match[verb] is None or match[verb] not in PARTICIPLES:
            return Finding(at, f"present tense with “{word}”: use a perfect, such as “has lived … since”")
        place = Range(*match.span(verb))
        if pattern(rf"{NO_PRESENT}[^.,;:]*\Z").search(block.text, max(place.start - REACH, 0), place.start):
            return None
        right = f"{'has' if verb == 'one' else 'have'} {PARTICIPLES[match[verb]]}"
        at = Range(place.start, match.end())
        return Finding(at, f"present tense with “since”: use “{right}”", (Change(place, right),))
