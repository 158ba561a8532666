from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety

THINGS = (
    "law|bill|agreement|treaty|deal|contract|decision|measure|proposal|plan|report|document|project|bridge|building"
    "|ship|vessel|missile|rocket|vehicle|weapon|aircraft|plane|satellite|virus|vaccine|disease|storm|hurricane"
    "|earthquake|fire|attack|explosion|factory|airport|railway|road|network|website|platform|region|city|district"
    "|province|territory|border|summit|conference|statement|letter|sanction|tariff|budget"
)


@dataclass(frozen=True, kw_only=True)
class WhoForThing(PatternRule):
    """“Who” refers to a thing: “the treaty who ended the war”.

    ## What it does
    Writes “which” after a comma and “that” without one. Only things without people in them count;
    companies, countries and teams are “who” to many writers.

    ## Why it matters
    Many languages have one word for “who” and “which”.

    ## Fix safety
    Unsafe: “who” may refer to a person further back.

    ## References
    Study of machine-translated news, artefact AG05.
    """

    expression = (
        rf"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir)\s(?P<thing>{THINGS})(?P<comma>,?)\s(?P<who>who)"
        r"\s(?=(?:is|was|has|had|will|would|can|could|must|should|may|ended|began|killed|hit|struck"
        r"|came|entered|took)\b)"
    )
    safety = Safety.UNSAFE
    cases = (
        Case("It was ⟦the treaty who⟧ ended the war.", fixed="It was the treaty that ended the war."),
        Case(
            "⟦The storm, who⟧ hit at dawn, killed nobody.",
            fixed="The storm, which hit at dawn, killed nobody.",
        ),
        Case("The man with the plan who was late is the mayor."),
        Case("Those in the city who had left came back."),
        Case("The people of the region, who had fled, came back."),
        Case("He asked the ship who goes there."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        before = block.text[max(match.start() - 30, 0) : match.start()]
        if regex.search(
            r"\b(?:in|of|on|with|from|at|for|to|by|behind|near|under|over|into|aboard|about)\s$", before
        ):
            return None
        who, right = Range(*match.span("who")), "which" if match["comma"] else "that"
        at = Range(match.start(), match.end("who"))
        return Finding(
            at, f"“who” refers to a thing, “{match['thing']}”: use “{right}”", (Change(who, right),)
        )
