"""The model of an archive, a file that rules can query.

`newslint learn words` writes it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct

from newslint.core.bounded import read_at_most, unpack_at_most
from newslint.core.errors import ConfigError
from newslint.text.word_choice.archive_words import Curve, WordRelation, as_curve
from newslint.text.word_choice.ngrams import Ngrams, unpack_table

MAGIC = b"newslint words 3\n"
"""The first line; then a header in JSON, the table and the neighbours, compressed by zlib."""

LARGEST = 512_000_000
"""Maximum bytes of the file, and of each part after decompression."""
KIN = {str(kin.value): kin for kin in WordRelation}


class ArchiveModel(Struct, frozen=True):
    """A model of an archive: frequent sequences, and possible substitutes.

    `size` is the number of words in the archive; `about` names the source and the thesaurus.
    """

    ngrams: Ngrams
    near: Mapping[str, str]
    """The neighbours of each form, nearest first and separated by spaces, each after the digit of its
    relation."""
    size: int
    calibration: Curve
    about: Mapping[str, Any]
    digest: str = ""

    def __repr__(self) -> str:
        """Identify the model in cache keys."""
        return f"house words {self.digest}"

    def count(self, ngram: tuple[str, ...]) -> int:
        """How often a sequence occurs, rounded down to a power of two."""
        return self.ngrams.count(ngram)

    def neighbours(self, form: str) -> tuple[tuple[str, WordRelation], ...]:
        """The forms that could replace one, nearest first, with their relation."""
        return tuple((said[1:], KIN[said[0]]) for said in self.near.get(form, "").split())

    def to_bytes(self) -> bytes:
        """Serialise deterministically."""
        table = zlib.compress(self.ngrams.to_bytes(), 9)
        near = zlib.compress(
            "\n".join(f"{form} {near}" for form, near in sorted(self.near.items())).encode(), 9
        )
        header = {
            **self.about,
            "size": self.size,
            "calibration": self.calibration,
            "table": len(table),
            "sha256": sha256(table + near).hexdigest(),
        }
        return MAGIC + json.dumps(header, sort_keys=True).encode() + b"\n" + table + near


def from_bytes(data: bytes) -> ArchiveModel:
    """Read a model from the bytes of a file.

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
    return ArchiveModel(
        unpack_table(unpack_at_most(rest[:cut], LARGEST)),
        dict(row.split(" ", 1) for row in rows),
        size,
        as_curve(calibration),
        header,
        sha256(data).hexdigest()[:16],
    )


@lru_cache(4)
def read_archive_model(file: Path) -> ArchiveModel:
    """Load the model that a configuration names.

    Raises:
        ConfigError: the file cannot be read, or is not a model.

    """
    try:
        return from_bytes(read_at_most(file, LARGEST))
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ConfigError(f"{file}: {error}") from None
