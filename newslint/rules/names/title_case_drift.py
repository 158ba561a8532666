from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from newslint.lexicon.titles import OFFICES
from newslint.rules import (
    PATTERN_SECONDS,
    Block,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Protected,
    Range,
    Related,
    Rule,
    Safety,
    any_of,
    pattern,
)
from newslint.text.names.capitals import in_capitals, nation_expression
from newslint.text.names.people import Mention

OFFICIAL = frozenset(OFFICES)
DESCRIPTIONS = frozenset({"premier", "senator", "governor"})
"""Offices that outlets also write as mere descriptions: "Irish premier Leo Varadkar"."""


@cache
def _expression() -> str:
    """A nationality and office in lower case before a capital."""
    offices = any_of(OFFICIAL - DESCRIPTIONS)
    return (
        rf"(?<!\b(?:former|then|late|ex|acting|future|new)[ -])(?P<the>\b[Tt]he\s)?+(?<![-\p{{L}}])"
        rf"{nation_expression()}\s(?P<office>{offices})\s(?=\p{{Lu}})"
    )


class TitleCaseDrift(Rule):
    """One title before a name is in lower case, the others capitalised.

    ## What it does
    Flags “the Turkish president Recep Tayyip Erdogan” beside “French President Emmanuel Macron”,
    capitalises the title and drops “the”. Only a single such title is drift; outlets that write
    “president” in lower case do so throughout. “The US president shook hands”, “the Turkish president,
    Recep …” and “former president” pass.

    ## Why it matters
    Word-for-word translation keeps the lower case, and often the article, of its source (“le président
    turc”).

    ## Fix safety
    Unsafe: the writer may have wanted the description.

    ## Options
    `capitalised`: how many capitalised titles the article must have.

    ## References
    Study of machine-translated news, artefacts TN01 and TN02.
    """

    capitalised: int = 2
    """How many capitalised titles the article must have."""

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "Norwegian Prime Minister Jonas Gahr met Dutch Foreign Minister Kees Mulder and "
            "⟦the Finnish president⟧ Sauli Niinisto.",
            fixed="Norwegian Prime Minister Jonas Gahr met Dutch Foreign Minister Kees Mulder and "
            "Finnish President Sauli Niinisto.",
        ),
        Case(
            "Chancellor Olaf Scholz and President Emmanuel Lambert spoke.\n\n"
            "⟦The Polish prime minister⟧ Mateusz Nowak was late.",
            fixed="Chancellor Olaf Scholz and President Emmanuel Lambert spoke.\n\n"
            "Polish Prime Minister Mateusz Nowak was late.",
        ),
        Case(
            "Chancellor Olaf Scholz and President Emmanuel Lambert met ⟦Greek foreign minister⟧ Nikos Vass.",
            fixed="Chancellor Olaf Scholz and President Emmanuel Lambert met Greek Foreign Minister "
            "Nikos Vass.",
        ),
        Case("Chancellor Olaf Scholz met President Emmanuel Lambert; the US president shook hands."),
        Case("Chancellor Olaf Scholz met President Ann Holm and the Finnish president, Sauli Niinisto."),
        Case("Chancellor Olaf Scholz met the Finnish president Sauli Niinisto."),
        Case(
            "Chancellor Olaf Scholz met President Ann Holm, the Finnish president Sauli Niinisto and "
            "the Polish prime minister Mateusz Nowak."
        ),
        Case(
            "Chancellor Olaf Scholz met President Ann Holm, former president Paul Adams and "
            "the Finnish president Sauli Niinisto."
        ),
        Case("Chancellor Olaf Scholz met President Ann Holm. “The Finnish president Sauli Niinisto won.”"),
        Case("Chancellor Olaf Scholz met President Ann Holm and former Finnish president Sauli Niinisto."),
        Case("Chancellor Olaf Scholz met President Ann Holm and the actor Mateusz Nowak."),
    )

    @property
    def trace(self) -> str:
        return _expression()

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        found = [
            (block, match)
            for block in candidates
            if block.kind in self.kinds
            for match in pattern(_expression()).finditer(block.text, timeout=PATTERN_SECONDS)
        ]
        if len(found) != 1:
            return
        block, match = found[0]
        finding = self._judge(block, match)
        if finding and not block.is_quoted(finding.at):
            yield block, finding

    def _judge(self, block: Block, match: regex.Match[str]) -> Finding | None:
        titled = [m for p in block.document.people.persons for m in p.mentions if m.title]
        small = [m for m in titled if m.title and m.title.words in OFFICIAL]
        if [m.place for m in small if m.place.at.start != match.end() or m.place.block != block.index]:
            return None
        if not small:
            return None
        capitalised = [m for m in titled if _is_capitalised(m)]
        if len(capitalised) < self.capitalised:
            return None
        at = Range(match.start(), match.end("office"))
        office = match["office"]
        changes = [Change(Range(*match.span("office")), in_capitals(office))]
        if match["the"]:
            changes.insert(0, Change(Range(*match.span("the")), ""))
        other = capitalised[0]
        return Finding(
            at,
            f"title in lower case only here, “{office}”: use “{in_capitals(office)}”",
            tuple(changes),
            related=(Related(_with_title(other), "this title has capitals"),),
        )


def _is_capitalised(mention: Mention) -> bool:
    return bool(mention.title and mention.title.words.lower() in OFFICIAL and mention.title.formal)


def _with_title(mention: Mention) -> Place:
    """The place of a mention including its title."""
    start = mention.title.at.start if mention.title else mention.place.at.start
    return Place(mention.place.block, Range(start, mention.place.at.end))
