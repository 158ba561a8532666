from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


class DoubleComma(PatternRule):
    """Two commas appear where one belongs.

    ## What it does
    Keeps one. Reports a comma next to a semicolon.

    ## Why it matters
    A seam between translated segments brings a comma from each side.

    ## Fix safety
    Safe. Unsafe where white space separates the commas, since words may be missing between them.
    """

    expression = (
        r"(?<=[\p{L}\p{N}%”’)])(?:,(?:[ \xa0]?,)+(?=[\s”’\"')]|\Z)|(?P<mixed>,[ \xa0]?;|;[ \xa0]?,)(?=\s))"
    )
    safety = Safety.SAFE
    cases = (
        Case("On March 4⟦,,⟧ the bridge fell.", fixed="On March 4, the bridge fell."),
        Case("The bridge⟦,,,⟧ they said, fell.", fixed="The bridge, they said, fell."),
        Case(
            "The mayor⟦, ,⟧ a baker and a nurse came.",
            fixed="The mayor, a baker and a nurse came.",
            safety=Safety.UNSAFE,
        ),
        Case("The mayor⟦;,⟧ a baker, and a nurse⟦,;⟧ came."),
        Case("The table read 4,,5 and a,,b."),
        Case("He wrote ,,low marks“ as in Vienna."),
        Case("The mayor, a baker, and a nurse came."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["mixed"]:
            return Finding(
                Range(*match.span()), "comma next to a semicolon: keep one", suggestions=(",", ";")
            )
        at, apart = Range(*match.span()), match[0].strip(",") != ""
        message = "double comma: is a word missing between them?" if apart else "double comma"
        safety = Safety.UNSAFE if apart else None
        return Finding(at, message, (Change(at, ","),), safety=safety)
