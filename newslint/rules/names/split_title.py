from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from newslint.lexicon.titles import HEADS, MODIFIERS, TAILS
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
from newslint.text.names.capitals import nation_expression, title_expression

SINGLE = "Minister|President|Chancellor|Secretary|Premier|Ambassador|Governor"
TRACE = (
    rf"(?:{any_of(HEADS)})(?:{'|'.join(TAILS)})?\.\s"
    rf"(?:(?:{any_of(MODIFIERS)})[ -]){{0,4}}+(?:{any_of(HEADS)})"
    r"|Prime\.\sMinister|\bof\s(?:Secretary|Minister|Chief)\b"
    rf"|(?:{any_of(HEADS)})(?:{'|'.join(TAILS)})?\s(?:{any_of(HEADS | MODIFIERS)})[\s-]"
    rf"|(?:{SINGLE})\.\s\p{{Lu}}"
)
"""What no split title is without; far cheaper to look for than titles."""
NAME = r"\p{Lu}[\p{L}\p{M}’'-]+"
LEADS = r"(?i:\b(?:the|a|an|as|was|is|are|be|been|become|becomes|became|named|elected|appointed|of|to|for)\s)"


@cache
def _expression() -> str:
    """A title, a stop, the title or its last words once more, and a name."""
    title, nation = title_expression(), nation_expression()
    return (
        rf"(?<![\p{{L}}-])(?P<lead>{LEADS})?(?P<nation>{nation}\s)?"
        rf"(?P<title>{title})(?P<cut>\.\s(?P<again>{title}))\s(?P<name>{NAME}(?:\s{NAME})?)"
        rf"|(?P<prime>\bPrime)(?P<stop>\.)\sMinister\s{NAME}"
        rf"|(?P<head>\b(?:Secretary|Minister|Chief))(?P<twice>\sof\s(?P=head))\s{NAME}"
        rf"|(?P<before>{LEADS})?(?<![\p{{L}}-])(?P<of>{nation})\s(?P<office>(?:(?:{any_of(MODIFIERS)})\s){{0,3}}+(?:{SINGLE}))"
        rf"(?P<point>\.)\s{NAME}\s{NAME}"
        rf"|(?P<vice>(?:Prime|Foreign|Finance|Defen[cs]e|Interior|Vice|Deputy)\s(?P<head2>Minister|President))"
        rf"(?P<head3>\s(?P=head2))\s{NAME}"
        r"|(?<![\p{L}’'-])(?!Major\s|Judge\s|Dr)"
        rf"(?P<whole>(?:(?:{any_of(MODIFIERS)})[ -]){{0,4}}?(?:{any_of(HEADS)})(?:{'|'.join(TAILS)})?)"
        rf"(?P<whole2>\s(?P=whole))\s(?!(?:{any_of(HEADS)})\b){NAME}"
    )


@dataclass(frozen=True, kw_only=True)
class SplitTitle(Rule):
    """A full stop splits a title before a name, or part repeats.

    ## What it does
    Rejoins “Latvian Prime Minister. Minister Evika Silina” and drops the repeated part. A lower-case
    title ends a sentence and passes, as do “the President. President Obama” and “President Obama. Obama
    said”.

    ## Why it matters
    Links inside a title are translated separately and joined with a stop.

    ## Fix safety
    Safe if the title has a nationality and no article or verb before it. Otherwise unsafe: a sentence
    may end in “the British Prime Minister.” and the next begin with another minister.

    ## References
    Study of machine-translated news, artefacts SB03 and TN04.
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "He greeted ⟦Latvian Prime Minister. Minister Evika Silina⟧ at the door.",
            fixed="He greeted Latvian Prime Minister Evika Silina at the door.",
        ),
        Case(
            "It was signed by ⟦Swedish Foreign Minister. Foreign Minister Tobias Billstrom⟧.",
            fixed="It was signed by Swedish Foreign Minister Tobias Billstrom.",
        ),
        Case(
            "Talks with ⟦NATO Secretary General. General Mark Rutte⟧ went on.",
            fixed="Talks with NATO Secretary General Mark Rutte went on.",
        ),
        Case(
            "Next came ⟦Deputy Prime Minister. Minister Anna Novak⟧ with her aides.",
            fixed="Next came Deputy Prime Minister Anna Novak with her aides.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "They saw the ⟦Latvian Prime Minister. Minister Evika Silina⟧ arrive.",
            fixed="They saw the Latvian Prime Minister Evika Silina arrive.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "A call to ⟦Prime. Minister Evika⟧ Silina was not returned.",
            fixed="A call to Prime Minister Evika Silina was not returned.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The trip of ⟦Secretary of Secretary Jun⟧ was put off.",
            fixed="The trip of Secretary Jun was put off.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "A letter to ⟦Prime Minister Prime Minister Orpo⟧ was leaked.",
            fixed="A letter to Prime Minister Orpo was leaked.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "Envoys met ⟦President President Holm⟧ and ⟦Secretary of State Secretary of State Marsh⟧.",
            fixed="Envoys met President Holm and Secretary of State Marsh.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "Aides of ⟦Mayor Mayor Orpo⟧ left.",
            fixed="Aides of Mayor Orpo left.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The plan came from ⟦Latvian Prime Minister. Evika Silina⟧ in May.",
            fixed="The plan came from Latvian Prime Minister Evika Silina in May.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "Aides of ⟦Vice President President Orpo⟧ left.",
            fixed="Aides of Vice President Orpo left.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "He saw the Latvian Prime Minister. Evika Silina was tired. She became French President. "
            "Anna Novak left."
        ),
        Case("They read of Major Major Holm and met Prof. Dr. Dr. Lind.", plain=True),
        Case("They waited for President Obama. Obama said nothing."),
        Case("She met the prime minister. Minister Smith said it went well."),
        Case("He called the President. President Obama was asleep."),
        Case("It was sent to the Foreign Minister. Prime Minister Orpo has a copy."),
        Case("“Thank you, Mr. President. President Duda is right.”"),
        Case("She saw the Secretary of State. Secretary Kerry said no."),
    )

    @property
    def trace(self) -> str:
        return TRACE

    def check_block(self, block: Block) -> Iterator[Finding]:
        for match in pattern(_expression()).finditer(block.text, timeout=PATTERN_SECONDS):
            finding = self._judge(match)
            if finding:
                yield finding

    def _judge(self, match: regex.Match[str]) -> Finding | None:
        if not match["title"]:
            if match["before"]:
                return None
            group = next(name for name in ("stop", "twice", "point", "head3", "whole2") if match[name])
            return self._finding(match.start(), match, group, Safety.UNSAFE)
        title, again = match["title"], match["again"]
        said_again = title == again
        if not (said_again or title.endswith((f" {again}", f"-{again}"))):
            return None
        bare = match["lead"] or not match["nation"]
        if bare and (said_again or title.startswith(f"{again} ")):
            return None
        start = match.start("nation") if match["nation"] else match.start("title")
        return self._finding(start, match, "cut", Safety.UNSAFE if bare else Safety.SAFE)

    @staticmethod
    def _finding(start: int, match: regex.Match[str], group: str, safety: Safety) -> Finding:
        text = match.string
        right = text[start : match.start(group)] + text[match.end(group) : match.end()]
        what = "title split by a full stop" if "." in match[group] else "repeated title"
        message = f"{what}: use “{right}”"
        return Finding(
            Range(start, match.end()), message, (Change(Range(*match.span(group)), ""),), safety=safety
        )
