from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from newslint.lexicon.months import MONTH, WEEKDAY
from newslint.lexicon.numerals import NUMERAL
from newslint.rules import Block, Case, Change, Document, Finding, PatternRule, Protected, Range

PREPOSITIONS = (
    *("in", "on", "at", "by", "from", "with", "for", "to", "of", "after", "before", "during", "near"),
    *("under", "between", "against", "since", "until", "into", "through", "over", "about", "inside"),
)
KNOWN = frozenset(PREPOSITIONS)
FAR = 7
"""Words from a preposition to its copy, at most, and to the end of the second complement."""
MARKS = ".,;:!?”’\"'"
LINKS = frozenset({"and", "or", "that", "who", "which", "before", "after"})
"""Words of phrases that are piled up: “the year before and the year before that”."""
KIND = r"(?:month|year|city|town|state|country|nation|village|island|province|region|district|capital)"
MORE = (
    rf"(?:(?:(?:the|an?|this|that|its|his|her|their|local|some|several|many|only|just|exactly|{NUMERAL}|\d+)\s"
    rf"|(?:the\s)?{KIND}\sof\s|(?:early|late|last|this)\s(?={MONTH}|{WEEKDAY}))+)"
)
"""Words that a complement has more than its copy."""
WORDS = r"(?:[\p{L}’'-]+\s){0,2}[\p{L}\d’'-]+"
PLACE = r"\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}"


class ComplementTwice(PatternRule):
    """A complement is given twice: “by officers by the officers”.

    ## What it does
    Drops the second of two complements with one preposition and one noun, of which one has an article,
    a number or such a word more (“in May in the month of May”), and a place that is given again after a
    comma (“Oslo, Norway, in Norway”). Quoted speech passes.

    ## Why it matters
    Engines translate a phrase twice, and add the article to one copy only.

    ## Fix safety
    Unsafe: the second complement may be the better one.
    """

    may_change = frozenset({Protected.NAMES, Protected.NUMBERS, Protected.DATES})
    expression = (
        rf"(?<!\b(?:and|or|not)\s)\b(?P<link>{'|'.join(PREPOSITIONS)})\s(?P<what>{WORDS})"
        rf"(?P<again>\s(?P=link)\s{MORE}(?P=what))(?![\p{{L}}\d’'-]|\s(?:and|or)\b)"
        rf"|(?<!\b(?:and|or|not)\s)\b(?P<link>{'|'.join(PREPOSITIONS)})\s{MORE}(?P<what>{WORDS})"
        r"(?P<again>\s(?P=link)\s(?P=what))(?![\p{L}\d’'-]|\s(?:and|or)\b)"
        rf"|,\s(?P<what>{PLACE})(?P<again>,\s(?:in|of|at)\s(?P=what))(?=[.,;]|\s\p{{Ll}}|\Z)"
        rf"|\bin\s(?P<what>{PLACE})(?P<again>,\sin\s(?P=what))(?=[.,;]|\s\p{{Ll}}|\Z)"
    )
    cases = (
        Case(
            "It was held ⟦by port officers by the port officers⟧ in Wick.",
            fixed="It was held by port officers in Wick.",
        ),
        Case("It opened ⟦in May in the month of May⟧.", fixed="It opened in May."),
        Case(
            "It was seen ⟦by the two guards by guards⟧ on duty.",
            fixed="It was seen by the two guards on duty.",
        ),
        Case("Boats lie at Bergen⟦, Norway, in Norway⟧.", fixed="Boats lie at Bergen, Norway."),
        Case(
            "It went from day to the day and by day. She lives in Oslo in the north, he in York, in New York."
        ),
        Case("“I saw it in May in the May of my life,” she said. It is not in Oslo but in the Oslo of old."),
    )
    trace = ""

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        return super().check(document, [block for block in candidates if _may_repeat(block.text)])

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if block.is_quoted(at) or not LINKS.isdisjoint(match["what"].split()):
            return None
        cut = Range(*match.span("again"))
        return Finding(at, f"“{match['what']}” twice: keep one", (Change(cut, ""),))


def _may_repeat(text: str) -> bool:
    """Whether a preposition follows a comma, or comes again soon, before the word in front of it."""
    words = text.split()
    last: dict[str, int] = {}
    for index, word in enumerate(words):
        if word in KNOWN:
            is_near = index - last.get(word, -FAR) < FAR or words[index - 1].endswith(",")
            if is_near and _is_among(words[index - 1], words[index + 1 : index + FAR]):
                return True
            last[word] = index
    return False


def _is_among(word: str, words: Sequence[str]) -> bool:
    return word.rstrip(MARKS) in {other.rstrip(MARKS) for other in words}
