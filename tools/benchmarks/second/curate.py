"""Counting by rule what LanguageTool says of sound and of damaged news, and choosing by that."""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newslint.engines.languagetool.home import home, version
from newslint.engines.languagetool.spelling import concerns

TABLE = Path(__file__).parents[3] / "newslint" / "engines" / "languagetool" / "curated.tsv"
CLEAN = ("clean-curly", "clean-straight")
MOST = 12.0
"""Findings in a million words of sound news that a rule may have at most."""
ALL = 70.0
"""The same for all rules together; the house's limit is 100, and another sample may have more."""
LEAST = 2
"""Faults that a rule must have found, put there or marked by people."""
WORTH = 5.0
"""Faults found for each finding in sound news, at the least."""


OF_THE_HOUSE = ("EN_COMPOUNDS_", "PER_CENT")
"""How rules begin that are about what houses write in several ways: “Viet Nam”, “per cent”."""


@dataclass
class Counts:
    """Of one rule: findings by set, and known faults that it found."""

    found: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)


def rows(answers: Path) -> Iterator[dict[str, Any]]:
    """What `ask` wrote."""
    with gzip.open(answers, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def table(answers: Path, *, write: bool) -> None:
    """Print the rules that earn their place, and put them into the table that newslint reads."""
    words, rules = _counted(answers)
    chosen = _chosen(words, rules)
    lines = ["rule\tclean\tinjected\tmarked\ttranslated"]
    for rule in sorted(chosen):
        clean = _rate(rules[rule], words, *CLEAN)
        translated = _rate(rules[rule], words, "mt-documents")
        faults = rules[rule].faults
        lines.append(f"{rule}\t{clean:.1f}\t{faults['injected']}\t{faults['mt-marked']}\t{translated:.1f}")
    print("\n".join(lines))
    for name in (*CLEAN, "mt-documents", "injected", "mt-marked"):
        kept = sum(rules[rule].found[name] for rule in chosen)
        every = sum(counts.found[name] for counts in rules.values())
        print(f"{name}: {words[name]:,} words; {kept / words[name] * 1e6:.0f} findings a million words,"
              f" {every / words[name] * 1e6:.0f} of all {len(rules)} rules")  # fmt: skip
    if write:
        today = datetime.now(UTC).date()
        head = f"# LanguageTool {version(home())}, measured on {today}"
        TABLE.write_text("\n".join([head, *lines]) + "\n", "utf-8")


def sample(answers: Path, names: list[str] | None, sets: list[str], count: int) -> None:
    """Print findings in their context, to be read."""
    wanted = set(
        names if names is not None else (line.split("\t")[0] for line in TABLE.read_text().split("\n"))
    )
    found = [
        f"{row['set']}  {m['id']}  {row['text'][max(m['start'] - 70, 0) : m['start']]}⟦"
        f"{row['text'][m['start'] : m['end']]}⟧{row['text'][m['end'] : m['end'] + 50]} → {m['replacements']}"
        for row in rows(answers)
        if row["set"] in sets
        for m in row["matches"]
        if m["id"] in wanted
    ]
    random.Random(1).shuffle(found)  # noqa: S311 - nothing is secret
    print(f"{len(found)} in all")
    for line in found[:count]:
        print(line.replace("\n", "⏎"))


def _counted(answers: Path) -> tuple[Counter[str], dict[str, Counts]]:
    words: Counter[str] = Counter()
    rules: dict[str, Counts] = {}
    for row in rows(answers):
        words[row["set"]] += len(row["text"].split())
        for match in row["matches"]:
            counts = rules.setdefault(match["id"], Counts())
            counts.found[row["set"]] += 1
            near = any(start <= match["end"] and match["start"] <= end for _, start, end in row["faults"])
            counts.faults[row["set"]] += near
    return words, rules


def _chosen(words: Counter[str], rules: dict[str, Counts]) -> list[str]:
    """The rules that find faults and little else, the best for their noise first, up to a limit."""
    able = [rule for rule, counts in rules.items() if _able(rule, counts, words)]
    able.sort(key=lambda rule: -_faults(rules[rule]) / (1 + sum(rules[rule].found[name] for name in CLEAN)))
    chosen: list[str] = []
    noise = 0.0
    for rule in able:
        noise += _rate(rules[rule], words, "clean-curly")
        if noise > ALL:
            break
        chosen.append(rule)
    return chosen


def _able(rule: str, counts: Counts, words: Counter[str]) -> bool:
    """Whether a rule finds faults at all, and at a price; a dictionary knows too few of the names in news."""
    clean = sum(counts.found[name] for name in CLEAN)
    return (
        not concerns(rule)
        and not rule.startswith(OF_THE_HOUSE)
        and _faults(counts) >= LEAST
        and _faults(counts) >= WORTH * clean
        and _rate(counts, words, *CLEAN) <= MOST
    )


def _faults(counts: Counts) -> int:
    return counts.faults["injected"] + counts.faults["mt-marked"]


def _rate(counts: Counts, words: Counter[str], *names: str) -> float:
    return sum(counts.found[name] for name in names) / max(sum(words[name] for name in names), 1) * 1e6
