from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range, Scope


@dataclass(frozen=True, kw_only=True)
class HalfCapitalTitle(PatternRule):
    """A fixed title is half capitalised: “the Foreign minister”, “vice President”.

    ## What it does
    Reports a title of two words of which only one has a capital.

    ## Why it matters
    Engines write a title word by word. Before a name both words take capitals, elsewhere neither does.

    ## Fix safety
    No fix: whether the title belongs to a name has to be read.

    ## References
    Study of machine-translated news, artefact TN13.
    """

    expression = (
        r"(?<=\p{Ll}[,]?\s)(?:(?P<first>Foreign|Finance|Defen[cs]e|Interior|Prime"
        r"|Justice)\s(?P<small>minister)|(?P<low>foreign|finance|defen[cs]e|interior|prime"
        r"|justice)\s(?P<high>Minister)|vice\sPresident|first\sLady)(?![\p{L}’'-])"
    )
    scope = Scope.DOCUMENT
    cases = (
        Case("They heard the ⟦Foreign minister⟧ on Monday, and the ⟦first Lady⟧ came."),
        Case("Prime minister Novak came. The foreign minister left with Foreign Minister Orpo."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if block.is_quoted(at):
            return None
        return Finding(
            at,
            f"mixed capitals in “{match[0]}”: use “{match[0].lower()}” or “{match[0].title()}”",
            suggestions=(match[0].lower(), match[0].title()),
        )
