"""What the rules find in real news: hits per million words, samples to read, harm done by repairs.

    python tools/rates.py CORPORA rates [--rules NAME ...] [--sets NAME ...] [--record]
    python tools/rates.py CORPORA sample RULE --set clean-curly [-n 60] [--seed 1]
    python tools/rates.py CORPORA changes [--sets NAME ...] [-n 600] [--per-rule 40] [--wrong KEY ...]

CORPORA is a folder of gzipped JSON lines with a `text` (or `target`) each. `rates` also asserts
that fixing twice changes nothing more and that nothing fails, and with `--record` writes the figures
that `newslint explain` shows; `changes` draws safe fixes to be read.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

import msgspec

from newslint.core.diagnostics import Diagnostic
from newslint.core.positions import Span
from newslint.core.source import Source, splice
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.rules.rates import Rates, all_rates, save

AROUND = 40
"""Characters shown on each side of a repair."""
USUAL_SETS = ("clean-curly", "clean-straight", "mt-documents")
Articles = list[tuple[str, str]]
VERDICTS = Path(__file__).parents[1] / "docs" / "safe-changes.tsv"
"""Rule, key and verdict of each safe fix that was read."""


def articles(folder: Path, name: str) -> Articles:
    """The id and text of every article of a set."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        (f"{name}/{row.get('id', n)}", row.get("text") or row.get("target") or "")
        for n, row in enumerate(rows)
    ]


def batches(texts: Articles, size: int = 50) -> list[Articles]:
    """The articles in lots that are worth a process."""
    return [texts[at : at + size] for at in range(0, len(texts), size)]


def shown(text: str, span: Span, around: int = 110) -> str:
    """A place in its context, on one line."""
    before, after = text[max(span.start - around, 0) : span.start], text[span.end : span.end + around]
    return f"{before}⟦{span.of(text)}⟧{after}".replace("\n", "⏎")


@cache
def _linter(rules: tuple[str, ...] | None) -> Linter:
    return Linter(selection.select(rules))


def linter(rules: list[str] | None) -> Linter:
    """The rules to run: the default ones when none are named."""
    return _linter(tuple(rules) if rules else None)


def count(texts: Articles, rules: list[str] | None) -> tuple[int, Counter[str], list[str]]:
    """Words, hits by rule, and what went wrong."""
    words, hits, wrong = 0, Counter[str](), []
    for name, text in texts:
        words += len(text.split())
        report = linter(rules).check(Source(text, name))
        hits.update(d.rule for d in report.diagnostics)
        fixed = linter(rules).fix(Source(text, name))
        again = linter(rules).fix(Source(fixed.after, name))
        wrong += [f"{name}: {r.error}" for r in (report, fixed, again) if r.error]
        wrong += [f"{name}: repairing twice changes more"] if again.changed else []
        wrong += [f"{name}: refused {r.diagnostic.rule}: {r.reason}" for r in fixed.refused]
    return words, hits, wrong


def found(texts: Articles, rules: list[str] | None) -> list[tuple[str, Diagnostic, str]]:
    """Every finding with its context."""
    return [
        (name, d, shown(text, d.span))
        for name, text in texts
        for d in linter(rules).check(Source(text, name)).diagnostics
    ]


def safe_changes(texts: Articles, rules: list[str] | None) -> list[tuple[str, str, str]]:
    """The key, the rule and the change in its context of every safe fix of the first round."""
    shows = []
    for name, text in texts:
        for d in linter(rules).check(text).diagnostics:
            if d.fix and d.fix.safety == "safe":
                first, last = min(e.span.start for e in d.fix.edits), max(e.span.end for e in d.fix.edits)
                after = splice(text, d.fix.edits)
                change = f"{text[first:last]} → {after[first : last + len(after) - len(text)]}"
                show = f"{text[max(first - AROUND, 0) : first]}⟦{change}⟧{text[last : last + AROUND]}"
                key = hashlib.sha256(f"{name} {d.rule} {d.span.start}".encode()).hexdigest()[:12]
                shows.append((key, d.rule, show.replace("\n", "⏎")))
    return shows


def spread(work, folder: Path, name: str, rules: list[str] | None) -> Iterator:  # noqa: ANN001
    """Do `work` on all articles of a set, on all cores."""
    with ProcessPoolExecutor() as pool:
        lots = batches(articles(folder, name))
        yield from pool.map(work, lots, [rules] * len(lots))


