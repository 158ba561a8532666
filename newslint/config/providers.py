"""What rules may need and cannot make themselves: the words of an archive, the judgement of a model.

Packages offer a provider by an entry point of the group `newslint.providers`; its name is that of the
provider (`words`, `scorer`), and it names something that makes it when called without arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

GROUP = "newslint.providers"


def available(words: Path | None = None) -> Mapping[str, object]:
    """What rules may ask: what installed packages provide, and the words of a file in the place of theirs.

    Raises:
        ConfigError: the file cannot be read, or holds no words.

    """
    if words is None:
        return installed()
    from newslint.text.word_choice.archive_model import read_house_words

    return {**installed(), "words": read_house_words(words)}


@cache
def installed() -> dict[str, object]:
    """The providers of installed packages; of several for one thing, that of the first package by name."""
    from importlib.metadata import entry_points

    found: dict[str, object] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        if point.name not in found:
            found[point.name] = point.load()()
    return found
