from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, Scope


@dataclass(frozen=True, kw_only=True)
class DoublePeriod(PatternRule):
    """A sentence ends with two full stops.

    ## What it does
    Keeps one. Two stops that are detached from the word, or between letters, are ellipses and pass.

    ## Why it matters
    Engines that translate sentence by sentence add a stop to a segment that has one, and editing tools
    attach “U.K.” to the stop of the sentence.

    ## Fix safety
    Safe. Unsafe inside quotation marks. Before a lower-case word or a dash there is no fix: the stops
    may be the rest of an ellipsis.
    """

    expression = r"(?<=[\p{L}\p{N}%”’)\]])\.\.(?!\s?\.)(?=[”’\"')\]]|(?P<on>\s+[\p{Ll}—–-])|\s|\Z)"
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    cases = (
        Case("The council stayed calm⟦..⟧", fixed="The council stayed calm."),
        Case("The council stayed calm⟦..⟧ Nobody left.", fixed="The council stayed calm. Nobody left."),
        Case("They flew to the U.K⟦..⟧ Some stayed.", fixed="They flew to the U.K. Some stayed."),
        Case(
            "It cost a third of the budget (about 30%)⟦..⟧",
            fixed="It cost a third of the budget (about 30%).",
        ),
        Case("She drove to the harbour⟦..⟧ where the ship lay."),
        Case("He owned up to it⟦..⟧ — then he left."),
        Case("The council stayed calm... Nobody left."),
        Case("Well..the council stayed calm, it said .. mostly."),
        Case("It was, of course.. . . He left; it was.. .. and so on."),
        Case("The path ../news was gone."),
        Case("Pages 3..5 were missing, and so was the U.K. edition."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(match.start(), match.start() + 2)
        if match["on"]:
            message = "double full stop: use one, or an ellipsis if something was left out"
            return Finding(at, message, suggestions=(".", "…"))
        safety = Safety.UNSAFE if block.is_quoted(at) else None
        return Finding(at, "double full stop", (Change(at, "."),), safety=safety)
