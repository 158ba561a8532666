from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import permutations

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import is_word
from newslint.lexicon.given_names import given_name
from newslint.lexicon.not_names import BODIES, CALENDAR
from newslint.lexicon.titles import HEADS, MODIFIERS
from newslint.rules import (
    PATTERN_SECONDS,
    Block,
    Case,
    Change,
    Finding,
    Protected,
    Range,
    Rule,
    any_of,
    pattern,
)
from newslint.text.quotations.narrator import SAYING

WHOLE = (
    "Chief Executive Officer",
    "Chief Operating Officer",
    "Chief Financial Officer",
    "Chief Technology Officer",
    "Chief Information Officer",
    "Chief Marketing Officer",
    "Chief Medical Officer",
    "Chief Investment Officer",
    "Chief Legal Officer",
    "Chief Product Officer",
    "Chief Scientific Officer",
    "Senior Vice President",
    "Executive Vice President",
    "Deputy Prime Minister",
    "Deputy Foreign Minister",
    "Deputy Attorney General",
    "Assistant Attorney General",
    "Secretary of State",
    "Secretary of Defense",
    "Chief of Staff",
    "Chief of Police",
    "Chief Superintendent",
    "Chief Justice",
    "Managing Director",
    "Lieutenant Governor",
    "Lieutenant Colonel",
    "Police Commissioner",
    "Deputy Chairman",
)
"""Titles whose words have one order before a name."""
RIGHT_TOO = frozenset({"Vice President Executive", "Vice President Senior", "Officer Chief Executive"})
"""Other orders that some have, or that are two titles."""
ALONE = r"(?<![\p{L}\p{N}@#&.’'-])"
UNTITLED = r"(?<!\p{Lu}[\p{L}’'-]*\s|[’']s\s)"
NAME = r"\p{Lu}\p{Ll}[\p{L}\p{M}’'-]*"
PERSON = rf"(?P<one>{NAME})(?:\s(?:\p{{Lu}}\.\s)?(?P<two>{NAME})(?:\s(?P<three>{NAME}))?)?"
ACTS = rf"(?=\s(?:{SAYING}|met|arrived|visited|resigned|thanked|signed)\b)"
SURELY = ACTS.replace("|reads|read|", "|")
MINISTRY = rf"(?:Prime|Foreign|{any_of(words_of('ministries') - {'Home', 'Digital', 'Information'})})"
OFFICES = {
    "Ministry": "Minister",
    "Presidency": "President",
    "Secretariat": "Secretary",
}
"""The person of each office."""
HALF = (
    rf"{ALONE}(?P<office>(?:{MINISTRY}\s)?(?P<body>{any_of(OFFICES)}))\s{PERSON}{SURELY}"
    rf"|{ALONE}{UNTITLED}(?P<half>Prime|Vice|Foreign)\s{PERSON}{SURELY}"
)
RIGHT_HALVES = {"Prime": "Prime Minister", "Vice": "Vice President", "Foreign": "Foreign Minister"}
COURTESY = r"(?:Mr|Mrs|Ms|Miss)"
TWICE = (
    rf"{ALONE}(?P<cut>{COURTESY}\.?\s)(?:Sir|Dame|Lord|Lady|Baroness|Baron|Dr|Prof|Professor|Sen|Gov|Rep)\.?\s{NAME}"
    rf"|{ALONE}(?P<cut>(?P<first>{COURTESY}|Sir|Lord|Dame)\.?\s)(?:Mr|Mrs|Ms|(?P=first))\.?\s{NAME}"
)
ROLES = {role.capitalize() for role in words_of("roles")} | {
    "Councilor",
    "Counsellor",
    "Counselor",
    "Attaché",
}
NO_PERSON = (
    BODIES | CALENDAR | HEADS | MODIFIERS | ROLES | {"The", "A", "In", "On", "He", "She", "It", "They", "Who"}
)


