from __future__ import annotations

from collections.abc import Iterator

import regex

from newslint.lexicon.classes import words_of
from newslint.rules import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    Protected,
    Range,
    Rule,
    Safety,
    Scope,
    any_of,
    pattern,
)
from newslint.text.quotations.narrator import CLAUSE, LATE_SPEAKER, SAID
from newslint.text.quotations.outer_style import MarkStyle
from newslint.text.quotations.speech_ends import begins_sentence, is_cut

DASH = "[–—-]"
DASHED = rf"{DASH}\s?\p{{L}}"
"""A paragraph that begins with a dash."""
ENDS_CLAUSE = rf"(?=[.,;]|\s*\Z|\s(?:{any_of(words_of('prepositions', 'relatives'))})\b)"
NAMED = rf"(?:(?:he|she|they)\s{SAID}|{SAID}\s(?!(?:he|she|they)\b){LATE_SPEAKER}){ENDS_CLAUSE}"
"""A narrator's clause that ends no list item: “said the mayor”."""
SPEECH = (
    rf"\A(?P<dash>{DASH}\s?)(?P<speech>(?=\p{{Lu}})(?!\p{{Lu}}{{2}})[^\n“”\"–—]{{5,300}}?)"
    rf"(?:(?P<stop>[,?!])\s(?={NAMED})|(?P<stop>[,?!]?)(?P<second>\s{DASH}{{1,2}}\s)(?={CLAUSE}))"
)
"""A paragraph that begins with a dash, up to the narrator's clause."""
ATTRIBUTION = (
    rf"(?P<stop>(?:\.\.\.|[,.!?…])?)(?P<apart>[ ]?)(?P<mark>[”’\"])(?P<gap>(?P<comma>,?)\s?{DASH}{{1,2}}\s?)"
    rf"(?={NAMED})"
)
"""A dash between a quotation and the narrator's clause, with the closing mark."""


class DashSpeech(Rule):
    """Dashes set off speech: “– We wait, said the mayor.”.

    ## What it does
    Writes quotation marks around the words of a paragraph that begins with a dash, up to the narrator's
    clause, and a comma for the dash between a quotation and its speaker (“We wait” – said the mayor).
    Lists pass.

    ## Why it matters
    Scandinavian, Romance and Slavic papers introduce speech by dashes, and engines keep them.

    ## Fix safety
    Safe for the dash after a quotation that begins a sentence, unless a space precedes its closing mark.
    Unsafe at the beginning of a paragraph; no fix if another dash follows, as the speech may go on there.
    """

    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.QUOTED})
    cases = (
        Case(
            "It rained.\n\n⟦– We⟧ are ready for it, said the mayor.",
            fixed="It rained.\n\n“We are ready for it,” said the mayor.",
            safety=Safety.UNSAFE,
            plain=True,
        ),
        Case(
            "It rained.\n\n⟦— Who⟧ will pay? — asked Ann Holm of Wick.",
            fixed="It rained.\n\n“Who will pay?” asked Ann Holm of Wick.",
            safety=Safety.UNSAFE,
            plain=True,
        ),
        Case("It rained.\n\n⟦– We⟧ are ready, said the mayor. – We have boats.", plain=True),
        Case("“We wait here⟦” –⟧ said the mayor of Wick.", fixed="“We wait here,” said the mayor of Wick."),
        Case("“We wait here⟦”, –⟧ said the mayor of Wick.", fixed="“We wait here”, said the mayor of Wick."),
        Case("“We wait⟦...” –⟧ said the mayor of Wick.", fixed="“We wait...” said the mayor of Wick."),
        Case("“We wait here⟦,” –⟧ said the mayor of Wick.", fixed="“We wait here,” said the mayor of Wick."),
        Case("– In May. The mill is old, says the mayor is wrong.", plain=True),
        Case("– Ann Holm says the quay is shut, Tamm told police.", plain=True),
        Case("– In Wick, Ann Holm, a nurse, said she would wait.", plain=True),
        Case("– We wait, said the mayor.\n\n– A quay from 1911", plain=True),
        Case("- Prices to rise in May, the Harbour Courier reports", plain=True),
        Case("The man whom he called “a friend” – said Ann Holm – was late."),
        Case("– The town, which is old, has a quay.", plain=True),
    )

    @property
    def trace(self) -> str:
        return rf"\A{DASH}\s?\p{{Lu}}|[”’\"],?\s?{DASH}{{1,2}}\s?\p{{Ll}}"

    def check_block(self, block: Block) -> Iterator[Finding]:
        speech = pattern(SPEECH).match(block.text)
        if (
            speech
            and not _is_list(block.document)
            and is_cut(block.text, Range(*speech.span("dash")), speech.end("stop"))
        ):
            yield _speech(speech, block)
        for match in pattern(ATTRIBUTION).finditer(block.text):
            if _closes_sentence(Range(*match.span("mark")), block):
                yield _attribution(match)


def _closes_sentence(mark: Range, block: Block) -> bool:
    """Whether a mark closes a quotation that begins a sentence."""
    return any(
        quotation.closing
        and quotation.closing.at == mark
        and begins_sentence(block.text, quotation.opening.at)
        for quotation in block.document.quotes.in_block(block.index)
    )


def _is_list(document: Document) -> bool:
    """Whether dashes begin paragraphs without a narrator's clause."""
    return any(pattern(DASHED).match(text) and not pattern(SPEECH).match(text) for text in document.texts)


def _speech(match: regex.Match[str], block: Block) -> Finding:
    """The finding for speech between a dash and the narrator's clause."""
    style = block.document.mark_style or MarkStyle(double=True, curly=True)
    opening, closing = style.marks()
    word = pattern(r"\S+").match(block.text, match.start("speech"))
    at = Range(match.start("dash"), word.end() if word else match.end("dash"))
    changes = (
        Change(Range(*match.span("dash")), opening),
        Change(Range(match.start("stop"), match.end()), f"{match['stop'] or ','}{closing} "),
    )
    may_go_on = pattern(rf"\s{DASH}{{1,2}}\s").search(block.text, match.end())
    message = "speech introduced by a dash: use quotation marks"
    return Finding(at, message, () if may_go_on else changes, safety=Safety.UNSAFE)


def _attribution(match: regex.Match[str]) -> Finding:
    """The finding for a dash between a quotation and its speaker."""
    stop = match["stop"]
    if not match["comma"] and stop in ("", "."):
        stop = ","
    at = Range(match.start("stop"), match.start("gap") + len(match["gap"].rstrip()))
    written = f"{stop}{match['mark']}{match['comma']} "
    return Finding(
        at,
        "dash between a quotation and its speaker: use a comma",
        (Change(Range(match.start("stop"), match.end()), written),),
        safety=Safety.UNSAFE if match["apart"] else None,
    )
