from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, any_of
from newslint.text.sentences import SENTENCE

KNOWN = (
    "law|bill|agreement|treaty|contract|measure|proposal|document|bridge|building|ship|vessel|missile|rocket|vehicle"
    "|weapon|aircraft|plane|satellite|virus|vaccine|storm|hurricane|earthquake|factory|airport|railway|road|statement|tariff"
)
SOON = "is|was|has|had|will|would|can|could|must|should|may|ended|began|killed|hit|struck|came|entered|took"
AFTER = (
    "is|was|has|had|will|would|can|could|must|should|may|ended|began|killed|hit|struck|came|entered|took|opened"
    "|closed|failed|launched|carried|carries|runs|ran|fell|stood|stands|made|makes|lost|cost|costs|weighs|weighed|lies"
    "|sank|crashed|collapsed|burned|burnt|expired|left|links|holds|held|serves|served"
)


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
        rf"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir)\s(?P<thing>{KNOWN})(?P<comma>,?)\s(?P<who>who)\s(?=(?:{SOON})\b)"
        rf"|{SENTENCE}(?:The|An?|One|This|Its|Their)\s(?:\p{{Ll}}+\s)?(?P<thing>{any_of(words_of('things'))})"
        rf"(?P<comma>,?)\s(?P<who>who)\s(?=(?:{AFTER})\b)"
        rf"|\A(?P<thing>(?i:{any_of(words_of('things'))}))(?P<comma>)\s(?P<who>who)\s(?=(?:{AFTER})\b)"
    )
    safety = Safety.UNSAFE
    cases = (
        Case("It was ⟦the treaty who⟧ ended the war.", fixed="It was the treaty that ended the war."),
        Case(
            "⟦The storm, who⟧ hit at dawn, killed nobody.",
            fixed="The storm, which hit at dawn, killed nobody.",
        ),
        Case("⟦Ferry who⟧ failed twice is sold", fixed="Ferry that failed twice is sold", plain=True),
        Case("⟦One drone, who⟧ had been late, crashed.", fixed="One drone, which had been late, crashed."),
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
