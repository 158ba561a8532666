"""Fields that hold prose and are not read, because nobody said that they do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from newslint.core.patterns import pattern
from newslint.text.language import UNKNOWN, judge_language

LONG = 200
"""Characters of a text that is reported in any field."""
READ = 2_000
"""Characters of it that are looked at."""
MIN_WORDS, MIN_WORDS_IF_TELLING = 25, 5
MAX_TRIES = 20
"""How many texts of a field are looked at."""
SHOWN = 3
"""Fields that a note names."""
WORD = pattern(r"(?<!\S)[(\"'“‘«]?\p{L}[\p{L}\p{M}’'-]*[.,;:!?)\"'”’»]*(?!\S)")
SENTENCE = pattern(r"\p{Ll}[)”’\"']? ?[.!?…]")
TELLING = pattern(
    r"(?i)(?:^|[^a-z]|(?<=[a-z])(?=(?-i:[A-Z])))(?:article|body|content|html|story|text)(?![a-z])"
)
"""Names of fields that should hold the text of an article."""


@lru_cache(maxsize=4096)
def is_telling(name: str) -> bool:
    """Whether a field of this name should hold the text of an article."""
    return TELLING.search(name) is not None


def is_prose(text: str, min_words: int = MIN_WORDS) -> bool:
    """Whether a text is mostly words, and in some language."""
    start = text[:READ]
    words = WORD.findall(start)
    return (
        len(words) >= min_words
        and 2 * len(words) >= len(start.split())
        and SENTENCE.search(start) is not None
        and judge_language(start) != UNKNOWN
    )


class UnreadFields:
    """The fields of a file that are not read, and which of them hold prose."""

    def __init__(self, table: str) -> None:
        """The table of the configuration that may name them, such as `fields`."""
        self._table = table
        self._tries: Counter[str] = Counter()
        self._found: dict[str, None] = {}

    def add(self, name: str, length: int, text: Callable[[], str]) -> None:
        """Some text of a field and how long it is; it is asked for if it may be prose."""
        telling = is_telling(name)
        if (length < LONG and not telling) or name in self._found or self._tries[name] >= MAX_TRIES:
            return
        self._tries[name] += 1
        if is_prose(text(), MIN_WORDS_IF_TELLING if telling else MIN_WORDS):
            self._found[name] = None

    @property
    def note(self) -> str:
        """What to say of those that hold prose; empty if none does."""
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
    """A name as a key of TOML."""
    return name if pattern(r"[A-Za-z0-9_-]+").fullmatch(name) else f'"{name}"'
