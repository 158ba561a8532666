"""The people of an article: full names, titles, later mentions.

Public API for rules: `document.people` holds everybody whom the article introduces by full name, in order,
each with all unambiguous later mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TypeVar

from msgspec import Struct

from newslint.core.patterns import REMEMBERED, pattern
from newslint.core.positions import Place
from newslint.lexicon.east_asian import FAMILIES, SYLLABLE
from newslint.lexicon.given_names import Gender, given_name
from newslint.lexicon.nationalities import NATIONALITIES
from newslint.lexicon.not_names import BODIES
from newslint.lexicon.titles import HEADS, MEN, MODIFIERS, WOMEN
from newslint.text.names.capitals import CapitalRun, Title, headline_cased, runs, titles

V = TypeVar("V")

SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
GLUED = r"(?<!^Fitz|^Mac)(?<=\p{Ll}{2})\p{Lu}"
"""A capital inside a word that glues two: "BidenDemocrats", but not "MacArthur"."""
MOST_WORDS = 5
"""The longest full name, including particles and initials."""


class NameForm(StrEnum):
    """How a mention names a person."""

    FULL = "full"
    FAMILY = "family"


class Mention(Struct, frozen=True):
    """A mention of a person: the name's place and its title."""

    place: Place
    name: str
    form: NameForm = NameForm.FULL
    title: Title | None = None


class Person(Struct, frozen=True):
    """Somebody introduced by full name; mentions come in order, the introduction first."""

    given: str
    family: str
    mentions: tuple[Mention, ...]
    family_first: bool = False

    @property
    def introduction(self) -> Mention:
        """The first naming in full."""
        return next(mention for mention in self.mentions if mention.form is NameForm.FULL)

    @property
    def name(self) -> str:
        """The full name as it was introduced."""
        return self.introduction.name

    @property
    def has_title(self) -> bool:
        """Whether any mention follows a capitalised title."""
        return any(mention.title and mention.title.formal for mention in self.mentions)

    @property
    def titles(self) -> tuple[Title, ...]:
        """The titles before the mentions, each wording once, in order."""
        worn: dict[str, Title] = {}
        for mention in self.mentions:
            if mention.title:
                worn.setdefault(mention.title.words.lower(), mention.title)
        return tuple(worn.values())

    @property
    def nationality(self) -> str:
        """What comes before the first title that has a nationality: "French", "US"."""
        return next((title.nationality for title in self.titles if title.nationality), "")

    @property
    def gender(self) -> Gender:
        """The gender that the titles, or else the given name, show."""
        worn = {word for m in self.mentions if m.title for word in m.title.words.split()}
        if bool(worn & MEN) != bool(worn & WOMEN):
            return Gender.MEN if worn & MEN else Gender.WOMEN
        known = given_name(self.given)
        return known.gender if known and not self.family_first else Gender.EITHER


class People(Struct, frozen=True, dict=True):
    """The people introduced by full name, and all runs of capitals."""

    persons: tuple[Person, ...] = ()
    runs: tuple[tuple[int, CapitalRun], ...] = ()
    """Every run of capitalised words with the index of its block; headlines are left out."""
    titled_names: frozenset[str] = frozenset()
    """Names alone after a capitalised title: "Biden" of "President Biden"."""

    def by_family(self, name: str) -> tuple[Person, ...]:
        """Those with a family name."""
        return self._by_family.get(name, ())

    def by_given(self, name: str) -> tuple[Person, ...]:
        """Those with a given name."""
        return self._by_given.get(name, ())

    def places_alone(self, word: str) -> tuple[Place, ...]:
        """Where a capitalised word occurs without another next to it."""
        return tuple(self._alone.get(word, ()))

    @cached_property
    def _by_family(self) -> dict[str, tuple[Person, ...]]:
        return _group((person.family, person) for person in self.persons)

    @cached_property
    def _by_given(self) -> dict[str, tuple[Person, ...]]:
        return _group((person.given, person) for person in self.persons)

    @cached_property
    def _alone(self) -> dict[str, tuple[Place, ...]]:
        return _group((run.words[0], Place(block, run.at)) for block, run in self.runs if len(run.words) == 1)


class _Name(Struct, frozen=True):
    """The possible name in a run, with its title and completeness."""

    whole: CapitalRun
    run: CapitalRun
    title: Title | None
    full: bool


