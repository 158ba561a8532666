from __future__ import annotations

import regex

from newslint.lexicon.classes import column, entries
from newslint.lexicon.sounds import (
    CONSONANT_FIGURE,
    CONSONANT_INITIALS,
    CONSONANT_NAMES,
    SPELLED_VOWELS,
    VOWEL_FIGURE,
    VOWEL_INITIALS,
    VOWEL_NAMES,
)
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

LETTERS = [row[0] for row in entries("acronyms") if row[1] == "letters" and not row[0].startswith("UN")]
READ_AS_WORDS = ("SNCC", "RFRA", "HRSA", "MRSA", "NSYNC")
"""Initials with a vowel that is not written."""
SPELLED = (
    rf"(?!{any_of(READ_AS_WORDS)})(?:{any_of({*VOWEL_INITIALS, *CONSONANT_INITIALS, *LETTERS})}"
    rf"|[B-DF-HJ-NP-TV-Z]{{3,5}}"
    r"|F(?![AEIOULR])[A-Z]{2,4}|[HLMNR](?![AEIOUY])[A-Z]{2,4}|(?!ONE\b|ONCE\b|UN)[AIO][A-Z]{2,6})"
)
"""Initials that everybody spells out or that nobody can pronounce, and those with a vowel."""

WORDS = frozenset(
    form
    for name, read, *_ in entries("acronyms")
    if read == "word" and name.isalpha()
    for form in ((name, name.capitalize()) if len(name) > 3 else (name,))
)
"""Acronyms that everybody reads as words: “a NATO base”, “a Unesco site”."""
JOINED = rf"(?:\d|\b(?:[A-Z]{{2,6}}|(?:[A-Z]\.){{2,}}|{any_of(column('nations', 1))}))\s\Z"
"""A figure, initials or a nation, after which “an” is a slip for “and”: “2020 an 2035”."""
NEAR = 24
"""Characters before the article that are searched for what it may join."""


class ArticleBeforeInitials(PatternRule):
    """Initials and figures have the wrong article: “a FBI agent”.

    ## What it does
    Checks “a” and “an” before initials that everybody spells out, figures and nations; only their users know
    how other acronyms are pronounced (“a SEAL”, “an FAQ”). A letter or grade (“hepatitis A EU rules”)
    passes where a capital “A” does not begin the sentence, and “an” between two figures, initials or nations,
    where it is a slip for “and”.

    ## Why it matters
    The article follows the sound, but engines follow the letter: FBI begins with “eff”, UN with “you”.

    ## Fix safety
    Safe: all of them have one pronunciation.

    ## References
    - Study of machine-translated news, artefacts AG03 and AG04.
    - The list was compiled for newslint.
    """

    expression = (
        r"(?<![\w’'&.+*/\xad-])(?P<article>[Aa]n?)\s"
        rf"(?:(?!(?:{any_of(WORDS)})\b)(?P<spelled>{SPELLED})(?![\p{{L}}\p{{N}}&]|\.\p{{L}}|\s(?:or|and)\s[a-z]\b)"
        rf"|(?P<worded>{any_of(WORDS)})(?![\p{{L}}\p{{N}}&])"
        rf"|(?P<vowel>{VOWEL_FIGURE}|{VOWEL_NAMES}|X-ray)(?![\p{{Lu}}/])"
        rf"|(?P<consonant>{CONSONANT_FIGURE}(?![\p{{Lu}}/])|{CONSONANT_NAMES}))"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("It was ⟦a FBI⟧ agent and ⟦an UN⟧ envoy.", fixed="It was an FBI agent and a UN envoy."),
        Case("⟦A EU⟧ official came in ⟦a SUV⟧.", fixed="An EU official came in an SUV."),
        Case("⟦An U.S.⟧ ship left. It was ⟦an CIA⟧ plane.", fixed="A U.S. ship left. It was a CIA plane."),
        Case("He is ⟦a MP⟧-turned-actor.", fixed="He is an MP-turned-actor."),
        Case("After ⟦a OSHA⟧ visit came ⟦a NFU⟧ man.", fixed="After an OSHA visit came an NFU man."),
        Case(
            "It is ⟦an NATO⟧ base, ⟦a OPEC⟧ deal and ⟦an Unesco⟧ site.",
            fixed="It is a NATO base, an OPEC deal and a Unesco site.",
        ),
        Case(
            "⟦A FBI⟧ OFFICER WAS SHOT ON MONDAY, POLICE SAID.",
            fixed="AN FBI OFFICER WAS SHOT ON MONDAY, POLICE SAID.",
        ),
        Case(
            "After ⟦a 11⟧-foot wave, ⟦a 18⟧% rise and ⟦an 12⟧-hour wait, ⟦a NLRB⟧ envoy took ⟦a X-ray⟧.",
            fixed="After an 11-foot wave, an 18% rise and a 12-hour wait, an NLRB envoy took an X-ray.",
        ),
        Case("⟦An European⟧ met ⟦a Italian⟧ friend.", fixed="A European met an Italian friend."),
        Case("The goals for 2020 an 2035, the UK an US envoys and a French an European plan were named."),
        Case("An 1100 and a 1,100-seat hall, a 180-seat one, a 118-seat one and an 8 x 4 are built."),
        Case("An FBI agent, a UN envoy, an EU official, a U.S. ship, an MP and a CEO came."),
        Case("Hepatitis A EU rules, vitamin A US tests and Q&A MP talks were held."),
        Case("It is a SEAL, an SAS man, a FAQ, a NATO ship, a NASA plan and an UNHCR tent."),
    )

    @property
    def trace(self) -> str:
        return rf"\b[Aa]n\s(?:[B-DF-HJ-NP-Z1-79]|{CONSONANT_NAMES})|\b[Aa]\s(?:[AEFHILMNORSX8]|1[18])"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        article, spelled = match["article"], match["spelled"]
        vowel = spelled[0] in SPELLED_VOWELS if spelled else _begins_with_vowel(match)
        right = article[0] + ("n" if vowel else "")
        if article == right or (article == "A" and block.sentence_at(match.start()).start != match.start()):
            return None
        if article == "an" and pattern(JOINED).search(
            block.text, max(match.start() - NEAR, 0), match.start()
        ):
            return None
        change = Change(Range(*match.span("article")), right)
        rest = pattern(r"\p{Ll}*").match(block.text, match.end())
        at = Range(match.start(), rest.end() if rest else match.end())
        said = at.of(block.text).split(maxsplit=1)[1]
        return Finding(at, f"use “{right}” before “{said}”", (change,))


def _begins_with_vowel(match: regex.Match[str]) -> bool:
    """Whether a figure, nation or pronounceable acronym begins with a vowel."""
    return match["worded"][0] in "AEIO" if match["worded"] else match["vowel"] is not None
