"""What becomes of a row, by its grade."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from newslint.corpus.grading import RowGrade

ERROR = "error"
"""What rows that cannot be checked are called where rows to drop are named."""


class Decision(StrEnum):
    """What becomes of a row."""

    KEPT = "kept"
    """It is written as it was."""
    FIXED = "fixed"
    """It is written with its text fixed."""
    FLAGGED = "flagged"
    """It is too damaged to be fixed, and written as it was."""
    DROPPED = "dropped"
    """It is not written."""
    FAILED = "failed"
    """It could not be checked, and is written as it was."""


class Policy(Struct, frozen=True):
    """Thresholds, in findings per 1,000 words, for keeping, fixing and dropping.

    Up to `keep` a row stays as it is; up to `fix` it is fixed; above `drop`, or with one of the verdicts
    `drop_verdicts`, it is dropped, `error` being one for rows that cannot be checked.
    """

    keep: float = 0.0
    fix: float | None = None
    drop: float | None = None
    drop_verdicts: frozenset[str] = frozenset()

    def decide(self, grade: RowGrade, *, is_changed: bool, has_failed: bool) -> Decision:
        """Decide on a row; `is_changed` is whether its fixes change anything."""
        if self._is_dropped(grade, has_failed=has_failed):
            return Decision.DROPPED
        if has_failed:
            return Decision.FAILED
        if grade.damage <= self.keep:
            return Decision.KEPT
        if self.fix is not None and grade.damage > self.fix:
            return Decision.FLAGGED
        return Decision.FIXED if is_changed else Decision.KEPT

    def _is_dropped(self, grade: RowGrade, *, has_failed: bool) -> bool:
        if has_failed:
            return ERROR in self.drop_verdicts
        too_damaged = self.drop is not None and grade.damage > self.drop
        return too_damaged or not self.drop_verdicts.isdisjoint(grade.verdicts)
