from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.lexicon.sounds import CONSONANT_INITIALS, VOWEL_INITIALS
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, any_of


@dataclass(frozen=True, kw_only=True)
class ArticleBeforeInitials(PatternRule):
    """Initials have the wrong article: “a FBI agent”, “an UN envoy”.

    ## What it does
    Checks “a” and “an” before a closed list of initials that everybody spells out; only their users
    know how others are pronounced (“a SEAL”, “an FAQ”). A letter or grade (“hepatitis A EU rules”)
    passes where a capital “A” does not begin the sentence.

    ## Why it matters
    The article follows the sound, but engines follow the letter: FBI begins with “eff”, UN with “you”.

    ## Fix safety
    Safe: all listed initials have one pronunciation.

    ## References
    - Study of machine-translated news, artefacts AG03 and AG04.
    - The list was compiled for newslint.
    """

    expression = (
        rf"(?<![\w’'&.+*/-])(?P<article>[Aa]n?)\s"
        rf"(?P<initials>{any_of([*VOWEL_INITIALS, *CONSONANT_INITIALS])})"
        r"(?![\p{L}\p{N}&]|\.\p{L}|\s(?:or|and)\s[a-z]\b)"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("It was ⟦a FBI⟧ agent and ⟦an UN⟧ envoy.", fixed="It was an FBI agent and a UN envoy."),
        Case("⟦A EU⟧ official came in ⟦a SUV⟧.", fixed="An EU official came in an SUV."),
        Case("⟦An U.S.⟧ ship left. It was ⟦an CIA⟧ plane.", fixed="A U.S. ship left. It was a CIA plane."),
        Case("He is ⟦a MP⟧-turned-actor.", fixed="He is an MP-turned-actor."),
        Case(
            "⟦A FBI⟧ OFFICER WAS SHOT ON MONDAY, POLICE SAID.",
            fixed="AN FBI OFFICER WAS SHOT ON MONDAY, POLICE SAID.",
        ),
        Case("An FBI agent, a UN envoy, an EU official, a U.S. ship, an MP and a CEO came."),
        Case("Hepatitis A EU rules, vitamin A US tests and Q&A MP talks were held."),
        Case("It is a SEAL, an SAS man, a FAQ, a NATO ship, a NASA plan and an UNHCR tent."),
    )

    @property
    def trace(self) -> str:
        return rf"[Aa]\s(?:{any_of(VOWEL_INITIALS)})|[Aa]n\s(?:{any_of(CONSONANT_INITIALS)})"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        article, initials = match["article"], match["initials"]
        right = article[0] + ("n" if initials in VOWEL_INITIALS else "")
        if article == right:
            return None
        if article == "A" and block.sentence_at(match.start()).start != match.start():
            return None
        change = Change(Range(*match.span("article")), right)
        return Finding(Range(*match.span()), f"use “{right}” before “{initials}”", (change,))
