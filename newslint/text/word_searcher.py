"""Looking for many words in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterable


class WordSearcher:
    """Words by their numbers, by the algorithm of Aho and Corasick; texts are bytes in UTF-8."""

    def __init__(self, words: Iterable[str], *, longest: bool = False) -> None:
        """Make it; of words that overlap it finds all, or the `longest` of those that begin first."""
        from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

        kind = MatchKind.LeftmostLongest if longest else MatchKind.Standard
        self._overlapping = not longest
        self._words = BytesAhoCorasick(
            [word.encode() for word in words], matchkind=kind, implementation=Implementation.ContiguousNFA
        )

    def find(self, data: bytes) -> list[tuple[int, int, int]]:
        """The number of each word that stands in a text, and its start and end in bytes."""
        return self._words.find_matches_as_indexes(data, overlapping=self._overlapping)
