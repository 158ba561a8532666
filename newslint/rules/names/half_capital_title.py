from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    Safety,
    Scope,
    any_of,
    pattern,
)

MINISTRIES = any_of((words_of("ministries") - {"Labour", "Treasury", "Home"}) | {"Prime", "Foreign"})
LEADING = "Deputy|Foreign|Lord|Prime|Vice|Chief|Detective|Lieutenant|Secretary|Attorney"
SMALL_FIRST = "deputy|assistant|chief|press|prime|vice|lieutenant|detective|district|crown|lord|rear|home"
GOES_ON = r"\p{Ll},?\s\Z"
"""What precedes a title inside a sentence."""
DETERMINED = r"\b(?i:the|an?|his|her|its|their)\s\Z"
NAME = r"\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}"
HEADS = "President|Secretary|Mayor|Provost|Chancellor|Inspector|Constable|Speaker|Justice|General|Governor"


class HalfCapitalTitle(PatternRule):
    """A fixed title is half capitalised: “the Foreign minister”, “vice President”.

    ## What it does
    Reports a title of two words of which only one has a capital.

    ## Why it matters
    Engines write a title word by word. Before a name both words take capitals, elsewhere neither does.

    ## Fix safety
    Safe before a full name without “the” before it: nobody writes one word of a title in capitals there.
    Elsewhere there is no fix: only a reader can tell whether the title belongs to a name.

    ## References
    Study of machine-translated news, artefact TN13.
    """

    expression = (
        rf"\b(?:(?:{MINISTRIES})\sminister|(?:{MINISTRIES.lower()})\sMinister|vice\sPresident|lieutenant\sGovernor"
        rf"|home\sSecretary|first\sLady|(?:attorney|solicitor|secretary)\sGeneral|(?:{SMALL_FIRST})\s(?:{HEADS})(?=\s\p{{Lu}}\p{{Ll}}+\s\p{{Lu}}\p{{Ll}})|(?:Attorney|Solicitor|Secretary|Surgeon|Governor)\sgeneral(?=\s\p{{Lu}}\p{{Ll}}+\s\p{{Lu}}\p{{Ll}})"
        rf"|(?:{LEADING})\s(?:{HEADS.lower()})(?=\s\p{{Lu}}\p{{Ll}}+\s\p{{Lu}}\p{{Ll}}))(?![\p{{L}}’'-])"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    scope = Scope.DOCUMENT
    cases = (
        Case("They heard the ⟦Foreign minister⟧ on Monday, and the ⟦first Lady⟧ came."),
        Case("They met ⟦press Secretary⟧ Anna Novak.", fixed="They met Press Secretary Anna Novak."),
        Case("They met ⟦Deputy secretary⟧ Anna Novak.", fixed="They met Deputy Secretary Anna Novak."),
        Case("They met ⟦agriculture Minister⟧ Orpo and the ⟦attorney General⟧."),
        Case(
            "It rained. ⟦vice President⟧ Anna Novak left.", fixed="It rained. Vice President Anna Novak left."
        ),
        Case(
            "⟦Defence minister⟧ Anna Novak left with Foreign Minister Orpo.",
            fixed="Defence Minister Anna Novak left with Foreign Minister Orpo.",
        ),
        Case("Prime minister Anna Novak left with foreign minister Orpo of the Ministry."),
        Case("Prime minister Novak came. The foreign minister left with Foreign Minister Orpo."),
    )

    @property
    def trace(self) -> str:
        return (
            rf"(?:{MINISTRIES})\sminister|(?:{MINISTRIES.lower()})\sMinister|vice\sPresident|first\sLady"
            rf"|lieutenant\sGovernor|home\sSecretary|(?:{LEADING})\s(?:{HEADS.lower()})\s\p{{Lu}}"
            rf"|(?:attorney|solicitor|secretary)\sGeneral|(?:{SMALL_FIRST})\s(?:{HEADS})\s\p{{Lu}}|(?:Attorney|Solicitor|Secretary|Surgeon|Governor)\sgeneral\s\p{{Lu}}"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        before = block.text[max(at.start - 3, 0) : at.start]
        named = pattern(NAME).match(block.text, match.end())
        if block.is_quoted(at):
            return None
        if not pattern(GOES_ON).search(before) and not (named and self._is_title(match[0], block)):
            return None
        message = f"mixed capitals in “{match[0]}”: use “{match[0].lower()}” or “{match[0].title()}”"
        if named:
            safety = (
                Safety.UNSAFE
                if pattern(DETERMINED).search(block.text, max(at.start - 6, 0), at.start)
                else Safety.SAFE
            )
            return Finding(at, message, (Change(at, match[0].title()),), safety=safety)
        return Finding(at, message, suggestions=(match[0].lower(), match[0].title()))

    @staticmethod
    def _is_title(words: str, block: Block) -> bool:
        """Whether words that begin a sentence are a title, not a description."""
        if words[0].islower():
            return True
        title = rf"\p{{Lu}}\p{{Ll}}+\s{words.rsplit(maxsplit=1)[-1].title()}\s\p{{Lu}}"
        return any(pattern(title).search(text) for text in block.document.texts)
