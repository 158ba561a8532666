"""Random plain text, which the judge reads as one text."""

from __future__ import annotations

from functools import partial

from tools.documents import articles

document = partial(articles.document, "plain")


def judge(data: bytes) -> list[str]:
    """All of it is one text."""
    return [data.decode()]
