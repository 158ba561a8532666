"""The report of a check or fix of one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from newslint.core.diagnostics import Diagnostic, Protected


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fix that was not applied, and why."""

    diagnostic: Diagnostic
    reason: str


ProtectedCounts = Mapping[Protected, Counter[str]]
"""How often each protected thing occurs in a file."""


@dataclass(frozen=True, slots=True)
class ProtectedChange:
    """What the fixes of one rule did to one kind of protected things, as the rule may."""

    rule: str
    kind: Protected
    lost: Counter[str]
    gained: Counter[str]


@dataclass(frozen=True, slots=True)
class ProtectedReport:
    """Protected things before and after the fixes, and the changes that rules are allowed to make."""

    before: ProtectedCounts
    after: ProtectedCounts
    expected: tuple[ProtectedChange, ...] = ()


class Unread(StrEnum):
    """What was not read of a file."""

    NOTHING = "nothing"
    PROSE = "prose"
    """Fields that hold prose, and that newslint does not know."""
    ALL = "all"
    """No prose was found in it."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """All that came of one file, or of one stretch of a file that is read as a stream.

    `diagnostics` are what remains to be said of `after`; `fixed` is what was repaired on the way
    from `before`, in the coordinates of the round that repaired it. Both texts are what the reader made
    of the bytes: for a Word file its paragraphs, a line each. `error` tells in words what failed, be it
    the file or a rule. `encoding` and `bom` are those of the file, so that a report can speak of its
    bytes; `output` are the repaired bytes, if a repair was made.
    """

    path: str
    before: str = ""
    after: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    fixed: tuple[Diagnostic, ...] = ()
    refused: tuple[Refusal, ...] = ()
    error: str | None = None
    encoding: str = "utf-8"
    bom: bytes = b""
    output: bytes | None = None
    transcript: bool = False
    """Whether the texts are a transcript of a file that is no text itself."""
    protected: ProtectedReport | None = None
    """The protected things before and after the fixes, when they were counted."""
    note: str = ""
    """What a person should know of how the file was read."""
    unread: Unread = Unread.NOTHING
    first_line: int = 1
    """Of the file, where the texts begin; lines before it are those of earlier reports."""
    first_offset: int = 0
    """The same in code points of the file after its repairs."""

    @property
    def changed(self) -> bool:
        """Whether the repairs made a difference."""
        return self.before != self.after
