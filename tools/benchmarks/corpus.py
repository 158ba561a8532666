"""Measures `newslint corpus` and Spark on articles by the thousand, and writes tables into docs/corpora.md.

    python tools/benchmarks/corpus.py CORPORA [--articles 10000] [--processes 2] [--write]

CORPORA is a folder of gzipped JSON lines with a `text` each, called clean-*.jsonl.gz and mt-*.jsonl.gz. Their
articles are repeated with other figures until there are enough. CPU time and memory are those of all processes,
sampled ten times a second; CPU time of other programs does not count, but slows everything a little.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from speed import machine
from speed.sheet import write_section

import newslint

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "corpora.md"
SECTION = "measured"
CLEAN, DAMAGED = ("clean-straight", "clean-bbc", "clean-references"), ("mt-documents", "mt-garbled")
FEW = 4
"""Articles of a run that shows what starting costs."""
SAMPLED = 150
"""Articles of each set from which the others are made; 300 of them are read for the thresholds."""
TICK = os.sysconf("SC_CLK_TCK")
THRESHOLDS = (2, 5, 10, 20, 30, 50)
ARTICLES = 100_000_000
SPARK = """
import sys, time
from pyspark.sql import SparkSession
from newslint.corpus import spark as newslint_spark
spark = (SparkSession.builder.master(f"local[{sys.argv[3]}]").config("spark.ui.enabled", "false")
         .config("spark.driver.host", "127.0.0.1").getOrCreate())
spark.sparkContext.setLogLevel("ERROR")
df = spark.read.parquet(sys.argv[1]).repartition(int(sys.argv[3]) * 4)
getattr(newslint_spark, sys.argv[4])(df).write.parquet(sys.argv[2])
"""


class Cost(NamedTuple):
    """What a run took: seconds, CPU seconds and the peak of memory in MB, over all processes."""

    seconds: float
    cpu: float
    memory: float
    shared: float
    """The same, where memory that processes share counts once."""


def main() -> int:
    """Measure, print the tables, and write them if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--without-spark", action="store_true")
    parser.add_argument("--write", action="store_true", help="write docs/corpora.md")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = list(_lines(Path(folder), args))
    text = "\n".join(lines) + "\n"
    print(text)
    if args.write:
        write_section(PAGE, SECTION, text)
    return 0


def _lines(folder: Path, args: argparse.Namespace) -> Iterator[str]:
    file = folder / "articles.jsonl"
    size = write_articles(args.corpora, args.articles, file)
    to_parquet(file, folder / "articles.parquet")
    yield f"Measured on {time.strftime('%Y-%m-%d')} with newslint {newslint.__version__}:"
    yield ""
    yield machine.describe()
    yield ""
    yield f"{args.articles:,} articles, {size / 1e6:.0f} MB, {args.processes} processes, without the start:"
    yield ""
    yield "| run | articles a second | CPU seconds per 1,000 articles | MB per CPU second | peak memory, MB |"
    yield "| --- | --- | --- | --- | --- |"
    costs = {}
    write_articles(args.corpora, FEW, folder / "few.jsonl")
    to_parquet(folder / "few.jsonl", folder / "few.parquet")
    starts = dict(_commands(folder, args, "few"))
    for name, command in _commands(folder, args, "articles"):
        print(f"{name} …", file=sys.stderr, flush=True)
        cost = costs[name] = _without(measure(command), measure(starts[name]))
        each = 1000 * cost.cpu / args.articles
        yield (
            f"| {name} | {args.articles / cost.seconds:.0f} | {each:.1f} | {size / 1e6 / cost.cpu:.2f} |"
            f" {cost.memory:.0f} ({cost.shared:.0f} if shared memory counts once) |"
        )
    yield ""
    yield f"Extrapolated to {ARTICLES:,} articles like these ({ARTICLES * size / args.articles / 1e9:,.0f} GB):"
    yield ""
    yield "| run | core-hours | hours on 100 cores |"
    yield "| --- | --- | --- |"
    for name, cost in costs.items():
        hours = ARTICLES * cost.cpu / args.articles / 3600
        yield f"| {name} | {hours:,.0f} | {hours / 100:,.1f} |"
    yield ""
    yield from _thresholds(args.corpora, folder)


def _without(cost: Cost, start: Cost) -> Cost:
    """The cost without that of starting, which a run over few articles shows."""
    return cost._replace(seconds=cost.seconds - start.seconds, cpu=cost.cpu - start.cpu)


