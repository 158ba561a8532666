"""Expressions of `regex`, compiled once a machine.

Compiling one takes 1.3 ms, taking the result from the cache 0.02 ms; a short run needs a hundred.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby
from typing import Any, cast

import regex

from newslint.core.disk_cache import remember

REMEMBERED = 512
"""Texts whose facts are kept: the paragraphs of an article that is checked again and again."""

Parts = tuple[
    str, int, bytes, dict[str, int], dict[int, str], dict[str, Any], list[Any], int, tuple[int, ...], int, int
]
"""What `regex` makes a compiled expression of: its own code, which it runs over texts, and tables."""
Reduced = tuple[Callable[..., "regex.Pattern[str]"], Parts]
_reduce = cast("Callable[[regex.Pattern[str]], Reduced]", copyreg.dispatch_table[regex.Pattern])
_rebuild = _reduce(regex.compile(""))[0]


@cache
def pattern(expression: str) -> regex.Pattern[str]:
    """Compile an expression, or take it from the cache; case and other flags are written inline.

    Expressions that are made from the text that is read belong to `regex` itself: each would stay in
    the cache for good.
    """
    return _rebuild(*remember(f"pattern {expression}", Parts, lambda: _reduce(regex.compile(expression))[1]))


def any_of(words: Iterable[str]) -> str:
    """An expression for any of some words, the longest that fits, the same in every run.

    Words are gathered by their first letter, so that a search tries few of them at each place.
    """
    by_initial = groupby(
        sorted(words, key=lambda word: (word[0], -len(word), word)), key=lambda word: word[0]
    )
    return "|".join(
        f"{regex.escape(initial)}(?:{'|'.join(regex.escape(word[1:]) for word in alike)})"
        for initial, alike in by_initial
    )
