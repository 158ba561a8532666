"""Counts LanguageTool's matches by rule, and chooses rules."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newslint.engines.languagetool.installation import home, version
from newslint.engines.languagetool.spelling import concerns

TABLE = Path(__file__).parents[3] / "newslint" / "engines" / "languagetool" / "curated.tsv"
CLEAN = ("clean-curly", "clean-straight")
MOST = 12.0
"""Maximum findings of a rule per million words of clean news."""
ALL = 70.0
"""The same for all rules together, below the limit of 100, as another sample may have more."""
LEAST = 2
"""Minimum number of faults, injected or marked, that a rule must find."""
WORTH = 5.0
"""Minimum number of faults found per finding in clean news."""


OF_THE_HOUSE = ("EN_COMPOUNDS_", "PER_CENT")
"""Beginnings of rules on house style: “Viet Nam”, “per cent”."""


@dataclass
class Counts:
    """A rule's findings by set, and the known faults among them."""

    found: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)


def rows(answers: Path) -> Iterator[dict[str, Any]]:
    """The records that `ask` wrote."""
    with gzip.open(answers, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def table(answers: Path, *, write: bool) -> None:
    """Print the chosen rules, and write the table that newslint reads."""
    words, rules = _count(answers)
    chosen = _choose(words, rules)
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


def _count(answers: Path) -> tuple[Counter[str], dict[str, Counts]]:
    words: Counter[str] = Counter()
    rules: dict[str, Counts] = {}
    for row in rows(answers):
        words[row["set"]] += len(row["text"].split())
        for match in row["matches"]:
            counts = rules.setdefault(match["id"], Counts())
            counts.found[row["set"]] += 1
            near = any(
                start <= match["end"] and match["start"] <= end
                for kind, start, end in row["faults"]
                if row["set"] != "mt-marked" or kind.startswith("Fluency")
            )
            counts.faults[row["set"]] += near
    return words, rules


def _choose(words: Counter[str], rules: dict[str, Counts]) -> list[str]:
    """Choose the rules with the best ratio of faults to noise."""
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
    """Whether a rule finds enough faults; spelling rules know too few names."""
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
