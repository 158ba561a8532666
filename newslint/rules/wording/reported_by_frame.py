from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


class ReportedByFrame(PatternRule):
    """A Russian or Ukrainian news frame surrounds facts: “This is stated in”.

    ## What it does
    Reports listed frames such as “on the air of”. Off by default, since human translators keep them
    too.

    ## Why it matters
    English news names the source after the fact.

    ## Fix safety
    No fix: the sentence has to be rebuilt.

    ## References
    Study of machine-translated news, artefact AT08.
    """

    default = False
    expression = (
        r"(?:\b(?:This|It)\s(?:is|was)\s(?:stated|reported|said|announced)\sin\s(?:the\s)?"
        r"|\b[Oo]n\sthe\sair\sof\s|\b(?:[Ii]n|[Bb]y)\sthe\spress\sservice\sof\s"
        r"|\bAs\sreported\sby\sthe\spress\sservice\b)"
    )
    cases = (
        Case("⟦This is stated in the ⟧report of the office."),
        Case("She said so ⟦on the air of ⟧a channel."),
        Case("The report says so."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(at, "reporting formula of another language: name the source after the fact")
