"""Compares newslint, jusText and trafilatura on what pages leave around articles.

    pip install justext trafilatura lxml_html_clean
    python tools/benchmarks/residue.py CORPORA [--write] [--missed]

CORPORA is a folder as for `tools/rates.py`. The blocks of `tools/residue_blocks.tsv`, written without knowledge of the
rules, are put into clean articles where pages have them, and the paragraphs of `tools/short_paragraphs.tsv`, which
resemble them and belong to articles, between other paragraphs. Each tool gets the same plain text; the others get it as
HTML of one `<p>` a line. Prints `docs/residue.md` or writes it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from html import escape
from itertools import chain
from pathlib import Path
from random import Random
from typing import NamedTuple

from speed.sheet import table

import newslint
from newslint.core.diagnostics import Safety
from tools.rates import articles

TOOLS = Path(__file__).parents[1]
PAGE = TOOLS.parent / "docs" / "residue.md"
SETS = ("clean-bbc", "clean-references")
ARTICLES, COPIES, SEED = 160, 3, 1
"""Articles of each set, articles that each block is put into, and the seed of all draws."""
HEAD = frozenset({"author", "navigation", "share", "timestamp", "photo", "player"})
TAIL = frozenset({"author", "comments", "copyright", "related", "share", "tags", "newsletter", "update"})
"""Classes that pages have above and below the article; the others stand between its paragraphs."""
FIRST = 0.46
"""The share of the residue that newslint found at first sight."""
SHORTEST = 5
"""Paragraphs of the shortest article that is taken."""


class Line(NamedTuple):
    """A paragraph and the class of residue that it is, of what kind a resembling one, or "" for the article's own."""

    text: str
    label: str = ""
    is_residue: bool = False


class Sorted(NamedTuple):
    """The lines of an article that a tool would drop."""

    dropped: frozenset[int]
    """What it reports or leaves out."""
    deleted: frozenset[int]
    """What goes without review."""


Tool = Callable[[Sequence[Line]], Sorted]


