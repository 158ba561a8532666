from __future__ import annotations

from collections.abc import Iterator

import regex

from newslint.lexicon.classes import words_of
from newslint.rules import Block, Case, Change, Finding, Protected, Range, Rule, Safety, any_of, pattern
from newslint.text.quotations.narrator import CLAUSE, LATE_SPEAKER, SAID
from newslint.text.quotations.outer_style import MarkStyle
from newslint.text.quotations.speech_ends import begins_sentence

DASH = "[–—-]"
AFTER_NAMED = rf"(?=[.,;]|\s*\Z|\s(?:{any_of(words_of('prepositions', 'relatives'))})\b)"
NAMED = rf"(?:(?:he|she|they)\s{SAID}|{SAID}\s(?!(?:he|she|they)\b){LATE_SPEAKER}){AFTER_NAMED}"
"""A narrator's clause that no list item ends in: “said the mayor”."""
SPEECH = (
    rf"\A(?P<dash>{DASH}\s?)(?P<speech>(?=\p{{Lu}})(?!\p{{Lu}}{{2}})[^\n“”\"–—]{{5,300}}?)"
    rf"(?:(?P<stop>[,?!])\s(?={NAMED})|(?P<stop>[,?!]?)(?P<second>\s{DASH}{{1,2}}\s)(?={CLAUSE}))"
)
"""A paragraph that begins with a dash, up to the narrator's clause."""
ATTRIBUTION = rf"(?P<stop>[,.!?]?)(?P<mark>[”’\"])(?P<gap>,?\s?{DASH}{{1,2}}\s?)(?={NAMED})"
"""A dash between a quotation and the narrator's clause."""


class DashSpeech(Rule):
    """Speech is set off by dashes: “– We wait, said the mayor.”.

    ## What it does
    Writes quotation marks around the words of a paragraph that begins with a dash, up to the narrator's
    clause, and a comma for the dash between a quotation and its speaker (“We wait” – said the mayor).
    Lists pass.

    ## Why it matters
    Scandinavian, Romance and Slavic papers introduce speech by dashes, and engines keep them.

    ## Fix safety
    Unsafe. There is no fix where another dash follows, as the speech may go on there.
    """

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.QUOTED})
    cases = (
        Case(
            "It rained.\n\n⟦– We⟧ are ready for it, said the mayor.",
            fixed="It rained.\n\n“We are ready for it,” said the mayor.",
            plain=True,
        ),
        Case(
            "It rained.\n\n⟦— Who⟧ will pay? — asked Ann Holm of Wick.",
            fixed="It rained.\n\n“Who will pay?” asked Ann Holm of Wick.",
            plain=True,
        ),
        Case("It rained.\n\n⟦– We⟧ are ready, said the mayor. – We have boats.", plain=True),
        Case("“We wait here⟦” –⟧ said the mayor of Wick.", fixed="“We wait here,” said the mayor of Wick."),
        Case("“We wait here⟦,” –⟧ said the mayor of Wick.", fixed="“We wait here,” said the mayor of Wick."),
        Case("– In May. The mill is old, says the mayor is wrong.", plain=True),
        Case("– In Wick, Ann Holm, a nurse, said she would wait.", plain=True),
        Case("- Prices to rise in May, the Harbour Courier reports", plain=True),
        Case("The man whom he called “a friend” – said Ann Holm – was late."),
        Case("– The town, which is old, has a quay.", plain=True),
    )

    @property
    def trace(self) -> str:
        return rf"\A{DASH}\s?\p{{Lu}}|[”’\"],?\s?{DASH}{{1,2}}\s?\p{{Ll}}"

    def check_block(self, block: Block) -> Iterator[Finding]:
        speech = pattern(SPEECH).match(block.text)
        if speech:
            yield _speech(speech, block)
        for match in pattern(ATTRIBUTION).finditer(block.text):
            mark = Range(*match.span("mark"))
            if any(
                quotation.closing
                and quotation.closing.at == mark
                and begins_sentence(block.text, quotation.opening.at)
                for quotation in block.document.quotes.in_block(block.index)
            ):
                yield _attribution(match)


def _speech(match: regex.Match[str], block: Block) -> Finding:
    """The finding for speech between a dash and the narrator."""
    style = block.document.mark_style or MarkStyle(double=True, curly=True)
    opening, closing = style.marks()
    word = pattern(r"\S+").match(block.text, match.start("speech"))
    at = Range(match.start("dash"), word.end() if word else match.end("dash"))
    end = Range(match.start("stop"), match.end())
    changes = (
        Change(Range(*match.span("dash")), opening),
        Change(end, f"{match['stop'] or ','}{closing} "),
    )
    goes_on = pattern(rf"\s{DASH}{{1,2}}\s").search(block.text, match.end())
    return Finding(at, "speech introduced by a dash: use quotation marks", () if goes_on else changes)


def _attribution(match: regex.Match[str]) -> Finding:
    """The finding for a dash between a quotation and its speaker."""
    stop = "," if match["stop"] in ",." else match["stop"]
    whole = Range(match.start("stop"), match.end())
    at = Range(match.start("stop"), match.end("gap") - len(match["gap"]) + len(match["gap"].rstrip()))
    message = "dash between a quotation and its speaker: use a comma"
    return Finding(at, message, (Change(whole, f"{stop}{match['mark']} "),))
