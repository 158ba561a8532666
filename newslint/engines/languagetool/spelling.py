"""What LanguageTool takes for a misspelling and is none: names, acronyms, quoted words."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.text.document import Block, Document

VERSION = 1
"""Of these exceptions; what was found under others is looked for anew."""
NAME = pattern(r"\p{Lu}[\p{L}\p{M}’'-]*")
INTRODUCED = 2
"""How often a word with a capital must stand in an article to be a name that it introduces."""


def concerns(rule: str) -> bool:
    """Whether a rule of LanguageTool's looks words up in a dictionary."""
    return rule.startswith(("MORFOLOGIK_RULE", "HUNSPELL_"))


class Names:
    """The words of names that an article introduces."""

    def __init__(self, document: Document) -> None:
        """Look for them when a word is in no dictionary."""
        self._document = document

    def let_be(self, block: Block, at: Range) -> bool:
        """Whether a word that is in no dictionary is right here for all we know."""
        word = at.of(block.text)
        named = word[:1].isupper() and not self._words.isdisjoint(NAME.findall(word))
        return named or _acronym(word) or block.is_quoted(at)

    @cached_property
    def _words(self) -> set[str]:
        """Those of people, and what has a capital again and again; with and without “’s”."""
        words = Counter(word for text in self._document.texts for word in NAME.findall(text))
        often = {word for word, times in words.items() if times >= INTRODUCED}
        people = {word for person in self._document.people.persons for word in NAME.findall(person.name)}
        return often | people | {f"{word}{mark}s" for word in often | people for mark in "’'"}


def _acronym(word: str) -> bool:
    """“UNHCR”, “G20”, “MoU”, “COVID-19”: more than one capital, or a figure."""
    return sum(map(str.isupper, word)) > 1 or any(map(str.isdigit, word))
