from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex

from newslint.lexicon.classes import entries, words_of
from newslint.lexicon.english_words import is_in_dictionary
from newslint.lexicon.given_names import given_name
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
COURTESY = r"(?:M(?:rs?|s)\.?|Dr\.?|Sen\.?|Gov\.?|Rep\.?|Judge|Mayor|Senator|Governor|President|Minister)"
RENAMED = (
    rf"\b{COURTESY}\s(?P<renamed>{MEANT})(?![\p{{L}}’'-]*\s\p{{Lu}}|[\p{{L}}-])"
    rf"|(?<![\p{{L}}’'&-]|\p{{L}}[’'-]?\s\p{{Lu}}\p{{Ll}}*\s)(?P<renamed>{MEANT})(?=\s(?:{SAYING})\b)"
)
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
    Inexperienced” for Josh Green) that nobody else in the article has.

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
        Case("She won the Queen Elisabeth Competition."),
    )

    @property
    def trace(self) -> str:
        word = rf"\p{{Lu}}\p{{Ll}}+\s(?:\p{{Lu}}\.\s)?\p{{Lu}}\p{{Ll}}{{2,}}(?:{ENDINGS})"
        meant = rf"\b{COURTESY}\s(?:{MEANT})|\b(?:{MEANT})\s(?:{SAYING})"
        return rf"{word}|{meant}|\p{{Ll}}\s\p{{Lu}}\p{{Ll}}+-colou?red"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        yield from super().check(document, candidates)
        for block in candidates:
            if block.kind in self.kinds:
                yield from ((block, finding) for finding in _renamed(block))

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        family = match["family"]
        known = given_name(match["given"])
        if family in NAMES_TOO or known is None or not is_in_dictionary(family.lower()):
            return None
        at = Range(*match.span("family"))
        return Finding(at, f"family name that is a word, “{family}”: look the name up")


def _renamed(block: Block) -> Iterator[Finding]:
    """Yield words with the meaning of somebody's family name."""
    for match in pattern(SPUN).finditer(block.text):
        if given_name(match["given"]):
            at = Range(*match.span("family"))
            yield Finding(at, f"family name that is a word, “{match['family']}”: look the name up")
    for match in pattern(RENAMED).finditer(block.text, timeout=PATTERN_SECONDS):
        at, name = Range(*match.span("renamed")), match["renamed"]
        found = None if block.is_quoted(at) else _bearer(name, Place(block.index, at), block.document)
        if found:
            family, place = found
            related = (Related(place, f"{family} is introduced here"),)
            message = f"family name translated, “{name}”: use “{family}”"
            yield Finding(at, message, (Change(at, family),), related=related)


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
