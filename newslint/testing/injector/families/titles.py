"""Offices before names: cut, repeated, lost, swapped, in small letters, translated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from newslint.testing.injector.layout import prose
from newslint.testing.injector.material.people import (
    CLIPPED,
    FAMILY,
    GIVEN,
    MINISTRIES,
    OFFICES,
    SHORT_OFFICES,
)
from newslint.testing.injector.model import Alteration
from newslint.testing.injector.registry import Finder, damage, near, sentences_of, swap

_TWO_PART = re.compile(
    r"(?<![\w-] of )\b(?P<one>Prime|Deputy|Vice|Foreign|Finance|Defence|Defense|Interior|Health|Education|Energy|Justice|Trade|"
    r"Transport|Chief|Home|Press|Attorney|Police|Crown|Sports|Culture|Labour|Treasury|Assistant|Secretary|Solicitor|"
    r"Detective|Rear|Lieutenant|Brigadier|Lord|Governor|Surgeon|Cabinet|Majority|Minority|House|Fire|State|District) "
    r"(?P<two>Minister|President|Secretary|Executive|General|Commissioner|Prince|Constable|Inspector|Superintendent|"
    r"Admiral|Colonel|Mayor|Leader|Speaker|Attorney|Justice|Chief|Governor|Prosecutor|Senator) "
    r"(?P<name>(?!General|Minister|Secretary|Attorney|Prosecutor|Inspector|Executive|Officer|Justice)[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?)\b"
)
_ONE_PART = re.compile(
    r"(?<=[a-z,] )(?P<one>President|Chancellor|Senator|Governor|Mayor|Judge|General|Colonel|Captain|Professor|Bishop|"
    r"Archbishop|Ambassador|Representative|Inspector|Cardinal|Sheriff|Prince|Princess|Queen|King|Pope|Lord|Lady|Sir) "
    r"(?P<name>[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?)\b"
)
_CLIPPED = re.compile(
    r"\b(?P<one>Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev)(?P<stop>\.?) (?P<name>[A-Z][a-z'’-]+)\b"
)
Edit = Callable[[re.Match[str], Random], str | None]


def _two(rng: Random) -> str:
    """A clean sentence with an office of two words."""
    office = rng.choice(
        (
            rng.choice(OFFICES),
            f"{rng.choice(MINISTRIES)} Minister",
            f"Deputy {rng.choice(MINISTRIES)} Minister",
        )
    )
    name = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
    return rng.choice(
        (
            f"The decision was welcomed by {office} {name}, who had asked for it in the spring.",
            f"{office} {name} said the figures would be checked again.",
            f"A letter signed by {office} {name} reached the committee last week.",
            f"Former {office} {name} declined to comment.",
            f"In a short statement, {office} {name} rejected the claim.",
            f"Critics, among them acting {office} {name}, say the plan is too dear.",
        )
    )


def _one(rng: Random) -> str:
    """A clean sentence with an office of one word."""
    office, name = rng.choice(SHORT_OFFICES), f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
    return rng.choice(
        (
            f"The appeal was heard by {office} {name}, who will rule within a month.",
            f"Afterwards {office} {name} thanked the volunteers.",
            f"The report names {office} {name} as the author of the note.",
            f"It was {office} {name} who first raised the matter.",
        )
    )


def _clip_name(rng: Random) -> str:
    """A clean sentence with a clipped office."""
    name = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
    office = rng.choice(CLIPPED)
    return rng.choice(
        (
            f"The amendment was tabled by {office} {name} and passed without a vote.",
            f"Last year {office} {name} visited both plants.",
            f"According to {office} {name}, the review will take months.",
        )
    )


def _titles(pattern: re.Pattern[str], edit: Edit, *, whole: bool = False) -> Finder:
    """Edit every title that a pattern finds, if `whole` with its name."""

    def find(text: str, rng: Random) -> Iterator[Alteration]:
        for span in prose(text):
            for match in pattern.finditer(text, span.start, span.end):
                end = match.end() if whole else match.start("name") - 1
                new = edit(match, rng)
                if new is not None:
                    yield Alteration(match.start(), end, new)

    return find


def _two_part(name: str, edit: Edit, *, whole: bool = False, safe: bool = True) -> None:
    damage(f"titles/{name}", _titles(_TWO_PART, edit, whole=whole), _two, safe=safe)


_two_part("stop-after-modifier", lambda m, rng: f"{m['one']}. {m['two']}")
_two_part("stop-after-head", lambda m, rng: f"{m['one']} {m['two']}.")
_two_part("stop-after-both", lambda m, rng: f"{m['one']}. {m['two']}.")
_two_part("stop-spaced", lambda m, rng: f"{m['one']} . {m['two']}")
_two_part("stop-glued", lambda m, rng: f"{m['one']}.{m['two']}")
_two_part("comma-after-modifier", lambda m, rng: f"{m['one']}, {m['two']}")
_two_part("dash-in-office", lambda m, rng: f"{m['one']} {rng.choice('-–')} {m['two']}")
_two_part("broken-line", lambda m, rng: f"{m['one']}\n{m['two']}")
_two_part("office-again", lambda m, rng: f"{m['one']} {m['two']} {m['one']} {m['two']}")
_two_part("office-again-stop", lambda m, rng: f"{m['one']} {m['two']}. {m['one']} {m['two']}")
_two_part("modifier-again", lambda m, rng: f"{m['one']} {m['one']} {m['two']}")
_two_part("head-again", lambda m, rng: f"{m['one']} {m['two']} {m['two']}")
_two_part("head-again-stop", lambda m, rng: f"{m['one']} {m['two']}. {m['two']}")
_two_part("office-after-again", lambda m, rng: f"{m.group()} {m['one']} {m['two']}", whole=True)
_two_part(
    "halves-swapped",
    lambda m, rng: (
        None if m["one"] in ("Secretary", "Attorney", "Chief", "Justice") else f"{m['two']} {m['one']}"
    ),
)
_two_part("halves-glued", lambda m, rng: f"{m['one']}{m['two']}")
_two_part(
    "capital-broken",
    lambda m, rng: (
        None
        if m["one"] in ("State", "Assistant", "Deputy", "House", "District")
        else f"{m['one'][0].lower()}{m['one'][1:]} {m['two']}"
    ),
)
_two_part(
    "name-before-office",
    lambda m, rng: (
        f"{m['name']} {m['one']} {m['two']}"
        if " " not in m["name"]
        else f"{m['name'].split()[0]} {m['one']} {m['two']} {m['name'].split()[1]}"
    ),
    whole=True,
)
_two_part("glued-to-name", lambda m, rng: f"{m['one']} {m['two']}{m['name']}", whole=True)
_two_part("article-inserted", lambda m, rng: f"{m['one']} the {m['two']}")

_CALQUES = {
    "Prime Minister": (
        "Premier Minister",
        "Minister Prime",
        "First-Minister",
        "Prime Ministry",
        "Main Minister",
        "Leader Minister",
    ),
    "Foreign Minister": (
        "Minister of Exteriors",
        "Outside Minister",
        "Minister of the Foreign Affair",
        "External Minister",
    ),
    "Finance Minister": (
        "Minister of the Finances",
        "Money Minister",
        "Account Minister",
        "Minister of Hacienda",
    ),
    "Defence Minister": ("Minister of the Defences", "Protection Minister", "Safeguard Minister"),
    "Interior Minister": ("Inside Minister", "Minister of the Inner", "Minister of Internal"),
    "Health Minister": ("Wellbeing Minister", "Minister of Sanity", "Minister of the Healths"),
    "Vice President": (
        "Bad Habit President",
        "Vice of the President",
        "VP of President",
        "Bad Behavior President",
    ),
    "Home Secretary": ("House Secretary", "Residence Secretary", "Domestic-Secretary"),
    "Chief Executive": ("Boss Executive", "Executive Boss", "Chief of Executive"),
    "Attorney General": ("General Lawyer", "Lawyer Common", "Legal Professional General", "Lawyer General"),
    "Chief Justice": ("Boss Justice", "Chief of Justices", "Justice Main"),
    "Crown Prince": ("Prince of Crown", "Corona Prince", "Tiara Prince"),
    "Press Secretary": ("Push Secretary", "Secretary of Presses", "Pressing Secretary"),
    "Police Commissioner": ("Commissar of the Police", "Policeman Commissioner"),
    "House Speaker": ("Home Loudspeaker", "House Talker", "Speaker of Residence"),
    "Foreign Secretary": ("Overseas Secretary of Affairs", "Outlandish Secretary", "Secretary Exterior"),
    "Deputy Mayor": ("Sub-Alcalde", "Substitute of Mayor", "Deputized Mayor"),
    "Secretary General": ("Clerk General", "Secretary Common", "Secretary Generally"),
    "Rear Admiral": ("Back Admiral", "Behind Admiral", "Admiral of Rear"),
    "Lord Mayor": ("Sir Mayor", "Gentleman Mayor"),
    "District Attorney": ("District Lawyers", "Region Attorney Prosecutor"),
    "Surgeon General": ("Doctor Common", "General Surgeon-in-Chief"),
    "Detective Superintendent": ("Investigator Overseer", "Detective Superintending"),
    "Majority Leader": ("Larger Part Leader", "Greater Part Pioneer", "Majority Pioneer", "Bulk Leader"),
}
_two_part(
    "calqued",
    lambda m, rng: (
        rng.choice(_CALQUES[f"{m['one']} {m['two']}"]) if f"{m['one']} {m['two']}" in _CALQUES else None
    ),
    safe=False,
)


def _one_part(name: str, edit: Edit, *, whole: bool = False, safe: bool = True) -> None:
    damage(f"titles/{name}", _titles(_ONE_PART, edit, whole=whole), _one, safe=safe)


_one_part("short-stop", lambda m, rng: m["one"] + ".")
_one_part("short-again", lambda m, rng: f"{m['one']} {m['one']}")
_one_part("short-again-stop", lambda m, rng: f"{m['one']}. {m['one']}")
_one_part("short-lower-name", lambda m, rng: f"{m['one']} {m['name'][0].lower()}{m['name'][1:]}", whole=True)
_one_part(
    "short-after-name",
    lambda m, rng: (
        f"{m['name']} {m['one']}"
        if m["one"] not in ("King", "Judge", "Bishop", "Prince", "General")
        else None
    ),
    whole=True,
)
_one_part(
    "short-article",
    lambda m, rng: (
        f"the {m['one']}"
        if m["one"] in ("President", "Chancellor", "Senator", "Governor", "Ambassador")
        else None
    ),
)


def _clipped_title(name: str, edit: Edit, *, whole: bool = False, safe: bool = True) -> None:
    damage(f"titles/{name}", _titles(_CLIPPED, edit, whole=whole), _clip_name, safe=safe)


_clipped_title("clipped-glued", lambda m, rng: f"{m['one']}{m['stop']}{m['name']}", whole=True)
_clipped_title(
    "clipped-stop-wandered", lambda m, rng: f"{m['one']} .{m['name']}" if m["stop"] else None, whole=True
)
_clipped_title("clipped-again", lambda m, rng: f"{m['one']}{m['stop']} {m['one']}{m['stop']}")
_clipped_title(
    "clipped-and-full",
    lambda m, rng: f"{m['one']}{m['stop']} {_FULL[m['one']]}" if m["one"] in _FULL else None,
)
_clipped_title("clipped-lower", lambda m, rng: m["one"].lower() + m["stop"])
_clipped_title("clipped-broken-line", lambda m, rng: f"{m['one']}{m['stop']}\n{m['name']}", whole=True)
_clipped_title(
    "clipped-article",
    lambda m, rng: (
        f"the {m['one']}{m['stop']}" if m["one"] in ("Mr", "Mrs", "Ms", "Sen", "Rep", "Gov") else None
    ),
)
_FULL: dict[str, str] = {
    "Sen": "Senator",
    "Rep": "Representative",
    "Gov": "Governor",
    "Gen": "General",
    "Dr": "Doctor",
    "Prof": "Professor",
    "Col": "Colonel",
    "Mr": "Mister",
    "Capt": "Captain",
    "Sgt": "Sergeant",
}
damage(
    "titles/office-twice-around-name",
    swap(
        r"(?<=[a-z] )(?P<x>(?P<one>President|Chancellor|Governor|Senator|Mayor|Judge) [A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?)(?= (?:said|has|was|is|and|to|in|had|will)\b)",
        lambda m, rng: f"{m['x']} {m['one']}",
    ),
    _one,
)


# Near misses

near(
    "titles/stop-then-sentence",
    writer=sentences_of(
        "She wanted to be Prime Minister. {name} wanted it more.",
        "There are two contenders for Attorney General. {name} is one of them.",
        "The letter went to the Vice President. {family} never answered it.",
        "He retired as a Rear Admiral. {name} took his place.",
        "Few people ever become Chief Constable. {family} did it twice.",
        "The vote is for Secretary General. {country} has not named a candidate.",
        "They met the Lord Mayor. {city} had never seen such a crowd.",
    ),
)
near(
    "titles/clipped-clean",
    writer=sentences_of(
        "Sen. {name}, Rep. {name} and Lt. Gov. {name} all voted against {matter}.",
        "The Rt. Hon. {name} and the Rev. Dr. {name} spoke at the service in {city}.",
        "Det. Supt. {name} and Maj. Gen. {name} gave evidence on {day}.",
        "Brig. Gen. {name} (ret.) and Lt. Col. {name} were on board.",
        "{name} Jr., {name} Sr. and {name} III share a firm in {city}.",
    ),
)
near(
    "titles/apposition",
    writer=sentences_of(
        "The prime minister, {name}, and the foreign secretary, {name}, flew to {city}.",
        "{name}, prime minister from 1992 to 1996, died on {day}.",
        "{name}, the former deputy governor, and then governor, of the bank, resigned.",
        "The then president, {name}, appointed the then mayor, {name}.",
        "The acting chief executive, {name}, will leave {org} in {month}.",
    ),
)
near(
    "titles/two-offices",
    writer=sentences_of(
        "Deputy Prime Minister and Finance Minister {name} opened the bridge.",
        "Attorney General {name} met Governor General {name} in {city}.",
        "Minister of State and Minister for Trade {name} left for {city} on {day}.",
        "President-elect {name} and Vice President-elect {name} will be sworn in on {day}.",
        "Secretary of State {name} succeeds State Secretary {name}, who led the office in {city}.",
        "General Secretary {name} wrote to Secretary-General {name} on {day}.",
    ),
)
near(
    "titles/names-that-are-offices",
    writer=sentences_of(
        "The band Prime Minister Pete Nice and the horse Mayor of {city} are both retired.",
        "Major Major, a character in the novel, inspired {name}.",
        "Judge Judge, as the lawyers call {given} Judge, sits in {city} on {day}.",
        "Sergeant King and Constable Bishop were praised by Dean Dean, who heads the college.",
        "President Street and Governor Road will be closed on {day}, {org} said.",
    ),
)
near(
    "titles/lower-case-offices",
    swap(
        r"(?P<x>(?:the|a) (?:Prime Minister|Foreign Secretary|Home Secretary|Vice President|Chief Executive|Attorney General|President|Chancellor))(?= (?:said|has|was|is|and|to|had|will)\b)",
        lambda m, rng: m["x"].lower(),
    ),
    sentences_of("The prime minister and the vice president were told by the attorney general, {name} said."),
)
