from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex

from newslint.lexicon.classes import entries, words_of
from newslint.lexicon.english_words import is_in_dictionary
from newslint.lexicon.given_names import given_name
from newslint.lexicon.not_names import OPENERS
from newslint.lexicon.titles import HEADS
from newslint.rules import (
    PATTERN_SECONDS,
    Block,
    Case,
    Change,
    Document,
    Finding,
    PatternRule,
    Place,
    Protected,
    Range,
    Related,
    any_of,
    pattern,
)
from newslint.text.encoded_text import decode
from newslint.text.names.whole_words import find_places
from newslint.text.quotations.narrator import SAYING

TITLES = any_of(HEADS - {"Queen", "King", "Prince", "Princess", "Saint"} | {"Mr.", "Mrs.", "Ms."})
"""Titles of people with a family name; “Queen Elisabeth Competition” has none."""
ENDINGS = (
    "ful|ous|ive|ible|less|ness|ction|tion|ally|ised|ized|enced|ated|ental|ional|ward|ment|ened"
    "|ishing|ency|ancy"
)
"""Endings of words that are hardly ever family names."""
NAMES_TOO = words_of("surnames_like_words")
MEANT = any_of(words_of("surname_meanings"))
ACTING = "had|has|was|will|would"
COUNTED = any_of(words_of("surname_meanings") - words_of("surnames_without_article"))
COURTESY = r"(?:M(?:rs?|s)\.?|Dr\.?|Sen\.?|Gov\.?|Rep\.?|Judge|Mayor|Senator|Governor|President|Minister)"
RENAMED = (
    rf"\b{COURTESY}\s(?P<renamed>{MEANT})(?![\p{{L}}’'-]*\s\p{{Lu}}|[\p{{L}}-])"
    rf"|(?<![\p{{L}}’'&-]|\p{{L}}[’'-]?\s\p{{Lu}}\p{{Ll}}*\s)"
    rf"(?:(?P<renamed>{MEANT})(?=\s(?:{SAYING})\b)|(?P<renamed>{COUNTED})(?=\s(?:{ACTING})\b))"
)
PAIR = (
    r"(?:(?<=\b(?P<before>\p{Lu}[\p{L}’'.-]*)\s))?(?<![\p{L}’'&-])(?P<one>\p{Lu}\p{Ll}+)\s(?P<two>\p{Lu}\p{Ll}{2,})"
    r"(?![\p{L}’-]*\s\p{Lu}|[\p{L}-])"
)
"""A name of two words, and the capitalised word before it."""
SPUN = (
    r"(?<![\p{L}’'-])(?P<given>\p{Lu}\p{Ll}{2,})\s(?P<family>(?:Dark|Light|Blue|Red|Ivory|Cream)"
    r"-(?:colored|coloured))(?![\p{L}-])"
)


class TranslatedSurname(PatternRule):
    """A family name is translated: “Gov. Josh Inexperienced”.

    ## What it does
    Reports an English word that is nobody's name, by its ending, after a title and a given name. Headlines
    pass.
    Writes a person's family name for one of the same meaning (“Mr. White” for Federico Bianchi, “Gov.
    Inexperienced” for Josh Green) that nobody else in the article has. So with given names that are words
    (“Shall Holm” for Will Holm), and firms of two words (“White Stone” for Piedra Blanca).

    ## Why it matters
    Spinners swap family names such as Green or Young as if they were adjectives, and engines translate them.

    ## Fix safety
    Unsafe, as there may be somebody of the other name. No fix where the name has to be looked up.
    """

    may_change = frozenset({Protected.NAMES})

    expression = (
        rf"\b(?:{TITLES})\s(?P<given>\p{{Lu}}\p{{Ll}}+)\s(?:\p{{Lu}}\.\s)?"
        rf"(?P<family>\p{{Lu}}\p{{Ll}}{{2,}}(?:{ENDINGS}))(?![\p{{L}}’'-])(?!\s\p{{Lu}})"
    )
    cases = (
        Case("The plan of Gov. Josh ⟦Inexperienced⟧ was late."),
        Case("NAACP President Ben Jealous spoke. Sen. Ann Woodward left. President Trump Obstruction"),
        Case("A letter by Ann ⟦Dark-colored⟧ came."),
        Case(
            "Federico Bianchi was late.\n\nMr. ⟦White⟧ blamed a taxi, and ⟦White⟧ said sorry.",
            fixed="Federico Bianchi was late.\n\nMr. Bianchi blamed a taxi, and Bianchi said sorry.",
        ),
        Case("Ann White met Federico Bianchi. Mr. White left. Paul Koch met Mr. Kim Cook of New Green."),
        Case("Anna Schneider swam.\n\n⟦Tailor⟧ had won.", fixed="Anna Schneider swam.\n\nSchneider had won."),
        Case(
            "Will Bergholt swam.\n\n⟦Shall Bergholt⟧ said so.",
            fixed="Will Bergholt swam.\n\nWill Bergholt said so.",
        ),
        Case(
            "The firm Piedra Blanca grew.\n\nThen ⟦White Stone⟧ shrank.",
            fixed="The firm Piedra Blanca grew.\n\nThen Piedra Blanca shrank.",
        ),
        Case("Will Lind met White Stone of Piedra Blanca. White Stone left. Tailor won."),
        Case("Will Lind swam.\n\nWould Lind stay?"),
        Case("She won the Queen Elisabeth Competition."),
    )

    @property
    def trace(self) -> str:
        word = rf"\p{{Lu}}\p{{Ll}}+\s(?:\p{{Lu}}\.\s)?\p{{Lu}}\p{{Ll}}{{2,}}(?:{ENDINGS})"
        meant = rf"\b{COURTESY}\s(?:{MEANT})|\b(?:{MEANT})\s(?:{SAYING}|{ACTING})"
        given = rf"\b(?:{any_of(words_of('given_name_meanings'))})\s\p{{Lu}}\p{{Ll}}"
        firm = rf"\b(?:{MEANT})\s\p{{Lu}}\p{{Ll}}"
        return rf"{word}|{meant}|{given}|{firm}|\p{{Ll}}\s\p{{Lu}}\p{{Ll}}+-colou?red"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        yield from super().check(document, candidates)
        is_translated = _has_two_of_a_meaning(document)
        for block in candidates:
            if block.kind in self.kinds:
                yield from ((block, finding) for finding in _spun(block))
                if not is_translated:
                    continue
                yield from ((block, finding) for finding in _renamed(block))
                yield from ((block, finding) for finding in _translated_pairs(block))

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        family = match["family"]
        known = given_name(match["given"])
        if family in NAMES_TOO or known is None or not is_in_dictionary(family.lower()):
            return None
        at = Range(*match.span("family"))
        return Finding(at, f"family name that is a word, “{family}”: look the name up")


