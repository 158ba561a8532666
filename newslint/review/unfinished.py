"""Reviews that were stopped, so that they can be continued.

For each there is a file in the user's data folder, with a hash for each finding that was skipped. It has no
text of an article.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from newslint.core.atomic_write import write
from newslint.core.cache_files import require_private
from newslint.core.diagnostics import Diagnostic
from newslint.core.user_folders import data_folder

MOST_REVIEWS = 50
"""The oldest are forgotten."""


class UnfinishedReview:
    """The findings of some paths that a person has seen and left."""

    def __init__(self, paths: Iterable[str]) -> None:
        """Read an unfinished review of the paths; nothing if it is unreadable."""
        named = "\0".join(os.path.realpath(path) for path in paths)
        self._name = sha256(os.fsencode(named)).hexdigest()[:32] + ".json"
        self._seen: Counter[str] = Counter()
        with suppress(OSError, ValueError):
            self._seen = Counter(msgspec.json.decode(self._file.read_bytes(), type=dict[str, int]))
        self._before = self._seen.copy()

    @property
    def size(self) -> int:
        """The number of findings that were left as they are."""
        return self._seen.total()

    def restart(self) -> None:
        """Begin again, as if nothing had been seen."""
        self._seen.clear()
        self._before.clear()

    def is_seen(self, path: str, diagnostic: Diagnostic) -> bool:
        """Whether the person has seen a finding; each answer counts once."""
        key = _key(path, diagnostic)
        if self._before[key] <= 0:
            return False
        self._before[key] -= 1
        return True

    def add(self, path: str, diagnostics: Iterable[Diagnostic]) -> None:
        """Remember findings that were left as they are."""
        self._seen.update(_key(path, diagnostic) for diagnostic in diagnostics)

    def save(self) -> None:
        """Keep the review for later.

        Raises:
            OSError: there is no place for it.

        """
        if not self._seen:
            self.forget()
            return
        folder = self._file.parent
        require_private(folder)
        write(self._file, msgspec.json.encode(self._seen))
        files = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[MOST_REVIEWS:]:
            file.unlink(missing_ok=True)

    def forget(self) -> None:
        """Keep nothing, as the review is finished."""
        with suppress(OSError):
            self._file.unlink()

    @property
    def _file(self) -> Path:
        return data_folder() / "reviews" / self._name


def _key(path: str, diagnostic: Diagnostic) -> str:
    parts = os.path.realpath(path), diagnostic.rule, diagnostic.sentence, diagnostic.quote
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
