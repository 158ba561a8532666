from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range, Scope


class CommaForStop(PatternRule):
    """A comma ends a sentence: “It rained, The ferry stayed”.

    ## What it does
    Reports a comma before a capitalised word that begins a new sentence, with two ways to fix it.
    Titles of works and names after a comma pass.

    ## Why it matters
    Chinese separates sentences with commas; engines keep the mark and start with a capital.

    ## Fix safety
    No fix: either the mark or the capital is wrong.

    ## References
    Study of machine-translated news, artefact PQ19.
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