def _commands(folder: Path, args: argparse.Namespace, name: str) -> Iterator[tuple[str, Sequence[str]]]:
    corpus = [sys.executable, "-m", "newslint", "corpus", "-q", "-j", str(args.processes)]
    for mode in ("check", "grade", "fix"):
        for kind in ("jsonl", "parquet") if mode == "check" else ("jsonl",):
            file, out = folder / f"{name}.{kind}", folder / f"{name}-{mode}-{kind}"
            yield f"`--mode {mode}`, {kind}", [*corpus, str(file), "--mode", mode, "--out", str(out)]
    if not args.without_spark:
        file, out = folder / f"{name}.parquet", folder / f"{name}-spark"
        yield (
            f"Spark `local[{args.processes}]`, `check`",
            [sys.executable, "-c", SPARK, str(file), str(out), str(args.processes), "check"],
        )


def _thresholds(corpora: Path, folder: Path) -> Iterator[str]:
    """What share of each set has more damage than a threshold."""
    file, out = folder / "sets.jsonl", folder / "sets"
    with file.open("w", encoding="utf-8") as rows:
        for name in (*CLEAN, *DAMAGED):
            for number, text in enumerate(islice(_texts(corpora / f"{name}.jsonl.gz"), 2 * SAMPLED)):
                rows.write(json.dumps({"id": f"{name} {number}", "text": text}) + "\n")
    command = [
        sys.executable,
        "-m",
        "newslint",
        "corpus",
        "-q",
        str(file),
        "--mode",
        "grade",
        "--out",
        str(out),
    ]
    subprocess.run(command, check=False)
    damage: defaultdict[str, list[float]] = defaultdict(list)
    verdicts: Counter[str] = Counter()
    for line in (out / "grades" / "sets-00000.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        damage[row["id"].split()[0]].append(row["damage"])
        verdicts[row["id"].split()[0]] += bool(row["verdicts"])
    yield "The share of articles with more findings per 1,000 words than a threshold for `--drop`:"
    yield ""
    yield f"| set | articles | {' | '.join(f'> {step}' for step in THRESHOLDS)} | with a verdict |"
    yield f"| --- | --- |{' --- |' * (len(THRESHOLDS) + 1)}"
    for name, values in damage.items():
        shares = [f"{100 * sum(value > step for value in values) / len(values):.1f} %" for step in THRESHOLDS]
        judged = f"{100 * verdicts[name] / len(values):.1f} %"
        yield f"| {name} | {len(values)} | {' | '.join(shares)} | {judged} |"


def write_articles(corpora: Path, count: int, file: Path) -> int:
    """Write so many articles, those of the sets again and again with other figures; return their bytes."""
    base = [
        text for name in (*CLEAN, *DAMAGED) for text in islice(_texts(corpora / f"{name}.jsonl.gz"), SAMPLED)
    ]
    size = 0
    with file.open("w", encoding="utf-8") as rows:
        for number, text in enumerate(islice(cycle(base), count)):
            varied = text.translate(_other_figures(number // len(base)))
            size += len(varied.encode())
            rows.write(json.dumps({"id": f"a{number}", "text": varied}) + "\n")
    return size


def _other_figures(shift: int) -> dict[int, str]:
    return {ord(str(digit)): str((digit + shift) % 10) for digit in range(10)}


def _texts(file: Path) -> Iterator[str]:
    if file.exists():
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def to_parquet(file: Path, parquet: Path) -> None:
    """Write the rows of JSON Lines as Parquet."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with file.open(encoding="utf-8") as lines:
        pq.write_table(
            pa.Table.from_pylist([json.loads(line) for line in lines]), parquet, row_group_size=5_000
        )


def measure(command: Sequence[str]) -> Cost:
    """Run a command and sample its processes."""
    begun = time.monotonic()
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, env=environment)
    cpu: dict[int, float] = {}
    memory = shared = 0
    while process.poll() is None:
        resident = proportional = 0
        for pid in _tree(process.pid):
            cpu[pid] = max(cpu.get(pid, 0.0), _cpu(pid))
            sizes = _memory(pid)
            resident += sizes[0]
            proportional += sizes[1]
        memory, shared = max(memory, resident), max(shared, proportional)
        time.sleep(0.1)
    if process.returncode not in ((0,) if SPARK in command else (0, 1)):
        sys.exit(f"exit code {process.returncode}: {' '.join(command)}")
    return Cost(time.monotonic() - begun, sum(cpu.values()), memory / 1024, shared / 1024)


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))
    except OSError:
        return


def _cpu(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICK


def _memory(pid: int) -> tuple[int, int]:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0, 0
    found = dict(re.findall(r"(?m)^(Rss|Pss):\s+(\d+)", text))
    return int(found.get("Rss", 0)), int(found.get("Pss", 0))


if __name__ == "__main__":
    sys.exit(main())
