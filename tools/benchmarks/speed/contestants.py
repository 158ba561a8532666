"""The tools that are compared: commands that read files, and a server."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from pathlib import Path

from speed import meter
from speed.languagetool import Server
from speed.meter import Cost, ToolFailed

NEWS, SMALL, TINY = "news", "small", "tiny"
"""The tasks of each: its share of the news, a long article, and a sentence."""


@dataclass
class Contestant(ABC):
    """A tool and its costs; `failure` says why there are none."""

    name: str
    megabytes: float
    everything: bool
    """Whether its share is all the news."""
    runs: dict[str, list[Cost]] = field(default_factory=lambda: {NEWS: [], SMALL: [], TINY: []})
    failure: str = ""

    @abstractmethod
    def read(self, what: str) -> Cost:
        """Do a task once.

        Raises:
            ToolFailed: it failed.

        """

    def measure(self) -> None:
        """Do each task once more."""
        if self.failure:
            return
        try:
            for what, costs in self.runs.items():
                costs.append(self.read(what))
        except ToolFailed as failure:
            self.failure = str(failure)
            return
        if not self.runs[NEWS][-1].findings:
            self.failure = f"found nothing in {self.megabytes:.1f} MB of news, perhaps without reading it"

    @property
    def figures(self) -> Figures | None:
        """The medians, unless it failed."""
        if self.failure or not self.runs[NEWS]:
            return None
        return Figures(self.megabytes, *(meter.median(costs) for costs in self.runs.values()))


@dataclass
class Reader(Contestant):
    """A command, the files of each task, and its successful exit codes."""

    command: list[str] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)
    folder: Path = Path()
    fine: tuple[int, ...] = (0,)

    def read(self, what: str) -> Cost:
        """Run the command on files."""
        return meter.run([*self.command, *self.files[what]], self.folder, self.fine)


@dataclass
class ServerContestant(Contestant):
    """A running server, and the texts of each task."""

    server: Server | None = None
    texts: dict[str, list[str]] = field(default_factory=dict)

    def read(self, what: str) -> Cost:
        """Post texts."""
        if self.server is None:
            raise ToolFailed("the server is not running")
        return self.server.check(self.texts[what])


@dataclass(frozen=True, slots=True)
class Figures:
    """The medians of a contestant."""

    megabytes: float
    news: Cost
    small: Cost
    tiny: Cost

    @property
    def whole(self) -> float:
        """CPU seconds per MB of news, including the start."""
        return self.news.cpu / self.megabytes

    @property
    def working_seconds(self) -> float:
        """CPU seconds per MB of news, without those for one sentence."""
        return max(self.news.cpu - self.tiny.cpu, 0.0) / self.megabytes

    def times(self, ours: Figures, *, everything: bool) -> float:
        """The ratio of its CPU time to newslint's.

        Whole runs are compared if both read everything; otherwise, the start is subtracted from both.
        """
        return self.whole / ours.whole if everything else self.working_seconds / ours.working_seconds
