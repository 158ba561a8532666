from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, Scope


@dataclass(frozen=True, kw_only=True)
class ReversedTitle(PatternRule):
    """The family name stands before the title, and the given name behind it: “Novak President Anna”.

    Engines that reorder names put the title between their parts. Only where the article says the name in
    the right order elsewhere. The fix puts title, given name and family name in order, with eyes.

    Source: artefact TN06 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 0; no found corpus of
    ours holds the damage, so it rests on its cases.
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
