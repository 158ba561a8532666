"""House styles: the rules that each enables, with their options.

The table is `styles.toml` beside this module. It gives a source for each fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct

from newslint.core.errors import UnknownName
from newslint.core.toml_tables import read_table

TABLE = Path(__file__).with_name("house_styles.toml")
Options = Mapping[str, Mapping[str, object]]


class Fact(Struct, frozen=True):
    """A decision of a style for one rule, and its source."""

    options: Mapping[str, object]
    source: str


class Style(Struct, frozen=True):
    """A house style: a fact for each rule that it enables."""

    name: str
    title: str
    facts: Mapping[str, Fact]

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that it enables."""
        return tuple(self.facts)

    def over(self, own: Options) -> dict[str, Mapping[str, object]]:
        """The options of the style, overridden by those set explicitly."""
        named = {**own, **self.facts}
        return {rule: {**self._options(rule), **own.get(rule, {})} for rule in named}

    def _options(self, rule: str) -> Mapping[str, object]:
        return self.facts[rule].options if rule in self.facts else {}


NO_STYLE = Style("", "none", {})


@cache
def styles() -> dict[str, Style]:
    """All styles by name."""
    return {name: _style(name, table) for name, table in read_table(TABLE).items()}


def style(name: str | None) -> Style:
    """The style of a name; for None, an empty style.

    Raises:
        UnknownName: there is no such style.

    """
    if not name:
        return NO_STYLE
    if name not in styles():
        raise UnknownName("style", name, styles())
    return styles()[name]


def _style(name: str, table: Mapping[str, Mapping[str, object]]) -> Style:
    facts = {
        rule: Fact({key: said for key, said in fact.items() if key != "source"}, str(fact["source"]))
        for rule, fact in table.items()
        if rule != "title"
    }
    return Style(name, str(table["title"]), facts)
