"""The report of a file that was checked or fixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from newslint.core.diagnostics import Diagnostic, Protected
from newslint.core.grade import Grade


class Refusal(Struct, frozen=True):
    """A fix that was not applied, and why."""

    diagnostic: Diagnostic
    reason: str


ProtectedCounts = Mapping[Protected, Counter[str]]
"""The number of occurrences of each protected thing in a file."""


class ProtectedChange(Struct, frozen=True):
    """The change of one protected kind by one rule's fixes."""

    rule: str
    kind: Protected
    lost: Counter[str]
    gained: Counter[str]


class ProtectedReport(Struct, frozen=True):
    """Protected things before and after the fixes, and the declared changes."""

    before: ProtectedCounts
    after: ProtectedCounts
    expected: tuple[ProtectedChange, ...] = ()


class UnreadPart(StrEnum):
    """What was not read of a file."""

    NOTHING = "nothing"
    PROSE = "prose"
    """Unknown fields that contain prose."""
    ALL = "all"
    """There is no known prose."""


class FileReport(Struct, frozen=True):
    """The results for a file, or a chunk of a large file.

    `diagnostics` are the findings in `after`; `fixed` are those that were fixed on the way from `before`, in
    the coordinates of their round. Both texts are those of the parser: for a Word file its paragraphs, one
    per line. `error` describes a failure of the file or of a rule. `encoding` and `bom` are those of the
    file; `output` are the fixed bytes, if anything was fixed.
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
    """Whether the texts are a transcript of a binary file."""
    protected: ProtectedReport | None = None
    """The protected things before and after the fixes, if counted."""
    note: str = ""
    """What a person should know of how the file was read."""
    unread: UnreadPart = UnreadPart.NOTHING
    first_line: int = 1
    """The line of the file where the texts begin; earlier lines are in earlier reports."""
    first_offset: int = 0
    """The same in code points of the fixed file."""
    grades: tuple[Grade, ...] = ()
    """The grade of each article, if it was asked for."""

    @property
    def fixed_by_rule(self) -> Counter[str]:
        """The number of fixed findings of each rule."""
        return Counter(diagnostic.rule for diagnostic in self.fixed)

    @property
    def has_changes(self) -> bool:
        """Whether the fixes changed the text."""
        return self.before != self.after
