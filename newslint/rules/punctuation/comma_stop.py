from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


@dataclass(frozen=True, kw_only=True)
class CommaStop(PatternRule):
    """A comma, semicolon or colon precedes a full stop.

    ## What it does
    Keeps the stop. Spaced ellipses (“, . . .”), decimals (“, .45”) and the end of an HTML entity
    (“caf&eacute;.”) pass.

    ## Why it matters
    It remains when the end of a sentence was cut, or its attribution moved.

    ## Fix safety
    Safe. Before a lower-case word either mark may be right, so both are shown and there is no fix.
    """

    expression = (
        r"(?<=[\p{L}\p{N}%”’)])(?<!&#?\w{2,9})[,;:][ \xa0]?\.(?![ \xa0]\.)(?=(?P<on>\s+\p{Ll})|\s|\Z)"
    )
    safety = Safety.SAFE
    cases = (
        Case("The bridge fell after the storm⟦,.⟧", fixed="The bridge fell after the storm."),
        Case("Nobody fell⟦, .⟧ The road stays shut.", fixed="Nobody fell. The road stays shut."),
        Case(
            "Three towns lost power⟦;.⟧ A fourth had none.",
            fixed="Three towns lost power. A fourth had none.",
        ),
        Case("The bridge fell⟦,.⟧ and the road with it."),
        Case("We waited, . . . and nobody came."),
        Case("He carried a rifle, .45 calibre, and a map."),
        Case("They met in a caf&eacute;. The idea was pass&#233;."),
        Case("She works for Oak Inc., not for him."),
        Case("The list has dates, etc. Nobody reads it."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, mark = Range(*match.span()), match[0][0]
        if match["on"]:
            return Finding(at, f"“{mark}” next to a full stop: keep one of them", suggestions=(mark, "."))
        return Finding(at, f"“{mark}” before a full stop: keep the full stop", (Change(at, "."),))
