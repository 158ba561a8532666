from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, Scope


@dataclass(frozen=True, kw_only=True)
class DoublePeriod(PatternRule):
    """A sentence ends with two full stops.

    Engines that translate sentence by sentence add a stop of their own where the segment brought
    one along, and editing tools glue "U.K." to the stop of the sentence. The fix leaves one. Before
    a lower-case word or a dash two stops may be the rest of an ellipsis, so nothing is offered
    there; inside quotation marks the fix wants eyes. Two stops that stand apart from the word or
    between letters are ellipses and let pass.

    Rates per million words: clean-curly 3.3, clean-straight 2.8, mt-documents 1.4; of 13 findings
    read on clean-curly 13 were true damage.
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
