"""Files that a command makes: written where they differ, or only compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The checkout that these commands work on."""

Wanted = Mapping[Path, bytes | None]
"""What each file should hold; None where there should be no file."""


def settle(
    wanted: Wanted, *, check: bool, view: Callable[[bytes], str] = lambda data: data.decode("utf-8")
) -> int:
    """Bring the files to what is wanted, or only compare, and print what differs.

    `view` is what of a file counts as a difference. Returns the exit code.
    """
    stale = 0
    for path, after in wanted.items():
        before = path.read_bytes() if path.exists() else None
        if _seen(before, view) == _seen(after, view):
            continue
        stale += 1
        print("\n".join(_told(path, _seen(before, view) or "", _seen(after, view) or "")))
        if not check:
            _put(path, after)
    return 1 if check and stale else 0


def _seen(data: bytes | None, view: Callable[[bytes], str]) -> str | None:
    return None if data is None else view(data)


def _told(path: Path, before: str, after: str) -> Iterator[str]:
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)
    return unified_diff(before.split("\n"), after.split("\n"), f"a/{name}", f"b/{name}", n=1, lineterm="")


def _put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
