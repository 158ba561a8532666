"""Remembers facts about texts, so that only changed ones are examined again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from newslint.core.patterns import REMEMBERED

T = TypeVar("T")


class TextFacts(Generic[T]):
    """A fact about each text, found for all new ones together.

    `functools.lru_cache` does this for functions of one text; here many are faster together.
    """

    def __init__(self, find: Callable[[Sequence[str]], Sequence[T]], size: int = REMEMBERED) -> None:
        """Take the function that finds facts, and how many texts to remember."""
        self._find, self._size = find, size
        self._known: dict[str, T] = {}

    def __call__(self, texts: Sequence[str]) -> list[T]:
        """The fact of each text.

        Threads may share it: what is known is added to or replaced, nothing in it is deleted.
        """
        known = self._known
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            if len(known) + len(new) > self._size:
                known = {text: known[text] for text in texts if text in known}
            known.update(zip(new, self._find(new), strict=True))
            self._known = known
        return [known[text] for text in texts]
