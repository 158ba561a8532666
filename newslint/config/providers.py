"""Providers of what rules need but cannot make: words, scores.

Packages offer a provider by an entry point of the group `newslint.providers`, named after the provider
(`words`, `scorer`). Its object is a factory without arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

GROUP = "newslint.providers"


def available(words: Path | None = None) -> Mapping[str, object]:
    """The providers of installed packages, with the words of a file.

    Raises:
        ConfigError: the file cannot be read, or contains no words.

    """
    if words is None:
        return installed_providers()
    from newslint.text.word_choice.archive_model import read_archive_model
    from newslint.text.word_choice.combined_words import CombinedWords
    from newslint.text.word_choice.news_words import news_words

    return {**installed_providers(), "words": CombinedWords(news_words(), read_archive_model(words))}


@cache
def installed_providers() -> dict[str, object]:
    """The providers of installed packages; the first package by name wins."""
    from importlib.metadata import entry_points

    found: dict[str, object] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        if point.name not in found:
            found[point.name] = point.load()()
    return found
