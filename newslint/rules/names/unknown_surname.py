from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.lexicon.first_named import FIRST_NAMED
from newslint.lexicon.given_names import given_name
from newslint.lexicon.leaders import LEADERS
from newslint.rules import Block, Case, Document, Finding, Rule
from newslint.text.quotations.narrator import SAYING

KNOWN = frozenset().union(*LEADERS.values()) | FIRST_NAMED


class UnknownSurname(Rule):
    """A bare family name speaks without an introduction: “Holm said”.

    ## What it does
    Flags the first occurrence of a lone name that speaks and that the article never introduces. Names
    with a title, leaders whom everybody knows (`lexicon/leaders.py`), countries, capitals and
    organisations pass. Off by default: newspapers leave many names unexplained, and short items
    introduce nobody.

    ## Why it matters
    Scrapers lose the paragraph that introduced a person, and engines turn one name into another.

    ## Fix safety
    No fix: the introduction is missing, not wrong.

    ## Options
    `known`: names that need no introduction.
    """

    known: frozenset[str] = frozenset()
    """Names that need no introduction."""

    default = False
    cases = (
        Case("The mayor came late. In the hall ⟦Holmgren⟧ said no.\n\nLater Holmgren added: “Never.”"),
        Case("“Prices will fall,” ⟦Holmgren⟧ said."),
        Case("“Prices will fall,” Holmgren said.", options={"known": ["Holmgren"]}),
        Case("“Prices will fall,” Astrid Holmgren said. “All of them,” Holmgren said."),
        Case("“Prices will fall,” Mr. Holmgren said, and Moscow said so too, as Biden said."),
        Case("In the end Astrid said no."),
    )

    @property
    def trace(self) -> str:
        return rf"\b(?:{SAYING})\b"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for name, places in document.unintroduced_names.items():
            famous = name in KNOWN | self.known | document.people.titled_names or given_name(name)
            if not famous and not document.blocks[places[0].block].is_quoted(places[0].at):
                message = f"{name} is never introduced: give the full name and role"
                yield document.blocks[places[0].block], Finding(places[0].at, message)
