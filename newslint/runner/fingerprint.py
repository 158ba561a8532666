"""What decides what is said of a text, in few bytes: rules and their options, conventions, versions."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache

from newslint._version import __version__
from newslint.linter.linter import Profile
from newslint.rules.metadata import version_of
from newslint.rules.selection import SelectedRule, find

DECIDING = ("ftfy", "pyromark", "PyYAML", "regex", "sentencex")
"""Packages whose next version may read a text in another way."""


def of_profile(profile: Profile) -> bytes | None:
    """Changes when anything does that applies to a file; None where that cannot be known."""
    rest = of_rest(profile)
    return None if rest is None else b"%d %b %b" % (len(rest), rest, of_rules(profile.rules))


def of_rules(rules: Sequence[SelectedRule]) -> bytes:
    """Changes when other rules run, or the same with other options or other code."""
    packages = sorted({find(active.info.name).package for active in rules})
    named = [(active.info.name, active.info.safety, active.options) for active in rules]
    return repr((_versions(), [version_of(package) for package in packages], named)).encode()


def of_rest(profile: Profile) -> bytes | None:
    """Changes when anything else does that applies to a file; None where that cannot be known."""
    second = profile.second.print if profile.second else b""
    if second is None:
        return None
    conventions, said = profile.conventions, profile.suppressions
    return repr(
        (
            profile.format.name,
            conventions.continued_quotes,
            sorted(conventions.front_matter),
            sorted(conventions.fields.items()),
            sorted(conventions.elements.items()),
            sorted(said.accept),
            said.ignores,
            said.report_unused,
            profile.max_fp,
            second,
        )
    ).encode()


@cache
def _versions() -> tuple[str, ...]:
    from importlib.metadata import PackageNotFoundError, version

    found = [__version__, sys.version]
    for package in DECIDING:
        with suppress(PackageNotFoundError):
            found.append(f"{package} {version(package)}")
    return tuple(found)
