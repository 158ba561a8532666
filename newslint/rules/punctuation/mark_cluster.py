from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import is_word
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety

CLOSING = "[”’\"']"
DASHES = "–—-"
SPEECH = r"\s(?:\p{Ll}|(?:\p{Lu}\p{L}+\s){1,3}(?:said|says|added|told|wrote)\b)"
"""How the sentence goes on after a quotation."""


class MarkCluster(PatternRule):
    """Marks that do not go together: “,:”, “? ?”, “,”,”, “.,””.

    ## What it does
    Keeps one: the question mark, the comma where the sentence goes on, or the stop where it ends.
    Abbreviations (“Calif.;”), titles that end in a mark and “?!” pass.

    ## Why it matters
    A seam between translated segments brings a mark from each side.

    ## Fix safety
    Unsafe: both marks may be wrong.
    """

    safety = Safety.UNSAFE
    expression = (
        r"(?<=(?P<word>\p{L}{3,}))(?:"
        rf"(?P<pair>,[:;?!]|[;:][:;?!]|\?\s\?|\.[;:?]|[.,]\s?[.,](?={CLOSING})|,-)(?=\s|{CLOSING}|\Z)(?P<close>{CLOSING})?"
        r"|\s(?P<pair>[–—-],)(?=\s)"
        rf"|(?P<pair>[.,]{CLOSING}\s?,)(?=\s)|(?P<pair>,{CLOSING}\s?\.)(?=\s\S{{20}}))"
        rf"(?P<on>(?={SPEECH}))?"
    )
    cases = (
        Case("It rained⟦,:⟧ the road was wet.", fixed="It rained, the road was wet."),
        Case("The town ⟦–,⟧ it is old – fell.", fixed="The town – it is old – fell."),
        Case("It rained⟦,;⟧ the road was wet.", fixed="It rained, the road was wet."),
        Case("Who came⟦? ?⟧ Nobody came.", fixed="Who came? Nobody came."),
        Case("“It rained⟦,”,⟧ she said.", fixed="“It rained,” she said."),
        Case("“It rained⟦.”,⟧ Novak said.", fixed="“It rained,” Novak said."),
        Case("“It rained⟦.,”⟧ she said.", fixed="“It rained,” she said."),
        Case("It rained⟦.;⟧ The road was wet.", fixed="It rained. The road was wet."),
        Case("They came from Calif.; Oreg.; and Wash.: all of them. Really?! “In the U.S.,” she said."),
    )

    @property
    def trace(self) -> str:
        return (
            r"\p{L}(?:,[:;?!]|[;:][:;?!]|\?\s\?|\.[;:?]|[.,]\s?[.,][”’\"']|,-)"
            r"|\p{L}\s[–—-],\s|\p{L}[.,][”’\"']\s?,|\p{L},[”’\"']\s?\.\s"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        word, marks = match["word"], match["pair"] + (match["close"] or "")
        if marks[0] == "." and (word.lower() in words_of("abbreviations") or not is_word(word.lower())):
            return None
        if marks[0] in DASHES:
            start = match.start("pair")
            comma = Change(Range(start + 1, start + 2), "")
            return Finding(Range(start, start + 2), f"“{marks}”: delete the comma", (comma,))
        closing = "".join(mark for mark in marks if mark in "”’\"'")
        asked = next((mark for mark in marks if mark in "?!"), "")
        goes_on = match["on"] is not None
        right = (asked or ("," if goes_on else ".")) + closing
        start = match.start("pair")
        at = Range(start, start + len(marks))
        if marks == right:
            return None
        return Finding(at, f"“{marks}”: use “{right}”", (Change(at, right),))
