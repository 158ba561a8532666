"""How reports are printed; one module a format.

A format is a function `render(reports, look)` that yields text as the reports come in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from newslint.core.diagnostics import RuleInfo
from newslint.core.report import FileReport

FORMATS = ("text", "concise", "json", "jsonl", "github", "sarif")


@dataclass(frozen=True)
class Look:
    """What the reader's side of a report is like."""

    info: Callable[[str], RuleInfo]
    colour: bool = False
    width: int = 100


class Render(Protocol):
    """A format."""

    def __call__(self, reports: Iterable[FileReport], look: Look) -> Iterator[str]:
        """Yield the parts of the report."""
        ...


def renderer(name: str) -> Render:
    """The format of a name; only that one is imported."""
    render: Render = import_module(f"newslint.reporters.{name}").render
    return render
