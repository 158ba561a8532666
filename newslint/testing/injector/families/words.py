"""Words: spun, of the wrong sense, calques, foreign, homophones, misspellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from newslint.testing.injector.layout import prose, quotations, sentences
from newslint.testing.injector.material.calques import CERTAIN, UNCERTAIN
from newslint.testing.injector.material.places import ADJECTIVES
from newslint.testing.injector.material.spinner import SPINNER
from newslint.testing.injector.material.spun import COLLOCATIONS, SMALL_TRANSLATED, TRANSLATED, WRONG_SENSE
from newslint.testing.injector.model import Alteration, Site
from newslint.testing.injector.registry import damage, near, sentences_of, swap, table

# Spun and mistranslated

damage("words/spun-collocation", table(COLLOCATIONS), safe=False)


damage(
    "words/spinner-word",
    swap(
        rf"(?<=[a-z] )(?P<x>{'|'.join(SPINNER)})(?=[ ,.](?![A-Z]))",
        lambda m, rng: rng.choice(SPINNER[m["x"]]),
    ),
    safe=False,
)


def _spun_sentence(text: str, rng: Random) -> Iterator[Site]:
    """Three to five words of one sentence swapped at once, as a spinning program does."""
    pattern = re.compile(rf"(?<=[a-z] )(?:{'|'.join(SPINNER)})(?=[ ,.](?![A-Z]))")
    for span in prose(text):
        for sentence in sentences(text, span):
            found = list(pattern.finditer(text, sentence.start, sentence.end))
            if len(found) >= 2:
                chosen = sorted(
                    rng.sample(found, min(len(found), rng.randrange(2, 6))), key=lambda m: m.start()
                )
                yield tuple(Alteration(m.start(), m.end(), rng.choice(SPINNER[m.group()])) for m in chosen)


damage("words/spun-sentence", _spun_sentence, safe=False)


def _wrong_sense(text: str, rng: Random) -> Iterator[Alteration]:
    for pattern, words in WRONG_SENSE:
        for change in swap(pattern, lambda m, rng: rng.choice(words))(text, rng):  # noqa: B023
            clean = text[change.start : change.end]
            plural = clean.endswith("s") and not change.bad.endswith("s") and clean != "trials"
            yield Alteration(
                change.start, change.end, change.bad + "s" if plural and " " not in change.bad else change.bad
            )


damage("words/wrong-sense", _wrong_sense, safe=False)
damage(
    "words/wrong-sense-planted",
    writer=sentences_of(
        "The striker scored from the [[punishment||penalty]] spot in {city}.",
        "He hit the [[wooden board||crossbar]] twice in {small} minutes.",
        "The court gave him a [[suspended phrase||suspended sentence]] of {small} months.",
        "{name} will [[walk||run]] for mayor of {city} next {month}.",
        "Its [[liquid||liquidity]] ratio fell, and the [[bank of the river||bank]] asked for more capital.",
        "The jury [[came back with a phrase||came back with a verdict]] after {small} hours.",
        "The ship ran aground on a [[money bank||sandbank]] off {country}.",
        "The [[feather||pen]] that signed the treaty is on show in {city}.",
        "A [[crane bird||crane]] fell on to the building site, crushing {small} cars.",
        "The singer's new [[single person||single]] is out on {day}.",
        "The [[mouse animal||mouse]] and keyboard come with the computer, {org} said.",
        "Police found {n} [[letters of the alphabet||letters]] in his [[suit||suitcase]].",
        "The [[nail of the finger||nail]] in the coffin of {matter} was the cost.",
        "His [[right of hand||right-hand]] man, {name}, will take over.",
        "The [[bark of dog||bark]] of the oak was stripped by deer near {city}.",
        "The firm will [[fire with a gun||fire]] {n} of its staff in {country}.",
        "{org} has [[thrown||launched]] a new phone, its [[mobile of hand||mobile]] division said.",
        "The striker is out with a broken [[spare rib||rib]] and a bruised [[veal||calf]].",
        "The minister's [[ministry||cabinet]] colleagues sat at the [[tablet||table]] for {small} hours.",
        "An [[earth trembling||earthquake]] shook {city} at dawn on {day}.",
    ),
    safe=False,
)
damage("words/calque", table(CERTAIN), safe=False)
damage("words/false-friend", table(UNCERTAIN), certain=False, safe=False)
damage(
    "words/false-friend-certain",
    writer=sentences_of(
        "The shoe [[fabric||factory]] in {city} employs {n} people.",
        "He was [[constipated||suffering from a cold]] and missed the match against {country}.",
        "She left her [[carpet||folder]] on the bus, {name} said.",
        "The soup contains no [[preservatives against pregnancy||preservatives]], {org} said.",
        "{name} [[became||received]] a letter from the tax office in {month}.",
        "The strike by [[truck conductors||truck drivers]] enters a new week.",
        "A [[chef||head]] of department at {org} resigned on {day}.",
        "His [[handy||mobile phone]] rang during the hearing.",
        "Children must be at the [[gymnasium||grammar school]] by eight, {name} said.",
        "The minister [[assisted to||attended]] the funeral in {city}.",
        "The [[notice||news]] of her death reached {city} on {day}.",
        "The [[actual||current]] mayor, elected in {year}, succeeds {name}.",
        "She studied [[magister of law||for a master's degree in law]] in {country}.",
        "He was [[deceived||disappointed]] by the cold welcome he got in {city}, he said, though nobody had lied to him.",
        "The exhibition will be [[inaugurated itself||opened]] on {day}.",
        "The [[journey||day]] of action was joined by {n} unions.",
        "They bought the flat with a [[hypotheque||mortgage]] from {org}.",
        "The bank [[blocked up||froze]] his accounts in {country}.",
        "The team [[gained||won]] the match {d}-1 in {city}.",
        "Fans were [[very emotionated||very moved]] when {name} left.",
        "The [[direction||management]] of {org} rejected the claim.",
        "The minister [[has pronounced himself||spoke out]] against {matter}.",
        "The prize was [[delivered itself||awarded]] to {name} in {month}.",
        "The [[concurrency||competition]] between {org} and its rivals is fierce.",
        "He got a [[notation||mark]] of {d} in his exam.",
    ),
    safe=False,
)


# Reporting verbs

damage(
    "words/reporting-verb-object",
    swap(
        r"(?:,[\"”’'] )(?:he|she|they|Mr\.? [A-Z][a-z]+|[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?P<x>said)(?=[.,]| (?:in|on|at|of)\b)",
        lambda m, rng: rng.choice(
            (
                "told",
                "informed",
                "talked",
                "spoke",
                "expressed",
                "notified",
                "described",
                "discussed",
                "mentioned out",
                "uttered out",
            )
        ),
    ),
)
damage(
    "words/reporting-verb-inverted",
    swap(
        r"(?:,[\"”’'] )(?P<x>said)(?= (?:Mr\.? )?[A-Z][a-z]+)",
        lambda m, rng: rng.choice(
            ("told", "informed", "talked", "expressed", "spoke", "notified", "advised of")
        ),
    ),
)
damage(
    "words/reporting-verb-that",
    swap(
        r"\b(?:he|she|they|who|Mr\.? [A-Z][a-z]+) (?P<x>said|added|announced|explained)(?= that\b)",
        lambda m, rng: rng.choice(
            ("informed", "told", "talked", "spoke", "expressed of", "discussed", "described")
        ),
    ),
)
damage(
    "words/reporting-verb-spun",
    swap(
        r"\b(?:he|she|they|spokesman|spokeswoman|minister|president|Mr\.? [A-Z][a-z]+) (?P<x>said)\b(?=[.,]| (?:that|the|it|he|she|in)\b)",
        lambda m, rng: rng.choice(
            (
                "articulated",
                "opined",
                "proclaimed",
                "conveyed",
                "uttered",
                "verbalised",
                "asserted out",
                "quipped",
                "enunciated",
            )
        ),
    ),
    certain=False,
    safe=False,
)


# Wrong part of speech, nationality

damage(
    "words/country-for-adjective",
    swap(
        rf"(?<=[a-z,] )(?P<x>{'|'.join(ADJECTIVES)})(?= (?:troops|police|minister|army|people|parliament|authorities|carmaker|voters|soldiers|citizens|diplomat|diplomats|lawmakers|language|history|culture)\b)",
        lambda m, rng: ADJECTIVES[m["x"]],
    ),
)
damage(
    "words/adjective-for-country",
    swap(
        rf"\b(?:from|of|against|between) (?P<x>{'|'.join(v for v in ADJECTIVES.values())})(?=[.,] | (?:and|to|for|in|on|is|was|has|had|will|after|as|that)\b)",
        lambda m, rng: next(k for k, v in ADJECTIVES.items() if v == m["x"]),
    ),
)
_NOUN_VERB = {
    "decision": "decide", "failure": "fail", "growth": "grow", "arrival": "arrive", "refusal": "refuse", "death": "die",
    "loss": "lose", "success": "succeed", "departure": "depart", "resignation": "resign", "agreement": "agree",
    "discovery": "discover", "choice": "choose", "analysis": "analyse", "belief": "believe", "proposal": "propose",
    "defeat": "defeated", "strength": "strong", "safety": "safe", "freedom": "free", "importance": "important",
    "difficulty": "difficult", "ability": "able", "poverty": "poor", "violence": "violent", "absence": "absent",
    "presence": "present", "election": "elect", "appointment": "appoint", "investigation": "investigate",
    "creation": "create", "introduction": "introduce", "development": "develop", "announcement": "announce",
}  # fmt: skip
damage(
    "words/verb-for-noun",
    swap(
        rf"\b(?:the|his|her|their|its|a) (?P<x>{'|'.join(_NOUN_VERB)})(?= (?:of|to|that|in|by|on)\b|[.,] )",
        lambda m, rng: _NOUN_VERB[m["x"]],
    ),
)
_VERB_NOUN = {
    "decide": "decision", "choose": "choice", "lose": "loss", "grow": "growth", "succeed": "success", "fail": "failure",
    "believe": "belief", "prove": "proof", "strengthen": "strength", "announce": "announcement", "argue": "argument",
    "arrive": "arrival", "behave": "behaviour", "create": "creation", "decrease": "decreasing", "develop": "development",
    "destroy": "destruction", "explain": "explanation", "improve": "improvement", "investigate": "investigation",
    "pay": "payment", "protect": "protection", "reduce": "reduction", "refuse": "refusal", "replace": "replacement",
    "resign": "resignation", "solve": "solution", "survive": "survival", "treat": "treatment", "prevent": "prevention",
}  # fmt: skip
damage(
    "words/noun-for-verb",
    swap(
        rf"\b(?:will|would|could|can|must|should|not|may) (?P<x>{'|'.join(_VERB_NOUN)})(?= (?:the|a|an|his|her|its|their|to|on|in|it|them)\b)",
        lambda m, rng: _VERB_NOUN[m["x"]],
    ),
)


# Foreign words left over

damage(
    "words/foreign-small",
    swap(
        rf"(?<=[a-z] )(?P<x>{'|'.join(SMALL_TRANSLATED)})(?= [a-z]{{3,}})",
        lambda m, rng: rng.choice(SMALL_TRANSLATED[m["x"]]),
    ),
)
damage(
    "words/foreign-noun",
    swap(
        rf"\b(?:the|a|his|its|their|this|of|last|for|our) (?P<x>{'|'.join(TRANSLATED)})(?=[ ,.])(?! [A-Z])",
        lambda m, rng: rng.choice(TRANSLATED[m["x"]]),
    ),
    safe=False,
)
damage(
    "words/foreign-beside",
    swap(
        rf"\b(?:the|a|his|its|their|this) (?P<x>{'|'.join(TRANSLATED)})(?= (?:of|to|in|and|was|is|has|had|on|for|with)\b)",
        lambda m, rng: (
            f"{m['x']} ({rng.choice(TRANSLATED[m['x']])})"
            if rng.random() < 0.5
            else f"{rng.choice(TRANSLATED[m['x']])} {m['x']}"
        ),
    ),
)


# Homophones

_HOMOPHONES = {
    "their own": ("there own", "they're own"), "there is": ("their is",), "there are": ("their are", "they're are"),
    "there was": ("their was",), "there were": ("their were",), "rather than": ("rather then",),
    "less than": ("less then",), "was led by": ("was lead by",), "is led by": ("is lead by",), "peace talks": ("piece talks",),
    "peace process": ("piece process",), "great deal": ("grate deal",), "steel industry": ("steal industry",),
    "lose the": ("loose the",), "to lose": ("to loose",), "could lose": ("could loose",), "their lives": ("there lives",),
    "whether the": ("weather the",), "whether or not": ("weather or not",), "affected by": ("effected by",),
    "have an effect": ("have an affect",), "the effect of": ("the affect of",), "in principle": ("in principal",),
    "the principal": ("the principle",), "city council": ("city counsel",), "weeks ago": ("weaks ago",), "his role in": ("his roll in",),
    "a role in": ("a roll in",), "role in the": ("roll in the",), "too much": ("to much",), "too many": ("to many",), "too late": ("to late",),
    "who's": ("whose",), "you're": ("your",), "at stake": ("at steak",), "death toll": ("death tole",), "in vain": ("in vein",),
    "by two": ("buy two",), "passed away": ("past away",), "in the past": ("in the passed",), "its peak": ("its pique",),
    "prime minister": ("prime minster",), "lightning": ("lightening",), "advice on": ("advise on the",), "the advice": ("the advise",),
    "court ruling": ("caught ruling",), "foreign aid": ("foreign aide",), "a top aide": ("a top aid",), "under way": ("under weigh",),
    "brake": ("break",), "site of": ("sight of",), "no one": ("know one",), "we knew": ("we new",), "he knew": ("he new",),
    "hear the": ("here the",), "heard the": ("herd the",), "waste of": ("waist of",), "for sale": ("for sail",), "on board": ("on bored",),
    "toe the line": ("tow the line",), "free rein": ("free reign",), "sheer": ("shear",), "the right to": ("the write to",),
    "allowed to": ("aloud to",), "used to": ("use to",), "supposed to": ("suppose to",), "would have": ("would've of",),
    "military might": ("military mite",), "plain": ("plane",), "the whole": ("the hole",), "a whole": ("a hole",),
    "stationary": ("stationery",), "lay off": ("lie off",), "board of directors": ("bored of directors",), "road to": ("rode to",),
    "the scene": ("the seen",), "at the scene": ("at the seen",), "key weakness": ("quay weakness",), "seize": ("cease",),
    "sweeping": ("sweaping",), "ensure that": ("insure that",), "elicit": ("illicit",), "voters were": ("voters where",), "they were": ("they where",),
    "we were": ("we where",), "who were": ("who where",),
}  # fmt: skip
_AMBIGUOUS = (
    "who's",
    "you're",
    "sheer",
    "plain",
    "brake",
    "site of",
    "ensure that",
    "seize",
    "lightning",
    "road to",
    "lay off",
    "sweeping",
    "to lose",
    "by two",
    "would have",
    "stationary",
    "hear the",
    "he knew",
    "we knew",
    "used to",
    "foreign aid",
    "a top aide",
    "the principal",
)
damage("words/homophone", table({k: v for k, v in _HOMOPHONES.items() if k not in _AMBIGUOUS}))


# Misspellings and capitals

_MISSPELT = {
    "government": "goverment", "parliament": "parliment", "committee": "comittee", "successful": "succesful", "necessary": "neccessary",
    "separate": "seperate", "definitely": "definately", "occurred": "occured", "received": "recieved", "believe": "beleive",
    "independent": "independant", "environment": "enviroment", "according": "acording", "immediately": "immediatly",
    "beginning": "begining", "business": "buisness", "career": "carreer", "embarrassed": "embarassed", "foreign": "foriegn",
    "interest": "intrest", "knowledge": "knowlege", "library": "libary", "maintenance": "maintainance", "million": "milion",
    "opportunity": "oppurtunity", "particularly": "particulary", "possible": "posible", "president": "presidant", "probably": "probly",
    "recommend": "reccomend", "relevant": "relevent", "restaurant": "restaraunt", "security": "securty", "similar": "similiar",
    "surprise": "suprise", "tomorrow": "tommorow", "together": "togehter", "until": "untill", "weird": "wierd", "which": "whcih",
    "because": "becuase", "people": "poeple", "police": "polcie", "before": "befroe", "campaign": "campagin", "against": "agianst",
    "another": "anohter", "between": "betwen", "company": "comapny", "country": "coutnry", "decision": "descision", "different": "diffrent",
    "economic": "econmic", "election": "elction", "expected": "expceted", "financial": "finacial", "including": "inculding",
    "investigation": "investigaton", "legislation": "legistlation", "national": "nationl", "officials": "offcials",
    "political": "politcal", "problems": "probelms", "reported": "reproted", "statement": "statment", "support": "suport",
    "through": "thruogh", "violence": "voilence", "already": "allready", "although": "altough", "argument": "arguement",
    "judgment": "judgemant", "leader": "leder", "their": "thier", "while": "whlie", "would": "woudl", "should": "shoudl",
    "could": "coudl", "about": "abuot", "after": "atfer", "said": "siad", "with": "wiht", "that": "taht",
}  # fmt: skip
damage(
    "words/misspelling-known",
    swap(rf"(?<![\w-])(?P<x>{'|'.join(_MISSPELT)})(?![\w'’-])", lambda m, rng: _MISSPELT[m["x"]]),
)


def _typo(match: re.Match[str], rng: Random) -> str:
    word = match["x"]
    place = rng.randrange(2, len(word) - 2)
    kind = rng.randrange(3)
    if kind == 0:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == 1:
        return word[:place] + word[place] + word[place] + word[place:]
    near_keys = {
        "a": "sq",
        "e": "wr",
        "i": "uo",
        "o": "ip",
        "u": "yi",
        "n": "bm",
        "r": "et",
        "s": "ad",
        "t": "ry",
        "l": "k",
        "m": "n",
        "d": "sf",
        "c": "xv",
        "g": "fh",
        "p": "o",
    }
    return word[:place] + rng.choice(near_keys.get(word[place], "x")) + word[place + 1 :]


damage("words/typo", swap(r"(?<![\w'’-])(?P<x>[a-z]{9,})(?![\w'’-])", _typo), safe=False)
damage(
    "words/capital-in-sentence",
    swap(
        r"\b(?:the|a|of|in|to|his|its|their|and|was|for) (?P<x>(?!god|internet|web|government|pope|bible|church|house|state|earth|senate|congress|treasury|budget|cabinet|president|south|north|east|west)[a-z]{5,})(?= (?:of|in|to|and|was|is|for|that|on|with|by|has)\b)",
        lambda m, rng: m["x"].capitalize(),
    ),
)
damage(
    "words/capitals-all",
    swap(
        r"\b(?:the|a|of|in|to|his|its|their|was|for) (?P<x>[a-z]{5,})(?= (?:of|in|to|and|was|is|for|that|on|with|by|has)\b)",
        lambda m, rng: m["x"].upper(),
    ),
    certain=False,
    safe=False,
)
damage(
    "words/capital-half",
    swap(
        r"\b(?P<x>(?:The|This|They|There|When|While|After|But|In|At|He|She|And|With|For|From)) (?=[a-z])",
        lambda m, rng: (
            m["x"][:2].upper() + m["x"][2:] if len(m["x"]) > 2 else m["x"][0].lower() + m["x"][1:].upper()
        ),
    ),
)
damage(
    "words/small-first-letter",
    swap(
        r"(?<=[a-z]\. )(?P<x>(?:The|It|He|She|They|But|In|This|There|When|However|After|At|On|For|A|We))(?= [a-z])",
        lambda m, rng: m["x"].lower(),
    ),
)
damage(
    "words/i-small",
    swap(
        r"(?<= )(?P<x>I)(?= (?:am|was|have|had|think|do|did|will|would|know|want|don['’]t|can|could|believe)\b)",
        lambda m, rng: "i",
    ),
)
damage(
    "words/masked",
    swap(
        r"\b(?P<x>killed|murder|suicide|attack|weapons|bomb|drugs|rape|violence|death|sex|shot|shooting|terrorist|dead)\b",
        lambda m, rng: rng.choice(
            (
                m["x"][0] + "*" * (len(m["x"]) - 2) + m["x"][-1],
                m["x"].replace("i", "1").replace("e", "3").replace("a", "@").replace("o", "0"),
                "*" * len(m["x"]),
                m["x"][0] + "—" + m["x"][-1],
            )
        ),
    ),
    certain=True,
)
damage(
    "words/injected",
    swap(
        r"(?<=[a-z]{3} )(?P<x>(?:of|in|to|for|with|and) [a-z]{4,})(?= [a-z])",
        lambda m, rng: m["x"].replace(
            " ",
            rng.choice(
                (
                    " casino ",
                    " buy now ",
                    " viagra ",
                    " ezoic ",
                    " adsense ",
                    " lorem ",
                    " null ",
                    " undefined ",
                    " NaN ",
                    " [object Object] ",
                    " xxx ",
                    " seo ",
                    " click here ",
                    " loan online ",
                    " TODO ",
                    " sponsored ",
                )
            ),
            1,
        ),
    ),
)


def _scare(text: str, rng: Random) -> Iterator[Alteration]:
    """A word swapped within a quotation for its neighbour in a thesaurus."""
    swaps = {
        "very": "exceedingly much",
        "people": "individuals persons",
        "good": "goodly",
        "think": "suppose of",
        "want": "desire for",
        "things": "stuffs",
        "work": "labour on",
        "great": "awesome big",
        "years": "annums",
        "country": "land nation",
        "better": "more improved than",
        "important": "vital of importance",
        "really": "truthfully in reality",
        "happy": "joyous of",
        "problem": "problematic",
    }
    for quotation in quotations(text):
        for match in re.finditer(rf"\b(?:{'|'.join(swaps)})\b", quotation.inner):
            start = quotation.opening + 1 + match.start()
            yield Alteration(start, start + len(match.group()), swaps[match.group()])


damage("words/spun-in-quotation", _scare, safe=False)


# Near misses

near(
    "words/odd-but-right",
    writer=sentences_of(
        "Light pollution, white noise, dark matter and red giants are on the syllabus in {city}.",
        "The river bank was a bank of mud; the Bank of {city} is on it.",
        "The coach that took the fans to {city} crashed, and the head coach rang the coach firm.",
        "The party threw a party; the cabinet bought a cabinet; the board voted for a new board.",
        "A two-word phrase, a long sentence and a short clause were struck out by the judge.",
        "A plank came loose, a crane flew over and a crane fell down on {day}, {name} said.",
        "Dead heat, dead calm, dead ringer: {name} used all three in one speech.",
        "Artificial intelligence, machine learning and big data were {family}'s subjects.",
        "Matchsticks, lighters and fireworks are banned at the match against {country}.",
    ),
)
near(
    "words/foreign-by-right",
    writer=sentences_of(
        "The coup d'état, the detente and the perestroika years are all in the book, {name} said.",
        "The Bundestag, the Knesset, the Duma and the Sejm have all passed such laws.",
        "A certain schadenfreude, a whiff of Realpolitik and no little chutzpah marked the talks.",
        "The de facto leader, an ad hoc committee and the status quo: such is {city}, {name} said.",
        "They ate paella in Seville, Wurst in Graz and et cetera in {city}, as she put it.",
        "Los Angeles, La Paz, Le Havre, El Paso, Den Haag and De Panne are on the route.",
        "The firm Und Co, the magazine Y and the film Et Après open in {city}.",
        '"Viva la revolución," he shouted, and the crowd in {city} shouted it back.',
    ),
)
near(
    "words/brand-capitals",
    writer=sentences_of(
        "Sales of the iPad, of eBay vouchers and of adidas shoes rose in {month}.",
        "The TUI desk, the IKEA till and the VISA sign were all shut on {day}.",
        "{name} of CARE International and the WHO's HIV team met at UNICEF House.",
        "The Government, the Party and the Church, as {family} writes them, were at odds.",
        '"WE WON," the banner read, and "THANK YOU, {city}".',
    ),
)
near(
    "words/homophones-by-right",
    writer=sentences_of(
        "Their own car is there, and they're in it, {name} said.",
        "He who led the lead miners had more lead than gold, and then more gold than lead.",
        "Whether the weather holds is what the whole crew asked at the hole.",
        "It's had its day; who's to say whose day is next?",
        "The principal agreed in principle; the council took counsel; the effect affected all.",
        "The actual cost, eventually, was {d} times the current one, {org} said.",
        "A sensible man and a sensitive one, he attended the school and assisted its head.",
    ),
)
near(
    "words/reporting-by-right",
    writer=sentences_of(
        '"It will be done," he told the {city} paper.',
        "He told of his years in {country} and spoke of his return.",
        '"Never," she informed him, and mentioned no reason.',
        "He expressed regret, stated his case and proclaimed victory, all in {small} minutes.",
        "She said him nay, as her grandmother would have put it; he told that story often.",
    ),
)
