"""What a run comes to, counted as its reports pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newslint.core.diagnostics import Safety
from newslint.core.report import FileReport, Unread

NO_MARKS = (False, False, False, False)


@dataclass
class Tally:
    """The counts of a run."""

    files: int = 0
    failed: int = 0
    touched: int = 0
    """Files with findings left in them."""
    repaired: int = 0
    """Files that were, or would be, repaired."""
    unread: int = 0
    """Files with prose that was passed over, or with none at all."""
    rules: Counter[str] = field(default_factory=Counter)
    fixed: Counter[str] = field(default_factory=Counter)
    safety: Counter[Safety] = field(default_factory=Counter)

    def watch(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """Let reports through and count them; those of the stretches of a file follow one another."""
        path, marks = None, NO_MARKS
        for report in reports:
            before = marks if report.path == path else NO_MARKS
            failed, touched, repaired, unread = marks = (
                before[0] or report.error is not None,
                before[1] or bool(report.diagnostics),
                before[2] or report.changed,
                before[3] or report.unread is not Unread.NOTHING,
            )
            self.files += report.path != path
            self.failed += failed - before[0]
            self.touched += touched - before[1]
            self.repaired += repaired - before[2]
            self.unread += unread - before[3]
            path = report.path
            for diagnostic in report.diagnostics:
                self.rules[diagnostic.rule] += 1
                self.safety[diagnostic.safety] += 1
            for diagnostic in report.fixed:
                self.fixed[diagnostic.rule] += 1
            yield report

    @property
    def findings(self) -> int:
        """How many findings are left."""
        return self.rules.total()

    def as_table(self) -> dict[str, object]:
        """The counts as machine formats give them."""
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


def checked(tally: Tally) -> str:
    """The last line of a check."""
    if not tally.findings:
        sound = many(tally.files - tally.failed, "file")
        said = f"No findings in {sound}." if tally.failed or tally.unread else f"All clear: {sound} checked."
        return _failed(tally, said)
    said = f"Found {many(tally.findings, 'finding')} in {many(tally.touched, 'file')}."
    return _failed(tally, said + _ways(tally, "newslint fix"))


def repaired(tally: Tally) -> str:
    """The last line of a repair."""
    if not tally.fixed:
        said = f"Nothing to fix in {many(tally.files, 'file')}"
    else:
        said = f"Fixed {many(tally.fixed.total(), 'finding')} in {many(tally.repaired, 'file')}"
    left = f"; {many(tally.findings, 'finding')} left" if tally.findings else ""
    unsafe = tally.safety[Safety.UNSAFE]
    more = f", {unsafe:,} fixable with --unsafe-fixes" if unsafe else ""
    return _failed(tally, said + left + more + ".")


def previewed(tally: Tally) -> str:
    """What follows a diff: the repairs by rule."""
    if not tally.fixed:
        return _failed(tally, f"Nothing to fix in {many(tally.files, 'file')}.")
    head = f"Would fix {many(tally.fixed.total(), 'finding')} in {many(tally.repaired, 'file')}:"
    return _failed(tally, "\n".join([head, *by_rule(tally.fixed)]))


def by_rule(counts: Counter[str]) -> Iterator[str]:
    """A line for each rule, the most frequent first."""
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:6}  {rule}"


def _ways(tally: Tally, command: str) -> str:
    safe, unsafe = tally.safety[Safety.SAFE], tally.safety[Safety.UNSAFE]
    if safe and unsafe:
        return f" {safe:,} fixable with `{command}`, {unsafe:,} more with --unsafe-fixes."
    if safe:
        return f" {safe:,} fixable with `{command}`."
    if unsafe:
        return f" {unsafe:,} fixable with `{command} --unsafe-fixes`."
    return ""


def _failed(tally: Tally, said: str) -> str:
    if tally.unread:
        said += f" {many(tally.unread, 'file')} not read, or only in part."
    return said + (f" {many(tally.failed, 'file')} failed." if tally.failed else "")


def many(count: int, noun: str) -> str:
    """A number of things, in words."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
