from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


@dataclass(frozen=True, kw_only=True)
class ReportedByFrame(PatternRule):
    """A frame of Russian or Ukrainian news stands round the facts: “This is stated in”, “on the air of”.

    English news names the source after the fact. Human translators keep such frames too, hence the
    rule is off.

    Source: artefact AT08 of the study of machine-translated news.
    Rates per million words: clean-curly 0.3, clean-straight 0, mt-documents 61.9; human
    translations have as many, hence off.
    """

    default = False
    expression = (
        r"(?:\b(?:This|It)\s(?:is|was)\s(?:stated|reported|said|announced)\sin\s(?:the\s)?"
        r"|\b[Oo]n\sthe\sair\sof\s|\b(?:[Ii]n|[Bb]y)\sthe\spress\sservice\sof\s"
        r"|\bAs\sreported\sby\sthe\spress\sservice\b)"
    )
    cases = (
        Case("⟦This is stated in the ⟧report of the office."),
        Case("She said so ⟦on the air of ⟧a channel."),
        Case("The report says so."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(at, "reporting formula of another language: name the source after the fact")
