from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import is_word
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, pattern
from newslint.text.quotations.narrator import CLAUSE

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
    Safe after the mark that closes speech, where an attribution follows (“It rained.”, she said). Otherwise
    unsafe: both marks may be wrong.
    """

    safety = Safety.SAFE
    expression = (
        r"(?<=(?P<word>\p{L}{2,}|\d|%|\)))(?:"
        rf"(?P<pair>,[:;?!]|[;:][:;?!]|\?\s\?|\.[;:?]|[.,]\s?[.,](?={CLOSING})|(?<=\p{{L}}),-)(?=\s|{CLOSING}|\Z)(?P<close>{CLOSING})?"
        r"|\s(?P<pair>[–—-],)(?=\s)|\s(?P<pair>[–—]\s[–—-]|-\s[–—])(?=\s[\p{L}\d“‘])"
        rf"|(?P<pair>[.,]{CLOSING}\s?,)(?=\s)|(?P<pair>,{CLOSING}\s?\.)(?=\s\S{{20}})"
        rf"|(?P<pair>[!?]{CLOSING},|[”\"][.:])(?=\s{CLAUSE}))"
        rf"(?P<on>(?={SPEECH}))?"
    )
    cases = (
        Case("It rained⟦,:⟧ the road was wet.", fixed="It rained, the road was wet.", safety=Safety.UNSAFE),
        Case("The town ⟦–,⟧ it is old – fell.", fixed="The town – it is old – fell.", safety=Safety.UNSAFE),
        Case("Ann Holm ⟦– –⟧ a baker – fell.", fixed="Ann Holm – a baker – fell."),
        Case("It rained⟦,;⟧ the road was wet.", fixed="It rained, the road was wet.", safety=Safety.UNSAFE),
        Case("Who came⟦? ?⟧ Nobody came.", fixed="Who came? Nobody came.", safety=Safety.UNSAFE),
        Case("“It rained⟦,”,⟧ she said.", fixed="“It rained,” she said."),
        Case("“It rained⟦.”,⟧ Novak said.", fixed="“It rained,” Novak said."),
        Case("“Did it rain⟦?”,⟧ she asked.", fixed="“Did it rain?” she asked."),
        Case("“It rained⟦”.⟧ she said.", fixed="“It rained,” she said.", safety=Safety.UNSAFE),
        Case("“It rained⟦”:⟧ said Ann Holm.", fixed="“It rained,” said Ann Holm.", safety=Safety.UNSAFE),
        Case("“It rained⟦.,”⟧ she said.", fixed="“It rained,” she said.", safety=Safety.UNSAFE),
        Case(
            "It cost 40%⟦.;⟧ The road was wet.", fixed="It cost 40%. The road was wet.", safety=Safety.UNSAFE
        ),
        Case("They came from Calif.; Oreg.; and Wash.: all of them. Really?! “In the U.S.,” she said."),
    )

    @property
    def trace(self) -> str:
        return (
            r"[\p{L}\d%)](?:,[:;?!]|[;:][:;?!]|\?\s\?|\.[;:?]|[.,]\s?[.,][”’\"']|,-)"
            r"|\p{L}\s[–—-],\s|[\p{L}\d%)]\s[–—-]\s[–—-]\s|\p{L}[.,][”’\"']\s?,|\p{L},[”’\"']\s?\.\s|\p{L}(?:[!?][”’\"'],|[”\"][.:])\s\p{Ll}"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        word, marks = match["word"], match["pair"] + (match["close"] or "")
        known = not word.isalpha() or is_word(word.lower())
        if marks[0] == "." and (word.lower() in words_of("abbreviations") or not known):
            return None
        if marks[0] in DASHES and marks[-1] in DASHES:
            start = match.start("pair")
            change = Change(Range(start + 1, start + len(marks)), "")
            return Finding(Range(start, start + len(marks)), f"“{marks}”: keep one dash", (change,))
        if marks[0] in DASHES:
            start = match.start("pair")
            comma = Change(Range(start + 1, start + 2), "")
            message = f"“{marks}”: delete the comma"
            return Finding(Range(start, start + 2), message, (comma,), safety=Safety.UNSAFE)
        closing = "".join(mark for mark in marks if mark in "”’\"'")
        asked = next((mark for mark in marks if mark in "?!"), "")
        goes_on = match["on"] is not None
        right = (asked or ("," if goes_on else ".")) + closing
        start = match.start("pair")
        at = Range(start, start + len(marks))
        if marks == right:
            return None
        ends = closing and marks[-1] == "," and known
        said = ends and pattern(rf"\s{CLAUSE}").match(block.text, at.end)
        safety = None if said else Safety.UNSAFE
        return Finding(at, f"“{marks}”: use “{right}”", (Change(at, right),), safety=safety)
