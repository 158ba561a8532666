from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range, Scope


class ReporterInText(PatternRule):
    """The article talks about its own reporter: “the reporter learned from”.

    ## What it does
    Flags a sentence in which the reporter or correspondent learns or is told something.

    ## Why it matters
    Chinese and Korean news name the reporter where English news names the source.

    ## Fix safety
    No fix: how to rephrase it depends on the sentence.

    ## References
    Study of machine-translated news, artefact AT07.
    """

    expression = (
        r"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Oo]ur newspaper[’']s)\s(?:reporter|correspondent)s?\s(?:has\s|have\s)?"
        r"(?:learned|learnt|found out|was informed|were informed|noticed)\s(?=from|that|on|at)"
    )
    scope = Scope.DOCUMENT
    cases = (
        Case("⟦The reporter learned ⟧from the ministry that the bridge is safe."),
        Case("⟦Our correspondent has learned ⟧that the mayor will go."),
        Case("The reporter, who learned to swim, was informed of the plan."),
        Case("Reporters learned that the mayor would go."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if block.is_quoted(at):
            return None
        return Finding(
            at,
            "the reporter appears in the text: name the source instead",
            suggestions=("according to", "we have learned"),
        )
