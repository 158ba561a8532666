from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


@dataclass(frozen=True, kw_only=True)
class SymbolAfterFigure(PatternRule):
    """The sign of a currency stands behind the figure, where English has it in front: “30€”, “5 million £”.

    Most of Europe writes the sign last, and engines leave it there. The fix puts it before the figure; the
    figure stays what it was. A single digit and a dollar (“5$”) is let pass, since it is also code.

    Source: artefact ND05 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 0; no found corpus of
    ours holds the damage, so it rests on its cases.
    """

    expression = (
        r"(?<![\w.,:/$€£¥+–-]|[$€£¥]\s)(?P<figure>\d[\d,]*(?:\.\d+)?(?:\s(?:million|billion|trillion"
        r"|thousand))?)"
        r"(?P<sign>\s?[€£¥]|\s\$|(?<=\d[,.]?\d)\$)(?P<scale>\s(?:million|billion"
        r"|trillion)\b)?(?![\d\w/]|\s?\d)"
    )
    safety = Safety.SAFE
    cases = (
        Case("A ticket costs ⟦30€⟧ now.", fixed="A ticket costs €30 now."),
        Case("It cost ⟦1,200 €⟧, or ⟦5 million £⟧.", fixed="It cost €1,200, or £5 million."),
        Case("They paid ⟦2.5 $⟧ each.", fixed="They paid $2.5 each."),
        Case("A ticket costs €30, $5 or £2 million."),
        Case("Between 10 €5 notes; from $3 £4 came; pay 5$ in code, 3-4€ a day."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        written = match["sign"].strip() + match["figure"] + (match["scale"] or "")
        at = Range(*match.span())
        return Finding(at, f"currency sign after the figure: use “{written}”", (Change(at, written),))
