"""What decides what is said of a text, in few bytes: rules and their options, parse_options, versions."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache

from newslint._version import __version__
from newslint.linter.linter import Linter
from newslint.rules.metadata import version_of
from newslint.rules.selection import SelectedRule, find

DECIDING = ("ftfy", "libcst", "pyromark", "PyYAML", "regex", "sentencex")
"""Packages whose next version may read a text in another way."""


def of_profile(linter: Linter) -> bytes | None:
    """Changes when anything does that applies to a file; None where that cannot be known."""
    rest = of_rest(linter)
    return None if rest is None else b"%d %b %b" % (len(rest), rest, of_rules(linter.rules))


def of_rules(rules: Sequence[SelectedRule]) -> bytes:
    """Changes when other rules run, or the same with other options or other code."""
    packages = sorted({find(active.info.name).package for active in rules})
    named = [(active.info.name, active.info.safety, active.options) for active in rules]
    return repr((_versions(), [version_of(package) for package in packages], named)).encode()


def of_rest(linter: Linter) -> bytes | None:
    """Changes when anything else does that applies to a file; None where that cannot be known."""
    engine = linter.engine.fingerprint if linter.engine else b""
    if engine is None:
        return None
    parse_options, said = linter.parse_options, linter.suppressions
    return repr(
        (
            linter.format.name,
            parse_options.continued_quotes,
            sorted(parse_options.front_matter),
            sorted(parse_options.fields.items()),
            sorted(parse_options.elements.items()),
            sorted(said.accept),
            said.ignores,
            said.report_unused,
            linter.max_false_positives,
            engine,
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