class MuddledTitle(Rule):
    """A title has lost a word or its order: “Executive Chief Officer”.

    ## What it does
    Orders the words of “Executive Chief Officer Holm”; completes
    “Prime Holm said” and “Vice Holm said”; writes the person for the office in “Foreign Ministry Anna
    Holm said”; and drops the first of two courtesy titles (“Mr Sir Anna Holm”). Firms and bodies pass.

    ## Why it matters
    Engines translate a title word by word and in the order of the source.

    ## Fix safety
    Unsafe: a firm may be called so.
    """

    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "So said ⟦Executive Chief Officer⟧ Anna Holm and ⟦Officer Chief Financial⟧ Ben Lind.",
            fixed="So said Chief Executive Officer Anna Holm and Chief Financial Officer Ben Lind.",
        ),
        Case(
            "It rained. ⟦Prime⟧ Novak told reporters so, and ⟦Vice⟧ Anna Holm said no.",
            fixed="It rained. Prime Minister Novak told reporters so, and Vice President Anna Holm said no.",
        ),
        Case(
            "⟦Finance Ministry⟧ Anna Novak said so on Friday.",
            fixed="Finance Minister Anna Novak said so on Friday.",
        ),
        Case(
            "Then ⟦Mr ⟧Sir Ben Holm left with ⟦Mrs. ⟧Dr. Anna Lind.",
            fixed="Then Sir Ben Holm left with Dr. Anna Lind.",
        ),
        Case("Chief Executive Officer Anna Holm left. Vice News said so. The Prime Video said no."),
        Case(
            "Foreign Ministry Spokeswoman Anna Holm said so. Mr. President, Mr. Speaker and Madam Chair left."
        ),
    )

    @property
    def trace(self) -> str:
        return (
            rf"\b(?:{any_of(frozenset(_disordered()))})\s\p{{Lu}}|\b(?:Prime|Vice|Foreign|{any_of(OFFICES)})\s\p{{Lu}}\p{{Ll}}"
            rf"|\b(?:{COURTESY}|Sir|Lord|Dame)\.?\s(?:Sir|Dame|Lord|Lady|Baron|Dr|Prof|Sen|Gov|Rep|Mr|Ms)"
        )

    def check_block(self, block: Block) -> Iterator[Finding]:
        for match in pattern(_scrambled()).finditer(block.text, timeout=PATTERN_SECONDS):
            if not _is_thing(match):
                yield _finding(match, "title", _disordered()[match["title"]])
        for match in pattern(HALF).finditer(block.text, timeout=PATTERN_SECONDS):
            if not _is_thing(match) and _is_person(match):
                yield _completed(match)
        for match in pattern(TWICE).finditer(block.text, timeout=PATTERN_SECONDS):
            at = Range(*match.span("cut"))
            if not block.is_quoted(at):
                message = f"two titles for one person: drop “{at.of(block.text).strip()}”"
                yield Finding(at, message, (Change(at, ""),))


def _completed(match: regex.Match[str]) -> Finding:
    if match["half"]:
        return _finding(match, "half", RIGHT_HALVES[match["half"]])
    return _finding(match, "office", match["office"].replace(match["body"], OFFICES[match["body"]]))


def _is_person(match: regex.Match[str]) -> bool:
    """Whether a name is one of a person, and not words of a firm."""
    names = [match[group] for group in ("one", "two", "three") if match[group]]
    return bool(match["two"] and given_name(match["one"])) or not is_word(names[-1].lower())


def _is_thing(match: regex.Match[str]) -> bool:
    """Whether what follows a title begins or ends like the name of a body."""
    return match["one"] in NO_PERSON or bool(match["two"] and match["two"] in NO_PERSON)


def _finding(match: regex.Match[str], group: str, right: str) -> Finding:
    at = Range(*match.span(group))
    return Finding(at, f"muddled title, “{match[group]}”: use “{right}”", (Change(at, right),))


@cache
def _scrambled() -> str:
    return rf"{ALONE}(?P<title>{any_of(frozenset(_disordered()))})\s{PERSON}(?![\p{{L}}’'-])"


@cache
def _disordered() -> Mapping[str, str]:
    """The title of each wrong order of its words."""
    found: dict[str, str] = {}
    for title in WHOLE:
        link = " of " if " of " in title else " "
        for order in permutations(title.split(link)):
            found.setdefault(link.join(order), title)
    for title in WHOLE:
        found.pop(title, None)
    return {wrong: right for wrong, right in found.items() if wrong not in RIGHT_TOO}
