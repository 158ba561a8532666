from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from newslint.rules import Block, Case, Change, Document, Finding, PatternRule, Range, Scope

QUOTED_WORD = re.compile(r" [“\"‘]([^\W\d_]+)")


class WordBeforeQuote(PatternRule):
    """A word before a quotation begins it too: “the ‘the fall’”.

    ## What it does
    Drops the word before the quotation. A quotation after a comma or colon passes.

    ## Why it matters
    Shortening a quotation, by hand or by machine, can leave a word on both sides of the mark.

    ## Fix safety
    Unsafe: the word may be wanted inside the quotation, or outside.
    """

    scope = Scope.DOCUMENT
    expression = (
        r"(?<![\p{L}\p{N}’'-])(?P<word>\p{Ll}+)(?P<cut>[ ])(?P<mark>[“\"‘])(?P=word)(?![\p{L}’'-]|[”\"’])"
    )
    trace = ""
    cases = (
        Case(
            "He spoke of ⟦the “the⟧ fall of the bridge” on Monday.",
            fixed="He spoke of “the fall of the bridge” on Monday.",
        ),
        Case("He said that, “that was it.” She called it: “it was wet.” They said “said” twice."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        if document.encoded_text.repeated_words:
            yield from super().check(document, [block for block in candidates if _may_recur(block.text)])

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if block.is_quoted(Range(match.start(), match.end("word"))):
            return None
        cut = Change(Range(match.start(), match.end("cut")), "")
        message = f"“{match['word']}” before the quotation and in it: delete one"
        return Finding(Range(*match.span()), message, (cut,))


def _may_recur(text: str) -> bool:
    """Whether the first word of a quotation also precedes it."""
    return any(text.endswith(match[1], 0, match.start()) for match in QUOTED_WORD.finditer(text))
