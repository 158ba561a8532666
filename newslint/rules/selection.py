"""The rules to run: chosen by name, category or `all`, with their options; only rules in use are imported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from functools import cached_property

from newslint.core.diagnostics import RuleInfo, Safety
from newslint.core.errors import BadRule, BrokenRule, UnknownName
from newslint.rules.base import Rule
from newslint.rules.metadata import known, trace_of
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
    "lacking",
    "load",
    "option_defaults",
    "select",
    "third_party",
]


Providers = Mapping[str, object]
"""What rules may need and cannot make themselves, by name; its `repr` tells each from others."""


@dataclass(frozen=True)
class SelectedRule:
    """A rule in use, and what the outside knows of it; one without options is built when it is asked."""

    info: RuleInfo
    made: Rule | None = None
    options: str = ""
    """What is set, so that it can be compared."""

    def at_most(self, safety: Safety) -> SelectedRule:
        """The same rule, its repairs trusted no further."""
        return replace(self, info=replace(self.info, safety=self.info.safety.at_most(safety)))

    @cached_property
    def rule(self) -> Rule:
        """The rule with its options set."""
        return self.made or build(self.info.name, {})

    @cached_property
    def trace(self) -> str:
        """What no finding is without; empty for a rule that is asked about everything."""
        return known(self.info.name).trace if self.made is None else trace_of(self.made)


def select(
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    options: Mapping[str, Mapping[str, object]] | None = None,
    providers: Providers | None = None,
    broken: dict[str, BrokenRule] | None = None,
) -> tuple[SelectedRule, ...]:
    """The rules that names, categories and `all` choose, with their options; the defaults for None.

    Each is given those `providers` that it needs. One that lacks any finds nothing; `lacking` tells.
    With `broken`, rules that cannot be imported are put there and left out.

    Raises:
        UnknownName: a name that is neither rule nor category, or an unknown option.
        BadRule: an option of the wrong type.
        BrokenRule: a rule cannot be imported, without `broken`.

    """
    options = options or {}
    chosen: list[SelectedRule] = []
    for name in _wanted(select, ignore, options):
        try:
            chosen.append(_active(name, options.get(name, {}), providers or {}))
        except BrokenRule as error:
            if broken is None:
                raise
            broken[name] = error
    return tuple(chosen)


def _wanted(
    select: Iterable[str] | None, ignore: Iterable[str], options: Mapping[str, Mapping[str, object]]
) -> list[str]:
    for name in options:
        find(name)
    dropped = expand(ignore)
    wanted = expand(select) if select is not None else defaults()
    return sorted(name for name in wanted if name not in dropped)


def defaults() -> tuple[str, ...]:
    """The rules that run when nobody selects any."""
    return tuple(name for name in built_in() if info(name).default)


def lacking(rule: RuleInfo, providers: Providers) -> str:
    """The provider that a rule needs and has not got; empty if it has all."""
    return next((name for name in rule.needs if name not in providers), "")


def _active(name: str, options: Mapping[str, object], providers: Providers) -> SelectedRule:
    about = info(name)
    given = {need: providers[need] for need in about.needs if need in providers}
    if not options and not given:
        return SelectedRule(about)
    said = repr(sorted(options.items())) + "".join(
        f" {need} {thing}" for need, thing in sorted(given.items())
    )
    return SelectedRule(about, build(name, options, given), said)


def expand(names: Iterable[str]) -> dict[str, RuleLocation]:
    """The rules that names, categories and `all` stand for."""
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
    """What the outside knows of a rule.

    Raises:
        UnknownName: there is no such rule.
        BrokenRule: it cannot be imported or made.

    """
    return known(name).info


def option_defaults(name: str) -> dict[str, object]:
    """The options of a rule, as they are written in a configuration, and their defaults."""
    return {
        field.name.replace("_", "-"): field.default_factory()
        if field.default_factory is not MISSING
        else field.default
        for field in fields(load(name))
        if field.name not in load(name).needs
    }


def build(name: str, options: Mapping[str, object], providers: Providers | None = None) -> Rule:
    """A rule with options set, and what it needs from `providers`.

    Raises:
        UnknownName: the rule has no such option.
        BadRule: the option is of the wrong type.

    """
    needed = {need: (providers or {}).get(need) for need in load(name).needs}
    if not options:
        return load(name)(**needed)
    known = option_defaults(name)
    for key in options:
        if key not in known:
            raise UnknownName(f"option of {name}", key, known)
    import msgspec

    values = {key.replace("-", "_"): value for key, value in options.items()}
    try:
        return replace(msgspec.convert(values, load(name)), **needed)
    except msgspec.ValidationError as error:
        raise BadRule(f"option of {name}: {error}") from None
