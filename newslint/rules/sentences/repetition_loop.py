from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Document, Finding, PatternRule, Range
from newslint.text.repeats import looping


@dataclass(frozen=True, kw_only=True)
class RepetitionLoop(PatternRule):
    """A word is said four times or more in a row: “in Bern, Bern, Bern, Bern”.

    Neural engines fall into loops on lists, tables and names that they do not know. What should follow the
    first one is lost, so the word alone is offered and nothing applied. What people chant or sing stands in
    quotation marks and is let pass.

    Source: artefact SB13 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0.6, mt-documents 2.9; both findings on
    mt-documents were read, both true; that on clean-straight is speech without its marks.
    """

    expression = r"(?<![\w’'-])(?P<word>[A-Za-z][A-Za-z’'-]{1,30})(?:[,;]?\s(?P=word)){3,}(?![\w’'-])"
    trace = ""
    cases = (
        Case("They met in ⟦Bern, Bern, Bern, Bern⟧ and Basel."),
        Case("The report of the ⟦ministry ministry ministry ministry ministry⟧ was read."),
        Case("“Win, win, win, win,” he shouted."),
        Case("They met in Bern, Bern, Bern and Basel, and it was very, very, very cold."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        if looping(document.joined):
            yield from super().check(document, candidates)

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if block.is_quoted(at):
            return None
        return Finding(
            at,
            f"“{match['word']}” repeated again and again: what should follow?",
            suggestions=(match["word"],),
        )
