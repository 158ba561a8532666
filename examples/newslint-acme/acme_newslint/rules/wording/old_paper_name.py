from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety


class OldPaperName(PatternRule):
    """Our own paper is called by a name that it gave up.

    ## What it does
    Writes the name that the paper has had since 2019 for “Acme Evening Courier”.

    ## Why it matters
    Old templates keep a name that readers no longer know.

    ## Fix safety
    Safe: nobody else has the old name.

    ## Options
    `name`: the name to write.
    """

    name: str = "Acme Courier"

    expression = r"\bAcme Evening Courier\b"
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("She told the ⟦Acme Evening Courier⟧ so.", fixed="She told the Acme Courier so."),
        Case(
            "He reads the ⟦Acme Evening Courier⟧.", fixed="He reads the Courier.", options={"name": "Courier"}
        ),
        Case("The Acme Courier reported it first."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(at, f"“{match[0]}” is now the {self.name}", (Change(at, self.name),))
