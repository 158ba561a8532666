from __future__ import annotations

import regex

from newslint.lexicon.amounts import ABBREVIATIONS, FIGURE, UNITS, units
from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    Safety,
    Scope,
    any_of,
    pattern,
)

DEGREES = frozenset(["degree", "degrees", "degree Celsius", "degrees Celsius", "degree Fahrenheit"])
NAME = rf"(?:{any_of(UNITS - DEGREES - {'percent', 'per cent', 'degrees Fahrenheit'})})"
SYMBOL = rf"(?:{any_of(ABBREVIATIONS - {'%', '°', '°C', '°F'})})"
SPEEDS = frozenset(["mph", "km/h", "kph", "kmh"])
"""Abbreviations that are commoner in news than their words."""
SCALE = r"(?:[CF]\b|Celsius\b|Fahrenheit\b|centigrade\b)"
DEGREE = rf"(?:[\s-]?(?:°|degrees?\b|{SCALE}))"


class UnitFragment(PatternRule):
    """A unit is doubled or cut: “35 km kilometres”.

    ## What it does
    Keeps one of the two: the form that the article uses elsewhere, or else the word. Drops “per hour” after
    “mph”, and the stop in “per cent. of the votes”. A stop before a capital ends the sentence and passes.

    ## Why it matters
    Engines spell a unit out and leave its sign, or take “cent.” in “per cent” for an abbreviation.

    ## Fix safety
    Safe: figure and unit stay the same. Unsafe after a glued “m”, which may stand for million.

    ## References
    Study of machine-translated news, artefact ND13.
    """

    expression = (
        rf"(?<![\w.,])(?P<figure>{FIGURE})(?:(?:\s?|-)(?P<first>{NAME}|{SYMBOL})\s(?P<second>{NAME}"
        rf"|{SYMBOL})(?![\w’'/-])"
        rf"|(?P<degrees>{DEGREE}{{2,5}})(?![\w-])|\s?(?:mph|kph|km/h|kmh)(?P<odd>\s(?:per|an)\shour)\b"
        r"|\s?per\scent(?P<odd>\.)(?=\s\p{Ll}))"
    )
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.NAMES, Protected.NUMBERS})
    cases = (
        Case("It got ⟦30 per cent.⟧ of the votes.", fixed="It got 30 per cent of the votes."),
        Case("It was ⟦30 degrees C °⟧ at noon.", fixed="It was 30 degrees C at noon."),
        Case("It was ⟦30 degrees °⟧, then ⟦20° degrees⟧.", fixed="It was 30 degrees, then 20 degrees."),
        Case("It was ⟦30°C Celsius⟧, then ⟦20 °C degrees⟧.", fixed="It was 30°C, then 20°C."),
        Case(
            "The mast is ⟦35 km kilometres⟧ away in ⟦60 miles per hour mph⟧ wind.",
            fixed="The mast is 35 kilometres away in 60 mph wind.",
        ),
        Case(
            "The mast is ⟦35 kilometres km⟧ from town, 20 km from Wick.",
            fixed="The mast is 35 km from town, 20 km from Wick.",
        ),
        Case("The ⟦18m metres⟧ mast fell.", fixed="The 18 metres mast fell.", safety=Safety.UNSAFE),
        Case(
            "A ⟦50 mph per hour⟧ wind tore ⟦5 kg kilos⟧ off it.", fixed="A 50 mph wind tore 5 kilos off it."
        ),
        Case("It got 30 per cent. Nobody knew. It was 30 degrees C and 20°C, or 68 degrees Fahrenheit."),
        Case("A turn of 30 degrees in the road is 20° to the north, 5 feet 6 inches wide, 5m miles off."),
        Case("It weighs 10 pounds, tons of it in 3 minutes, and it is 30 C (86 F)."),
    )

    @property
    def trace(self) -> str:
        return (
            rf"\d\s?per\scent\.\s\p{{Ll}}|\d.{{0,12}}(?:°\s?\p{{L}}|degrees?[ -](?:°|[CF]).{{0,12}})"
            rf"|mph (?:per|an)|km/?h (?:per|an)|kph (?:per|an)|\d[\s-]?(?:{NAME}|{SYMBOL})\s(?:{NAME}"
            rf"|{SYMBOL})"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["odd"]:
            odd = Range(*match.span("odd"))
            said = odd.of(block.text).strip()
            return Finding(at, f"leftover part of a unit, “{said}”: delete it", (Change(odd, ""),))
        if match["degrees"]:
            return self._degrees(at, match)
        first, second = match["first"], match["second"]
        if not units()[first] & units()[second]:
            return None
        kept = self._usual_form(first, second, at, block)
        glued = first == "m" and block.text[match.start("first") - 1].isdigit()
        change = Change(Range(match.end("figure"), at.end), f" {kept}")
        message = f"unit given twice: “{first}”, “{second}”"
        return Finding(at, message, (change,), safety=Safety.UNSAFE if glued else None)

    @staticmethod
    def _degrees(at: Range, match: regex.Match[str]) -> Finding | None:
        """A temperature that has the sign, the word or the scale twice."""
        marks = match["degrees"]
        words, scales = marks.count("degree"), pattern(SCALE).findall(marks)
        if (
            words + marks.count("°") < 2
            and len(scales) < 2
            and not pattern(rf"{SCALE}.+degree").search(marks)
        ):
            return None
        if len({scale[0].upper() for scale in scales}) > 1:
            return None
        scale = max(scales, key=len, default="")
        whole = pattern(r"\s?°\s?[CF]\b").match(marks)
        written = f" degrees {scale}".rstrip() if words else f"°{scale[:1]}"
        if whole:
            written = whole[0].replace(" ", "")
        change = Change(Range(match.end("figure"), at.end), written)
        return Finding(at, f"unit given twice: “{marks.strip()}”", (change,))

    @staticmethod
    def _usual_form(first: str, second: str, at: Range, block: Block) -> str:
        """The form that the article has elsewhere, or else the usual one."""
        texts = list(block.document.texts)
        texts[block.index] = block.text[: at.start] + block.text[at.end :]
        rest = "\n".join(texts)
        uses = {form: len(regex.findall(rf"\d\s?{regex.escape(form)}\b", rest)) for form in (first, second)}
        if uses[first] != uses[second]:
            return max(uses, key=lambda form: uses[form])
        return min(first, second, key=lambda form: (form not in SPEEDS, form not in UNITS))
