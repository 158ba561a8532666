from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rule import Block, Case, Finding, PatternRule, Range, Severity


@dataclass(frozen=True, kw_only=True)
class ModelToken(PatternRule):
    """A token of the translation engine stands in the text: “<unk>”, “▁the”, “trans@@ lation”, “⁇”.

    Engines cut words into pieces and mark the cuts; a broken one leaves the marks, or a sign for a
    word that it did not know. What stood there, newslint cannot tell, so it only reports.

    Source: artefact EN07 of the study of machine-translated news.
    @RATES@
    """

    expression = (
        r"<(?:unk|s|/s|pad|mask|url|num|name|sep|cls|bos|eos|\|endoftext\|)>|\[(?:UNK|MASK|SEP|CLS|PAD)\]"
        r"|▁\w*|\b\w{1,30}@@(?=\s)|⁇|__[A-Z]{2,}__"
    )
    severity = Severity.ERROR
    cases = (
        Case("The mayor of ⟦<unk>⟧ resigned."),
        Case("They ⟦trans@@⟧ lated it, ⟦▁the⟧ town paid ⟦⁇⟧ euros to ⟦[UNK]⟧."),
        Case("Write to anna@oak.org or @anna; a < b and b > a."),
        Case("The mask [sic] fell."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        message = f"“{match[0]}” is a token of a translation engine: what stood here?"
        return Finding(Range(*match.span()), message)
