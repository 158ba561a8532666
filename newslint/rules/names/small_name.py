from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.lexicon.given_names import given_name
from newslint.rules import Block, Case, Change, Document, Finding, Protected, Range, Rule, Safety, pattern
from newslint.text.names.whole_words import count_whole
from newslint.text.quotations.narrator import SAYING

LEAST = 4
"""Letters of a name."""
LEAST_USES = 2
"""Uses of the name with its capital."""
ENDS = tuple(".?!:”’\"'")
"""Marks at the end of prose, unlike tables."""
MOST = 4
"""Uses in lower case; a text with more is written so."""


class SmallName(Rule):
    """A person’s name lacks its capital once: “Later holmgren left”.

    ## What it does
    Capitalises a word that is not English if it is the name of a person in the article, with a capital at
    least twice, or once and a verb such as “said” follows. Addresses and quoted speech pass.

    ## Why it matters
    Engines take an unknown name for a word.

    ## Fix safety
    Unsafe: the word may be a brand.
    """

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "Anna Holmgren sang. Fans love Holmgren.\n\nLater ⟦holmgren⟧ left with Anna ⟦holmgren⟧ .",
            fixed="Anna Holmgren sang. Fans love Holmgren.\n\nLater Holmgren left with Anna Holmgren .",
        ),
        Case(
            "Anna Wennerholm sang.\n\n“I love it,” ⟦wennerholm⟧ said, “and you.”",
            fixed="Anna Wennerholm sang.\n\n“I love it,” Wennerholm said, “and you.”",
        ),
        Case("Anna Holmgren sang. Fans love Holmgren. Write to a.holmgren@example.com or @holmgren today."),
        Case("The metaverse grew. Metaverse firms, and Metaverse fans, love the holmgren there."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for word in sorted(word for word in frozenset().union(*document.unknown_words) if len(word) >= LEAST):
            name = word.capitalize()
            if name.encode() not in document.encoded_text.data:
                continue
            person = _is_person(name, document)
            known = bool(document.people.by_family(name))
            places = [
                (block, at)
                for block in document.blocks
                for at in _find(word, block.text)
                if person or _is_family_name(block.text[: at.start]) or (known and _says(block.text, at.end))
            ]
            for block, at in places if len(places) <= MOST else ():
                if (
                    block.kind in self.kinds
                    and block.text.rstrip().endswith(ENDS)
                    and not block.is_quoted(at)
                ):
                    yield block, Finding(at, f"name in lower case: use “{name}”", (Change(at, name),))


def _is_person(name: str, document: Document) -> bool:
    """Whether the article has a person of that name, often enough."""
    if count_whole(name, document) < LEAST_USES:
        return False
    return bool(document.people.by_family(name) or document.people.by_given(name))


def _says(text: str, end: int) -> bool:
    """Whether a word speaks."""
    return pattern(rf"\s(?:{SAYING})\b").match(text, end) is not None


def _is_family_name(before: str) -> bool:
    """Whether the text ends in a given name."""
    last = before.rsplit(maxsplit=1)[-1:] if before[-1:] == " " else []
    return bool(last and last[0].isalpha() and given_name(last[0]))


def _find(word: str, text: str) -> Iterator[Range]:
    if word in text:
        for match in pattern(
            rf"(?<![\p{{L}}\p{{N}}@#/._’'-]){word}(?![\p{{L}}\p{{N}}@/_-]|\.\p{{L}})"
        ).finditer(text):
            yield Range(*match.span())
