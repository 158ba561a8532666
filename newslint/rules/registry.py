"""Rules by name: the path of a rule's file is its registration."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from newslint.core.errors import BadRule, UnknownName
from newslint.core.interrupts import let_pass
from newslint.rules.base import Rule
from newslint.rules.families.phrase_table import BadTable, read_phrase_rule

CATEGORIES = {
    "encoding": "characters that were decoded wrongly or cannot be seen",
    "punctuation": "full stops, commas and the spaces around them",
    "quotes": "quotation marks",
    "sentences": "sentences cut off, run together or repeated",
    "names": "people and organisations, their names and titles",
    "attribution": "who said it",
    "wording": "words and phrases that the writer cannot have meant",
    "grammar": "articles, agreement and pronouns",
    "numbers": "figures, dates, units and money",
    "leftovers": "text that the page around the article left behind",
    "consistency": "house style, and one thing written in two ways",
}
"""Every category, and the damage that it gathers."""
FAMILIES = "families"
"""The folder of mechanisms that rules share, which holds no rule."""
BUILT_IN = "newslint.rules"
"""The package of newslint's own rules."""


@dataclass(frozen=True, slots=True)
class RuleLocation:
    """Where a rule lives: its category and the file or module that holds it."""

    category: str
    path: Path
    package: str


@cache
def built_in() -> dict[str, RuleLocation]:
    """The rules of newslint itself by name, read off the paths alone."""
    return dict(_entries(Path(__file__).parent, BUILT_IN))


def rules_of(package: str) -> dict[str, RuleLocation]:
    """The rules of one package."""
    if package == BUILT_IN:
        return built_in()
    return {name: entry for name, entry in third_party().items() if entry.package == package}


@cache
def third_party() -> dict[str, RuleLocation]:
    """The rules of installed packages, as `package/rule-name`, through `newslint.rules`."""
    from importlib.metadata import entry_points

    found: dict[str, RuleLocation] = {}
    for point in entry_points(group="newslint.rules"):
        module = import_module(point.value)
        for folder in module.__path__:
            for name, entry in _entries(Path(folder), point.value):
                found[f"{point.name}/{name}"] = entry
    return found


def find(name: str) -> RuleLocation:
    """Where a rule lives.

    Raises:
        UnknownName: there is no such rule.

    """
    known = built_in() if "/" not in name else third_party()
    if name not in known:
        raise UnknownName("rule", name, [*built_in(), *third_party(), *CATEGORIES])
    return known[name]


@cache
def load(name: str) -> type[Rule]:
    """The class of a rule.

    Raises:
        UnknownName: there is no such rule.
        BadRule: its file does not hold one rule.

    """
    entry = find(name)
    if entry.path.suffix == ".toml":
        try:
            return read_phrase_rule(entry.path)
        except BadTable as error:
            raise BadRule(str(error)) from None
    try:
        module = import_module(f"{entry.package}.{entry.category}.{entry.path.stem}")
    except RuntimeError as error:
        let_pass(error)
        raise
    return _only_rule(module)


def _entries(folder: Path, package: str) -> Iterable[tuple[str, RuleLocation]]:
    entries = os.scandir(folder)
    categories = sorted(entry.name for entry in entries if entry.is_dir() and entry.name != FAMILIES)
    for category in categories:
        here = folder / category
        for name in sorted(os.listdir(here)):  # noqa: PTH208 - a path for each would take long
            stem, dot, suffix = name.rpartition(".")
            if dot + suffix in (".py", ".toml") and not stem.startswith("_"):
                yield stem.replace("_", "-"), RuleLocation(category, here / name, package)


def _only_rule(module: ModuleType) -> type[Rule]:
    rules = [
        thing
        for thing in vars(module).values()
        if inspect.isclass(thing) and issubclass(thing, Rule) and thing.__module__ == module.__name__
    ]
    if len(rules) != 1:
        names = ", ".join(rule.__name__ for rule in rules) or "no rule"
        raise BadRule(f"{module.__file__} holds {names}; a file holds one rule")
    return rules[0]
