"""Looking for many words in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterable


class WordSearcher:
    """Finds words by number, with the Aho–Corasick algorithm.

    Texts are UTF-8 bytes.
    """

    def __init__(self, words: Iterable[str], *, longest: bool = False) -> None:
        """Build it for all words, or the `longest` that begin first."""
        from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

        kind = MatchKind.LeftmostLongest if longest else MatchKind.Standard
        self._overlapping = not longest
        self._words = BytesAhoCorasick(
            [word.encode() for word in words], matchkind=kind, implementation=Implementation.ContiguousNFA
        )

    def find(self, data: bytes) -> list[tuple[int, int, int]]:
        """Each word in a text: its number, start and end in bytes."""
        return self._words.find_matches_as_indexes(data, overlapping=self._overlapping)
