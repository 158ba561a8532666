"""Searches for many expressions in one pass, with a cached automaton."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from newslint.core.disk_cache import has_blob, keep_blob, kept_blob

if TYPE_CHECKING:
    from hyperscan import Database, Scratch

ANYTHING = r"(?m:^)."
"""Stands in for an expression that Hyperscan cannot read: it matches in every text."""


class PatternScanner:
    """PCRE expressions by number; texts are UTF-8 bytes, a line each.

    `literal` ones are plain letters.
    """

    def __init__(self, expressions: Sequence[str], *, literal: bool = False) -> None:
        """Keep the expressions; the automaton is built on first use, or before."""
        self._expressions = expressions
        self._literal = literal
        self._database: Database | None = None
        self._maker: threading.Thread | None = None
        self._own = threading.local()

    @property
    def is_made(self) -> bool:
        """Whether the automaton is there, from this run or another."""
        return self._database is not None or has_blob(self._name)

    def make(self) -> Database:
        """Make the automaton, or take it from an earlier run."""
        if self._database is None:
            made = self._kept() or self._new()
            self._database = self._database or made  # another thread may have been faster
        return self._database

    def make_soon(self) -> None:
        """Make it while other work goes on, for it may take seconds."""
        if self._maker is None:
            self._maker = threading.Thread(target=self.make, daemon=True)
            self._maker.start()

    def find(self, data: bytes) -> list[tuple[int, int]]:
        """The expressions that match in a text, with each end in bytes."""
        found: list[tuple[int, int]] = []

        def take(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
            found.append((number, end))

        if self._expressions:
            self.make().scan(data, match_event_handler=take, scratch=self._scratch)
        return found

    @property
    def _scratch(self) -> Scratch:
        """Where Hyperscan takes its notes; two threads cannot write there."""
        if not hasattr(self._own, "scratch"):
            from hyperscan import Scratch

            self._own.scratch = Scratch(self.make())
        scratch: Scratch = self._own.scratch
        return scratch

    @cached_property
    def _name(self) -> str:
        said = repr((self._literal, *self._expressions)).encode()
        return f"automaton-{blake2b(said, digest_size=16).hexdigest()}"

    def _kept(self) -> Database | None:
        """The automaton of an earlier run, if valid on this machine."""
        from hyperscan import HS_MODE_BLOCK, HyperscanError, loadb

        kept = kept_blob(self._name)
        if kept is None:
            return None
        try:
            return loadb(kept, HS_MODE_BLOCK)
        except HyperscanError:
            return None

    def _new(self) -> Database:
        from hyperscan import dumpb

        made = self._made()
        keep_blob(self._name, dumpb(made))
        return made

    def _made(self) -> Database:
        from hyperscan import HyperscanError

        try:
            return self._compiled(self._expressions)
        except HyperscanError:  # does not say which it was
            return self._compiled([one if self._can_read(one) else ANYTHING for one in self._expressions])

    def _can_read(self, expression: str) -> bool:
        from hyperscan import HyperscanError

        try:
            self._compiled([expression])
        except HyperscanError:
            return False
        return True

    def _compiled(self, expressions: Sequence[str]) -> Database:
        import hyperscan as hs

        database = hs.Database(mode=hs.HS_MODE_BLOCK)
        database.compile(
            expressions=[expression.encode() for expression in expressions],
            ids=list(range(len(expressions))),
            flags=0 if self._literal else hs.HS_FLAG_UTF8,
            literal=self._literal,
        )
        return database
