"""Articles: lost, extra, doubled, before acronyms, names and nouns; a for an."""

from __future__ import annotations

import re

from newslint.testing.injector.material.bodies import BARE, SPOKEN, WITH_THE
from newslint.testing.injector.material.nouns import CONSONANT, VOWEL
from newslint.testing.injector.material.places import COUNTRIES, WITH_ARTICLE
from newslint.testing.injector.registry import Writer, damage, near, one_of, sentences_of, swap

_AFTER = (
    r"(?=[.,;] | (?:said|says|has|have|had|is|was|will|would|could|in|on|at|to|and|for|by|from|with|after|before|as|that|"
    r"who|which|but|because|if|when|while|also|announced|agreed|plans|wants|voted|rejected|decided|told|should|must|may)\b)"
)
_BEFORE = (
    r"(?:of|by|with|from|to|for|and|that|said|between|against|but|while|because|if|when|as|on|at|in|,|;)"
)

_VERBS = (
    "said it would reply within a week", "has asked for more time", "rejected the claim", "announced new rules on {day}",
    "will meet again in {city}", "declined to comment", "agreed to pay for {matter}", "was told of the plan last year",
    "opened an office in {city}", "sent {small} experts to {country}", "is looking into {matter}", "and {org} signed the deal",
    "voted against {matter}", "should act at once, {name} said", "had not replied by {day}", "publishes its report in {month}",
)  # fmt: skip
_SLOTS = (
    "A letter from {x} reached {city} on {day}.", "Officials at {x} refused to say more.", "The deal was struck between {x} and {org}.",
    "{name}, who worked for {x} until {year}, agreed.", "The money came from {x}, not from {country}.",
    "According to {x}, the number of {things} fell.", "He blamed {x} for the delay.", "The plan was drawn up by {x} in {year}.",
    "Talks with {x} will go on until {month}.", "There is no sign that {x} knew of it.",
)  # fmt: skip


def _carriers(bad: str, good: str) -> tuple[str, ...]:
    """Sentences with a body in them, once with the wrong article and once without."""
    subject = tuple(f"[[{bad[0].upper()}{bad[1:]}||{good[0].upper()}{good[1:]}]] {verb}." for verb in _VERBS)
    return subject + tuple(slot.replace("{x}", f"[[{bad}||{good}]]") for slot in _SLOTS)


_COUNTRY = (
    "Ships from {x} arrived in {city} on {day}.",
    "{name} left {x} in {year} and never went back.",
    "Trade with {x} fell by {n}% last year.",
    "The border with {x} was closed in {month}.",
    "Envoys from {x} met {name} in {city}.",
    "Half of the {things} came from {x}, {org} said.",
    "The law is stricter than in {x}, {name} said.",
    "It was the first such visit to {x} since {year}.",
    "{org} will open {small} shops in {x} by {month}.",
    "Flights to {x} and {city} were cancelled.",
)
_PERSON = (
    "A letter from {x} reached {city} on {day}.",
    "He blamed {x} for the delay.",
    "The plan was drawn up by {x} in {year}.",
    "Talks with {x} will go on until {month}.",
    "According to {x}, the number of {things} fell.",
    "The prize was shared by {x} and {name}.",
    "Police arrested {x} in {city} on {day}.",
    "There is no sign that {x} knew of it.",
    "The song was written by {x}, who lives in {city}.",
    "Nobody has seen {x} since {month}, neighbours said.",
)


def _mark_places(frames: tuple[str, ...], bad: str, good: str) -> tuple[str, ...]:
    return tuple(frame.replace("{x}", f"[[{bad}||{good}]]") for frame in frames)


