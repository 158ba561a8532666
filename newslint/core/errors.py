"""Errors that callers of newslint may want to catch."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.core.interrupts import let_pass


class ConfigError(ValueError):
    """A configuration file is wrong; the message names the file."""


class SourceError(ValueError):
    """The bytes of a file cannot be decoded and written back unchanged."""


class ParseError(ValueError):
    """A file cannot be parsed; the message says why and where."""


DESCRIPTION = 300
"""Maximum characters of a printed error message."""


def describe(error: BaseException) -> str:
    """The type and message of an error in a short line.

    Raises:
        KeyboardInterrupt: that was pressed meanwhile.

    """
    name = type(error).__name__
    try:
        message = " ".join(str(error).split())
    except BaseException as failure:  # noqa: BLE001 - an error of a plug-in may be unable to describe itself
        let_pass(failure)
        return name
    if len(message) > DESCRIPTION:
        message = message[:DESCRIPTION] + " …"
    return f"{name}: {message}" if message else name


NEAR = 0.65
"""The likeness, up to 1, from which another name is suggested."""


class UnknownName(LookupError):
    """No rule, category or option has this name; the message suggests one."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        from difflib import get_close_matches

        spelt = {one.lower(): one for one in known}
        near = get_close_matches(name.lower(), list(spelt), n=1, cutoff=NEAR)
        self._hint = f"; did you mean “{spelt[near[0]]}”?" if near else ""
        super().__init__(f"unknown {what} “{name}”{self._hint}")

    def and_all(self, choices: str) -> str:
        """The message, followed by what can be chosen."""
        return f"{self.args[0]} {choices[:1].upper()}{choices[1:]}" if self._hint else f"{self}; {choices}"


class BadRule(ValueError):
    """A rule file is malformed, or an option has the wrong type."""


class BrokenRule(BadRule):
    """A rule or its package cannot be imported; the message says why."""

    def __init__(self, name: str, path: str, why: str) -> None:
        super().__init__(f"rule {name} cannot be used: {why}")
        self.path = path
