"""Names that are split, turned, or lack a hyphen or particle once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from newslint.core.patterns import any_of, pattern
from newslint.core.positions import Place, Range
from newslint.lexicon.east_asian import FAMILIES, VIETNAMESE
from newslint.lexicon.english_words import is_word
from newslint.lexicon.given_names import given_name
from newslint.lexicon.verb_forms import IRREGULAR_PAST
from newslint.text.document import Document
from newslint.text.encoded_text import decode
from newslint.text.letter_case import in_case_of, with_capital
from newslint.text.names.capital_words import CapitalWords
from newslint.text.names.capitals import PARTICLES
from newslint.text.names.stray_given_names import is_nobody
from newslint.text.names.whole_words import count_whole, find_places, is_repeated
from newslint.text.quotations.narrator import SAYING

SHORT_PARTS = (2, 3)
"""Letters of the first part of a split name, if it is too short for `CapitalWords.words`."""
SHORTEST = 5
"""Bytes of a family name that a space may split."""
PERSON = r"\b(?:Mrs?\.?|Ms\.?|Dr\.?|Sen\.|Gov\.|President|Minister|Mayor|(?P<given>\p{Lu}\p{Ll}{2,}))\s\Z"
"""Text before the family name of a person."""
GOES_ON = r"[’']s\s|[.,;]|\s\p{Ll}"
ACTS = (
    rf",?\s(?:{SAYING}|{any_of(IRREGULAR_PAST)}|is|has|will|would|does|also|who|plans|hopes"
    r"|\p{Ll}{2,}ed)\b"
)
LONGEST_SYLLABLE = 12
"""Bytes of the first part of a given name of two."""
SENTENCE_ENDS = frozenset('.?!\n”"')
MEANINGS = {
    "van": "from|of",
    "von": "from|of",
    "de": "of|from",
    "der": "the",
    "den": "the",
    "het": "the",
    "la": "the",
    "las": "the",
    "los": "the",
    "du": "of the",
    "del": "of the",
    "della": "of the",
    "di": "of",
    "da": "of|from",
    "dos": "of the",
    "das": "of the",
    "vom": "from the",
    "zum": "to the",
    "zur": "to the",
    "zu": "to",
    "ter": "to the|at the",
    "ten": "to the|at the",
}
"""English words for particles of family names."""
NO_SUBJECT = r"\b(?:the|an?|at|of|in|to|from|by|for|with|and|\p{Lu}\p{L}+)\s\Z"
"""Text before what is no subject of a verb, or the end of a longer name."""
SUBJECT = r"(?<=\A|[.!?,”\"’']\s|\b(?:that|then|Then|and|but)\s)"
"""Text before the subject of a verb."""
BEGINNINGS = ("Mac", "Mc", "O’", "O'", "D’", "D'", "Fitz")
ALWAYS_JOINED = frozenset({"Mc", "O’", "O'"})
"""Beginnings of family names that no space follows."""
LONG_RUN = (
    r"(?<![\p{L}’'.-]|\p{Lu}[\p{L}’'-]*\s)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+(?:-\p{L}\p{Ll}+)?){1,3}"
    r"(?![\p{L}’-]*\s\p{Lu}|\p{L}|-)"
)
LEADING = f"(?:van|von|al|el|da|di|{PARTICLES})"


class AlteredName(Struct, frozen=True):
    """A name that differs from its other uses, and the right words."""

    place: Place
    right: str


def altered_names(document: Document) -> Iterator[AlteredName]:
    """Find names that are split, turned, or lack a part."""
    data, capitals = document.encoded_text.data, document.capitals
    for word, uses in capitals.words.items():
        is_name = b"-" in word and (uses > 1 or word.rpartition(b"-")[2].islower())
        if is_name and word.replace(b"-", b" ") in data:
            yield from _unhyphened(decode(word), document)
    for start, rest in _divisions(capitals):
        if rest.islower() and b"%b %b" % (start, rest) in data:
            yield from _split(decode(start), decode(rest), document)
    for given, family in capitals.full_names:
        yield from _altered_full_name(given, family, document)
    yield from _parted(document)
    if not _first_families().isdisjoint(capitals.runs):
        yield from _whole_turned(document)


def _altered_full_name(given: bytes, family: bytes, document: Document) -> Iterator[AlteredName]:
    """Where a full name is turned, or its particles are misplaced."""
    if (family, given) in document.capitals.full_names:
        yield from _turned(decode(given), decode(family), document)
    if b" " in family:
        yield from _without_particle(decode(given), decode(family), document)
        yield from _behind(decode(family), document)
        yield from _translated_particle(decode(family), document)
    elif family in _families():
        yield from _turned_behind(given, family, document)
    if family.endswith(b"s") and family[:-1] in document.encoded_text.data:
        yield from _possessive(decode(given), decode(family), document)


def _divisions(capitals: CapitalWords) -> Iterator[tuple[bytes, bytes]]:
    """Words cut after another word, and family names cut near the start."""
    starts: list[bytes] = []
    for word in sorted(capitals.words):
        if starts and word.startswith(starts[0]):
            yield from ((start, word.removeprefix(start)) for start in starts if word.startswith(start))
            starts.append(word)
        else:
            starts = [word]
    runs = capitals.runs
    for given, family in capitals.full_names:
        cuts = [cut for cut in SHORT_PARTS if family[:cut] in runs]
        if cuts and family.isalpha() and len(family) >= SHORTEST and given_name(decode(given)):
            yield from ((family[:cut], family[cut:]) for cut in cuts)


def _split(start: str, rest: str, document: Document) -> Iterator[AlteredName]:
    """Where a space splits a family name: “Berg holt”."""
    whole = start + rest
    if is_word(whole.lower()) or not count_whole(whole, document) or is_repeated(start, document):
        return
    for place in find_places(f"{start} {rest}", document):
        text = document.texts[place.block]
        is_name = pattern(PERSON).search(text, max(place.at.start - 30, 0), place.at.start)
        if is_name and pattern(GOES_ON).match(text, place.at.end):
            yield AlteredName(place, whole)


def _unhyphened(name: str, document: Document) -> Iterator[AlteredName]:
    """Where the hyphen of a family name is lost: “Ashe Barton”."""
    without = name.replace("-", " ")
    if name.rsplit("-", maxsplit=1)[-1].islower():
        yield from _unhyphened_syllable(name, without, document)
        return
    if not count_whole(name, document) or count_whole(without, document) != 1:
        return
    persons = (
        pattern(PERSON).search(document.texts[place.block], max(place.at.start - 30, 0), place.at.start)
        for place in find_places(name, document)
    )
    if any(found and (not found["given"] or given_name(found["given"])) for found in persons):
        yield from (AlteredName(place, name) for place in find_places(without, document))


@cache
def _first_families() -> frozenset[bytes]:
    """Family names that come first in names of three parts or more, in UTF-8."""
    return frozenset(map(str.encode, FAMILIES | VIETNAMESE))


@cache
def _families() -> frozenset[bytes]:
    """The family names of East Asia, in UTF-8."""
    return frozenset(map(str.encode, FAMILIES))


def _unhyphened_syllable(name: str, without: str, document: Document) -> Iterator[AlteredName]:
    """Where a Korean given name lacks its hyphen: “Park Ji hoon”."""
    for place in find_places(without, document):
        family = _word_before(place, document)
        if family in FAMILIES and document.encoded_text.count(f"{family} {name}"):
            yield AlteredName(place, name)


def _turned_behind(given: bytes, family: bytes, document: Document) -> Iterator[AlteredName]:
    """Where an East Asian family name comes last: “Jong Un Kim”."""
    data, late = document.encoded_text.data, b" %b %b" % (given, family)
    start = data.find(late)
    if start < 0:
        return
    first = data[max(start - LONGEST_SYLLABLE, 0) : start].split()[-1]
    right = decode(b"%b %b %b" % (family, first, given))
    turned = decode(first + late)
    if not turned[0].isupper() or count_whole(turned, document) != 1:
        return
    place, before = (
        next(find_places(turned, document), None),
        next(find_places(right, document), None),
    )
    if place and before and before.block < place.block:
        yield AlteredName(place, right)


def _behind(family: str, document: Document) -> Iterator[AlteredName]:
    """Where the particles of a family name follow it: “Berg van den”."""
    *particles, last = family.split(" ")
    behind = f"{last} {' '.join(particles)}"
    if not all(pattern(PARTICLES).fullmatch(word) for word in particles):
        return
    for place in find_places(behind, document):
        text = document.texts[place.block]
        before = text[max(place.at.start - 2, 0) : place.at.start]
        if pattern(ACTS).match(text, place.at.end):
            begins = not before or before[0] in SENTENCE_ENDS
            yield AlteredName(place, with_capital(family) if begins else family)


def _turned(given: str, family: str, document: Document) -> Iterator[AlteredName]:
    """Where a full name in no list is turned: “Nakagawa Haruto said”."""
    full, turned = f"{given} {family}", f"{family} {given}"
    if given_name(given) or given_name(family) or is_nobody(given) or is_nobody(family):
        return
    if is_word(given.lower()) or is_word(family.lower()) or count_whole(turned, document) != 1:
        return
    first, place = next(find_places(full, document), None), next(find_places(turned, document), None)
    later = first and place and first < place and first.block != place.block
    if place and later and pattern(ACTS).match(document.texts[place.block], place.at.end):
        yield AlteredName(place, full)


def _without_particle(given: str, family: str, document: Document) -> Iterator[AlteredName]:
    """Where a particle is lost: “Van Meulen” for “van der Meulen”."""
    *particles, last = family.split(" ")
    if len(particles) != 2 or not all(pattern(PARTICLES).fullmatch(word) for word in particles):
        return
    for lone in particles:
        for written, right in (
            (f"{lone} {last}", family),
            (f"{lone.capitalize()} {last}", with_capital(family)),
        ):
            for place in find_places(written, document):
                before = _word_before(place, document)
                goes_on = before[:1].isupper() or pattern(PARTICLES).fullmatch(before.lower())
                if before == given or not goes_on:
                    yield AlteredName(place, right)


def _word_before(place: Place, document: Document) -> str:
    """The word before a place; empty at the beginning of a block."""
    return "".join(document.texts[place.block][: place.at.start].rsplit(maxsplit=1)[-1:])


def _possessive(given: str, family: str, document: Document) -> Iterator[AlteredName]:
    """Where a family name in s is taken for a possessive: “Rowland’s said”."""
    shorter = family[:-1]
    if not given_name(given) or count_whole(shorter, document) != 1 or is_nobody(shorter):
        return
    for mark in "’'":
        for place in find_places(f"{shorter}{mark}s", document):
            text = document.texts[place.block]
            before = pattern(NO_SUBJECT).search(text, max(place.at.start - 12, 0), place.at.start)
            if not before and pattern(rf"\s(?:{SAYING}|had|was|is|will|would)\b").match(text, place.at.end):
                yield AlteredName(place, family)


def _translated_particle(family: str, document: Document) -> Iterator[AlteredName]:
    """Where the particles of a family name are in English: “From the Laan said”."""
    *particles, last = family.split(" ")
    meant = [MEANINGS[particle] for particle in particles if particle in MEANINGS]
    if len(meant) != len(particles) or particles == ["the"]:
        return
    words = r"\s".join(f"(?:{meanings})" for meanings in meant)
    expression = rf"{SUBJECT}(?i:{words})\s{last}(?={ACTS})"
    for number in document.encoded_text.containing(last):
        text = document.texts[number]
        for match in pattern(expression).finditer(text):
            yield AlteredName(Place(number, Range(*match.span())), in_case_of(match[0], family))


def _parted(document: Document) -> Iterator[AlteredName]:
    """Where a space parts the beginning of a family name: “Mac Kinnon”, “O’ Shaughnessy”."""
    data = document.encoded_text.data
    for beginning in BEGINNINGS:
        if beginning.encode() + b" " not in data:
            continue
        for number in document.encoded_text.containing(f"{beginning} "):
            text = document.texts[number]
            for match in pattern(
                rf"(?<![\p{{L}}’'-]){beginning}\s(?P<rest>\p{{Lu}}\p{{Ll}}{{2,}})(?![\p{{L}}-])"
            ).finditer(text):
                whole = beginning + match["rest"]
                person = pattern(PERSON).search(text, max(match.start() - 30, 0), match.start())
                known = person and (not person["given"] or given_name(person["given"]))
                surely = count_whole(whole, document) or (known and beginning in ALWAYS_JOINED)
                if surely and not is_nobody(match["rest"]):
                    yield AlteredName(Place(number, Range(*match.span())), whole)


def _whole_turned(document: Document) -> Iterator[AlteredName]:
    """Where a name of East Asia has its family name last: “Bach Tuyet Thi Nguyen”."""
    seen: dict[tuple[str, ...], tuple[tuple[str, ...], Place]] = {}
    for number, text in enumerate(document.texts):
        for match in pattern(LONG_RUN).finditer(text) if text else ():
            words = tuple(match[0].split())
            key = tuple(sorted(words))
            place = Place(number, Range(*match.span()))
            first, introduction = seen.setdefault(key, (words, place))
            if first == words or first[0] not in FAMILIES | VIETNAMESE or words[-1] != first[0]:
                continue
            if introduction.block < number and not any(map(is_nobody, words)):
                yield AlteredName(place, " ".join(first))
