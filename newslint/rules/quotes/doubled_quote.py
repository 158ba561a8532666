from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety


class DoubledQuote(PatternRule):
    """Quotation marks are doubled or empty: “““So”, ""so"", “”.

    ## What it does
    Drops all but one of two or three curly marks that face the same way, and a spreadsheet's doubling where
    it is on both sides.

    ## Why it matters
    Spreadsheets double marks inside a cell, and engines add one from each side of a seam.

    ## Fix safety
    Safe. An empty pair has no fix, because its words are lost.

    ## References
    Study of machine-translated news, artefacts PQ11 and EN09.
    """

    expression = (
        r"(?P<same>(?<![“”])(?:“{2,3}|”{2,3})(?![“”]))"
        r"|(?P<empty>(?<![“\w])“\s?”(?!”)|(?<=\p{L}\s)\"\"(?=\s\p{L}))"
        r"|(?<![\w\"])(?P<left>\"\")(?=[\p{L}\p{N}])[^\"\n]{1,300}(?<=[\p{L}\p{N}.,!?])(?P<right>\"\")"
        r"(?![\w\"])"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.QUOTED})
    cases = (
        Case("⟦““⟧It is open,” he said.", fixed="“It is open,” he said."),
        Case("“It is open,⟦””⟧ he said.", fixed="“It is open,” he said."),
        Case('The ⟦""open""⟧ door.', fixed='The "open" door.'),
        Case("⟦“““⟧It is open,” he said.", fixed="“It is open,” he said."),
        Case("He called it ⟦“”⟧ and left."),
        Case('They had ⟦""⟧ no comment.'),
        Case('“‘Open,’ he said,” she said, and a 6" board.'),
        Case('She said "it is "open"" to him.'),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["empty"]:
            return Finding(at, "empty quotation: are words missing?")
        if match["same"]:
            return Finding(at, "doubled quotation mark: drop one", (Change(at, match[0][0]),))
        changes = tuple(Change(Range(*match.span(side)), '"') for side in ("left", "right"))
        return Finding(at, "quotation marks doubled as in CSV: write each once", changes)
