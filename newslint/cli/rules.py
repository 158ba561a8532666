"""`newslint rules`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import click

from newslint import catalog
from newslint.cli import CLEAN
from newslint.cli.console import out, paint
from newslint.model import RuleInfo
from newslint.report.paint import Paint

HEAD = ("rule", "category", "repair", "default", "what is wrong")


@click.command()
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", help="How to print.")
def command(output_format: str) -> int:
    """List all rules, those of installed packages among them."""
    infos = [catalog.info(name) for name in sorted({**catalog.built_in(), **catalog.third_party()})]
    if output_format == "json":
        out(json.dumps([_record(info) for info in infos], ensure_ascii=False, indent=1) + "\n")
    else:
        out("".join(f"{line}\n" for line in _table(infos, paint())))
    return CLEAN


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
    }


def _table(infos: Sequence[RuleInfo], look: Paint) -> Iterator[str]:
    rows = [HEAD, *(_row(info) for info in infos)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD) - 1)]
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
