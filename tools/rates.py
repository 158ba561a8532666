"""Measures rules in real news: findings per million words, samples, bad fixes.

    python tools/rates.py CORPORA rates [--rules NAME ...] [--sets NAME ...] [--record]
    python tools/rates.py CORPORA sample RULE --set clean-curly [-n 60] [--seed 1]
    python tools/rates.py CORPORA changes [--sets NAME ...] [--folders FOLDER ...] [-n 600] [--per-rule 40]
        [--wrong KEY ...]

CORPORA is a folder of gzipped JSON Lines with a `text` (or `target`) each. `rates` also asserts that a second
run of fixes changes nothing and that nothing fails, and with `--record` writes the figures that
`newslint explain` shows; `changes` draws safe fixes to be read, also from folders of files in any format and language.
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

import newslint
from newslint.core.diagnostics import Diagnostic
from newslint.core.positions import Span
from newslint.core.report import FileReport
from newslint.core.source import Source, splice
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.rules.rates import Rates, all_rates, save

AROUND = 40
"""Characters shown on each side of a fix."""
USUAL_SETS = ("clean-curly", "clean-straight", "mt-documents")
Articles = list[tuple[str, str]]
VERDICTS = Path(__file__).parents[1] / "docs" / "safe-changes.tsv"
"""The rule, key and verdict of each safe fix that was read."""


def articles(folder: Path, name: str) -> Articles:
    """The id and text of every article of a set."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        (f"{name}/{row.get('id', n)}", row.get("text") or row.get("target") or "")
        for n, row in enumerate(rows)
    ]


def batches(texts: Articles, size: int = 50) -> list[Articles]:
    """Split articles into batches for processes."""
    return [texts[at : at + size] for at in range(0, len(texts), size)]


def visible_output(text: str, span: Span, around: int = 110) -> str:
    """A place in its context, on one line."""
    before, after = text[max(span.start - around, 0) : span.start], text[span.end : span.end + around]
    return f"{before}⟦{span.of(text)}⟧{after}".replace("\n", "⏎")


@cache
def _linter(rules: tuple[str, ...] | None) -> Linter:
    return Linter(selection.select(rules))


def linter(rules: list[str] | None) -> Linter:
    """A linter with these rules, or the defaults."""
    return _linter(tuple(rules) if rules else None)


def count(texts: Articles, rules: list[str] | None) -> tuple[int, Counter[str], list[str]]:
    """Count words and findings by rule, and collect errors."""
    words, hits, wrong = 0, Counter[str](), []
    for name, text in texts:
        words += len(text.split())
        report = linter(rules).check(Source(text, name))
        hits.update(d.rule for d in report.diagnostics)
        fixed = linter(rules).fix(Source(text, name))
        again = linter(rules).fix(Source(fixed.after, name))
        wrong += [f"{name}: {r.error}" for r in (report, fixed, again) if r.error]
        wrong += [f"{name}: fixing twice changes more"] if again.has_changes else []
        wrong += [f"{name}: refused {r.diagnostic.rule}: {r.reason}" for r in fixed.refused]
    return words, hits, wrong


def findings(texts: Articles, rules: list[str] | None) -> list[tuple[str, Diagnostic, str]]:
    """All findings with their contexts."""
    return [
        (name, d, visible_output(text, d.span))
        for name, text in texts
        for d in linter(rules).check(Source(text, name)).diagnostics
    ]


def safe_changes(texts: Articles, rules: list[str] | None) -> list[tuple[str, str, str]]:
    """The key, rule and change of the first round's safe fixes."""
    return [change for name, text in texts for change in _safe_changes(name, linter(rules).check(text))]


def safe_changes_in(file: Path) -> list[tuple[str, str, str]]:
    """The key, rule and change of the safe fixes in a file; none if it cannot be read."""
    report = newslint.check_file(file)
    return list(_safe_changes(f"{file.parent.name}/{file.name}", report))


