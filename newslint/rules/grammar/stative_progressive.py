from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range

VERBS = {
    "belonging": "belong",
    "believing": "believe",
    "consisting": "consist",
    "containing": "contain",
    "counting": "count",
    "deserving": "deserve",
    "knowing": "know",
    "lacking": "lack",
    "mattering": "matter",
    "needing": "need",
    "owning": "own",
    "possessing": "possess",
    "preferring": "prefer",
    "wanting": "want",
}
"""Verbs of states, and their plain form; “understanding” and “existing” are other words as well."""
SINGULAR = frozenset({"he", "she", "it", "this", "that"})


@dataclass(frozen=True, kw_only=True)
class StativeProgressive(PatternRule):
    """A verb of state is in the progressive: “They are counting”.

    ## What it does
    Flags a bare progressive that ends its sentence, where nobody counts anything, and offers the simple
    form (“They count”).

    ## Why it matters
    French “ils comptent” and Spanish “cuentan” are one form for what counts and for who is counting.

    ## Fix safety
    No fix: the verb may be transitive with its object lost.

    ## References
    - Study of machine-translated news, artefact WS17.
    - Rule a1 of the study of substituted words.
    """

    expression = (
        r"(?<=(?:^|[.!?”\"]\s+[“\"]?|[“\"]))(?P<who>They|These|Those|He|She|It|This|That)\s(?:are|is"
        r"|were|was)\s"
        rf"(?P<verb>{'|'.join(VERBS)})(?=[.!?]|[”\"])"
    )
    cases = (
        Case("The votes of the small towns are few. ⟦They are counting⟧."),
        Case("“The small things add up. ⟦They are counting⟧.” She laughed."),
        Case("Nobody asked about the bridge. ⟦It is mattering⟧."),
        Case("They are counting the votes. They are counting on him, and he is counting."),
        Case("It is understanding. They were existing."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        who, plain = match["who"], VERBS[match["verb"]]
        said = f"{who} {plain}s" if who.lower() in SINGULAR else f"{who} {plain}"
        message = f"progressive of a stative verb, “{match['verb']}”: does this mean “{said}”?"
        return Finding(Range(*match.span()), message, suggestions=(said,))
