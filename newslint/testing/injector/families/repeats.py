"""Things said twice: words, phrases, figures, names, sentences, paragraphs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from random import Random

from newslint.core.positions import Span
from newslint.testing.injector.layout import has_pairs, headline, prose, sentences, within_quotation
from newslint.testing.injector.material.function_words import CLOSED
from newslint.testing.injector.model import Alteration
from newslint.testing.injector.registry import Finder, damage, near, sentences_of, swap


def _twice(match: re.Match[str], rng: Random) -> str:
    return f"{match['x']} {match['x']}"


for _name, _words in (
    ("article", "the|a|an"),
    ("preposition", "of|from|with|into|at|between|against|during|to|for"),
    ("conjunction", "and|but|because|although|while|or|if"),
    ("auxiliary", "was|were|has|have|will|would|could|are|be|been"),
    ("pronoun", "he|they|we|their|its|they|his|who|which"),
):
    damage(f"repeats/double-{_name}", swap(rf"(?<![,;] )\b(?P<x>{_words})(?= [a-z$£€\d])", _twice, head=True))

_NOT_CLOSED = rf"(?!\b(?:{CLOSED}|had|very|really|far|long|little|years|again|big|old|now|yeah|blah|hear|good|high|wide|deep|hard|fast|late|well|knock|yes)\b)"
damage("repeats/double-short-word", swap(rf"(?<= )(?P<x>{_NOT_CLOSED}[a-z]{{3,5}})(?= [a-z])", _twice))
damage(
    "repeats/double-long-word", swap(rf"(?<= )(?P<x>{_NOT_CLOSED}[a-z]{{8,}})(?=[ .,])", _twice, head=True)
)
damage(
    "repeats/double-first-word",
    swap(
        r"(?:(?<=[.] )|(?<=\n))(?P<x>(?:The|In|But|It|They|He|She|We|This|At|On|For|A|His|And))(?= [a-z])",
        lambda m, rng: f"{m['x']} {rng.choice((m['x'], m['x'].lower()))}",
    ),
)
damage(
    "repeats/double-across-comma",
    swap(
        r"\b(?P<x>the|of|from|with|into|at|was|has|his|their|to)(?= [a-z])",
        lambda m, rng: f"{m['x']}, {m['x']}",
    ),
)
damage(
    "repeats/double-across-stop",
    swap(
        r"\b(?P<x>the|of|from|with|into|at|was|his|their)(?= [a-z])",
        lambda m, rng: f"{m['x']}. {rng.choice((m['x'], m['x'].capitalize()))}",
    ),
)
damage(
    "repeats/double-across-quote",
    swap(r"\b(?P<x>(?P<w>the|a|of|by|an|as|with) [\"“‘])(?=[a-z])", lambda m, rng: m["x"] + m["w"] + " "),
    safe=True,
)


def _across_paragraphs(text: str, rng: Random) -> Iterator[Alteration]:
    newline = "\r\n\r\n" if "\r\n" in text else "\n\n" if "\n\n" in text else "\n"
    for change in swap(r"(?<= )(?P<x>(?:of the|in the|the|was|has|to|for|by|with|from))(?= [a-z])", _twice)(
        text, rng
    ):
        word = text[change.start : change.end]
        yield Alteration(change.start, change.end, word + newline + word)


damage("repeats/double-across-lines", _across_paragraphs)
damage(
    "repeats/many-times",
    swap(
        r"\b(?P<x>the|of the|in|and|to|a|was|said|with)(?= [a-z])",
        lambda m, rng: " ".join([m["x"]] * rng.randrange(3, 7)),
    ),
)
damage(
    "repeats/half-word-again",
    swap(
        rf"(?<= )(?P<x>{_NOT_CLOSED}[a-z]{{7,}})(?=[ .,])",
        lambda m, rng: f"{m['x'][: rng.randrange(2, 6)]} {m['x']}",
    ),
)
damage(
    "repeats/half-word-after",
    swap(
        rf"(?<= )(?P<x>{_NOT_CLOSED}[a-z]{{8,}})(?=[ .,])",
        lambda m, rng: f"{m['x']} {m['x'][-rng.randrange(3, 6) :]}",
    ),
)
damage("repeats/name-again", swap(r"(?<=[a-z] )(?P<x>[A-Z][a-z]{2,} [A-Z][a-z]{3,})(?= [a-z])", _twice))
damage("repeats/surname-again", swap(r"(?<= )(?:Mr|Mrs|Ms|Dr)\.? (?P<x>[A-Z][a-z]{3,})(?= [a-z])", _twice))
damage("repeats/figure-again", swap(r"(?<= )(?P<x>[$£€]?\d[\d,.]*(?:%|m|bn)?)(?= [a-z])", _twice))
damage(
    "repeats/day-again",
    swap(r"\b(?P<x>(?:on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))(?= [a-z])", _twice),
)


def phrase(low: int, high: int, joint: tuple[str, ...]) -> Finder:
    """Say a stretch of words again.

    It starts with a small word, so that no list can be meant.
    """
    starters = re.compile(r"\b(?:of|in|on|at|by|for|from|with|the|has been|that the|to the|was|were|to)\b")

    def find(text: str, rng: Random) -> Iterator[Alteration]:
        for span in prose(text):
            for match in starters.finditer(text, span.start, span.end):
                count = rng.randrange(low, high + 1)
                words = re.compile(rf"[A-Za-z]+(?: [A-Za-z]+){{{count - 1}}}(?= [a-z])").match(
                    text, match.start(), span.end
                )
                if words:
                    yield Alteration(
                        words.start(), words.end(), words.group() + rng.choice(joint) + words.group()
                    )

    return find


damage("repeats/phrase-two", phrase(2, 2, (" ",)))
damage("repeats/phrase-three", phrase(3, 3, (" ",)))
damage("repeats/phrase-long", phrase(4, 8, (" ",)))
damage("repeats/phrase-comma", phrase(3, 6, (", ",)))
damage("repeats/phrase-stop", phrase(3, 6, (". ", ". ", " . ")))
damage(
    "repeats/phrase-and",
    swap(
        r"\b(?P<x>the [a-z]+ [a-z]{4,}(?:ion|ment|ity|ness|ers|ies|ance|ence|ists|ship))(?=[ ,.])",
        lambda m, rng: f"{m['x']} and {m['x']}",
    ),
    safe=False,
)
damage(
    "repeats/phrase-first-words",
    swap(r"(?<=[a-z]\. )(?P<x>(?:The|In|But|They|This|For|A|On) [a-z]+(?: [a-z]+)?)(?= [a-z])", _twice),
)


def _long_sentences(text: str) -> Iterator[tuple[Span, Span]]:
    """Sentences of twelve words and more, outside of quotations, with their paragraphs."""
    for span in prose(text):
        if has_pairs(text[span.start : span.end]):
            for sentence in sentences(text, span):
                words = text[sentence.start : sentence.end]
                if words.count(" ") >= 12 and has_pairs(words) and words[-1] in ".!?" and words[0].isupper():
                    yield span, sentence


def _sentence_adjacent(text: str, rng: Random) -> Iterator[Alteration]:
    for _, sentence in _long_sentences(text):
        if not within_quotation(text, sentence.end):
            words = text[sentence.start : sentence.end]
            yield Alteration(sentence.end, sentence.end, words, lead=" ")


def _sentence_distant(text: str, rng: Random) -> Iterator[Alteration]:
    spans = [s for s in prose(text) if has_pairs(text[s.start : s.end])]
    for span, sentence in _long_sentences(text):
        later = [s for s in spans if s.start > span.end]
        if later:
            place = rng.choice(later).end
            yield Alteration(place, place, text[sentence.start : sentence.end], lead=" ")


def _slightly(words: str, rng: Random) -> str | None:
    """The sentence with one small word or phrase changed."""
    changes = (
        (r"\bsaid\b", "stated"),
        (r"\bmore than\b", "over"),
        (r"\balso \b", ""),
        (r"\bbut\b", "yet"),
        (r"\babout\b", "around"),
        (r"\blast year\b", "a year ago"),
        (r"\bhowever, \b", ""),
        (r"\bas well as\b", "and"),
        (r"\bbecause\b", "since"),
        (r"\bbig\b", "large"),
        (r"\bhas\b(?= [a-z]+ed\b)", "had"),
        (r"\bpeople\b", "persons"),
        (r"\bwill\b", "would"),
    )
    for pattern, new in rng.sample(changes, len(changes)):
        if re.search(pattern, words):
            return re.sub(pattern, new, words, count=1)
    return None


def _sentence_changed(text: str, rng: Random) -> Iterator[Alteration]:
    for _, sentence in _long_sentences(text):
        again = _slightly(text[sentence.start : sentence.end], rng)
        if again and not within_quotation(text, sentence.end):
            yield Alteration(sentence.end, sentence.end, again, lead=" ")


def _paragraph(text: str, rng: Random, distant: bool, after: str = "") -> Iterator[Alteration]:
    newline = "\r\n\r\n" if "\r\n" in text else "\n\n" if "\n\n" in text else "\n"
    spans = prose(text)
    for span in spans:
        later = [s for s in spans if s.start > span.end]
        place = rng.choice(later).end if distant and len(later) > 1 else span.end
        if distant and place == span.end:
            continue
        yield Alteration(place, place, text[span.start : span.end] + after, lead=newline)


damage("repeats/sentence-again", _sentence_adjacent)
damage("repeats/sentence-again-later", _sentence_distant, safe=False)
damage("repeats/sentence-slightly-changed", _sentence_changed, safe=False)
damage("repeats/paragraph-again", lambda text, rng: _paragraph(text, rng, False))
damage("repeats/paragraph-again-later", lambda text, rng: _paragraph(text, rng, True), safe=False)


def _paragraph_half(text: str, rng: Random) -> Iterator[Alteration]:
    """The beginning of the next paragraph is repeated at the end of this one."""
    spans = prose(text)
    for one, two in itertools.pairwise(spans):
        start = re.match(r"(?:[A-Za-z]+ ){5,9}", text[two.start : two.end])
        if start and has_pairs(text[one.start : one.end]):
            yield Alteration(
                one.end, one.end, start.group().rstrip() + rng.choice(("", "...", "…", " [...]")), lead=" "
            )


damage("repeats/next-paragraph-cut", _paragraph_half)


def _headline_again(text: str, rng: Random) -> Iterator[Alteration]:
    span = headline(text)
    if span:
        newline = "\r\n\r\n" if "\r\n" in text else "\n\n" if "\n\n" in text else "\n"
        words = text[span.start : span.end]
        yield Alteration(span.end, span.end, rng.choice((words, words + ".", words.upper())), lead=newline)


damage("repeats/headline-again", _headline_again, safe=False)


def _end_again(text: str, rng: Random) -> Iterator[Alteration]:
    """The last words of a sentence are repeated after it."""
    for _, sentence in _long_sentences(text):
        tail = re.search(
            r" (?P<x>(?:in|of|on|at|by|for|from|with|to) (?:[A-Za-z]+ ){0,3}[A-Za-z]+\.)$",
            text[sentence.start : sentence.end],
        )
        if tail and not within_quotation(text, sentence.end):
            yield Alteration(
                sentence.end,
                sentence.end,
                rng.choice((tail["x"], tail["x"][0].upper() + tail["x"][1:])),
                lead=" ",
            )


damage("repeats/sentence-end-again", _end_again, safe=False)


# Near misses

near(
    "repeats/emphasis",
    writer=sentences_of(
        "It was a very, very long wait, {name} said.",
        '"No, no, no," said {name}, "that is not what we agreed in {city}."',
        "Again and again, and again after that, the pumps failed, the report on {matter} said.",
        "The search went on and on, day after day, and by {month} there was little left to search.",
        '"It\'s a long, long way from {city}," said {name}.',
        '"Please, please come home," she said.',
        '"Never, never, never," {name} said when asked about {matter}.',
        "They checked, checked and checked again before {matter} was approved.",
        "More and more people, fewer and fewer buses: that is how {name} sums up the problem.",
    ),
)
near(
    "repeats/grammar",
    writer=sentences_of(
        "{name} had had enough of {matter} by then, the hearing was told.",
        "He knew that that was wrong, {name} said of {matter}.",
        "What the report is, is a list of excuses, {name} said.",
        "The problem they had had had been solved by {month}, according to {name}.",
        "Those who can, can apply again; those who do, do so at their own cost.",
        "What they do do is meet in {city} once a year.",
        "The letter came in in {month}, and the reply went out on {day}.",
        'She said "that" that often, he said.',
        "Whatever he was in, in {city} he was only a guest.",
        "The bill was handed on on {day}, {name} said.",
    ),
)
near(
    "repeats/names",
    writer=sentences_of(
        "Duran Duran and The The will play {city} in {month}.",
        "The seat of Walla Walla, in Washington state, has {n} vineyards.",
        "Sirhan Sirhan was refused parole again, the board said.",
        "Boutros Boutros-Ghali led the United Nations from 1992.",
        "The ferry to Pago Pago and the flight to Bora Bora were both cancelled.",
        "Wagga Wagga recorded {n}mm of rain in two days.",
        "The yo-yo, the tom-tom and the can-can were all on show at the fair in {city}.",
        "The Sing Sing prison choir sang New York, New York and then Bye Bye Love.",
        "Baden-Baden beat Wiener Neustadt 3-3 on penalties after extra time, and Lang Lang played at half time.",
        "The so-so harvest was blamed on the tsetse fly and the aye-aye was blamed for the rest.",
        "Neville Neville, father of the footballers, spoke in {city}.",
        "Cous cous, chow chow and dik-dik are all in the new word list.",
    ),
)
near(
    "repeats/figures",
    writer=sentences_of(
        "The sides drew 2-2 in {city}, after 6-4 6-4 and 7-5 7-5 wins for the {country} pair.",
        "Of the 10, 10 were from {city}; in 2010 2,010 had applied.",
        "Buses 44, 44A and 45 were cut, leaving 4,444 passengers in {city} without one.",
        "By 2004, 2004 Olympic tickets were already on resale, {org} said.",
    ),
)
near(
    "repeats/anaphora",
    writer=sentences_of(
        "They came for the music. They came for the food. They came, most of all, for the view.",
        "No one saw the car. No one heard the car. No one in {city} would say whose car it was.",
        "In {city} they waited. In {city} they waited too.",
        "It was late. It was cold. It was, {name} said, the best night of the year.",
        "Location, location, location, as {name} of {org} likes to say.",
        "Work, work, work: that was the life of a clerk in {city}, {name} said.",
    ),
)
