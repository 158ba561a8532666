from __future__ import annotations

from itertools import groupby

import regex

from newslint.lexicon.synonyms import synonym_pairs
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, any_of

LINKS = (
    "but|however|although|though|therefore|thus|hence|consequently|moreover|furthermore|additionally|besides"
)
"""Words that begin a sentence, and may have a capital."""
PAIRS = "|".join(
    rf"{first}\s(?:{any_of(second for _, second in pairs)})"
    for first, pairs in groupby(sorted(synonym_pairs()), key=lambda pair: pair[0])
)


class SynonymTwice(PatternRule):
    """Two words of one sense stand side by side: “began started”.

    ## What it does
    Drops the second of two verbs in one form, modals (“may might”), linking words (“But however,”), adverbs,
    prepositions, adjectives (“big large”), determiners or nouns that English never has side by side. Words
    with a comma or “and” between them and quoted speech pass.

    ## Why it matters
    A spinner puts a synonym beside the word that it should replace; editors leave the old word behind.

    ## Fix safety
    Unsafe: the second word may be the better one.
    """

    expression = (
        rf"(?<![\p{{L}}\d’'.-]|[Bb]ig\s)\b(?:{PAIRS}|(?=\p{{Lu}})(?i:{LINKS})\s(?:{LINKS}))(?![\p{{L}}’'-])"
    )
    cases = (
        Case("Work on the pier ⟦began started⟧ in May.", fixed="Work on the pier began in May."),
        Case(
            "The boats ⟦may might⟧ have to stay in a ⟦big large⟧ shed.",
            fixed="The boats may have to stay in a big shed.",
        ),
        Case("⟦But however,⟧ the pier is shut.", fixed="But the pier is shut."),
        Case(
            "It rained ⟦nearly almost⟧ all day ⟦during throughout⟧ May.",
            fixed="It rained nearly all day during May.",
        ),
        Case("Two ⟦attorneys lawyers⟧ left.", fixed="Two attorneys left."),
        Case("But however long it rains, Ms May can leave. “It may might rain.” It is a big, large shed."),
        Case("It is a huge big deal, and also too far. He stopped. Halted boats began to start."),
    )

    @property
    def trace(self) -> str:
        return rf"\b(?:{PAIRS}|(?i:{LINKS})\s(?:{LINKS}))\b"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        first, second = match[0].split()
        at = Range(*match.span())
        if (first.lower(), second) not in synonym_pairs() or block.is_quoted(at):
            return None
        is_however = second == "however"
        if (is_however and not block.text.startswith(",", at.end)) or block.text.startswith(" deal", at.end):
            return None
        cut = Range(at.start + len(first), at.end + is_however)  # “however” goes with its comma
        return Finding(
            Range(at.start, cut.end), f"“{first}” and “{second}” mean the same: keep one", (Change(cut, ""),)
        )
