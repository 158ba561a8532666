"""Names of people, places and bodies: drifting, swapped, translated, broken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from random import Random

from msgspec import Struct

from newslint.testing.injector.layout import prose
from newslint.testing.injector.material.foreign_names import ACRONYMS, ORGANISATIONS, PLACES, SURNAMES
from newslint.testing.injector.model import Alteration
from newslint.testing.injector.registry import Finder, damage, near, sentences_of, swap

_FULL = re.compile(
    r"\b(?P<given>[A-Z][a-z]+|[A-Z][a-z]+-[A-Z][a-z]+) (?P<family>(?:(?:de|van|von|al|bin|der) )?[A-Z][a-z]{3,})\b"
)
_NOT_GIVEN = frozenset(
    [
        "The",
        "In",
        "On",
        "At",
        "By",
        "For",
        "But",
        "And",
        "It",
        "He",
        "She",
        "They",
        "We",
        "This",
        "That",
        "New",
        "North",
        "South",
        "East",
        "West",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Sir",
        "Lord",
        "Lady",
        "President",
        "Prime",
        "Foreign",
        "Home",
        "Chief",
        "Senator",
        "Governor",
        "General",
        "Attorney",
        "Justice",
        "Secretary",
        "Minister",
        "United",
        "Supreme",
        "White",
        "House",
        "Labour",
        "Democratic",
        "Republican",
        "National",
        "European",
        "American",
        "British",
        "French",
        "German",
        "Russian",
        "Former",
        "Today",
        "San",
        "Los",
        "Las",
        "Saint",
        "Santa",
        "Fort",
        "Mount",
        "Lake",
        "Great",
        "Royal",
        "High",
        "World",
        "Central",
        "Islamic",
        "Red",
        "Black",
        "Wall",
        "Grand",
        "Vice",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "Pope",
        "Judge",
        "Mayor",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "As",
        "If",
        "When",
        "While",
        "After",
        "Before",
        "Both",
        "All",
        "Then",
        "Former",
        "Representative",
        "Congressman",
        "Professor",
        "Captain",
        "Colonel",
        "Inspector",
        "Chancellor",
        "Manchester",
        "Aston",
        "Real",
        "Inter",
        "Old",
        "Big",
        "Hong",
        "Sierra",
        "Costa",
        "Puerto",
        "El",
        "La",
        "Le",
        "Abu",
        "Rio",
        "Tel",
        "Buenos",
        "Cape",
        "Ivory",
        "Saudi",
        "Sri",
        "Tory",
        "Lib",
        "Liberal",
        "Conservative",
        "Silicon",
        "Capitol",
        "Middle",
        "Asian",
        "African",
        "Football",
        "Rugby",
        "Premier",
        "Champions",
        "Christian",
        "Muslim",
        "Catholic",
        "Jewish",
        "Super",
        "Air",
        "Bank",
        "Federal",
        "State",
        "Wells",
        "Goldman",
        "Morgan",
        "Standard",
        "Deutsche",
        "Credit",
        "Swiss",
        "Lehman",
        "Merrill",
        "Marks",
        "Johnson",
        "City",
        "County",
        "Street",
        "Park",
        "Video",
        "Game",
        "Madison",
        "Wembley",
        "Stamford",
        "Murray",
        "Twickenham",
        "Celtic",
        "Wolverhampton",
        "Bolton",
        "Crystal",
        "Notre",
        "Harvard",
        "Fox",
        "Late",
        "Early",
        "Good",
        "Windows",
        "Playstation",
        "Story",
        "Associated",
        "Press",
        "Ground",
        "Star",
        "Apple",
        "Google",
        "Microsoft",
        "Sony",
        "Dow",
        "Nasdaq",
        "Greater",
        "Daily",
    ]
)
_NOT_FAMILY = frozenset(
    [
        "Department",
        "Commission",
        "Committee",
        "Association",
        "International",
        "University",
        "Street",
        "Administration",
        "Campaign",
        "Party",
        "Group",
        "Council",
        "Court",
        "House",
        "Bank",
        "Press",
        "News",
        "Post",
        "Times",
        "Agency",
        "Office",
        "Service",
        "Police",
        "Authority",
        "Center",
        "Centre",
        "Institute",
        "Foundation",
        "Company",
        "Society",
        "Union",
        "Force",
        "Army",
        "Navy",
        "Guard",
        "Congress",
        "Senate",
        "Parliament",
        "Assembly",
        "Minister",
        "Secretary",
        "President",
        "General",
        "Officer",
        "Director",
        "Affairs",
        "Republic",
        "States",
        "Kingdom",
        "Island",
        "Islands",
        "Beach",
        "Valley",
        "River",
        "Bridge",
        "Hill",
        "Hills",
        "School",
        "College",
        "Hospital",
        "Church",
        "Airport",
        "Station",
        "Road",
        "Avenue",
        "Square",
        "Open",
        "League",
        "Cup",
        "Championship",
        "Series",
    ]
)
_ASIAN = frozenset(
    [
        "Kim",
        "Park",
        "Lee",
        "Xi",
        "Li",
        "Wang",
        "Chen",
        "Zhang",
        "Liu",
        "Abe",
        "Shinzo",
        "Moon",
        "Ban",
        "Hu",
        "Wen",
        "Mao",
        "Deng",
        "Nguyen",
        "Zhao",
        "Zhou",
        "Yang",
        "Huang",
        "Tran",
        "Pham",
        "Many",
        "Most",
        "Some",
        "Gen",
        "Lt",
        "Col",
        "Even",
        "Amnesty",
        "Defense",
        "Defence",
        "Treasury",
        "Health",
        "Education",
        "Your",
        "Our",
        "His",
        "Her",
        "Their",
        "Its",
        "My",
        "Several",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "One",
        "No",
        "Not",
        "Only",
        "Still",
        "Yet",
        "So",
        "Now",
        "There",
        "Here",
        "What",
        "Who",
        "Why",
        "How",
        "Where",
        "Despite",
        "Since",
        "Under",
        "Over",
        "Against",
        "Through",
        "During",
        "Until",
        "Once",
        "Every",
        "Each",
        "Other",
        "Another",
        "More",
        "Less",
        "Like",
        "With",
        "From",
        "Into",
        "Of",
        "Or",
        "Nor",
    ]
)
_TITLED = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? "


class NamedPerson(Struct, frozen=True):
    """Somebody named in full, and again by the family name alone."""

    given: str
    family: str
    full: tuple[int, ...]
    alone: tuple[int, ...]
    """Places of the family name without the given name."""


@lru_cache(maxsize=64)
def people(text: str) -> tuple[NamedPerson, ...]:
    """People of the article, if there is no doubt about them."""
    spans = prose(text)
    fulls: dict[tuple[str, str], list[int]] = {}
    for span in spans:
        place = span.start
        while match := _FULL.search(text, place, span.end):
            given, family = match["given"], match["family"]
            place = match.end() if given not in _NOT_GIVEN else match.start("family")
            if re.match(r"-| [A-Z]", text[match.end() : match.end() + 2]):
                continue
            if not {given, family} & (_NOT_GIVEN | _ASIAN) and family not in _NOT_FAMILY:
                fulls.setdefault((given, family), []).append(match.start())
    shared = Counter(family for _, family in fulls)
    found = []
    for (given, family), places in fulls.items():
        if shared[family] > 1 or re.search(rf"(?<![\w.@-])(?:{given.lower()}|{family.lower()})\b", text):
            continue
        alone = [
            m.start()
            for s in spans
            for m in re.finditer(
                rf"(?<![\w'’-])(?<!{re.escape(given)} ){re.escape(family)}\b(?![-’']?[A-Z])", text[: s.end]
            )
            if m.start() >= s.start and m.start() > places[0]
        ]
        human = len(
            re.findall(
                rf"\b{_TITLED}{re.escape(family)}\b|{re.escape(family)},? (?:said|says|told|added|who|was|has)\b|(?:said|says|added) {re.escape(given)} {re.escape(family)}",
                text,
            )
        )
        if human >= 2 and len(alone) + len(places) >= 2:
            found.append(NamedPerson(given, family, tuple(places), tuple(alone)))
    return tuple(found)


def _alone(edit: Callable[[NamedPerson, Random], str | None], least: int = 2) -> Finder:
    """Edit a family name that occurs alone, and `least` times or more elsewhere."""

    def find(text: str, rng: Random) -> Iterator[Alteration]:
        for person in people(text):
            if len(person.alone) + len(person.full) > least:
                for place in person.alone:
                    new = edit(person, rng)
                    if new and new != person.family and not re.search(rf"\b{re.escape(new)}\b", text):
                        yield Alteration(place, place + len(person.family), new)

    return find


def _in_full(edit: Callable[[NamedPerson, Random], str | None]) -> Finder:
    """Edit a mention of the full name."""

    def find(text: str, rng: Random) -> Iterator[Alteration]:
        for person in people(text):
            for place in person.full:
                new = edit(person, rng)
                if new and (len(person.full) > 1 or len(person.alone) > 1):
                    yield Alteration(place, place + len(person.given) + 1 + len(person.family), new)

    return find


def _replace_one(word: str, rng: Random, pairs: tuple[tuple[str, str], ...]) -> str | None:
    """The word with one of the spellings changed, not in its first letter."""
    fitting = [(a, b) for a, b in pairs if a in word[1:]]
    if not fitting:
        return None
    old, new = rng.choice(fitting)
    place = rng.choice([m.start() for m in re.finditer(f"(?={re.escape(old)})", word) if m.start() > 0])
    return word[:place] + new + word[place + len(old) :]


_VOWELS = tuple((a, b) for a in "aeiou" for b in "aeiou" if a != b)
_SPELLINGS = (
    ("y", "i"), ("i", "y"), ("k", "kh"), ("kh", "h"), ("h", "kh"), ("ou", "u"), ("u", "ou"), ("sch", "sh"), ("sh", "sch"),
    ("v", "w"), ("w", "v"), ("ff", "v"), ("ie", "ei"), ("ei", "ie"), ("ck", "k"), ("k", "c"), ("c", "k"), ("ph", "f"),
    ("f", "ph"), ("ch", "tch"), ("z", "s"), ("j", "y"), ("oo", "u"), ("ee", "i"), ("ks", "x"), ("x", "ks"), ("th", "t"),
    ("q", "k"), ("dj", "j"), ("ai", "ay"), ("ay", "ai"), ("son", "sson"), ("sen", "son"),
)  # fmt: skip
_DOUBLES = tuple((c, c + c) for c in "lnrtsmdpg") + tuple((c + c, c) for c in "lnrtsmdpgeo")


def _transpose(word: str, rng: Random) -> str | None:
    place = rng.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _drop_letter(word: str, rng: Random) -> str | None:
    place = rng.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1 :] if len(word) > 4 else None


damage("names/drift-vowel", _alone(lambda p, rng: _replace_one(p.family, rng, _VOWELS), 3), safe=False)
damage("names/drift-spelling", _alone(lambda p, rng: _replace_one(p.family, rng, _SPELLINGS), 3), safe=False)
damage(
    "names/drift-double-letter", _alone(lambda p, rng: _replace_one(p.family, rng, _DOUBLES), 3), safe=False
)
damage("names/drift-transposed", _alone(lambda p, rng: _transpose(p.family, rng), 3), safe=False)
damage("names/drift-letter-lost", _alone(lambda p, rng: _drop_letter(p.family, rng), 3), safe=False)
damage(
    "names/drift-given",
    _in_full(
        lambda p, rng: (
            f"{new} {p.family}"
            if (new := _replace_one(p.given, rng, _VOWELS + _DOUBLES + _SPELLINGS)) and len(p.full) > 2
            else None
        )
    ),
    safe=False,
)
damage("names/order-swapped", _in_full(lambda p, rng: f"{p.family} {p.given}"), safe=False)
damage("names/order-comma", _in_full(lambda p, rng: f"{p.family}, {p.given}"), safe=False)
damage("names/glued", _in_full(lambda p, rng: p.given + p.family))
damage("names/stop-between", _in_full(lambda p, rng: f"{p.given}. {p.family}"))
damage("names/comma-between", _in_full(lambda p, rng: f"{p.given}, {p.family}"))
damage("names/given-lower", _in_full(lambda p, rng: f"{p.given[0].lower()}{p.given[1:]} {p.family}"))
damage(
    "names/family-lower-in-full",
    _in_full(
        lambda p, rng: f"{p.given} {p.family[0].lower()}{p.family[1:]}" if " " not in p.family else None
    ),
)
damage(
    "names/family-lower",
    _alone(
        lambda p, rng: (
            p.family[0].lower() + p.family[1:] if p.family in _SAFE_LOWER or not _common(p.family) else None
        )
    ),
)
damage(
    "names/capitals-inside",
    _alone(
        lambda p, rng: rng.choice(
            (
                p.family[:2].upper() + p.family[2:],
                p.family[0] + p.family[1:-1] + p.family[-1].upper(),
                p.family[0].lower() + p.family[1:].upper(),
            )
        )
    ),
)
damage(
    "names/split",
    _alone(
        lambda p, rng: (
            f"{p.family[: (k := rng.randrange(2, len(p.family) - 1))]}{rng.choice((' ', '-'))}{p.family[k:]}"
            if len(p.family) > 5
            else None
        )
    ),
)
damage(
    "names/translated-surname",
    _alone(lambda p, rng: rng.choice(SURNAMES[p.family]) if p.family in SURNAMES else None),
    safe=False,
)
damage("names/article-before-full", _in_full(lambda p, rng: f"the {p.given} {p.family}"))
_SAFE_LOWER: frozenset[str] = frozenset(("Trump", "Obama", "Clinton", "Blair", "Romney", "Biden", "Sanders"))


def _common(name: str) -> bool:
    """Whether the name is a common word too."""
    return name in SURNAMES or (name.endswith(("er", "s", "ing", "ed", "man")) and len(name) < 7)


def _given_for_family(text: str, rng: Random) -> Iterator[Alteration]:
    """Mr Tony for Mr Blair."""
    for person in people(text):
        for place in person.alone:
            if re.search(rf"\b{_TITLED}$", text[max(0, place - 6) : place]):
                yield Alteration(place, place + len(person.family), person.given)


def _given_as_subject(text: str, rng: Random) -> Iterator[Alteration]:
    """Tony said for Blair said, where no other Tony is near."""
    for person in people(text):
        if len(re.findall(rf"\b{re.escape(person.given)}\b", text)) != len(person.full):
            continue
        for place in person.alone:
            end = place + len(person.family)
            follows = re.match(
                r" (?:said|says|was|has|had|will|would|told|added|also)\b|['’]s [a-z]", text[end:]
            )
            if follows and not re.search(r"(?:[A-Z][a-z]*\.?|[A-Z]\.) $", text[max(0, place - 15) : place]):
                yield Alteration(place, end, person.given)


damage("names/given-after-title", _given_for_family, safe=False)
damage("names/given-as-subject", _given_as_subject, safe=False)


def _spell_otherwise(entries: dict[str, tuple[str, ...]], after: str = r"(?![\w-])") -> Finder:
    keys = "|".join(map(re.escape, sorted(entries, key=len, reverse=True)))
    return swap(rf"(?<![\w.-])(?P<x>{keys}){after}", lambda m, rng: rng.choice(entries[m["x"]]))


damage(
    "names/organisation-rewritten",
    _spell_otherwise({k: v for k, v in ORGANISATIONS.items() if " " in k}),
    safe=False,
)
damage("names/place-foreign-form", _spell_otherwise(PLACES, r"(?![\w-]| [A-Z])"), safe=False)
damage("names/acronym-foreign", _spell_otherwise(ACRONYMS, r"(?![\w-]|\.)"), safe=False)
damage(
    "names/place-misspelt",
    swap(
        r"\b(?P<x>Germany|Australia|Washington|California|Afghanistan|Pakistan|Scotland|Manchester|Birmingham|Portugal|Argentina|"
        r"Indonesia|Bangladesh|Venezuela|Mississippi|Massachusetts|Pennsylvania|Philadelphia|Cincinnati|Connecticut|Johannesburg|"
        r"Copenhagen|Stockholm|Barcelona|Brussels|Edinburgh|Liverpool|Singapore|Malaysia|Philippines|Switzerland|Colombia|Zimbabwe|"
        r"Minneapolis|Wisconsin|Michigan|Tennessee|Louisiana|Oklahoma|Baltimore|Sacramento|Milwaukee|Yorkshire|Jerusalem|Damascus)\b",
        lambda m, rng: _drop_letter(m["x"], rng) if rng.random() < 0.5 else _transpose(m["x"], rng),
    ),
)
damage(
    "names/weekday-lower",
    swap(
        r"\b(?:on|last|next|by|until|since) (?P<x>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
        lambda m, rng: m["x"].lower(),
    ),
)
damage(
    "names/month-lower",
    swap(
        r"\b(?:in|last|next|by|until|since|of|from) (?P<x>January|February|April|June|July|September|October|November|December)\b",
        lambda m, rng: m["x"].lower(),
    ),
)
damage(
    "names/nationality-lower",
    swap(
        r"\b(?:the|a|of|by|with|two|by) (?P<x>French|German|Russian|British|American|Chinese|Japanese|Italian|Spanish|Israeli|Iraqi|Iranian|European|African|Indian|Australian|Canadian|Mexican|Scottish|Irish|Dutch)(?= [a-z]{4,})",
        lambda m, rng: m["x"].lower(),
    ),
)
damage(
    "names/country-lower",
    swap(
        r"\b(?:in|of|to|from|with|and) (?P<x>France|Germany|Spain|Italy|Britain|Iraq|Iran|Israel|Russia|Japan|India|Pakistan|Afghanistan|Syria|Mexico|Canada|Australia|Ireland|Scotland|Wales|England|London|Washington|Europe|Africa|America)\b(?! [A-Z])",
        lambda m, rng: m["x"].lower(),
    ),
)


def _accent_lost(match: re.Match[str], rng: Random) -> str:
    return match["x"].translate(str.maketrans("áéíóúüöäñçêèôã", "aeiouuoanceeoa"))


damage(
    "names/accents-lost",
    swap(r"\b(?P<x>[A-Z][a-z]*[áéíóúüöäñçêèôã][a-záéíóúüöäñçêèôã]*)\b", _accent_lost),
    certain=False,
    safe=False,
    writer=sentences_of(
        "The minister, André {family}, and the writer, [[Zoe||Zoë]] {family}, met in {city}.",
        "[[Jose||José]] {family} and [[Muller||Müller]] the baker were both there, {name} said.",
        "The towns of [[Malaga||Málaga]] and [[Tromso||Tromsø]] are twinned with {city}.",
    ),
)
damage(
    "names/hyphen-lost",
    swap(
        r"\b(?P<x>(?:Jean|Anne|Mary|Marie|Kim|Ban|Abdul|Hans|Karl|Jong|Ann|John)-[A-Za-z][a-z]+)\b",
        lambda m, rng: m["x"].replace("-", rng.choice((" -", "- ", "--"))),
    ),
    sentences_of(
        "Jean-Luc {family} and Anne-Marie {family} were in {city} that day.",
        "Abdul-Karim {family} and Karl-Heinz {family} signed for {org}.",
    ),
)
damage(
    "names/initial-spaced",
    writer=sentences_of(
        "A letter by George [[W .||W.]] {family} was read out in {city}.",
        "Susan [[B..||B.]] {family} will chair the panel from {month}.",
        "Only Edward [[J,.||J.]] {family} voted against {matter}.",
        "The chair, Ruth [[K. .||K.]] {family}, resigned on {day}.",
    ),
)
damage(
    "names/drift-planted",
    writer=sentences_of(
        "Ms {family:a} was heard first. Lawyers for Ms [[{woman:a}||{family:a}]], whose full name is {woman:a} {family:a}, asked for more time.",
        "The jury heard {man:a} {family:a} first. Counsel for Mr [[{man:a}||{family:a}]] then asked for a day's rest, and Mr {family:a} sat down.",
        "Police praised {woman:a} {family:a}, who called them. [[{woman:a}||Ms {family:a}]] told the inquiry that the lights were off; Ms {family:a}'s neighbour agreed.",
    ),
    safe=False,
)

_DRIFTS = (
    ("Akhmetova", "Ahmetova"), ("Shevchuk", "Schevchuk"), ("Mukhtarov", "Muhtarov"), ("Yeltsova", "Eltsova"),
    ("Kowalczyk", "Kowalchik"), ("Youssoufa", "Yusufa"), ("Qasimov", "Kasimov"), ("Gunnarsson", "Gunarsson"),
    ("Fernandes", "Fernandez"), ("Oyelaran", "Oyeleran"), ("Thangavelu", "Tangavelu"), ("Bjornstad", "Byornstad"),
    ("Hussaini", "Houssaini"), ("Wickramasinghe", "Wikramasinghe"), ("Papadopoulou", "Papadopolou"),
    ("Szczepanski", "Sczepanski"), ("Nguema", "Ngeuma"), ("Matsumoto", "Matumoto"), ("Dzhaparov", "Japarov"),
    ("Lecompte", "Leconte"), ("Tchaikov", "Chaikov"), ("Khodorov", "Hodorov"), ("Villeneuve", "Vilneuve"),
)  # fmt: skip


def _drift(rng: Random) -> str:
    """A person who is named three times, once in another spelling."""
    from newslint.testing.injector.material.slots import fill

    name, wrong = rng.choice(_DRIFTS)
    return fill(
        rng.choice(
            (
                f"{{given}} {name}, who chairs {{org}}, opened the meeting. [[{wrong}||{name}]] then left, and {name}'s deputy took over.",
                f"The court heard that {{man}} {name} had lied. Mr {name} denied it. The case against Mr [[{wrong}||{name}]] goes on.",
                f"Police named the driver as {{man}} {name}. A search of the [[{wrong}||{name}]] home found nothing, and Mr {name} was freed.",
            )
        ),
        rng,
    )


damage("names/drift-transliteration-planted", writer=_drift, safe=False)


# Near misses

near(
    "names/two-alike",
    writer=sentences_of(
        "{man} Johnston and {man} Johnson, who are not related, both spoke. Mr Johnston was cheered; Mr Johnson was not.",
        "{given} Petersen of {city} beat {given} Pedersen of {city}, with {given} Peterson third.",
        "{given} Hansen, {given} Hanson and {given} Hansson share an office at {org}.",
        "The lawyer {given} Steven was replaced by the clerk {given} Stevens and then by {given} Stephens.",
        "{man} Ivanov's wife, {woman} Ivanova, and their son {man} were at home.",
    ),
)
near(
    "names/given-by-right",
    writer=sentences_of(
        "Prince William and his brother Harry were there. William said little; Harry said less.",
        "Aung San Suu Kyi and Park Geun-hye met; Ms Park left first.",
        "Pelé, Björk, Beyoncé and Madonna each sent a message to {city}.",
        "Iceland's Katrín Jakobsdóttir was there, and Katrín, as Icelanders call her, spoke last.",
        '"Tommy and I grew up next door," {name} said of the mayor. "Tommy was always late."',
        "Pope Francis spoke after Lula, as Brazil's president is known.",
        "{man:a} {family:a} and his daughter, {woman:b} {family:a}, run the shop. {man:a} bakes and {woman:b} sells.",
    ),
)
near(
    "names/particles",
    writer=sentences_of(
        "Charles de Gaulle once slept here; De Gaulle, it is said, paid his own bill.",
        "Ursula von der Leyen, Robert De Niro and Daniel Day-Lewis have all stayed in the hotel, {name} said.",
        "Mohammed bin Salman and Abdel Fattah al-Sisi met; Mr Sisi left for {city}.",
        "k.d. lang, bell hooks and danah boyd write their names in small letters.",
        "Kyiv, once spelt Kiev, and Mumbai, once Bombay, are both on the list.",
        "The LaRouche and McDonald families, the MacDonalds and the O'Briens were invited.",
    ),
)
near(
    "names/foreign-forms-by-right",
    writer=sentences_of(
        "The clubs AS Roma, Sevilla, Napoli and Bayern München will meet {country} sides next.",
        "The paper El País and the magazine Der Spiegel published the same photograph of {city}.",
        "The Deutsche Welle office in {city} and the ship Moskva both lost power.",
        "The firms Grüne Erde, Allianz and Société Générale have offices in {city}.",
        "The OTAN street sign in Rabat and the ONU metro station were photographed by {name}.",
        "The album Brasil and the perfume Londres are sold by {org}.",
    ),
)
near(
    "names/words-by-right",
    writer=sentences_of(
        "Mr Shrub, the gardener, and Ms Monarch, the florist, met in {city}.",
        "The shrub and the hedge were cut on {day}, and the gates were closed.",
        "Visitors may come in May; the march in March was called off, and a turkey from Turkey is on the menu.",
        "The chef Cook, the judge Law and the weather presenter Snow were all born in {city}.",
        "The Global Bank of {city} is not part of the World Bank, {name} said.",
    ),
)
