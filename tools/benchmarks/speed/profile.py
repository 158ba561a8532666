"""Profiles rules and facts on news, and a short run's imports."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from newslint.core.source import Source
from newslint.linter.costs import Costs
from newslint.linter.linter import Linter
from newslint.rules import selection
from speed import news
from speed.sheet import Chapter, figure, table

MEGABYTES = 2.0
DEAREST = 16
DEAREST_IMPORTS = 10


def measure(corpora: Path, article: Path) -> Chapter:
    """Measure each rule on some news, and the imports for an article."""
    costs = Costs(selection.select())
    linter = Linter(costs.rules)
    for text in news.texts(corpora):
        for document in linter.parse(Source(text, "news.txt")).documents:
            costs.add(document)
        if costs.size >= MEGABYTES * 1e6:
            break
    rows = [
        (cost.name, cost.route, figure(costs.milliseconds(cost)), f"{cost.asked:,}", f"{cost.findings:,}")
        for cost in costs.by_cost()[:DEAREST]
    ]
    imports = [(name.strip(), figure(milliseconds)) for milliseconds, name in dearest_imports(article)]
    text = f"""\
{costs.size / 1e6:.1f} MB of the same news in one process. Facts (paired quotation marks, people) are worked
out once for all rules. The prefilter searches for what each rule requires, and `asked` counts the paragraphs that
pass it. Rules that are asked about every paragraph are `direct`. `newslint rules --costs articles/` prints the whole
table.

{table(("rule, fact or prefilter", "found by", "ms/MB", "asked", "findings"), rows)}

Import times for one article of 7 KB, in ms, each including what it imports first:

{table(("import", "ms"), imports)}
"""
    return Chapter("Where the time goes", text)


def dearest_imports(article: Path) -> list[tuple[float, str]]:
    """The slowest imports of a check, in cumulative milliseconds."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "newslint", "check", "--quiet", str(article)],
        check=False,
        capture_output=True,
        text=True,
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    )
    rows = (line.removeprefix("import time:").split("|") for line in done.stderr.splitlines()[1:])
    found = [(int(row[1]) / 1000, row[2].rstrip()[1:]) for row in rows if len(row) == 3]
    return sorted(found, reverse=True)[:DEAREST_IMPORTS]
