from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, Scope
from newslint.text.figures import is_in_foreign_quotation


class SymbolAfterFigure(PatternRule):
    """A currency sign follows its figure: “30€”, “5 million £”.

    ## What it does
    Moves the sign before the figure. A single digit with a dollar sign (“5$”) passes, since it is also
    code, and so does a quotation in another language.

    ## Why it matters
    Most of Europe writes the sign last, and engines leave it there.

    ## Fix safety
    Safe: the figure stays the same.

    ## References
    Study of machine-translated news, artefact ND05.
    """

    expression = (
        r"(?<![\w.,:/\p{Sc}+–-]|\p{Sc}\s)(?P<figure>\d[\d,]*(?:\.\d+)?(?:\s(?:million|billion|trillion"
        r"|thousand))?)"
        r"(?P<sign>\s?(?![$¢])\p{Sc}|\s\$|(?<=\d[,.]?\d)\$)(?P<scale>\s(?:million|billion"
        r"|trillion)\b)?(?![\d\w/]|\s?\d)"
    )
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    cases = (
        Case("A ticket costs ⟦30€⟧ now.", fixed="A ticket costs €30 now."),
        Case("It cost ⟦1,200 €⟧, or ⟦5 million £⟧.", fixed="It cost €1,200, or £5 million."),
        Case("They paid ⟦2.50 $⟧ each, or ⟦900 ₽⟧.", fixed="They paid $2.50 each, or ₽900."),
        Case("A ticket costs €30, $5 or £2 million."),
        Case("The sign read “Kaffee ab 3,90 €”, the next one “Gulasch mit Knödel 12 €”."),
        Case("Between 10 €5 notes; from $3 £4 came; pay 5$ in code, 3-4€ a day."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        written = match["sign"].strip() + match["figure"] + (match["scale"] or "")
        at = Range(*match.span())
        if is_in_foreign_quotation(at, block):
            return None
        return Finding(at, f"currency sign after the figure: use “{written}”", (Change(at, written),))
