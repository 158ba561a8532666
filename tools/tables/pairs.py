"""Checks, merges and measures pairs of right and wrong words.

    python -m tools.tables.pairs check FILE ...
    python -m tools.tables.pairs merge FILE ...
    python -m tools.tables.pairs coverage PIVOT

`merge` also reads lists with lines such as `alliance: covenant, league`, which do not say who makes the mistake.

`check` names lines that are no pairs, pairs given twice, and words that English does not have, and exits with 1
if there are any. `merge` adds the pairs of files to `newslint/lexicon/pairs.tsv`, sorted, leaving out those that
`check` would name. `coverage` says how many of the pairs of another list the table has: PIVOT is a gzipped
table of `word`, `part`, `neighbour`, `languages` and `strength`.
"""

from __future__ import annotations

import argparse
import csv
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from newslint.lexicon.english_words import frequent_words, is_word
from newslint.lexicon.pairs import PAIRS, SPINNER, read_pairs

COMMONEST = 5_000
"""Words of news whose pairs are counted."""
NEAREST = 5
"""Neighbours of each of them that matter most."""
SHORTEST = 3
"""Letters of a word of a pair."""
CODES = """
ar bg bn cs da de el es et fa fi fr he hi hr hu id is it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv sw th tr uk ur
vi zh
"""
UNKNOWN = "-"
"""The source of a pair from a list."""
LANGUAGES = frozenset(CODES.split())

Row = tuple[str, int, str]
"""A file, a line of it, and what it says."""


def faults(file: Path) -> Iterator[Row]:
    """Yield the lines of a table that are not new pairs of English words, and why."""
    seen: set[tuple[str, str]] = set()
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            why = _fault(line, seen)
            if why:
                yield file.name, number, f"{why}: {line}"


def _fault(line: str, seen: set[tuple[str, str]]) -> str:
    cells = line.split("\t")
    if len(cells) != 3:
        return "not three columns"
    right, wrong, sources = cells
    if (right, wrong) in seen:
        return "given twice"
    seen.add((right, wrong))
    unknown = [word for word in (right, wrong) if not (word.isascii() and word.isalpha() and is_word(word))]
    strange = [code for code in sources.split(",") if code not in (*LANGUAGES, SPINNER, UNKNOWN)]
    return (
        ("right and wrong are the same" if right == wrong else "")
        or (f"unknown word {unknown[0]}" if unknown else "")
        or (f"unknown source {strange[0]!r}" if strange else "")
        or ("too short" if min(len(right), len(wrong)) < SHORTEST else "")
    )


def check(files: Iterable[Path]) -> int:
    """Print what is wrong with tables."""
    found = [row for file in files for row in faults(file)]
    for name, number, why in found:
        print(f"{name}:{number}: {why}")
    print(f"{len(found):,} lines at fault")
    return 1 if found else 0


def merge(files: Iterable[Path]) -> int:
    """Add the pairs of tables and lists to that of newslint."""
    sources: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    left_out = Counter[str]()
    for file in (PAIRS, *files):
        for right, wrong, said in _read(file):
            if why := _fault(f"{right}\t{wrong}\t{said}", set()):
                left_out[" ".join(why.split()[:2])] += 1
            else:
                sources[right, wrong] |= set(said.split(","))
    header = [line for line in PAIRS.read_text("utf-8").splitlines() if line.startswith("#")]
    rows = [
        f"{right}\t{wrong}\t{','.join(sorted(said - {UNKNOWN}) or [UNKNOWN])}"
        for (right, wrong), said in sorted(sources.items())
    ]
    PAIRS.write_text("\n".join([*header, *rows, ""]), "utf-8")
    print(f"{len(rows):,} pairs of {len({right for right, _ in sources}):,} right words")
    print(f"left out: {dict(left_out)}")
    return 0


def _read(file: Path) -> Iterator[tuple[str, str, str]]:
    """The rows of a table, or of a list in which each line is `right: wrong, wrong`."""
    for line in file.read_text("utf-8").splitlines():
        cells = [cell.strip().lower() for cell in line.split("\t")]
        head, colon, words = line.partition(":")
        if not line.strip() or line.startswith("#"):
            continue
        if len(cells) == 3:
            yield cells[0], cells[1], ",".join(cells[2].replace(",", " ").split())
        elif colon:
            yield from ((head.strip().lower(), word.strip().lower(), UNKNOWN) for word in words.split(","))


def coverage(pivot: Path) -> int:
    """Print how many pairs of another list the table has."""
    common = set(frequent_words()[:COMMONEST])
    ours = {frozenset((pair.right, pair.wrong)) for pair in read_pairs()}
    theirs: dict[frozenset[str], float] = {}
    near: dict[frozenset[str], float] = {}
    ranks = Counter[tuple[str, str]]()
    with gzip.open(pivot, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            pair = frozenset((row["word"], row["neighbour"]))
            if not pair <= common or len(pair) < 2 or row["part"] == "r" or min(map(len, pair)) < SHORTEST:
                continue
            ranks[row["word"], row["part"]] += 1
            strength = float(row["strength"])
            theirs[pair] = max(theirs.get(pair, 0), strength)
            if ranks[row["word"], row["part"]] <= NEAREST:
                near[pair] = max(near.get(pair, 0), strength)
    for name, pairs in (("all pairs", theirs), (f"the {NEAREST} nearest of each word", near)):
        share = sum(pair in ours for pair in pairs) / len(pairs)
        weighted = sum(strength for pair, strength in pairs.items() if pair in ours) / sum(pairs.values())
        print(f"{name}: {len(pairs):,}, {share:.0%} of them here, {weighted:.0%} by strength")
    heads = {word for pair in ours for word in pair}
    said = {word for word, _ in ranks}
    print(
        f"of {len(said):,} common words with neighbours there, {len(said & heads) / len(said):.0%} are in a pair here"
    )
    return 0


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    for command in (check, merge):
        sub = commands.add_parser(command.__name__, help=command.__doc__)
        sub.add_argument("files", nargs="+" if command is check else "*", type=Path)
        sub.set_defaults(run=lambda args, command=command: command(args.files))
    sub = commands.add_parser("coverage", help=coverage.__doc__)
    sub.add_argument("pivot", type=Path)
    sub.set_defaults(run=lambda args: coverage(args.pivot))
    args = parser.parse_args()
    return int(args.run(args))


if __name__ == "__main__":
    raise SystemExit(main())
