"""Exceptions to LanguageTool's spelling rules: names, acronyms, quoted words."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.text.document import Block, Document

VERSION = 1
"""The version of these exceptions; a change invalidates cached findings."""
NAME = pattern(r"\p{Lu}[\p{L}\p{M}’'-]*")
INTRODUCED = 2
"""How often a capitalised word must occur in an article to count as a name."""


def concerns(rule: str) -> bool:
    """Whether a rule of LanguageTool checks spelling."""
    return rule.startswith(("MORFOLOGIK_RULE", "HUNSPELL_"))


class Names:
    """The words of names that an article introduces."""

    def __init__(self, document: Document) -> None:
        """Store the article; names are collected on first use."""
        self._document = document

    def is_acceptable(self, block: Block, at: Range) -> bool:
        """Whether an unknown word is a name, an acronym or quoted."""
        word = at.of(block.text)
        named = word[:1].isupper() and not self._words.isdisjoint(NAME.findall(word))
        return named or _acronym(word) or block.is_quoted(at)

    @cached_property
    def _words(self) -> set[str]:
        """Names of people and frequent capitalised words, also with “’s”."""
        words = Counter(word for text in self._document.texts for word in NAME.findall(text))
        often = {word for word, times in words.items() if times >= INTRODUCED}
        people = {word for person in self._document.people.persons for word in NAME.findall(person.name)}
        return often | people | {f"{word}{mark}s" for word in often | people for mark in "’'"}


def _acronym(word: str) -> bool:
    """Whether a word has several capitals or a digit: “UNHCR”, “G20”, “MoU”."""
    return sum(map(str.isupper, word)) > 1 or any(map(str.isdigit, word))
