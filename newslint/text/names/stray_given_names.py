"""Given names used once for people otherwise called by the family name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import regex
from msgspec import Struct

from newslint.core.patterns import any_of, pattern
from newslint.core.positions import Place, Range
from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import is_word
from newslint.lexicon.first_named import FIRST_NAMED
from newslint.lexicon.given_names import given_name
from newslint.lexicon.not_names import BODIES, CALENDAR, OPENERS
from newslint.lexicon.titles import HEADS, MODIFIERS
from newslint.text.document import Block, Document
from newslint.text.encoded_text import decode
from newslint.text.names.capital_words import CapitalWords
from newslint.text.names.capitals import PARTICLES, headline_cased
from newslint.text.names.people import is_east_asian
from newslint.text.names.unintroduced_names import nobody
from newslint.text.names.whole_words import find_whole
from newslint.text.quotations.narrator import SAYING

TITLES = HEADS | MODIFIERS
MOST = 4
"""Other uses of a given name, quoted or not, in an article that is examined."""
FAMOUS = words_of("known_by_given_name")
"""Family names of people whom columnists call by the given name."""
SURNAMES = FAMOUS | words_of("given_names_as_surnames")
"""Given names that are usually family names."""
KIN = (
    r"\b(?i:family|famil\p{Ll}+|couple|husband|wife|widow|brothers?|sisters?|siblings?|twins?|son"
    r"|daughters?|sons|mother|father|mom|dad|mum"
    r"|parents|child|children|kids?|boy|girl|baby|fiancée?|cousin|grand\p{Ll}+|uncle|aunt|nephew|niece|nickname\p{Ll}*|pet|dog"
    r"|cat|storm|hurricane)\b"
)
"""Words of a paragraph that calls people by the given name for a reason."""
FAMILIES = r"\b(?i:brothers|sisters|couple|twins|siblings|family|families)\b"
YOUNG = r"(?:,\s(?:\d|1[0-7]),|\s\((?:\d|1[0-7])\))"
VERB = (
    r"(?:also\s|then\s|later\s|never\s|still\s|had\s|has\s)?(?:has|had|is|was|will|would|could|did"
    r"|does|went|came|set|led|took|made|got|ran"
    r"|won|lost|left|told|wrote|said|says|wept|brought|kept|held|knew|saw|gave|put|spent|spoke|stood"
    r"|sold|bought|met|\p{Ll}{2,}ed|\p{Ll}{3,}s)\b"
)
ACTS = rf"(?:,?\s(?:{SAYING})\b|\s{VERB}|[’']s\s\p{{Ll}})"
GOES_ON = r"(?:[.,;]?\s\p{Ll}|[.;]|,\s(?!\p{Lu}))"
OBJECT = (
    r"\b(?:by|to|with|from|against|for|asked|told|believed|met|saw|blamed|invited|thanked|praised"
    r"|accused|paid|gave|fined|helped|of|about|between|on)\s\Z"
)
BESIDE = (
    r"(?:\p{Lu}[\p{L}\p{M}’-]+,?\s(?:and|or|&)\s|\b(?:then|Thanks|Dear|St|St\.|Saint|named|called|as|a"
    r"|an|the|his|her|their|little|young|old)\s|[“‘\"'(@#/&-]\s?|,\s)\Z"
)
"""Text before a given name that is used on purpose, or in a list."""
NOT_AFTER = r"(?:[’']s)?(?:\s\p{Lu}|\s?[“\"(\[/&@-]|,?\s(?:and|or|&)\s\p{Lu}|!|\?)"
LISTED = r"(?P<other>\p{Lu}[\p{L}\p{M}’-]+),?\sand\s\Z"
COLUMN = r"(?<![\p{L}.’])(?:I|my|me|[Ww]e|[Oo]ur|you|your)\s|\p{L}[?!](?=\s\p{Lu})"
"""Text outside quotation marks that news does not have."""
SPEAKS = (
    rf",?\s(?:{SAYING})\b|,\s\d\d,|,\swho\b|,\snow\s\d\d|[’']s\s(?:lawyer|coach|wife|mother)"
    r"|\s(?:told|denied|retired|worked|never|joked|plans|hopes|has|had|will|left|wrote|won)\b"
)
"""Text after a family name whose bearer acts."""


class StrayGivenName(Struct, frozen=True):
    """A given name used once, with the family name and the introduction."""

    given: str
    family: str
    place: Place
    introduction: Place


class BareName(Struct, frozen=True):
    """A use of a name by itself, perhaps with a title."""

    block: Block
    at: Range
    titled: bool


def stray_given_names(document: Document) -> Iterator[StrayGivenName]:
    """Find given names used alone once, unquoted, after the full name."""
    data = document.encoded_text.data
    for one, other in _used_alone(document.capitals):
        given, family = decode(one), decode(other)
        if len(given) < 3 or not _may_be_person(given, family):
            continue
        whole = data.count(b"%b %b" % (one, other))
        if not 1 <= data.count(one) - whole <= MOST or data.count(other) == whole:
            continue
        stray = _stray(given, family, document)
        if stray:
            yield stray


def _used_alone(capitals: CapitalWords) -> Iterator[tuple[bytes, bytes]]:
    """Full names that share no part with others, but whose first recurs."""
    families: dict[bytes, set[bytes]] = defaultdict(set)
    bearers: dict[bytes, set[bytes]] = defaultdict(set)
    for given, family in capitals.full_names:
        if given not in _not_given():
            families[given].add(family)
            bearers[family].add(given)
    for given, (family, *others) in families.items():
        if (
            not others
            and len(bearers[family]) == 1
            and capitals.runs[given.partition(b"-")[0]] > capitals.full_names[given, family]
        ):
            yield given, family


@cache
def _not_given() -> frozenset[bytes]:
    """Words that begin what is no full name."""
    return frozenset(word.encode() for word in TITLES | OPENERS)


def is_nobody(word: str) -> bool:
    """Whether a capitalised word is no name of a person."""
    return word in _no_person()


def _may_be_person(given: str, family: str) -> bool:
    last = family.rsplit(maxsplit=1)[-1]
    if given in FIRST_NAMED or last in FAMOUS or not _no_person().isdisjoint((given, last)):
        return False
    if given.isupper() or last.isupper() or given_name(last) is not None or given in SURNAMES:
        return False
    if is_east_asian((given, last)):
        return False
    if any(not pattern(PARTICLES).fullmatch(word) for word in family.split()[:-1]):
        return False
    return given_name(given) is not None or not (is_word(given.lower()) or is_word(last.lower()))


@cache
def _no_person() -> frozenset[str]:
    return nobody() | BODIES | CALENDAR | OPENERS | TITLES


def _stray(given: str, family: str, document: Document) -> StrayGivenName | None:
    alone = list(_alone(given, family, document))
    used = list(_alone(family, given, document))
    full = _full(given, family, document)
    if len(alone) != 1 or not used or full is None:
        return None
    known = given_name(given) is not None or all(use.titled for use in used) or _speaks(used)
    use = alone[0]
    place = Place(use.block.index, use.at)
    if not known or use.titled or place < full or _is_meant(use, given, family, document):
        return None
    text, at = use.block.text, use.at
    before, after = text[max(at.start - 60, 0) : at.start], text[at.end : at.end + 60]
    acts = pattern(ACTS).match(after) or (pattern(OBJECT).search(before) and pattern(GOES_ON).match(after))
    if not acts or pattern(NOT_AFTER).match(after) or not _may_follow(before, document):
        return None
    return StrayGivenName(given, family, place, full)


def _is_meant(use: BareName, given: str, family: str, document: Document) -> bool:
    """Whether the article uses the given name on purpose."""
    text = use.block.text
    if "@" in text or pattern(FAMILIES).search(text) or _is_said(KIN, use.block, use.at):
        return True
    whole = "\n".join(document.texts)
    other = r"\p{Lu}\p{Ll}+ "
    couple = rf"{other}(?:and|&) {given} {family}|{given} (?:and|&|or) (?:{other})?{family}"
    called = rf"\b{given}{YOUNG}|[“\"‘]{given}[”\"’]|\b(?:{couple})\b"
    return bool(regex.search(called, whole)) or not _is_news(document)


def _may_follow(before: str, document: Document) -> bool:
    """Whether a family name fits after a text, perhaps in a list."""
    listed = pattern(LISTED).search(before)
    if listed:
        full = regex.compile(rf"\p{{Lu}}\p{{L}}+\s{listed['other']}\b")
        return not given_name(listed["other"]) and any(map(full.search, document.texts))
    return before.endswith(", ") or not pattern(BESIDE).search(before)


def _is_said(expression: str, block: Block, at: Range) -> bool:
    """Whether the sentence of a place has an expression outside quotation marks."""
    sentence = block.sentence_at(at.start)
    found = pattern(expression).finditer(block.text, sentence.start, sentence.end)
    return any(not block.is_quoted(Range(*match.span())) for match in found)


def _is_news(document: Document) -> bool:
    """Whether the author never says “I”, asks or shouts, as columnists do."""
    return not any(
        not block.is_quoted(Range(*match.span()))
        for block in document.blocks
        for match in pattern(COLUMN).finditer(block.text)
    )


def _alone(name: str, other: str, document: Document) -> Iterator[BareName]:
    """Where a name occurs without other names, outside quotation marks."""
    for block in document.blocks:
        if name not in block.text or headline_cased(block.text):
            continue
        for at in find_whole(name, block.text):
            lead = block.text[max(at.start - 30, 0) : at.start]
            whole = lead.endswith(f"{other} ") or block.text.startswith(f" {other}", at.end)
            if whole or block.is_quoted(at):
                continue
            has_title = bool(_titled().search(lead))
            before = pattern(r"(?:\p{Lu}[\p{L}’-]*|\p{Lu}\.)\s\Z").search(lead)
            if has_title or not before or before[0].strip() in OPENERS:
                yield BareName(block, at, has_title)


@cache
def _titled() -> regex.Pattern[str]:
    return pattern(rf"\b(?:{any_of(TITLES)}|Mr|Mrs|Ms|Dr|Rev|Sir)\s\Z")


def _speaks(used: list[BareName]) -> bool:
    """Whether a possible family name speaks or acts as a person does."""
    return any(pattern(SPEAKS).match(use.block.text, use.at.end) for use in used)


def _full(given: str, family: str, document: Document) -> Place | None:
    """The first full name outside headlines."""
    for block in document.blocks:
        at = block.text.find(f"{given} {family}")
        if at >= 0 and not headline_cased(block.text):
            return Place(block.index, Range(at, at + len(given) + len(family) + 1))
    return None