def rates(args: argparse.Namespace) -> None:
    """Print the table of hits per million words; with `--record`, keep it for `newslint explain`."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for name in args.sets:
        words, hits = 0, Counter[str]()
        for lot_words, lot_hits, wrong in spread(count, args.corpora, name, args.rules):
            words, hits = words + lot_words, hits + lot_hits
            for line in wrong:
                print("!", line)
        for rule in {*hits, *(args.rules or selection.defaults())}:
            table[rule][name] = hits[rule] * 1e6 / words
        print(f"{name}: {words:,} words, {hits.total():,} findings", flush=True)
    print(f"{'per million words':32}" + "".join(f"{name:>18}" for name in args.sets))
    for rule in sorted(table):
        print(f"{rule:32}" + "".join(f"{table[rule].get(name, 0):18.2f}" for name in args.sets))
    if args.record:
        measured = args.rules or selection.defaults()
        save(
            recorded(
                all_rates(), {rule: {name: table[rule][name] for name in args.sets} for rule in measured}
            )
        )


def recorded(known: Mapping[str, Rates], measured: Mapping[str, Mapping[str, float]]) -> dict[str, Rates]:
    """The known rates with new figures per million words; what was read of a rule stays."""
    rates = dict(known)
    for rule, figures in measured.items():
        before = rates.get(rule, Rates({}))
        rounded = {name: round(figure, 2) for name, figure in figures.items()}
        rates[rule] = msgspec.structs.replace(before, per_million={**before.per_million, **rounded})
    return rates


def sample(args: argparse.Namespace) -> None:
    """Print findings of one rule, drawn at random, to be read and judged."""
    hits = [hit for lot in spread(found, args.corpora, args.set, [args.rule]) for hit in lot]
    print(f"{len(hits)} findings of {args.rule} in {args.set}")
    drawn = random.Random(args.seed).sample(hits, min(args.n, len(hits)))  # noqa: S311
    for name, diagnostic, text in sorted(drawn, key=lambda hit: (hit[0], hit[2])):
        print(f"{name} [{diagnostic.safety}] {diagnostic.message}\n    {text}")


def changes(args: argparse.Namespace) -> None:
    """Draw safe fixes over all rules, to be read; record the verdicts of those that were read.

    With `--wrong`, all drawn fixes are recorded as right but for the keys that it names.
    """
    made = [
        one
        for name in args.sets
        for lot in spread(safe_changes, args.corpora, name, args.rules)
        for one in lot
    ]
    drawn = draw(made, args.n, args.per_rule, args.seed)
    print(f"{len(made):,} safe fixes of {len({rule for _, rule, _ in made})} rules, {len(drawn)} drawn")
    if args.wrong is None:
        for key, rule, text in drawn:
            print(f"{key} {rule}: {text}")
        return
    rows = [f"{rule}\t{key}\t{'wrong' if key in args.wrong else 'right'}\n" for key, rule, _ in drawn]
    VERDICTS.write_text("".join(sorted(rows)), "utf-8")


def draw(made: list[tuple[str, str, str]], most: int, per_rule: int, seed: int) -> list[tuple[str, str, str]]:
    """At most so many fixes, and so many a rule, drawn at random; rare rules come whole."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    by_rule: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for one in made:
        by_rule[one[1]].append(one)
    kept: list[tuple[str, str, str]] = []
    for number, rule in enumerate(sorted(by_rule, key=lambda rule: len(by_rule[rule]))):
        share = (most - len(kept)) // (len(by_rule) - number)
        kept += dice.sample(by_rule[rule], min(share, per_rule, len(by_rule[rule])))
    return sorted(kept, key=lambda one: one[1:])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    commands = parser.add_subparsers(required=True)
    for command in (rates, sample, changes):
        sub = commands.add_parser(command.__name__, help=command.__doc__)
        sub.set_defaults(run=command)
        sub.add_argument("-n", type=int, default=60)
        sub.add_argument("--seed", type=int, default=1)
        sub.add_argument("--rules", nargs="*")
        sub.add_argument("--sets", nargs="*", default=USUAL_SETS)
        sub.add_argument("--set", default="clean-curly")
        sub.add_argument("--record", action="store_true")
        sub.add_argument("--per-rule", type=int, default=40)
        sub.add_argument("--wrong", nargs="*", metavar="KEY")
        if command is sample:
            sub.add_argument("rule")
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
