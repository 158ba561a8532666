"""Rules by name. The path of a rule's file is its registration; only rules in use are imported."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from newslint.model import RuleInfo
from newslint.phrase_table import BadTable, read_phrase_rule
from newslint.rule import Rule

CATEGORIES = {
    "encoding": "characters that were decoded wrongly or cannot be seen",
    "punctuation": "stops, commas and the spaces around them",
    "quotes": "quotation marks",
    "sentences": "sentences cut, glued or said twice",
    "names": "people, their names and titles",
    "attribution": "who said it",
    "wording": "words that the article does not mean",
    "grammar": "articles, agreement and pronouns",
    "numbers": "figures, dates, units and money",
    "leftovers": "what the page around the article left behind",
    "consistency": "one thing written in two ways",
}
"""Every category, and the damage that it gathers."""


class UnknownName(LookupError):
    """A name that no rule, category or option has; the message offers the nearest."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        near = get_close_matches(name, list(known), n=1, cutoff=0.5)
        super().__init__(f"unknown {what} “{name}”" + (f"; did you mean “{near[0]}”?" if near else ""))


class BadRule(ValueError):
    """A rule file that breaks the form, or an option of the wrong type."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a rule lives: its category and the file or module that holds it."""

    category: str
    path: Path
    package: str = "newslint.rules"


@dataclass(frozen=True, slots=True)
class Active:
    """A rule with its options set, and what the outside knows of it."""

    info: RuleInfo
    rule: Rule


@cache
def built_in() -> dict[str, Entry]:
    """The rules of newslint itself by name, read off the paths alone."""
    return dict(_entries(Path(__file__).parent / "rules", "newslint.rules"))


@cache
def third_party() -> dict[str, Entry]:
    """The rules of installed packages, as `package/rule-name`, through `newslint.rules`."""
    from importlib.metadata import entry_points

    found: dict[str, Entry] = {}
    for point in entry_points(group="newslint.rules"):
        module = import_module(point.value)
        for folder in module.__path__:
            for name, entry in _entries(Path(folder), point.value):
                found[f"{point.name}/{name}"] = entry
    return found


def select(
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    options: Mapping[str, Mapping[str, object]] | None = None,
) -> tuple[Active, ...]:
    """The rules that names, categories and `all` choose, with their options; the defaults for None.

    Raises:
        UnknownName: a name that is neither rule nor category, or an unknown option.
        BadRule: an option of the wrong type.

    """
    options = options or {}
    for name in options:
        find(name)
    dropped = set(expand(ignore))
    wanted = expand(select) if select is not None else built_in()
    chosen = [name for name in wanted if name not in dropped]
    if select is None:
        chosen = [name for name in chosen if info(name).default]
    return tuple(Active(info(name), build(name, options.get(name, {}))) for name in sorted(chosen))


def expand(names: Iterable[str]) -> dict[str, Entry]:
    """The rules that names, categories and `all` stand for."""
    chosen: dict[str, Entry] = {}
    for name in names:
        if name == "all":
            chosen |= built_in()
        elif name in CATEGORIES:
            chosen |= {rule: entry for rule, entry in built_in().items() if entry.category == name}
        else:
            chosen[name] = find(name)
    return chosen


def find(name: str) -> Entry:
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
    module = import_module(f"{entry.package}.{entry.category}.{entry.path.stem}")
    return _only_rule(module)


@cache
def info(name: str) -> RuleInfo:
    """What the outside knows of a rule."""
    rule, entry = load(name), find(name)
    doc = inspect.cleandoc(rule.__doc__ or "")
    return RuleInfo(
        name=name,
        category=entry.category,
        summary=doc.split("\n", 1)[0],
        doc=doc,
        severity=rule.severity,
        safety=rule.safety,
        licence=rule.licence,
        fixable=any(case.fixed is not None for case in rule.cases),
        default=rule.default and "/" not in name,
    )


def option_defaults(name: str) -> dict[str, object]:
    """The options of a rule, as they are written in a configuration, and their defaults."""
    return {
        field.name.replace("_", "-"): field.default_factory()
        if field.default_factory is not MISSING
        else field.default
        for field in fields(load(name))
    }


def build(name: str, options: Mapping[str, object]) -> Rule:
    """A rule with options set.

    Raises:
        UnknownName: the rule has no such option.
        BadRule: the option is of the wrong type.

    """
    if not options:
        return load(name)()
    known = option_defaults(name)
    for key in options:
        if key not in known:
            raise UnknownName(f"option of {name}", key, known)
    import msgspec

    values = {key.replace("-", "_"): value for key, value in options.items()}
    try:
        return msgspec.convert(values, load(name))
    except msgspec.ValidationError as error:
        raise BadRule(f"option of {name}: {error}") from None


def _entries(folder: Path, package: str) -> Iterable[tuple[str, Entry]]:
    for path in sorted(folder.glob("*/*")):
        if path.suffix in (".py", ".toml") and not path.stem.startswith("_"):
            yield path.stem.replace("_", "-"), Entry(path.parent.name, path, package)


def _only_rule(module: ModuleType) -> type[Rule]:
    rules = [
        thing
        for thing in vars(module).values()
        if inspect.isclass(thing) and issubclass(thing, Rule) and thing.__module__ == module.__name__
    ]
    if len(rules) != 1:
        raise BadRule(f"{module.__file__} holds {len(rules)} rules; a file holds one")
    return rules[0]