def main() -> int:
    """Measure, and print or write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--write", action="store_true", help="write docs/residue.md")
    parser.add_argument("--missed", action="store_true", help="print what newslint gets wrong")
    asked = parser.parse_args()
    pages = tuple(make_pages(asked.corpora))
    if asked.missed:
        print(*sorted(Counter(wrong(pages)).items()), sep="\n")
        return 0
    page = describe(pages, {"newslint": run_newslint, "jusText": run_justext, "trafilatura": run_trafilatura})
    if asked.write:
        PAGE.write_text(page, "utf-8")
    else:
        print(page)
    return 0


def read(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table."""
    for line in (TOOLS / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield tuple(line.split("\t"))


def make_pages(corpora: Path) -> Iterator[list[Line]]:
    """Yield articles with residue and short paragraphs put in."""
    chance = Random(SEED)  # noqa: S311 - the same pages each time
    drawn = chain.from_iterable(chance.sample(articles(corpora, name), ARTICLES) for name in SETS)
    bodies = [[line for line in text.splitlines() if line.strip()] for _, text in drawn]
    bodies = [lines for lines in bodies if len(lines) >= SHORTEST]
    blocks = [row for row in read("residue_blocks.tsv") for _ in range(COPIES)]
    resembling = [row for row in read("short_paragraphs.tsv") for _ in range(COPIES)]
    chance.shuffle(blocks)
    chance.shuffle(resembling)
    for number, body in enumerate(bodies):
        lines = [Line(text) for text in body]
        for kind, text in resembling[number :: len(bodies)]:
            lines.insert(chance.randint(1, len(lines) - 1), Line(text, kind))
        for kind, _, text in blocks[number :: len(bodies)]:
            at = place(kind, len(lines), chance)
            lines[at:at] = [Line(part, kind, is_residue=True) for part in text.split(" ¶ ")]
        yield lines


def place(kind: str, count: int, chance: Random) -> int:
    """Return where a page may have a block of a class."""
    places = [*([1] if kind in HEAD else []), *([count] if kind in TAIL else [])]
    return chance.choice(places) if places else chance.randint(2, count - 1)


def run_newslint(lines: Sequence[Line]) -> Sorted:
    """What newslint reports as a whole and what its safe fixes delete."""
    text = "\n\n".join(line.text for line in lines)
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 2
    dropped, deleted = set(), set()
    for found in newslint.check(text).diagnostics:
        if found.category != "leftovers":
            continue
        inside = [
            n
            for n, line in enumerate(lines)
            if found.span.start <= starts[n] and starts[n] + len(line.text) <= found.span.end
        ]
        dropped.update(inside)
        if found.safety is Safety.SAFE:
            deleted.update(inside)
    return Sorted(frozenset(dropped), frozenset(deleted))


def as_html(lines: Sequence[Line]) -> str:
    """Return the article as a page that has nothing else."""
    body = "\n".join(f"<p>{escape(line.text)}</p>" for line in lines)
    return f'<html lang="en"><head><title>News</title></head><body><article>{body}</article></body></html>'


def run_justext(lines: Sequence[Line]) -> Sorted:
    """What jusText calls boilerplate."""
    import justext

    kept = Counter(
        fold(paragraph.text)
        for paragraph in justext.justext(as_html(lines), justext.get_stoplist("English"))
        if not paragraph.is_boilerplate
    )
    return count_missing(lines, kept)


def run_trafilatura(lines: Sequence[Line]) -> Sorted:
    """What trafilatura leaves out."""
    import trafilatura

    text = trafilatura.extract(as_html(lines), include_comments=False, deduplicate=False) or ""
    return count_missing(lines, Counter(fold(line.removeprefix("- ")) for line in text.splitlines()))


def count_missing(lines: Sequence[Line], kept: Counter[str]) -> Sorted:
    """The lines that are not among those that a tool kept."""
    dropped = frozenset(number for number, line in enumerate(lines) if not kept[fold(line.text)])
    return Sorted(dropped, dropped)


def fold(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())


def wrong(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Yield the lines that newslint judges wrongly."""
    for lines in pages:
        found = run_newslint(lines)
        for number, line in enumerate(lines):
            if line.is_residue != (number in found.dropped):
                sort = "missed" if line.is_residue else "deleted" if number in found.deleted else "reported"
                yield f"{sort}\t{line.label}\t{line.text}"


def describe(pages: Sequence[Sequence[Line]], tools: dict[str, Tool]) -> str:
    """The page in Markdown."""
    results = {name: [tool(lines) for lines in pages] for name, tool in tools.items()}
    labels = sorted({line.label for lines in pages for line in lines if line.is_residue})
    rows = [
        (
            label,
            count(pages, label),
            *(f"{share_found(pages, found, label):.2f}" for found in results.values()),
        )
        for label in labels
    ]
    totals = [summary(name, pages, found) for name, found in results.items()]
    blocks, resembling = len(list(read("residue_blocks.tsv"))), len(list(read("short_paragraphs.tsv")))
    date = datetime.now().astimezone().date().isoformat()
    return f"""\
# What pages leave around articles

Measured on {date} with newslint {newslint.__version__}: {blocks} blocks of residue in ten languages and
{resembling} short paragraphs that resemble them and belong to articles, {COPIES} times each in {len(pages)} articles of
{" and ".join(SETS)} (seed {SEED}). The blocks were written without knowledge of the rules, of which {FIRST} were
found at first sight; the rules were then widened, so only that figure shows how much unseen residue is found. All tools get the same plain text, jusText and trafilatura as HTML of one `<p>` a line; both were made for whole
pages, whose markup tells them more. Written by `python tools/benchmarks/residue.py CORPORA --write`.

{table(("", "residue found", "precision", "found and deleted unreviewed", "short paragraphs lost", "other paragraphs lost", "lost without review"), totals)}

Found is a line that is reported as a whole or left out; the others have no review, so what they leave out is lost.

## By class

{table(("class", "lines", *results), rows)}
"""


def count(pages: Sequence[Sequence[Line]], label: str) -> str:
    """How many lines of residue have a class."""
    return str(sum(line.is_residue and line.label == label for lines in pages for line in lines))


def share_found(pages: Sequence[Sequence[Line]], found: Sequence[Sorted], label: str) -> float:
    """The share of the lines of a class that were found."""
    hits = [
        number in one.dropped
        for lines, one in zip(pages, found, strict=True)
        for number, line in enumerate(lines)
        if line.is_residue and line.label == label
    ]
    return sum(hits) / len(hits)


def summary(name: str, pages: Sequence[Sequence[Line]], found: Sequence[Sorted]) -> tuple[str, ...]:
    """The row of a tool."""
    tally: Counter[str] = Counter()
    for lines, one in zip(pages, found, strict=True):
        for number, line in enumerate(lines):
            sort = "residue" if line.is_residue else "resembling" if line.label else "own"
            tally[sort] += 1
            tally[f"{sort} dropped"] += number in one.dropped
            tally[f"{sort} deleted"] += number in one.deleted
    lost = tally["resembling dropped"] + tally["own dropped"]
    return (
        name,
        f"{tally['residue dropped'] / tally['residue']:.2f}",
        f"{tally['residue dropped'] / (tally['residue dropped'] + lost):.3f}",
        f"{tally['residue deleted'] / tally['residue']:.2f}",
        f"{tally['resembling dropped']} of {tally['resembling']}",
        f"{tally['own dropped']} of {tally['own']}",
        str(tally["resembling deleted"] + tally["own deleted"]),
    )


if __name__ == "__main__":
    raise SystemExit(main())
