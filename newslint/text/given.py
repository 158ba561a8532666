"""Whether an article may call somebody by the given name: one quick look at the names that it holds.

Meeting all people of an article takes long, and few articles need it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from newslint.automaton import Automaton
from newslint.joined import Joined
from newslint.lexicon.given_names import given_names
from newslint.lexicon.not_names import CALENDAR, OPENERS
from newslint.patterns import any_of
from newslint.text.capitals import PARTICLES

LETTER = 4
"""Bytes that a letter takes at most."""
ALONE = re.compile(rb"[a-z] $")


def seldom_bare_given_names(texts: Sequence[str], most: int) -> set[str]:
    """Given names that stand with a family name, then perhaps without it, surely so `most` times at most."""
    data = Joined(texts).data
    full, bare = set[int](), set[int]()
    alone: dict[int, int] = defaultdict(int)
    for name, start, end in _names().find(data):
        if _is_letter(data[max(start - LETTER, 0) : start], -1) or _is_letter(data[end : end + LETTER], 0):
            continue
        after = _after().match(data, end)
        if not after or after["doubtful"]:
            bare.add(name) if name in full else None
        if after:
            full.add(name)
        elif ALONE.search(data, max(start - 2, 0), start):
            alone[name] += 1 if name in full else most + 1
    return {_spelled()[name] for name in full & bare if alone[name] <= most}


def _is_letter(beside: bytes, which: int) -> bool:
    """Whether the last or first of some bytes, which may begin or end in mid-letter, belongs to a letter."""
    if not beside or beside[which] < 0x80:
        return beside[which : which + 1 or None].isalpha()
    return beside.decode("utf-8", "ignore")[which:][:1].isalpha()


@cache
def _spelled() -> list[str]:
    return sorted(given_names())


@cache
def _names() -> Automaton:
    return Automaton(_spelled(), longest=True)


@cache
def _after() -> re.Pattern[bytes]:
    """What follows the given name of a full name; where doubtful, another name may begin, or none."""
    foreign = any_of(OPENERS | CALENDAR)
    doubtful = rf" (?:{foreign}|{PARTICLES}\s|[\x80-\xff]|(?:al|el|ul|as|ash)-)|-"
    return re.compile(rf"(?P<doubtful>{doubtful})| [A-Z]".encode("latin-1"))
