from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from newslint.lexicon.abbreviations import ABBREVIATIONS
from newslint.rules import Block, Case, Finding, PatternRule, Range, pattern

PREPOSITIONS = """
about against among at between by for from in into of on over through to toward towards under upon with within
"""
JOINERS = """
and are as because but during had has have is nor or since than that until was were where which while who whom
whose without
"""
NEXT = "|".join(PREPOSITIONS.split() + JOINERS.split())
LONGEST_QUESTION = 300
QUESTION = r"[^.!?]*\?"
OBJECT = r"(?:[ ][\p{L}\p{N}’'-]+){1,3}?(?=[.,;:!?”)]|\s*\Z|[ ](?:and|or|that|which|who)\b)"
COMPLEMENT = (
    rf"(?<![\w’'-])(?P<word>{'|'.join(PREPOSITIONS.split())})"
    r"(?P<object>(?:[ ][\p{L}\p{N}’'-]+){1,3})\Z"
)


@dataclass(frozen=True, kw_only=True)
class StrayPeriod(PatternRule):
    """A full stop cuts a sentence in two.

    ## What it does
    Reports a stop before a lower-case word that cannot begin a sentence, and shows every way to join
    the halves. Abbreviations (“Inc. and”, “Calif. to”), ellipses, questions and paragraphs without any
    capitals pass.

    ## Why it matters
    When a link's text is translated apart from its sentence, the pieces come back joined with a stop,
    and often one repeats the other: “depend on the country. to Russian gas”.

    ## Fix safety
    No fix: dropping the stop does not make the halves fit, and a capital after it makes things worse.
    """

    expression = (
        r"(?<![\p{L}\p{N}.@’'-])(\p{Ll}{2,}|\p{Lu}\p{Ll}{5,})\.\s"
        rf"(?P<next>{NEXT})(?=\s)"
    )
    cases = (
        Case("They depend ⟦on the country. to Russian gas⟧."),
        Case("They met ⟦envoys. with⟧ the heads of all the banks in town."),
        Case("The bridge that joins the towns fell on ⟦Wednesday. because⟧ of the storm."),
        Case("The firm makes ⟦boats. which⟧ float."),
        Case("He works for Oak Inc. and for Elm Corp. in town."),
        Case("They sell pens, ink, etc. to schools in Calif. and beyond."),
        Case("He left. To stay was hard. And she left too."),
        Case("we came. and we saw. but we lost. is that all."),
        Case("They waited... and waited. . . to no end."),
        Case("She asked to go to the polls. are the others voting? will it rain?"),
        Case("Visit example.org or the U.S. and stay."),
    )

    def check_block(self, block: Block) -> Iterator[Finding]:
        found = list(super().check_block(block))
        if len(found) < 3:
            yield from found

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        asked = pattern(QUESTION).match(block.text, match.end(), match.end() + LONGEST_QUESTION)
        if asked or match[1].lower() in ABBREVIATIONS:
            return None
        at, readings = self._rejoined(match, block.text)
        message = f"full stop inside a sentence, before “{match['next']}”: choose how to join the halves"
        return Finding(at, message, suggestions=readings)

    @staticmethod
    def _rejoined(match: regex.Match[str], text: str) -> tuple[Range, tuple[str, ...]]:
        """The place that the choice is about, and the ways to say it."""
        last, following = match[1], match["next"]
        first = pattern(COMPLEMENT).search(text, max(match.start() - 60, 0), match.end(1))
        second = pattern(OBJECT).match(text, match.end())
        if not first or not second or following not in PREPOSITIONS.split():
            return Range(*match.span()), (f"{last} {following}", f"{last}, {following}")
        said, added = first[0], f"{following}{second[0]}"
        readings = f"{first['word']}{second[0]}", added, said, f"{said} {added}", f"{said}, {added}"
        return Range(first.start(), second.end()), tuple(dict.fromkeys(readings))
