"""Random plain text, all of which is one text to the judge."""

from __future__ import annotations

from functools import partial

from tools.documents import articles

document = partial(articles.document, "plain")


def judge(data: bytes) -> list[str]:
    """All of it is one text."""
    return [data.decode()]
