"""Galleries: captions to which the title of their page is glued."""

from __future__ import annotations

FAR = 80
"""Code points of the longest title."""


def is_in_gallery(text: str, offset: int) -> bool:
    """Return whether a gallery's title precedes: “2 of 9 Photos: A town”."""
    return "Photos:" in text[max(offset - FAR, 0) : offset]
