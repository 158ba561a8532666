"""How words begin in speech, for “a” and “an”. Own compilation."""

from __future__ import annotations

import re

from newslint.core.patterns import any_of
from newslint.lexicon.classes import column

VOWEL = re.compile(
    r"[aio](?!uija)|e(?!u|we)|u(?:n(?!i|ani)|ni(?:m|n[^o]|d|ll)|p|l(?!u)|g|m|d|rb|rg|rn|rs|sh(?!er)|t[mt])"
    r"|hour|honest|hono[u]?r|heir(?!l?oo)|heirloom"
)
CONSONANT = re.compile(
    r"[bcdfgjklmnpqrstvwyz]|h(?!our|onest|ono|eir|er[bem]|ist|otel|abit|allucin|ero[di]|eredit|armon|ilari|orr|omage|yp"
    r"|umili|umble|ysteri|umor|umour|ab[il]|omo|ondur|avan|elleni|ebra|[^aeiouy])|one(?!r)|once|eu"
    r"|u(?:nanim|ni(?:[fqtvo](?!n-)|on)|s(?:e|ual|urp)|topi|til)"
)
SPELLED = re.compile(
    r"(?!squ|czar)[bcdfgjklmnpqrstvwxz](?![aeiouyhlrw]|s(?!s)|n(?!n)|m|t|k|p|c)[bcdfgjklmnpqrstvwxz]"
    r"|n[gmpt]|l[xmlt](?!a)|x[mfs]|mk|rp|rs|fb|fr?[bk]|m[pt]3"
)
"""Beginnings that no English word has; the first letter is pronounced by its name: “an nginx”, “an lxml”."""
FOREIGN = frozenset({"der", "den", "dem", "die", "das", "la", "le", "tús", "bord", "lár"})
FUNCTION_WORDS = frozenset(
    """
    a about above across after again against ago all almost along already also always am among an and
    another any are around as at away be been but by can could each either enough even ever every for
    from if in instead into is it its may must my no not of off on onto or our out over she so than that
    the their them then these they this those to under unless until up upon us was we were what when
    where which while who will with would you your
    """.split()
)
"""Words before which an article is superfluous, or a letter: “There is a about”, “vitamin a is”."""

VOWEL_INITIALS = (
    "AFP AI ATM EU FBI FDA FSB HIV HMO HR ICC IMF IPO IRA IRS ISP LGBT LGBTQ LLC MBA MEP MIT MLA MP MRI NBA "
    "NBC NDA NFL NGO NHL NHS NPR NSA NSC RAF RV SEC SMS SOS SPD SUV XL"
).split()
"""Initials pronounced letter by letter that begin with a vowel sound: “an F”, “an M”."""
CONSONANT_INITIALS = (
    "BBC CBS CDC CEO CIA CNN DNA DVD GDP GPS PDF PR TV UAE UK UN US USB USSR U.K. U.N. U.S."
).split()
"""Initials pronounced letter by letter that begin with a consonant sound: “a U” is “a you”."""
VOWEL_FIGURE = r"(?:8[\d,.]*|1[18](?:,\d{3})*|18\d\d)(?![\d,.]*\d)"
"""Figures that begin with a vowel sound: 8, 11, 18, 80, 800, 1890, 11,000."""
CONSONANT_FIGURE = r"(?:[2-79]|1[02-79]?(?!\d|,[18]))[\d,.]*"
"""Figures that begin with a consonant sound; 1,100 may be “eleven hundred”."""
SPELLED_VOWELS = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel sound."""
VOWEL_NAMES = any_of(name for name in column("nations", 1) if name[0] in "AEIO" and not name.startswith("Eu"))
CONSONANT_NAMES = r"Eur(?:asian|ope)|U(?:gand|krain|ni[tvo]|rugua|tah|zbek)"
"""Beginnings of capitalised words that begin with a consonant sound; nations and “University”."""


def begins_with_vowel(word: str) -> bool:
    """Whether a lower-case word certainly begins with a vowel sound."""
    return bool(VOWEL.match(word)) and not CONSONANT.match(word)


def begins_with_consonant(word: str) -> bool:
    """Whether a lower-case word certainly begins with a consonant sound.

    A letter pronounced by its name does not.
    """
    spelled = len(word) < 3 or word[1] in "-’'" or not re.search("[aeiouy]", word) or word in FOREIGN
    spelled = spelled or SPELLED.match(word) is not None
    return bool(CONSONANT.match(word)) and not spelled
