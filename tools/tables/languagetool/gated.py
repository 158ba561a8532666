"""Chooses rules of LanguageTool that are right in damaged articles, and too noisy or rare elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from newslint.core.grade import Verdict
from newslint.core.source import Source
from newslint.engines.languagetool.curation import curation
from newslint.engines.languagetool.installation import home, version
from newslint.engines.languagetool.spelling import concerns
from newslint.linter.linter import Linter
from newslint.rules import selection
from tools.tables.languagetool.curate import rows

TABLE = Path(__file__).parents[3] / "newslint" / "engines" / "languagetool" / "gated.tsv"
VERDICTS = {"spun-article": Verdict.SPUN, "translated-article": Verdict.TRANSLATED}
ALWAYS_TRANSLATED = "mt-marked"
"""The set of segments that machines translated; alone they are too short for a verdict."""
FEWEST, PRECISION = 3, 0.9
"""Findings of a rule in articles with a verdict, and the share of them at damage."""
STYLE = ("EN_COMPOUNDS_", "EN_SPECIFIC_CASE", "CA_BRAND_NEW", "PER_CENT", "WHETHER", "EN_WORD_COHERENCY")
"""Beginnings of rules on taste and spelling, which meet damage by chance."""


def choose(answers: Path, *, write: bool) -> None:
    """Print the rules chosen for each verdict, and write the table that newslint reads."""
    found: Counter[tuple[str, Verdict]] = Counter()
    correct: Counter[tuple[str, Verdict]] = Counter()
    for rule, verdict, is_correct in _findings(answers):
        found[rule, verdict] += 1
        correct[rule, verdict] += is_correct
    lines = ["rule\tverdict\tfound\tcorrect"]
    for key in sorted(found):
        rule, verdict = key
        if found[key] >= FEWEST and correct[key] >= PRECISION * found[key] and _is_able(rule):
            lines.append(f"{rule}\t{verdict}\t{found[key]}\t{correct[key]}")
    print("\n".join(lines))
    if write:
        head = f"# LanguageTool {version(home())}, measured on {datetime.now(UTC).date()}"
        TABLE.write_text("\n".join([head, *lines]) + "\n", "utf-8")


def _findings(answers: Path) -> Iterator[tuple[str, Verdict, bool]]:
    """Yield each finding in an article with a verdict, and whether it meets damage."""
    linter = Linter(selection.select(list(VERDICTS)))
    for row in rows(answers):
        if not row["faults"]:
            continue
        verdicts = {VERDICTS[found.rule] for found in linter.check(Source(row["text"])).diagnostics} | (
            {Verdict.TRANSLATED} if row["set"] == ALWAYS_TRANSLATED else set()
        )
        for match in row["matches"]:
            near = any(start < match["end"] and match["start"] < end for _, start, end in row["faults"])
            yield from ((match["id"], verdict, near) for verdict in verdicts)


def _is_able(rule: str) -> bool:
    """Whether a rule says what is wrong, and does not run anyway."""
    return not concerns(rule) and not rule.startswith(STYLE) and rule not in curation().rules
