from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import regex

from newslint.lexicon.classes import entries
from newslint.lexicon.english_words import is_word
from newslint.rules import Block, Case, Change, Finding, Range, Rule, Safety, any_of, pattern

WORDLIKE = frozenset(
    form
    for name, _read, kind, article, *_rest in entries("acronyms")
    if article == "bare" and kind in ("body", "agency", "outlet")
    for form in ((name, name.capitalize()) if name.isalpha() and len(name) > 3 else (name,))
    if form.isupper() or not is_word(name.lower())
)
"""Names that take no article, in the spellings that the press uses: “UNICEF”, “Unicef”."""

LINKS = "about|after|against|as|at|before|but|by|during|for|from|in|into|on|over|to|under|until|while|with"
AUXILIARIES = (
    "is|was|has|had|does|did|will|would|can|could|may|might|must|should|said|says|announced|declared|warned"
)
FOLLOWERS = rf"""(?x)
    \s*$ | [.!?;:)”"…] | \s[–—-]\s
  | ,(?!\s\p{{Lu}}\p{{Lu}})
  | [’']s\b
  | \s+(?:{LINKS}|{AUXILIARIES})\b
  | \s+(?:and|or)\s+(?:{LINKS}|{AUXILIARIES}|the|an?|its|their|that|of|other|then|also|not)\b
"""
"""Text that can follow a noun phrase, but not a noun that the article might belong to."""


class ArticleBeforeAcronym(Rule):
    """An acronym that takes no article has one: “the NATO”.

    ## What it does
    Drops the article before acronyms that take none, where the next word ends the
    phrase. An article that belongs to a following noun (“the NATO summit”, “the NATO and G7 leaders”)
    passes.

    ## Why it matters
    French, German, Spanish and Russian say “l’OTAN”, “die NATO”, and engines carry the article over.
    English drops it before acronyms pronounced as words.

    ## Fix safety
    Safe: the names are listed and what follows is checked. Unsafe where the name is a word too (“ICE”), which
    the article may use for something else.

    ## Options
    `names`: the acronyms that take no article.

    ## References
    AP and Guardian style on acronyms pronounced as words.
    """

    names: frozenset[str] = WORDLIKE

    safety = Safety.SAFE
    cases = (
        Case(
            "Norway renewed its pledge to ⟦the NATO⟧ and to its neighbours.",
            fixed="Norway renewed its pledge to NATO and to its neighbours.",
        ),
        Case("⟦The NATO⟧ said it was ready.", fixed="NATO said it was ready."),
        Case(
            "He left ⟦the OPEC⟧, then ⟦the Unesco⟧. So did ⟦the FIFA⟧’s auditor.",
            fixed="He left OPEC, then Unesco. So did FIFA’s auditor.",
        ),
        Case("The NATO summit opened as the NATO and G7 leaders arrived."),
        Case("Envoys from the EU, the UN and the FBI met the NASA chief."),
        Case("This is not the NATO of old, nor the NATO that we joined."),
        Case("The NATO, EU and UN envoys left. The NATO-led force stayed."),
        Case("They backed the NATO or EU bid of Montenegro and the NATO membership of Finland."),
        Case("The NATO alliance and the Fifa-approved ball; the Swift on its nest."),
    )

    @cached_property
    def trace(self) -> str:
        return rf"[Tt]he\s+(?:{any_of(self.names)})"

    def check_block(self, block: Block) -> Iterator[Finding]:
        for match in self._found.finditer(block.text):
            name = match["name"]
            message = f"“{name}” takes no article"
            cut = Change(Range(match.start(), match.start("name")), "")
            safety = Safety.UNSAFE if is_word(name.lower()) else None
            yield Finding(Range(match.start(), match.end("name")), message, (cut,), safety=safety)

    @cached_property
    def _found(self) -> regex.Pattern[str]:
        return pattern(rf"\b[Tt]he\s+(?P<name>{any_of(self.names)})(?![\w+])(?={FOLLOWERS})")
