"""The library interface: functions that check and fix texts."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import TypedDict, Unpack

from newslint.config import house_styles
from newslint.config.providers import available
from newslint.config.schema import as_rate
from newslint.config.settings import Settings
from newslint.core.diagnostics import Safety
from newslint.core.errors import ParseError
from newslint.core.grade import Grade
from newslint.core.report import FileReport
from newslint.engines.languagetool.names import own_rules
from newslint.formats import FORMATS, VALUE, Format
from newslint.linter.linter import MAX_FALSE_POSITIVES, Linter
from newslint.rules import selection
from newslint.rules.selection import SelectedRule

Options = Mapping[str, Mapping[str, object]]
Names = str | Iterable[str]
"""One name, or several."""


class RuleArguments(TypedDict, total=False):
    """The arguments of `create_linter` that choose rules; it explains them."""

    select: Names | None
    ignore: Names
    options: Options | None
    style: str | None
    words: str | Path | None
    max_fp: float


class LinterArguments(RuleArguments, total=False):
    """All arguments of `create_linter`."""

    language_format: str


def create_linter(
    *,
    select: Names | None = None,
    ignore: Names = (),
    options: Options | None = None,
    style: str | None = None,
    words: str | Path | None = None,
    max_fp: float = MAX_FALSE_POSITIVES,
    language_format: str = "plain",
) -> Linter:
    """Create a linter for many texts with the same rules.

    Args:
        select: Rules, categories or `all` to run, one name or several; the default rules if None.
        ignore: Rules and categories not to run, one name or several.
        options: The options of each rule, by rule name.
        style: A house style to enforce, where `select` names no rules.
        words: A file made by `newslint learn words`, for the rules of word choice.
        max_fp: Expected false findings per 1,000 words up to which statistical rules report.
        language_format: The format of the texts: plain, markdown, html, json, jsonl, csv, xml, python or
            value, a string of data that is read by its looks as in JSON Lines.

    Raises:
        newslint.ConfigError: `words` cannot be read.
        newslint.UnknownName: there is no such rule, category, option or style.
        newslint.BadRule: an option has the wrong type.
        ValueError: the format is unknown or not text, or `max_fp` is negative or not a number.

    """
    rules = _rules(select, ignore, options or {}, style, words)
    return Linter(rules, format=_format(language_format), max_false_positives=as_rate(max_fp))


def check(text: str, **arguments: Unpack[LinterArguments]) -> FileReport:
    """Check a text; `report.diagnostics` holds the findings in order.

    Arguments and exceptions are those of `create_linter`; create a linter to check many texts.
    """
    return create_linter(**arguments).check(text)


def fix(text: str, *, unsafe: bool = False, **arguments: Unpack[LinterArguments]) -> FileReport:
    """Fix a text; `report.after` is the result, `report.diagnostics` what remains.

    Only safe fixes are applied unless `unsafe` is set. Arguments and exceptions are those of `create_linter`.
    """
    return create_linter(**arguments).fix(text, Safety.UNSAFE if unsafe else Safety.SAFE)


def check_file(
    path: str | PathLike[str],
    *,
    select: Names | None = None,
    extend_select: Names = (),
    ignore: Names = (),
    config: str | PathLike[str] | None = None,
    isolated: bool = False,
    language_format: str | None = None,
) -> FileReport:
    """Check a file as `newslint check` does, with the configuration that applies to it.

    `report.error` says why a file could not be read or a rule failed.

    Args:
        path: The file; its name selects the format.
        select: Rules, categories or `all` to run, in place of those of the configuration.
        extend_select: Rules and categories to run in addition.
        ignore: Rules and categories not to run.
        config: A configuration file to use instead of the nearest.
        isolated: Whether to ignore configuration files.
        language_format: The format of the file, whatever its name.

    Raises:
        newslint.ConfigError: the configuration is invalid.
        newslint.UnknownName: there is no such rule or category.
        ValueError: the format is unknown.

    """
    from newslint.runner.discovery import InputFile
    from newslint.runner.file_linter import FileLinter
    from newslint.runner.reading import FileTask

    if language_format not in (None, *FORMATS):
        raise ValueError(f"unknown format “{language_format}”; choose from {', '.join(FORMATS)}")
    settings = Settings(
        select=None if select is None else _as_names(select),
        extend_select=_as_names(extend_select),
        ignore=_as_names(ignore),
        config=None if config is None else Path(config),
        isolated=isolated,
        language_format=language_format,
    )
    selection.expand(own_rules((*(settings.select or ()), *settings.extend_select, *settings.ignore)))
    linter = FileLinter(settings)
    target = InputFile(os.path.normpath(path), named=True)
    try:
        return linter.process(FileTask(target, target.path))
    finally:
        linter.close()


def grade(text: str, **arguments: Unpack[RuleArguments]) -> Grade:
    """Grade an article: verdicts, damage per 1,000 words, what `fix` would leave.

    A `Grade` has `verdicts`, a tuple of `Judgment(verdict, confidence, reasons, language)` that is empty for
    clean copy; the counts `words`, `findings` and `left`; `damage_per_thousand_words` and
    `left_per_thousand_words`. The text is one article in plain text; for other formats, and to grade many
    texts, use `create_linter(...).grade(text).grades`, which has a grade for each article.

    Arguments are those of `create_linter`.

    Raises:
        newslint.ParseError: the text is not prose.

    """
    report = create_linter(**arguments).grade(text)
    if not report.grades and report.error:
        raise ParseError(report.error)
    return next(iter(report.grades), Grade(words=0, findings=0, left=0))


def check_many(
    texts: Iterable[object],
    *,
    processes: int | None = None,
    **arguments: Unpack[LinterArguments],
) -> Iterator[FileReport]:
    """Check many texts on several processors; the reports come in order.

    Texts are read and reports given one by one, so there may be any number. A text that cannot be read, or
    that crashes its process, has a report with an error: None, bytes that are not UTF-8, two million
    characters. `processes` is the number of processors by default; with 1, no other process is started.
    The other arguments and exceptions are those of `create_linter`.
    """
    return _map_texts(create_linter(**arguments), None, texts, processes)


def fix_many(
    texts: Iterable[object],
    *,
    processes: int | None = None,
    unsafe: bool = False,
    **arguments: Unpack[LinterArguments],
) -> Iterator[FileReport]:
    """Fix many texts on several processors, as `check_many` checks them.

    Only safe fixes are applied unless `unsafe` is set.
    """
    return _map_texts(create_linter(**arguments), Safety.UNSAFE if unsafe else Safety.SAFE, texts, processes)


def _map_texts(
    linter: Linter, level: Safety | None, texts: Iterable[object], processes: int | None
) -> Iterator[FileReport]:
    """Check texts, or fix them up to a level, on several processors."""
    from newslint.runner.process_map import process_map
    from newslint.runner.text_linter import TextLinter

    return process_map(TextLinter(linter, level), texts, processes)


def _rules(
    select: Names | None,
    ignore: Names,
    options: Options,
    style: str | None,
    words: str | Path | None,
) -> tuple[SelectedRule, ...]:
    """The selected rules, or the defaults, with the rules of the style."""
    house = house_styles.style(style)
    defaults = (*selection.defaults(), *house.rules)
    wanted = _as_names(select) if select is not None else defaults
    ignored = _as_names(ignore)
    chosen = selection.select(wanted, ignored, house.over(options))
    asked = words is not None or select is not None
    needy = [one.info for one in chosen if one.info.needs or (asked and one.info.wants)]
    if not needy:
        return chosen
    providers = available(Path(words) if words else None)
    for info in needy:
        if lacks := selection.missing_provider(info, providers):
            warnings.warn(f"{info.name} skipped: it needs {lacks}", stacklevel=4)
    return selection.select(wanted, ignored, house.over(options), providers)


def _as_names(names: Names) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _format(name: str) -> Format:
    texts = {known: made for known, made in FORMATS.items() if known != "docx"} | {VALUE.name: VALUE}
    if name not in texts:
        raise ValueError(f"unknown text format “{name}”; choose from {', '.join(texts)}")
    return texts[name]
