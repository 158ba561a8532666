"""Who speaks each quotation of an article.

Public ground for authors of rules: `document.speeches` holds every quotation with its attribution and its
speaker, as far as the article shows them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import takewhile

from newslint.core.patterns import pattern
from newslint.core.positions import Place, Range
from newslint.lexicon.given_names import Gender
from newslint.text.names.capitals import Title
from newslint.text.names.people import People, Person
from newslint.text.quotations.quotations import Quotation, Quotes
from newslint.text.sentences import split_sentences
from newslint.text.speakers.attribution_clauses import Clause, Naming, clause_after, clause_before

FEWEST_WORDS = 5
"""A shorter quotation without an attribution is a mere phrase in quotation marks."""
FAR = 3
"""How many paragraphs back a pronoun may mean somebody."""
HEAD = 60
"""How far into a sentence its subject may begin."""
GENDERS = {"he": Gender.MEN, "she": Gender.WOMEN}


class Known(StrEnum):
    """How it is known who speaks."""

    TOLD = "told"
    """The sentence says so."""
    SAME = "same"
    """The sentence does not say so; the quotation goes on with one before it."""
    NEAR = "near"
    """Nothing says so but that somebody is named before it in the paragraph: likely, not certain."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation and its speaker.

    `clause` is the attribution, in the block `block`. `person` is the speaker if the article introduces them;
    `speaker` is their name, else the name or the role as the article first gave it, else empty. `antecedent`
    is the earlier mention of whom a role, a pronoun or a surname refers to. A definite role is `unheard` when
    the article has not mentioned one before.
    """

    quotation: Quotation
    known: Known = Known.UNKNOWN
    clause: Clause | None = None
    block: int = 0
    speaker: str = ""
    person: Person | None = None
    antecedent: Place | None = None
    unheard: bool = False

    @property
    def place(self) -> Place | None:
        """The position of the words that name the speaker."""
        return Place(self.block, self.clause.at) if self.clause else None


@dataclass(frozen=True)
class Speeches:
    """All quotations with a speaker, and mere phrases in quotation marks."""

    said: tuple[Speech, ...] = ()
    phrases: tuple[Quotation, ...] = ()

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who speaks, in the order of their first words."""
        return tuple(dict.fromkeys(speech.speaker for speech in self.said if speech.speaker))


def hear(texts: Sequence[str], quotes: Quotes, people: People) -> Speeches:
    """Find out who speaks each quotation of an article."""
    return _Hearing(texts, people).speeches([q for q in quotes.quotations if not q.depth and q.inner])


@dataclass(frozen=True, slots=True)
class _Meant:
    """Who some words refer to, and their earlier mention."""

    speaker: str
    person: Person | None = None
    antecedent: Place | None = None
    unheard: bool = False


