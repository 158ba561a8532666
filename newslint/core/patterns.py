"""Expressions of `regex`, compiled once per machine.

Compiling one takes 1.3 ms, loading it from the cache 0.02 ms; a short run needs a hundred.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby
from typing import Any, cast

import regex

from newslint.core.disk_cache import remember

REMEMBERED = 4096
"""Texts whose facts are kept: the paragraphs of a long file, 200,000 characters, that is checked again."""
REMEMBERED_ARTICLES = 16
"""Articles whose facts are kept, where an edit seldom changes them."""

Parts = tuple[
    str, int, bytes, dict[str, int], dict[int, str], dict[str, Any], list[Any], int, tuple[int, ...], int, int
]
"""What `regex` makes a compiled expression of: its own code, which it runs over texts, and tables."""
Reduced = tuple[Callable[..., "regex.Pattern[str]"], Parts]
_reduce = cast("Callable[[regex.Pattern[str]], Reduced]", copyreg.dispatch_table[regex.Pattern])
_rebuild = _reduce(regex.compile(""))[0]


@cache
def pattern(expression: str) -> regex.Pattern[str]:
    """Compile an expression, or load it; flags are written inline.

    Expressions made from the text of articles should use `regex` directly: each would stay in the cache.
    """
    return _rebuild(*remember(f"pattern {expression}", Parts, lambda: _reduce(regex.compile(expression))[1]))


def any_of(words: Iterable[str]) -> str:
    """An expression for any of some words, the longest first.

    Words are grouped by first letter, so that a search tries few of them at each position.
    """
    by_initial = groupby(
        sorted(words, key=lambda word: (word[0], -len(word), word)), key=lambda word: word[0]
    )
    return "|".join(
        f"{_escape(initial)}(?:{'|'.join(_escape(word[1:]) for word in alike)})"
        for initial, alike in by_initial
    )


def _escape(text: str) -> str:
    """The expression for a text, with a fast path for words."""
    return text if text.isalnum() else regex.escape(text)
