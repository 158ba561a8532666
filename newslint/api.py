"""newslint as a library: a text goes in, a report comes out."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path

from newslint.config import house_styles as styles
from newslint.config.providers import available
from newslint.config.schema import as_rate
from newslint.core.diagnostics import Safety
from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.formats import FORMATS, Format
from newslint.linter.linter import MAX_FP, Profile, check_source, fix_source
from newslint.rules import selection
from newslint.rules.selection import SelectedRule


def check(
    text: str,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    options: Mapping[str, Mapping[str, object]] | None = None,
    style: str | None = None,
    words: str | Path | None = None,
    max_fp: float = MAX_FP,
    language_format: str = "plain",
) -> FileReport:
    """Report what is wrong with a text; `report.diagnostics` holds the findings in order.

    `select` and `ignore` name rules, categories or `all`; `options` maps a rule to its options; `style` is
    the house style to hold the text to, where `select` names no rules; `words` is a file of `newslint learn
    words`, for the rule `unlikely-word`; what statistical rules are less sure of than `max_fp` (in false
    findings per 1,000 words) is not reported. `language_format` is what the text is written in: plain,
    markdown, html, json, jsonl, csv, xml or python.

    Raises:
        newslint.config.ConfigError: `words` cannot be read.
        newslint.catalog.UnknownName: no rule, category, option or style has that name.
        newslint.catalog.BadRule: an option is of the wrong type.
        ValueError: no such format, or one that is not text; `max_fp` below zero, or no number.

    """
    rules = _rules(select, ignore, options, style, words)
    profile = Profile(rules, format=_format(language_format), max_fp=as_rate(max_fp))
    return check_source(Source(text), profile)


def fix(
    text: str,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    options: Mapping[str, Mapping[str, object]] | None = None,
    style: str | None = None,
    words: str | Path | None = None,
    max_fp: float = MAX_FP,
    unsafe: bool = False,
    language_format: str = "plain",
) -> FileReport:
    """Repair a text; `report.after` is the result, `report.diagnostics` what remains to be said.

    Only safe repairs are made unless `unsafe` is set. Takes and raises what `check` does.
    """
    rules = _rules(select, ignore, options, style, words)
    profile = Profile(rules, format=_format(language_format), max_fp=as_rate(max_fp))
    return fix_source(Source(text), profile, Safety.UNSAFE if unsafe else Safety.SAFE)


def _rules(
    select: Iterable[str] | None,
    ignore: Iterable[str],
    options: Mapping[str, Mapping[str, object]] | None,
    style: str | None,
    words: str | Path | None,
) -> tuple[SelectedRule, ...]:
    """The rules that were chosen, or else the defaults, those of the style and what the words are for."""
    house = styles.style(style)
    usual = (*selection.defaults(), *house.rules, *(["unlikely-word"] if words else []))
    wanted = select if select is not None else usual
    chosen = selection.select(wanted, ignore, house.over(options or {}))
    needy = [active.info for active in chosen if active.info.needs]
    if not needy:
        return chosen
    providers = available(Path(words) if words else None)
    for info in needy:
        if lacks := selection.lacking(info, providers):
            warnings.warn(f"{info.name} finds nothing: it needs {lacks}", stacklevel=4)
    return selection.select(wanted, ignore, house.over(options or {}), providers)


def _format(name: str) -> Format:
    texts = [known for known in FORMATS if known != "docx"]
    if name not in texts:
        raise ValueError(f"no format “{name}” for a text; there are {', '.join(texts)}")
    return FORMATS[name]