class _Hearing:
    """Goes through the quotations in order and remembers who spoke."""

    def __init__(self, texts: Sequence[str], people: People) -> None:
        self.texts, self.people = texts, people
        self.said: list[Speech] = []
        self.blocks = [block for block, text in enumerate(texts) if text]
        self.order = {block: order for order, block in enumerate(self.blocks)}
        self.known: dict[str, Place | None] = {}
        self.mentions = sorted((m.place, n) for n, p in enumerate(people.persons) for m in p.mentions)

    def speeches(self, quotations: Sequence[Quotation]) -> Speeches:
        """Those that somebody says, and the others."""
        phrases: list[Quotation] = []
        for quotation in quotations:
            clause, block = self._clause(quotation)
            if clause:
                meant = self._meant(clause, block)
                told = (meant.speaker, meant.person, meant.antecedent, meant.unheard)
                self.said.append(Speech(quotation, Known.TOLD, clause, block, *told))
            elif self._is_speech(quotation):
                self.said.append(self._untold(quotation))
            else:
                phrases.append(quotation)
        return Speeches(tuple(self.said), tuple(phrases))

    def _clause(self, quotation: Quotation) -> tuple[Clause | None, int]:
        """The attribution after the quotation, or else before it."""
        last = quotation.closing or quotation.closes_at
        if last and (found := clause_after(self.texts[last.block], last.at.end)):
            return found, last.block
        block, start = quotation.opening.block, quotation.opening.at.start
        return clause_before(self.texts[block], self._sentence(block, start), start), block

    def _sentence(self, block: int, offset: int) -> int:
        """The beginning of the sentence at, or right before, an offset."""
        starts = [s.start for s in split_sentences(self.texts[block]) if s.start <= offset]
        return starts[-1] if starts else 0

    def _is_speech(self, quotation: Quotation) -> bool:
        """Whether what is quoted is a sentence, and no mere phrase."""
        first = quotation.inner[0]
        words = first.at.of(self.texts[first.block]).split()
        return len(quotation.inner) > 1 or (len(words) >= FEWEST_WORDS and words[0][:1].isupper())

    def _untold(self, quotation: Quotation) -> Speech:
        """A quotation of somebody whom its sentence does not name."""
        block = quotation.opening.block
        before = self.texts[block][: quotation.opening.at.start]
        last = self.said[-1] if self.said else None
        ended = (last.quotation.inner[-1].block if last else -1, last.block if last else -1)
        if last and block in ended:
            return _same(quotation, last)
        named = self._subject(block, len(before))
        if named:
            person, place = named
            return Speech(quotation, Known.NEAR, speaker=person.name, person=person, antecedent=place)
        if last and not before.strip() and self._follows(block, max(ended)):
            return _same(quotation, last)
        return Speech(quotation)

    def _follows(self, block: int, earlier: int) -> bool:
        return not any(self.texts[earlier + 1 : block])

    def _subject(self, block: int, end: int) -> tuple[Person, Place] | None:
        """The first person of the last sentence that names one."""
        starts = [s.start for s in split_sentences(self.texts[block]) if s.start < end]
        for start in reversed(starts):
            named = self._between(block, start, min(start + HEAD, end))
            if named:
                return named[0]
        return None

    def _between(self, block: int, start: int, end: int) -> list[tuple[Person, Place]]:
        """The mentions that begin in a part of a paragraph."""
        first = bisect_left(self.mentions, (Place(block, Range(start, start)), 0))
        last = bisect_left(self.mentions, (Place(block, Range(end, end)), 0))
        return [(self.people.persons[number], place) for place, number in self.mentions[first:last]]

    def _meant(self, clause: Clause, block: int) -> _Meant:
        if clause.naming is Naming.PRONOUN:
            return self._by_pronoun(clause, block)
        if clause.naming is Naming.ROLE:
            return self._by_role(clause, block)
        return self._by_name(clause, block)

    def _by_name(self, clause: Clause, block: int) -> _Meant:
        """The person whose mention the words hold, else the bare name."""
        for person, place in self._between(block, clause.at.start, clause.at.end):
            first = person.introduction.place
            return _Meant(person.name, person, first if first < place else None)
        here = Place(block, clause.at)
        told = self.known.setdefault(clause.words, here)
        return _Meant(clause.words, antecedent=told if told != here else None)

    def _by_pronoun(self, clause: Clause, block: int) -> _Meant:
        """A recent speaker or person who may be a “he” or “she”."""
        gender = GENDERS.get(clause.words.lower())
        if gender is None:
            return _Meant("")
        near = [(place, person) for person, place in self._firsts(block, clause.at.start)]
        lately = takewhile(lambda speech: self._near(speech.block, block), reversed(self.said))
        near += [
            (speech.place or speech.quotation.opening, speech.person)
            for speech in lately
            if speech.person and speech.known is not Known.UNKNOWN
        ]
        for place, person in sorted(near, key=lambda one: one[0], reverse=True):
            if person.gender in (gender, Gender.EITHER):
                return _Meant(person.name, person, place)
        last = self.said[-1] if self.said else None
        if last and last.person is None and last.speaker and self._near(last.block, block):
            return _Meant(last.speaker, None, last.place or last.antecedent)
        return _Meant("")

    def _near(self, earlier: int, block: int) -> bool:
        return 0 <= self.order[block] - self.order[earlier] <= FAR

    def _firsts(self, block: int, end: int) -> list[tuple[Person, Place]]:
        """The first person of each recent sentence before an offset."""
        found: list[tuple[Person, Place]] = []
        here = self.order[block]
        for number in self.blocks[max(here - FAR, 0) : here + 1]:
            limit = end if number == block else len(self.texts[number])
            for sentence in split_sentences(self.texts[number]):
                if sentence.start < limit:
                    found += self._between(number, sentence.start, min(sentence.end, limit))[:1]
        return found

    def _by_role(self, clause: Clause, block: int) -> _Meant:
        """The earlier mention of the same noun.

        “A” and “another” mean somebody new.
        """
        noun, here = clause.noun, Place(block, clause.at)
        if not clause.definite:
            return _Meant(clause.words)
        for speech in reversed(self.said):
            if speech.clause and speech.clause.noun == noun:
                return _Meant(speech.speaker, speech.person, speech.place)
        for person in self.people.persons:
            worn = [m for m in person.mentions if m.place < here and _wears(m.title, noun)]
            if worn:
                return _Meant(person.name, person, worn[0].place)
        before = self._word_before(noun, here)
        capitals = any(word[:1].isupper() for word in clause.words.split()[1:])
        return _Meant(clause.words, antecedent=before, unheard=before is None and not capitals)

    def _word_before(self, noun: str, here: Place) -> Place | None:
        """The first mention of a noun before a place."""
        stem = pattern(r"(?:men|man|s)\Z").sub("", noun)
        if f"the {stem}" not in self.known:
            self.known[f"the {stem}"] = self._first(stem)
        first = self.known[f"the {stem}"]
        return first if first and first < here and not _within(first, here) else None

    def _first(self, stem: str) -> Place | None:
        """The first mention of the beginning of a word."""
        for block in self.blocks:
            at = self.texts[block].lower().find(stem)
            if at >= 0:
                return Place(block, Range(at, at + len(stem)))
        return None


def _within(inner: Place, outer: Place) -> bool:
    return inner.block == outer.block and inner.at.start >= outer.at.start


def _wears(title: Title | None, noun: str) -> bool:
    """Whether a title ends in a noun: “the minister” of “Prime Minister”."""
    return title is not None and title.words.rpartition(" ")[2].lower() == noun


def _same(quotation: Quotation, last: Speech) -> Speech:
    """A quotation that goes on with the last one."""
    known = Known.SAME if last.known is not Known.UNKNOWN else Known.UNKNOWN
    place = last.place or last.antecedent
    return Speech(quotation, known, None, last.block, last.speaker, last.person, place)
