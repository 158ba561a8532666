from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    Protected,
    Related,
    Rule,
    Safety,
    any_of,
    pattern,
)
from newslint.text.quotations.marks import PARTNERS, with_last_word, with_next_word
from newslint.text.quotations.narrator import VERBS as SAYING
from newslint.text.quotations.quotations import Quotation

RUN_TOGETHER = 300
"""Code points; a longer block may be several paragraphs that lost their breaks."""

CLOSES_LATER = rf"[^\"]*[,.!?]\s?\"\s?(?:\p{{Lu}}[\p{{L}}’'.-]*\s){{1,4}}(?:{any_of(SAYING)}|\p{{Ll}}+ed)\b"
"""A straight mark on the wrong side of its space, which closes the speech: `…, "Tamm said`."""
CLOSED_BEFORE = r"[,.!?]\s['‘]\p{Ll}"
"""A single mark on the wrong side of its space: `'Be brave, 'so I was.`"""


class UnclosedQuote(Rule):
    """A quotation opens and never closes.

    ## What it does
    Adds the closing mark where the speech ends: before the narrator names the speaker, before the mark that
    closes the quotation around it, or at the end of the paragraph. A quotation of several paragraphs that
    reopens in each and closes in the last passes, even where the paragraphs were merged. Single marks count
    inside double ones, and everywhere in an article that quotes in single marks.

    ## Why it matters
    Engines that translate sentence by sentence lose the mark of the last sentence of a speech.

    ## Fix safety
    Safe where whole sentences are quoted and each reads as speech: up to “he said”, or to the end of the
    paragraph. Otherwise unsafe, as where a later mark may be the lost one on the wrong side of a space
    (`It ended in May, "Tamm said`).
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.QUOTED})
    cases = (
        Case(
            "The minister added: ⟦“The⟧ talks were frank. It was tense and it was long.\n\nHe left.",
            fixed="The minister added: “The talks were frank. It was tense and it was long.”\n\nHe left.",
        ),
        Case(
            "“The bridge is shut,” she said. ⟦“We⟧ hope to open it in May.",
            fixed="“The bridge is shut,” she said. “We hope to open it in May.”",
        ),
        Case(
            '"The bridge is shut," she said. ⟦"We⟧ hope to open it in May.',
            fixed='"The bridge is shut," she said. "We hope to open it in May."',
        ),
        Case(
            "⟦“The⟧ harvest failed again, the farmer said. “Nobody came to help.”",
            fixed="“The harvest failed again,” the farmer said. “Nobody came to help.”",
        ),
        Case(
            "⟦“Nobody⟧ came to help us last year.\n\nThe farmer sold two fields.",
            fixed="“Nobody came to help us last year.”\n\nThe farmer sold two fields.",
        ),
        Case(
            "The ferry never came. ⟦‘We⟧ slept on the quay, said Ann Holm. ‘It was cold.’",
            fixed="The ferry never came. ‘We slept on the quay,’ said Ann Holm. ‘It was cold.’",
        ),
        Case(
            "It rained in the whole town. ‘Help’ came late.\n\n⟦‘We⟧ slept on the quay, said Ann Holm.",
            fixed="It rained in the whole town. ‘Help’ came late.\n\n‘We slept on the quay,’ said Ann Holm.",
        ),
        Case(
            "“He told me, ⟦‘The⟧ ferry never came,” she said.",
            fixed="“He told me, ‘The ferry never came,’” she said.",
        ),
        Case(
            "⟦“The⟧ yard closed. In May, the mayor said, it burned.",
            fixed="“The yard closed. In May,” the mayor said, it burned.",
            safety=Safety.UNSAFE,
        ),
        Case("The mayor called the plan ⟦“reckless⟧ and left the hall before the vote."),
        Case("“We waited for hours,” she said.\n\n“Nobody came.\n\n“Then the lights went out.”"),
        Case(
            "She said: “We waited for hours.\n\n⟦“Nobody⟧ came to tell us why.\n\nThe inquiry goes on.",
            fixed="She said: “We waited for hours.\n\n“Nobody came to tell us why.”\n\nThe inquiry goes on.",
        ),
        Case("The States’ lawyers met in the ’90s. ‘Tis how it was, they say, for the 6'2\" boxer."),
        Case("The letter read: “All staff must leave.\n\nThe doors will be locked at noon.”"),
        Case(
            "“I told him: ‘You can’t do that,’” Tamm said.\n\n“He told me: ‘I can do it. I will do it.\n\n"
            "“‘And you will not stop me.’ That was the end of it.\n\n“So I left.”"
        ),
        Case(
            "⟦“Should⟧ we go ahead with the ferry? he asked the council.\n\n“Yes,” said Holm.",
            fixed="“Should we go ahead with the ferry?” he asked the council.\n\n“Yes,” said Holm.",
        ),
        Case(
            '⟦"We⟧ waited, the city office said nothing, "Tamm commented. He left," Holm said.',
            fixed='"We waited," the city office said nothing, "Tamm commented. He left," Holm said.',
            safety=Safety.UNSAFE,
        ),
        Case("“Tamm told me, ⟦'Be⟧ brave, 'so I was glad,” she said."),
        Case('He paid for a 12" pizza and called it “huge”.'),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for quotation in document.quotes.unclosed_quotations:
            block = document.blocks[quotation.last_opening.block]
            yield block, _finding(block, quotation)


def _finding(block: Block, quotation: Quotation) -> Finding:
    mark = quotation.last_opening.at
    at = with_next_word(block.text, mark)
    partner = PARTNERS.get(mark.of(block.text))
    if quotation.closes_at is None or partner is None:
        again = block.text.find(mark.of(block.text), mark.end)
        if again >= 0 and len(block.text) > RUN_TOGETHER:
            return Finding(at, "quotation not closed before the next begins: is a paragraph break missing?")
        return Finding(at, "quotation never closed: add the closing mark where it ends")
    end = quotation.closes_at
    if pattern(CLOSED_BEFORE).search(block.text, mark.end, end.at.start):
        return Finding(at, "quotation never closed: is its closing mark on the wrong side of a space?")
    last = with_last_word(block.text, end.at).of(block.text)
    return Finding(
        at,
        f"quotation never closed: add the closing mark after “{last}”",
        changes=(Change(end.at, partner),),
        related=(Related(end, "add the closing mark here"),),
        safety=None
        if quotation.sure and not pattern(CLOSES_LATER).match(block.text, end.at.start)
        else Safety.UNSAFE,
    )
