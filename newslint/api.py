"""newslint as a library: a text goes in, a report comes out."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path

from newslint.config import house_styles
from newslint.config.providers import available
from newslint.config.schema import as_rate
from newslint.core.diagnostics import Safety
from newslint.core.report import FileReport
from newslint.formats import FORMATS, Format
from newslint.linter.linter import MAX_FALSE_POSITIVES, Linter
from newslint.rules import selection
from newslint.rules.selection import SelectedRule

Options = Mapping[str, Mapping[str, object]]


def create_linter(
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    options: Options | None = None,
    style: str | None = None,
    words: str | Path | None = None,
    max_fp: float = MAX_FALSE_POSITIVES,
    language_format: str = "plain",
) -> Linter:
    """Create a linter to check and fix many texts with the same rules.

    Args:
        select: Rules, categories or `all` to run; the default rules if None.
        ignore: Rules and categories not to run.
        options: The options of each rule, by rule name.
        style: A house style to enforce, where `select` names no rules.
        words: A file made by `newslint learn words`, for the rule `unlikely-word`.
        max_fp: Expected false findings per 1,000 words up to which statistical rules report.
        language_format: The format of the texts: plain, markdown, html, json, jsonl, csv, xml or python.

    Raises:
        newslint.ConfigError: `words` cannot be read.
        newslint.UnknownName: there is no such rule, category, option or style.
        newslint.BadRule: an option has the wrong type.
        ValueError: the format is unknown or not text, or `max_fp` is negative or not a number.

    """
    rules = _rules(select, ignore, options or {}, style, words)
    return Linter(rules, format=_format(language_format), max_false_positives=as_rate(max_fp))


def check(
    text: str,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    options: Options | None = None,
    style: str | None = None,
    words: str | Path | None = None,
    max_fp: float = MAX_FALSE_POSITIVES,
    language_format: str = "plain",
) -> FileReport:
    """Report what is wrong with a text; `report.diagnostics` holds the findings in order.

    Takes and raises what `create_linter` does; create a linter to check many texts.
    """
    linter = create_linter(
        select=select,
        ignore=ignore,
        options=options,
        style=style,
        words=words,
        max_fp=max_fp,
        language_format=language_format,
    )
    return linter.check(text)


def fix(
    text: str,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    options: Options | None = None,
    style: str | None = None,
    words: str | Path | None = None,
    max_fp: float = MAX_FALSE_POSITIVES,
    unsafe: bool = False,
    language_format: str = "plain",
) -> FileReport:
    """Fix a text; `report.after` is the result, `report.diagnostics` what remains.

    Only safe fixes are applied unless `unsafe` is set. Takes and raises what `create_linter` does.
    """
    linter = create_linter(
        select=select,
        ignore=ignore,
        options=options,
        style=style,
        words=words,
        max_fp=max_fp,
        language_format=language_format,
    )
    return linter.fix(text, Safety.UNSAFE if unsafe else Safety.SAFE)


def _rules(
    select: Iterable[str] | None,
    ignore: Iterable[str],
    options: Options,
    style: str | None,
    words: str | Path | None,
) -> tuple[SelectedRule, ...]:
    """The selected rules, or the defaults with those of the style and the one that `words` is for."""
    house = house_styles.style(style)
    defaults = (*selection.defaults(), *house.rules, *(["unlikely-word"] if words else []))
    wanted = tuple(select) if select is not None else defaults
    ignored = tuple(ignore)
    chosen = selection.select(wanted, ignored, house.over(options))
    needy = [selected.info for selected in chosen if selected.info.needs]
    if not needy:
        return chosen
    providers = available(Path(words) if words else None)
    for info in needy:
        if lacks := selection.lacking(info, providers):
            warnings.warn(f"{info.name} skipped: it needs {lacks}", stacklevel=4)
    return selection.select(wanted, ignored, house.over(options), providers)


def _format(name: str) -> Format:
    texts = [known for known in FORMATS if known != "docx"]
    if name not in texts:
        raise ValueError(f"unknown text format “{name}”; choose from {', '.join(texts)}")
    return FORMATS[name]
