"""Looking for many words in one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from newslint.core.pattern_scanner import PatternScanner, has_hyperscan

Place = tuple[int, int, int]
"""The number of a word, and where it starts and ends in bytes."""
ESCAPES = {byte: f"\\x{byte:02x}" for byte in range(256) if byte > 0x7F or not chr(byte).isalnum()}
"""How Hyperscan reads bytes that are not letters or digits of ASCII."""


class WordSearcher:
    """Finds words in UTF-8 bytes, the longest of those that begin first."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words, none of which is empty."""
        encoded = [word.encode() for word in words]
        self._search: _Search = (_Automaton if has_hyperscan() else _WordTree)(encoded)

    def find(self, data: bytes) -> list[Place]:
        """The words in a text, from left to right; none overlaps another."""
        return list(self._search.find(data))

    def find_all(self, data: bytes) -> list[Place]:
        """Each place of each word, in any order."""
        return list(self._search.find_all(data))


class _Search(Protocol):
    def find(self, data: bytes) -> Iterator[Place]: ...

    def find_all(self, data: bytes) -> Iterator[Place]: ...


class _Automaton:
    """Words as a Hyperscan automaton, which reports each end of each."""

    def __init__(self, words: Sequence[bytes]) -> None:
        self._words = words
        self._scanner = PatternScanner([_literal(word) for word in words])

    def find(self, data: bytes) -> Iterator[Place]:
        ends = self._scanner.find(data)
        done = 0
        for start, minus_end, number in sorted((end - len(self._words[n]), -end, n) for n, end in ends):
            if start >= done and data.startswith(self._words[number], start):
                done = -minus_end
                yield number, start, done

    def find_all(self, data: bytes) -> Iterator[Place]:
        words = self._words
        return ((number, end - len(words[number]), end) for number, end in self._scanner.find(data))


class _WordTree:
    """Words as an expression of `re`, five times slower than an automaton."""

    def __init__(self, words: Sequence[bytes]) -> None:
        self._numbers = {word: number for number, word in reversed([*enumerate(words)])}
        self._expression = re.compile(_tree_expression(_tree(words)) or b"(?!)")

    def find(self, data: bytes) -> Iterator[Place]:
        for found in self._expression.finditer(data):
            yield self._numbers[found[0]], *found.span()

    def find_all(self, data: bytes) -> Iterator[Place]:
        at = 0
        while found := self._expression.search(data, at):
            at = found.start() + 1
            for end in range(at, found.end() + 1):
                if (number := self._numbers.get(data[found.start() : end])) is not None:
                    yield number, found.start(), end


def _literal(word: bytes) -> str:
    """The expression for a word, which may hold any byte."""
    return word.decode("latin-1").translate(ESCAPES)


Tree = dict[int, "Tree"]
"""What may follow at each byte; `END` where a word may end."""
END = -1


def _tree(words: Iterable[bytes]) -> Tree:
    tree: Tree = {}
    for word in words:
        branch = tree
        for byte in word:
            branch = branch.setdefault(byte, {})
        branch[END] = {}
    return tree


def _tree_expression(tree: Tree) -> bytes:
    """The expression for what follows; the longest comes first."""
    branches = [
        re.escape(bytes([byte])) + _tree_expression(branch) for byte, branch in tree.items() if byte != END
    ]
    if not branches:
        return b""
    return b"(?:" + b"|".join(branches) + (b")?" if END in tree else b")")
