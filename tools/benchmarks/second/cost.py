"""What asking LanguageTool takes: start-up, throughput and memory, beside newslint's own rules."""

from __future__ import annotations

import gzip
import json
import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from newslint.config.schema import ServerTable
from newslint.core.source import Source
from newslint.engines.languagetool.answers import Answers
from newslint.engines.languagetool.home import home, version
from newslint.engines.languagetool.reach import Access
from newslint.engines.languagetool.run import ServerRun
from newslint.engines.languagetool.second import LanguageTool, wish
from newslint.engines.languagetool.server import Launch, Running, start
from newslint.linter.linter import Linter
from newslint.rules import selection

Row = tuple[str, float, float]


def measure(corpora: Path, count: int) -> None:
    """Print what the same articles take with newslint alone, and with LanguageTool besides."""
    with gzip.open(corpora / "clean-curly.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(count), strict=False)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"LanguageTool {version(home())}, {count} articles, {size:.2f} MB, one after the other")
    rules = selection.select()
    own = Linter(rules)
    _told("newslint alone", size, _seconds(texts, own))
    with TemporaryDirectory() as folder:
        began = time.perf_counter()
        server = start(Launch(home()), Path(folder), os.getpid())
        print(f"the server answers after {time.perf_counter() - began:.1f} s")
        try:
            for title, everything in (("with the curated rules", False), ("with all rules", True)):
                asked = wish(select=(), extend=(), ignore=(), everything=everything)
                second = LanguageTool(
                    Access(ServerTable(url=server.url), ServerRun()), asked, Answers(use=False)
                )
                linter = Linter(rules, engine=second)
                _told(f"{title}, from cold", size, _seconds(texts, linter))
                _told(f"{title}, again", size, _seconds(texts, linter))
                print(f"  the server holds {_memory(server):,.0f} MB at most")
        finally:
            server.end()


def _seconds(texts: list[str], linter: Linter) -> float:
    began = time.perf_counter()
    for text in texts:
        report = linter.check(Source(text))
        assert not report.error, report.error
    return time.perf_counter() - began


def _told(title: str, size: float, seconds: float) -> None:
    print(f"{title}: {seconds:.1f} s, {size / seconds:.3f} MB/s")


def _memory(server: Running) -> float:
    """The most memory that any process of the server's group had, in MB."""
    most = 0.0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            if os.getpgid(int(status.parent.name)) == server.group:
                peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
                most = max(most, int(peak.split()[1]) * 1024 / 1e6)
        except (OSError, StopIteration):
            continue
    return most
