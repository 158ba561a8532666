from __future__ import annotations

import regex

from newslint.lexicon.amounts import SCALE
from newslint.lexicon.numerals import SMALL, TENS
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, pattern
from newslint.text.figures import counted_after

QUANTITY = (
    rf"(?:(?!ten\s{SCALE}s)(?:{'|'.join([*TENS, *reversed(SMALL[1:])])})|[Ss]everal|[Aa]\s(?:few|couple))"
)
NOT_LOOSE = (
    r"(?:\b(?:an?|one|the|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|thousand|couple|half|every|last|first|per|each|this|that|few|several|another|many|next|some"
    r"|of|by|about|nearly|around|roughly|almost|even|baker.s|long|round|full|good|whole|daily|odd)[\s-]|[\d.,+][\s-]?)"
)
"""Before a scale that a number or article belongs to: “half a dozen of”."""
HEDGE = r"(?:\b(?:than|about|some|nearly|almost|roughly|around|over|at least|up to) |\p{Sc})\Z"
REACH = 12
YEAR = r"(?:1[5-9]|20)\d\d"


class CountedScale(PatternRule):
    """A scale word is plural after a number: “three millions people”.

    ## What it does
    Drops the “s”, and an “of” after it. A plural after a year (“in 2015 millions of voters”) and the singular
    of a plural (“hundreds million”) are shown.

    ## Why it matters
    Romance and Slavic languages use the plural there; English after a number does not.

    ## Fix safety
    Safe after a number, which “millions” cannot follow. Unsafe before “of” unless a hedge, a sign or a
    decimal shows that both are one number: they may be separate (“at 20 thousands of voters left”).

    ## References
    Study of machine-translated news, artefact AG13.
    """

    expression = (
        rf"(?<![\d.,–-]|\d\s)(?<![\w,;]\s\p{{Lu}}\p{{L}}{{1,20}}\s)\b(?:(?!{YEAR}\s)\d[\d,]*(?:\.\d+)?"
        rf"|{QUANTITY}(?:[\s-]{QUANTITY}){{0,2}})\s"
        rf"(?:(?P<inner>hundred|thousand)\s)?(?P<scale>{SCALE})(?P<plural>s)(?P<of>\sof)?(?=\s"
        rf"|[.,;:!?)”\"]|\Z)"
        r"|\b(?P<outer>[Hh]undreds|[Tt]housands|[Tt]ens)\s(?P<scale>thousand|million"
        r"|billion)(?P<lost>)s?(?=\s)"
        r"|\b(?:[Hh]undreds|[Tt]housands|[Tt]ens)\sof\s(?P<single>hundred|thousand|million|billion)(?=\s)"
        r"(?!\s(?:dollar|pound|euro|year|mile|foot|ton|tonne|seat|page|word|strong)s?\b)"
        rf"|(?<!{NOT_LOOSE})\b(?P<loose>[Hh]undred|[Tt]housand|[Mm]illion|[Dd]ozen)\sof(?=\s(?:\p{{Ll}}|[1-9]))(?!\s(?:course|the|th[eo]se|them|us|it)\b)"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS})
    cases = (
        Case("Since 2014, thousands people say, nothing has changed; in 2015, millions of voters left."),
        Case("The town has ⟦three millions⟧ inhabitants.", fixed="The town has three million inhabitants."),
        Case(
            "Some ⟦20 thousands of⟧ refugees came.",
            fixed="Some 20 thousand refugees came.",
            safety=Safety.UNSAFE,
        ),
        Case("They sold ⟦1.5 millions⟧ copies.", fixed="They sold 1.5 million copies."),
        Case("It drew nearly ⟦4 millions of⟧ hikers.", fixed="It drew nearly 4 million hikers."),
        Case(
            "It paid ⟦four hundred millions⟧ pounds, and ⟦several hundred millions⟧ more, or $⟦6 millions⟧.",
            fixed="It paid four hundred million pounds, and several hundred million more, or $6 million.",
        ),
        Case(
            "It cost ⟦hundreds million⟧ pounds.",
            fixed="It cost hundreds of millions of pounds.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "⟦Hundreds of thousand⟧ people and ⟦tens of thousand⟧ of hens fled.",
            fixed="Hundreds of thousands of people and tens of thousands of hens fled.",
        ),
        Case("It came after ⟦hundred of⟧ people left.", fixed="It came after hundreds of people left."),
        Case("A dozen of them, a million of people, hundreds of thousand-year-old oaks, dozen of the best."),
        Case(
            "Hundreds came, thousands of refugees among them, one millions hope for, in the several millions."
        ),
        Case("In 2015 millions of voters stayed at home."),
        Case("Two million people came, hundreds of millions of them; a Boeing 747 thousands know."),
    )

    @property
    def trace(self) -> str:
        return (
            rf"(?:\d|{QUANTITY}) (?:(?:hundred|thousand) )?{SCALE}s\b|(?:undreds|housands|ens) (?:thousand"
            rf"|million|billion)|(?:undreds|housands|ens) of (?:hundred|thousand|million|billion) "
            r"|(?:undred|housand|illion|ozen) of "
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["single"] or match["loose"]:
            group = "single" if match["single"] else "loose"
            place, plural = Range(*match.span(group)), f"{match[group]}s"
            of = " of" if group == "single" and not block.text.startswith(" of ", at.end) else ""
            written = f"{plural}{of}"
            message = f"use “{written}”"
            counted = counted_after(block.text, at.end + (0 if of or group == "loose" else len(" of")))
            return Finding(at, message, (Change(place, written),), safety=None if counted else Safety.UNSAFE)
        if match["outer"]:
            return self._of_scales(at, match, block)
        if match[0][: match.start("scale") - match.start()].rstrip().endswith(","):
            return None
        loose = match[0].startswith(("s", "S", "a", "A")) and not match["inner"] and not match["of"]
        if loose and not counted_after(block.text, at.end):
            return None  # “in the several millions”
        message = f"plural “{match['scale']}s” after a number: use the singular"
        change = Change(Range(match.start("plural"), at.end), "")
        safety = Safety.UNSAFE if match["of"] and not self._is_one_number(at, block.text) else None
        return Finding(at, message, (change,), safety=safety)

    @staticmethod
    def _is_one_number(at: Range, text: str) -> bool:
        """Whether a hedge, sign or decimal ties the figure to its scale."""
        led = pattern(HEDGE).search(text, max(at.start - REACH, 0), at.start)
        return led is not None or pattern(r"\d+\.\d").match(text, at.start) is not None

    @staticmethod
    def _of_scales(at: Range, match: regex.Match[str], block: Block) -> Finding:
        """Two scales without the words between: “hundreds million”."""
        of = "" if block.text.startswith(" of ", at.end) or block.text.startswith(" more", at.end) else " of"
        written = f"{match['outer']} of {match['scale']}s{of}"
        return Finding(at, f"use “{written}”", (Change(at, written),), safety=Safety.UNSAFE)
