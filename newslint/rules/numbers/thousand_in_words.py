from __future__ import annotations

from decimal import Decimal

import regex

from newslint.lexicon.amounts import CURRENCY, SCALE, UNIT, VALUES
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, Scope, pattern
from newslint.text.figures import counted_after

MULTIPLES = VALUES | {"ten": 10}
ELLIPTICAL = (
    r"(?:(?<![\d.,])\d{1,3}(?:\.\d+)?(?:,|\s(?:to|or|and)|\s?[–-])\s?"
    r"|\bbetween\s\p{Sc}?\d[\d,.]*\sthousand\sand\s)\Z"
)
"""A first figure that shares its “thousand” with the next: “200 to 300 thousand”."""
MEASURED = rf"\s(?:{UNIT}|{CURRENCY})\b"
REACH = 30
PLAIN = r"\d\sthousand\b"
OUT = r"\d,\d{3}\b"
OFTEN = 3
"""Figures with “thousand” in an article that writes none out: the style of its house."""


class ThousandInWords(PatternRule):
    """A figure and a scale word share one number: “300 thousand”.

    ## What it does
    Writes the figure out: “300,000 residents”, “272,400 tons” for “272 thousand and 400 tons”. Speech,
    ranges (“200 to 300 thousand”), “300 million” and articles that write no thousands out pass.

    ## Why it matters
    Russian, Ukrainian and Arabic news write thousands this way, Chinese and Japanese count by ten
    thousands; English news does neither.

    ## Fix safety
    Safe: the number stays the same. Unsafe where two numbers may have met (“$640 thousand 500”) or the
    scale is Asian (“20 ten-thousand”).

    ## References
    Study of machine-translated news, artefact ND08.
    """

    expression = (
        r"(?<![\w.,:/–-]|[\w.,]\p{Sc})(?P<sign>\p{Sc}\s?)?(?<!\p{L})(?P<figure>[1-9]\d{0,2}(?:,\d{3})*(?:\.\d{1,3})?)"
        r"\s(?:(?P<scale>thousand)s?(?:(?P<link>\sand)?\s(?P<ones>\d{1,3})(?![\d,.%]|\s(?:per\s?cent"
        r"|SCALE)|[-–]|\sto\s\d))?"
        r"|(?P<scale>million)s?(?P<link>\sand)?\s(?P<thousands>\d{1,3})\sthousand(?:(?:\sand)?\s(?P<ones>\d{1,3})(?![\d,.%–-]))?"
        r"|(?P<first>ten|hundred)[\s-](?P<scale>thousand|million|billion)s?"
        r"|(?P<scale>hundred))\b(?![-–]\p{L}|\s\p{Sc}|\sSCALE)"
    ).replace("SCALE", SCALE)
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.NUMBERS, Protected.CURRENCY})
    cases = (
        Case(
            "Some ⟦300 thousand⟧ residents left the region.", fixed="Some 300,000 residents left the region."
        ),
        Case("They counted ⟦25 thousand⟧ new cases.", fixed="They counted 25,000 new cases."),
        Case("About ⟦1.5 thousand⟧ people came.", fixed="About 1,500 people came."),
        Case(
            "It cost ⟦300 thousand⟧ euros, ⟦12 thousand⟧ a month.",
            fixed="It cost 300,000 euros, 12,000 a month.",
        ),
        Case(
            "They sold ⟦272 thousand and 400⟧ tons, ⟦12 thousand 500⟧ tiles, ⟦1 million 154 thousand⟧ doses.",
            fixed="They sold 272,400 tons, 12,500 tiles, 1,154,000 doses.",
        ),
        Case(
            "It will help ⟦3 hundred thousand⟧ pupils and ⟦5 hundred⟧ clerks for ⟦$2 hundred million⟧.",
            fixed="It will help 300,000 pupils and 500 clerks for $200 million.",
        ),
        Case(
            "It paid ⟦$640 thousand 500⟧ for work worth ⟦20 ten-thousand⟧ dollars.",
            fixed="It paid $640,500 for work worth 200,000 dollars.",
            safety=Safety.UNSAFE,
        ),
        Case("Some 300,000 residents left, and three thousand people stayed, of 300 million."),
        Case("They baked 200 to 300 thousand cakes, and “5 thousand people came,” he said."),
        Case("It sold 20 thousand cakes, 30 thousand pies and 40 thousand rolls."),
        Case("Between 5 million and 7 million came; in 2015 thousand-mile walks began, 20 hundred-dollar"),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, text = Range(*match.span()), block.text
        plain = not (match["ones"] or match["thousands"] or match["first"])
        if plain and (block.is_quoted(at) or _is_style(block)):
            return None
        if pattern(ELLIPTICAL).search(text, max(at.start - REACH, 0), at.start):
            return None
        value = _value(match)
        if value is None:
            return None
        written = (match["sign"] or "").strip() + _in_figures(value)
        named = counted_after(text, at.end) or pattern(MEASURED).match(text, at.end)
        joined = match["ones"] or match["thousands"]
        sure = (
            plain
            or (match["first"] == "hundred")
            or (joined and (match["link"] or _is_full(match)) and named)
        )
        message = f"number in figures and words: use “{written}”"
        return Finding(at, message, (Change(at, written),), safety=None if sure else Safety.UNSAFE)


def _is_style(block: Block) -> bool:
    """Whether the article writes “thousand” after every figure."""
    article = "\n".join(block.document.texts)
    return len(pattern(PLAIN).findall(article)) >= OFTEN and not pattern(OUT).search(article)


def _is_full(match: regex.Match[str]) -> bool:
    """Whether the second part has all its digits: “12 thousand 500”."""
    return (
        all(len(match[part] or "000") == len("000") for part in ("thousands", "ones")) and not match["sign"]
    )


def _value(match: regex.Match[str]) -> int | None:
    """The number; None if the parts do not add up to one."""
    value = Decimal(match["figure"].replace(",", "")) * VALUES[match["scale"]]
    if match["first"]:
        value *= MULTIPLES[match["first"]]
    if match["thousands"] or match["ones"]:
        if "." in match["figure"]:
            return None
        value += int(match["thousands"] or 0) * 1000 + int(match["ones"] or 0)
    return int(value) if value == int(value) else None


def _in_figures(value: int) -> str:
    """Digits with commas, or rounded millions and billions."""
    for scale in ("billion", "million"):
        if value >= VALUES[scale] and value % (VALUES[scale] // 100) == 0:
            return f"{value / VALUES[scale]:g} {scale}"
    return f"{value:,}"
