"""What LanguageTool said of texts before, kept by the text, the rules asked for and its version."""

from __future__ import annotations

from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import msgspec

from newslint.core.cache_files import folder, usable_folder
from newslint.core.sqlite_store import SqliteStore
from newslint.engines.languagetool.client import Match

LARGEST = 256_000_000
"""Bytes that the answers may take before old ones are forgotten."""


class Answers:
    """The answers of earlier runs; without `use` it knows none and keeps none."""

    def __init__(self, *, use: bool) -> None:
        """The database is opened when it is first asked, so that each process has a connection of its own."""
        self._use = use

    def find(self, about: bytes, text: str) -> tuple[Match, ...] | None:
        """What was said of a text; None when it was not asked about, or what was kept is damaged."""
        found = self._shelf.find(_key(about, text)) if self._use else None
        if found is None:
            return None
        try:
            return msgspec.msgpack.decode(found, type=tuple[Match, ...])
        except msgspec.DecodeError:
            return None

    def keep(self, about: bytes, text: str, matches: tuple[Match, ...]) -> None:
        """Remember an answer at once: the process may end any time, and an answer takes far longer."""
        if self._use:
            self._shelf.keep(_key(about, text), msgspec.msgpack.encode(matches))

    @cached_property
    def _shelf(self) -> SqliteStore:
        return SqliteStore(database() if usable_folder() else None, LARGEST, 1)


def database() -> Path:
    """Where the answers lie."""
    return folder() / "languagetool.sqlite"


def _key(about: bytes, text: str) -> bytes:
    digest = blake2b(b"%d " % len(about) + about, digest_size=20)
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.digest()
