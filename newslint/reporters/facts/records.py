"""Facts of an article as records with offsets and lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from newslint.core.positions import Place, Span
from newslint.core.source import Lines, Source
from newslint.reporters.grades import judgment_record
from newslint.text.document import Document
from newslint.text.evidence.evidence import LEAST
from newslint.text.evidence.sign import Sign
from newslint.text.names.people import Person
from newslint.text.speakers.attribution_clauses import Clause
from newslint.text.speakers.quotation_speakers import Speech

VERSION = 1

Record = dict[str, object]


class FactsRecorder(Struct, frozen=True):
    """Collects the facts of an article."""

    document: Document
    lines: Lines

    def record(self) -> Record:
        """All facts, as documented in docs/reports.md."""
        document = self.document
        return {
            "evidence": self._evidence(),
            "people": [self._person(person) for person in document.people.persons],
            "families": [{"family": kin.family, "given": list(kin.given)} for kin in document.families],
            "unintroduced": [
                {"name": name, "mentions": self._places(places)}
                for name, places in document.unintroduced_names.items()
            ],
            "organisations": [
                {"name": body.name, "initials": body.initials, "mentions": self._places(body.places)}
                for body in document.organisations
            ],
            "speeches": [self._speech(speech) for speech in document.speeches.attributed],
            "phrases": [
                {**self._place(quotation.inner[0]), "quote": self._quote(quotation.inner)}
                for quotation in document.speeches.phrases
            ],
            "terms": [self._term(lemma) for lemma in document.terms.key_terms()],
            "frames": [
                {"frame": frame, "words": [{**self._place(w.place), "word": w.text} for w in words]}
                for frame, words in document.terms.slot_contexts.items()
            ],
        }

    def _evidence(self) -> Record:
        evidence = self.document.evidence
        return {
            "verdicts": [judgment_record(judgment) for judgment in evidence.judgments],
            "profiles": [
                {
                    "verdict": str(profile.verdict),
                    "score": round(profile.score, 2),
                    "least": LEAST[profile.verdict],
                    "language": profile.language,
                    "signs": [self._sign(sign) for sign in profile.strongest],
                }
                for profile in evidence.profiles
                if profile.signs
            ],
        }

    def _sign(self, sign: Sign) -> Record:
        return {
            "sign": sign.name,
            "weight": round(sign.weight, 2),
            "mentions": self._places(sign.places),
        }

    def _person(self, person: Person) -> Record:
        return {
            "name": person.name,
            "given": person.given,
            "family": person.family,
            "family_first": person.family_first,
            "nationality": person.nationality,
            "titles": [title.words for title in person.titles],
            "gender": str(person.gender),
            "mentions": [
                {**self._place(m.place), "name": m.name, "form": str(m.form)} for m in person.mentions
            ],
        }

    def _speech(self, speech: Speech) -> Record:
        clause, place = speech.clause, speech.place
        return {
            **self._place(speech.quotation.inner[0]),
            "quote": self._quote(speech.quotation.inner),
            "speaker": speech.speaker or None,
            "introduced": speech.person is not None,
            "known": str(speech.known),
            "by": self._clause(clause, place) if clause and place else None,
            "antecedent": self._place(speech.antecedent) if speech.antecedent else None,
            "new_role": speech.is_new_role,
        }

    def _clause(self, clause: Clause, place: Place) -> Record:
        details = {"words": clause.words, "verb": clause.verb, "naming": str(clause.naming)}
        return {**self._place(place), **details}

    def _term(self, lemma: str) -> Record:
        words = self.document.terms.of(lemma)
        return {"lemma": lemma, "mentions": self._places(word.place for word in words)}

    def _quote(self, inner: Iterable[Place]) -> str:
        return "\n".join(self.document.read(place) for place in inner)

    def _places(self, places: Iterable[Place]) -> list[Record]:
        return [self._place(place) for place in places]

    def _place(self, place: Place) -> Record:
        span: Span = self.document.blocks[place.block].span(place.at)
        line, column = self.lines.position(span.start)
        return {"start": span.start, "end": span.end, "line": line, "column": column}


def records(source: Source, documents: Iterable[Document]) -> Iterator[Mapping[str, object]]:
    """Yield the facts of each article of a file."""
    lines = Lines(source.text, source.first_line)
    for document in documents:
        yield FactsRecorder(document, lines).record()
        document.release()
