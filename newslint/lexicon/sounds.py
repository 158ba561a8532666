"""How words begin when they are said, for “a” and “an”. Source: own compilation from dictionaries' sounds."""

from __future__ import annotations

import re

VOWEL = re.compile(
    r"[aio](?!uija)|e(?!u|we)|u(?:n(?!i|ani)|ni(?:m|n[^o]|d|ll)|p|l(?!u)|g|m|d|rb|rg|rn|rs|sh(?!er)|t[mt])"
    r"|hour|honest|hono[u]?r|heir(?!l?oo)|heirloom"
)
CONSONANT = re.compile(
    r"[bcdfgjklmnpqrstvwyz]|one(?!r)|once|eu"
    r"|u(?:ni(?:[fqtvo](?!n-)|on)|s(?:e|ual|urp)|topi|til)"
)
FOREIGN = frozenset({"der", "den", "dem", "die", "das", "la", "le", "tús", "bord", "lár"})


def begins_with_vowel(word: str) -> bool:
    """Whether a word in small letters surely begins with the sound of a vowel."""
    return bool(VOWEL.match(word)) and not CONSONANT.match(word)


def begins_with_consonant(word: str) -> bool:
    """Whether a word in small letters surely begins with the sound of a consonant.

    A letter that is said by its name does not.
    """
    spelled = len(word) < 3 or word[1] in "-’'" or not re.search("[aeiouy]", word) or word in FOREIGN
    return bool(CONSONANT.match(word)) and not spelled
