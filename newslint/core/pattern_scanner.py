"""Searches for many expressions in one pass, with a cached automaton."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from functools import cache, cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from newslint.core.disk_cache import has_blob, keep_blob, kept_blobs

if TYPE_CHECKING:
    from hyperscan import Database, Scratch

MACHINE = os.uname().machine if hasattr(os, "uname") else sys.platform
ANYTHING = r"(?m:^)."
"""The substitute for an expression that Hyperscan cannot read: it matches every text."""


@cache
def has_hyperscan() -> bool:
    """Whether Hyperscan is installed; some platforms have no wheel of it."""
    try:
        import hyperscan  # noqa: F401
    except ImportError:
        return False
    return True


class PatternScanner:
    """Numbered Hyperscan expressions, searched for in bytes or line by line.

    Nothing but `is_made` works without Hyperscan.
    """

    def __init__(self, expressions: Sequence[str]) -> None:
        """Keep the expressions; the automaton is built on first use, or before."""
        self._expressions = expressions
        self._database: Database | None = None
        self._maker: threading.Thread | None = None
        self._own = threading.local()

    @property
    def is_made(self) -> bool:
        """Whether the automaton exists, from this run or another."""
        return self._database is not None or (has_hyperscan() and has_blob(self._name))

    def make(self) -> Database:
        """Load the automaton, or build it."""
        if self._database is None:
            made = self._load() or self._compile_and_keep()
            self._database = self._database or made  # another thread may have been faster
        return self._database

    def make_soon(self) -> None:
        """Build it in the background, as it may take seconds."""
        if self._maker is None:
            self._maker = threading.Thread(target=self.make, daemon=True)
            self._maker.start()

    def find(self, data: bytes) -> list[tuple[int, int]]:
        """The expressions that match a text, with each end in bytes."""
        found: list[tuple[int, int]] = []

        def take(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
            found.append((number, end))

        if self._expressions:
            self.make().scan(data, match_event_handler=take, scratch=self._scratch)
        return found

    @property
    def _scratch(self) -> Scratch:
        """The scratch memory of Hyperscan, which threads cannot share."""
        if not hasattr(self._own, "scratch"):
            from hyperscan import Scratch

            self._own.scratch = Scratch(self.make())
        scratch: Scratch = self._own.scratch
        return scratch

    @cached_property
    def _name(self) -> str:
        from hyperscan import __version__  # type: ignore[attr-defined]

        identity = repr((__version__, MACHINE, *self._expressions)).encode()
        return f"automaton-{blake2b(identity, digest_size=16).hexdigest()}"

    def _load(self) -> Database | None:
        """The automaton from the wheel or the cache, if valid here."""
        from hyperscan import HS_MODE_BLOCK, HyperscanError, loadb

        for kept in kept_blobs(self._name):
            with suppress(HyperscanError):
                return loadb(kept, HS_MODE_BLOCK)
        return None

    def _compile_and_keep(self) -> Database:
        from hyperscan import dumpb

        made = self._compile_readable()
        keep_blob(self._name, dumpb(made))
        return made

    def _compile_readable(self) -> Database:
        from hyperscan import HyperscanError

        try:
            return self._compile(self._expressions)
        except HyperscanError:  # without the expression at fault
            return self._compile([one if self._can_read(one) else ANYTHING for one in self._expressions])

    def _can_read(self, expression: str) -> bool:
        from hyperscan import HyperscanError

        try:
            self._compile([expression])
        except HyperscanError:
            return False
        return True

    def _compile(self, expressions: Sequence[str]) -> Database:
        import hyperscan as hs

        database = hs.Database(mode=hs.HS_MODE_BLOCK)
        database.compile(
            expressions=[expression.encode() for expression in expressions],
            ids=list(range(len(expressions))),
            flags=hs.HS_FLAG_PREFILTER,
        )
        return database
