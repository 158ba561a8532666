"""Patterns and predicates for words."""

from __future__ import annotations

from newslint.core.patterns import pattern

WORD = pattern(r"\p{L}[\p{L}\p{M}’'\-]*\p{L}|\p{L}")
"""A word with the apostrophes and hyphens inside it."""
