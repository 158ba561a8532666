from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rule import Block, Case, Change, Finding, PatternRule, Range, Safety


@dataclass(frozen=True, kw_only=True)
class DoubleWord(PatternRule):
    """The same word stands twice in a row.

    Engines translate segment by segment and tend to say the word at a seam once for each side.
    The fix drops the second copy. Two capitals may be a name ("Duran Duran"), so those are
    reported and left for a person.
    """

    allowed: frozenset[str] = frozenset({"had", "that"})

    expression = r"(?i)\b([a-z]+)(\s+\1)\b"
    safety = Safety.SAFE
    cases = (
        Case("Police shut ⟦the the⟧ bridge.", fixed="Police shut the bridge."),
        Case("⟦Duran Duran⟧ cancelled."),
        Case("He had had enough."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        word, again = match[1], match[2].strip()
        if word.lower() in self.allowed:
            return None
        name = word.istitle() and again.istitle()
        cut = () if name else (Change(Range(*match.span(2)), ""),)
        return Finding(Range(*match.span()), f"“{word}” is repeated", cut)
