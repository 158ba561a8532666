"""Expressions that are compiled when a text first asks for them."""

from __future__ import annotations

from functools import cache

import regex


@cache
def pattern(expression: str) -> regex.Pattern[str]:
    """Compile an expression once."""
    return regex.compile(expression)
