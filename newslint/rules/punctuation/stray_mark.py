from __future__ import annotations

import re

import regex

from newslint.lexicon.function_words import ENGLISH
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, Scope
from newslint.text.sentences import LAST_CLAUSE, OPENING

NOUN_NEEDED = "a|an|the|its|their|our|my|your|every"
VERB_NEEDED = "would|should|must"
ASIDES = r"you\sknow|if|for|uh|um|er|quote|well|as|so|like|say|or|left|by|then|and|of"
"""What may follow the comma after an article: “one of the, if not the, best”."""
PARTICLES = ENGLISH | {"out", "off", "up", "down", "over", "back", "away"}
"""What no noun phrase goes on with: rather than the mark, a word is wrong (“calling the, out”)."""
SUBJECT = (
    r"(?:(?:The|A|An|His|Her|Its|Their|Our|This|That|Another)\s(?:\p{Ll}[\p{Ll}-]+\s){0,2}"
    r"(?!(?:time|times|year|years|month|months|week|weeks|days?|night|hours?|later|ago|earlier|moment)\b)\p{Ll}[\p{Ll}-]+"
    r"|He|She|They|It|We|(?:Mr|Mrs|Ms|Dr)\.?\s\p{Lu}[\p{L}’'-]+|Police|Officials|Residents)"
)
"""A short subject that begins a sentence."""
FINITE = (
    r"(?:(?:has|had|have|was|were|is|are|will|would|could|can|may|must|should)(?!\s(?:the|an?|it|he|she|they|there|I|you)\b)"
    r"|(?:said|told|announced|added|warned)(?=\s(?:that|reporters)\b)"
    r"|gave|went|took|became|came|wrote|saw|fell|began|broke|chose|drew|drove|flew|forgot|grew|hid|knew|rose|spoke|stole"
    r"|swore|threw|wore|withdrew|overtook)"
)
"""Verbs that are no participles."""
REGULAR = (
    r"(?!(?:call|nam|dubb|titl|compar|entitl|term)ed\b)\p{Ll}+ed(?=\s(?:the|an?|his|her|its|their|that|\d))"
)
WORD = re.compile(r"\w+")


class StrayMark(PatternRule):
    """A mark follows a word that needs the next: “the, bridge”.

    ## What it does
    Deletes a comma, semicolon, colon, question mark or exclamation mark after an article, a possessive or a
    modal verb and before a lower-case letter, and a comma between a short subject and its verb (“The mayor,
    said that”). Asides (“one of the, if not the, best”) pass.

    ## Why it matters
    Engines place the marks of the source language, and segments come with a mark of their own.

    ## Fix safety
    Safe after an article or possessive, and before a verb that is no participle: millions of words of clean
    news have none. Unsafe after a verb, before one that may be a participle, in quotation marks, where
    people break off, and where the word itself may be wrong: “sent our; the rest”.
    """

    scope = Scope.DOCUMENT
    safety = Safety.SAFE
    expression = (
        rf"(?<=\s|\A)(?:(?P<noun>{NOUN_NEEDED}|(?<!\bThe\s)The|Its|Their|Our)(?P<mark>[,;:!?])\s(?!(?:{ASIDES}|(?P=noun))\b)"
        rf"|(?P<verb>{VERB_NEEDED})(?P<mark>[;:!?])\s)(?=\p{{Ll}}{{2,}})"
        rf"|{OPENING}(?P<subject>{SUBJECT})(?P<mark>,)\s(?P<finite>{FINITE}|(?P<regular>{REGULAR}))(?=\s{LAST_CLAUSE})"
    )
    cases = (
        Case("They shut ⟦the, ⟧bridge in May.", fixed="They shut the bridge in May."),
        Case(
            "They shut ⟦its; ⟧gates. They called ⟦the, ⟧out.",
            fixed="They shut its gates. They called the out.",
            safety=Safety.UNSAFE,
        ),
        Case("They ⟦would; ⟧call it a day.", fixed="They would call it a day.", safety=Safety.UNSAFE),
        Case("It is one of the, if not the best; it is a, you know, bridge."),
        Case(
            "⟦The mayor, said⟧ that it rained. ⟦She, was⟧ ill.",
            fixed="The mayor said that it rained. She was ill.",
        ),
        Case(
            "⟦The old council, backed⟧ the plan, hoping for rain.",
            fixed="The old council backed the plan, hoping for rain.",
            safety=Safety.UNSAFE,
        ),
        Case("The man, said to be ill, left. The show, called the Hour. The road, shut, was wet."),
        Case("They heard The The, the band. Would they? They would; Nobody else did."),
    )

    @property
    def trace(self) -> str:
        return (
            rf"\b(?:{NOUN_NEEDED}|The|Its|Their|Our)[,;:!?]\s\p{{Ll}}|\b(?:{VERB_NEEDED})[;:!?]\s\p{{Ll}}"
            rf"|{OPENING}{SUBJECT},\s(?:{FINITE}|{REGULAR})\s"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        mark = Range(*match.span("mark"))
        if match["subject"]:
            message = f"comma between subject and verb, before “{match['finite']}”: delete it"
            safety = Safety.UNSAFE if match["regular"] or block.is_quoted(mark) else None
            return Finding(Range(*match.span()), message, (Change(mark, ""),), safety=safety)
        word = match["noun"] or match["verb"]
        following = WORD.match(block.text, match.end())
        is_misspelt = match["mark"] in ";:" or (following and following[0] in PARTICLES)
        safety = Safety.UNSAFE if match["verb"] or is_misspelt or block.is_quoted(mark) else None
        message = f"“{match['mark']}” after “{word}”: delete it"
        return Finding(Range(*match.span()), message, (Change(mark, ""),), safety=safety)
