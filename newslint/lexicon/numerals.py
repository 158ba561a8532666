"""Numbers in words, and their values."""

from __future__ import annotations

from newslint.lexicon.amounts import VALUES

SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
"""From one to nineteen."""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMERAL = rf"(?:(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(SMALL[:9])}))?|{'|'.join(reversed(SMALL))})"
"""An expression for a number below a hundred, in small letters."""
WORDS = frozenset([*SMALL, *TENS, *VALUES])


def value_of(numeral: str) -> int:
    """Return the value of a number in words: “twenty-five”, “two million”."""
    value = 0
    for word in numeral.lower().replace("-", " ").split():
        if word in VALUES:
            value = max(value, 1) * VALUES[word]
        elif word in TENS:
            value += (TENS.index(word) + 2) * 10
        else:
            value += SMALL.index(word) + 1
    return value
