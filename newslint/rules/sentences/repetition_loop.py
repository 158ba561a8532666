from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from newslint.rules import Block, Case, Document, Finding, PatternRule, Range
from newslint.text.repeats import may_loop


class RepetitionLoop(PatternRule):
    """A word occurs four or more times in a row.

    ## What it does
    Reports “in Bern, Bern, Bern, Bern” and suggests the single word. Chants and songs pass, as they are
    in quotation marks.

    ## Why it matters
    Neural engines fall into loops on lists, tables and names that they do not know.

    ## Fix safety
    No fix: what should follow the first word is lost.

    ## References
    Study of machine-translated news, artefact SB13.
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
        if may_loop(document.encoded_text):
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
