from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import Block, Case, Change, Document, Finding, Place, Range, Rule, Safety, pattern
from newslint.text.quotations.marks import PARTNERS, to_close, to_open, with_last_word, with_next_word

FAR = 200
"""Characters before a mark that are searched for its partner."""


class WrongFacingQuote(Rule):
    """A curly mark faces the wrong way for its place.

    ## What it does
    Turns a mark that opens a quotation but is shaped to close one, and the reverse. Its place and
    partner decide. Quotations that open with a low mark („so“) pass.

    ## Why it matters
    Engines choose the glyph before they know the word's place, and converters of straight marks look
    only at the space before them.

    ## Fix safety
    Safe: only the mark's direction changes.
    """

    safety = Safety.SAFE
    cases = (
        Case("“We start next ⟦month,“⟧ she said.", fixed="“We start next month,” she said."),
        Case("⟦”You⟧ may go,” the judge said.", fixed="“You may go,” the judge said."),
        Case("The so-called ⟦”reform⟧ ⟦plan“⟧ failed.", fixed="The so-called “reform plan” failed."),
        Case(
            "“It was ‘quite ⟦bad‘⟧ all day,” he said.",
            fixed="“It was ‘quite bad’ all day,” he said.",
        ),
        Case("The band called „Regen“ plays in Leeds."),
        Case("Rock ’n’ roll in the ’90s was ’bout more than money."),
        Case("“We go,” he said. “We stay.”"),
        Case("The sign said “ closed ” all week."),
        Case(
            "“Many left. And we ⟦never“⟧ cut off ⟦”the⟧ ferry because of it. We stay,” she said.",
            fixed="“Many left. And we never” cut off “the ferry because of it. We stay,” she said.",
            safety=Safety.UNSAFE,
        ),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for quotation in document.quotes.irregular:
            opening, closing = document.read(quotation.last_opening), quotation.closing
            if closing is None or PARTNERS.get(to_open(opening)) != to_close(document.read(closing)):
                continue
            safety = None if quotation.sure else Safety.UNSAFE
            for place in (quotation.opening, *quotation.resumed):
                yield from _turn(document, place, to_open(document.read(place)), "open", safety)
            right = to_close(document.read(closing))
            yield from _turn(document, closing, right, "close", safety)


def _turn(
    document: Document, place: Place, right: str, duty: str, safety: Safety | None
) -> Iterator[tuple[Block, Finding]]:
    """Yield the finding for a mark that faces the wrong way."""
    block, glyph = document.blocks[place.block], document.read(place)
    if glyph != right:
        message = f"quotation mark {glyph} faces the wrong way: use {right} to {duty} the quotation"
        around = with_next_word if duty == "open" else with_last_word
        if _changes_sides(block.text, place.at, duty):
            safety = Safety.UNSAFE
        yield block, Finding(around(block.text, place.at), message, (Change(place.at, right),), safety=safety)


def _changes_sides(text: str, mark: Range, duty: str) -> bool:
    """Whether a mark faces the right way with spaces on wrong sides."""
    if duty == "close":
        return bool(pattern(r"\s[^“”]+\s”\p{L}").match(text, mark.end))
    return bool(pattern(r"\p{L}“\s[^“”]+\s\Z").search(text, max(mark.start - FAR, 0), mark.start))
