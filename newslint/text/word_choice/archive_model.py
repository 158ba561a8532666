"""What an archive taught, as one file that rules can query.

`newslint learn words` writes it.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from newslint.core.bounded import read_at_most, unpack_at_most
from newslint.core.errors import ConfigError
from newslint.text.word_choice.archive_words import ErrorCurve, WordRelation
from newslint.text.word_choice.ngrams import Ngrams, unpacked

MAGIC = b"newslint words 2\n"
"""The first line; the second is the header in JSON, then come table and neighbours, packed by zlib."""

LARGEST = 512_000_000
"""Bytes of the file, and of each part of it unpacked."""
KIN = {str(kin.value): kin for kin in WordRelation}


@dataclass(frozen=True)
class HouseWords:
    """The words of an archive: frequent sequences, and possible substitutes.

    `size` counts the words that were learned from, `about` names the source and the thesaurus.
    """

    ngrams: Ngrams
    near: Mapping[str, str]
    """The neighbours of each form, nearest first, between spaces, each after a digit for its relation."""
    size: int
    calibration: ErrorCurve
    about: Mapping[str, Any]
    digest: str = ""

    def __repr__(self) -> str:
        """Which words they are, for what is kept between runs."""
        return f"house words {self.digest}"

    def count(self, ngram: tuple[str, ...]) -> int:
        """How often a sequence occurs, rounded down to a power of two."""
        return self.ngrams.count(ngram)

    def neighbours(self, form: str) -> tuple[tuple[str, WordRelation], ...]:
        """The forms that could replace one, nearest first, with their relation."""
        return tuple((said[1:], KIN[said[0]]) for said in self.near.get(form, "").split())

    def wanted(self, form: str) -> int:
        """Of how many forms it is a neighbour."""
        return self._wanted[form]

    @cached_property
    def _wanted(self) -> Counter[str]:
        return Counter(said[1:] for near in self.near.values() for said in near.split())

    def to_bytes(self) -> bytes:
        """The file; the same words make the same bytes."""
        table = zlib.compress(self.ngrams.packed(), 9)
        near = zlib.compress(
            "\n".join(f"{form} {said}" for form, said in sorted(self.near.items())).encode(), 9
        )
        header = {
            **self.about,
            "size": self.size,
            "calibration": asdict(self.calibration),
            "table": len(table),
            "sha256": sha256(table + near).hexdigest(),
        }
        return MAGIC + json.dumps(header, sort_keys=True).encode() + b"\n" + table + near


def from_bytes(data: bytes) -> HouseWords:
    """Read the words in a file.

    Raises:
        ValueError: the file is damaged or of another version.
        OSError: the file is too large when unpacked.

    """
    if not data.startswith(MAGIC):
        raise ValueError("not made by `newslint learn words`, or by another version of it")
    line, _, rest = data[len(MAGIC) :].partition(b"\n")
    header = json.loads(line)
    if sha256(rest).hexdigest() != header.pop("sha256"):
        raise ValueError("damaged; make it again with `newslint learn words`")
    cut, calibration, size = header.pop("table"), header.pop("calibration"), header.pop("size")
    rows = unpack_at_most(rest[cut:], LARGEST).decode().splitlines()
    return HouseWords(
        unpacked(unpack_at_most(rest[:cut], LARGEST)),
        dict(row.split(" ", 1) for row in rows),
        size,
        ErrorCurve(**{name: tuple(map(tuple, curve)) for name, curve in calibration.items()}),
        header,
        sha256(data).hexdigest()[:16],
    )


@lru_cache(4)
def read_house_words(file: Path) -> HouseWords:
    """The words that a configuration names.

    Raises:
        ConfigError: the file cannot be read, or holds no words.

    """
    try:
        return from_bytes(read_at_most(file, LARGEST))
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ConfigError(f"{file}: {error}") from None
