from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from newslint.rule import Block, Case, Change, Document, Finding, Related, Rule, any_of
from newslint.text.attribution import Attribution, attributions

SPEAKERS = frozenset(
    {
        "official",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "aide",
        "diplomat",
        "adviser",
        "advisor",
        "source",
    }
)
"""Nouns by which news names a speaker without a name."""

STRANGERS = frozenset(
    {
        "boss",
        "captain",
        "chairman",
        "chief",
        "coach",
        "formal",
        "functionary",
        "helper",
        "interlocutor",
        "leader",
        "manager",
        "mouthpiece",
        "officeholder",
        "respectable",
        "responsible",
        "servant",
        "supervisor",
    }
)
"""What engines and spinners make of them; no news article introduces a speaker so."""


@dataclass(frozen=True, kw_only=True)
class AttributionNoun(Rule):
    """The speaker of a quotation changes into somebody whom the article does not know.

    “The official said” in one paragraph, “The manager added” in the next, and no manager anywhere
    else: French “responsable” or a list of synonyms turned the official into a manager. Flagged is
    only a strange noun from a short list that opens its sentence, stands once in the article, and
    follows a speaker without a name at most two paragraphs before. The fix says the earlier noun.

    Rates per million words: clean-curly 0.0, clean-straight 0.0, mt-documents 0.0.
    """

    strangers: frozenset[str] = STRANGERS

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
        Case("The club’s manager met an official. The official said no. The manager added: “Pity.”"),
        Case("“No,” an official said.\n\nThe spokesman added nothing."),
        Case("“No,” an official said.\n\nIt rained.\n\nIt poured.\n\nIt froze.\n\nThe manager added a coat."),
        Case("“No,” the striker said. The manager added: “Not today.”"),
        Case("“No,” an official said. The bank manager added: “Not today.”"),
    )

    @cached_property
    def trace(self) -> str:
        return rf"\bThe\s+(?:{any_of(self.strangers)})\s"

    def check_document(self, document: Document) -> Iterator[tuple[Block, Finding]]:
        earlier: Attribution | None = None
        for said in attributions(document.texts):
            if said.noun in SPEAKERS:
                earlier = said
            elif earlier and self._strange(said, document) and _near(earlier, said, document):
                yield document.blocks[said.place.block], _finding(said, earlier)

    def _strange(self, said: Attribution, document: Document) -> bool:
        return said.bare and said.noun in self.strangers and document.terms.count(said.noun) == 1


def _near(earlier: Attribution, later: Attribution, document: Document) -> bool:
    between = document.texts[earlier.place.block + 1 : later.place.block + 1]
    return sum(1 for text in between if text) <= 2


def _finding(said: Attribution, earlier: Attribution) -> Finding:
    return Finding(
        said.place.at,
        f"“the {said.noun}” {said.verb} this, but the article knows no {said.noun}; the last to speak was "
        f"the “{earlier.noun}”",
        (Change(said.place.at, earlier.noun),),
        related=(Related(earlier.place, f"the “{earlier.noun}” speaks here"),),
    )
