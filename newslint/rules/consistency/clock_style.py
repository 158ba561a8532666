from __future__ import annotations

from typing import Literal

import regex

from newslint.rules import Block, Case, Change, Protected, Range, Safety
from newslint.rules.families.consistency import ConsistencyRule

LED = r"(?<=\b(?:at|by|from|until|till|around|before|after|since|between|and|about|to)\s)"
ZONES = r"GMT|BST|UTC|CET|CEST|EST|EDT|PST|PDT|local\stime|hours?|hrs"
GOES_ON = (
    r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\s(?:[A-Z]{2,4}T|ET|GMT|BST|UTC)\b|\s\p{Ll}|,|;|:|-|–|\s—"
)
LATER = "It opens at 9 a.m., shuts at 5:30 p.m. and the last bus goes at 6 p.m. daily."


class ClockStyle(ConsistencyRule):
    """A time of day departs from house style or the article's habit.

    ## What it does
    Flags “21:30” or “9:30pm” where the house, or the rest of the article, writes it another way. A time
    without “a.m.” or “p.m.” counts only from 13:00 on or with a leading zero, and only after a word
    such as “at” or before a time zone, because scores and ratios look the same.

    ## Why it matters
    An article in two clock styles looks assembled from parts.

    ## Fix safety
    Unsafe: the hour stays the same, but a score or ratio may be mistaken for a time.

    ## Options
    `house`: one of “9:30 p.m.”, “9:30 pm”, “9:30pm”, “9.30pm” and “21:30”. Without it the article's own
    habit decides.

    ## References
    Study of machine-translated news, artefact ND12.
    """

    house: Literal["", "9:30 p.m.", "9:30 pm", "9:30pm", "9.30pm", "21:30"] = ""

    expression = (
        r"(?<![\w.,:$€£–-])(?:(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?(?P<gap>\s?)"
        r"(?P<half>[ap]\.m\.|[ap]m\b|[AP]M\b|[AP]\.M\.)"
        rf"|{LED}(?P<hour>1[3-9]|2[0-3]|0\d):(?P<minute>[0-5]\d)(?![\d:.]\d|-)"
        rf"|(?P<hour>1[3-9]|2[0-3]|0\d):(?P<minute>[0-5]\d)(?=\s(?:{ZONES})\b))"
    )
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NUMBERS, Protected.NAMES})
    cases = (
        Case(
            "Doors open at ⟦21:30⟧, and shut at ⟦11pm⟧ or ⟦9.15 pm⟧ on Friday.",
            fixed="Doors open at 9:30 p.m., and shut at 11 p.m. or 9:15 p.m. on Friday.",
            options={"house": "9:30 p.m."},
        ),
        Case(
            "Doors open at ⟦9:30 p.m.⟧ Friday. They shut by ⟦11 p.m.⟧ Nobody stays after ⟦00:15⟧.",
            fixed="Doors open at 9.30pm Friday. They shut by 11pm. Nobody stays after 12.15am.",
            options={"house": "9.30pm"},
        ),
        Case(
            "Doors open at ⟦9:30 p.m.⟧ and the bus goes at ⟦12:05 AM⟧, the other at ⟦12 p.m.⟧ sharp.",
            fixed="Doors open at 21:30 and the bus goes at 00:05, the other at 12:00 sharp.",
            options={"house": "21:30"},
        ),
        Case(f"{LATER} Gates shut at ⟦7pm⟧.", fixed=f"{LATER} Gates shut at 7 p.m."),
        Case("It opens at 9 a.m. and shuts at 7pm."),
        Case(
            "They won 21:14, in 21:30 of play, a ratio of 14:15; Luke 15:11 and 9:30 are read.",
            options={"house": "9.30pm"},
        ),
        Case("I am 5 am I not? She hears channel 9 AM radio at 9:45.", options={"house": "9:30 p.m."}),
    )

    def required_variant(self, topic: str) -> str:
        return self.house

    def variant(self, match: regex.Match[str], block: Block) -> str:
        half, text = match["half"], match[0]
        if not half:
            return "21:30"
        if half.endswith("M") and regex.match(r"\s(?:radio|station|dial|band)\b", block.text[match.end() :]):
            return ""
        if half in ("am", "AM") and regex.match(r"\s(?:I|not)\b", block.text[match.end() :]):
            return ""
        if match["minute"] is None:
            return self._on_the_hour(half, match["gap"])
        point = text[match.start("minute") - match.start() - 1]
        return f"9{point}30{match['gap'] and ' '}{half.replace('a', 'p')}"

    def _on_the_hour(self, half: str, gap: str) -> str:
        """The variant of a time without minutes; “9pm” also fits “9.30pm”."""
        variant = f"9:30{gap and ' '}{half.replace('a', 'p')}"
        return "9.30pm" if variant == "9:30pm" and self.house == "9.30pm" else variant

    def rewrite(self, match: regex.Match[str], variant: str, block: Block) -> Change | None:
        hour, minute = _hour(match), match["minute"] or "00"
        stop = "." if (match["half"] or "").endswith(".") and _ends_sentence(match, block) else ""
        if variant == "21:30":
            return Change(Range(*match.span()), f"{hour:02}:{minute}{stop}")
        half = variant[4:].replace("p", "a" if hour < 12 else "p")
        time = f"{(hour - 1) % 12 + 1}" + ("" if minute == "00" else f"{variant[1]}{minute}")
        end = match.end()
        if half.endswith("."):
            stop, end = "", end + block.text.startswith(".", end)
        return Change(Range(match.start(), end), time + half + stop)


def _hour(match: regex.Match[str]) -> int:
    """The hour from 0 to 23."""
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    return hour if not half else hour % 12 + (12 if half.startswith("p") else 0)


def _ends_sentence(match: regex.Match[str], block: Block) -> bool:
    """Whether the stop of “p.m.” also ends the sentence."""
    if match.span() == (0, len(block.text.rstrip())):
        return False
    return not regex.match(rf"{GOES_ON}|[.!?)]", block.text[match.end() :])
