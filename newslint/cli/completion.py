"""Completion for shells: names of rules, also after commas, and styles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def complete_rules(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The rules that begin like this, each with what it finds."""
    from newslint.rules import selection

    named = {name: selection.info(name).summary for name in sorted(selection.built_in())}
    return _items(named.items(), incomplete)


def complete_names(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The rules and categories that begin like the last of some names."""
    from newslint.rules.selection import CATEGORIES

    said, comma, last = incomplete.rpartition(",")
    found = complete_rules(context, parameter, last)
    found += _items(((name, "") for name in ("all", *CATEGORIES)), last)
    for item in found:
        item.value = said + comma + item.value
    return found


def complete_styles(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The house styles that begin like this."""
    from newslint.config.house_styles import styles

    return _items(((name, "") for name in styles() if name), incomplete)


def _items(named: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(name, help=about or None) for name, about in named if name.startswith(incomplete)]
