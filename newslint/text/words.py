"""Words and the small facts about them."""

from __future__ import annotations

import regex

WORD = regex.compile(r"\p{L}[\p{L}\p{M}’'\-]*\p{L}|\p{L}")
"""A word with the apostrophes and hyphens inside it."""