def find_people(texts: Sequence[str]) -> People:
    """Read the people of an article off the texts of its blocks."""
    all_runs: list[tuple[int, CapitalRun]] = []
    full: dict[tuple[str, str], list[Mention]] = {}
    first: dict[tuple[str, str], bool] = {}
    short: list[tuple[Place, _Name]] = []
    for block, text in enumerate(texts):
        for name in _names(text) if text else ():
            all_runs.append((block, name.whole))
            place = Place(block, name.run.at)
            if name.full:
                given, family, family_first = _split_name(name.run.words)
                key = given if family_first else given.split()[0], family
                full.setdefault(key, []).append(Mention(place, name.run.text, NameForm.FULL, name.title))
                first[key] = family_first
            else:
                short.append((place, name))
    persons = _link_short_mentions(full, short, first)
    alone = frozenset(name.run.text for _, name in short if name.title and name.title.formal)
    return People(tuple(persons), tuple(all_runs), alone)


@lru_cache(REMEMBERED)
def _names(text: str) -> tuple[_Name, ...]:
    """The runs that may be names; none where capitals mean nothing."""
    if headline_cased(text):
        return ()
    found = titles(text)
    names = ((run, _name(run, found)) for run in runs(text))
    return tuple(
        _Name(run, name, title := found.get(name.start), _is_full(name, title)) for run, name in names
    )


def _name(run: CapitalRun, found: Mapping[int, Title]) -> CapitalRun:
    """The part of a run after a title or from given names."""
    starts = [n for n, start in enumerate(run.starts) if start in found]
    if starts:
        return _without_suffix(run.part(starts[-1]))
    for number, word in enumerate(run.words[:-1]):
        if given_name(word) or is_east_asian(run.words[number:]):
            return _without_suffix(run.part(number))
    return run


def _without_suffix(run: CapitalRun) -> CapitalRun:
    """A run without "Jr." and the like at its end."""
    end = len(run.words)
    while end > 1 and run.words[end - 1].rstrip(".") in SUFFIXES:
        end -= 1
    return run.part(0, end)


def _is_full(run: CapitalRun, title: Title | None) -> bool:
    words = run.words
    if not 2 <= len(words) <= MOST_WORDS or not words[-1][-1].isalpha():
        return False
    if any(word in BODIES or word in NATIONALITIES or word in HEADS or word in MODIFIERS for word in words):
        return False
    if any(len(word) > 1 and word.isupper() and "." not in word for word in words[1:]):
        return False
    if any(pattern(GLUED).search(word) for word in words):
        return False
    return bool(title) or given_name(words[0]) is not None or is_east_asian(words)


def is_east_asian(words: Sequence[str]) -> bool:
    """Whether words are a name in the East Asian order: Xi Jinping."""
    if words[0] not in FAMILIES or not 2 <= len(words) <= 3 or given_name(words[1]):
        return False
    hyphened = len(words) == 2 and bool(pattern(r"\p{Lu}\p{Ll}{1,5}-\p{L}\p{Ll}{1,5}").fullmatch(words[1]))
    syllables = len(words) == 2 and bool(pattern(rf"(?i){SYLLABLE}{SYLLABLE}?").fullmatch(words[1]))
    three = len(words) == 3 and all(len(word) <= 5 for word in words[1:])
    return hyphened or syllables or three


def _split_name(words: Sequence[str]) -> tuple[str, str, bool]:
    """The given and family parts of a full name, and their order."""
    if is_east_asian(words):
        return " ".join(words[1:]), words[0], True
    particles = [n for n, word in enumerate(words) if n and word[0].islower() and "-" not in word]
    cut = particles[0] if particles else len(words) - 1
    return " ".join(words[:cut]), " ".join(words[cut:]), False


def _link_short_mentions(
    full: dict[tuple[str, str], list[Mention]],
    short: list[tuple[Place, _Name]],
    first: dict[tuple[str, str], bool],
) -> Iterator[Person]:
    """Yield persons with all unambiguous mentions by family name."""
    bearers: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in full:
        for name in {key[1], key[1].removeprefix("al-")}:
            bearers[name].append(key)
    for place, short_name in short:
        if len(bearers.get(short_name.run.text, ())) == 1:
            key = bearers[short_name.run.text][0]
            full[key].append(Mention(place, short_name.run.text, NameForm.FAMILY, short_name.title))
    for (given, family), mentions in full.items():
        in_order = tuple(sorted(mentions, key=lambda m: m.place))
        yield Person(given, family, in_order, first[given, family])


def _group(pairs: Iterator[tuple[str, V]]) -> dict[str, tuple[V, ...]]:
    groups: dict[str, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
