from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


@dataclass(frozen=True, kw_only=True)
class UnitFragment(PatternRule):
    """A unit is doubled or cut: “30 degrees C °”.

    ## What it does
    Drops the extra sign, or the stop in “per cent. of the votes”. A stop before a capital ends the
    sentence and passes.

    ## Why it matters
    Engines spell a unit out and leave its sign, or take “cent.” in “per cent” for an abbreviation.

    ## Fix safety
    Safe: figure and unit stay the same.

    ## References
    Study of machine-translated news, artefact ND13.
    """

    expression = (
        r"(?:\d\s?per\scent(?P<odd>\.)(?=\s\p{Ll})"
        r"|\d\s?(?:degrees(?:\s(?:[CF]|Celsius|Fahrenheit))?(?P<odd>\s?°\s?[CF]?)"
        r"|°(?:\s?[CF])?(?P<odd>\s?degrees))(?![\p{L}\d]))"
    )
    safety = Safety.SAFE
    cases = (
        Case("It got 3⟦0 per cent.⟧ of the votes.", fixed="It got 30 per cent of the votes."),
        Case("It was 3⟦0 degrees C °⟧ at noon.", fixed="It was 30 degrees C at noon."),
        Case("It was 3⟦0 degrees °⟧, then 2⟦0° degrees⟧.", fixed="It was 30 degrees, then 20°."),
        Case("It got 30 per cent. Nobody knew. It was 30 degrees C and 20°C."),
        Case("A turn of 30 degrees in the road is 20° to the north."),
    )

    @property
    def trace(self) -> str:
        return r"\d\s?per\scent\.\s\p{Ll}|\d\s?degrees.{0,12}°|\d\s?°.{0,3}degrees"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        odd = Range(*match.span("odd"))
        said = odd.of(block.text).strip()
        return Finding(
            Range(*match.span()), f"leftover part of a unit, “{said}”: delete it", (Change(odd, ""),)
        )