def _safe_changes(name: str, report: FileReport) -> Iterator[tuple[str, str, str]]:
    text = report.before
    for d in report.diagnostics:
        if d.fix and d.fix.safety == "safe":
            first, last = min(e.span.start for e in d.fix.edits), max(e.span.end for e in d.fix.edits)
            after = splice(text, d.fix.edits)
            change = f"{text[first:last]} → {after[first : last + len(after) - len(text)]}"
            show = f"{text[max(first - AROUND, 0) : first]}⟦{change}⟧{text[last : last + AROUND]}"
            key = hashlib.sha256(f"{name} {d.rule} {d.span.start}".encode()).hexdigest()[:12]
            yield key, d.rule, show.replace("\n", "⏎")


def spread(work, folder: Path, name: str, rules: list[str] | None, every: int = 1) -> Iterator:  # noqa: ANN001
    """Map `work` over one article in `every` of a set, on all cores."""
    with ProcessPoolExecutor() as pool:
        lots = batches(articles(folder, name)[::every])
        yield from pool.map(work, lots, [rules] * len(lots))


def rates(args: argparse.Namespace) -> None:
    """Print findings per million words; with `--record`, store them."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for name in args.sets:
        words, hits = 0, Counter[str]()
        for lot_words, lot_hits, wrong in spread(count, args.corpora, name, args.rules, args.every):
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
            updated_rates(
                all_rates(), {rule: {name: table[rule][name] for name in args.sets} for rule in measured}
            )
        )


def updated_rates(
    known: Mapping[str, Rates], measured: Mapping[str, Mapping[str, float]]
) -> dict[str, Rates]:
    """Update known rates by new figures per million words, keeping verdicts."""
    rates = dict(known)
    for rule, figures in measured.items():
        before = rates.get(rule, Rates({}))
        rounded = {name: round(figure, 2) for name, figure in figures.items()}
        rates[rule] = msgspec.structs.replace(before, per_million={**before.per_million, **rounded})
    return rates


def sample(args: argparse.Namespace) -> None:
    """Print random findings of a rule, to be read and judged."""
    hits = [hit for lot in spread(findings, args.corpora, args.set, [args.rule]) for hit in lot]
    print(f"{len(hits)} findings of {args.rule} in {args.set}")
    drawn = random.Random(args.seed).sample(hits, min(args.n, len(hits)))  # noqa: S311
    for name, diagnostic, text in sorted(drawn, key=lambda hit: (hit[0], hit[2])):
        print(f"{name} [{diagnostic.safety}] {diagnostic.message}\n    {text}")


def changes(args: argparse.Namespace) -> None:
    """Draw safe fixes of all rules, to be read, and record verdicts.

    With `--wrong`, all drawn fixes except the named keys are recorded as right.
    """
    made = [
        one
        for name in args.sets
        for lot in spread(safe_changes, args.corpora, name, args.rules)
        for one in lot
    ]
    files = [file for folder in args.folders for file in sorted(folder.rglob("*")) if file.is_file()]
    with ProcessPoolExecutor() as pool:
        made += [one for lot in pool.map(safe_changes_in, files, chunksize=20) for one in lot]
    drawn = draw(made, args.n, args.per_rule, args.seed)
    print(f"{len(made):,} safe fixes of {len({rule for _, rule, _ in made})} rules, {len(drawn)} drawn")
    if args.wrong is None:
        for key, rule, text in drawn:
            print(f"{key} {rule}: {text}")
        return
    rows = [f"{rule}\t{key}\t{'wrong' if key in args.wrong else 'right'}\n" for key, rule, _ in drawn]
    VERDICTS.write_text("".join(sorted(rows)), "utf-8")


def draw(made: list[tuple[str, str, str]], most: int, per_rule: int, seed: int) -> list[tuple[str, str, str]]:
    """Draw at most `most` fixes, and `per_rule` of each rule."""
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
    """Run the command line."""
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
        sub.add_argument("--every", type=int, default=1, help="read one article in this many")
        sub.add_argument("--folders", nargs="*", type=Path, default=[])
        sub.add_argument("--per-rule", type=int, default=40)
        sub.add_argument("--wrong", nargs="*", metavar="KEY")
        if command is sample:
            sub.add_argument("rule")
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
