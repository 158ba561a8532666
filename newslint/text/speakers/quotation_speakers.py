"""Attributes the quotations of an article to speakers.

Public API for rules: `document.speeches` holds every quotation with its attribution and its speaker, as far
as they are known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from itertools import takewhile

from msgspec import Struct

from newslint.core.patterns import pattern
from newslint.core.positions import Place, Range
from newslint.lexicon.given_names import Gender
from newslint.text.names.capitals import Title
from newslint.text.names.people import People, Person
from newslint.text.quotations.quotations import Quotation, Quotes
from newslint.text.sentences import split_sentences
from newslint.text.speakers.attribution_clauses import Clause, Naming, clause_after, clause_before

FEWEST_WORDS = 5
"""A shorter quotation without an attribution is a quoted phrase."""
FAR = 3
"""Paragraphs before a pronoun that may hold its antecedent."""
HEAD = 60
"""Code points at the beginning of a sentence in which its subject may begin."""
GENDERS = {"he": Gender.MEN, "she": Gender.WOMEN}


class SpeakerEvidence(StrEnum):
    """The evidence for a speaker."""

    STATED = "stated"
    """The sentence names the speaker."""
    SAME = "same"
    """The quotation continues the previous one."""
    NEAR = "near"
    """Somebody is named before it in the paragraph: likely, but not certain."""
    UNKNOWN = "unknown"


class Speech(Struct, frozen=True):
    """A quotation and its speaker.

    `clause` is the attribution, in the block `block`. `person` is the speaker if the article introduces them;
    `speaker` is their name, else the name or role as first mentioned, else empty. `antecedent` is the earlier
    mention that a role, a pronoun or a surname refers to. `is_new_role` says that the attribution has a
    definite role that the article has not mentioned before.
    """

    quotation: Quotation
    known: SpeakerEvidence = SpeakerEvidence.UNKNOWN
    clause: Clause | None = None
    block: int = 0
    speaker: str = ""
    person: Person | None = None
    antecedent: Place | None = None
    is_new_role: bool = False

    @property
    def place(self) -> Place | None:
        """The position of the words that name the speaker."""
        return Place(self.block, self.clause.at) if self.clause else None


class Speeches(Struct, frozen=True, dict=True):
    """The quotations of an article: attributed ones, and mere phrases."""

    attributed: tuple[Speech, ...] = ()
    phrases: tuple[Quotation, ...] = ()

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """All speakers, in order of their first quotations."""
        return tuple(dict.fromkeys(speech.speaker for speech in self.attributed if speech.speaker))


def attribute_quotations(texts: Sequence[str], quotes: Quotes, people: People) -> Speeches:
    """Find the speaker of each quotation of an article."""
    return _SpeakerResolver(texts, people).speeches([q for q in quotes.quotations if not q.depth and q.inner])


class _Referent(Struct, frozen=True):
    """A person or role that words refer to, and the earlier mention."""

    speaker: str
    person: Person | None = None
    antecedent: Place | None = None
    is_new_role: bool = False


class _SpeakerResolver:
    """Attributes quotations in order, keeping track of speakers."""

    def __init__(self, texts: Sequence[str], people: People) -> None:
        self.texts, self.people = texts, people
        self.attributed: list[Speech] = []
        self.blocks = [block for block, text in enumerate(texts) if text]
        self.order = {block: order for order, block in enumerate(self.blocks)}
        self.known: dict[str, Place | None] = {}
        self.mentions = sorted((m.place, n) for n, p in enumerate(people.persons) for m in p.mentions)

    def speeches(self, quotations: Sequence[Quotation]) -> Speeches:
        """Attribute quotations, and set phrases apart."""
        phrases: list[Quotation] = []
        for quotation in quotations:
            clause, block = self._clause(quotation)
            if clause:
                referent = self._resolve(clause, block)
                fields = (referent.speaker, referent.person, referent.antecedent, referent.is_new_role)
                self.attributed.append(Speech(quotation, SpeakerEvidence.STATED, clause, block, *fields))
            elif self._is_speech(quotation):
                self.attributed.append(self._without_attribution(quotation))
            else:
                phrases.append(quotation)
        return Speeches(tuple(self.attributed), tuple(phrases))

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
        """Whether a sentence is quoted, not a mere phrase."""
        first = quotation.inner[0]
        words = first.at.of(self.texts[first.block]).split()
        return len(quotation.inner) > 1 or (len(words) >= FEWEST_WORDS and words[0][:1].isupper())

    def _without_attribution(self, quotation: Quotation) -> Speech:
        """A quotation whose speaker its sentence does not name."""
        block = quotation.opening.block
        before = self.texts[block][: quotation.opening.at.start]
        last = self.attributed[-1] if self.attributed else None
        ended = (last.quotation.inner[-1].block if last else -1, last.block if last else -1)
        if last and block in ended:
            return _continue_last(quotation, last)
        named = self._subject(block, len(before))
        if named:
            person, place = named
            return Speech(
                quotation, SpeakerEvidence.NEAR, speaker=person.name, person=person, antecedent=place
            )
        if last and not before.strip() and self._follows(block, max(ended)):
            return _continue_last(quotation, last)
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

    def _resolve(self, clause: Clause, block: int) -> _Referent:
        if clause.naming is Naming.PRONOUN:
            return self._by_pronoun(clause, block)
        if clause.naming is Naming.ROLE:
            return self._by_role(clause, block)
        return self._by_name(clause, block)

    def _by_name(self, clause: Clause, block: int) -> _Referent:
        """The person whose mention is in the clause, else the bare name."""
        for person, place in self._between(block, clause.at.start, clause.at.end):
            first = person.introduction.place
            return _Referent(person.name, person, first if first < place else None)
        here = Place(block, clause.at)
        told = self.known.setdefault(clause.words, here)
        return _Referent(clause.words, antecedent=told if told != here else None)

    def _by_pronoun(self, clause: Clause, block: int) -> _Referent:
        """A recent speaker or person that matches “he” or “she”."""
        gender = GENDERS.get(clause.words.lower())
        if gender is None:
            return _Referent("")
        near = [(place, person) for person, place in self._firsts(block, clause.at.start)]
        lately = takewhile(lambda speech: self._near(speech.block, block), reversed(self.attributed))
        near += [
            (speech.place or speech.quotation.opening, speech.person)
            for speech in lately
            if speech.person and speech.known is not SpeakerEvidence.UNKNOWN
        ]
        for place, person in sorted(near, key=lambda one: one[0], reverse=True):
            if person.gender in (gender, Gender.EITHER):
                return _Referent(person.name, person, place)
        last = self.attributed[-1] if self.attributed else None
        if last and last.person is None and last.speaker and self._near(last.block, block):
            return _Referent(last.speaker, None, last.place or last.antecedent)
        return _Referent("")

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

    def _by_role(self, clause: Clause, block: int) -> _Referent:
        """The earlier mention of the same noun.

        “A” and “another” introduce somebody new.
        """
        noun, here = clause.noun, Place(block, clause.at)
        if not clause.definite:
            return _Referent(clause.words)
        for speech in reversed(self.attributed):
            if speech.clause and speech.clause.noun == noun:
                return _Referent(speech.speaker, speech.person, speech.place)
        for person in self.people.persons:
            worn = [m for m in person.mentions if m.place < here and _title_ends_in(m.title, noun)]
            if worn:
                return _Referent(person.name, person, worn[0].place)
        before = self._word_before(noun, here)
        capitals = any(word[:1].isupper() for word in clause.words.split()[1:])
        return _Referent(clause.words, antecedent=before, is_new_role=before is None and not capitals)

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


def _title_ends_in(title: Title | None, noun: str) -> bool:
    """Whether a title ends in a noun: “the minister” of “Prime Minister”."""
    return title is not None and title.words.rpartition(" ")[2].lower() == noun


def _continue_last(quotation: Quotation, last: Speech) -> Speech:
    """A quotation that continues the last one."""
    known = SpeakerEvidence.SAME if last.known is not SpeakerEvidence.UNKNOWN else SpeakerEvidence.UNKNOWN
    place = last.place or last.antecedent
    return Speech(quotation, known, None, last.block, last.speaker, last.person, place)
