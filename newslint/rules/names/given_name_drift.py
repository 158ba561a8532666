from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from newslint.lexicon.classes import entries
from newslint.rules import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Protected,
    Range,
    Related,
    Rule,
    pattern,
)
from newslint.text.encoded_text import decode
from newslint.text.names.capitals import headline_cased
from newslint.text.names.stray_given_names import KIN
from newslint.text.names.whole_words import find_places

ON_PURPOSE = (
    r"\b(?:as|born|called|named|alias|nicknamed|christened|baptised|né|née|spelled|is|or)\s[“‘\"']?\Z"
    r"|\b(?:St\.?|[Aa]n?|[Aa]nother)\s\Z|[(“‘\"]\Z"
)
"""Text before a form of a name that is meant to differ."""


class GivenNameDrift(Rule):
    """A given name changes its language: “Pyotr Holm”, later “Peter Holm”.

    ## What it does
    Flags a full name that occurs once, after another with the same family name and the same given name in
    another language. Names in one sentence, in brackets or quotation marks, and in sentences about a family
    pass.

    ## Why it matters
    Engines translate a given name in one sentence and keep it in the next, so readers see two people.

    ## Fix safety
    Unsafe: there may be two people. No fix if each name occurs once.
    """

    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "Pyotr Holm sang in May. Fans of Pyotr Holm wept.\n\nOn Friday ⟦Peter⟧ Holm left.",
            fixed="Pyotr Holm sang in May. Fans of Pyotr Holm wept.\n\nOn Friday Pyotr Holm left.",
        ),
        Case("Grace Holm sang in May. Holm is 50.\n\nOn Friday ⟦Gracie⟧ Holm left."),
        Case("Francisco Holm sang in May. He saw the St. Francis Holm Church."),
        Case("Pyotr Holm sang in May with Peter Holm. Johann Lind won. It was named for a Hans Lind."),
        Case("Pyotr Holm sang in May. His brother Peter Holm left."),
        Case("Pyotr Holm sang in May. Peter Holm left, and Peter Holm wept."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        alike = _alike()
        given_by_family: defaultdict[bytes, dict[bytes, None]] = defaultdict(dict)
        for given, family in document.capitals.full_names:
            if given in alike:
                given_by_family[family][given] = None
        for family, names in given_by_family.items():
            if len(names) == 2:
                usual, odd = names
                if odd in alike[usual]:
                    yield from _drifted(decode(usual), decode(odd), decode(family), document)


def _drifted(usual: str, odd: str, family: str, document: Document) -> Iterator[tuple[Block, Finding]]:
    """Yield the finding for an odd given name that occurs once."""
    places = list(find_places(f"{usual} {family}", document))
    odd_places = list(find_places(f"{odd} {family}", document))
    if not places or len(odd_places) != 1:
        return
    first, place = places[0], odd_places[0]
    if place < first or _is_meant(place, usual, document):
        return
    block, at = document.blocks[place.block], Range(place.at.start, place.at.start + len(odd))
    message = f"given name changed, “{odd}”: use “{usual}”"
    related = (Related(first, f"“{usual} {family}” here"),)
    if len(places) > 1:
        yield block, Finding(at, message, (Change(at, usual),), related=related)
    else:
        yield block, Finding(at, message, suggestions=(usual, odd), related=related)


def _is_meant(place: Place, usual: str, document: Document) -> bool:
    """Whether the other name may be a relative's, a headline's, or quoted."""
    block, start = document.blocks[place.block], place.at.start
    sentence = block.sentence_at(start).of(block.text)
    if usual in sentence or pattern(KIN).search(sentence) or headline_cased(block.text):
        return True
    is_introduced = pattern(ON_PURPOSE).search(block.text, max(start - 12, 0), start) is not None
    return is_introduced or block.is_quoted(place.at)


@cache
def _alike() -> Mapping[bytes, frozenset[bytes]]:
    """For each name, its forms in all languages, in UTF-8."""
    forms: defaultdict[bytes, frozenset[bytes]] = defaultdict(frozenset)
    for row in entries("given_names_alike"):
        names = frozenset(map(str.encode, row))
        for name in names:
            forms[name] |= names
    return dict(forms)
