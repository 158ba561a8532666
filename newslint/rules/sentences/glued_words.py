from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import frequency, is_word
from newslint.lexicon.titles import HEADS
from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    Safety,
    Scope,
    any_of,
)
from newslint.text.names.whole_words import is_repeated

SHORT = any_of(word for word in words_of("openers") if 2 <= len(word) <= 3)
OPENER = r"(?:The|This|These|They|There|But|However|When|After|Meanwhile|She|He)"
"""Words that begin a sentence and end no name in camel case."""

ALSO_NAMES = words_of("openers", "dates") | HEADS
"""Words that a preposition may precede with a capital."""
ACRONYMS = ("EU", "UN", "UK", "US", "NATO", "FBI", "CIA", "IMF", "BBC", "NHS", "OECD", "OPEC", "NASA")
"""Acronyms that no word begins with."""
COMPOUND = ("ed", "led", "wide", "style", "born", "made", "only")
"""Endings of words that a hyphen joins to an acronym: “UN-backed”."""
COMMON = 100
"""Minimum frequency in 10 million words."""
NAMES = frozenset({"EUobserver"})
BRANDS = (
    r"(?:you|what|link|pay|face|tik|black|mac|micro|web|news|fire|ali|ebay|snap|insta|door|over"
    r"|master|quick|young|des|com|med|di|de|da)"
)
NO_SPACE = "missing space between two words"


class GluedWords(PatternRule):
    """A lower-case word runs into a capitalised one: “metBrandt”, “toParis”.

    ## What it does
    Divides a preposition or “said” from a name, and adds the stop before a word that begins a sentence
    (“the childrenThe island”). Reports other words and shows how they divide. Brands and names whose first
    part is not a word (“diCaprio”) pass.

    ## Why it matters
    The space disappeared with a link that a scraper stripped.

    ## Fix safety
    Safe after a preposition, before what is only a name. Unsafe where a stop may be lost, and before another
    word: “toString” is a function. Otherwise no fix: brands are written this way.

    ## References
    Study of machine-translated news, artefact SB08.
    """

    expression = (
        rf"(?<![\w.@#/’'-])(?!{BRANDS})(?P<first>[a-z]{{2,}})(?P<second>[A-Z][a-z]{{3,}}|(?:{SHORT})(?=\s\p{{L}}))(?![\w.@/-])"
        rf"|(?<![\w.@#/’'-])(?P<first>[A-Z][a-z]{{2,}}|\d{{2,}}|\d+%)(?P<second>{OPENER})(?=,?\s\p{{Ll}})"
        rf"|(?<![\w.@#/’'-])(?P<acronym>{any_of(ACRONYMS)})(?P<rest>\p{{Ll}}{{4,}})(?!\w|[.@/-]\w)"
    )
    begins = r"\b(?=[A-Z]?[a-z]+[A-Z]|\d+%?[A-Z]|[A-Z]{2,5}[a-z])"
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("The mayor ⟦metBrandt⟧ on Monday."),
        Case("He ⟦criticizedFrance⟧ for it."),
        Case("He flew ⟦toParis⟧ on Monday.", fixed="He flew to Paris on Monday."),
        Case(
            "They met the ⟦childrenThe⟧ island is small.",
            fixed="They met the children. The island is small.",
            safety=Safety.UNSAFE,
        ),
        Case("It is in ⟦BritainThe⟧ town is old and fell by ⟦12%But⟧ it rained."),
        Case("He joined onShore, Inc., and inHouse, said inHouse, with forEach() and no other."),
        Case("The youTube star, an iPhone and whatsApp; a file in ~/newsDesk/a, #someTag and @someBody."),
        Case("The ⟦EUleaders⟧ met ⟦UNofficials⟧.", fixed="The EU leaders met UN officials."),
        Case("A ⟦UNbacked⟧ force read the CIAo and the EUobserver."),
        Case("McDonald met MacArthur in DeKalb; diCaprio stayed."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["acronym"]:
            return _after_acronym(match)
        first, second = match["first"], match["second"]
        is_divided = first in words_of("before_names") or not first.islower() or is_word(first)
        if not is_divided or _is_name(match, block):
            return None
        at, between = Range(*match.span()), Range(match.end("first"), match.end("first"))
        with_space, with_stop = f"{first} {second}", f"{first}. {second}"
        if first in words_of("before_names"):
            is_name = second in ALSO_NAMES or not is_word(second.lower())
            safety = None if is_name else Safety.UNSAFE
            return Finding(at, f"missing space: “{with_space}”", (Change(between, " "),), safety=safety)
        if second not in words_of("openers"):
            return Finding(at, NO_SPACE, suggestions=(with_space,))
        if not first.islower():
            return Finding(at, NO_SPACE, suggestions=(with_stop, with_space))
        return Finding(at, f"missing stop: “{with_stop}”", (Change(between, ". "),), safety=Safety.UNSAFE)


def _is_name(match: regex.Match[str], block: Block) -> bool:
    """Whether the word recurs, or names a function or firm."""
    goes_on = match.string[match.end() :].startswith(("(", ", Inc", " Inc", ", Ltd", " Ltd"))
    return goes_on or is_repeated(match[0], block.document)


def _after_acronym(match: regex.Match[str]) -> Finding | None:
    """The finding for an acronym that runs into a common word."""
    acronym, rest = match["acronym"], match["rest"]
    if frequency(rest) < COMMON or f"{acronym}{rest}" in NAMES:
        return None
    at = Range(*match.span())
    if rest.endswith(COMPOUND):
        return Finding(at, NO_SPACE, suggestions=(f"{acronym}-{rest}",))
    gap = Change(Range(match.start("rest"), match.start("rest")), " ")
    return Finding(at, f"missing space: “{acronym} {rest}”", (gap,))