damage(
    "articles/the-spoken-acronym",
    swap(
        rf"\b{_BEFORE} (?P<x>{one_of(SPOKEN)}|Nato|Unicef|Unesco|Opec|Fifa|Uefa|Nasa|Interpol|Europol){_AFTER}",
        lambda m, rng: f"the {m['x']}",
    ),
    sentences_of(*_carriers("the {spoken}", "{spoken}")),
    share=0.6,
)
damage(
    "articles/the-spoken-acronym-possessive",
    swap(
        rf"\b{_BEFORE} (?P<x>(?:{one_of(SPOKEN)}|Nato|Unicef|Opec|Fifa|Uefa|Nasa)['’]s)(?= [a-z])",
        lambda m, rng: f"the {m['x']}",
    ),
    sentences_of(
        "The report on [[the {spoken}'s||{spoken}'s]] finances was leaked.",
        "It was [[the {spoken}'s||{spoken}'s]] first visit to {city}.",
    ),
)
damage(
    "articles/the-bare-company",
    swap(
        rf"\b{_BEFORE} (?P<x>{one_of(BARE)}|Microsoft|Google|Apple|Facebook|Amazon|Intel|Yahoo|Sony|Nokia|Vodafone|Boeing|Toyota|Reuters){_AFTER}",
        lambda m, rng: f"the {m['x']}",
    ),
    sentences_of(*_carriers("the {bare}", "{bare}")),
    share=0.3,
)
damage(
    "articles/the-lost-initials",
    swap(rf"\b(?P<x>the (?P<n>{one_of(WITH_THE)})){_AFTER}", lambda m, rng: m["n"]),
    sentences_of(*_carriers("{body}", "the {body}")),
    share=0.4,
)
damage(
    "articles/the-lost-initials-possessive",
    swap(rf"\b(?P<x>the (?P<n>(?:{one_of(WITH_THE)})['’]s))(?= [a-z])", lambda m, rng: m["n"]),
    sentences_of(
        "Members of [[{body}'s||the {body}'s]] board met in {city}.",
        "Under [[{body}'s||the {body}'s]] new rules, {matter} must wait.",
    ),
)
damage("articles/a-before-body", writer=sentences_of(*_carriers("a {spoken}", "{spoken}")[16:]))
damage(
    "articles/the-country",
    swap(
        rf"\b{_BEFORE} (?P<x>{one_of([c for c in COUNTRIES if c != 'Lebanon'])}|Britain|Russia|Afghanistan|England|Scotland){_AFTER}",
        lambda m, rng: f"the {m['x']}",
    ),
    sentences_of(*_mark_places(_COUNTRY, "the {country}", "{country}")),
    share=0.2,
)
damage(
    "articles/the-country-possessive",
    swap(
        rf"\b{_BEFORE} (?P<x>(?:{one_of(COUNTRIES)}|Britain|Russia)['’]s)(?= [a-z])",
        lambda m, rng: f"the {m['x']}",
    ),
)
damage(
    "articles/the-city",
    swap(
        r"\b(?:in|from|to|of|near) (?P<x>London|Paris|Berlin|Madrid|Rome|Moscow|Beijing|Tokyo|Baghdad|Washington|Brussels|Boston|Chicago|Dublin|Edinburgh|Manchester|Liverpool|Birmingham|Los Angeles|Philadelphia|Athens|Cairo)(?=[.,] | (?:and|to|for|on|in|after|as|that|with|will|was|has|is|when|at|by)\b)",
        lambda m, rng: f"the {m['x']}",
    ),
)
damage(
    "articles/the-lost-country",
    swap(rf"\b(?P<x>the (?P<n>{one_of(WITH_ARTICLE)})){_AFTER}", lambda m, rng: m["n"]),
    sentences_of(
        *(
            f"{a} [[{n}||the {n}]] {b}."
            for n in WITH_ARTICLE[:10]
            for a, b in (
                ("Ships from", "arrived in {city} on {day}"),
                ("{name} left", "in {year} and never went back"),
                ("Trade with", "fell by {n}% last year"),
            )
        )
    ),
    share=0.3,
)
damage(
    "articles/the-before-title-name",
    swap(
        r"(?<=[a-z,] )(?P<x>Mr|Mrs|Ms)(?=\.? [A-Z][a-z]+ (?:said|has|was|is|told|added|had|will)\b)",
        lambda m, rng: f"the {m['x']}",
    ),
)
damage(
    "articles/the-before-year-month",
    swap(
        r"\b(?:in|since|until|by) (?P<x>(?:January|February|March|April|May|June|July|August|September|October|November|December))(?=[.,] | (?:and|after|as|that|with|to|when|for)\b| \d{4}\b)",
        lambda m, rng: f"the {m['x']}",
    ),
)
damage(
    "articles/the-before-mass",
    swap(
        r"(?<=[a-z] )(?:of|about|on|for|against|with) (?P<x>democracy|poverty|terrorism|unemployment|inflation|immigration|racism|corruption|globalisation|globalization|humanity|mankind|capitalism|socialism|obesity|crime|hunger|slavery|censorship|pornography)(?=[.,] | (?:and|in|by|is|was|as)\b)",
        lambda m, rng: f"the {m['x']}",
    ),
    safe=True,
)
damage(
    "articles/the-before-possessive",
    swap(
        r"(?<=[a-z] )(?P<x>his|her|its|their|our|my)(?= (?:[a-z]+ )?[a-z]+(?:ion|ment|er|ty|ness|ship|ence|ance|ers|ily|ies|gn|ll)\b)",
        lambda m, rng: f"{rng.choice(('the', 'the', 'a'))} {m['x']}",
    ),
)
damage(
    "articles/double",
    swap(
        r"(?<= )(?P<x>a|an|the)(?= [a-z]{3,})",
        lambda m, rng: rng.choice(
            {"a": ("a the", "the a"), "an": ("an the", "the an", "a an"), "the": ("the a", "a the")}[m["x"]]
        ),
        head=True,
    ),
)
damage(
    "articles/the-this",
    swap(
        r"(?<= )(?P<x>this|these|those|that)(?= (?:year|week|month|country|season|case|time|people|days|changes|kind|bill|law|report|issue|issues|decision|election|measures|plans|figures|countries|companies)\b)",
        lambda m, rng: f"the {m['x']}",
    ),
)
damage(
    "articles/a-for-an",
    swap(rf"(?<= )(?P<x>(?P<a>an) (?P<n>{one_of(VOWEL)}))\b", lambda m, rng: f"a {m['n']}", head=True),
)
damage(
    "articles/an-for-a",
    swap(rf"(?<= )(?P<x>(?P<a>a) (?P<n>{one_of(CONSONANT)}))\b", lambda m, rng: f"an {m['n']}", head=True),
)
damage("articles/a-for-an-capital", swap(r"(?<=[.] )(?P<x>An)(?= [aeio][a-z]+)", lambda m, rng: "A"))
_SOUND_A = "hero|hundred|house|hospital|euro|ewe|eulogy|unicorn|ukulele|university|uniform|unit|union|universal remedy|useful tool|usual suspect|utopia|one-way street|one-legged man|UFO|URL|US ship|UN envoy|NATO base|FIFA rule|Unesco site|European|Ugandan|Ukrainian|eunuch|yacht|yeoman|Yorkshireman|ouija board|one-sided game"
_SOUND_AN = "hour|honest man|honour|heir|heirloom|hourly bus|honorary degree|MP|MBA|MRI scan|NHS bed|NGO|FBI agent|LP|SOS|SUV|RAF base|X-ray|HIV test|HGV|FA ruling|SMS|STD clinic|SEC filing|11th hour|18-year lease|80-page book|8% rise|87-year-old|11-day tour|A-level|umbrella|uncle|underdog|ulcer|unusual case|Uzbek|Ulsterman|egg|eight|Eton pupil|X-rated film|R-rated film|M-shaped scar"


