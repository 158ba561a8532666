"""Runs `newslint corpus` over much data, and once more with a kill in the middle; writes a table into docs/corpora.md.

    python tools/benchmarks/long_runs.py CORPORA [--articles 100000] [--megabytes 2000] [--select RULES] [--write]

The articles are those of `tools/benchmarks/corpus.py`. A run over `--articles` of them is repeated, killed with SIGKILL
when half of its shards are written, and started again; all files must be the same as without a kill. A run over
`--megabytes` of JSON Lines shows whether memory grows. Without `--select` all default rules run, which takes hours.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from hashlib import file_digest
from pathlib import Path

from corpus import Cost, measure, to_parquet, write_articles
from speed.sheet import table, write_section

PAGE = Path(__file__).parents[2] / "docs" / "corpora.md"
SECTION = "long runs"
SHARD = 8
"""Megabytes of a shard in runs that are killed, so that there are many."""


def main() -> int:
    """Run, print the table, and write it if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--megabytes", type=int, default=2_000, help="0 leaves this run out")
    parser.add_argument("--select", help="rules, separated by commas (default: the default rules)")
    parser.add_argument("--modes", nargs="+", default=["check", "grade", "fix"])
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="write docs/corpora.md")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = "\n".join(_lines(Path(folder), args)) + "\n"
    print(text)
    if args.write:
        write_section(PAGE, SECTION, text)
    return 0


def _lines(folder: Path, args: argparse.Namespace) -> Iterator[str]:
    rules = ", ".join(f"`{name}`" for name in args.select.split(",")) if args.select else "the default rules"
    yield f"Runs with {rules} in {args.processes} processes, the start included:"
    yield ""
    rows = list(_rows(folder, args))
    columns = ("run", "articles", "MB", "minutes", "peak memory, MB", "if shared memory counts once")
    yield table([*columns, "after a kill"], rows)


def _rows(folder: Path, args: argparse.Namespace) -> Iterator[Sequence[str]]:
    file = folder / "articles.jsonl"
    write_articles(args.corpora, args.articles, file)
    to_parquet(file, folder / "articles.parquet")
    for mode in args.modes:
        for kind in ("jsonl", "parquet"):
            data = file.with_suffix(f".{kind}")
            print(f"{mode} {kind} …", file=sys.stderr, flush=True)
            whole, killed = folder / f"{mode}-{kind}", folder / f"{mode}-{kind}-killed"
            cost = measure([*_command(data, mode, args), "--shard-size", str(SHARD), "--out", str(whole)])
            _kill_in_the_middle(data, mode, args, killed, _shards(whole) // 2)
            differing = _differing(whole, killed)
            result = f"{len(differing)} files differ: {differing[0]}" if differing else "the same bytes"
            size = data.stat().st_size / 1e6
            yield _row(f"`--mode {mode}`, {kind}", args.articles, size, cost, result)
    if args.megabytes:
        count = int(args.articles * args.megabytes / (file.stat().st_size / 1e6))
        file.unlink()
        write_articles(args.corpora, count, file)
        size = file.stat().st_size / 1e6
        print(f"{size:.0f} MB …", file=sys.stderr, flush=True)
        cost = measure([*_command(file, "check", args), "--out", str(folder / "large")])
        yield _row("`--mode check`, jsonl", count, size, cost, "–")


def _row(name: str, articles: int, size: float, cost: Cost, after: str) -> Sequence[str]:
    return (
        name,
        f"{articles:,}",
        f"{size:,.0f}",
        f"{cost.seconds / 60:.1f}",
        f"{cost.memory:.0f}",
        f"{cost.shared:.0f}",
        after,
    )


def _command(data: Path, mode: str, args: argparse.Namespace) -> list[str]:
    command = [sys.executable, "-m", "newslint", "corpus", "-q", "-j", str(args.processes), str(data)]
    return [*command, "--mode", mode, *(["--select", args.select] if args.select else [])]


def _kill_in_the_middle(data: Path, mode: str, args: argparse.Namespace, out: Path, shards: int) -> None:
    """Kill a run when it has written so many shards, and let the same command finish."""
    command = [*_command(data, mode, args), "--shard-size", str(SHARD), "--out", str(out)]
    with subprocess.Popen(command) as process:
        while process.poll() is None and _shards(out) < shards:
            time.sleep(0.05)
        if process.poll() is not None:
            sys.exit(f"ended with {process.returncode} before it could be killed: {' '.join(command)}")
        os.kill(process.pid, signal.SIGKILL)
    code = subprocess.run(command, check=False).returncode
    if code not in (0, 1):
        sys.exit(f"exit code {code}: {' '.join(command)}")


def _shards(out: Path) -> int:
    """How many shards a run has finished, by its journal; its first line names the run."""
    journal = out / "progress.jsonl"
    return max(journal.read_bytes().count(b"\n") - 1, 0) if journal.exists() else 0


def _differing(one: Path, other: Path) -> list[str]:
    """The files of two folders that are not in both with the same bytes."""
    first, second = _digests(one), _digests(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def _digests(folder: Path) -> dict[str, str]:
    digests = {}
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                digests[str(path.relative_to(folder))] = file_digest(file, "sha256").hexdigest()
    return digests


if __name__ == "__main__":
    sys.exit(main())
