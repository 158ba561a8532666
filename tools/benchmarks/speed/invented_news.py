"""Generates any number of invented articles from sentence templates."""

from __future__ import annotations

import json
import random
from pathlib import Path

LONG = 4_000
"""Approximate characters of an article."""
AT_ONCE = 500
"""Articles per write."""

STARTS = """
Ba Be Bran Cor Dal El Fen Gar Hal Is Jor Kel Lin Mar Nor Ost Pel Quin Ros Sel Tor Ul Ver Wil Yar Zan
""".split()
MIDDLES = "a and ar e el en er i in is o ol on or u".split()
ENDS = (
    "bury by dale den dorf er field ford ham ik ley man mere mont ner sen son stad ton vik well wood".split()
)
GIVEN = """
Ada Amir Bea Carl Dina Edgar Elsa Femi Greta Hana Ivo Jana Karim Lena Marta Milo Nora Omar Petra Quentin Rosa
Samir Tilda Ugo Vera Wanda Yusuf Zoe
""".split()
BODIES = "council court ministry union hospital port museum university club agency bank cooperative".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SENTENCES = (
    "The {body} of {place} voted on {day} to close the {adjective} bridge for {number} weeks.",
    "“We looked at every figure twice,” said {given} {name}, who heads the {body}. “It cannot wait.”",
    "Repairs will cost ${number}.{digit} million and take until {month} {year}, a spokeswoman said.",
    "{name} told reporters in {place} that the {body} had known of the {adjective} plans since {year}.",
    "Ferries from {place} run every {number} minutes, and {count} people used them in {month}.",
    "In {place}, {number} km to the north, shopkeepers asked for a later start in {month}.",
    "The {body} did not answer questions about the {count} letters that residents had sent.",
    "Police said {number} people were questioned on {day} and that no charges had been brought.",
    "{given} {name}, {number}, declined to say which of three bidders would be chosen.",
    "Prices rose by {digit}.{number} percent in {month}, the fastest rise since {year}, the bank said.",
    "“Nobody asked us,” said {name}, whose family has farmed near {place} since {year}.",
    "The {adjective} inquiry, led by Judge {given} {name}, is to hear {number} witnesses before {month}.",
    "A storm left {count} homes in {place} without power; crews were expected to work through {day}.",
    "The club from {place} won by {number} points to {digit} and goes into the final on {day}.",
    "Doctors at the hospital in {place} treated {number} patients, {digit} of them overnight.",
    "Critics call the plan {adjective}; the {body} says it will pay for itself by {year}.",
    "{name} first stood for office in {year} and lost by {count} votes.",
    "Work on the {adjective} line between {place} and {second} has been late by {number} months.",
    "The {body} of {second} will decide on {day} whether to follow {place}.",
    "Exports fell to {count} tonnes in {month}, a drop of {number} percent on the year before.",
    "“It is a {adjective} day for {place},” {given} {name} said, and thanked the {number} volunteers.",
    "The museum in {second} has lent {number} paintings, among them {digit} that were never shown before.",
    "The council met for the the second time on {day}, and {name} left early..",
    "Residents of {place} said that {name} had had no answer from the {body} .",
)
"""Most are clean; the last two are damaged."""
ADJECTIVES = (
    "new old costly quiet disputed northern joint urgent modest final first second narrow planned".split()
)
MONTHS = "January February March April May June July August September October November December".split()


def write_lines(path: Path, megabytes: float, seed: int = 7) -> int:
    """Write articles as JSON Lines up to a size; return their number."""
    chance = random.Random(seed)  # noqa: S311
    names = sorted({_name(chance) for _ in range(4_000)})
    size = written = 0
    with path.open("wb") as file:
        while size < megabytes * 1e6:
            lines = "".join(_line(chance, names, written + number) for number in range(AT_ONCE))
            size += file.write(lines.encode())
            written += AT_ONCE
    return written


def _line(chance: random.Random, names: list[str], number: int) -> str:
    text, size = [], 0
    while size < LONG:
        sentence = _sentence(chance, names)
        size += len(sentence) + 1
        text += [sentence, "\n\n" if chance.random() < 0.4 else " "]
    return json.dumps({"id": number, "text": "".join(text[:-1])}, ensure_ascii=False) + "\n"


def _sentence(chance: random.Random, names: list[str]) -> str:
    drawn = chance.random
    return SENTENCES[int(drawn() * len(SENTENCES))].format(
        body=BODIES[int(drawn() * len(BODIES))],
        place=names[int(drawn() * len(names))],
        second=names[int(drawn() * len(names))],
        name=names[int(drawn() * len(names))],
        given=GIVEN[int(drawn() * len(GIVEN))],
        day=DAYS[int(drawn() * len(DAYS))],
        month=MONTHS[int(drawn() * len(MONTHS))],
        adjective=ADJECTIVES[int(drawn() * len(ADJECTIVES))],
        number=2 + int(drawn() * 97),
        digit=1 + int(drawn() * 9),
        count=f"{1000 + int(drawn() * 98_000):,}",
        year=1948 + int(drawn() * 77),
    )


def _name(chance: random.Random) -> str:
    return chance.choice(STARTS) + chance.choice(["", chance.choice(MIDDLES)]) + chance.choice(ENDS)
