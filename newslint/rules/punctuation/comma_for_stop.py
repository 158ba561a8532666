from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range, Scope


@dataclass(frozen=True, kw_only=True)
class CommaForStop(PatternRule):
    """A comma stands where a sentence ends: “It rained, The ferry stayed”.

    Chinese parts sentences with commas, and engines keep the mark and begin with a capital. Two
    ways to mend it are offered. Titles of works and names after a comma are let pass.

    Source: artefact PQ19 of the study of machine-translated news.
    Rates per million words: clean-curly 0.5, clean-straight 1.1, mt-documents 7.2; both findings on
    clean-curly were read, both true; of 4 read on mt-documents 4 were.
    """

    expression = (
        r"(?<=\p{Ll}{2})(?P<comma>,)\s(?P<word>The|He|She|It|They|This|These|There|But"
        r"|However)(?=\s[\p{Ll}’'-]+\s)"
    )
    scope = Scope.DOCUMENT
    cases = (
        Case("It rained for a week⟦, The⟧ ferry stayed in port."),
        Case("The mayor resigned⟦, He⟧ had lost the vote."),
        Case("In his film, The Ferry, it rains, and The Hague is wet."),
        Case("It rained, the ferry stayed, he slept."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        word, at = match["word"], Range(*match.span())
        if block.is_quoted(at) or regex.search(
            r"[“\"(][^”\")]{0,60}$", block.text[max(at.start - 60, 0) : at.start]
        ):
            return None
        readings = f". {word}", f", {word.lower()}"
        return Finding(at, "comma before a capital: does a sentence end here?", suggestions=readings)
