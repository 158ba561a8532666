"""The counts of a run, and its summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from newslint.core.diagnostics import Safety
from newslint.core.report import FileReport, UnreadPart

NO_MARKS = (False, False, False, False)


class Tally(Struct):
    """The counts of a run."""

    files: int = 0
    failed: int = 0
    touched: int = 0
    """Files with remaining findings."""
    changed: int = 0
    """Files that were, or would be, fixed."""
    unread: int = 0
    """Files with unread prose, or without any prose."""
    rules: Counter[str] = field(default_factory=Counter)
    fixed: Counter[str] = field(default_factory=Counter)
    safety: Counter[Safety] = field(default_factory=Counter)

    _path: str | None = None
    _marks: tuple[bool, bool, bool, bool] = NO_MARKS
    """Whether the last file failed, has findings, was fixed, has unread prose."""

    def add(self, report: FileReport) -> None:
        """Count a report; chunks of a file are consecutive."""
        before = self._marks if report.path == self._path else NO_MARKS
        self._marks = (
            before[0] or report.error is not None,
            before[1] or bool(report.diagnostics),
            before[2] or report.has_changes,
            before[3] or report.unread is not UnreadPart.NOTHING,
        )
        failed, touched, changed, unread = (new - old for new, old in zip(self._marks, before, strict=True))
        self.files += report.path != self._path
        self.failed += failed
        self.touched += touched
        self.changed += changed
        self.unread += unread
        self._path = report.path
        for diagnostic in report.diagnostics:
            self.rules[diagnostic.rule] += 1
            self.safety[diagnostic.safety] += 1
        for diagnostic in report.fixed:
            self.fixed[diagnostic.rule] += 1

    @property
    def findings(self) -> int:
        """The number of remaining findings."""
        return self.rules.total()

    def as_table(self) -> dict[str, object]:
        """The counts as a record."""
        return {
            "files": self.files,
            "findings": self.findings,
            "safe": self.safety[Safety.SAFE],
            "unsafe": self.safety[Safety.UNSAFE],
            "hint": self.safety[Safety.HINT],
            "fixed": self.fixed.total(),
            "errors": self.failed,
            "rules": dict(sorted(self.rules.items())),
        }


def check_summary(tally: Tally) -> str:
    """The last line of `check`."""
    if not tally.findings:
        sound = count_noun(tally.files - tally.failed, "file")
        line = f"No findings in {sound}." if tally.failed or tally.unread else f"All clear: {sound} checked."
        line = "Nothing was checked." if tally.files == tally.failed > 0 else line
        return _with_failures(tally, line)
    line = f"Found {count_noun(tally.findings, 'finding')} in {count_noun(tally.touched, 'file')}."
    return _with_failures(tally, line + _fixable(tally, "newslint fix"))


def fix_summary(tally: Tally) -> str:
    """The last line of `fix`."""
    if not tally.fixed:
        line = _nothing_to_fix(tally)
    else:
        line = f"Fixed {count_noun(tally.fixed.total(), 'finding')} in {count_noun(tally.changed, 'file')}"
    left = f"; {count_noun(tally.findings, 'finding')} left" if tally.findings else ""
    unsafe = tally.safety[Safety.UNSAFE]
    more = f", {unsafe:,} fixable with --unsafe-fixes" if unsafe else ""
    return _with_failures(tally, line + left + more + ".")


def preview_summary(tally: Tally) -> str:
    """The lines after a diff: the number of fixes by rule."""
    if not tally.fixed:
        return _with_failures(tally, f"{_nothing_to_fix(tally)}.")
    head = f"Would fix {count_noun(tally.fixed.total(), 'finding')} in {count_noun(tally.changed, 'file')}:"
    return "\n".join(filter(None, [head, *by_rule(tally.fixed), _with_failures(tally, "").strip()]))


def _nothing_to_fix(tally: Tally) -> str:
    """What a run says that fixed nothing; a file that failed may have had something."""
    if tally.files == tally.failed > 0:
        return "Nothing was fixed"
    return f"Nothing to fix in {count_noun(tally.files - tally.failed, 'file')}"


def by_rule(counts: Counter[str]) -> Iterator[str]:
    """Yield a line per rule, the most frequent first."""
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:6}  {rule}"


def _fixable(tally: Tally, command: str) -> str:
    safe, unsafe = tally.safety[Safety.SAFE], tally.safety[Safety.UNSAFE]
    if safe and unsafe:
        return f" {safe:,} fixable with `{command}`, {unsafe:,} more with --unsafe-fixes."
    if safe:
        return f" {safe:,} fixable with `{command}`."
    if unsafe:
        return f" {unsafe:,} fixable with `{command} --unsafe-fixes`."
    return ""


def _with_failures(tally: Tally, line: str) -> str:
    if tally.unread:
        was = "was" if tally.unread == 1 else "were"
        line += f" {count_noun(tally.unread, 'file')} {was} not read, or only in part."
    return line + (f" {count_noun(tally.failed, 'file')} failed." if tally.failed else "")


def count_noun(count: int, noun: str) -> str:
    """A count with its noun in singular or plural."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
