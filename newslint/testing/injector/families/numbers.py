"""Figures: foreign marks, doubled units and currencies, dates, clocks, ranges."""

from __future__ import annotations

import re
from random import Random

from newslint.testing.injector.registry import damage, near, sentences_of, swap

_COUNTED = (
    "people|jobs|homes|houses|soldiers|troops|workers|students|pupils|children|women|men|voters|votes|members|employees|"
    "cases|deaths|visitors|passengers|customers|patients|refugees|migrants|families|tickets|copies|vehicles|cars|"
    "staff|civilians|officers|protesters|residents|Americans|schools|companies|shares|doses|tests"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
NARROW = "\u202f"


def _comma(match: re.Match[str], rng: Random) -> str:
    return match["x"].replace(".", ",")


# Decimal and thousand marks

damage(
    "numbers/decimal-comma-percent",
    swap(r"(?<![\d.,$£€])(?P<x>\d{1,3}\.\d{1,2})(?=%| per ?cent\b)", _comma, head=True),
)
damage(
    "numbers/decimal-comma-million",
    swap(r"(?P<x>[$£€]?\d{1,3}\.\d{1,2})(?=(?:m|bn)\b| (?:million|billion|trillion)\b)", _comma, head=True),
    sentences_of(
        "{org} spent [[{d},4||{d}.4]] million euros on {matter} last year.",
        "The repairs will cost $[[{d},75||{d}.75]] billion, {name} said.",
    ),
    share=0.2,
)
damage(
    "numbers/decimal-comma-unit",
    swap(
        r"(?<![\d.,])(?P<x>\d{1,3}\.\d{1,2})(?= (?:miles|km|kilomet\w+|metres|meters|seconds|points|inches|degrees|tonnes|tons|kg|litres|acres|hours)\b)",
        _comma,
    ),
    sentences_of(
        "The path is [[{d},5||{d}.5]] miles long and climbs {n} metres.",
        "It weighs [[{d},2||{d}.2]] tonnes, {org} said.",
        "The quake measured [[{d},1||{d}.1]] on the scale, and a later one [[3,7||3.7]].",
    ),
)
damage(
    "numbers/thousand-stop",
    swap(
        rf"(?<![\d.,$£€])(?P<x>\d{{1,3}},\d{{3}})(?= (?:{_COUNTED})\b)",
        lambda m, rng: m["x"].replace(",", "."),
    ),
    sentences_of(
        "{org} will hire [[{n}.500||{n},500]] people in {city}.",
        "Some [[{d}.200||{d},200]] {things} were counted in {month}.",
    ),
    share=0.2,
)
damage(
    "numbers/thousand-stop-long",
    swap(
        r"(?<![\d.,])(?P<x>[$£€]?\d{1,3}(?:,\d{3}){2,3})(?![\d,]\d)", lambda m, rng: m["x"].replace(",", ".")
    ),
    sentences_of(
        "The contract is worth $[[{n}.500.000||{n},500,000]], {org} said.",
        "A total of [[{d}.412.{n}0||{d},412,{n}0]] votes were cast.",
    ),
)
damage(
    "numbers/thousand-space",
    swap(
        rf"(?<![\d.,])(?P<x>[$£€]?\d{{1,3}},\d{{3}})(?= (?:{_COUNTED}|a year|in|for|to|from|and)\b)",
        lambda m, rng: m["x"].replace(",", rng.choice((" ", NARROW, "\u00a0"))),
    ),
)
damage(
    "numbers/thousand-apostrophe",
    swap(
        r"(?<![\d.,])(?P<x>[$£€]?\d{1,3}(?:,\d{3})+)(?![\d,]*\d)",
        lambda m, rng: m["x"].replace(",", rng.choice("'’`")),
        head=True,
    ),
)
damage(
    "numbers/thousand-comma-space",
    swap(
        r"(?<![\d.,])(?P<x>[$£€]?\d{1,3},\d{3})(?![\d,]*\d)",
        lambda m, rng: m["x"].replace(",", ", "),
        head=True,
    ),
)
damage(
    "numbers/thousand-comma-wandered",
    swap(
        r"(?<![\d.,])(?P<x>[$£€]?\d{2,3},\d{3})(?![\d,]*\d)",
        lambda m, rng: re.sub(r"(\d),(\d)", rng.choice((r",\1\2", r"\1\2,")), m["x"]),
    ),
    safe=False,
)
damage(
    "numbers/decimal-space",
    swap(
        r"(?<![\d.,])(?P<x>[$£€]?\d{1,3}\.\d{1,2})(?=%|m\b|bn\b| (?:million|billion|trillion|per ?cent)\b)",
        lambda m, rng: m["x"].replace(".", rng.choice((". ", " .", " . "))),
        head=True,
    ),
)
damage(
    "numbers/decimal-doubled",
    swap(
        r"(?<![\d.,])(?P<x>[$£€]?\d{1,3}\.\d{1,2})(?=%|m\b|bn\b| (?:million|billion|trillion|per ?cent)\b)",
        lambda m, rng: m["x"].replace(".", rng.choice(("..", ".,", ",."))),
        head=True,
    ),
)


# Currencies and units

damage(
    "numbers/currency-after",
    swap(
        r"(?<![\w.])(?P<x>(?P<c>[$£€])(?P<n>\d[\d,]*(?:\.\d+)?(?:m|bn)?))(?![\w.,]*\d)",
        lambda m, rng: f"{m['n']}{rng.choice(('', ' '))}{m['c']}",
        head=True,
    ),
    sentences_of(
        "{org} paid [[{n}€||€{n}]] for each of the {small} {things}.",
        "Fares rose from [[{d} £||£{d}]] to [[{n} £||£{n}]] on {day}.",
    ),
    share=0.2,
)
damage(
    "numbers/currency-both-sides",
    swap(
        r"(?<![\w.])(?P<x>(?P<c>[$£€])\d[\d,]*(?:\.\d+)?(?:m|bn)?)(?![\w.,]*\d)",
        lambda m, rng: m["x"] + m["c"],
        head=True,
    ),
)
damage(
    "numbers/currency-doubled",
    swap(r"(?<![\w.])(?P<x>(?P<c>[$£€])\d[\d,]*)", lambda m, rng: m["c"] + m["x"], head=True),
)
damage(
    "numbers/currency-space",
    swap(r"(?<![\w.])(?P<x>[$£€]\d[\d,]*)", lambda m, rng: f"{m['x'][0]} {m['x'][1:]}", head=True),
)
_MONEY = {
    "$": ("dollars", "US dollars", "USD"),
    "£": ("pounds", "GBP", "pounds sterling"),
    "€": ("euros", "EUR", "Euros"),
}
damage(
    "numbers/currency-sign-and-word",
    swap(
        r"(?<![\w.])(?P<x>(?P<c>[$£€])\d[\d,]*(?:\.\d+)?(?:m|bn| million| billion)?)(?= (?:to|in|for|from|and|of|on|by|at|a year|was|is)\b|[.,] )",
        lambda m, rng: f"{m['x']} {rng.choice(_MONEY[m['c']])}",
    ),
    sentences_of(
        "The fine of [[¥{n} million yen||¥{n} million]] was paid by {org}.",
        "It sold for [[₹{thousands} rupees||₹{thousands}]] in {month}.",
        "A ticket is [[R{n} rand||R{n}]] for adults.",
    ),
    share=0.2,
)
damage(
    "numbers/currency-code-and-sign",
    swap(
        r"(?<![\w.])(?P<x>(?P<c>[$£€])\d[\d,]*(?:\.\d+)?(?:m|bn| million| billion)?)(?= (?:to|in|for|from|and|of|on|by|at|a year|was|is)\b|[.,] )",
        lambda m, rng: {"$": "USD ", "£": "GBP ", "€": "EUR "}[m["c"]] + m["x"],
    ),
)
damage(
    "numbers/scale-doubled",
    swap(
        r"(?<![\d.,])(?P<x>[\d.,]*\d (?P<s>million|billion|trillion))\b", lambda m, rng: f"{m['x']} {m['s']}"
    ),
)
damage(
    "numbers/scale-short-and-long",
    swap(
        r"(?<![\d.,])(?P<x>[\d.,]*\d(?P<s>m|bn))\b(?= [a-z(])",
        lambda m, rng: f"{m['x']} {'million' if m['s'] == 'm' else 'billion'}",
    ),
)
damage(
    "numbers/scale-plural",
    swap(r"(?<=\d )(?P<x>million|billion|trillion)\b(?! (?:of|dollars))", lambda m, rng: m["x"] + "s"),
)
damage(
    "numbers/scale-foreign",
    swap(
        r"(?<=\d )(?P<x>million|billion)\b",
        lambda m, rng: rng.choice(
            ("mln", "Mio.", "millones", "miljoen", "millions de", "M.")
            if m["x"] == "million"
            else ("mlrd", "Mrd.", "milliard", "milliards", "mld.", "miliarde")
        ),
    ),
)
damage(
    "numbers/thousand-plural",
    swap(
        r"\b(?P<x>(?:two|three|four|five|six|seven|eight|nine|ten|several) (?:thousand|hundred|million))(?= [a-z]+s\b)",
        lambda m, rng: m["x"] + rng.choice(("s", "s of", "s")),
    ),
    sentences_of(
        "About {small} [[hundreds||hundred]] {things} were lost, {name} said.",
        "Nearly {small} [[thousands||thousand]] {things} are needed in {city}.",
        "Some {small} [[millions of||million]] {things} are counted each year.",
    ),
)
damage(
    "numbers/percent-twice",
    swap(
        r"(?<![\d.,])(?P<x>[\d.,]*\d(?:%| percent| per cent))(?= (?:of|in|to|from|on|for|by|and|since|this|last)\b|[.,]\s)",
        lambda m, rng: (
            f"{m['x']} {rng.choice(('percent', 'per cent'))}"
            if m["x"].endswith("%")
            else m["x"].replace(" ", "% ", 1)
        ),
    ),
)
damage(
    "numbers/percent-plural",
    swap(
        r"(?<=\d )(?P<x>percent|per cent)(?= (?:of|in|to|from|on|for|by|and|since|this|last)\b|[.,]\s)",
        lambda m, rng: m["x"] + "s",
    ),
)
damage(
    "numbers/percent-before",
    swap(r"(?<![\w.$£€])(?P<x>\d+(?:\.\d+)?%)(?![\w.]*\d)", lambda m, rng: "%" + m["x"][:-1], head=True),
)
damage(
    "numbers/percent-space",
    swap(
        r"(?<![\w.$£€-])(?P<x>\d+(?:\.\d+)?%)(?![\w.]*\d)",
        lambda m, rng: f"{m['x'][:-1]}{rng.choice((' ', NARROW))}%",
        head=True,
    ),
    certain=False,
)
damage(
    "numbers/percent-doubled",
    swap(r"(?<![\w.$£€])(?P<x>\d+(?:\.\d+)?%)(?![\w.]*\d)", lambda m, rng: m["x"] + "%", head=True),
)
damage(
    "numbers/unit-twice",
    swap(
        r"(?<![\d.,])(?P<x>[\d.,]*\d(?P<u>km|kg|mph|cm|mm|ft))\b(?= [a-z(])",
        lambda m, rng: f"{m['x']} {_UNITS[m['u']]}",
    ),
    sentences_of(
        "The road is [[{n}km kilometres||{n}km]] long, {org} said.",
        "It was doing [[{n}mph miles an hour||{n}mph]] when it left the track.",
        "Some [[{n}kg of kilos||{n}kg]] of fish were thrown back.",
        "Snow fell to a depth of [[{n}cm centimetres||{n}cm]] in {city}.",
        "The farm covers [[{n} hectares ha||{n} hectares]] near {city}.",
    ),
)
_UNITS: dict[str, str] = {
    "km": "kilometres",
    "kg": "kilograms",
    "mph": "miles per hour",
    "cm": "centimetres",
    "mm": "millimetres",
    "ft": "feet",
}
damage(
    "numbers/noun-singular",
    swap(
        r"(?<![\d.,$£€-])\b(?P<n>[2-9]|[1-9]\d|two|three|four|five|six|seven|eight|nine|ten|several|many) (?P<x>years|months|weeks|days|hours|minutes|people|countries|members|children|men|women|companies|states|cities|soldiers|workers|points|games|goals|times|seats|votes|cases|schools)\b",
        lambda m, rng: _SINGULAR.get(m["x"], m["x"][:-1]),
    ),
)
_SINGULAR: dict[str, str] = {
    "countries": "country",
    "companies": "company",
    "cities": "city",
    "children": "child",
    "men": "man",
    "women": "woman",
    "people": "person",
}


# Dates and clocks

damage(
    "numbers/date-ordinal-stop",
    swap(rf"(?<![\d.,])(?P<x>[1-9]|[12]\d|3[01])(?= (?:{_MONTHS})\b)", lambda m, rng: m["x"] + "."),
)
damage(
    "numbers/date-ordinal-wrong",
    swap(
        rf"(?:\b(?:{_MONTHS}) (?P<x>(?:[1-9]|[12]\d|3[01]))(?=[ ,.][^\d]))",
        lambda m, rng: (
            m["x"] + rng.choice([e for e in ("st", "nd", "rd", "th") if e != _ending(int(m["x"]))])
        ),
    ),
)
damage(
    "numbers/ordinal-wrong",
    swap(
        r"\b(?P<x>\d{1,3}(?:st|nd|rd|th))(?= [a-z])",
        lambda m, rng: m["x"][:-2] + rng.choice([e for e in ("st", "nd", "rd", "th") if e != m["x"][-2:]]),
    ),
)
damage(
    "numbers/ordinal-half-words",
    swap(
        r"\b(?P<x>(?:first|second|third|fourth|fifth))(?= (?:time|quarter|half|year|round|place|day|goal|term|month)\b)",
        lambda m, rng: rng.choice(
            {
                "first": ("1th", "1rst", "1-st", "1.st"),
                "second": ("2th", "2-nd", "2st"),
                "third": ("3th", "3-rd", "3nd"),
                "fourth": ("4rd", "4-th", "4st"),
                "fifth": ("5-th", "5nd", "5st"),
            }[m["x"]]
        ),
    ),
)
damage(
    "numbers/year-article",
    swap(
        r"\b(?P<x>in (?:19|20)\d\d)(?=[.,]? (?![a-z]+s?(?:'|’))(?:and|to|for|with|after|when|as|he|she|it|the|but|by|was)\b|[.]\s)",
        lambda m, rng: m["x"].replace("in ", rng.choice(("in the ", "on ", "at "))),
    ),
)
damage(
    "numbers/year-noun",
    swap(
        r"\b(?P<x>in (?:19|20)\d\d)(?=[.,]? (?:and|to|for|with|after|when|as|he|she|it|the|but|by|was)\b|[.]\s)",
        lambda m, rng: m["x"] + rng.choice((" year", " year", " years")),
    ),
)
damage(
    "numbers/date-of-wrong",
    swap(
        rf"\b(?P<x>(?:[1-9]|[12]\d|3[01]) (?:{_MONTHS}))(?=[ ,.](?!\d))",
        lambda m, rng: rng.choice(("the {} {}", "{} of {}", "the {}, {}", "{} day of {}")).format(
            *m["x"].split()
        ),
    ),
    safe=True,
)
damage(
    "numbers/date-preposition",
    swap(
        rf"\b(?P<x>on (?:{_DAYS}))\b",
        lambda m, rng: rng.choice(("in ", "at ", "in the ", "at the ", "on the day of ")) + m["x"][3:],
    ),
)
damage(
    "numbers/month-preposition",
    swap(
        rf"\b(?P<x>in (?:{_MONTHS}))(?=[,.]? [a-z]|[.]\s)",
        lambda m, rng: rng.choice(("on ", "at ", "in the ", "on the ")) + m["x"][3:],
    ),
)
damage(
    "numbers/clock-day-twice",
    swap(
        r"\b(?P<x>\d{1,2}[.:]\d\d ?(?:p\.m\.|pm|a\.m\.|am))(?= [A-Za-z])",
        lambda m, rng: f"{m['x']} {rng.choice(('hours', 'o’clock', 'of the clock'))}",
    ),
    sentences_of(
        "The shop will open at [[{hour}.{minutes}am o'clock||{hour}.{minutes}am]] on {day}.",
        "The meeting began at [[{hour}:{minutes} p.m. hours||{hour}:{minutes} p.m.]] and ended late.",
    ),
    share=0.3,
)
damage(
    "numbers/clock-24-and-pm",
    writer=sentences_of(
        "The match will start at [[19:{minutes} pm||7:{minutes} pm]] on {day}.",
        "Doors open at [[18.{minutes}pm||6.{minutes}pm]] and the last bus leaves at 11pm.",
        "A power cut hit {city} at [[21:{minutes} p.m.||9:{minutes} p.m.]] that night.",
    ),
    safe=False,
)
damage(
    "numbers/clock-foreign",
    writer=sentences_of(
        "The ferry leaves at [[{hour}h{minutes}||{hour}:{minutes}]] and returns before dark.",
        "The shop opens at [[{hour} Uhr||{hour}am]] from {day}.",
        "Police were called at [[{hour}u{minutes}||{hour}.{minutes}am]], {name} said.",
        "The first train leaves {city} at [[{hour} heures||{hour} o'clock]].",
        "It starts [[at the {hour} hours||at {hour}am]] and ends at noon.",
    ),
)
damage(
    "numbers/age-years-old",
    swap(
        r"\b(?P<x>(?P<n>\d{1,2})-year-old)\b",
        lambda m, rng: rng.choice(
            (
                f"{m['n']}-years-old",
                f"{m['n']} years-old",
                f"{m['n']}-years old",
                f"{m['n']}-year aged",
                f"{m['n']} year's old",
            )
        ),
    ),
)
damage(
    "numbers/duration-plural",
    swap(
        r"\b(?P<x>(?P<n>two|three|four|five|six|seven|eight|ten|\d{1,2})-(?P<u>year|month|week|day|hour|minute))(?= [a-z]{4,})",
        lambda m, rng: f"{m['n']}-{m['u']}s",
    ),
)


# Ranges, letters for figures

damage(
    "numbers/between-to",
    swap(
        r"\bbetween [$£€]?[\d,.]+(?:%|m|bn| million| billion| per cent| percent)? (?P<x>and)(?= [$£€]?\d)",
        lambda m, rng: rng.choice(("to", "until", "till", "or", "-")),
    ),
    sentences_of(
        "The repairs will take between {d} [[to||and]] {n} weeks.",
        "Between {n} [[until||and]] 120 {things} are needed, {name} said.",
    ),
    share=0.2,
)
damage(
    "numbers/from-and",
    writer=sentences_of(
        "The number of {things} rose from {d} [[and||to]] {n} in a year.",
        "Shares in {org} fell from £{n} [[until||to]] £{d} on {day}.",
        "The road is closed from 3 [[and||to]] {date} {month}.",
        "Inflation went from {d}% [[at||to]] {n}% in {country}.",
    ),
)
damage(
    "numbers/range-doubled",
    swap(
        r"\b(?P<x>from [$£€]?\d[\d,.]*(?:%|m|bn)? to)(?= [$£€]?\d)",
        lambda m, rng: f"{m['x']} {rng.choice(('to', 'until', 'up'))}",
    ),
)
damage(
    "numbers/score-spaced",
    swap(
        r"(?<![\d-])(?P<x>\d{1,2}-\d{1,2})(?= (?:win|defeat|draw|victory|loss|lead|vote|on|at|in)\b)",
        lambda m, rng: m["x"].replace("-", rng.choice(("- ", " -", "--", ":-"))),
    ),
)
damage(
    "numbers/letter-for-figure",
    swap(
        r"(?<![\w.,])(?P<x>(?:19|20)\d\d)(?![\w,]|\.\d)",
        lambda m, rng: (
            re.sub(
                "[01]", lambda q: {"0": rng.choice("Oo"), "1": rng.choice("lI")}[q.group()], m["x"], count=1
            )
            if re.search("[01]", m["x"])
            else None
        ),
        head=True,
    ),
)
damage(
    "numbers/year-split",
    swap(
        r"(?<= )(?P<x>(?:19|20)\d\d)(?=[ .,])(?![.,]\d)",
        lambda m, rng: rng.choice(
            (
                f"{m['x'][:2]} {m['x'][2:]}",
                f"{m['x'][0]},{m['x'][1:]}",
                f"{m['x'][0]} {m['x'][1:]}",
                f"{m['x'][0]}.{m['x'][1:]}",
            )
        ),
    ),
)
damage(
    "numbers/more-than-twice",
    swap(
        r"\b(?P<x>more than|less than|at least|about|nearly|almost)(?= [$£€]?\d)",
        lambda m, rng: {
            "more than": "more than over",
            "less than": "less than under",
            "at least": "at least than",
            "about": "about of",
            "nearly": "nearly about",
            "almost": "almost about",
        }[m["x"]],
    ),
)


def _ending(number: int) -> str:
    """The right ending of an ordinal."""
    return "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


# Near misses

near(
    "numbers/stop-by-right",
    writer=sentences_of(
        "He bats .3{n} this season and slugs 1.105 against left-handers.",
        "The rate of 1.250 dollars to the pound held; so did 1.105 euros.",
        "The 1.500-litre engine and version 2.100 of its software were withdrawn by {org}.",
        "Section 1.250 of the code and page 3.140 of the annex were deleted.",
        "He swam it in 1:02.350 and she in 58.{n}7, {name} said.",
        "A gap of 0.250 seconds and a lap of 1.{n}5 miles settled it.",
    ),
)
near(
    "numbers/comma-by-right",
    writer=sentences_of(
        "The weedkiller 2,4-D and the chemical 1,3-butadiene were found in {city}.",
        "Turn to pages 3,4 and 5, the letter said; it named rooms 1,2,3 and 4.",
        "In {year}, {n} {things} were counted; in 1999, 1,999.",
        "The fund holds Rs 12,50,000, or 12.5 lakh, according to the {city} paper.",
        "At {d},{d}00 feet, {d} climbers turned back.",
    ),
)
near(
    "numbers/units-by-right",
    writer=sentences_of(
        "The firm earned US$ {n}m, A${d}bn, C${n}m and HK${n}m in four countries.",
        "A $5-a-day walk, a 99p bag and a 5c deposit were all that it took, {name} said.",
        "Hundreds of thousands of people and tens of millions of dollars were involved.",
        "A million million is a trillion, and a thousand billion is the same, pupils in {city} learn.",
        "She earned millions; he earned four million, or two million a year.",
        "The price is 500 dollars Canadian, or 350 euros, {org} said.",
        "The shop charges 10% and 10 per cent of customers complain.",
    ),
)
near(
    "numbers/dates-by-right",
    writer=sentences_of(
        "The concert is at 19.30 GMT and 20:30 in {city}.",
        "On the Monday he was in {city}; on the Tuesday he was gone.",
        "The class of 2004, 2,004 strong, met in the summer of 2014.",
        "The 7/7 and 9/11 attacks, the 1990s and the Roaring '20s are taught together.",
        "He left in the May of {year} and came back on the 3rd of June.",
        "In the 2008 season and in the 2010 one, {family} scored {n} times.",
        "At 2012 prices, the bill was £{n}m.",
        "The 1st, 2nd, 3rd, 11th, 12th, 13th, 21st, 22nd, 23rd and 111th prizes went to {city}.",
    ),
)
near(
    "numbers/nouns-by-right",
    writer=sentences_of(
        "A six-foot wall, a 10-mile walk and a two-year wait are nothing new to {name}.",
        "Three dozen eggs, five thousand sheep, two aircraft and ten cod were counted.",
        "He is 45 years old; she, a 45-year-old, teaches eight-year-olds.",
        "The 30-odd members, five foot tall or more, walked ten-mile stretches.",
        "It cost three pound fifty, he joked, and weighed eight stone.",
        "More than one person and fewer than two cars were seen, the puzzle says.",
    ),
)
