"""How long an edit takes in the language server, a section of docs/editors.md.

    python tools/benchmarks/editor.py [NEWS…] [--edits 40] [--write]

NEWS are text files or JSON Lines with the key `text`; without it invented news is used. Each edit types a
letter, in another paragraph each time. Figures are CPU milliseconds, without the pipe to the editor; the check
anew has nothing remembered of the text, as when it is opened.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from newslint.config.resolver import ConfigResolver, Settings
from newslint.core.source import Unit
from newslint.core.text_facts import TextFacts
from newslint.lsp.findings import diagnostics_of
from newslint.lsp.open_document import OpenDocument
from tools.benchmarks.speed.invented_news import write_lines
from tools.benchmarks.speed.sheet import write_section

PAGE = Path(__file__).parents[2] / "docs" / "editors.md"
SECTION = "measured"
SIZES = (7_000, 40_000, 200_000)
"""Characters; the aims are 5 ms for the first and 100 ms for the last."""
ANEW = 5
"""How often a text is checked anew, for the median."""


class Measured(NamedTuple):
    """CPU milliseconds: of the check anew, of each edit, and of each edit's check."""

    size: int
    anew: float
    edits: list[float]
    checks: list[float]


def main() -> None:
    """Print the section, or write it into the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("news", nargs="*", type=Path)
    parser.add_argument("--edits", type=int, default=40)
    parser.add_argument("--write", action="store_true", help="write the section into docs/editors.md")
    asked = parser.parse_args()
    text = section([measure(sample(asked.news, size), asked.edits) for size in SIZES])
    if asked.write:
        write_section(PAGE, SECTION, text)
    else:
        print(text)


def section(rows: list[Measured]) -> str:
    """The section in Markdown."""
    lines = [
        f"| {row.size:,} | {row.anew:.0f} | {median(row.edits):.1f} | {quantiles(row.edits, n=20)[-1]:.1f} "
        f"| {median(row.checks):.1f} | {row.anew / median(row.edits):.0f} times |"
        for row in rows
    ]
    return "\n".join(
        [
            "| Characters | opened, ms | an edit, ms | 95 of 100 edits at most | of which checking | faster than a full check |",
            "| ---: | ---: | ---: | ---: | ---: | ---: |",
            *lines,
            "",
        ]
    )


def measure(text: str, edits: int) -> Measured:
    """The milliseconds of checks anew, and of edits with what is converted for the editor."""
    document = OpenDocument("untitled:story.txt", "plaintext", ConfigResolver(Settings()), Unit.UTF16)
    if document.linter:
        document.linter.runner.prefilter.make()  # as a wheel brings it
    document.check(text, 0)
    anew = [_check(document, text, forget=True)[0] for _ in range(ANEW)]
    spaces = [at for at, letter in enumerate(text) if letter == " "]
    totals, checks = [], []
    for number in range(edits):
        at = spaces[(number * 7919) % len(spaces)]
        text = f"{text[:at]}a{text[at:]}"
        spaces = [space + (space >= at) for space in spaces]
        total, checked = _check(document, text)
        totals.append(total)
        checks.append(checked)
    return Measured(len(text) - edits, median(anew), totals, checks)


def _check(document: OpenDocument, text: str, *, forget: bool = False) -> tuple[float, float]:
    """The CPU milliseconds until a version can be published, and of its check alone."""
    if forget:
        _forget()
        document.linter.__dict__.pop("_editor", None)
    begun = process_time()
    document.check(text, 0)
    checked = process_time()
    list(diagnostics_of(document))
    return (process_time() - begun) * 1e3, (checked - begun) * 1e3


def _forget() -> None:
    """Forget what was found out about texts; tables of the lexicon, remembered without a limit, stay."""
    for kept in gc.get_objects():
        if isinstance(kept, TextFacts):
            kept._known = {}
        elif isinstance(kept, _lru_cache_wrapper) and kept.cache_parameters()["maxsize"]:
            kept.cache_clear()


def sample(news: list[Path], size: int) -> str:
    """Articles one after the other, up to a size."""
    with TemporaryDirectory() as folder:
        if not news:
            news = [Path(folder) / "invented.jsonl"]
            write_lines(news[0], 0.5)
        parts: list[str] = []
        for text in articles(news):
            parts.append(text)
            if sum(map(len, parts)) > size:
                break
        return "\n\n".join(parts)[:size]


def articles(news: list[Path]) -> Iterator[str]:
    """Yield the texts of files."""
    for path in news:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        if ".jsonl" in path.suffixes:
            yield from (json.loads(line)["text"] for line in data.splitlines())
        else:
            yield data.decode()


if __name__ == "__main__":
    main()
