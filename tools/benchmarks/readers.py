"""How many megabytes a second each format is read at, alone and with all rules.

    python tools/benchmarks/readers.py [FORMAT ...] [--runs 5]

The articles of `seeds/*.txt` are written in every format by the plain one of its forms. For the
reader alone they are repeated to one file of about 1 MB, and the time from its bytes to its blocks is
taken; all rules are run on files of one article each, about 1 MB of them, since an article is what
rules work on. Megabytes are those of the files, markup included. Prints medians of CPU time.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from newslint.core.segments import DEFAULT_OPTIONS
from newslint.core.source import Source
from newslint.formats import FORMATS, Format
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.testing.renderers import FORMS
from newslint.testing.renderers.form import Form

SEEDS = Path(__file__).parents[2] / "seeds"
SIZE = 1_000_000
GENERATED = (".fixed", ".report")


def main(names: Sequence[str], runs: int) -> None:
    """Print a line for each format that has a form."""
    articles = [
        Source.decode(path.read_bytes()).text.replace("\r\n", "\n")
        for path in sorted(SEEDS.glob("*.txt"))
        if not path.stem.endswith(GENERATED)
    ]
    print(f"{'format':<10} {'file':>8} {'reader':>12} {'all rules':>12}   medians of {runs}")
    for name in names or FORMATS:
        form = next((form for form in FORMS if form.format == name and not form.hinders), None)
        if form is None:
            print(f"{name:<10} has no form")
        else:
            print(_line(FORMATS[name], form, articles, runs), flush=True)


def _line(known: Format, form: Form, articles: Sequence[str], runs: int) -> str:
    linter = Linter(selection.select(), format=known)
    whole = _written(form, "\n\n".join(_repeated(articles)))
    single = [_written(form, article) for article in _repeated(articles)]
    reading = _rate(
        [whole], runs, lambda data: known.parse(known.decode(data, _path(known)), DEFAULT_OPTIONS)
    )
    checking = _rate(single, runs, lambda data: linter.check(known.decode(data, _path(known))))
    return f"{known.name:<10} {len(whole) / 1e6:5.2f} MB {reading:7.2f} MB/s {checking:7.2f} MB/s"


def _repeated(articles: Sequence[str]) -> list[str]:
    times = SIZE * len(articles) // sum(map(len, articles))
    return list(islice(cycle(articles), times))


def _written(form: Form, article: str) -> bytes:
    return form.source(form.wrap(article)).encode()


def _path(known: Format) -> str:
    return f"article{known.suffixes[0]}"


def _rate(files: Sequence[bytes], runs: int, work: Callable[[bytes], object]) -> float:
    """Megabytes a second, the median of some runs over all files."""
    seconds = []
    for _ in range(runs):
        start = process_time()
        for data in files:
            work(data)
        seconds.append(process_time() - start)
    return sum(map(len, files)) / 1e6 / statistics.median(seconds)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("formats", nargs="*", choices=[[], *FORMATS], metavar="FORMAT")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    main(asked.formats, asked.runs)
