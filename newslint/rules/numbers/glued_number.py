from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range

TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"


@dataclass(frozen=True, kw_only=True)
class GluedNumber(PatternRule):
    """A number mixes words and figures or is split: “eighty9”.

    ## What it does
    Reports “eighty9”, “twenty 5” and “a 1 3-year-old”, and shows the readings.

    ## Why it matters
    Engines build numbers from pieces.

    ## Fix safety
    No fix: the text does not show which number was meant.

    ## References
    Study of machine-translated news, artefact ND15.
    """

    expression = (
        rf"\b(?:(?P<tens>(?i:{TENS}))[\s-]?(?P<unit>[1-9])(?![\d\w.,:%/-]|\s(?:million|billion))"
        r"|(?P<first>(?<![\d.,:/$€£]\s?)(?<=\b(?:[Aa]n?|[Hh]is|[Hh]er|[Tt]he"
        r"|[Tt]heir)\s)[1-9])\s(?P<second>\d)-(?=(?:years?|months?|day|birthday|hour)\b))"
    )
    cases = (
        Case("The mill is ⟦eighty9⟧ years old."),
        Case("He gave ⟦twenty 5⟧ reasons, and a ⟦1 3-⟧year-old laughed."),
        Case("The mill is eighty-nine years old, and a 13-year-old laughed."),
        Case("In group twenty 5.5 million live; thirty 10-year-olds and the 1 4-0 win."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["first"]:
            return Finding(
                at,
                "number split in two",
                suggestions=(f"{match['first']}{match['second']}-", f"{match['second']}-"),
            )
        units = "one two three four five six seven eight nine".split()  # noqa: SIM905
        word = f"{match['tens']}-{units[int(match['unit']) - 1]}"
        tens = TENS.split("|").index(match["tens"].lower()) + 2
        return Finding(
            at, "number half in words, half in figures", suggestions=(word, f"{tens}{match['unit']}")
        )
