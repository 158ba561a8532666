"""Seams of the text: stops, commas, spaces, hyphens, brackets, words, paragraphs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from random import Random

from newslint.testing.injector.layout import has_pairs, holds, prose, sentences, within_quotation
from newslint.testing.injector.material.function_words import CLOSED, COMPOUNDS, ENDINGS, GLUES
from newslint.testing.injector.model import Alteration
from newslint.testing.injector.registry import damage, near, sentences_of, swap

LOWER_END = r"\b(?!(?:vs|etc|approx|dept|cf|al)\.)[a-z]{2,}"
"""A lower-case word that may end a sentence."""
NBSP = "\u00a0"


def _newline(text: str) -> str:
    """What parts the paragraphs of this article."""
    return "\r\n\r\n" if "\r\n" in text else "\n\n" if "\n\n" in text else "\n"


def _without_space(match: re.Match[str], rng: Random) -> str:
    return match["x"].replace(" ", "")


def _spaced_out(match: re.Match[str], rng: Random) -> str:
    """Put a space before the last mark."""
    return f"{match['x'][:-1]} {match['x'][-1]}"


# Lost spaces

damage("seams/lost-space-stop-capital", swap(rf"(?P<x>{LOWER_END}\. [A-Z][a-z'’]+)\b", _without_space))
damage("seams/lost-space-figure-stop", swap(r"(?P<x>\b\d{1,4}\. [A-Z][a-z]+)\b", _without_space))
damage(
    "seams/lost-space-name-stop",
    swap(r"(?<= )(?P<x>[A-Z][a-z]{4,}\. (?:The|It|He|She|They|But|In|This|We|And))\b", _without_space),
)
damage(
    "seams/lost-space-acronym-stop",
    swap(r"(?P<x>\b[A-Z]{2,5}\. (?:The|It|He|She|They|But|In|This|A|At|On))\b", _without_space),
)
damage("seams/lost-space-stop-quote", swap(rf"(?P<x>{LOWER_END}\. [\"“])(?=[A-Z])", _without_space))
damage("seams/lost-space-quote-next", swap(r"(?P<x>\b[a-z]+[.,!?][\"”] [A-Za-z][a-z]+)\b", _without_space))
damage("seams/lost-space-question", swap(r"(?P<x>\b[a-z]+[?!] [A-Z][a-z]*)\b", _without_space))
damage("seams/lost-space-comma", swap(r"(?P<x>\b[A-Za-z]+, [a-z]+)\b", _without_space, head=True))
damage("seams/lost-space-comma-name", swap(r"(?P<x>\b[a-z]+, [A-Z][a-z]+)\b", _without_space))
damage("seams/lost-space-comma-figure", swap(r"(?P<x>\b\d+, [a-z]+)\b", _without_space))
damage("seams/lost-space-colon", swap(r"(?P<x>\b[a-z]+[:;] [A-Za-z\"“][a-z]*)", _without_space))
damage("seams/lost-space-before-bracket", swap(r"(?P<x>\b[A-Za-z]{3,} \()(?=\w)", _without_space))
damage("seams/lost-space-after-bracket", swap(r"(?P<x>\w{2,}\) [a-z]+)\b", _without_space))
damage(
    "seams/lost-space-before-dollar",
    swap(r"(?P<x>\b(?:of|to|from|about|than|a|by|for|paid|cost) [$£€]\d)", _without_space),
)


def _paragraphs_run_together(text: str, rng: Random) -> Iterator[Alteration]:
    spans = prose(text)
    for one, two in itertools.pairwise(spans):
        between = text[one.end : two.start]
        last = re.search(r"\b[a-z]+\.$", text[one.start : one.end])
        first = re.match(r"[A-Z][a-z]+\b", text[two.start : two.end])
        if not between.strip() and last and first:
            start = one.start + last.start()
            yield Alteration(start, two.start + first.end(), last.group() + first.group())


damage("seams/paragraphs-run-together", _paragraphs_run_together)


# Extra spaces

damage("seams/space-before-stop", swap(rf"(?P<x>{LOWER_END}\.)(?=\s|$)", _spaced_out))
damage("seams/space-before-comma", swap(r"(?P<x>\b[A-Za-z]+,)(?= )", _spaced_out))
damage("seams/space-before-question", swap(r"(?P<x>\b[a-z]+[?!])(?=[\s\"”]|$)", _spaced_out))
damage("seams/space-before-colon", swap(r"(?P<x>\b[A-Za-z]+[:;])(?= )", _spaced_out, head=True))
damage(
    "seams/nbsp-before-mark",
    swap(
        r"(?P<x>\b[A-Za-z]+[:;?!])(?=[ \n]|$)",
        lambda m, rng: m["x"][:-1] + rng.choice((NBSP, "\u202f")) + m["x"][-1],
    ),
)
damage(
    "seams/space-both-sides-comma",
    swap(r"(?P<x>\b[A-Za-z]+, [A-Za-z]+)\b", lambda m, rng: m["x"].replace(", ", rng.choice((" ,", ",  ")))),
)
damage(
    "seams/space-inside-brackets",
    swap(
        r"(?P<x>\(\w[^()\n]{1,30}\w\))",
        lambda m, rng: rng.choice(("( {} )", "( {})", "({} )")).format(m["x"][1:-1]),
    ),
)
damage(
    "seams/space-before-apostrophe",
    swap(
        r"(?P<x>\b[A-Za-z]+['’]s)\b",
        lambda m, rng: re.sub("(['’])", rng.choice((r" \1", r"\1 ", r" \1 ")), m["x"]),
    ),
)
damage(
    "seams/contraction-split",
    swap(
        r"\b(?P<x>(?:did|does|do|was|is|are|have|has|had|would|could|should)n['’]t)\b",
        lambda m, rng: f"{m['x'][:-3]} {m['x'][-3:]}",
    ),
)
damage(
    "seams/space-at-hyphen",
    swap(
        r"(?P<x>\b(?:long|short|high|low|well|two|three|four|five|six|one|self|full|part|cross|north|south|mid|post|pre|anti|so)"
        r"-[a-z]{3,})\b(?!-| (?:and|or|to)\b)",
        lambda m, rng: m["x"].replace("-", rng.choice(("- ", " -"))),
        head=True,
    ),
)
damage(
    "seams/double-space-in-sentence",
    swap(r"(?P<x>\b[a-z]{3,} [a-z]{3,})\b", lambda m, rng: m["x"].replace(" ", rng.choice(("  ", "   ")))),
    safe=True,
)
damage(
    "seams/dash-one-sided",
    swap(
        r"(?P<x>\b\w+ [–—-] \w+)", lambda m, rng: re.sub(r" ([–—-]) ", rng.choice((r"\1 ", r" \1")), m["x"])
    ),
)
damage(
    "seams/age-hyphen-lost",
    swap(
        r"(?P<x>\b\d{1,2}-(?:year|month|week)-old)\b",
        lambda m, rng: (
            re.sub("-", " ", m["x"], count=1)
            if rng.random() < 0.5
            else m["x"][::-1].replace("-", " ", 1)[::-1]
        ),
    ),
)


# Doubled and clashing marks

damage(
    "seams/stop-doubled",
    swap(rf"(?P<x>{LOWER_END}\.)(?=\s|$)", lambda m, rng: m["x"] + rng.choice((".", " ."))),
)
damage(
    "seams/comma-doubled", swap(r"(?P<x>\b[A-Za-z]+,)(?= )", lambda m, rng: m["x"] + rng.choice((",", " ,")))
)
damage(
    "seams/stop-comma",
    swap(r"(?P<x>\b[a-z]{3,},)(?= [a-z])", lambda m, rng: m["x"][:-1] + rng.choice((".,", ",."))),
)
damage(
    "seams/comma-stop-end",
    swap(rf"(?P<x>{LOWER_END}\.)(?=\s|$)", lambda m, rng: m["x"][:-1] + rng.choice((",.", ".,", ", ."))),
)
damage(
    "seams/question-stop",
    swap(r"(?P<x>\b[a-z]+\?)(?=[\s]|$)", lambda m, rng: m["x"][:-1] + rng.choice(("?.", ".?", "?,"))),
)
damage(
    "seams/colon-clash",
    swap(
        r"(?P<x>\b[a-z]+[:;])(?= )",
        lambda m, rng: m["x"] + rng.choice(",.:;" if m["x"][-1] == ":" else ",;."),
    ),
)
damage(
    "seams/abbreviation-stop-doubled",
    swap(
        r"(?P<x>\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Sgt)\.)(?= [A-Z])",
        lambda m, rng: m["x"] + rng.choice((".", " .", ",")),
    ),
)
damage(
    "seams/dash-comma",
    swap(
        r"(?P<x>\b\w+ [–—-]) ",
        lambda m, rng: m["x"].replace(" ", ", ", 1) if rng.random() < 0.5 else m["x"] + ",",
    ),
    safe=False,
)
damage(
    "seams/bracket-lost",
    swap(r"(?P<x>\(\w[^()\n]{1,25}\w\))", lambda m, rng: m["x"][1:] if rng.random() < 0.5 else m["x"][:-1]),
)
damage(
    "seams/bracket-doubled",
    swap(r"(?P<x>\(\w[^()\n]{1,25}\w\))", lambda m, rng: rng.choice(("({}", "{})", "({})")).format(m["x"])),
)


# Stray and lost marks

_DETERMINERS = "the|a|an|its|their|his|our|this|these|every|some"
_PREPOSITIONS = (
    "of|in|on|at|by|for|with|from|to|into|about|over|under|between|against|through|during|after|before"
)
_AUXILIARIES = "was|were|is|are|has|have|had|will|would|could|should|may|might|can|must|been|be|did|does"
_CONJUNCTIONS = "and|or|but|because|while|although|that|which|who|if|when|as|than"


for _name, _before, _after in (
    ("determiner", _DETERMINERS, r"[a-z]{3,}"),
    ("preposition", _PREPOSITIONS, r"(?:the|a|an|its|their|his)\b"),
    ("preposition-name", _PREPOSITIONS, r"(?!I\b)[A-Z][a-z]{2,}"),
    ("preposition-figure", "of|in|by|for|with|from|about|than|over|nearly|almost", r"[$£]?\d"),
    (
        "auxiliary",
        "has|have|had|been|be|would|could|should|must|will",
        r"(?:been|be|have|made|taken|given|said|seen|become|[a-z]{3,}ed)\b",
    ),
    ("conjunction", "because|although|whether|than|unless", r"(?:the|a|it|he|they|she|his|its|we)\b"),
):
    damage(
        f"seams/stray-stop-{_name}",
        swap(rf"\b(?P<x>{_before})(?= {_after})", lambda m, rng: m["x"] + rng.choice((".", ".", " ."))),
    )
damage(
    "seams/stray-stop-noun",
    swap(
        r"\b(?P<x>[a-z]{3,}(?:tion|ment|ity|ness|ship|ance|ence|ers|ists|ies))(?= (?:of|from|with|under|between|into|who|which)\b)",
        lambda m, rng: m["x"] + ".",
    ),
)
damage(
    "seams/stray-stop-subject",
    swap(
        r"\b(?P<x>he|she|they|we|it)(?= (?:was|were|is|are|had|has|have|will|would|could|said)\b)",
        lambda m, rng: m["x"] + ".",
    ),
)
damage(
    "seams/stray-stop-said-again",
    swap(
        rf"\b(?P<x>(?:{_PREPOSITIONS}) (?P<again>the|a|its|their|his))(?= [a-z])",
        lambda m, rng: f"{m['x']}. {m['again']}",
    ),
)
damage(
    "seams/stray-comma-determiner",
    swap(
        r"\b(?P<x>the|a|an|its|their|his|our)(?= (?!on\b|in\b)[a-z]{3,}\b(?!,))",
        lambda m, rng: m["x"] + rng.choice((",", " ,")),
    ),
)
damage(
    "seams/stray-comma-preposition",
    swap(
        r"\b(?P<x>of|from|with|into|at|between|against)(?= (?:the|a|an|its|their|his)\b)",
        lambda m, rng: m["x"] + ",",
    ),
)
damage(
    "seams/stray-comma-infinitive",
    swap(
        r"\b(?P<x>to)(?= (?:be|make|take|give|help|keep|get|see|find|hold|pay|do|have|go|win|build|sell|buy|use|stop|protect|avoid)\b)",
        lambda m, rng: "to,",
    ),
)
damage(
    "seams/stray-colon",
    swap(
        r"\b(?P<x>of|the|a|an|from|into|has been|have been|will be)(?= [a-z]{3,})",
        lambda m, rng: m["x"] + rng.choice(":;"),
    ),
)
damage(
    "seams/comma-for-stop",
    swap(
        rf"(?P<x>{LOWER_END}\. (?:The|It|He|She|They|In|This|But|We|There|His|Its))\b",
        lambda m, rng: m["x"].replace(".", ","),
    ),
    safe=False,
)
damage(
    "seams/stop-for-comma",
    swap(
        r"(?P<x>\b[a-z]{3,}, (?:but|which|who|and|while|although|with|where))(?= [a-z])",
        lambda m, rng: m["x"].replace(",", "."),
    ),
    safe=False,
)
damage(
    "seams/lost-stop-between-sentences",
    swap(
        rf"(?P<x>{LOWER_END}\. (?:The|It|He|She|They|In|This|But|We|There|His|Its))(?= [a-z])",
        lambda m, rng: m["x"].replace(".", ""),
    ),
)


def _lost_final_stop(text: str, rng: Random) -> Iterator[Alteration]:
    for span in prose(text)[:-1]:
        last = re.search(r"\b[a-z]{3,}\.$", text[span.start : span.end])
        if last:
            yield Alteration(span.start + last.start(), span.end, last.group()[:-1])


damage("seams/lost-final-stop", _lost_final_stop, safe=False)


def _broken_paragraph(text: str, rng: Random) -> Iterator[Alteration]:
    newline = _newline(text)
    for match in re.finditer(r"\b(?P<x>(?:of|the|in|a|to|by|for|with|was|has|have) [a-z]{3,})\b", text):
        if any(holds(span, match.start(), match.end()) for span in prose(text)):
            yield Alteration(match.start(), match.end(), match["x"].replace(" ", newline))


damage("seams/broken-paragraph", _broken_paragraph)


# Glued and split words


def _glue(match: re.Match[str], rng: Random) -> str | None:
    glued = match["x"].replace(" ", "")
    return None if glued.lower() in COMPOUNDS else glued


damage("seams/glued-function", swap(rf"\b(?P<x>(?:{'|'.join(GLUES)}))\b", _glue))
damage(
    "seams/glued-function-word",
    swap(rf"\b(?P<x>(?:the|of|and|for|with|from|that|was) (?!\b(?:{CLOSED})\b)[a-z]{{4,}})\b", _glue),
)
damage(
    "seams/glued-words",
    swap(
        rf"\b(?P<x>(?!\b(?:{CLOSED})\b)[a-z]{{5,}}(?:ion|ity|ment|ful|ous|ing|ed|ly) (?!\b(?:{CLOSED})\b)[a-z]{{5,}})\b",
        _glue,
    ),
)
damage(
    "seams/glued-name", swap(r"\b(?P<x>(?:of|in|by|for|said|from|with|to|and|told) [A-Z][a-z]{3,})\b", _glue)
)
damage(
    "seams/glued-figure",
    swap(
        r"(?P<x>(?<![\d.,])[\d,]{2,9} (?:people|years|million|billion|days|men|women|other|countries|months|jobs|per cent|percent))\b",
        _glue,
        head=True,
    ),
)
damage(
    "seams/glued-figure-before",
    swap(r"\b(?P<x>(?:in|of|by|than|about|from|at|since|until) \d{2,4})\b(?![.,]\d|%)", _glue),
)
damage("seams/glued-three", swap(r"\b(?P<x>(?:of|in|to|by|for|on) the [a-z]{4,})\b", _glue))


def _split(match: re.Match[str], rng: Random) -> str:
    return f"{match['x'][: -len(match['tail'])]}{rng.choice((' ', ' ', '- '))}{match['tail']}"


damage("seams/split-word", swap(rf"(?<![\w-])(?P<x>[a-z]{{3,}}(?P<tail>{ENDINGS}))(?![\w-])", _split))
damage(
    "seams/split-hyphen-left",
    swap(
        rf"(?<![\w-])(?P<x>[a-z]{{4,}}(?P<tail>{ENDINGS}))(?![\w-])",
        lambda m, rng: f"{m['x'][: -len(m['tail'])]}-{m['tail']}",
    ),
)


# Near misses

near(
    "seams/abbreviations",
    writer=sentences_of(
        "The firm, based in St. Louis, opened an office near the Mt. Pleasant works of Gale Inc. on {day}.",
        "The hearing began at 9 a.m. Monday and ended at 4 p.m. Tuesday, officials said.",
        "Sales of fruit, vegetables, flowers, etc., rose by {n}% in {month}, {org} said.",
        "{name} Jr. said the U.S. Army Corps of Engineers would inspect the dam.",
        "Lawyers for Marlow & Sons Ltd. said the claim was filed in the U.K. The judge has not set a date.",
        "The address given was 14 Elm St. NW, opposite the offices of Hale Bros. and Co.",
        "The agency lists three risks, i.e. fire, flood and theft, for the building at No. 10 Quay Rd.",
        "She holds a Ph.D. from Trinity College and an M.B.A. from a school in {city}.",
        "The car left Washington, D.C., at noon, approx. two hours before the train.",
    ),
)
near(
    "seams/dotted-names",
    writer=sentences_of(
        "The site Booking.com and the shop Notonthehighstreet.com both reported delays on {day}.",
        "A fault in Node.js and in ASP.NET left {thousands} customers without service, {org} said.",
        "Customers were told to install iOS 14.5.1 or version 2.0.3 of the software.",
        "The letter was sent from press@example.org and later appeared on www.example.org/news.html in full.",
        "The musician will.i.am played {city} on {day} with the band Wet.Leaves, {name} said.",
        "J.K. Rowling, J. R. R. Tolkien and P.G. Wodehouse were the most borrowed writers in {city}.",
        "The rapper M.I.A. and the group R.E.M. withdrew their songs from the service.",
        "A strain of E. coli was found in the water, the laboratory at St. John's said.",
        "The band's first album, Vol. 1, was followed by ...And Then Silence, a record of {d} songs.",
    ),
)
near(
    "seams/marks-in-names",
    writer=sentences_of(
        "A spokesman for Yahoo! said the figures would be published on {day}.",
        "The musical Oklahoma! opened in {city} the night before Mamma Mia!, which closed in {month}.",
        "The game show Jeopardy!, first seen in 1964, returns on {day}.",
        "Readers of Which? said the helpline was slow, and the magazine Hello! agreed.",
        "The play Who's Afraid of Virginia Woolf? returns to {city} on {day}.",
        "The fund's shares in Yum! Brands and Chips Ahoy! maker Mondelez rose by {d}%.",
    ),
)
near(
    "seams/hanging-hyphens",
    writer=sentences_of(
        "The report sets out short- and long-term goals for {matter}.",
        "Two- and three-bedroom flats in {city} now cost the same, {org} said.",
        "Pre- and post-war houses will be surveyed by {month}, the council said.",
        "Both the under-15s and the over-65s pay half, with a two-for-one offer on {day}.",
        "The 6- to 12-year-olds were taught in the hall while the 13-year-olds had the gym.",
        "First-, second- and third-placed teams go through, {name} said.",
    ),
)
near(
    "seams/odd-spacing-in-names",
    writer=sentences_of(
        "The eBay listing for an iPhone and a GoPro ended at 7.30pm on {day}.",
        "McDonald's, LeBron James and the DeLorean Motor Company were all named in the claim.",
        "The 9-to-5 working day suits {n}% of staff, and/or their families, {org} said.",
        "HarperCollins, PricewaterhouseCoopers and BlackRock declined to comment on the report.",
        "The A1(M) and the M25 were closed for {d} hours, and the path(s) beside them flooded.",
        "The 4x4 and two HGVs were left on the A38 near junction 12(b), police said.",
    ),
)
near(
    "seams/honest-ellipsis",
    writer=sentences_of(
        'The note read: "We waited ... and then we went home."',
        '"I thought I\'d seen it all... but this was new," {name} said.',
        '"Really?!" said {name}, who had not been told about {matter}.',
        '"And then... nothing," {name} said of the talks in {city}.',
    ),
)
near(
    "seams/numbered-points",
    writer=sentences_of(
        "The plan has three parts: 1. new pipes; 2. new pumps; 3. a new reservoir.",
        "The committee (a) rejected the first offer, (b) asked for a second and (c) adjourned until {day}.",
        "Article 5.2(a) and Rule 14.1 do not apply to {matter}, the tribunal said.",
        "The score stood at 3:2, the time was 14:05 and the ratio of staff to pupils was 1:9.",
    ),
)


def _stop_for_semicolon(text: str, rng: Random) -> Iterator[Alteration]:
    """Two full sentences from one, as an editor might."""
    pattern = re.compile(
        r"\b(?P<x>[a-z]{3,}, but (?:he|she|they|it|we))(?= (?:was|were|had|has|have|did|said|will|would)\b)"
    )
    for span in prose(text):
        for match in pattern.finditer(text, span.start, span.end):
            if not within_quotation(text, match.start()):
                yield Alteration(match.start("x"), match.end("x"), match["x"].replace(", but", ". But"))


def _paragraph_parted(text: str, rng: Random) -> Iterator[Alteration]:
    """A new paragraph where a new sentence begins."""
    newline = _newline(text)
    for span in prose(text):
        if not has_pairs(text[span.start : span.end]):
            continue
        found = sentences(text, span)
        for one, two in itertools.pairwise(found):
            if not within_quotation(text, two.start - 1):
                yield Alteration(one.end, two.start, newline)


near("seams/sentence-parted", _stop_for_semicolon)
near("seams/paragraph-parted", _paragraph_parted)
near(
    "seams/two-spaces-after-stop",
    swap(rf"{LOWER_END}\.(?P<x> )(?=[A-Z][a-z])", "  "),
)
