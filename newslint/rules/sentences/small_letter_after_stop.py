from __future__ import annotations

from collections.abc import Iterator

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import frequency, is_word
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, RunKind, Safety, pattern
from newslint.rules.sentences.stray_period import GOES_ON

MOST = 2
"""Findings in a paragraph; with more, lower case is its style."""
LEAST = 20
"""Minimum frequency of a word in 10 million words of news; rarer ones are names and code."""
OFTEN = 300
"""The same after a name, which may be an abbreviation."""
CAPITAL = r"\A[^\p{L}]{0,3}\p{Lu}"


class SmallLetterAfterStop(PatternRule):
    """A full stop precedes a lower-case word: “next week. along the river”.

    ## What it does
    Deletes the stop after an adverb, a possessive or a number, and a word that is said again after it (“fell.
    fell by 2 percent”). Reports it after other words, unless
    `stray-period` does. Ellipses, addresses, abbreviations, brands, transcripts and paragraphs that begin in
    lower case pass.

    ## Why it matters
    Engines join separately translated pieces with a stop.

    ## Fix safety
    Safe where the word is said again: one of them is too many. Unsafe after “not”, a possessive or a number
    in words, which need what follows. Elsewhere there is no fix: the stop may be wrong, or the lower case.

    ## References
    Study of machine-translated news, artefact SB02.
    """

    expression = (
        r"(?<![\p{L}\p{N}.@’'-])(?:(?P<bound>not|never|very|[\p{Ll}’']+[’']s|two|three|four|five|six|seven|eight|nine|ten"
        r"|eleven|twelve|twenty|thirty|forty|fifty|hundred)|(?P<last>\p{Ll}{3,}|\p{Lu}\p{Ll}{3,}))\.\s(?P<next>\p{Ll}{2,})(?=[\s,](?!/)|\.(?=\s+\p{Lu}|\s*\Z))"
    )
    safety = Safety.SAFE
    cases = (
        Case("Shares ⟦fell. fell⟧ by 2 percent.", fixed="Shares fell by 2 percent."),
        Case("They walked for a ⟦week. rain⟧ fell on them."),
        Case("They chose to take it off and ⟦respond. became⟧. Nobody came."),
        Case("It did ⟦not. harm⟧ anyone.", fixed="It did not harm anyone.", safety=Safety.UNSAFE),
        Case("The ⟦patient’s. family⟧ came.", fixed="The patient’s family came.", safety=Safety.UNSAFE),
        Case("It was ⟦Romney. lost⟧ the race."),
        Case("He waited... and waited. It rained."),
        Case("They sell pens, ink, etc. to schools, and weigh two cwt. each, on approx. ten acres."),
        Case("It stopped at the port. iPhone sales fell. eBay did well."),
        Case("we came. we saw. it rained."),
    )

    def check_block(self, block: Block) -> Iterator[Finding]:
        found = list(super().check_block(block)) if pattern(CAPITAL).match(block.text) else []
        if len(found) <= MOST and not any(run.kind is RunKind.TRANSCRIPT for run in block.runs):
            yield from found

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, after = Range(*match.span()), match["next"]
        if after in GOES_ON or frequency(after) < LEAST:
            return None
        if match["last"] == after and not block.is_quoted(at):
            again = Change(Range(match.end("last"), at.end), "")
            return Finding(at, f"full stop and “{after}” again: delete both", (again,))
        if match["bound"]:
            stop = Range(at.end - len(after) - 2, at.end - len(after) - 1)
            message = f"full stop inside a sentence, after “{match['bound']}”"
            return Finding(at, message, (Change(stop, ""),), safety=Safety.UNSAFE)
        last = match["last"]
        if last.lower() in words_of("abbreviations") or (last.islower() and not is_word(last)):
            return None
        if not last.islower() and frequency(after) < OFTEN:
            return None
        return Finding(at, "full stop before a lower-case word: does the sentence go on?")
