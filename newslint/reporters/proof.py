"""The proof of a repair: the sacred things of an article before and after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.core.diagnostics import Protected
from newslint.core.report import ProtectedCounts
from newslint.reporters.paint import Paint, visible

MOST_NAMED = 5


def proof(path: str, old: ProtectedCounts, new: ProtectedCounts, paint: Paint) -> Iterator[str]:
    """Yield a table of the sacred things in a file before and after, line by line."""
    yield paint.bold(visible(path))
    yield paint.dim(f"  {'kind':<13} {'before':>7} {'after':>7}  change")
    for kind in Protected:
        lost, gained = old[kind] - new[kind], new[kind] - old[kind]
        change = "; ".join(
            f"{verb} {_named(what)}" for verb, what in (("lost", lost), ("gained", gained)) if what
        )
        told = paint.red(change) if change else paint.green("same")
        yield f"  {kind:<13} {old[kind].total():>7,} {new[kind].total():>7,}  {told}"


def _named(what: Counter[str]) -> str:
    names = [f"“{visible(name)}”" + (f" ×{count}" if count > 1 else "") for name, count in what.items()]
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more