def _has_two_of_a_meaning(document: Document) -> bool:
    """Whether an article has two names of one meaning."""
    known = _lines_of()
    lines = Counter(line for word in known.keys() & document.capitals.runs for line in known[word])
    return any(times > 1 for times in lines.values())


@cache
def _lines_of() -> Mapping[bytes, tuple[int, ...]]:
    """The numbers of the meanings of each name, in UTF-8."""
    found: defaultdict[bytes, tuple[int, ...]] = defaultdict(tuple)
    for number, row in enumerate((*entries("surname_meanings"), *entries("given_name_meanings"))):
        for name in row:
            found[name.encode()] += (number,)
    return found


def _spun(block: Block) -> Iterator[Finding]:
    """Yield family names that a spinner took for a colour."""
    for match in pattern(SPUN).finditer(block.text) if "-colo" in block.text else ():
        if given_name(match["given"]):
            at = Range(*match.span("family"))
            yield Finding(at, f"family name that is a word, “{match['family']}”: look the name up")


def _renamed(block: Block) -> Iterator[Finding]:
    """Yield words with the meaning of somebody's family name."""
    for match in pattern(RENAMED).finditer(block.text, timeout=PATTERN_SECONDS):
        at, name = Range(*match.span("renamed")), match["renamed"]
        found = None if block.is_quoted(at) else _bearer(name, Place(block.index, at), block.document)
        if found:
            family, place = found
            related = (Related(place, f"{family} is introduced here"),)
            message = f"family name translated, “{name}”: use “{family}”"
            yield Finding(at, message, (Change(at, family),), related=related)


def _translated_pairs(block: Block) -> Iterator[Finding]:
    """Yield names of two words that are those of another name, translated."""
    for match in pattern(PAIR).finditer(block.text, timeout=PATTERN_SECONDS):
        one, two, place = match["one"], match["two"], Place(block.index, Range(*match.span()))
        if (match["before"] and match["before"] not in OPENERS) or match[0] in words_of("bodies_and_offices"):
            continue
        acts = pattern(rf"\s(?:{SAYING}|{ACTING})\b|[’']s\s").match(block.text, match.end())
        for right in _originals(one, two, acts=bool(acts)):
            found = None if block.is_quoted(place.at) else _before(right, place, block.document)
            if found and found.block < place.block and not _before(match[0], place, block.document):
                message = f"name translated, “{match[0]}”: use “{right}”"
                related = (Related(found, f"{right} is introduced here"),)
                yield Finding(place.at, message, (Change(place.at, right),), related=related)
                break


def _originals(one: str, two: str, *, acts: bool) -> Iterator[str]:
    """The names of two words that may have been translated; a person `acts`, unlike “Would Holm go”."""
    if acts and one in _given_of():
        yield f"{_given_of()[one]} {two}"
    ones, twos = _same_meaning().get(one, ()), _same_meaning().get(two, ())
    for other in ones:
        for another in twos:
            yield from (f"{other} {another}", f"{another} {other}", f"{other}{another.lower()}")


def _before(name: str, use: Place, document: Document) -> Place | None:
    """Where an article has a name before a place."""
    place = next(find_places(name, document), None)
    return place if place and place < use else None


@cache
def _given_of() -> Mapping[str, str]:
    """The given name that each word may be a translation of."""
    found: dict[str, str] = {}
    for given, *others in entries("given_name_meanings"):
        for other in others:
            found.setdefault(other, given)
    return found


def _bearer(name: str, use: Place, document: Document) -> tuple[str, Place] | None:
    """The only family name of the same meaning, if introduced before."""
    same = [other for other in _same_meaning()[name] if other.encode() in document.encoded_text.data]
    if not same:
        return None
    names = document.capitals.full_names
    families = {decode(family) for given, family in names if decode(given) not in HEADS}
    bearers = [other for other in same if other in families]
    if len(bearers) != 1 or name in families:
        return None
    place = next(find_places(bearers[0], document), None)
    return (bearers[0], place) if place and place < use else None


@cache
def _same_meaning() -> Mapping[str, frozenset[str]]:
    """For each name, those of the same meanings."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for row in entries("surname_meanings"):
        for name in row:
            found[name] |= frozenset(row) - {name}
    return found
