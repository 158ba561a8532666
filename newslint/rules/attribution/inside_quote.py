from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import Block, Case, Change, Document, Finding, Protected, Range, Rule, Safety, pattern
from newslint.text.quotations.marks import to_close, to_open
from newslint.text.quotations.narrator import LATE_SPEAKER, SPEAKER
from newslint.text.quotations.quotations import Quotation
from newslint.text.quotations.speech_ends import begins_sentence, is_cut

SAID = r"(?:said|says|added)"
TIME = r"(?:(?:\son|\sin)?\s(?:\p{Lu}\p{Ll}+day|yesterday|today|later|then|afterwards?))?"
CONTINUES = r"(?:and|but|so|because|that|then|or|if|when|I|we|it|you|they|there|this)\b"
ASIDE = rf"(?:,\s(?!{CONTINUES})[^.!?“”\"‘]{{1,90}}?)??"
INSIDE = (
    rf"(?<=[\p{{L}}\p{{N}}’'][,?!])(?P<clause>(?P<said>\s(?:{SPEAKER}\s{SAID}|{SAID}\s{LATE_SPEAKER}))"
    rf"{ASIDE}{TIME})(?:(?P<stop>[.,]?)\Z|(?P<gap>,\s(?={CONTINUES})|\.\s(?=\p{{Lu}})))"
)
"""A narrator's clause, to the end of the quotation or to where it goes on."""
LED = rf"(?P<clause>{SPEAKER}\s{SAID}):\s(?=\p{{Lu}})"
"""A narrator's clause at the beginning of the quotation: “Ann Holm said: It is shut.”"""
GOES_ON = r"(?:\p{L}+\s){0,2}?(?:I|[Ww]e|[Mm]y|[Oo]ur)\b"
"""The speaker's own words."""


class InsideQuote(Rule):
    """An attribution is inside its quotation marks.

    ## What it does
    Puts the marks around a narrator's clause between the words of a quotation: “It is shut, said the mayor,
    and we wait.” Opens a quotation after “Ann Holm said:” rather than before it.

    ## Why it matters
    Engines lose the marks on both sides of “said the mayor”, so the speaker seems to quote themselves.

    ## Fix safety
    Safe where the speaker's own “I” or “we” follows. Otherwise unsafe: speech may report what others said.

    ## References
    Study of machine-translated news, artefact AT06.
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.QUOTED})
    cases = (
        Case(
            "“The road is shut for a week,⟦ said the mayor⟧.”",
            fixed="“The road is shut for a week,” said the mayor.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "“The road is shut for a week,⟦ the mayor said⟧, and I walk.” He laughed.",
            fixed="“The road is shut for a week,” the mayor said, “and I walk.” He laughed.",
        ),
        Case(
            "'The road is shut for a week,⟦ said Ann Holm⟧, a nurse. We walk.' He laughed. 'We swim.'",
            fixed="'The road is shut for a week,' said Ann Holm, a nurse. 'We walk.' He laughed. 'We swim.'",
        ),
        Case(
            "“They came without being asked,⟦ he said⟧.”",
            fixed="“They came without being asked,” he said.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "“⟦Ann Holm said⟧: We walk.” She laughed.",
            fixed="Ann Holm said: “We walk.” She laughed.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "On Monday “⟦the mayor said⟧: We walk.”",
            fixed="On Monday the mayor said: “We walk.”",
            safety=Safety.UNSAFE,
        ),
        Case("“The road is shut,” said the mayor. “It is,” she said."),
        Case("“Every time he sees me, he says, ‘Where is the road?’ and I walk,” the mayor said."),
        Case("The paper wrote: “The road is shut for a week, the mayor said, and cars turn back.”"),
    )

    @property
    def trace(self) -> str:
        return rf"[“‘\"'](?:[^“”\"]{{1,60}} ){SAID}: |[,?!] (?:[^“”\"]{{1,60}} )?{SAID}\b"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for block in candidates:
            for quotation in document.quotes.in_block(block.index):
                if quotation.closing and quotation.closing.block == block.index and not quotation.depth:
                    yield from ((block, finding) for finding in _findings(block, quotation))


def _findings(block: Block, quotation: Quotation) -> Iterator[Finding]:
    opening, inner = quotation.opening.at, quotation.inner[0].at
    led = pattern(LED).match(block.text, opening.end, inner.end)
    if led:
        yield _led_finding(block, opening, Range(*led.span("clause")), led.end())
        return
    said = pattern(rf"\b{SAID}\b").search(block.text, inner.start, inner.end)
    if not said or not quotation.closing or not begins_sentence(block.text, opening):
        return
    if any(text.rstrip().endswith(":") for text in block.document.texts[: block.index][-2:]):
        return
    match = pattern(INSIDE).search(block.text[: inner.end], inner.start)
    if not match or not is_cut(block.text, opening, match.start("clause")):
        return
    glyph = opening.of(block.text)
    start, end = Range(match.start(), match.start()), Range(match.end(), match.end())
    close = Change(start, to_close(glyph))
    if match["gap"]:
        changes = (close, Change(end, to_open(glyph)))
        sure = pattern(GOES_ON).match(block.text, match.end()) is not None
    else:
        stop = Range(match.end() - len(match["stop"]), quotation.closing.at.end)
        changes, sure = (close, Change(stop, ".")), False
    yield Finding(
        Range(match.start(), match.end("said")),
        "attribution inside the quotation: put quotation marks around it",
        changes,
        safety=None if sure else Safety.UNSAFE,
    )


def _led_finding(block: Block, opening: Range, clause: Range, start: int) -> Finding:
    """The finding for a quotation that opens before the narrator's clause."""
    return Finding(
        clause,
        "attribution inside the quotation: open it after the colon",
        (Change(opening, ""), Change(Range(start, start), opening.of(block.text))),
        safety=Safety.UNSAFE,
    )
