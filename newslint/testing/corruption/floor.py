"""Figures that must not get worse, stored in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from newslint.core.atomic_write import write as write_whole
from newslint.testing.corruption.score import Score

SLACK = 1e-9


class BadFloor(ValueError):
    """A file is not a floor; the message says where and why."""


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Recall and restoration by kind of damage, clean findings by rule."""

    recall: dict[str, float]
    restored: dict[str, float]
    on_clean: dict[str, int]

    @classmethod
    def of(cls, score: Score) -> Floor:
        """The figures of a score."""
        kinds = sorted(score.kinds.items())
        return cls(
            {name: figures.recall for name, figures in kinds},
            {name: figures.restoration for name, figures in kinds if figures.exact},
            dict(sorted(score.clean.items())),
        )

    @classmethod
    def read(cls, file: Path) -> Floor:
        """Read from a file.

        Raises:
            BadFloor: the file is not a floor.
            OSError: it cannot be read.

        """
        try:
            return msgspec.json.decode(file.read_bytes(), type=cls)
        except msgspec.DecodeError as error:
            raise BadFloor(f"{file}: {error}; `newslint bench --write-floor` writes one") from None

    def write(self, file: Path) -> None:
        """Write to a file, completely or not at all."""
        write_whole(file, msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n")

    def shortfalls(self, score: Score) -> list[str]:
        """Messages about figures of a score that are worse."""
        return list(self._shortfalls(Floor.of(score)))

    def _shortfalls(self, now: Floor) -> Iterator[str]:
        for what, then, today in (
            ("recall", self.recall, now.recall),
            ("restored", self.restored, now.restored),
        ):
            for name, figure in then.items():
                if today.get(name, 0) < figure - SLACK:
                    yield f"{what} of {name}: {today.get(name, 0):.3f}, was {figure:.3f}"
        for rule, count in now.on_clean.items():
            if count > self.on_clean.get(rule, 0):
                yield f"findings of {rule} on clean copy: {count}, were {self.on_clean.get(rule, 0)}"
