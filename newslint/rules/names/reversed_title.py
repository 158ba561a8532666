from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, Scope


@dataclass(frozen=True, kw_only=True)
class ReversedTitle(PatternRule):
    """The title splits a reversed name: “Novak President Anna”.

    ## What it does
    Writes title, given name and family name in order, if the article has the name in the right order
    elsewhere.

    ## Why it matters
    Engines that reorder names put the title between their parts.

    ## Fix safety
    Unsafe: two names may meet by chance.

    ## References
    Study of machine-translated news, artefact TN06.
    """

    expression = (
        r"\b(?P<family>\p{Lu}\p{Ll}[\p{L}’-]+)\s(?P<title>President|Prime Minister|Foreign Minister"
        r"|Chancellor|Minister"
        r"|Senator|Governor|Secretary)\s(?P<given>\p{Lu}\p{Ll}[\p{L}’-]+)(?!\s\p{Lu})\b"
    )
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    scope = Scope.DOCUMENT
    cases = (
        Case(
            "Anna Novak came. Then ⟦Novak President Anna⟧ spoke.",
            fixed="Anna Novak came. Then President Anna Novak spoke.",
        ),
        Case("French President Anna came. Then Novak President Anna spoke."),
        Case("Anna French came. French President Orpo spoke."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        whole = f"{match['given']} {match['family']}"
        if not any(whole in text for text in block.document.texts):
            return None
        at, right = Range(*match.span()), f"{match['title']} {whole}"
        return Finding(at, f"title inside the name: use “{right}”", (Change(at, right),))
