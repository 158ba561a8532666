r"""Parses expressions of `regex` with the parser of `re`.

Properties (`\p{Lu}`), which `re` does not know, are replaced by characters that no expression has, and a name
that several groups have is left to the first.
"""

from __future__ import annotations

import re
from functools import cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["PROPERTIES", "Node", "Unknown", "op", "parse"]

Node = tuple[Any, Any]
"""How `re` parses a part of an expression: an operation and its arguments."""

FIRST_STAND_IN = 0xF0000
PROPERTY = re.compile(r"(?P<escape>\\[^pP])|\\(?P<kind>[pP])\{(?P<not>\^?)(?P<name>[\w ]+)\}")
NAMED = re.compile(r"(?<!\\)\(\?P<(\w+)>")
PROPERTIES: dict[int, str] = {}
"""The property that a stand-in replaces, as expressions write it."""


class Unknown(ValueError):
    """The expression uses what only `regex` knows."""


def parse(expression: str) -> tuple[list[Node], int]:
    """The parts of an expression in order, and its flags.

    Raises:
        Unknown: `re` cannot parse it.

    """
    try:
        parsed = _parser.parse(_named_once(PROPERTY.sub(_stand_in, expression)))
    except (re.error, RecursionError) as error:
        raise Unknown(str(error)) from None
    return list(parsed), parsed.state.flags


def _named_once(expression: str) -> str:
    """An expression in which each group name occurs once.

    Only the first of several groups keeps its name, if none refers to it.
    """
    seen: set[str] = set()

    def once(found: re.Match[str]) -> str:
        if found[1] in seen and f"(?P={found[1]})" not in expression:
            return "("
        seen.add(found[1])
        return found[0]

    return NAMED.sub(once, expression)


def _stand_in(found: re.Match[str]) -> str:
    if found["escape"]:
        return found[0]
    negative = (found["kind"] == "P") != bool(found["not"])
    return _character_for(f"\\{'P' if negative else 'p'}{{{found['name']}}}")


@cache
def _character_for(written: str) -> str:
    stand_in = FIRST_STAND_IN + len(PROPERTIES)
    PROPERTIES[stand_in] = written
    return chr(stand_in)
