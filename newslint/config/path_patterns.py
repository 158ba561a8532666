"""Patterns for paths, as in .gitignore."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from newslint.core.file_names import matchable

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@cache
def patterns(globs: tuple[str, ...]) -> GitIgnoreSpec:
    """Patterns whose last match decides; malformed ones match nothing."""
    try:
        return _compile(globs)
    except Exception:  # noqa: BLE001 - each of the engines that pathspec uses has errors of its own
        return _compile(glob for glob in globs if _is_pattern(glob))


def find_malformed(globs: Iterable[str]) -> str | None:
    """The first pattern that is malformed, or too long to compile."""
    return next((glob for glob in globs if not _is_pattern(glob)), None)


def _is_pattern(glob: str) -> bool:
    try:
        _compile((glob,))
    except Exception:  # noqa: BLE001 - as above
        return False
    return True


def _compile(globs: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # about brackets in brackets
        return GitIgnoreSpec.from_lines(map(matchable, globs))
