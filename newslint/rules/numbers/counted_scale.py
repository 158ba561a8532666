from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.lexicon.counted import COUNTED, SMALL_NUMBERS
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, any_of


@dataclass(frozen=True, kw_only=True)
class CountedScale(PatternRule):
    """A scale word is plural after a number: “three millions people”.

    ## What it does
    Drops the “s”, and an “of” after it.

    ## Why it matters
    Romance and Slavic languages use the plural there; English after a number does not.

    ## Fix safety
    Unsafe: the number and the scale may be separate (“in 2015, millions of voters left”).

    ## References
    Study of machine-translated news, artefact AG13.
    """

    expression = (
        rf"(?<![\d.,–-])\b(?:\d[\d.,]*|{'|'.join(SMALL_NUMBERS)})\s"
        rf"(?P<scale>hundred|thousand|million|billion)(?P<plural>s(?:\sof)?)(?=\s(?:{any_of(COUNTED)})\b)"
    )
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NUMBERS})
    cases = (
        Case("Since 2014, thousands people say, nothing has changed; in 2015, millions of voters left."),
        Case("The town has ⟦three millions⟧ inhabitants.", fixed="The town has three million inhabitants."),
        Case("Some ⟦20 thousands of⟧ refugees came.", fixed="Some 20 thousand refugees came."),
        Case("They sold ⟦1.5 millions⟧ copies.", fixed="They sold 1.5 million copies."),
        Case("Hundreds of people came, thousands of refugees among them."),
        Case("In 2015 millions of voters stayed at home."),
        Case("Two million people came."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match[0][: match.start("scale") - match.start()].rstrip().endswith(","):
            return None
        if match["plural"] != "s" and regex.match(r"(?:19|20)\d\d\s", match[0]):
            return None
        message = f"plural “{match['scale']}” after a number: use the singular"
        return Finding(Range(*match.span()), message, (Change(Range(*match.span("plural")), ""),))