def _by_sound(wrong: str, right: str, nouns: str) -> Writer:
    """Sentences with the wrong article before each noun."""
    return sentences_of(
        *(
            f"{opening} [[{wrong}||{right}]] {noun} {rest}."
            for noun in nouns.split("|")
            for opening, rest in (
                ("It began with", "in {city}, {name} said"),
                ("There was", "near {city}, {org} said"),
            )
        )
    )


damage("articles/an-by-sound", writer=_by_sound("an", "a", _SOUND_A))
damage("articles/a-by-sound", writer=_by_sound("a", "an", _SOUND_AN))
damage(
    "articles/a-before-plural",
    swap(
        r"\b(?:of|with|by|for|between|among|in|to) (?P<x>many|several|various|these|those|two|three|four|thousands|hundreds|millions|dozens)(?= [a-z]+)",
        lambda m, rng: f"a {m['x']}",
    ),
)
damage(
    "articles/a-lost-job",
    swap(
        r"\b(?:he|she|who|He|She|[A-Z][a-z]+) (?:is|was) (?P<x>an? (?:former |senior |professional |key |registered |good |big |strong |great |young )?(?:lawyer|teacher|doctor|member|candidate|spokesman|spokeswoman|professor|student|journalist|senator|veteran|citizen|fan|friend|critic|supporter|director|businessman|billionaire|Democrat|Republican|judge|man|woman|player|partner|leader|politician))\b(?= (?:of|in|at|for|who|and|with|from)\b|[.,] )",
        lambda m, rng: m["x"].split(" ", 1)[1],
    ),
    sentences_of(
        "{name} is [[lawyer||a lawyer]] from {city}.",
        "{name}, who was [[teacher||a teacher]] in {country}, agreed.",
        "She is [[engineer||an engineer]] at {org}.",
        "He was [[honest man||an honest man]], said {name}.",
        "{name} became [[father||a father]] in {month}.",
        "His son is [[student||a student]] in {city}.",
    ),
    share=0.3,
)
damage(
    "articles/a-lost-such",
    swap(
        r"\b(?P<x>(?:such a|such an|quite a|half a|half an|what a|as a result|as a whole|in a row|at a time when|a number of|a lot of|a couple of|a handful of|a series of|a variety of|a majority of))\b",
        lambda m, rng: re.sub(r"\ban? |(?<= )an?$", "", m["x"]).strip(),
    ),
)
damage(
    "articles/the-lost-superlative",
    swap(
        r"\b(?:is|was|are|were|be|become|of|as|for) (?P<x>the (?P<n>(?:first|biggest|largest|most|best|worst|only|same|latest|highest|lowest|oldest|youngest|main|next|longest|fastest) [a-z]+))(?= (?:in|of|to|for|that|who|and|since|on)\b)",
        lambda m, rng: m["n"],
    ),
)
damage(
    "articles/the-lost-frame",
    swap(
        r"\b(?P<x>at the end of|in the middle of|at the time of|at the same time|in the wake of|for the first time|in the face of|on the basis of|on the eve of|on the other hand|by the end of|in the hands of|in the name of|on the verge of|at the beginning of|at the start of|in the interests of|on the brink of|in the process of|with the exception of|for the time being|in the meantime|in the long run|the fact that|the rest of|the majority of|the number of)\b",
        lambda m, rng: re.sub(r"\bthe ", "", m["x"], count=1),
    ),
)
damage(
    "articles/the-lost-with-of",
    swap(
        r"\b(?:in|at|by|on|to|from|for|with) (?P<x>the (?P<n>end|heart|head|leader|role|future|death|cost|price|impact|success|middle|edge|hands|eyes|history|rest|streets|powers) of the)\b",
        lambda m, rng: f"{m['n']} of the",
    ),
)
damage(
    "articles/extra-in-frame",
    swap(
        r"\b(?P<x>in addition to|in order to|in spite of|in favour of|in favor of|on behalf of|in terms of|on time|in fact|at first|in general|in particular|on foot|at work|in public|of course|for example|in return)\b",
        lambda m, rng: re.sub(r"^(\w+) ", r"\1 the ", m["x"]),
    ),
)
damage(
    "articles/the-person",
    swap(
        r"\b(?:by|with|from|of|to|for|that|and|said|against) (?P<x>(?:Tony Blair|Gordon Brown|Donald Trump|Barack Obama|Hillary Clinton|Mitt Romney|Joe Biden|Bernie Sanders|George Bush|Michael Howard|Charles Clarke|Vladimir Putin|Jeb Bush|Ted Cruz|Marco Rubio|Boris Johnson|Theresa May|Paul Ryan|Mitch McConnell|Nancy Pelosi|Robert Mueller|Michael Cohen|John Kerry|John McCain|Angela Merkel))(?=[.,] | (?:said|has|was|is|and|to|in|had|will|for|on|as)\b)",
        lambda m, rng: f"the {m['x']}",
    ),
    sentences_of(*_mark_places(_PERSON, "the {name}", "{name}")),
    share=0.4,
)


