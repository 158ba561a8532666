"""`newslint rules`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, paint, say
from newslint.core.diagnostics import RuleInfo
from newslint.reporters.json_text import json_text
from newslint.reporters.paint import Paint
from newslint.rules import selection

if TYPE_CHECKING:
    from newslint.linter.costs import Cost, Costs
    from newslint.text.document import Document

HEAD = ("rule", "category", "fix", "default", "finds")
PRICES = ("ms/MB", "route", "asked", "idle/kB", "findings", "rule")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--costs", is_flag=True, help="Measure the cost of each rule on PATHS, or on the rules' cases.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", help="Output format.")
def command(paths: tuple[str, ...], *, costs: bool, output_format: str) -> int:
    """List all rules, including those of installed packages.

    With --costs, measure the default rules on some articles: time per MB; the route by which their
    paragraphs are found (the automaton, or direct for all paragraphs); paragraphs examined; unproductive
    checks per kB; findings.
    """
    if paths and not costs:
        raise click.UsageError("PATHS need --costs")
    if costs:
        return _measure(paths, output_format)
    infos, broken = _load_infos()
    for why in broken:
        say(f"newslint: {why}")
    if output_format == "json":
        out(json_text([_record(info) for info in infos], indent=1) + "\n")
    else:
        out("".join(f"{line}\n" for line in _table([HEAD, *map(_row, infos)], paint())))
    return FAILED if broken else CLEAN


def _load_infos() -> tuple[list[RuleInfo], list[str]]:
    """All rules that can be imported, and why the others cannot."""
    infos: list[RuleInfo] = []
    broken = [f"package {name} cannot be used: {why}" for name, why in selection.broken_packages().items()]
    for name in sorted({**selection.built_in(), **selection.third_party()}):
        try:
            infos.append(selection.info(name))
        except selection.BrokenRule as error:
            broken.append(str(error))
    return infos, broken


def _record(info: RuleInfo) -> dict[str, object]:
    return {
        "name": info.name,
        "category": info.category,
        "summary": info.summary,
        "severity": str(info.severity),
        "safety": str(info.safety) if info.fixable else "hint",
        "fixable": info.fixable,
        "default": info.default,
        "doc": info.doc,
        "url": info.url,
    }


def _table(rows: Sequence[Sequence[str]], look: Paint) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    for number, row in enumerate(rows):
        cells = [text.ljust(width) for text, width in zip(row, widths, strict=False)]
        first = look.dim(cells[0]) if not number else look.bold(cells[0])
        rest = "  ".join([*cells[1:], row[-1]])
        yield f"{first}  {look.dim(rest) if not number else rest}"


def _row(info: RuleInfo) -> tuple[str, ...]:
    return (
        info.name,
        info.category,
        str(info.safety) if info.fixable else "–",
        "yes" if info.default else "no",
        info.summary,
    )


def _measure(paths: Sequence[str], output_format: str) -> int:
    from newslint.linter.costs import Costs

    costs = Costs(selection.select())
    for document in _articles(paths):
        costs.add(document)
    if output_format == "json":
        rules = [_cost_row(costs, cost) for cost in costs.by_cost()]
        out(json_text({"bytes": costs.size, "rules": rules}, indent=1) + "\n")
    else:
        rows = [tuple(map(str, _cost_row(costs, cost).values())) for cost in costs.by_cost()]
        out("".join(f"{line}\n" for line in _table([PRICES, *rows], paint())))
        say(f"{costs.size / 1e6:.2f} MB of prose, CPU time; facts are derived once for all rules")
    return CLEAN


def _cost_row(costs: Costs, cost: Cost) -> dict[str, object]:
    return {
        "ms_per_mb": round(costs.milliseconds(cost), 2),
        "route": cost.route,
        "asked": cost.asked,
        "idle_per_kb": round(costs.idle(cost), 3),
        "findings": cost.findings,
        "name": cost.name,
    }


def _articles(paths: Sequence[str]) -> Iterator[Document]:
    """The articles of some files; unreadable ones are reported and skipped."""
    from newslint.core.errors import ParseError, SourceError
    from newslint.core.source import Source
    from newslint.runner.discovery import FileFinder
    from newslint.runner.file_linter import FileLinter
    from newslint.runner.reading import FileTask

    linter = FileLinter()
    if not paths:
        from newslint.linter.costs import cases

        plain = linter.workspace.linter_of("cases.txt")
        for text in cases(plain.rules):
            yield from plain.parse(Source(text)).documents
    for target in FileFinder(linter.workspace, tell=say).targets(paths):
        if target.error:
            say(f"{target.path}: {target.error}")
            continue
        try:
            yield from linter.parse(FileTask(target, target.path)).documents
        except (OSError, SourceError, ParseError) as error:
            say(f"{target.path}: {error}")
