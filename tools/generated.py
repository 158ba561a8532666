"""Writes generated files, or only compares them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The checkout."""

Wanted = Mapping[Path, bytes | None]
"""What each file should hold; None where there should be no file."""


def settle(
    wanted: Wanted, *, check: bool, view: Callable[[bytes], str] = lambda data: data.decode("utf-8")
) -> int:
    """Update the files, or only compare them, and print differences.

    `view` extracts what is compared. Returns the exit code.
    """
    stale = 0
    for path, after in wanted.items():
        before = path.read_bytes() if path.exists() else None
        if _view(before, view) == _view(after, view):
            continue
        stale += 1
        print("\n".join(_diff(path, _view(before, view) or "", _view(after, view) or "")))
        if not check:
            _write(path, after)
    return 1 if check and stale else 0


def _view(data: bytes | None, view: Callable[[bytes], str]) -> str | None:
    return None if data is None else view(data)


def _diff(path: Path, before: str, after: str) -> Iterator[str]:
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)
    return unified_diff(before.split("\n"), after.split("\n"), f"a/{name}", f"b/{name}", n=1, lineterm="")


def _write(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
