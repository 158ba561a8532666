from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from newslint.lexicon.classes import column, words_of
from newslint.rules import Block, Case, Change, Document, Finding, Place, Range, Related, Rule, any_of
from newslint.text.speakers.attribution import Attribution, attributions
from newslint.text.speakers.quotation_speakers import SpeakerEvidence, Speech

SPEAKERS = frozenset(
    {
        *("official", "spokesman", "spokeswoman", "spokesperson", "aide", "diplomat", "adviser", "advisor"),
        "source",
    }
)
"""Nouns for unnamed speakers in news."""

UNLIKELY_NOUNS = frozenset(
    {
        *("boss", "captain", "chairman", "chief", "coach", "formal", "functionary", "helper", "interlocutor"),
        *("leader", "manager", "mouthpiece", "officeholder", "respectable", "responsible", "servant"),
        "supervisor",
    }
)
"""Substitutes of engines and spinners; no news article introduces a speaker like this."""

NEAR = 2
"""Paragraphs before the attribution in which the real speaker may appear."""


class AttributionNoun(Rule):
    """An unnamed speaker turns into somebody the article never mentions.

    ## What it does
    Flags a noun for a role (“manager”, “functionary”, “banker”) that opens its sentence, occurs once in the
    article and speaks, as in “The manager added” after “the official said”. The fix writes the noun of the
    last speaker, if that speaker is unnamed and at most two paragraphs back. If a named person spoke last, or
    has spoken since, all candidates are offered. Nouns that may describe a named person (“the senator”) pass.

    ## Why it matters
    French “responsable”, or a list of synonyms, turns the official into a manager. Readers then look
    for a second source that does not exist.

    ## Fix safety
    Unsafe: a second speaker may really have been cut from the article.

    ## Options
    `nouns`: the nouns to question.
    """

    nouns: frozenset[str] = UNLIKELY_NOUNS | column("roles", 0) - SPEAKERS - words_of("roles_of_the_named")

    cases = (
        Case(
            "“Prices will fall,” a treasury official said.\n\nThe ⟦manager⟧ added: “Not at once.”",
            fixed="“Prices will fall,” a treasury official said.\n\nThe official added: “Not at once.”",
        ),
        Case(
            "“We are ready,” said a NATO diplomat, who asked not to be named. The ⟦interlocutor⟧ said more.",
            fixed="“We are ready,” said a NATO diplomat, who asked not to be named. The diplomat said more.",
        ),
        Case(
            "The senior Finnish spokeswoman also warned of delays.\n\nIt rained.\n\n"
            "The ⟦functionary⟧ then noted that roads were shut.",
            fixed="The senior Finnish spokeswoman also warned of delays.\n\nIt rained.\n\n"
            "The spokeswoman then noted that roads were shut.",
        ),
        Case(
            "“Prices will fall,” a treasury official said.\n\n“They will not,” said banker Astrid Holm.\n\n"
            "⟦The manager⟧ added: “Not at once.”"
        ),
        Case("“They will not,” said banker Astrid Holm.\n\n⟦The functionary⟧ added: “Not at once.”"),
        Case(
            "“Prices will fall,” a treasury official said.\n\nThe ⟦banker⟧ added: “Not at once.”",
            fixed="“Prices will fall,” a treasury official said.\n\nThe official added: “Not at once.”",
        ),
        Case("“They will not,” said Senator Astrid Holm.\n\nThe lawmaker added: “Not at once.”"),
        Case("“They will not,” said bank manager Astrid Holm.\n\nThe manager added: “Not at once.”"),
        Case("Astrid Holm left the bank.\n\nIt rained.\n\nThe boss added: “Not at once.”"),
        Case("The club’s manager met an official. The official said no. The manager added: “Pity.”"),
        Case("“No,” an official said.\n\nThe spokesman added nothing."),
        Case("“No,” an official said.\n\nIt rained.\n\nIt poured.\n\nIt froze.\n\nThe manager added a coat."),
        Case("“No,” the striker said. The manager added: “Not today.”"),
        Case("“No,” an official said. The bank manager added: “Not today.”"),
    )

    @cached_property
    def trace(self) -> str:
        return rf"\bThe\s+(?:{any_of(self.nouns)})\s"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        """Yield unlikely speakers; other attributions are read only if there is one."""
        said = attributions([block.text for block in candidates])
        if any(self._is_unlikely(one, document) for one in said):
            yield from self._all(document)

    def _all(self, document: Document) -> Iterator[tuple[Block, Finding]]:
        earlier: Attribution | None = None
        for said in attributions(document.texts):
            if said.noun in SPEAKERS:
                earlier = said
            elif self._is_unlikely(said, document) and not document.quotes.touches(
                said.place.block, said.place.at
            ):
                role = earlier if earlier and _near(earlier.place, said, document) else None
                finding = _finding(said, role, _named_speeches(said, role, document))
                if finding:
                    yield document.blocks[said.place.block], finding

    def _is_unlikely(self, said: Attribution, document: Document) -> bool:
        return said.bare and said.noun in self.nouns and document.terms.count(said.noun) == 1


def _is_quoted(place: Place, document: Document) -> bool:
    return document.blocks[place.block].is_quoted(place.at)


def _near(earlier: Place, later: Attribution, document: Document) -> bool:
    between = document.texts[earlier.block + 1 : later.place.block + 1]
    return sum(1 for text in between if text) <= NEAR


def _named_speeches(said: Attribution, role: Attribution | None, document: Document) -> list[Speech]:
    """The last quotation of each named person since the last unnamed speaker."""
    last: dict[str, Speech] = {}
    for speech in document.speeches.attributed:
        place = speech.quotation.opening
        since = place < said.place and (role is None or role.place < place)
        if (
            speech.person
            and speech.known is SpeakerEvidence.STATED
            and since
            and _near(place, said, document)
        ):
            last[speech.person.family] = speech
    return list(last.values())


def _finding(said: Attribution, role: Attribution | None, named: list[Speech]) -> Finding | None:
    unknown = f"unknown speaker: the article mentions no {said.noun} before"
    spoken = [(role.place, f"the “{role.noun}” is quoted here")] if role else []
    spoken += [(speech.quotation.opening, f"{speech.speaker} is quoted here") for speech in named]
    related = tuple(Related(place, message) for place, message in spoken)
    if role and not named:
        message = f"{unknown}; the last speaker was the “{role.noun}”"
        return Finding(said.place.at, message, (Change(said.place.at, role.noun),), related=related)
    if not named:
        return None
    meant = [f"The {role.noun}"] if role else []
    meant += [speech.person.family for speech in named if speech.person]
    at = Range(said.place.at.start - len("The "), said.place.at.end)
    return Finding(at, f"{unknown}; choose the speaker", suggestions=tuple(meant), related=related)
