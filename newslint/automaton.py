"""Looking for many words in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

LONE = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Halves of characters, which no automaton takes; what stands for them matches nothing either."""

ODD = {0x130: "i", 0x131: "i", 0x17F: "s", 0x212A: "k"}
"""Letters that `regex` takes for one of ASCII where case does not count."""


def folded(text: str) -> str:
    """A text in small letters, with every run of white space one space."""
    if not text.isascii() and any(chr(letter) in text for letter in ODD):
        text = text.translate(ODD)
    return " ".join(text.lower().split())


def encodable(text: str) -> str:
    """A text of the same length without halves of characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(LONE)
    return text


class Automaton:
    """Words by their numbers, by the algorithm of Aho and Corasick."""

    def __init__(self, words: Iterable[str], *, longest: bool = False) -> None:
        """Make it; of words that overlap it finds all, or the `longest` of those that begin first."""
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        kind = MatchKind.LeftmostLongest if longest else MatchKind.Standard
        self._overlapping = not longest
        self._words = AhoCorasick(list(words), matchkind=kind, implementation=Implementation.ContiguousNFA)

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The number of each word that stands in a text, and its start and end in code points."""
        if not text.isascii():
            text = encodable(text)
        yield from self._words.find_matches_as_indexes(text, overlapping=self._overlapping)
