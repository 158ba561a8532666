"""Grammar of machines: tense, agreement, number, pronouns, prepositions, order, lost words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from newslint.testing.injector.layout import prose, sentences
from newslint.testing.injector.material.prepositions import EXTRA, INFINITIVES, SLIPS
from newslint.testing.injector.material.verbs import (
    BASES,
    PARTICIPLES,
    PASTS,
    REGULARISED,
    STATE,
    STATE_PAST,
    THIRD,
)
from newslint.testing.injector.model import Alteration
from newslint.testing.injector.registry import damage, near, one_of, sentences_of, swap, table

_SUBJECT = r"(?:he|she|it|who|which|He|She|It)"
_NOUNS = r"(?:company|government|party|city|report|law|bill|plan|deal|country|group|club|law|book|film|project|measure|policy|president|minister|team)"

# Tense and form

_CARRIED_STATES = tuple(
    f"{subject} [[{be} {verb}||{right}]] {rest}"
    for subject, be, verb, right, rest in (
        ("The farm", "is", "belonging to", "belongs to", "a family from {city}."),
        ("The box", "is", "containing", "contains", "{n} letters and a map."),
        ("The plan", "is", "involving", "involves", "{small} villages near {city}."),
        ("{org}", "is", "owning", "owns", "{small} mines in {country}."),
        ("The bridge", "was", "resembling", "resembled", "one in {city}, {name} said."),
        ("Many voters", "are", "believing", "believe", "that nothing will change."),
        ("The panel", "is", "consisting of", "consists of", "{small} judges."),
        ("They", "are", "knowing", "know", "that {matter} will cost more."),
        ("Both towns", "are", "lacking of", "lack", "a hospital."),
        ("{family}", "is", "not understanding", "does not understand", "why {matter} was delayed."),
        ("What", "are you", "meaning by", "do you mean by", '"fair"? {name} asked.'),
        ("The suit", "is", "not fitting to", "does not fit", "the mayor, {name} said."),
        ("Nobody", "is", "doubting", "doubts", "that {city} needs the money."),
        ("The firm", "is", "owing", "owes", "£{n}m to banks in {city}."),
        ("Most of the seats", "are", "belonging to", "belong to", "members from {country}."),
        ("It", "is", "seeming that", "seems that", "{name} had left by then."),
        ("The two reports", "are", "differing", "differ", "on {small} points."),
        ("Residents", "are", "preferring", "prefer", "the old timetable, {name} said."),
        ("The land", "is", "adjoining with", "adjoins", "a farm near {city}."),
    )
)
damage(
    "grammar/state-progressive",
    swap(
        rf"\b(?:{_SUBJECT}|[Tt]he {_NOUNS}) (?P<x>{one_of(STATE)})(?= (?:to|the|a|an|that|of|in|on|it|his|her|its|more|no|how|what)\b)",
        lambda m, rng: f"is {STATE[m['x']]}",
    ),
    sentences_of(*_CARRIED_STATES),
)
damage(
    "grammar/state-progressive-past",
    swap(
        rf"\b(?:he|she|it|He|She|It) (?P<x>{one_of(STATE_PAST)})(?= (?:to|the|a|an|that|of|in|on|it|his|her|its|more|no|how|what)\b)",
        lambda m, rng: f"was {STATE_PAST[m['x']]}",
    ),
)
_ING = {"believe": "believing", "deserve": "deserving", "owe": "owing", "prefer": "preferring"}
damage(
    "grammar/state-progressive-plural",
    swap(
        r"\b(?:they|we|people|They|We|who) (?P<x>know|believe|own|need|prefer|understand|deserve|possess|doubt|owe)(?= (?:to|the|a|an|that|of|it|his|their|our|more|no|how|what)\b)",
        lambda m, rng: f"are {_ING.get(m['x'], m['x'] + 'ing')}",
    ),
)
damage(
    "grammar/modal-to",
    swap(
        r"\b(?:he|she|it|they|we|I|you|and|who|that|government|company|party|team|[A-Z][a-z]+) (?P<x>must|can|should|will|could|may|might|would)(?= (?:be|make|take|give|help|keep|get|see|find|hold|pay|do|have|go|win|leave|become|come|continue|play|need|face|use)\b)",
        lambda m, rng: f"{m['x']} to",
    ),
)
damage(
    "grammar/modal-third",
    swap(
        r"\b(?:must|can|should|will|could|may|might|would) (?P<x>make|take|give|help|keep|get|see|find|hold|pay|leave|become|come|continue|play|need|face|use|allow|remain|offer|work)(?= (?:the|a|an|it|to|in|on|his|their|its|more|that|up)\b)",
        lambda m, rng: m["x"] + "s",
    ),
)
damage(
    "grammar/did-past",
    swap(
        rf"\b(?P<x>(?:did not|didn['’]t) (?P<v>{one_of(PASTS)}))\b",
        lambda m, rng: f"{m['x'][: -len(m['v'])]}{PASTS[m['v']]}",
    ),
)
damage(
    "grammar/to-past",
    swap(
        r"\b(?P<x>to (?P<v>make|take|give|win|leave|pay|keep|become|come|go|begin|know|get|meet|show|think))(?= (?:the|a|an|it|to|in|on|his|their|its|more|that|up|sure)\b)",
        lambda m, rng: f"to {PASTS[m['v']]}",
    ),
)
damage(
    "grammar/to-third",
    swap(
        r"\b(?:wants|want|wanted|decided|plans|able|needs|expected|likely|has|have|trying|going) (?P<x>to (?:make|take|give|see|find|win|leave|pay|keep|become|come|get|meet|show|help|play|work))(?= (?:the|a|an|it|to|in|on|his|their|its|more|that|up|sure)\b)",
        lambda m, rng: m["x"] + "s",
    ),
)
damage(
    "grammar/participle-past",
    swap(
        rf"\b(?:has|have|had|was|were|been|be|being) (?P<x>{one_of(PARTICIPLES)})\b(?! out his)",
        lambda m, rng: PARTICIPLES[m["x"]],
    ),
)
damage(
    "grammar/irregular-regularised",
    swap(
        rf"\b(?:he|she|they|who|it|I|we|had|has|have|[A-Z][a-z]+) (?P<x>{one_of(REGULARISED)})(?= (?:the|a|an|his|her|their|its|to|in|on|by|for|that)\b)",
        lambda m, rng: REGULARISED[m["x"]],
    ),
)
damage(
    "grammar/participle-ending-lost",
    swap(
        rf"\b(?:has been|have been|had been|was|were|being|has|had) (?P<x>{one_of(BASES)})(?= (?:by|in|to|for|on|of|with|after|from|as|the|a)\b)",
        lambda m, rng: BASES[m["x"]],
    ),
)
damage(
    "grammar/third-person-s-lost",
    swap(
        rf"(?:(?<=\. )|(?<=\n)|(?<=, )|(?<=and )|(?<=but )|(?<=that ))(?:[Hh]e|[Ss]he|[Ii]t) (?P<x>{one_of(THIRD)})\b(?!['’])",
        lambda m, rng: THIRD[m["x"]],
    ),
)
damage(
    "grammar/have-agreement",
    swap(
        r"(?:(?<=\. )|(?<=\n)|(?<=, )|(?<=and )|(?<=but )|(?<=that ))(?:[Hh]e|[Ss]he|[Ii]t) (?P<x>has|does|is|was)(?= (?:not |also |been |a |the |never |already |now |still ))",
        lambda m, rng: {"has": "have", "does": "do", "is": "are", "was": "were"}[m["x"]],
    ),
)
damage(
    "grammar/plural-agreement",
    swap(
        r"(?:(?<=\. )|(?<=\n)|(?<=, )|(?<=and )|(?<=but )|(?<=that ))(?:[Tt]hey|[Ww]e|[Tt]here) (?P<x>have|are|were|do)(?= (?:not |also |been |many |several |two |three |no plans |never |already |now |still ))",
        lambda m, rng: {"have": "has", "are": "is", "were": "was", "do": "does"}[m["x"]],
    ),
)
damage(
    "grammar/people-is",
    swap(
        r"\b(?:people|children|women|men|police|others|many|those|these) (?P<x>have|are|were|do)(?= (?:not|also|been|being|already|now|still|in|on|a|the|to|going|killed|injured)\b)",
        lambda m, rng: {"have": "has", "are": "is", "were": "was", "do": "does"}[m["x"]],
    ),
    safe=True,
)
damage(
    "grammar/perfect-for-past",
    swap(
        r"\b(?:he|she|they|it|He|She|They|It) (?P<x>was|were|went|took|won|lost|made|said|left|began|became)(?= (?:[a-z]+ ){0,4}(?:in (?:19|20)\d\d|last (?:week|month|year|summer)|[a-z]+ years ago)\b)",
        lambda m, rng: {
            "was": "has been",
            "were": "have been",
            "went": "has gone",
            "took": "has taken",
            "won": "has won",
            "lost": "has lost",
            "made": "has made",
            "said": "has said",
            "left": "has left",
            "began": "has begun",
            "became": "has become",
        }[m["x"]],
    ),
    safe=False,
)
damage(
    "grammar/present-with-since",
    swap(
        r"\b(?:he|she|it|which|who|that|[A-Z][a-z]+) (?P<x>has been)(?= (?:[a-z]+ ){1,5}since (?:19|20|the|last|[A-Z]))",
        lambda m, rng: rng.choice(("is", "is being")),
    ),
    sentences_of(
        "She [[knows||has known]] him since {year}, the court heard.",
        "{name} [[runs||has run]] the shop since {month}.",
        "The bridge [[stands||has stood]] there since the war.",
        "The price [[rises||has risen]] by {n}% since {month}.",
        "He [[is missing||has been missing]] since {day}.",
        "It [[belongs||has belonged]] to {org} since {year}.",
        "{name} [[is||has been]] the head of {org} since {year}.",
        "The mill [[is closed||has been closed]] since {year}, {name} said.",
        "{name} [[lives||has lived]] in {city} since {year}.",
        "{org} [[works||has worked]] in {country} since the war.",
        "They [[are waiting||have been waiting]] for an answer since {month}.",
    ),
)
damage(
    "grammar/since-for",
    swap(
        r"\b(?:has|have|had) been (?:[a-z]+ ){0,4}?(?P<x>for)(?= (?:two|three|four|five|six|seven|eight|nine|ten|\d+|many|several|more than|nearly|almost|the past) (?:[a-z]+ )?(?:years|months|weeks|days|hours|decades))",
        lambda m, rng: rng.choice(("since", "since", "from")),
    ),
    sentences_of(
        "The shop has been closed [[since||for]] {small} months, neighbours said.",
        "They have been friends [[from||for]] {small} years, {name} said.",
        "{org} has owned the land [[during||for]] {small} decades.",
        "It had rained [[since||for]] {small} days when the wall fell.",
        "She has not been seen [[from||since]] {month}, police said.",
        "No train has run [[for||since]] {year}, {org} said.",
        "{name} has lived in {city} [[since||for]] {small} years.",
        "The road has been shut [[since||for]] {small} weeks, {org} said.",
        "He worked there [[during||for]] {small} years before he left.",
        "She has led {org} [[from||for]] {small} years.",
        "They waited [[during||for]] {small} hours in {city}.",
        "He has been a member [[for||since]] {year}.",
    ),
)
damage(
    "grammar/until-by",
    writer=sentences_of(
        "The bridge will be ready [[until||by]] {month}, {org} promised.",
        "Tickets must be bought [[until||by]] {day} at the latest.",
        "The strike will last [[by||until]] {day}, {name} said.",
        "All {things} must be gone [[till||by]] noon on {day}.",
        "The work must be finished [[until||by]] {day} at noon, {name} said.",
        "Payment is due [[till||by]] the {date}th of {month}.",
        "All forms must be returned [[until||by]] {month} at the latest.",
        "He will stay in {city} [[by||until]] {day}, when his visa ends.",
        "[[Until||By]] the time police arrived, the shop was empty.",
        "The shop stays open [[by||until]] {hour}pm.",
    ),
)
damage(
    "grammar/ago-order",
    swap(
        r"\b(?P<x>(?P<n>(?:two|three|four|five|six|seven|ten|\d+) (?:years|months|weeks|days)) ago)\b",
        lambda m, rng: rng.choice(
            (f"ago {m['n']}", f"before {m['n']}", f"{m['n']} back ago", f"since {m['n']} ago")
        ),
    ),
)


# Number and nouns

_MASS = {
    "information": "informations",
    "advice": "advices",
    "equipment": "equipments",
    "evidence": "evidences",
    "furniture": "furnitures",
    "luggage": "luggages",
    "research": "researches",
    "knowledge": "knowledges",
    "traffic": "traffics",
    "software": "softwares",
    "hardware": "hardwares",
    "legislation": "legislations",
    "aircraft": "aircrafts",
    "feedback": "feedbacks",
    "machinery": "machineries",
    "clothing": "clothings",
    "homework": "homeworks",
    "footage": "footages",
    "poverty": "poverties",
    "money": "moneys",
    "music": "musics",
    "progress": "progresses",
    "housing": "housings",
    "unemployment": "unemployments",
    "weaponry": "weaponries",
    "ammunition": "ammunitions",
    "transparency": "transparencies",
    "behaviour": "behaviours",
    "accommodation": "accommodations",
    "baggage": "baggages",
    "offspring": "offsprings",
    "jewellery": "jewelleries",
    "infrastructure": "infrastructures",
    "garbage": "garbages",
    "violence": "violences",
    "training": "trainings",
    "employment": "employments",
    "news": "newses",
}
_DOUBTFUL = (
    "behaviour",
    "infrastructure",
    "training",
    "research",
    "accommodation",
    "legislation",
    "money",
    "music",
)
damage(
    "grammar/mass-plural",
    swap(
        rf"\b(?:of|the|more|any|some|no|such|and|for|with|his|their|about|on) (?P<x>{one_of([k for k in _MASS if k not in _DOUBTFUL])})(?=[,.] |[,.]?$| (?:on|about|from|to|in|and|that|which|was|is|for|by|of)\b)",
        lambda m, rng: _MASS[m["x"]],
    ),
    sentences_of(
        "There were [[few furnitures||few pieces of furniture]] in the house, police said.",
        "New [[softwares||software]] will run the trains in {city}.",
        "The [[hardwares||hardware]] came from {country}.",
        "Heavy [[machineries||machinery]] was flown to {city}.",
        "The [[footages||footage]] was shown in court on {day}.",
        "He asked for [[informations||information]] about {matter}.",
        "{name} gave no [[evidences||evidence]] for the claim.",
        "Its [[knowledges||knowledge]] of the river is unmatched, {org} said.",
        "Winter [[clothings||clothing]] was sent to {country}.",
        "Police took the [[luggages||luggage]] of {n} passengers.",
        "The [[furnitures||furniture]] was sold to {org}.",
        "He gave [[good advices||good advice]] to young players in {city}.",
        "All the [[homeworks||homework]] was late, {name} said.",
        "The hotel is full of old [[equipments||equipment]] from {country}.",
        "The river is full of [[garbages||garbage]], {name} said.",
        "The two [[aircrafts||aircraft]] landed in {city}.",
        "[[Traffics were||Traffic was]] heavy near {city} on {day}.",
    ),
)
damage(
    "grammar/mass-article",
    swap(
        r"(?<=\b)(?P<x>(?:further|new|more|such|fresh|useful|vital|sensitive|false|personal|additional|clear) (?:information|evidence|advice|equipment|progress))(?=[,.] |[,.]?$| (?:on|about|from|to|in|and|that|which|was|is|for|by)\b)",
        lambda m, rng: (
            f"{'an' if m['x'][0] in 'aeiou' else 'a'} {m['x']}"
            if not m["x"].startswith("more")
            else f"more an {m['x'][5:]}"
        ),
    ),
)
damage(
    "grammar/many-much",
    swap(
        r"(?<!as )(?<!so )(?<!how )(?<!How )\b(?P<x>many)(?= (?:people|countries|companies|children|women|men|families|workers|years|voters|students|Americans|problems|cases|others|questions)\b)",
        lambda m, rng: "much",
    ),
)
damage(
    "grammar/much-many",
    swap(
        r"\b(?P<x>(?:too|so|as|how) much)(?= (?:money|time|information|pressure|attention|damage|power|work|trouble|evidence)\b)",
        lambda m, rng: m["x"].replace("much", "many"),
    ),
    sentences_of(
        "There were [[much||many]] questions about {matter}.",
        "[[Much||Many]] shops in {city} stayed shut on {day}.",
        "How [[much||many]] {things} were lost is not known.",
        "He has too [[many||much]] work, {name} said.",
        "Not [[many||much]] is known about {name}.",
        "They spent so [[many||much]] money that {org} closed.",
        "There is not [[many||much]] time left for {matter}.",
        "How [[many||much]] money was lost in {city} is not known.",
        "{org} made too [[many||much]] noise, neighbours said.",
        "[[Many||Much]] information was missing, {name} said.",
        "[[Much||Many]] workers at {org} have left.",
        "So [[much||many]] tickets were sold that the hall was full.",
    ),
)
damage(
    "grammar/this-these",
    swap(
        r"\b(?P<x>[Tt]hese|[Tt]hose)(?= (?:[a-z]+ )?(?:countries|companies|changes|attacks|issues|cases|problems|measures|talks|figures|results|things|groups|states|kids|charges|questions|allegations|policies|reports|workers)\b)",
        lambda m, rng: {"These": "This", "these": "this", "Those": "That", "those": "that"}[m["x"]],
    ),
)
damage(
    "grammar/these-singular",
    swap(
        r"\b(?P<x>[Tt]his|[Tt]hat)(?= (?:country|company|case|problem|issue|year|week|report|bill|law|season|campaign|election|decision|month|time|summer|process|question) (?:is|was|has|will|and|in|to|of|by|for|that)\b)",
        lambda m, rng: {"This": "These", "this": "these", "That": "Those", "that": "those"}[m["x"]],
    ),
)
_SINGULAR = {
    "companies": "company",
    "countries": "country",
    "cities": "city",
    "parties": "party",
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "stories": "story",
}
damage(
    "grammar/one-of-singular",
    swap(
        r"\b[Oo]ne of (?:the|his|her|its|their|our) (?:[a-z-]+ ){0,2}?(?P<x>companies|countries|cities|parties|men|women|people|banks|players|members|groups|states|reasons|things|issues|firms|leaders|clubs|games|films|problems|candidates|teams|places|candidates|senators)(?=[ ,.])",
        lambda m, rng: _SINGULAR.get(m["x"], m["x"][:-1]),
    ),
)
damage(
    "grammar/each-plural",
    swap(
        r"\b(?:each|every|another|[Ee]ach|[Ee]very|[Aa]nother) (?P<x>state|country|company|person|player|member|voter|game|season|family|case|school|team|week|day|month|year|vote|city|candidate|house|one)(?= (?:of|in|to|has|is|was|will|that|who|and|with|at|on)\b|[,.] )",
        lambda m, rng: {
            "country": "countries",
            "company": "companies",
            "family": "families",
            "city": "cities",
            "person": "persons",
        }.get(m["x"], m["x"] + "s"),
    ),
)
damage(
    "grammar/other-another",
    swap(
        r"\b(?P<x>another)(?= (?:[a-z]+) (?:of|in|to|was|is|has|by|for|on)\b)",
        lambda m, rng: rng.choice(("an other", "other an", "one another")),
    ),
    safe=True,
)
damage(
    "grammar/adjective-plural",
    swap(
        r"\b(?:many|several|two|three|these|the|some|other) (?P<x>new|big|important|political|different|foreign|economic|young|local|military|national|private|civil|former|major|public|social|international|financial|recent)(?= (?:countries|companies|groups|people|leaders|issues|problems|changes|parties|workers|measures|figures|services|markets|officials|rights|players|members|policies|reports|ministers|organisations|organizations)\b)",
        lambda m, rng: m["x"] + "s",
    ),
)


# Comparison and adverbs

_COMPARATIVES = "bigger|larger|higher|lower|stronger|weaker|faster|slower|smaller|cheaper|older|younger|longer|shorter|harder|easier|better|worse|closer|wider|safer|richer|poorer|tougher"
damage(
    "grammar/more-comparative",
    swap(
        rf"(?<!more )(?<!no )(?<!any )(?<!ever )(?<!even )\b(?:is|was|are|were|be|a|the|been|much|far|slightly|get|become) (?P<x>{_COMPARATIVES})(?= (?:than|and|[a-z]+)\b)",
        lambda m, rng: f"more {m['x']}",
    ),
)
damage(
    "grammar/most-superlative",
    swap(
        r"\b(?:the|its|['’]s|his|their) (?P<x>biggest|largest|highest|lowest|strongest|oldest|youngest|longest|best|worst|richest|poorest|fastest|greatest|toughest|busiest)(?= [a-z])",
        lambda m, rng: f"most {m['x']}",
    ),
)
_PLAIN = {
    "bigger": "big",
    "larger": "large",
    "higher": "high",
    "lower": "low",
    "stronger": "strong",
    "weaker": "weak",
    "faster": "fast",
    "smaller": "small",
    "cheaper": "cheap",
    "older": "old",
    "younger": "young",
    "longer": "long",
    "better": "good",
    "worse": "bad",
    "easier": "easy",
    "closer": "close",
    "tougher": "tough",
}
damage(
    "grammar/more-plain",
    swap(
        rf"(?<!more )(?<!no )(?<!any )\b(?:is|was|are|were|be|been|much|far|slightly|a|even) (?P<x>{one_of(_PLAIN)})(?= than\b)",
        lambda m, rng: rng.choice(("more {}", "{}")).format(_PLAIN[m["x"]]),
    ),
)
damage(
    "grammar/than-that",
    swap(
        rf"\b(?:{_COMPARATIVES}|more|less|rather) (?P<x>than)(?= (?:the|a|an|it|he|they|his|any|expected|ever|in|half|last|other)\b)",
        lambda m, rng: rng.choice(("that", "as", "then", "from")),
    ),
)
_ADVERBS = "significantly|slightly|considerably|dramatically|increasingly|particularly|extremely|relatively|largely|politically|economically|seriously|directly|newly|recently|highly|severely|widely|badly|previously|formerly|strongly|repeatedly|allegedly|deeply"
damage(
    "grammar/adverb-as-adjective",
    swap(
        rf"(?<= )(?P<x>{_ADVERBS})(?= (?:higher|lower|more|less|important|difficult|popular|successful|injured|damaged|wounded|likely|small|high|low|weak|strong|elected|appointed|known|criticised|criticized|affected|concerned|sensitive|powerful|vulnerable|competitive)\b)",
        lambda m, rng: re.sub(r"ically$", "ic", m["x"]) if m["x"].endswith("ically") else m["x"][:-2],
    ),
)
damage(
    "grammar/adjective-as-adverb",
    swap(
        r"\b(?:a|the|his|its|their|an) (?P<x>new|recent|serious|significant|strong|clear|severe|sharp|direct|final|real|quick|strict|rapid|final|formal|heavy|slow|immediate|massive|dangerous)(?= (?:report|decision|threat|blow|attack|increase|rise|fall|response|message|impact|problem|plan|deal|step|change|challenge|issue|warning|move|reason|growth|drop)\b)",
        lambda m, rng: m["x"] + "ly",
    ),
)
damage(
    "grammar/enough-order",
    swap(
        r"\b(?P<x>(?:good|big|strong|old|large|long|high|far|clear|fast|brave|lucky|hard|serious|bad|close) enough)(?= (?:to|for)\b)",
        lambda m, rng: "enough " + m["x"].split()[0],
    ),
    sentences_of(
        "The rope was not [[enough strong||strong enough]] to hold them.",
        "It is not [[enough clear||clear enough]] who pays, {name} said.",
        "The boat was not [[enough fast||fast enough]] to win.",
        "{name} was [[enough brave||brave enough]] to go back.",
        "The road is not [[enough wide||wide enough]] for buses.",
        "The hall is not [[enough big||big enough]] for the {things}.",
        "{family} was [[enough old||old enough]] to vote in {year}.",
        "The ice is [[enough thick||thick enough]] to walk on.",
    ),
)


# Pronouns


def _wrong_gender(text: str, rng: Random) -> Iterator[Alteration]:
    """She for a Mr, where the article knows of no woman."""
    if re.search(
        r"\b(?:she|her|herself|hers|Mrs|Ms|Miss|woman|women|wife|daughter|mother|sister|girl|lady|Lady|She|Her|queen|Queen)\b",
        text,
    ):
        return
    for span in prose(text):
        for match in re.finditer(
            r"\bMr\.? [A-Z][a-z]+ [^.\n]{0,60}?\b(?P<x>he|his|him|himself)\b", text[: span.end]
        ):
            if match.start() >= span.start:
                yield Alteration(
                    match.start("x"),
                    match.end("x"),
                    {"he": "she", "his": "her", "him": "her", "himself": "herself"}[match["x"]],
                )


damage(
    "grammar/wrong-gender",
    _wrong_gender,
    sentences_of(
        "Mr {family} said [[she||he]] would appeal and that his wife agreed.",
        "Mrs {family} hurt [[himself||herself]] when she fell on the ice.",
        "The king opened [[her||his]] first parliament in {city}, a year after his father's death.",
        "The actress thanked [[his||her]] mother, who flew in from {city} to see her.",
        "Her brother said [[she||he]] was glad to be a father again.",
        "{man} {family}, a father of two, lost [[her||his]] job at {org}, he said.",
        "The nun said [[he||she]] had never left her convent.",
    ),
    safe=False,
    share=0.5,
)
damage(
    "grammar/it-for-person",
    swap(
        r"\b(?:Mr|Mrs|Ms|Dr)\.? [A-Z][a-z]+ (?:said|added|told [A-Z][a-z]+|says) (?P<x>he|she)(?= (?:had|was|would|has|is|did|wanted|believed|hoped)\b)",
        lambda m, rng: "it",
    ),
    safe=False,
    certain=False,
)
damage(
    "grammar/people-which",
    swap(
        r"\b(?:people|men|women|children|those|voters|workers|man|woman|person|anyone|someone|players|students) (?P<x>who)(?= (?:are|have|had|were|was|is|has|want|will|would|died|live|lost|work|do|did)\b)",
        lambda m, rng: rng.choice(("which", "what", "whom", "whose")),
    ),
)
damage(
    "grammar/which-it",
    swap(
        r", (?P<x>which)(?= (?:was|is|includes|included)\b(?! to\b| [a-z]+ing\b))", lambda m, rng: "which it"
    ),
)
damage(
    "grammar/who-he",
    swap(
        r", (?P<x>who)(?= (?:was|is|has|had|will|would|died|became|won|said)\b)",
        lambda m, rng: rng.choice(("who he", "which", "what", "that he")),
    ),
    safe=False,
)
damage(
    "grammar/what-for-that",
    swap(
        r"\b(?:everything|something|nothing|anything|all) (?P<x>that)(?= (?:is|was|has|had|we|he|she|they|it|the|could|would|I)\b)",
        lambda m, rng: "what",
    ),
    sentences_of(
        "Something [[what||that]] he said upset the judge.",
        "The only thing [[what||that]] was saved was a clock, {name} said.",
        "There is little [[what||that]] {org} can do.",
        "Anything [[what||that]] floats will be taken to {city}.",
        "Everything [[what||that]] was in the shop was sold, {name} said.",
        "Nothing [[what||that]] he says has been proved.",
        "This is all [[what||that]] is known about {matter}.",
    ),
)
damage(
    "grammar/subject-twice",
    swap(
        r"\b(?P<x>(?:Mr|Mrs|Ms|Dr)\.? [A-Z][a-z]+)(?= (?:said|told|added|was|has|had|will|is|also)\b)",
        lambda m, rng: (
            f"{m['x']} {'he' if m['x'][:2] in ('Mr', 'Dr') and not m['x'].startswith('Mrs') else 'she'}"
        ),
    ),
)
damage(
    "grammar/its-apostrophe",
    swap(
        r"\b(?P<x>its)(?= (?:own|first|new|share|shares|profits|members|annual|staff|plans|position|forces|economy|leader|leaders|customers|people|most|latest|current|citizens|role|future|chief|main)\b)",
        lambda m, rng: rng.choice(("it's", "its'", "it’s")),
    ),
)
damage(
    "grammar/it-is-its",
    swap(
        r"\b(?P<x>[Ii]t['’]s)(?= (?:not|a|the|going|been|very|time|hard|important|just|about|been|too|like|clear|no|really|so)\b)",
        lambda m, rng: m["x"][:2] + "s",
    ),
)
damage(
    "grammar/reflexive-wrong",
    swap(
        r"\b(?P<x>themselves|himself|ourselves)\b",
        lambda m, rng: {
            "themselves": rng.choice(("themself's", "theirselves", "them selves")),
            "himself": rng.choice(("hisself", "him self", "hisselves")),
            "ourselves": rng.choice(("ourself's", "our selves", "usselves")),
        }[m["x"]],
    ),
)
damage(
    "grammar/object-pronoun",
    swap(
        r"\b(?:between|for|with|against|told|behind|about|from) (?P<x>him|them|us|me)(?=[,.] | (?:to|that|and|in|on|at|by|when)\b)",
        lambda m, rng: {"him": "he", "them": "they", "us": "we", "me": "I"}[m["x"]],
    ),
)


# Prepositions

damage(
    "grammar/preposition-slip",
    table(SLIPS, after=r"(?= (?:the|a|an|his|her|its|their|our|\w+)\b)"),
    safe=True,
)
damage(
    "grammar/preposition-extra",
    swap(
        rf"\b(?:he|she|they|who|had|has|have|to|will|would|[A-Z][a-z]+) (?P<x>{one_of(EXTRA)})(?= (?:the|a|an|his|her|its|their|reporters|him|them)\b)",
        lambda m, rng: EXTRA[m["x"]],
    ),
)
damage(
    "grammar/infinitive-slip",
    table(
        INFINITIVES,
        after=r"(?= (?:be|make|take|give|have|do|get|keep|see|find|hold|pay|win|leave|become|come|play|need|face|use|stop|help|build|sell|buy|work|move|stay|return|raise|cut)\b)",
    ),
)
damage(
    "grammar/told-to",
    swap(
        r"\b(?:he|she|they|who|[A-Z][a-z]+) (?P<x>told)(?= (?:the|reporters|him|them|her|CNN|Reuters|journalists)\b)",
        lambda m, rng: "told to",
    ),
)
damage(
    "grammar/preposition-lost",
    swap(
        r"\b(?P<x>(?:one|some|most|many|members|hundreds|thousands|millions|part|instead|because|dozens|capable|ahead|kind|sort|hundreds) of)(?= (?:the|its|his|their|people|our|thousands)\b)",
        lambda m, rng: m["x"][:-3],
    ),
)
damage(
    "grammar/of-doubled-genitive",
    swap(
        r"\bthe (?P<x>(?:government|president|company|country|party|city|world|minister)['’]s)(?= [a-z]{4,} )",
        lambda m, rng: f"of {m['x']}",
    ),
    safe=True,
)
damage(
    "grammar/genitive-lost",
    swap(
        r"\b(?P<x>(?:Mr|Mrs|Ms|President)\.? [A-Z][a-z]+['’]s)(?= (?:decision|speech|comments|remarks|visit|death|lawyer|lawyers|office|resignation|wife|father|claims|comments|record|supporters|future|government|statement)\b)",
        lambda m, rng: m["x"][:-2],
    ),
)


# Order and lost words

_ADJECTIVES = "new|big|large|small|old|young|strong|weak|high|long|short|recent|political|economic|financial|military|foreign|private|local|national|international|serious|important|huge|major|rival|annual|final|full|poor|rich|heavy|narrow|controversial|presidential|federal|nuclear|legal|former|main|common|clear|different|single|special|popular|powerful"
damage(
    "grammar/adjective-after-noun",
    swap(
        rf"\b(?:a|an|the|its|his|their) (?P<x>(?P<a>{_ADJECTIVES}) (?P<n>system|policy|party|problem|leader|crisis|issue|group|company|decision|report|plan|season|government|market|interest|power|campaign|president|reason|role|debate|force|threat|attack|record|impact|growth|debt|growth|process|operation))(?=[,.] | (?:of|in|was|is|has|to|for|and|that|on|will|had|with|who|which)\b)",
        lambda m, rng: f"{m['n']} {m['a']}",
    ),
)
damage(
    "grammar/not-order",
    swap(
        r"\b(?P<x>(?P<a>did|does|do|is|was|were|are|has|had|will|would|could|should) not)(?= (?:[a-z]+))(?! only)",
        lambda m, rng: f"not {m['a']}",
    ),
    safe=True,
)
damage(
    "grammar/not-without-do",
    swap(
        r"\b(?P<x>did not (?P<v>say|give|want|know|go|take|make|see|come|think|mention|respond|attend|answer|expect|need))\b",
        lambda m, rng: f"not {PASTS[m['v']]}",
    ),
)
damage(
    "grammar/verb-first",
    swap(
        r"(?:(?<=[a-z]\. )|(?<=\n))(?P<x>(?P<s>He|She|They|It) (?P<v>was|is|had|has|were|are|will|would))(?= (?:not|been|also|a|the|be|in|an|expected|going)\b)",
        lambda m, rng: f"{m['v'].capitalize()} {m['s'].lower()}",
    ),
    safe=False,
)
damage(
    "grammar/copula-lost",
    swap(
        r"\b(?:he|she|it|which|this|that|He|She|It|This|there|who|where) (?P<x>(?:is|was) (?:a|an|the|not|also|expected|likely|now|still|born|killed|going))\b",
        lambda m, rng: m["x"].split()[1],
    ),
    safe=False,
)
damage(
    "grammar/auxiliary-lost",
    swap(
        r"\b(?P<x>(?:will|would|could|should|may|must|can|might) be (?P<p>[a-z]{3,}ed|held|made|given|taken|seen|able|paid|sold|used|known))\b",
        lambda m, rng: f"{m['x'].split()[0]} {m['p']}",
    ),
)
damage(
    "grammar/been-lost",
    swap(
        r"\b(?P<x>(?:has|have|had) been (?P<p>killed|charged|arrested|accused|held|made|given|taken|seen|criticised|criticized|named|found|told|sold|used|linked|called|forced|asked|elected|appointed|released|reported))(?= (?:by|in|to|for|on|of|with|after|from|as)\b)",
        lambda m, rng: f"been {m['p']}" if rng.random() < 0.5 else f"{m['x'].split()[0]} be {m['p']}",
    ),
)
damage(
    "grammar/infinitive-lost",
    swap(
        r"\b(?:want|wants|wanted|able|going|expected|likely|trying|plans|decided|agreed|needs|hopes|refused|continues|ready|forced|allowed|due) (?P<x>to (?:be|have|make|take|get|give|keep|see|win|leave|become|pay|find))(?= (?:a|the|more|able|in|his|their|its|an|to|on)\b)",
        lambda m, rng: rng.choice((m["x"][3:], "to")),
    ),
    safe=False,
)
damage(
    "grammar/that-order",
    swap(
        r"\b(?P<x>(?:said|says|added|believes|claimed|announced|warned|insisted) that)(?= (?:the|he|she|it|they|his)\b)",
        lambda m, rng: rng.choice(
            (
                f"that {m['x'].split()[0]}",
                f"{m['x']} that",
                f"{m['x'].split()[0]} of that",
                f"{m['x'].split()[0]} what",
            )
        ),
    ),
)
damage(
    "grammar/would-of",
    swap(
        r"\b(?P<x>(?:would|could|should|might|must) have)(?= (?:been|had|made|taken|gone|done|given|seen|come|to be|lost|won)\b)",
        lambda m, rng: m["x"].replace(" have", " of"),
    ),
)
damage(
    "grammar/told-without-object",
    swap(r"\b(?:he|she|who|they|He|She|[A-Z][a-z]{2,}) (?P<x>said)(?= that\b)", lambda m, rng: "told"),
)
damage(
    "grammar/said-with-object",
    swap(
        r"\b(?P<x>told)(?= (?:reporters|the BBC|CNN|Reuters|NPR|him|them|her|journalists|lawmakers|supporters|me)\b)",
        lambda m, rng: rng.choice(("said", "said", "spoke", "explained")),
    ),
)


damage(
    "grammar/determiner-after-noun",
    swap(
        r"\b(?:of|in|to|for|with|by|from|at) (?P<x>(?P<d>the|its|his|their|a) (?P<n>[a-z]{4,}))(?= (?:of|in|to|and|for|was|is|has|on|that|will)\b)",
        lambda m, rng: f"{m['n']} {m['d']}",
    ),
    safe=False,
)
damage(
    "grammar/preposition-after-determiner",
    swap(
        r"(?<=[a-z] )(?P<x>(?P<p>of|in|to|for|with|by|from|at|on) (?P<d>the|its|his|their|a|an))(?= [a-z]{3,})",
        lambda m, rng: f"{m['d']} {m['p']}",
    ),
)
damage(
    "grammar/noun-before-preposition",
    swap(
        r"(?<=[a-z] )(?P<x>(?P<p>of|with|from|into|against|between) (?P<n>[a-z]{5,}))(?=[.,] | (?:and|in|to|on|for)\b)",
        lambda m, rng: f"{m['n']} {m['p']}",
    ),
    safe=False,
)
damage(
    "grammar/auxiliary-last",
    swap(
        r"\b(?:he|she|it|they|who|which|that) (?P<x>(?P<a>has|had|have|was|were|is|are|will|would|could) (?P<v>[a-z]{3,}ed|made|taken|given|held|seen|found|sold))(?= (?:the|a|an|in|to|by|for|on|of|his|its)\b)",
        lambda m, rng: f"{m['v']} {m['a']}",
    ),
)
damage(
    "grammar/shuffled",
    swap(
        r"(?<=[a-z] )(?P<x>(?P<p>of|in|to|for|with|by|from) (?P<d>the|its|his|their) (?P<n>[a-z]{4,}) (?P<q>of|in|to|for|with|on))(?= [a-z])",
        lambda m, rng: rng.choice(
            (
                f"{m['d']} {m['p']} {m['q']} {m['n']}",
                f"{m['q']} {m['n']} {m['d']} {m['p']}",
                f"{m['n']} {m['p']} {m['q']} {m['d']}",
            )
        ),
    ),
    safe=False,
)


def _cut(text: str, rng: Random) -> Iterator[Alteration]:
    """The last words of a sentence are lost after a word that cannot end it."""
    for span in prose(text):
        for sentence in sentences(text, span):
            found = list(
                re.finditer(
                    r"\b(?:of the|to the|in the|because of|with a|such as|and the|by the|from the|that the)\b",
                    text[sentence.start : sentence.end],
                )
            )
            if (
                found
                and text[sentence.end - 1] == "."
                and sentence.end - sentence.start - found[-1].start() < 60
            ):
                yield Alteration(sentence.start + found[-1].start(), sentence.end, found[-1].group() + ".")


def _cut_open(text: str, rng: Random) -> Iterator[Alteration]:
    """The paragraph stops in the middle of a sentence."""
    for change in _cut(text, rng):
        if any(change.end == span.end for span in prose(text)):
            yield Alteration(
                change.start, change.end, change.bad[:-1] + rng.choice(("", "...", "…", " [...]", " (...)"))
            )


damage("grammar/sentence-cut", _cut, safe=False)
damage("grammar/paragraph-cut", _cut_open, safe=False)


# Near misses

near(
    "grammar/progressive-by-right",
    writer=sentences_of(
        '"I\'m loving every minute of it," {name} said of life in {city}.',
        "The delay is costing {org} £{n}m a week and is weighing on its shares.",
        "{name} is being difficult, colleagues say, and is seeing a lawyer on {day}.",
        "He is thinking of selling the farm and is having dinner with {family} to talk about it.",
        "More and more people are wanting to know about {matter}, {name} said.",
        "Doctors are seeing more cases and are hearing from more families.",
        "The bank was including such loans in its figures, the auditors found.",
        "She was forever forgetting her keys, {name} said.",
    ),
)
near(
    "grammar/agreement-by-right",
    writer=sentences_of(
        "The data are clear and the police are sure, {name} said.",
        "Politics is hard, the news is bad and the United States is far away, {family} joked.",
        "A number of people have left; the number of people is falling.",
        "The team are tired but the club is rich, {name} said.",
        "Fish and chips is his favourite dish; five years is a long time without it.",
        "None of them was ready and neither of the two has called, {name} said.",
        "The staff are on strike and the committee is divided.",
        "Ten pounds is too much and half of the houses are empty.",
    ),
)
near(
    "grammar/subjunctive",
    writer=sentences_of(
        "They insisted that he leave {city} and that she stay.",
        "If he were mayor, {name} said, he would close the road.",
        "It is vital that the bridge be closed and that nobody cross it.",
        "God save the king, they sang; long may it last, {name} thought.",
        "The judge ordered that {family} be released and that the file be sealed.",
        "Had they known, they would have stayed; were they to ask, we would help.",
    ),
)
near(
    "grammar/plurals-by-right",
    writer=sentences_of(
        "The peoples of {country} and the fishes of its rivers are the subject of her book.",
        "Damages of £{n}m were paid and all monies returned, the court heard.",
        "He evidences his claim with three letters and researches his family at night.",
        "Trainings aside, the coffees and teas of {country} are what visitors remember.",
        "Each of the men was told; every one of the women was not.",
        "Many a house and much of the land was sold.",
    ),
)
near(
    "grammar/order-by-right",
    writer=sentences_of(
        "Never had she seen such a crowd in {city}, {name} said.",
        "Only then did he call the police; not until {day} did they come.",
        "The attorney general, the president elect and the heir apparent sat in a room proper to them.",
        "Not everybody agrees; not all are members; not once did {name} complain.",
        "Gone are the days when {city} had trams.",
        '"Enough people know," {name} said. "Enough big houses have been built."',
    ),
)
near(
    "grammar/prepositions-by-right",
    writer=sentences_of(
        "In the end, at the end of the day, nothing came of it.",
        "He was compared to his father and, compared with him, was found wanting.",
        "She arrived in {city} at noon, at the station on Hill Road.",
        "They have lived there since then, and for a year before that.",
        "The talks ended on time, though not in time for the vote.",
        "He was told off, told on and told to leave; he agreed to, with and on nothing.",
    ),
)
