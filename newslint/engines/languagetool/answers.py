"""Caches answers of LanguageTool by text, rules and version."""

from __future__ import annotations

from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import msgspec

from newslint.core.cache_files import SqliteStore, usable_folder
from newslint.core.user_folders import cache_folder
from newslint.engines.languagetool.client import Match

MAX_BYTES = 256_000_000
"""Maximum bytes of the cache; beyond it, old answers are evicted."""


class AnswerCache:
    """A cache of answers; without `use`, it stays empty."""

    def __init__(self, *, use: bool) -> None:
        """Open the database on first use: each process has its own connection."""
        self._use = use

    def find(self, about: bytes, text: str) -> tuple[Match, ...] | None:
        """The cached answer for a text; None if missing or damaged."""
        key = _key(about, text)
        data = self._store.get_many([key]).get(key) if self._use else None
        if data is None:
            return None
        try:
            return msgspec.msgpack.decode(data, type=tuple[Match, ...])
        except msgspec.DecodeError:
            return None

    def put(self, about: bytes, text: str, matches: tuple[Match, ...]) -> None:
        """Store an answer immediately, as the process may end at any time."""
        if self._use:
            self._store.put(_key(about, text), msgspec.msgpack.encode(matches))

    @cached_property
    def _store(self) -> SqliteStore:
        return SqliteStore(database() if usable_folder() else None, MAX_BYTES)


def database() -> Path:
    """The path of the cache."""
    return cache_folder() / "languagetool.sqlite"


def _key(about: bytes, text: str) -> bytes:
    digest = blake2b(b"%d " % len(about) + about, digest_size=20)
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.digest()
