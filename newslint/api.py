"""newslint as a library: a text goes in, a report comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint import catalog
from newslint import style as styles
from newslint.catalog import Active
from newslint.engine import Profile, check_source, fix_source
from newslint.model import FileReport, Safety
from newslint.readers import FORMATS, Format
from newslint.source import Source


def check(
    text: str,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    options: Mapping[str, Mapping[str, object]] | None = None,
    style: str | None = None,
    language_format: str = "plain",
) -> FileReport:
    """Report what is wrong with a text; `report.diagnostics` holds the findings in order.

    `select` and `ignore` name rules, categories or `all`; `options` maps a rule to its options; `style` is
    the house style to hold the text to, where `select` names no rules; `language_format` is what the text
    is written in: plain, markdown, html, json, jsonl, csv, xml or python.

    Raises:
        newslint.catalog.UnknownName: no rule, category, option or style has that name.
        newslint.catalog.BadRule: an option is of the wrong type.
        ValueError: no such format, or one that is not text.

    """
    profile = Profile(_rules(select, ignore, options, style), format=_format(language_format))
    return check_source(Source(text), profile)


def fix(
    text: str,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    options: Mapping[str, Mapping[str, object]] | None = None,
    style: str | None = None,
    unsafe: bool = False,
    language_format: str = "plain",
) -> FileReport:
    """Repair a text; `report.after` is the result, `report.diagnostics` what remains to be said.

    Only safe repairs are made unless `unsafe` is set. Takes and raises what `check` does.
    """
    profile = Profile(_rules(select, ignore, options, style), format=_format(language_format))
    return fix_source(Source(text), profile, Safety.UNSAFE if unsafe else Safety.SAFE)


def _rules(
    select: Iterable[str] | None,
    ignore: Iterable[str],
    options: Mapping[str, Mapping[str, object]] | None,
    style: str | None,
) -> tuple[Active, ...]:
    """The rules that were chosen, or else the defaults and those of the style."""
    house = styles.style(style)
    wanted = select if select is not None else (*catalog.defaults(), *house.rules)
    return catalog.select(wanted, ignore, house.over(options or {}))


def _format(name: str) -> Format:
    texts = [known for known in FORMATS if known != "docx"]
    if name not in texts:
        raise ValueError(f"no format “{name}” for a text; there are {', '.join(texts)}")
    return FORMATS[name]
