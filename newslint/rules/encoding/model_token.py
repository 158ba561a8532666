from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range, RunKind, Severity


class ModelToken(PatternRule):
    """A translation engine's token is left in the text: “<unk>”, “▁the”.

    ## What it does
    Reports unknown-word signs (“<unk>”, “⁇”) and subword marks (“trans@@ lation”).

    ## Why it matters
    Engines cut words into pieces and mark the cuts. A broken one leaves the marks, or a sign for a word
    it did not know.

    ## Fix safety
    No fix: the lost word cannot be known.

    ## References
    Study of machine-translated news, artefact EN07.
    """

    expression = (
        r"<(?:unk|UNK|s|/s|pad|mask|url|num|name|sep|cls|bos|eos|\|endoftext\|)>|\[(?:UNK|MASK|SEP|CLS|PAD)\]"
        r"|\(\*\d{1,4}\*\)|▁\w*|\b\w{1,30}@@(?=\s)|⁇|__[A-Z]{2,}__"
    )
    severity = Severity.ERROR
    any_language = True
    reads = frozenset({RunKind.MARKUP, RunKind.TEMPLATE})
    cases = (
        Case("⟦(*14*)⟧ It rained, and the (*) and (14) stayed."),
        Case("The mayor of ⟦<unk>⟧ resigned.", plain=True),
        Case("They ⟦trans@@⟧ lated it, ⟦▁the⟧ town paid ⟦⁇⟧ euros to ⟦[UNK]⟧.", plain=True),
        Case("Write to anna@oak.org or @anna; a < b and b > a.", plain=True),
        Case("The mask [sic] fell.", plain=True),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        message = f"token of a translation engine, “{match[0]}”: what is missing here?"
        return Finding(Range(*match.span()), message)
