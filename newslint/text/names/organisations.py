"""The organisations of an article: parties, ministries, firms, with their initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from newslint.core.patterns import pattern
from newslint.core.positions import Place
from newslint.lexicon.nationalities import NATIONALITIES
from newslint.lexicon.not_names import ADJECTIVES, BODIES, BODIES_OF, CALENDAR
from newslint.text.names.capitals import CapitalRun, runs
from newslint.text.names.people import People

SMALL = frozenset({"of", "for", "on", "and", "the"})
SPELLED = r"\s\((?:the\s)?(?P<initials>\p{Lu}[\p{Lu}&]{1,7}s?)\)"
LINK = r"\s(?:of|for|on)\s(?:the\s)?"


class Organisation(Struct, frozen=True):
    """An organisation: its name, initials, and all its places."""

    name: str
    initials: str
    places: tuple[Place, ...]


def organisations(
    texts: Sequence[str], people: People, acronyms: Mapping[str, Sequence[Place]]
) -> tuple[Organisation, ...]:
    """The organisations of an article in the order of their first places.

    A name is an organisation if it ends in a word such as “Council” or goes on “of …” after one such as
    “Ministry”, or if its initials follow it in brackets.
    """
    named: dict[str, list[Place]] = defaultdict(list)
    spelled: dict[str, str] = {}
    taken = {mention.place for person in people.persons for mention in person.mentions}
    for block, text in enumerate(texts):
        for run in _join_over_of(text, runs(text)) if text else ():
            place = Place(block, run.at)
            initials = _initials(text, run)
            if place not in taken and (initials or _is_body(run)):
                named[run.text].append(place)
                if initials:
                    spelled[run.text] = initials
    for name, initials in spelled.items():
        named[name] += acronyms.get(initials, ())
    bare = {
        acronym: tuple(places)
        for acronym, places in acronyms.items()
        if acronym not in spelled.values() and (len(places) > 1 or _definite(texts, places[0]))
    }
    found = [Organisation(name, spelled.get(name, ""), tuple(sorted(at))) for name, at in named.items()]
    found += [Organisation(acronym, acronym, places) for acronym, places in bare.items()]
    return tuple(sorted(found, key=lambda body: body.places[0]))


def _join_over_of(text: str, found: Iterable[CapitalRun]) -> list[CapitalRun]:
    """The runs, with those in one that “of” links: “Ministry of Health”."""
    joined: list[CapitalRun] = []
    for run in found:
        link = joined and pattern(LINK).fullmatch(text, joined[-1].end, run.start)
        if link and joined[-1].words[-1] in BODIES_OF and run.words[0] not in CALENDAR:
            before = joined.pop()
            small = link[0].split()
            starts = [before.end + link[0].find(word) for word in small]
            joined.append(
                CapitalRun((*before.words, *small, *run.words), (*before.starts, *starts, *run.starts))
            )
        else:
            joined.append(run)
    return joined


def _is_body(run: CapitalRun) -> bool:
    last = run.words[-1] in BODIES - NATIONALITIES - ADJECTIVES
    return len(run.words) > 1 and (last or (run.words[0] in BODIES_OF and "of" in run.words))


def _definite(texts: Sequence[str], place: Place) -> bool:
    """Whether initials are used as an organisation: “the IMF”."""
    before = texts[place.block][max(place.at.start - 4, 0) : place.at.start]
    return before.lower() == "the "


def _initials(text: str, run: CapitalRun) -> str:
    """The initials in brackets after a name, if they are its own."""
    match = pattern(SPELLED).match(text, run.end)
    if not match or len(run.words) < 2:
        return ""
    letters = "".join(word[0] for word in run.words if word not in SMALL).upper()
    initials = match["initials"].removesuffix("s")
    return match["initials"] if letters.startswith(initials[:1]) and letters[-1:] in initials else ""