# Near misses

near(
    "articles/acronym-as-adjective",
    writer=sentences_of(
        "The {spoken} summit, the {bare} shares and a {spoken} report were all discussed in {city}.",
        "The {spoken} secretary and the {bare} chairman met {body} officials.",
        "A NATO-led force, an FBI agent and a UN envoy were at the table.",
        "The then-new UNICEF, the old FIFA and the NASA of the 1960s were very different places, {name} said.",
        "EU leaders, UN staff and US troops were in {city}; FBI agents were not.",
        "The {country} striker and the {country} of his youth are both in the film.",
    ),
)
near(
    "articles/places-with-article",
    writer=sentences_of(
        "They went to The Hague, the Gambia, the Congo and the Crimea before the war.",
        "The {country} he left in {year} is gone, {name} said.",
        "It is the Paris of the north and the Venice of the east, the guide says.",
        "The {country} game is on {day}; the Germany coach has a cold.",
        "He drove through the Bronx, along the Strand and past the Oval.",
        "The Ukraine of {year}, the Sudan of the 1920s and the Lebanon of old are gone.",
        "In the United States and in US law, in the Netherlands and in Dutch law, it is a crime.",
    ),
)
near(
    "articles/names-with-article",
    writer=sentences_of(
        "The Kennedys, the Bushes and the Clintons were all there, {name} said.",
        "The {given} {family} of today is not the {given} {family} we knew, friends say.",
        "A Mr {family} of {city} called twice; it was not the Mr {family} who died.",
        "The Donald, as the papers called him, and The Edge, the guitarist, met in {city}.",
        "This is a {family} painting, and that is the {family} house.",
    ),
)
near(
    "articles/sounds",
    writer=sentences_of(
        "A European, a unanimous jury, a one-off and a eulogy were all in the script.",
        "An hour, an heir, an honest man and an MP: that is how the story starts.",
        "An 18-year-old, an 80% rise and an 11th-hour deal; a 100% cut and a 17-year-old.",
        "An NGO, an SOS, an X-ray and an LED; a UFO, a URL, a NATO base and a SWAT team.",
        "An historic win or a historic win: papers in {city} print both.",
    ),
)
near(
    "articles/bare-nouns",
    writer=sentences_of(
        "He went to school by bus, came home on foot and was in bed by ten.",
        "Father, son and grandson have all been mayor of {city}.",
        "{name}, chairman of {org} and author of {small} books, is in hospital.",
        "She was elected president, named captain and made head of department.",
        "From end to end, from top to bottom and from day to day, nothing changed.",
        "As leader of the council, {name} has power of attorney.",
    ),
)
