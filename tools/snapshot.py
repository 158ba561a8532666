"""Records findings and fixes in real news, and compares two records.

    python tools/snapshot.py take CORPORA OUT.jsonl.gz [--sets NAME ...] [--articles N] [--no-fix]
    python tools/snapshot.py compare BEFORE.jsonl.gz AFTER.jsonl.gz [--messages] [--show N]

CORPORA is a folder of gzipped JSON Lines with a `text` (or `target`) each; other files or folders, such as
`seeds/`, are checked as by the command line. `compare` exits with 1 if any finding, suggestion, safety or
fixed text differs; `--messages` also compares the messages.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import newslint

Record = dict[str, Any]
Article = tuple[str, str]

BATCH = 20
"""Articles per task of a process."""


def articles(path: Path, most: int | None) -> Iterator[Article]:
    """Yield the name and text of each article of a set."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if most is not None and number >= most:
                return
            row = json.loads(line)
            yield f"{path.name}/{number}", row.get("text") or row.get("target") or ""


def record(article: Article, *, fix: bool) -> Record:
    """The findings in an article, and a digest of its fixed text."""
    name, text = article
    report = newslint.check(text)
    findings = [
        {
            "rule": d.rule,
            "start": d.span.start,
            "end": d.span.end,
            "safety": str(d.safety),
            "suggestions": list(d.suggestions),
            "message": d.message,
        }
        for d in report.diagnostics
    ]
    fixed = newslint.fix(text).after if fix else ""
    return {"name": name, "error": report.error, "findings": findings, "fixed": _digest(fixed)}


def records(batch: list[Article], *, fix: bool) -> list[Record]:
    """The records of some articles; runs in a worker process."""
    return [record(article, fix=fix) for article in batch]


def files(folder: Path) -> Iterator[Record]:
    """Yield the records of files in any format, by the command line."""
    command = [sys.executable, "-m", "newslint"]
    found = subprocess.run(
        [*command, "check", "--no-cache", "--output-format", "json", folder], capture_output=True, check=False
    )
    diff = subprocess.run([*command, "fix", "--no-cache", "--diff", folder], capture_output=True, check=False)
    for file in json.loads(found.stdout)["files"]:
        keys = ("rule", "start", "end", "safety", "suggestions", "message")
        findings = [{key: d[key] for key in keys} for d in file["diagnostics"]]
        yield {"name": file["path"], "error": file["error"], "findings": findings, "fixed": ""}
    yield {"name": f"{folder} fix", "error": None, "findings": [], "fixed": _digest(diff.stdout.decode())}


def take(args: argparse.Namespace) -> int:
    """Write the records of all sets or files."""
    sets = sorted(args.corpora.glob("*.jsonl.gz"))
    if args.sets:
        sets = [path for path in sets if path.name.split(".")[0] in args.sets]
    with gzip.open(args.out, "wt", encoding="utf-8") as out, ProcessPoolExecutor() as pool:
        for path in sets:
            batches = _batches(articles(path, args.articles))
            futures = [pool.submit(records, batch, fix=not args.no_fix) for batch in batches]
            for future in futures:
                out.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in future.result())
        if not sets:
            out.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in files(args.corpora))
    return 0


def compare(args: argparse.Namespace) -> int:
    """Print differences by rule, and some of them in full."""
    before, after = _load(args.before), _load(args.after)
    gone, new = Counter[str](), Counter[str]()
    differing = sorted(before.keys() ^ after.keys())
    shown = 0
    for name in before.keys() & after.keys():
        old, now = before[name], after[name]
        lost, gained = _difference(old, now, messages=args.messages)
        gone.update(one["rule"] for one in lost)
        new.update(one["rule"] for one in gained)
        if lost or gained or old["fixed"] != now["fixed"] or bool(old["error"]) != bool(now["error"]):
            differing.append(name)
            if shown < args.show:
                shown += 1
                print(name, "" if old["fixed"] == now["fixed"] else "(fixed text differs)")
                for sign, side in (("-", lost), ("+", gained)):
                    for one in side:
                        print(f"  {sign} {json.dumps(one, ensure_ascii=False)}")
    print(f"{len(before):,} and {len(after):,} records, {len(differing):,} differ")
    for rule in sorted(gone.keys() | new.keys()):
        print(f"  {rule:32} -{gone[rule]:<6} +{new[rule]}")
    return 1 if differing else 0


def _difference(old: Record, new: Record, *, messages: bool) -> tuple[list[Record], list[Record]]:
    """The findings in only one of two records."""
    keys = {_key(one, messages=messages): one for one in old["findings"]}
    others = {_key(one, messages=messages): one for one in new["findings"]}
    return (
        [keys[key] for key in sorted(keys.keys() - others.keys())],
        [others[key] for key in sorted(others.keys() - keys.keys())],
    )


def _key(finding: Record, *, messages: bool) -> str:
    return json.dumps({key: finding[key] for key in finding if messages or key != "message"}, sort_keys=True)


def _load(path: Path) -> dict[str, Record]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {one["name"]: one for one in map(json.loads, lines)}


def _batches(found: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    for article in found:
        batch.append(article)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def main() -> int:
    """Run the subcommand that was named."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    taking = commands.add_parser("take", help=take.__doc__)
    taking.add_argument("corpora", type=Path)
    taking.add_argument("out", type=Path)
    taking.add_argument("--sets", nargs="+")
    taking.add_argument("--articles", type=int)
    taking.add_argument("--no-fix", action="store_true")
    taking.set_defaults(run=take)
    comparing = commands.add_parser("compare", help=compare.__doc__)
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument("--messages", action="store_true")
    comparing.add_argument("--show", type=int, default=10)
    comparing.set_defaults(run=compare)
    args = parser.parse_args()
    return int(args.run(args))


if __name__ == "__main__":
    sys.exit(main())
