"""Chooses swaps that `newslint corpus siblings` found for a phrase table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct, field

from newslint.text.tokens import tokens_of
from newslint.text.word_choice.archive_words import ArchiveWords

Row = TypeVar("Row")

FINDINGS, GROUPS = "findings.jsonl", "groups.jsonl"
MILLION = 1_000_000
LONGEST = 3
"""Words of a sequence of which the frequency in news is known."""


class NoSiblings(ValueError):
    """A folder was not written by `newslint corpus siblings`."""


class LearnedSwap(Struct, frozen=True):
    """Wrong and right words, and the number of stories that swap them."""

    wrong: str
    right: str
    stories: int


class _Finding(Struct):
    id: str
    quote: str
    suggestions: list[str]


class _SwapGroup(Struct):
    group: int
    ids: list[str]


class SwapCounter(Struct):
    """Counts in how many stories each swap was found."""

    _stories: defaultdict[tuple[str, str], set[tuple[str, int]]] = field(
        default_factory=lambda: defaultdict(set)
    )

    def __len__(self) -> int:
        """The number of different swaps."""
        return len(self._stories)

    def add(self, folder: Path) -> None:
        """Count the swaps of a folder that `newslint corpus siblings` wrote.

        Raises:
            NoSiblings: it was not.
            OSError: it cannot be read.

        """
        stories = {id_: one.group for one in _rows(folder / GROUPS, _SwapGroup) for id_ in one.ids}
        for found in _rows(folder / FINDINGS, _Finding):
            if found.suggestions and found.id in stories:
                swap = found.quote.lower(), found.suggestions[0].lower()
                self._stories[swap].add((str(folder), stories[found.id]))

    def swaps(self, least: int) -> list[LearnedSwap]:
        """Return the unambiguous swaps, the most frequent first.

        Words that copies swap in both directions are an editor's choice, and where copies disagree on what is
        right, a table cannot tell.
        """
        counts = {swap: len(stories) for swap, stories in self._stories.items()}
        total: defaultdict[str, int] = defaultdict(int)
        for (wrong, _), count in counts.items():
            total[wrong] += count
        found = [
            LearnedSwap(wrong, right, count)
            for (wrong, right), count in counts.items()
            if count >= least and 2 * count > total[wrong] and 2 * counts.get((right, wrong), 0) < count
        ]
        return sorted(found, key=lambda one: (-one.stories, one.wrong))


def is_usual(phrase: str, news: ArchiveWords, per_million: float) -> bool:
    """Whether a phrase is too frequent in news to be called wrong."""
    words = tuple(tokens_of(phrase).lower)
    if len(words) > LONGEST:
        return False
    return news.count(words) * MILLION > per_million * news.size


def table(swaps: list[LearnedSwap]) -> str:
    """The swaps as a table that `phrase-tables` reads."""
    rows = [f"{one.wrong}\t{one.right}\t{one.stories}" for one in swaps]
    return "\n".join(["wrong\tright\tstories", *rows]) + "\n"


def _rows(file: Path, kind: type[Row]) -> Iterator[Row]:
    try:
        with file.open("rb") as lines:
            for line in lines:
                yield msgspec.json.decode(line, type=kind)
    except (FileNotFoundError, NotADirectoryError):
        raise NoSiblings(f"{file} is missing; name a folder that “newslint corpus siblings” wrote") from None
    except msgspec.DecodeError as error:
        raise NoSiblings(f"{file}: not written by “newslint corpus siblings” ({error})") from None
