"""Random plain text; a line is a text to the judge."""

from __future__ import annotations

from random import Random

from tools.documents.words import prose


def document(random: Random) -> bytes:
    """A few lines."""
    end = random.choice(("\n", "\r\n"))
    return end.join(prose(random) for _ in range(random.randint(1, 6))).encode()


def judge(data: bytes) -> list[str]:
    """All of it is one text."""
    return [data.decode()]
