"""Random JSON Lines, some malformed; a malformed line is one text."""

from __future__ import annotations

import json as parser
from collections.abc import Iterator
from random import Random

from tools.documents import json

BROKEN = ("{", '{"text": "It ends', '{"text": "It rained." "id": 3}', "[1,]", '{"text": "\t"}', "not JSON")


def document(random: Random) -> bytes:
    """Some lines, blank ones among them."""
    return random.choice(("\n", "\r\n")).join(_line(random) for _ in range(random.randint(1, 5))).encode()


def _line(random: Random) -> str:
    chance = random.random()
    if chance < 0.1:
        return random.choice(("", "  ", "\t"))
    if chance < 0.2:
        return random.choice(BROKEN)
    return json.Style(random, spaces=("", " ", "\t")).object(2)


def judge(data: bytes) -> list[str]:
    """The texts of all lines."""
    return [text for line in data.decode().split("\n") for text in ("line", *_texts(line))]


def _texts(line: str) -> Iterator[str]:
    try:
        yield from json.texts(parser.loads(line, object_pairs_hook=json.Members))
    except ValueError:
        yield line
