"""newslint and its peers on the same news."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from speed import meter, news, ours, tools
from speed.contestants import NEWS, SMALL, TINY, Contestant, Figures, Reader, ServerContestant
from speed.languagetool import Server
from speed.meter import Cost, ToolFailed
from speed.sheet import Aim, Chapter, figure, table
from speed.tools import Tool

WARM_UP = 100
"""Articles that warm up LanguageTool before it is measured, as Java compiles hot code."""
MEGABYTES_A_SECOND, START = 8.0, 100.0
"""The aims: speed on news, and CPU milliseconds for a small file, above bare Python."""
FILES = {SMALL: "small.txt", TINY: "tiny.txt"}


@dataclass(frozen=True)
class Material:
    """The input: a folder with all news files, and a few others."""

    folder: Path
    names: list[str]
    others: list[str]
    """Articles outside the news."""

    def share(self, megabytes: float) -> tuple[list[str], float]:
        """The first files up to about `megabytes`, and their size."""
        files = news.first(self.folder, self.names, megabytes)
        return files, news.megabytes(self.folder, files)

    def text(self, name: str) -> str:
        """The text of a file."""
        return Path(self.folder, name).read_text(encoding="utf-8")


def measure(corpora: Path, seeds: Path, peers: Path, megabytes: float, rounds: int) -> Chapter:
    """Let all contestants read the news in turn, for some rounds."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as ends:
        material = _material(corpora, seeds, Path(folder), megabytes)
        newslint = _newslint(material)
        newslint.read(TINY)  # fills the cache of compiled rules
        contestants = [newslint, *(_peer(tool, peers, material) for tool in tools.COMMANDS)]
        served = _languagetool(peers, material, ends)
        bare = []
        for number in range(rounds):
            print(f"  round {number + 1} of {rounds}", file=sys.stderr, flush=True)
            bare.append(meter.run([sys.executable, "-c", "pass"], material.folder))
            for contestant in (*contestants, served):
                contestant.measure()
    cold = served.server.cold if served.server else None
    return _chapter([*contestants, served], meter.median(bare), cold, len(material.names), rounds)


def _material(corpora: Path, seeds: Path, folder: Path, megabytes: float) -> Material:
    texts = news.texts(corpora)
    names = news.write_files(texts, folder, megabytes)
    (folder / FILES[SMALL]).write_text(news.small_article(seeds), encoding="utf-8")
    (folder / FILES[TINY]).write_text("Rain fell on Tuesday.\n", encoding="utf-8")
    return Material(folder, names, texts[-WARM_UP:])


def _newslint(material: Material) -> Contestant:
    fine = (0, ours.FOUND)
    return _reader("newslint", ours.check("-j1"), tools.ALL, material, fine)


def _peer(tool: Tool, peers: Path, material: Material) -> Contestant:
    fine = (0, tool.found)
    try:
        return _reader(tool.name, tool.command_in(tool.home_in(peers)), tool.reads, material, fine)
    except ToolFailed as missing:
        return Reader(tool.name, 0.0, everything=False, failure=str(missing))


def _reader(
    name: str, command: list[str], reads: float, material: Material, fine: tuple[int, ...]
) -> Contestant:
    share, size = material.share(reads)
    files = {NEWS: share} | {what: [file] for what, file in FILES.items()}
    everything = len(share) == len(material.names)
    return Reader(name, size, everything, command=command, files=files, folder=material.folder, fine=fine)


def _languagetool(peers: Path, material: Material, ends: ExitStack) -> ServerContestant:
    """Start and warm up LanguageTool."""
    tool = tools.LANGUAGETOOL
    share, size = material.share(tool.reads)
    texts = {NEWS: [material.text(name) for name in share]}
    texts |= {what: [material.text(file)] for what, file in FILES.items()}
    try:
        server = ends.enter_context(Server(tool.command_in(tool.home_in(peers)), texts[SMALL][0]))
    except ToolFailed as missing:
        return ServerContestant(tool.name, 0.0, everything=False, failure=str(missing))
    server.check([*material.others, *texts[NEWS]])
    return ServerContestant(tool.name, size, everything=False, server=server, texts=texts)


