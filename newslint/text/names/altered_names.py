"""Names that an article has whole and, once, split, without a hyphen or a particle, or turned."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from msgspec import Struct

from newslint.core.patterns import any_of, pattern
from newslint.core.positions import Place, Range
from newslint.lexicon.east_asian import FAMILIES, VIETNAMESE
from newslint.lexicon.english_words import is_word
from newslint.lexicon.given_names import given_name
from newslint.lexicon.verb_forms import IRREGULAR_PAST
from newslint.text.document import Document
from newslint.text.names.capital_words import CapitalWords
from newslint.text.names.stray_given_names import is_nobody
from newslint.text.names.whole_words import count_whole, find_whole
from newslint.text.quotations.narrator import SAYING

LENIENT = "utf-8", "replace"
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
PARTICLES = any_of({"der", "den", "de", "la", "las", "los", "dos", "das", "del", "ter", "ten", "het", "bin"})
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
    """A place where a name is written otherwise than elsewhere, and the right words there."""

    place: Place
    right: str


def altered_names(document: Document) -> Iterator[AlteredName]:
    """Find names that are split, turned, or lack a hyphen or a particle."""
    data, capitals = document.encoded_text.data, document.capitals
    pairs = capitals.full_names
    for word in capitals.words:
        if b"-" in word and word.replace(b"-", b" ") in data:
            yield from _unhyphened(word.decode(*LENIENT), document)
    for one, two in _divisions(capitals):
        if two.islower() and b"%b %b" % (one, two) in data:
            yield from _split(one.decode(*LENIENT), two.decode(*LENIENT), document)
    yield from _disordered(pairs, document)
    yield from _parted(document)
    yield from _whole_turned(document)


def _disordered(pairs: Collection[tuple[bytes, bytes]], document: Document) -> Iterator[AlteredName]:
    """Where the parts of a full name are turned, or its particles or its last letter are lost."""
    data = document.encoded_text.data
    for given, family in pairs:
        if (family, given) in pairs:
            yield from _turned(given.decode(*LENIENT), family.decode(*LENIENT), document)
        if b" " in family:
            yield from _without_particle(given.decode(*LENIENT), family.decode(*LENIENT), document)
            yield from _behind(family.decode(*LENIENT), document)
            yield from _translated_particle(family.decode(*LENIENT), document)
        elif family in _families():
            yield from _turned_behind(given, family, document)
        if family.endswith(b"s") and family[:-1] in data:
            yield from _possessive(given.decode(*LENIENT), family.decode(*LENIENT), document)


def _divisions(capitals: CapitalWords) -> Iterator[tuple[bytes, bytes]]:
    """Words in two, of which the first is a word of the article, or very short and begins a family name."""
    begun: list[bytes] = []
    for word in sorted(capitals.words):
        if begun and word.startswith(begun[0]):
            yield from ((one, word.removeprefix(one)) for one in begun if word.startswith(one))
            begun.append(word)
        else:
            begun = [word]
    runs = capitals.runs
    for given, family in capitals.full_names:
        cuts = [cut for cut in SHORT_PARTS if family[:cut] in runs]
        if cuts and family.isalpha() and len(family) >= SHORTEST and given_name(given.decode(*LENIENT)):
            yield from ((family[:cut], family[cut:]) for cut in cuts)


def _split(one: str, two: str, document: Document) -> Iterator[AlteredName]:
    """Where a space splits a family name: “Berg holt”."""
    whole = one + two
    if is_word(whole.lower()) or not _count(whole, document) or _count(one, document) > 1:
        return
    for place in _places(f"{one} {two}", document):
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
    if not _count(name, document) or _count(without, document) != 1:
        return
    persons = (
        pattern(PERSON).search(document.texts[place.block], max(place.at.start - 30, 0), place.at.start)
        for place in _places(name, document)
    )
    if any(found and (not found["given"] or given_name(found["given"])) for found in persons):
        yield from (AlteredName(place, name) for place in _places(without, document))


@cache
def _families() -> frozenset[bytes]:
    return frozenset(family.encode() for family in FAMILIES)


def _unhyphened_syllable(name: str, without: str, document: Document) -> Iterator[AlteredName]:
    """Where the second syllable of a Korean name stands alone: “Park Ji hoon”."""
    for place in _places(without, document):
        before = document.texts[place.block][max(place.at.start - 12, 0) : place.at.start].split()[-1:]
        whole = f"{before[0]} {name}" if before and before[0] in FAMILIES else ""
        if whole and whole.encode() in document.encoded_text.data:
            yield AlteredName(place, name)


def _turned_behind(given: bytes, family: bytes, document: Document) -> Iterator[AlteredName]:
    """Where a family name of East Asia follows both syllables: “Jong Un Kim”."""
    data, late = document.encoded_text.data, b" %b %b" % (given, family)
    start = data.find(late)
    if start < 0:
        return
    first = data[max(start - LONGEST_SYLLABLE, 0) : start].split()[-1]
    right = (b"%b %b %b" % (family, first, given)).decode(*LENIENT)
    turned = (first + late).decode(*LENIENT)
    if not turned[0].isupper() or _count(turned, document) != 1:
        return
    place, before = next(_places(turned, document), None), next(_places(right, document), None)
    if place and before and before.block < place.block:
        yield AlteredName(place, right)


def _behind(family: str, document: Document) -> Iterator[AlteredName]:
    """Where the particles of a family name follow it: “Berg van den”."""
    *particles, last = family.split(" ")
    behind = f"{last} {' '.join(particles)}"
    if not all(pattern(LEADING).fullmatch(word) for word in particles):
        return
    for place in _places(behind, document) if behind.encode() in document.encoded_text.data else ():
        text = document.texts[place.block]
        before = text[max(place.at.start - 2, 0) : place.at.start]
        if pattern(ACTS).match(text, place.at.end):
            begins = not before or before[0] in SENTENCE_ENDS
            yield AlteredName(place, family[0].upper() + family[1:] if begins else family)


def _turned(given: str, family: str, document: Document) -> Iterator[AlteredName]:
    """Where a full name that nobody lists has its parts turned: “Nakagawa Haruto said”."""
    full, turned = f"{given} {family}", f"{family} {given}"
    if given_name(given) or given_name(family) or is_nobody(given) or is_nobody(family):
        return
    if is_word(given.lower()) or is_word(family.lower()) or _count(turned, document) != 1:
        return
    first, place = next(_places(full, document), None), next(_places(turned, document), None)
    later = first and place and first < place and first.block != place.block
    if place and later and pattern(ACTS).match(document.texts[place.block], place.at.end):
        yield AlteredName(place, full)


def _without_particle(given: str, family: str, document: Document) -> Iterator[AlteredName]:
    """Where one of two particles is lost: “Van Meulen” for “van der Meulen”."""
    *particles, last = family.split(" ")
    if len(particles) != 2 or not all(pattern(LEADING).fullmatch(word) for word in particles):
        return
    for lone in particles:
        for written in (f"{lone} {last}", f"{lone.capitalize()} {last}"):
            if written.encode() not in document.encoded_text.data:
                continue
            for place in _places(written, document):
                before = document.texts[place.block][: place.at.start].rsplit(maxsplit=1)[-1:]
                right = f"{' '.join(particles)} {last}"
                if written[0].isupper():
                    right = right[0].upper() + right[1:]
                beside = before[0] if before else ""
                if beside == given or not (
                    beside[:1].isupper() or pattern(LEADING).fullmatch(beside.lower())
                ):
                    yield AlteredName(place, right)


def _possessive(given: str, family: str, document: Document) -> Iterator[AlteredName]:
    """Where a family name in s is taken for a possessive: “Rowland’s said”."""
    shorter = family[:-1]
    if not given_name(given) or _count(shorter, document) != 1 or is_nobody(shorter):
        return
    for mark in "’'":
        for place in _places(f"{shorter}{mark}s", document):
            text = document.texts[place.block]
            before = pattern(NO_SUBJECT).search(text, max(place.at.start - 12, 0), place.at.start)
            if not before and pattern(rf"\s(?:{SAYING}|had|was|is|will|would)\b").match(
                document.texts[place.block], place.at.end
            ):
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
            begins = match[0][0].isupper()
            yield AlteredName(
                Place(number, Range(*match.span())), family[0].upper() + family[1:] if begins else family
            )


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
                surely = _count(whole, document) or (known and beginning in ALWAYS_JOINED)
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


def _places(words: str, document: Document) -> Iterator[Place]:
    for number in document.encoded_text.containing(words):
        for at in find_whole(words, document.texts[number]):
            yield Place(number, Range(at.start, at.end))


def _count(words: str, document: Document) -> int:
    return count_whole(words, document.texts) if words.encode() in document.encoded_text.data else 0
