"""Detects fields that hold prose but are not configured to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from newslint.core.patterns import pattern
from newslint.text.language import UNKNOWN, judge_language

LONG = 200
"""Characters from which a text is reported in any field."""
EXAMINED = 2_000
"""Characters of a text that are examined."""
MIN_WORDS, MIN_WORDS_IF_TELLING = 25, 5
MAX_TRIES = 20
"""Texts of a field that are examined."""
SHOWN = 3
"""Fields that a note lists."""
WORD = pattern(r"(?<!\S)[(\"'“‘«]?\p{L}[\p{L}\p{M}’'-]*[.,;:!?)\"'”’»]*(?!\S)")
SENTENCE = pattern(r"\p{Ll}[)”’\"']? ?[.!?…]")
TELLING = pattern(
    r"(?i)(?:^|[^a-z]|(?<=[a-z])(?=(?-i:[A-Z])))(?:article|body|content|html|story|text)(?![a-z])"
)
"""Names of fields that should hold article text."""


@lru_cache(maxsize=4096)
def is_telling(name: str) -> bool:
    """Whether a field of this name should hold article text."""
    return TELLING.search(name) is not None


def is_prose(text: str, min_words: int = MIN_WORDS) -> bool:
    """Whether a text consists mostly of words."""
    start = text[:EXAMINED]
    words = WORD.findall(start)
    return (
        len(words) >= min_words
        and 2 * len(words) >= len(start.split())
        and SENTENCE.search(start) is not None
        and judge_language(start) != UNKNOWN
    )


class UnreadFields:
    """The unread fields of a file, and which of them hold prose."""

    def __init__(self, table: str) -> None:
        """Take the configuration table that may name them, such as `fields`."""
        self._table = table
        self._tries: Counter[str] = Counter()
        self._found: dict[str, None] = {}

    def add(self, name: str, length: int, text: Callable[[], str]) -> None:
        """Add a field's text; `text` is called only if possibly prose."""
        telling = is_telling(name)
        if (length < LONG and not telling) or name in self._found or self._tries[name] >= MAX_TRIES:
            return
        self._tries[name] += 1
        if is_prose(text(), MIN_WORDS_IF_TELLING if telling else MIN_WORDS):
            self._found[name] = None

    @property
    def note(self) -> str:
        """A note about those with prose, or an empty string."""
        if not self._found:
            return ""
        names = list(self._found)
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        holds, it = ("holds", "it") if len(names) == 1 else ("hold", "them")
        return (
            f"{', '.join(f'`{name}`' for name in names[:SHOWN])}{more} {holds} prose and "
            f"{'is' if it == 'it' else 'are'} not read; name {it} in the configuration: "
            f'[{self._table}], then {as_key(names[0])} = "text" (or "nothing")'
        )


def as_key(name: str) -> str:
    """A name as a TOML key."""
    return name if pattern(r"[A-Za-z0-9_-]+").fullmatch(name) else f'"{name}"'
