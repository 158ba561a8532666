"""Rules by name: the path of a rule's file is its registration."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Iterable
from contextlib import redirect_stdout
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from msgspec import Struct

from newslint.core.errors import BadRule, BrokenRule, UnknownName, describe
from newslint.core.interrupts import let_pass
from newslint.rules.base import Rule
from newslint.rules.families.phrase_table import BadTable, read_phrase_rule

CATEGORIES = {
    "encoding": "characters that were decoded wrongly or are invisible",
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
    "original": "what a copy changed or lost of its original, with `--against`",
}
"""Every category, and the damage that it covers."""
FAMILIES = "families"
"""The folder of mechanisms that rules share, which holds no rules."""
BUILT_IN = "newslint.rules"
"""The package of newslint's own rules."""


class RuleLocation(Struct, frozen=True):
    """The location of a rule: its category and its file."""

    category: str
    path: Path
    package: str


@cache
def built_in() -> dict[str, RuleLocation]:
    """Newslint's own rules by name, from file paths alone."""
    return dict(_entries(Path(__file__).parent, BUILT_IN))


def rules_of(package: str) -> dict[str, RuleLocation]:
    """The rules of a package."""
    if package == BUILT_IN:
        return built_in()
    return {name: entry for name, entry in third_party().items() if entry.package == package}


@cache
def _packages() -> tuple[dict[str, RuleLocation], dict[str, str]]:
    """The rules of installed packages, and the errors of broken packages."""
    from importlib.metadata import entry_points

    found: dict[str, RuleLocation] = {}
    broken: dict[str, str] = {}
    for point in entry_points(group="newslint.rules"):
        try:
            folders = [*_import(point.value).__path__]
            for folder in folders:
                for name, entry in _entries(Path(folder), point.value):
                    found[f"{point.name}/{name}"] = entry
        except BaseException as error:  # noqa: BLE001 - importing a package may run anything
            let_pass(error)
            broken[point.name] = describe(error)
    return found, broken


def third_party() -> dict[str, RuleLocation]:
    """The rules of installed packages, as `package/rule-name`."""
    return _packages()[0]


def broken_packages() -> dict[str, str]:
    """Installed rule packages that cannot be imported, each with the reason."""
    return _packages()[1]


def find(name: str) -> RuleLocation:
    """The location of a rule; `load` raises why a package is broken.

    Raises:
        UnknownName: there is no such rule.

    """
    location = _location(name)
    if location is None:
        raise UnknownName("rule", name, [*built_in(), *third_party(), *CATEGORIES])
    return location


def is_known(name: str) -> bool:
    """Whether there is a rule of this name."""
    return _location(name) is not None


def _location(name: str) -> RuleLocation | None:
    package, slash, _ = name.partition("/")
    known = third_party() if slash else built_in()
    if slash and name not in known and package in broken_packages():
        return RuleLocation("", Path(package), "")
    return known.get(name)


@cache
def load(name: str) -> type[Rule]:
    """The class of a rule.

    Raises:
        UnknownName: there is no such rule.
        BrokenRule: its file cannot be imported, or does not hold one rule.

    """
    entry = find(name)
    if not entry.package:
        raise BrokenRule(name, str(entry.path), broken_packages()[str(entry.path)])
    try:
        if entry.path.suffix == ".toml":
            return read_phrase_rule(entry.path)
        return _only_rule(_import(f"{entry.package}.{entry.category}.{entry.path.stem}"))
    except BaseException as error:
        let_pass(error)
        why = str(error) if isinstance(error, BadRule | BadTable) else describe(error)
        raise BrokenRule(name, str(entry.path), why) from error


def _import(module: str) -> ModuleType:
    """Import a module, keeping what it prints out of reports."""
    with redirect_stdout(sys.stderr):
        return import_module(module)


def _entries(folder: Path, package: str) -> Iterable[tuple[str, RuleLocation]]:
    entries = os.scandir(folder)
    categories = sorted(entry.name for entry in entries if entry.is_dir() and entry.name != FAMILIES)
    for category in categories:
        here = folder / category
        for name in sorted(os.listdir(here)):  # noqa: PTH208 - making a path of each is slow
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
