"""The words around a quotation that name its speaker.

Such as “Holm said” and “according to an aide”.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import regex
from msgspec import Struct

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.lexicon.not_names import OPENERS
from newslint.text.names.capitals import PARTICLES
from newslint.text.quotations.narrator import SAYING

CAPITAL = r"(?:\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’'.&-]{1,2}[\p{L}\p{N}]+)*\.?)"
NAME = rf"{CAPITAL}(?:\s(?:{PARTICLES}\s){{0,2}}{CAPITAL}){{0,7}}"
DETERMINER = r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)"
ROLE = rf"{DETERMINER}\s(?:[\p{{L}}\p{{N}}.’'-]+\s){{0,7}}?[\p{{L}}\p{{N}}’'-]{{2,}}"
PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey)"
WHO = rf"(?P<pronoun>\b{PRONOUN})|(?P<role>\b{ROLE})|(?P<name>\b{NAME})"
ASIDE = r"(?:,\s[^,“”\"]{1,90},|\s\([^()]{1,60}\)|,\s\d{1,2},)?+"
MANNER = r"(?:(?:has|had|have|also|then|later|once|now|\p{Ll}{3,12}ly)\s){0,2}+"
SAYS = rf"(?P<verb>{SAYING}|was\squoted\sas\ssaying)\b"
INVERTED = "said|says|added|asked|wrote|explained|warned|recalled|replied|continued|insisted|argued|noted"
PHRASE_END = (
    r"(?=\s*(?:[,.;:!?“”\"()–—]|\Z)"
    r"|\s(?:who|whose|in|at|on|of|for|with|from|during|after|before|told|to|as)\b)"
)

FULL_STOP = r"\p{Ll}{3}\.\Z"
"""A full stop after a name that ends a sentence, unlike that of “Jr.”."""
CALLING = r"(?:\b[\p{Ll}-]{3,}\s){0,3}+"
"""A description before a name: “said former banker Ann Holm”."""
BEYOND = 220
"""Code points after a quotation that are searched for its speaker."""
OF_WORDS = frozenset({"of", "for", "in", "at", "from", "with", "on", "who", "to", "under"})
"""Words after the noun of a role: “the head of the agency”."""
NAMELESS = frozenset({"This", "That", "These", "Those", "It", "There", "I", "We", "You", *OPENERS}) - {"The"}


class Naming(StrEnum):
    """How an attribution names the speaker."""

    NAME = "name"
    ROLE = "role"
    """By a common noun: “the official”."""
    PRONOUN = "pronoun"
    NOBODY = "nobody"
    """There is no subject."""


class Clause(Struct, frozen=True):
    """An attribution: the speaker's words, their position, and the verb."""

    at: Range
    words: str
    verb: str
    naming: Naming

    @property
    def noun(self) -> str:
        """The noun of a role: “head” of “the former head”."""
        words = self.words.split()[1:]
        cut = next((n for n, word in enumerate(words) if n and word in OF_WORDS), len(words))
        return words[cut - 1].lower() if words and self.naming is Naming.ROLE else ""

    @property
    def definite(self) -> bool:
        """Whether a role is known already: “the official”, not “the firm’s lawyer”."""
        first, *words = self.words.lower().split()
        return first == "the" and not any(word in OF_WORDS or word.endswith(("’s", "'s")) for word in words)


@cache
def _after() -> regex.Pattern[str]:
    """The attribution after a closing mark: “Holm said”, “said Ann Holm”."""
    late = WHO.replace("(?P<", "(?P<late_").replace("(?P<late_name>", rf"{CALLING}(?P<late_name>")
    return pattern(
        rf"[\s,–—-]{{0,3}}(?:(?:{WHO}){ASIDE}\s{MANNER}{SAYS}"
        rf"|(?:(?P<verb>{INVERTED})|(?P<verb>according\sto))\s(?:{late}){PHRASE_END})"
    )


@cache
def _before() -> regex.Pattern[str]:
    """Before an opening mark; each place where somebody says something."""
    return pattern(rf"(?:{WHO}){ASIDE}\s{MANNER}{SAYS}|(?P<verb>[Aa]ccording\sto)\s(?:{WHO})(?=,)")


def clause_after(text: str, closing: int) -> Clause | None:
    """The attribution right after a quotation that ends at an offset."""
    match = _after().match(text, closing, min(len(text), closing + BEYOND))
    return _clause(match) if match else None


def clause_before(text: str, start: int, opening: int) -> Clause | None:
    """The last attribution between a sentence's beginning and a quotation."""
    found = [clause for match in _before().finditer(text, start, opening) if (clause := _clause(match))]
    return found[-1] if found else None


def _clause(match: regex.Match[str]) -> Clause | None:
    groups = match.groupdict()
    for naming in (Naming.PRONOUN, Naming.ROLE, Naming.NAME):
        for group in (str(naming), f"late_{naming}"):
            words = groups.get(group)
            if words:
                return _trim(match, group, naming)
    return None


def _trim(match: regex.Match[str], group: str, naming: Naming) -> Clause | None:
    """The clause without words before a name that only open the sentence."""
    words, (start, end) = match[group], match.span(group)
    while naming is Naming.NAME and words.split()[0] in NAMELESS:
        first, _, words = words.partition(" ")
        start += len(first) + 1
        if not words:
            return None
    if naming is Naming.NAME and pattern(FULL_STOP).search(words):
        words, end = words[:-1], end - 1
    if naming is Naming.ROLE and not _names_role(words):
        return None
    return Clause(Range(start, end), " ".join(words.split()), match["verb"], naming)


def _names_role(words: str) -> bool:
    """Whether words after an article may be somebody, unlike “the day he”."""
    rest = words.split()[1:]
    return not any(word.lower() in {"he", "she", "they", "that", "which", "it", "we", "i"} for word in rest)
