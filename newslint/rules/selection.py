"""Selects rules by name, category or `all`, with their options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields, replace

from newslint.core.diagnostics import RuleInfo, Safety
from newslint.core.errors import BadRule, BrokenRule, UnknownName
from newslint.rules.base import Rule
from newslint.rules.metadata import metadata_of, trace_of
from newslint.rules.registry import (
    CATEGORIES,
    RuleLocation,
    broken_packages,
    built_in,
    find,
    load,
    third_party,
)

__all__ = [
    "CATEGORIES",
    "BadRule",
    "BrokenRule",
    "RuleLocation",
    "SelectedRule",
    "UnknownName",
    "broken_packages",
    "build",
    "built_in",
    "defaults",
    "expand",
    "find",
    "info",
    "load",
    "missing_provider",
    "option_defaults",
    "select",
    "third_party",
]


Providers = Mapping[str, object]
"""Resources that rules may need, by name; the `repr` of each identifies it."""


class SelectedRule(Struct, frozen=True, dict=True):
    """A selected rule; without options, it is instantiated on first use."""

    info: RuleInfo
    instance: Rule | None = None
    options: str = ""
    """The options as text, for comparison."""

    def at_most(self, safety: Safety) -> SelectedRule:
        """The same rule, with the safety of its fixes limited."""
        return replace(self, info=replace(self.info, safety=self.info.safety.at_most(safety)))

    @cached_property
    def rule(self) -> Rule:
        """The rule with its options."""
        return self.instance or build(self.info.name, {})

    @cached_property
    def trace(self) -> str:
        """A pattern that matches in each block with a finding, or empty."""
        return metadata_of(self.info.name).trace if self.instance is None else trace_of(self.instance)


def select(
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    options: Mapping[str, Mapping[str, object]] | None = None,
    providers: Providers | None = None,
    broken: dict[str, BrokenRule] | None = None,
) -> tuple[SelectedRule, ...]:
    """Select rules by names, categories and `all`; None means the defaults.

    Each gets the `providers` that it needs or wants. A rule without one that it needs finds nothing (see
    `missing_provider`). Rules that cannot be imported are skipped and added to `broken`, if given.

    Raises:
        UnknownName: a name is neither a rule nor a category, or an option is unknown.
        BadRule: an option has the wrong type.
        BrokenRule: a rule cannot be imported, and `broken` is None.

    """
    options = options or {}
    chosen: list[SelectedRule] = []
    for name in _chosen_names(select, ignore, options):
        try:
            chosen.append(_select_rule(name, options.get(name, {}), providers or {}))
        except BrokenRule as error:
            if broken is None:
                raise
            broken[name] = error
    return tuple(chosen)


def _chosen_names(
    select: Iterable[str] | None, ignore: Iterable[str], options: Mapping[str, Mapping[str, object]]
) -> list[str]:
    for name in options:
        find(name)
    dropped = expand(ignore)
    wanted = expand(select) if select is not None else defaults()
    return sorted(name for name in wanted if name not in dropped)


def defaults() -> tuple[str, ...]:
    """The rules that run by default."""
    return tuple(name for name in built_in() if info(name).default)


def missing_provider(rule: RuleInfo, providers: Providers) -> str:
    """The provider that a rule needs but lacks; empty if none."""
    return next((name for name in rule.needs if name not in providers), "")


def _select_rule(name: str, options: Mapping[str, object], providers: Providers) -> SelectedRule:
    about = info(name)
    given = {name: providers[name] for name in (*about.needs, *about.wants) if name in providers}
    if not options and not given:
        return SelectedRule(about)
    identity = repr(sorted(options.items())) + "".join(
        f" {need} {thing}" for need, thing in sorted(given.items())
    )
    return SelectedRule(about, build(name, options, given), identity)


def expand(names: Iterable[str]) -> dict[str, RuleLocation]:
    """The rules in some names, categories and `all`."""
    chosen: dict[str, RuleLocation] = {}
    for name in names:
        if name == "all":
            chosen |= built_in()
        elif name in CATEGORIES:
            chosen |= {rule: entry for rule, entry in built_in().items() if entry.category == name}
        else:
            chosen[name] = find(name)
    return chosen


def info(name: str) -> RuleInfo:
    """The metadata of a rule.

    Raises:
        UnknownName: there is no such rule.
        BrokenRule: it cannot be imported or instantiated.

    """
    return metadata_of(name).info


def option_defaults(name: str) -> dict[str, object]:
    """The options of a rule, as spelled in a configuration, with defaults."""
    return {
        field.name.replace("_", "-"): field.default_factory()
        if field.default_factory is not NODEFAULT
        else field.default
        for field in fields(load(name))
        if field.name not in (*load(name).needs, *load(name).wants)
    }


def build(name: str, options: Mapping[str, object], providers: Providers | None = None) -> Rule:
    """Instantiate a rule with options and the `providers` it needs.

    Raises:
        UnknownName: the rule has no such option.
        BadRule: the option has the wrong type.

    """
    rule = load(name)
    needed = {need: (providers or {}).get(need) for need in (*rule.needs, *rule.wants)}
    if not options:
        return rule(**needed)
    known = option_defaults(name)
    for key in options:
        if key not in known:
            raise UnknownName(f"option of {name}", key, known)
    import msgspec

    values = {key.replace("-", "_"): value for key, value in options.items()}
    try:
        return replace(msgspec.convert(values, rule), **needed)
    except msgspec.ValidationError as error:
        raise BadRule(f"option of {name}: {error}") from None
