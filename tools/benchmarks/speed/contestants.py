"""What is measured against each other: commands that read files, a server that is posted texts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from pathlib import Path

from speed import meter
from speed.languagetool import Server
from speed.meter import Cost, Failed

NEWS, SMALL, TINY = "news", "small", "tiny"
"""What each reads: its share of the news, one long article, and one sentence."""


@dataclass
class Contestant(ABC):
    """Something that reads news, and what its runs took; `failure` says why there are none."""

    name: str
    megabytes: float
    everything: bool
    """Whether its share is all the news."""
    runs: dict[str, list[Cost]] = field(default_factory=lambda: {NEWS: [], SMALL: [], TINY: []})
    failure: str = ""

    @abstractmethod
    def read(self, what: str) -> Cost:
        """Read it once.

        Raises:
            Failed: it did not.

        """

    def measure(self) -> None:
        """Read each once more."""
        if self.failure:
            return
        try:
            for what, costs in self.runs.items():
                costs.append(self.read(what))
        except Failed as failure:
            self.failure = str(failure)
            return
        if not self.runs[NEWS][-1].findings:
            self.failure = f"found nothing in {self.megabytes:.1f} MB of news, so it may not have read it"

    @property
    def figures(self) -> Figures | None:
        """The medians, if it did its work."""
        if self.failure or not self.runs[NEWS]:
            return None
        return Figures(self.megabytes, *(meter.median(costs) for costs in self.runs.values()))


@dataclass
class Reader(Contestant):
    """A command, the files of each task, and the exit codes that say that all went well."""

    command: list[str] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)
    folder: Path = Path()
    fine: tuple[int, ...] = (0,)

    def read(self, what: str) -> Cost:
        """Run it on files."""
        return meter.run([*self.command, *self.files[what]], self.folder, self.fine)


@dataclass
class Served(Contestant):
    """A server that runs, and the texts of each task."""

    server: Server | None = None
    texts: dict[str, list[str]] = field(default_factory=dict)

    def read(self, what: str) -> Cost:
        """Post texts."""
        if self.server is None:
            raise Failed("the server does not run")
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
        """Seconds of CPU for a MB of news, start and all."""
        return self.news.cpu / self.megabytes

    @property
    def working(self) -> float:
        """Seconds of CPU for a MB of news without what it takes for one sentence, which is the start."""
        return max(self.news.cpu - self.tiny.cpu, 0.0) / self.megabytes

    def times(self, ours: Figures, *, everything: bool) -> float:
        """How many times the CPU that newslint takes: of whole runs where both read everything.

        A small share would weigh the start of each; it is taken off from both there.
        """
        return self.whole / ours.whole if everything else self.working / ours.working
