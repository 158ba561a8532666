"""Runs a module that compiles expressions of `regex` to the same bytes in every process.

    PYTHONHASHSEED=0 python -m tools.stable_hash MODULE ARGUMENT…

`regex` keeps the parts of an expression in sets, by hashes that depend on where in memory classes and None are. In
which order a set is searched makes no difference but in the bytes.
"""

from __future__ import annotations

import runpy
import sys
from zlib import crc32

from regex import _regex_core


def make_stable() -> None:
    """Hash the parts of expressions by what they are; of strings PYTHONHASHSEED takes care."""
    _regex_core.RegexBase.__hash__ = _hash


def _hash(part: object) -> int:
    if isinstance(part, type):
        return crc32(part.__name__.encode())
    if isinstance(part, _regex_core.RegexBase):
        return _hash(part._key)
    if isinstance(part, tuple | list):
        return hash(tuple(map(_hash, part)))
    return 0 if part is None else hash(part)


if __name__ == "__main__":
    make_stable()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__")
