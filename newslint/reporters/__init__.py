"""Report formats, one module each.

A format is a subclass of `Reporter` that is named after its module: `TextReporter` in `text`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

from newslint.core.diagnostics import RuleInfo
from newslint.core.report import FileReport
from newslint.reporters.paint import Paint
from newslint.reporters.tally import Tally

FORMATS = (
    "text",
    "concise",
    "json",
    "jsonl",
    "github",
    "gitlab",
    "azure",
    "rdjson",
    "rdjsonl",
    "junit",
    "sarif",
    "markdown",
)


class Look(Struct, frozen=True):
    """The terminal or stream that a report is rendered for."""

    info: Callable[[str], RuleInfo]
    colour: bool = False
    width: int = 100
    links: bool = False
    """Whether it links text, as terminals do."""

    @property
    def paint(self) -> Paint:
        """The colours and links of it."""
        return Paint(self.colour, self.links)


class Reporter:
    """Renders the reports of a run as text, one by one."""

    def __init__(self, look: Look) -> None:
        """Begin a report."""
        self.look = look

    def add(self, report: FileReport) -> str:
        """Render the report of a file; its chunks are consecutive."""
        raise NotImplementedError

    def finish(self, tally: Tally) -> str:  # noqa: ARG002 - for formats that end with the counts
        """Render the end, after the last report."""
        return ""


def reporter(name: str, look: Look) -> Reporter:
    """Import the format of a name, and create its reporter."""
    module = import_module(f"newslint.reporters.{name}")
    created: Reporter = getattr(module, f"{name.title()}Reporter")(look)
    return created
