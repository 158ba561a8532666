"""`newslint explain`."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping

import click

from newslint.cli import CLEAN
from newslint.cli.completion import complete_rules
from newslint.cli.console import out, paint
from newslint.config.house_styles import styles
from newslint.core.diagnostics import RuleInfo
from newslint.core.errors import UnknownName
from newslint.engines.languagetool.names import ENGINE, NAMED
from newslint.linter.rule_info import info_of
from newslint.linter.suppressions import UNUSED
from newslint.reporters.paint import Paint
from newslint.rules import selection
from newslint.rules.base import Case
from newslint.rules.rates import all_rates

WIDTH = 100
"""Maximum columns of a note, as in docstrings."""


@click.command()
@click.argument("rule", shell_complete=complete_rules)
def command(rule: str) -> int:
    """Explain a rule: rationale, examples, options.

    RULE is a name that `newslint rules` lists, or a category, of which the rules are listed.
    """
    if rule in selection.CATEGORIES:
        out("".join(f"{line}\n" for line in _category_lines(rule, paint())))
        return CLEAN
    if rule == UNUSED.name or (NAMED.fullmatch(rule) and rule != ENGINE):
        out("\n".join(_head(info_of(rule), paint())) + "\n")
        return CLEAN
    try:
        info, options, cases = (
            selection.info(rule),
            selection.option_defaults(rule),
            selection.load(rule).cases,
        )
    except UnknownName as error:
        raise click.UsageError(error.args[0]) from None
    told = (
        *_head(info, paint()),
        *_options(rule, options),
        *_styles(rule),
        *_rate_lines(rule),
        *_examples(cases, paint()),
    )
    out("\n".join(told) + "\n")
    return CLEAN


def _category_lines(category: str, look: Paint) -> Iterator[str]:
    infos = [selection.info(name) for name in selection.expand([category])]
    width = max(len(info.name) for info in infos)
    yield f"{look.bold(category)} {look.dim(f'(a category of {len(infos)} rules)')}"
    yield ""
    yield f"{selection.CATEGORIES[category]}. `newslint explain RULE` explains one of its rules:"
    yield ""
    yield from (f"  {look.bold(info.name.ljust(width))}  {info.summary}" for info in infos)


def _head(info: RuleInfo, look: Paint) -> Iterator[str]:
    yield f"{look.bold(info.name)} {look.dim(f'({info.category})')}"
    yield ""
    yield info.doc
    yield ""
    yield f"Fix: {info.safety if info.fixable else 'none'}"
    if info.category == ENGINE:
        when = "is used." if info.default else "runs all its rules, or if this one is selected."
        yield f"Runs when LanguageTool {when}"
    else:
        yield "Runs by default." if info.default else "Runs only if selected."
    if info.url:
        yield f"Page: {look.link(info.url, info.url)}"


def _options(rule: str, options: Mapping[str, object]) -> Iterator[str]:
    if options:
        yield ""
        yield "Options and their defaults, in newslint.toml:"
        yield f"  [options.{rule if '/' not in rule else json.dumps(rule)}]"
        for name, value in options.items():
            yield f"  {name} = {as_toml(value)}"


def _styles(rule: str) -> Iterator[str]:
    deciding = [style for style in styles().values() if rule in style.facts]
    if deciding:
        yield ""
        yield "House styles that enable it:"
    for style in deciding:
        fact = style.facts[rule]
        options = ", ".join(f"{name} = {as_toml(value)}" for name, value in fact.options.items())
        yield f"  {style.name}: {options} ({fact.source})"


def _rate_lines(rule: str) -> Iterator[str]:
    rates = all_rates().get(rule)
    if rates is None:
        return
    found = ", ".join(f"{corpus} {rate:g}" for corpus, rate in rates.per_million.items())
    yield ""
    yield "## Measured"
    yield f"Findings per million words: {found}."
    if rates.read:
        yield f"Findings reviewed: {rates.read}, of which {rates.right} correct."
    elif not any(rates.per_million.values()):
        yield "None of these corpora has the damage, so the rule rests on its own cases."
    yield from textwrap.wrap(rates.note, WIDTH)


def as_toml(value: object) -> str:
    """Format a value as TOML."""
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{json.dumps(key)} = {as_toml(said)}" for key, said in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, frozenset | set):
        return as_toml(sorted(value, key=str))
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _examples(cases: tuple[Case, ...], look: Paint) -> Iterator[str]:
    """The first case as a problem and its fix, then the others."""
    marked = [case for case in cases if "⟦" in case.marked]
    model = next((case for case in marked if case.fixed is not None), marked[0])
    yield ""
    yield "## Example"
    yield from _setting(model, look)
    yield from _indent("  ", "  ", model.marked)
    if model.fixed is not None:
        yield ""
        yield "## Use instead"
        yield from _indent("  ", "  ", model.fixed)
    yield ""
    yield "## More examples"
    for number, case in enumerate(case for case in cases if case is not model):
        if number:
            yield ""
        yield from _setting(case, look)
        yield from _indent("  ", "  ", case.marked)
        if case.fixed is not None:
            yield from _indent(f"  {look.green('→')} ", "    ", case.fixed)
        elif "⟦" not in case.marked:
            yield f"  {look.dim('not reported')}"


def _setting(case: Case, look: Paint) -> Iterator[str]:
    if case.options:
        options = ", ".join(f"{name} = {as_toml(value)}" for name, value in case.options.items())
        yield f"  {look.dim(f'with {options}')}"


def _indent(first: str, rest: str, text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        yield ((rest if number else first) + line).rstrip()