def _chapter(
    contestants: Sequence[Contestant], bare: Cost, cold: Cost | None, files: int, rounds: int
) -> Chapter:
    newslint = contestants[0]
    ours_ = newslint.figures
    if ours_ is None:
        raise ToolFailed(newslint.failure)
    text = f"""\
{files:,} articles, {newslint.megabytes:.1f} MB, one file each; all tools read them in turn, {rounds} rounds,
on one core where the tool allows it. Figures are medians; CPU counts all processes of a tool, memory is the
peak of its largest process. Slow tools read only the first articles, as the column MB shows.

The tools do different work, so this compares time, not merit: newslint does not check spelling, and none of the
others looks for what newslint looks for. “Times newslint” is CPU per MB divided by newslint's. Where a tool reads
all the news it compares whole runs; where it reads a part, the start-up time (a run on a file of one sentence) is
subtracted from both.

{_news_table(contestants, ours_)}

One article of 7 KB, one process each:

{_small_table(contestants, ours_, bare, cold)}

{_commands()}
"""
    return Chapter("Against peers", text, _aims(contestants, ours_, bare))


def _news_table(contestants: Sequence[Contestant], ours_: Figures) -> str:
    head = (
        "tool", "MB", "CPU s/MB", "wall s/MB", "MB/s a core", "CPU s/MB less start", "times newslint",
        "peak MB", "findings/MB",
    )  # fmt: skip
    return table(head, [_news_row(contestant, ours_) for contestant in contestants])


def _news_row(contestant: Contestant, ours_: Figures) -> list[str]:
    figures = contestant.figures
    if figures is None:
        return [contestant.name, contestant.failure, *["–"] * 7]
    values = (
        figures.megabytes,
        figures.whole,
        figures.news.wall / figures.megabytes,
        1 / figures.whole,
        figures.working_seconds,
        figures.times(ours_, everything=contestant.everything),
        figures.news.peak,
        figures.news.findings / figures.megabytes,
    )
    return [contestant.name, *map(figure, values)]


def _small_table(contestants: Sequence[Contestant], ours_: Figures, bare: Cost, cold: Cost | None) -> str:
    costs = [("python -c pass", bare)]
    costs += [(one.name, one.figures.small) for one in contestants if one.figures]
    if cold:
        costs.append(("languagetool, from its start to the first answer", cold))
    head = ("tool", "CPU ms", "wall ms", "times newslint", "peak MB")
    rows = [
        (
            name,
            figure(cost.cpu * 1000),
            figure(cost.wall * 1000),
            figure(cost.cpu / ours_.small.cpu),
            figure(cost.peak),
        )
        for name, cost in costs
    ]
    return table(head, rows) + "\n\nIn the first row of LanguageTool its server is warm."


def _commands() -> str:
    lines = [f"- newslint: `{' '.join(['newslint', *ours.check('-j1')[3:]])}`, all default rules"]
    for tool in tools.TOOLS:
        command = " ".join(tool.command_in(Path(tool.name)))
        lines.append(f"- {tool.name} {tool.version} ({tool.work}): `{command}`")
    return "Commands, followed by the files:\n\n" + "\n".join(lines)


def _aims(contestants: Sequence[Contestant], ours_: Figures, bare: Cost) -> tuple[Aim, ...]:
    above = (ours_.small.cpu - bare.cpu) * 1000
    found = {contestant.name: contestant for contestant in contestants}
    return (
        Aim("real news, a core", MEGABYTES_A_SECOND, 1 / ours_.whole, " MB/s"),
        Aim("one file of 7 KB, CPU above bare Python", START, above, " ms", at_most=True),
        *(
            Aim(f"times as fast as {tool.name}", tool.faster, _times(found[tool.name], ours_))
            for tool in tools.TOOLS
        ),
    )


def _times(contestant: Contestant, ours_: Figures) -> float | None:
    figures = contestant.figures
    return figures.times(ours_, everything=contestant.everything) if figures else None
