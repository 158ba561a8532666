from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, any_of

LINKS = (words_of("prepositions") | {"and", "or", "to"}) - {"about", "like", "but"}
"""Prepositions and conjunctions, without those that often end a clause: “what they talk about”."""
DETERMINERS = frozenset({"the", "a", "an", "his", "its", "their"})
AFTER = r"(?=\s(?:the|an?|his|her|its|their|this|these|one|two)\s)(?!\s[^.,;]{1,40},)"
"""Text after a preposition that has an object: not “they asked for it for, for months”."""
LABEL = r"\p{Lu}\p{L}+:"
COMPOUND = r"\p{Ll}+(?:-\p{Ll}+)+"


class WordAroundComma(PatternRule):
    """A word is repeated around a mark: “kept in, in a freezer”.

    ## What it does
    Drops the second copy of an article, of a preposition before an article, of a compound adjective
    (“long-term, long-term loans”), and of a label that begins a line (“Photo: Photo:”). Quoted speech
    passes.

    ## Why it matters
    Engines cut sentences at commas and translate the parts separately, so both get the word.

    ## Fix safety
    Unsafe: a verb may end in the preposition (“the town he lived in, in the hills”).
    """

    may_change = frozenset({Protected.NAMES})
    expression = (
        rf"(?<![\p{{L}}’'-])(?:(?P<word>{any_of(LINKS)})(?P<again>,\s(?P=word)){AFTER}"
        rf"|(?P<word>{any_of(DETERMINERS)})(?P<again>,\s(?P=word))(?=\s\p{{Ll}})"
        rf"|(?P<word>{COMPOUND})(?P<again>,\s(?P=word))(?=\s\p{{Ll}})"
        r"|\A(?P<word>\p{Lu}\p{L}+)(?P<again>:\s(?P=word))(?=:\s)(?!.*(?P=word):\s.*(?P=word):))"
    )
    cases = (
        Case("They keep it ⟦in, in⟧ a barn.", fixed="They keep it in a barn."),
        Case("⟦Photo: Photo⟧: The barn at dawn.", fixed="Photo: The barn at dawn."),
        Case("They cut ⟦the, the⟧ trees.", fixed="They cut the trees."),
        Case("It signed ⟦long-term, long-term⟧ deals.", fixed="It signed long-term deals."),
        Case(
            "It rose by, by its own count, nine. It is what they pushed for, for now. “It is in, in a barn.”"
        ),
    )

    @property
    def trace(self) -> str:
        twice = any_of({f"{word}, {word}" for word in LINKS | DETERMINERS})
        return rf"\b(?:{twice})\s|{COMPOUND},\s{COMPOUND}\s\p{{Ll}}|\A{LABEL}\s{LABEL}\s"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if block.is_quoted(at):
            return None
        cut = Change(Range(*match.span("again")), "")
        return Finding(at, f"“{match['word']}” on both sides of a mark", (cut,))
