"""Nouns that news counts by the thousand, and number words. Own compilation."""

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
