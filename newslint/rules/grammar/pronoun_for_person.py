from __future__ import annotations

import regex

from newslint.lexicon.given_names import Gender
from newslint.lexicon.leaders import LEADERS
from newslint.lexicon.not_names import FIRMS, OPENERS, PLACES
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Related, Safety, Scope, pattern
from newslint.text.names.people import Person

PRONOUNS = {Gender.MEN: "his", Gender.WOMEN: "her"}
NAME = r"\p{Lu}[\p{L}\p{M}]+(?:[’'-]\p{Lu}[\p{L}\p{M}]+)*"
ACTS = (
    "launched|launches|began|begins|started|starts|continued|continues|resumed|resumes|ended|ends|finished"
    "|halted|intensified|escalated|stepped up|ordered|prepared|paused|renewed|widened|expanded"
    "|made|makes|gave|gives|delivered|delivers|kicked off|concluded|abandoned|suspended|waged|pursued"
)
OWN = (
    "assault|offensive|invasion|war|campaign|attack|aggression|onslaught|crackdown|reelection|re-election|bid"
    "|speech|address|remarks|visit|trip|tour|term|mandate|presidency|career|comeback|debut|testimony"
    "|resignation|candidacy|premiership|chancellorship|tenure|offensives|attacks|statement|duties|journey"
)
AFTER = r"of|under|with|by|against|for|from|to|in|at|like|on|about|between|over|near|around|inside|via"


MENTIONS = 20
"""How many mentions of a person are examined."""


class PronounForPerson(PatternRule):
    """A person gets “its”: “Putin launched its assault”.

    ## What it does
    Flags “its” where a known person is the subject of a verb such as “launched” or “began” and what
    follows is a person's doing: an assault, a speech, a visit, a term. Firms and places named after
    people, and an “its” that may mean another body (“ended its ban”), pass.

    ## Why it matters
    Languages whose possessive agrees with the thing owned (“son”, “su”, “sein”) lose the owner's gender
    on the way into English.

    ## Fix safety
    Unsafe: “his” or “her” is offered if the title, the given name, “he” or “she” in the next words, or
    a short list of leaders tells which; otherwise there is no fix.

    ## References
    Study of machine-translated news, artefact TN15.
    """

    expression = (
        rf"(?<![\p{{L}}’'&-])(?P<name>{NAME})\s(?:(?:has|had|have)\s)?(?:(?:also|then|later|first|\p{{Ll}}+ly)\s)?"
        rf"(?:{ACTS})\s(?P<its>its)\s(?:\p{{Ll}}[\p{{Ll}}-]*\s){{0,3}}?(?:{OWN})\b"
    )
    safety = Safety.UNSAFE
    scope = Scope.DOCUMENT
    cases = (
        Case(
            "Prices have risen since Putin launched ⟦its⟧ full-scale invasion.",
            fixed="Prices have risen since Putin launched his full-scale invasion.",
        ),
        Case(
            "After Trump ended ⟦its⟧ visit, talks went on.",
            fixed="After Trump ended his visit, talks went on.",
        ),
        Case(
            "Chancellor Angela Merkel was tired. Merkel began ⟦its⟧ last visit to Warsaw.",
            fixed="Chancellor Angela Merkel was tired. Merkel began her last visit to Warsaw.",
        ),
        Case(
            "Defence Minister Olga Stern came. Stern has delivered ⟦its⟧ first speech.",
            fixed="Defence Minister Olga Stern came. Stern has delivered her first speech.",
        ),
        Case("Minister Tal Arbel came. Arbel gave ⟦its⟧ first speech and left."),
        Case(
            "Minister Tal Arbel came and he sat. Arbel gave ⟦its⟧ first speech.",
            fixed="Minister Tal Arbel came and he sat. Arbel gave his first speech.",
        ),
        Case("Ford launched its campaign in May."),
        Case("Russia launched its full-scale invasion in February."),
        Case("The party of Merkel began its campaign early."),
        Case("Merkel’s CDU began its campaign early."),
        Case("Putin announced its ending. Biden said its speech was dull."),
        Case("Critics of Angela Stern agree. The Stern began its tour of ports."),
        Case("Microsoft and Biden began its tour."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        name, text = match["name"], block.text
        before = text[max(match.start() - 40, 0) : match.start()]
        if name in FIRMS or name in PLACES or pattern(rf"(?i)\b(?:{AFTER}|the|and|or)\s$").search(before):
            return None
        known = block.document.people.by_family(name.rsplit(" ", 1)[-1])
        if len(known) > 1 or not (known or any(name in names for names in LEADERS.values())):
            return None
        beside = pattern(rf"({NAME})\s$").search(before)
        if beside and beside[1] not in OPENERS and not (known and _full(known[0], block, match)):
            return None
        at = Range(*match.span("its"))
        pronoun = _pronoun(name, known[0] if known else None, block)
        message = f"“its” refers to a person, {name}"
        if pronoun is None:
            return Finding(at, f"{message}: use “his” or “her”", suggestions=("his", "her"))
        related = (Related(known[0].introduction.place, f"{name} is introduced here"),) if known else ()
        return Finding(at, f"{message}: use “{pronoun}”", (Change(at, pronoun),), related=related)


def _full(person: Person, block: Block, match: regex.Match[str]) -> bool:
    """Whether the match ends a person's mention with given name or title."""
    return any(
        mention.place.block == block.index and mention.place.at.end == match.end("name")
        for mention in person.mentions
    )


def _pronoun(name: str, person: Person | None, block: Block) -> str | None:
    """The pronoun by title, given name, later "he" or "she", or fame."""
    if person and person.gender in PRONOUNS:
        return PRONOUNS[person.gender]
    for pronoun, names in LEADERS.items():
        if name in names:
            return pronoun
    return _read_on(person, block) if person else None


def _read_on(person: Person, block: Block) -> str | None:
    """The pronoun after the person's first mentions, if always the same."""
    seen = set()
    for mention in person.mentions[:MENTIONS]:
        text = block.document.texts[mention.place.block]
        after = pattern(r"[^.\p{Lu}]{0,80}?\b(?:(he|his|him)|(she|her))\b").match(text, mention.place.at.end)
        if after:
            seen.add("his" if after[1] else "her")
    return seen.pop() if len(seen) == 1 else None
