"""The report of `fix --prove`: protected things before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.core.diagnostics import Protected
from newslint.core.report import ProtectedReport
from newslint.core.visible import visible
from newslint.reporters.paint import Paint

MAX_NAMED = 5


def render(path: str, report: ProtectedReport, paint: Paint) -> Iterator[str]:
    """Yield a table of a file's protected things, with all changes.

    A change that a rule may make is expected and dim; one that no rule may make is red.
    """
    yield paint.bold(visible(path))
    yield paint.dim(f"  {'kind':<13} {'before':>7} {'after':>7}  change")
    for kind in Protected:
        old, new = report.before[kind], report.after[kind]
        lost, gained = old - new, new - old
        expected = _changes_by_rule(report, kind)
        unexplained = _describe(
            lost - _sum(lost for lost, _ in expected.values()),
            gained - _sum(gained for _, gained in expected.values()),
        )
        verdict = paint.red(unexplained) if unexplained else paint.green("expected" if expected else "same")
        yield f"  {kind:<13} {old.total():>7,} {new.total():>7,}  {verdict}"
        for rule, (less, more) in expected.items():
            yield paint.dim(f"    {rule}: {_describe(less, more)}")


def _changes_by_rule(
    report: ProtectedReport, kind: Protected
) -> dict[str, tuple[Counter[str], Counter[str]]]:
    """The losses and gains of one kind by rule."""
    by_rule: dict[str, tuple[Counter[str], Counter[str]]] = {}
    for change in report.expected:
        if change.kind is kind:
            lost, gained = by_rule.setdefault(change.rule, (Counter(), Counter()))
            lost.update(change.lost)
            gained.update(change.gained)
    return by_rule


def _sum(counters: Iterator[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for counter in counters:
        total.update(counter)
    return total


def _describe(lost: Counter[str], gained: Counter[str]) -> str:
    return "; ".join(
        f"{verb} {_list(things)}" for verb, things in (("lost", lost), ("gained", gained)) if things
    )


def _list(things: Counter[str]) -> str:
    names = [f"“{visible(name)}”" + (f" ×{count}" if count > 1 else "") for name, count in things.items()]
    more = f" and {len(names) - MAX_NAMED} more" if len(names) > MAX_NAMED else ""
    return ", ".join(names[:MAX_NAMED]) + more
