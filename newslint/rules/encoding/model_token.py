from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range, RunKind, Severity


@dataclass(frozen=True, kw_only=True)
class ModelToken(PatternRule):
    """A token of the translation engine stands in the text: “<unk>”, “▁the”, “trans@@ lation”, “⁇”.

    Engines cut words into pieces and mark the cuts; a broken one leaves the marks, or a sign for a
    word that it did not know. What stood there, newslint cannot tell, so it only reports.

    Source: artefact EN07 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 51.8; of 6 findings read
    on mt-documents 6 were true damage.
    """

    expression = (
        r"<(?:unk|UNK|s|/s|pad|mask|url|num|name|sep|cls|bos|eos|\|endoftext\|)>|\[(?:UNK|MASK|SEP|CLS|PAD)\]"
        r"|▁\w*|\b\w{1,30}@@(?=\s)|⁇|__[A-Z]{2,}__"
    )
    severity = Severity.ERROR
    any_language = True
    reads = frozenset({RunKind.MARKUP, RunKind.TEMPLATE})
    cases = (
        Case("The mayor of ⟦<unk>⟧ resigned.", plain=True),
        Case("They ⟦trans@@⟧ lated it, ⟦▁the⟧ town paid ⟦⁇⟧ euros to ⟦[UNK]⟧.", plain=True),
        Case("Write to anna@oak.org or @anna; a < b and b > a.", plain=True),
        Case("The mask [sic] fell.", plain=True),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        message = f"token of a translation engine, “{match[0]}”: what is missing here?"
        return Finding(Range(*match.span()), message)
