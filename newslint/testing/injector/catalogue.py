"""All variants, gathered from the families."""

from __future__ import annotations

from newslint.testing.injector.families import (
    articles,
    encodings,
    frames,
    grammar,
    leftovers,
    names,
    numbers,
    quotes,
    repeats,
    seams,
    titles,
    words,
)
from newslint.testing.injector.registry import VARIANTS

FAMILIES = tuple(
    module.__name__.rpartition(".")[2]
    for module in (
        seams,
        quotes,
        repeats,
        titles,
        names,
        numbers,
        grammar,
        articles,
        words,
        frames,
        leftovers,
        encodings,
    )
)
"""The names of the families, which begin the names of their variants."""

__all__ = ["FAMILIES", "VARIANTS"]
