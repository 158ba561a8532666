"""What the pairs of `newslint/lexicon/wrong_words.toml` find: in clean news, and where they were put in.

    python tools/benchmarks/lexicon.py CORPORA rates [--write]
    python tools/benchmarks/lexicon.py CORPORA recall [--set clean-curly]

CORPORA is a folder of gzipped JSON lines with a `text` each; what is clean is named `clean-*.jsonl.gz`.
`rates` counts findings of each pair in all clean sets, tells of pairs beyond the budget and then exits with
1; `--write` enters the rates into the table. `recall` swaps one right word, in small letters, for a listed
wrong one in each article that speaks of the topic and says the right word often enough, whatever stands
around it, and tells how many swaps are found. A pair that is not listed is never found.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from newslint.core.diagnostics import Edit
from newslint.core.source import Source, splice
from newslint.lexicon.wrong_words import BUDGET, KEY, Slot, WordPair, drifting, pairs, strange
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.text.document import Document
from newslint.text.word_choice.substitutions import Watch, inflected
from tools.rates import Articles, articles, batches

TABLE = Path(__file__).parents[2] / "newslint" / "lexicon" / "wrong_words.toml"
ROW = re.compile(r'wrong = "(?P<wrong>[^"]+)", right = "(?P<right>[^"]+)".*rate = (?P<rate>[\d.]+)')
Names = tuple[str, str]
"""The wrong word and the right one."""


def linter() -> Linter:
    """The two rules that read the table."""
    return Linter(selection.select(["wrong-word", "key-term-drift"]))


@cache
def watches() -> tuple[Watch, ...]:
    """The pairs of either rule."""
    return Watch(strange()), Watch(drifting())


def documents(text: str) -> tuple[Document, ...]:
    """A text as the rules see it."""
    return linter().parse(Source(text, "article.txt")).documents


def counted(lot: Articles) -> tuple[int, Counter[Names]]:
    """Words, and findings of each pair."""
    words, hits = 0, Counter[Names]()
    for _, text in lot:
        words += len(text.split())
        for document in documents(text):
            for watch in watches():
                found = watch.misfits(
                    enumerate(document.texts), document.joined.small, lambda document=document: document.terms
                )
                hits.update((misfit.pair.wrong, misfit.pair.right) for misfit in found)
    return words, hits


def rates(args: argparse.Namespace) -> int:
    """Tell how often each pair is found in clean news, per million words."""
    words, hits = 0, Counter[Names]()
    names = sorted(path.name.removesuffix(".jsonl.gz") for path in args.corpora.glob("clean-*.jsonl.gz"))
    with ProcessPoolExecutor() as pool:
        for lot_words, lot_hits in pool.map(
            counted, [lot for name in names for lot in batches(articles(args.corpora, name))]
        ):
            words, hits = words + lot_words, hits + lot_hits
    by_pair = {names: times * 1e6 / words for names, times in hits.items()}
    beyond = {names: rate for names, rate in by_pair.items() if rate > BUDGET}
    print(
        f"{words:,} words of clean news, {sum(map(len, pairs().values())):,} pairs, {hits.total()} findings"
    )
    for (wrong, right), rate in sorted(by_pair.items()):
        print(f"  {wrong} for {right}: {rate:.2f}{', beyond the budget' if rate > BUDGET else ''}")
    if args.write:
        lines = TABLE.read_text("utf-8").splitlines(keepends=True)
        TABLE.write_text("".join(_entered(line, by_pair) for line in lines), "utf-8")
    return 1 if beyond else 0


def _entered(line: str, by_pair: dict[Names, float]) -> str:
    row = ROW.search(line)
    if not row:
        return line
    start, end = row.span("rate")
    return f"{line[:start]}{by_pair.get((row['wrong'], row['right']), 0):.2f}{line[end:]}"


def swaps(text: str, choice: random.Random) -> Iterator[tuple[str, WordPair, int, str]]:
    """One swap of each kind that can be made in a text: its kind, pair, place and the text after it."""
    document = next(iter(documents(text)))
    terms, possible = document.terms, defaultdict(list)
    for pair in (pair for rows in pairs().values() for pair in rows):
        rights = [word for word in terms.of(pair.right) if document.read(word.place).islower()]
        if (
            len(rights) > pair.least
            and not terms.count(pair.wrong)
            and sum(map(bool, map(terms.count, pair.topics))) >= (1 if pair.least else 2)
        ):
            possible[_kind(pair)].append((pair, rights))
    for kind, rows in possible.items():
        pair, rights = choice.choice(rows)
        word = choice.choice(rights)
        span = document.blocks[word.place.block].span(word.place.at)
        new = inflected(pair.wrong, document.read(word.place))
        yield kind, pair, span.start, splice(text, (Edit(span, new),))


def _kind(pair: WordPair) -> str:
    if pair.least >= KEY:
        return "key-term-drift"
    return "wrong-word, no English" if pair.slot is Slot.ANY else "wrong-word, definite slot"


def recall(args: argparse.Namespace) -> int:
    """Tell how many swaps of listed pairs are found, and with the right word."""
    choice = random.Random(1)  # noqa: S311
    made, found, right = Counter[str](), Counter[str](), Counter[str]()
    for _, text in articles(args.corpora, args.set)[: args.n]:
        for kind, pair, start, swapped in swaps(text, choice):
            made[kind] += 1
            report = linter().check(Source(swapped, "article.txt"))
            at = [d for d in report.diagnostics if d.span.start == start]
            found[kind] += bool(at)
            right[kind] += any(f"“{pair.right}" in d.message for d in at)
    for kind in sorted(made):
        print(f"{kind:26} {found[kind]:5} of {made[kind]:5} found, {right[kind]:5} with the right word")
    return 0


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    commands = parser.add_subparsers(required=True)
    for command in (rates, recall):
        sub = commands.add_parser(command.__name__, help=command.__doc__)
        sub.set_defaults(run=command)
        if command is rates:
            sub.add_argument("--write", action="store_true", help="enter the rates into the table")
        else:
            sub.add_argument("--set", default="clean-curly")
            sub.add_argument("-n", type=int, default=1000, help="articles")
    args = parser.parse_args()
    return args.run(args)


if __name__ == "__main__":
    sys.exit(main())
