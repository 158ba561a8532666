from __future__ import annotations

from collections.abc import Iterator

from newslint.lexicon.mistaken_names import mistaken_names
from newslint.rules import (
    PATTERN_SECONDS,
    Block,
    Case,
    Change,
    Finding,
    Protected,
    Range,
    Rule,
    Safety,
    any_of,
    pattern,
)
from newslint.text.names.known_runs import find_known

HEAD = (
    "Office|Ministry|Department|Agency|Authority|Commission|Committee|Council|Organi[sz]ation|Association|Party"
    "|Union|Bank|Fund|Court|Bureau|Service|Federation|Foundation|University|Institute"
)
TWICE = (
    rf"\b(?P<head>{HEAD})\s\(\p{{Lu}}[\p{{L}}.]+\)(?P<cut>\s(?P=head))\b(?!\s\p{{Lu}}|\sof\b)"
    rf"|\b(?P<cut>(?P<head>{HEAD})\sof\s(?:the\s)?)(?:\p{{Lu}}[\p{{L}}’'-]+\s){{1,3}}(?P=head)\b(?!\s\p{{Lu}}|\sof\b|[’'-]\p{{L}}{{2}})"
)
"""A body whose kind is said before its name and after it."""


class MistakenName(Rule):
    """A well-known name has a wrong word or order: “International Money Fund”.

    ## What it does
    Restores names of offices, bodies and newspapers in which one word was put for another (“Human
    Liberties Watch”), or whose words stand in the order of another language (“Times of New York”). A body
    that is named twice is named once (“Office of the Prime Minister’s Office”). Names that any clean
    article has pass, as do longer names that contain one.

    ## Why it matters
    Engines translate a name back word by word, and spinners take it for ordinary words.

    ## Fix safety
    Unsafe: there may be a body of that name somewhere.

    ## Options
    `accept`: names to let pass.
    """

    accept: frozenset[str] = frozenset()
    """Mistaken names that are real."""

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "A study by the ⟦International Money Fund⟧ was late.",
            fixed="A study by the International Monetary Fund was late.",
        ),
        Case("So said the ⟦Times of New York⟧.", fixed="So said the New York Times."),
        Case("The Human Liberties Watch left.", options={"accept": ["Human Liberties Watch"]}),
        Case(
            "The World Health ⟦Organization (WHO) Organization⟧ met ⟦Office of the Prime Minister’s Office⟧.",
            fixed="The World Health Organization (WHO) met Prime Minister’s Office.",
        ),
        Case(
            "The Bank of the Bank Street Traders and the Office of the Prime Minister, Office of Trade, left."
        ),
        Case(
            "The Times of London and the Times of Malta said so. The Greater Human Liberties Watch Fund left."
        ),
    )

    @property
    def trace(self) -> str:
        names = any_of(
            frozenset(mistaken_names())
        )  # without an edge: Hyperscan compiles mere words 50 times as fast
        return (
            rf"{names}|\b(?:{HEAD})\s\(\p{{Lu}}[\p{{L}}.]+\)\s(?:{HEAD})\b"
            rf"|\b(?:{HEAD})\sof\s(?:the\s)?(?:\p{{Lu}}[\p{{L}}’'-]+\s){{1,3}}(?:{HEAD})\b"
        )

    def check_block(self, block: Block) -> Iterator[Finding]:
        for match in pattern(TWICE).finditer(block.text, timeout=PATTERN_SECONDS):
            at, cut = Range(*match.span()), Range(*match.span("cut"))
            message = f"{match['head'].lower()} named twice: drop “{cut.of(block.text).strip()}”"
            yield Finding(at, message, (Change(cut, ""),))
        names = mistaken_names()
        for at in find_known(block.text, names):
            written = " ".join(at.of(block.text).split())
            if written in names and written not in self.accept and not _is_part(at, block.text):
                right = names[written]
                yield Finding(at, f"mistaken name, “{written}”: use “{right}”", (Change(at, right),))


def _is_part(at: Range, text: str) -> bool:
    """Whether the words belong to a longer name."""
    before = pattern(r"\p{Lu}[\p{L}’'-]*\s\Z").search(text, max(at.start - 30, 0), at.start)
    return bool(pattern(r"\s(?:of\s(?:the\s)?|and\s)?\p{Lu}").match(text, at.end)) or (
        before is not None and before[0].strip() not in {"The", "A", "An"}
    )
