"""What the results of earlier runs save, and what keeping them costs.

    python tools/benchmarks/cache.py [--files 10000] [--rounds 3]

Writes that many articles, made from those of seeds/, into a folder, and runs by turns: walking and reading
alone, newslint without a cache, with an empty one, and with one in which every file is known. Prints the
medians and ratios of wall time and exits with 1 where the aim is missed: a cold cache takes at most 1.1 times
as long as none.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
DEAREST = 1.1
READ = "import os, sys; [open(f.path, 'rb').read() for f in os.scandir(sys.argv[1])]"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, kept = Path(place, "news"), Path(place, "cache")
        size = write_articles(folder, args.files)
        print(f"{args.files:,} files, {size / 1e6:.1f} MB")
        times = [_round(folder, kept) for _ in range(args.rounds)]
    names = ("reading alone", "no cache", "cold cache", "warm cache")
    medians = [statistics.median(column) for column in zip(*times, strict=True)]
    for name, median in zip(names, medians, strict=True):
        print(f"{name:14} {median:7.2f} s  {median / medians[1]:5.2f} times no cache")
    print(f"warm: {medians[3] / medians[0]:.1f} times reading alone")
    missed = medians[2] / medians[1] > DEAREST
    print(f"aim: cold at most {DEAREST} times no cache: {'missed' if missed else 'met'}")
    return int(missed)


def write_articles(folder: Path, count: int) -> int:
    """So many articles, each with a line of its own, and how many bytes they take."""
    folder.mkdir()
    texts = [file.read_text("utf-8") for file in sorted((ROOT / "seeds").glob("*.fixed.txt"))]
    size = 0
    for number in range(count):
        text = f"{texts[number % len(texts)]}\nThis was edition {number} of the story.\n"
        size += Path(folder, f"{number:06}.txt").write_bytes(text.encode())
    return size


def _round(folder: Path, kept: Path) -> list[float]:
    check = [sys.executable, "-m", "newslint", "check", "--quiet", str(folder)]
    _seconds([*check, "--no-cache", str(folder / "000000.txt")], kept)  # what is made of the rules, once
    alone = _seconds([sys.executable, "-c", READ, str(folder)], kept)
    without = _seconds([*check, "--no-cache"], kept)
    _seconds([sys.executable, "-m", "newslint", "cache", "clear"], kept)
    _seconds([*check, "--no-cache", str(folder / "000000.txt")], kept)
    return [alone, without, *(_seconds(check, kept) for _ in range(2))]


def _seconds(command: list[str], kept: Path, clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    done = subprocess.run(
        command,
        check=False,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "NEWSLINT_CACHE_DIR": str(kept)},
    )
    if done.returncode > 1:
        raise SystemExit(f"{command} exited with {done.returncode}")
    return clock() - start


if __name__ == "__main__":
    sys.exit(main())
