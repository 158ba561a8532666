"""Give a clean article another clean dress: marks, dialect, length, newlines."""

from __future__ import annotations

import re
from random import Random

from newslint.testing.injector.layout import has_pairs, paragraphs
from newslint.testing.injector.marks import CURLY, CURLY_SINGLE, STRAIGHT, STRAIGHT_SINGLE, restyle
from newslint.testing.injector.material.dialect import AMERICAN, BRITISH

_LOWER = re.compile(r"(?<![\w’'-])[a-z]+(?![\w’'-])")


def dress(text: str, rng: Random, style: str | None = None) -> str | None:
    """The article in a dress drawn by lot.

    None if the wanted style of marks cannot be had.
    """
    text = _newlines(_shorten(text.replace("\r\n", "\n").strip(), rng), rng)
    text = _titles(_dialect(text, rng), rng)
    if style:
        return restyle(text, style)
    if rng.random() < 0.4:
        return text
    wanted = rng.choice((CURLY, CURLY, STRAIGHT, CURLY_SINGLE, CURLY_SINGLE, STRAIGHT_SINGLE))
    return restyle(text, wanted) or text


def _shorten(text: str, rng: Random) -> str:
    """Keep the beginning of the article only, half of the time."""
    spans = paragraphs(text)
    if rng.random() < 0.5 or len(spans) < 6:
        return text
    end = spans[rng.randrange(4, len(spans))].end
    return text[:end] if has_pairs(text[:end]) else text


def _newlines(text: str, rng: Random) -> str:
    parting = rng.choice(("\n\n", "\n\n", "\n\n", "\n", "\n", "\r\n\r\n"))
    return re.sub(r"\n\s*", parting, text)


def _dialect(text: str, rng: Random) -> str:
    """Spell lower-case words the other way, one article in four."""
    if rng.random() > 0.25:
        return text
    words = _LOWER.findall(text)
    british = sum(w in AMERICAN for w in words)
    american = sum(w in BRITISH for w in words)
    table = AMERICAN if british > american else BRITISH
    return _LOWER.sub(lambda m: table.get(m.group(), m.group()), text)


def _titles(text: str, rng: Random) -> str:
    """Write Mr. for Mr or Mr for Mr., one article in four."""
    if rng.random() > 0.25:
        return text
    if re.search(r"\b(?:Mr|Mrs|Ms|Dr)\. [A-Z]", text):
        return re.sub(r"\b(Mr|Mrs|Ms|Dr)\. (?=[A-Z])", r"\1 ", text)
    return re.sub(r"\b(Mr|Mrs|Ms|Dr) (?=[A-Z])", r"\1. ", text)
