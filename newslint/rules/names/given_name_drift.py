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
from newslint.text.names.capitals import headline_cased
from newslint.text.names.stray_given_names import KIN
from newslint.text.names.whole_words import find_whole

ALSO = (
    r"\b(?:as|born|called|named|alias|nicknamed|christened|baptised|né|née|spelled|is|or)\s[“‘\"']?\Z"
    r"|\b(?:St\.?|[Aa]n?|[Aa]nother)\s\Z|[(“‘\"]\Z"
)
"""Text before another form of a name that is given on purpose."""


class GivenNameDrift(Rule):
    """A given name is in two languages: “Pyotr Holm”, later “Peter Holm”.

    ## What it does
    Flags a full name that occurs once, after another with the same family name and the given name of
    another language. English short forms, names in one sentence, in brackets or quotation marks, and in
    sentences about a family pass.

    ## Why it matters
    Engines translate a given name in one sentence and keep it in the next, and readers see two people.

    ## Fix safety
    Unsafe: brothers and sisters may be called so. No fix if each name occurs once.
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
        found: defaultdict[bytes, dict[bytes, None]] = defaultdict(dict)
        for given, family in document.capitals.full_names:
            if given in alike:
                found[family][given] = None
        for family, names in found.items():
            if len(names) == 2:
                first, other = names
                if not alike[first].isdisjoint(alike[other]):
                    usual, odd, name = (part.decode("utf-8", "replace") for part in (first, other, family))
                    yield from _drifted(usual, odd, name, document)


def _drifted(usual: str, odd: str, family: str, document: Document) -> Iterator[tuple[Block, Finding]]:
    places = list(_places(f"{usual} {family}", document))
    odd_places = list(_places(f"{odd} {family}", document))
    if not places or len(odd_places) != 1 or odd_places[0] < places[0]:
        return
    first, place = places[0], odd_places[0]
    block, start = document.blocks[place.block], place.at.start
    sentence = block.sentence_at(start).of(block.text)
    if usual in sentence or pattern(KIN).search(sentence) or headline_cased(block.text):
        return
    if block.is_quoted(place.at) or pattern(ALSO).search(block.text, max(start - 12, 0), start):
        return
    at = Range(start, start + len(odd))
    related = (Related(first, f"“{usual} {family}” here"),)
    message = f"given name changed, “{odd}”: use “{usual}”"
    if len(places) > 1:
        yield block, Finding(at, message, (Change(at, usual),), related=related)
    else:
        yield block, Finding(at, message, suggestions=(usual, odd), related=related)


def _places(words: str, document: Document) -> Iterator[Place]:
    for number in document.encoded_text.containing(words):
        for at in find_whole(words, document.texts[number]):
            yield Place(number, at)


@cache
def _alike() -> Mapping[bytes, frozenset[int]]:
    """The names of the class, in UTF-8, with the numbers of their lines."""
    found: defaultdict[bytes, frozenset[int]] = defaultdict(frozenset)
    for number, row in enumerate(entries("given_names_alike")):
        for name in row:
            found[name.encode()] |= {number}
    return dict(found)
