"""Measured rates of rules in real news, written by `tools/rates.py`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

DATA = Path(__file__).with_name("rates.json")


class Rates(msgspec.Struct, frozen=True, omit_defaults=True):
    """The measured rates of a rule."""

    per_million: Mapping[str, float]
    """Findings per million words, by corpus."""
    read: int = 0
    """How many findings were read and judged."""
    right: int = 0
    """How many of those were correct."""
    note: str = ""
    """What the figures do not include."""


@cache
def all_rates() -> Mapping[str, Rates]:
    """The rates of all measured rules by name."""
    return msgspec.json.decode(DATA.read_bytes(), type=dict[str, Rates])


def save(rates: Mapping[str, Rates]) -> None:
    """Write the rates of all rules, sorted by name."""
    data = msgspec.json.encode({name: rates[name] for name in sorted(rates)})
    DATA.write_bytes(msgspec.json.format(data, indent=2) + b"\n")
