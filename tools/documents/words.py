"""Random prose for random files."""

from __future__ import annotations

from random import Random

DEFAULT_OPTIONS = (
    "the a and of ferry harbour council tunnel storm vote said Tallinn Ms Tamm 7 2,500 it’s “we wait”"
)
ODD = 'naïve Škoda 🗞 𝒆vening "yes" e.g. AT&T 3<4 a>b 50% C:\\x snake_case *star* [note] `tick` #1 ~ | {x} $5'
WORDS = (*DEFAULT_OPTIONS.split(), *ODD.split(), "hard\u00a0space", "soft\u00adhyphen")


def prose(random: Random, most: int = 12) -> str:
    """Some words, odd ones among them, in no order."""
    return " ".join(random.choices(WORDS, k=random.randint(1, most))) + random.choice((".", "", "..", "?”"))
