"""Nouns that news counts by the thousand, and number words. Own compilation."""

from __future__ import annotations

from newslint.lexicon.amounts import UNITS
from newslint.lexicon.classes import column, words_of
from newslint.lexicon.english_words import is_in_dictionary

COUNTED = frozenset(
    """
    accounts acres animals births books buildings buses businesses cars cases cattle children citizens
    civilians companies copies customers deaths demonstrators displaced documents doses drivers
    employees experts families farmers fans fighters files firms flights foreigners hectares homes
    hospitals households houses infections inhabitants jobs kilometers kilometres litres liters men
    members meters metres migrants miles mines passengers patients pensioners people permits personnel
    pieces places police policemen prisoners protesters pupils refugees residents rounds schools seats
    servicemen settlers shares sheep ships shops signatures soldiers specialists spectators students
    subscribers supporters teachers tests tickets tonnes tons tourists travelers travellers trees troops
    units vehicles victims viewers visitors volunteers voters votes women workers
    """.split()
)
"""In the plural; sums of money are left out, since prices have three decimals."""

SMALL_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty "
    "seventy eighty ninety"
).split()

MEASURES = frozenset(
    """
    acres doses hectares kilometers kilometres liters litres meters metres miles rounds seats shares tonnes
    tons votes
    """.split()
)
"""Countable nouns before which houses write figures, or each house in its own way."""

NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
"""From two to twenty, none left out."""


def is_counted(word: str) -> bool:
    """Return whether a lower-case word is a plural of whole things."""
    word = word.rpartition("-")[2]
    if word in COUNTED or word in words_of("plurals_without_s"):
        return True
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or word in words_of("no_plurals"):
        return False
    if word in words_of("counted_by_fractions") or word in UNITS or word in column("currencies", 3):
        return False
    singular = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return is_in_dictionary(singular) or (word.endswith("es") and is_in_dictionary(word[:-2]))
