"""Quotation marks and apostrophes: lost, doubled, turned, foreign, mixed, spaced, glued."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from random import Random

from newslint.testing.injector.layout import QuotedSpan, paragraphs, prose, quotations
from newslint.testing.injector.marks import CURLY, STRAIGHT
from newslint.testing.injector.model import Alteration, Site
from newslint.testing.injector.registry import Finder, SimpleFinder, damage, near, sentences_of, swap

_FIRST = re.compile(r"[\w’'-]+")
_LAST = re.compile(r"[\w’'%-]+[.,!?…]*$")
OPENING, CLOSING = "“‘\"'", "”’\"'"
Edit = Callable[[str, str, Random], str | None]
"""What to write for a mark and the word beside it."""


def _first(text: str, quotation: QuotedSpan) -> tuple[int, int, str] | None:
    """The opening mark and the first word."""
    word = _FIRST.match(quotation.inner)
    if not word:
        return None
    end = quotation.opening + 1 + word.end()
    return quotation.opening, end, text[quotation.opening]


def _last(text: str, quotation: QuotedSpan) -> tuple[int, int, str] | None:
    """The last word and the closing mark."""
    word = _LAST.search(quotation.inner)
    if not word:
        return None
    start = quotation.opening + 1 + word.start()
    return start, quotation.closing + 1, text[quotation.closing]


def opening(edit: Edit, fits: Callable[[QuotedSpan], bool] = lambda q: True) -> SimpleFinder:
    """Edit opening marks."""

    def find(text: str, rng: Random) -> Iterator[Alteration]:
        for quotation in quotations(text):
            place = _first(text, quotation)
            if place and fits(quotation):
                start, end, mark = place
                new = edit(mark, text[start + 1 : end], rng)
                if new is not None:
                    yield Alteration(start, end, new)

    return find


def closing(edit: Edit, fits: Callable[[QuotedSpan], bool] = lambda q: True) -> SimpleFinder:
    """Edit closing marks."""

    def find(text: str, rng: Random) -> Iterator[Alteration]:
        for quotation in quotations(text):
            place = _last(text, quotation)
            if place and fits(quotation):
                start, end, mark = place
                new = edit(mark, text[start : end - 1], rng)
                if new is not None:
                    yield Alteration(start, end, new)

    return find


def both(edit: Callable[[str, str, Random], tuple[str, str] | None]) -> Finder:
    """Edit both marks of a pair: edit(opening, closing) gives the new two."""

    def find(text: str, rng: Random) -> Iterator[Site]:
        for quotation in quotations(text):
            one, two = _first(text, quotation), _last(text, quotation)
            if one and two and one[1] < two[0]:
                new = edit(one[2], two[2], rng)
                if new:
                    yield (
                        Alteration(one[0], one[1], new[0] + text[one[0] + 1 : one[1]]),
                        Alteration(two[0], two[1], text[two[0] : two[1] - 1] + new[1]),
                    )

    return find


def _long(quotation: QuotedSpan) -> bool:
    return quotation.inner.count(" ") >= 4


def _short(quotation: QuotedSpan) -> bool:
    return quotation.inner.count(" ") <= 3


def _names_speaker(quotation: QuotedSpan) -> bool:
    return quotation.inner.endswith(",")


def _ends(quotation: QuotedSpan) -> bool:
    return quotation.inner.endswith(".") and _long(quotation)


# Lost

damage(
    "quotes/lost-opening-sentence", opening(lambda m, w, rng: w, lambda q: _long(q) and q.inner[0].isupper())
)
damage("quotes/lost-opening-fragment", opening(lambda m, w, rng: w, _short), safe=False)


def _lost_closing(fits: Callable[[QuotedSpan], bool]) -> Finder:
    """Not where the next paragraph opens again: there the closing mark is rightly missing."""

    def find(text: str, rng: Random) -> Iterator[Alteration]:
        for change in closing(lambda m, w, rng: w, fits)(text, rng):
            if not re.match(r"\s*[\r\n]\s*[\"“‘']", text[change.end : change.end + 12]):
                yield change

    return find


damage("quotes/lost-closing-sentence", _lost_closing(_long), safe=False)
damage("quotes/lost-closing-fragment", _lost_closing(_short), safe=False)
damage("quotes/lost-closing-before-attribution", closing(lambda m, w, rng: w, _names_speaker))


def _attribution_swallowed(text: str, rng: Random) -> Iterator[Site]:
    """Both marks around a short attribution are lost."""
    found = quotations(text)
    for one, two in itertools.pairwise(found):
        between = text[one.closing + 1 : two.opening]
        if len(between) < 45 and re.search(r"\b(?:said|says|added|told)\b", between) and "\n" not in between:
            last, first = _last(text, one), _first(text, two)
            if last and first:
                yield (
                    Alteration(last[0], last[1], text[last[0] : last[1] - 1]),
                    Alteration(first[0], first[1], text[first[0] + 1 : first[1]]),
                )


damage("quotes/attribution-swallowed", _attribution_swallowed)


# Doubled, turned, mixed, foreign

damage("quotes/doubled-opening", opening(lambda m, w, rng: m + rng.choice(("", " ")) + m + w))
damage("quotes/doubled-closing", closing(lambda m, w, rng: w + m + m))
damage("quotes/tripled", opening(lambda m, w, rng: m * 3 + w))
damage(
    "quotes/turned-opening",
    opening(lambda m, w, rng: {"“": "”", "‘": "’"}.get(m, "") + w if m in "“‘" else None),
    style=CURLY,
)
damage("quotes/turned-closing", closing(lambda m, w, rng: w + "“" if m == "”" else None), style=CURLY)
damage("quotes/turned-both", both(lambda a, b, rng: (b, a) if a == "“" else None), style=CURLY)
damage(
    "quotes/mixed-straight-opening",
    opening(lambda m, w, rng: {"“": '"', "‘": "'"}[m] + w if m in "“‘" else None),
    style=CURLY,
)
damage("quotes/mixed-straight-closing", closing(lambda m, w, rng: w + '"' if m == "”" else None), style=CURLY)
damage("quotes/mixed-curly-opening", opening(lambda m, w, rng: "“" + w if m == '"' else None), style=STRAIGHT)
damage("quotes/mixed-curly-closing", closing(lambda m, w, rng: w + "”" if m == '"' else None), style=STRAIGHT)
damage(
    "quotes/mixed-single-double", closing(lambda m, w, rng: w + {'"': "'", "”": "’", "’": "”", "'": '"'}[m])
)
damage(
    "quotes/mixed-double-opening", opening(lambda m, w, rng: {'"': "'", "“": "‘", "‘": "“", "'": '"'}[m] + w)
)

_FOREIGN = (
    ("«", "»"),
    ("„", "“"),
    ("„", "”"),
    ("«\u00a0", "\u00a0»"),
    ("»", "«"),
    ("‹", "›"),
    ("「", "」"),
    ("『", "』"),
    ("《", "》"),
    ("‚", "‘"),
    ("<<", ">>"),
)


def _foreign(first: str, last: str, rng: Random) -> tuple[str, str]:
    return rng.choice(_FOREIGN)


def _foreign_half(mark: str, word: str, rng: Random) -> str:
    return rng.choice(("«", "„", "„", "‹", "‚", ",,", "‟", "」")) + word


damage("quotes/foreign-pair", both(_foreign))
damage("quotes/foreign-opening", opening(_foreign_half))
damage("quotes/foreign-closing", closing(lambda m, w, rng: w + rng.choice(("»", "›", "‟", ">>", "」"))))
damage("quotes/primes", closing(lambda m, w, rng: w + rng.choice(("″", "〃", "ʺ", "˝"))))
damage("quotes/two-apostrophes", both(lambda a, b, rng: ("''", "''") if a in '“"' else None))
damage(
    "quotes/backticks",
    both(lambda a, b, rng: rng.choice((("``", "''"), ("`", "'"), ("`", "`"), ("´´", "´´")))),
)


# Spaced and glued

damage("quotes/space-after-opening", opening(lambda m, w, rng: f"{m} {w}"))
damage("quotes/space-before-closing", closing(lambda m, w, rng: f"{w} {m}"))
damage("quotes/space-inside-both", both(lambda a, b, rng: (a + " ", " " + b)))


def _glued_before(text: str, rng: Random) -> Iterator[Alteration]:
    for quotation in quotations(text):
        before = re.search(r"\b[a-z]+[,:]? $", text[max(0, quotation.opening - 20) : quotation.opening])
        word = _FIRST.match(quotation.inner)
        if before and word:
            end = quotation.opening + 1 + word.end()
            yield Alteration(
                quotation.opening - len(before.group()),
                end,
                before.group()[:-1] + text[quotation.opening : end],
            )


def _glued_after(text: str, rng: Random) -> Iterator[Alteration]:
    for quotation in quotations(text):
        after = re.match(r" [A-Za-z]+", text[quotation.closing + 1 : quotation.closing + 20])
        last = _last(text, quotation)
        if after and last:
            end = quotation.closing + 1 + after.end()
            yield Alteration(last[0], end, text[last[0] : last[1]] + after.group()[1:])


damage("quotes/glued-before", _glued_before)
damage("quotes/glued-after", _glued_after)


def _wrong_side(text: str, rng: Random) -> Iterator[Alteration]:
    """A space is inside the opening mark, not before it."""
    for change in _glued_before(text, rng):
        clean = text[change.start : change.end]
        yield Alteration(change.start, change.end, re.sub(r" ([\"“‘'])", r"\1 ", clean))


damage("quotes/space-wrong-side", _wrong_side)


# Marks beside marks

damage("quotes/stop-both-sides", closing(lambda m, w, rng: f"{w}{m}{w[-1]}" if w[-1] in ".," else None))
damage(
    "quotes/comma-stop-both-sides",
    closing(lambda m, w, rng: f"{w}{m}{',' if w[-1] == '.' else '.'}" if w[-1] in ".," else None, _long),
)
damage(
    "quotes/comma-lost-before-said",
    closing(lambda m, w, rng: w[:-1] + m if w.endswith(",") else None, _names_speaker),
)


def _stop_before_said(text: str, rng: Random) -> Iterator[Alteration]:
    for quotation in quotations(text):
        if quotation.inner.endswith(",") and re.match(
            r" (?:he|she|they|it) (?:said|says|added|told)\b", text[quotation.closing + 1 :]
        ):
            last = _last(text, quotation)
            if last:
                yield Alteration(
                    last[0],
                    last[1],
                    text[last[0] : last[1] - 2] + rng.choice((".", ".", ".,", ",.")) + text[last[1] - 1],
                )


damage("quotes/stop-before-said", _stop_before_said)


def _comma_for_final_stop(text: str, rng: Random) -> Iterator[Alteration]:
    """A comma where the paragraph ends."""
    ends = {span.end for span in prose(text)}
    for quotation in quotations(text):
        last = _last(text, quotation)
        if last and quotation.closing + 1 in ends and quotation.inner.endswith("."):
            yield Alteration(last[0], last[1], f"{text[last[0] : last[1] - 2]},{text[last[1] - 1]}")


damage("quotes/comma-at-paragraph-end", _comma_for_final_stop)
damage("quotes/mark-alone-in-line", closing(lambda m, w, rng: f"{w}\n{m}", _ends))


# Apostrophes

_CURLY_APOSTROPHE = r"\b(?P<x>[A-Za-z]+’(?:s|t|re|ve|ll|d|m))\b"
_APOSTROPHE = r"\b(?P<x>[A-Za-z]+['’](?:s|t|re|ve|ll|d|m))\b"
damage(
    "quotes/apostrophe-turned", swap(_CURLY_APOSTROPHE, lambda m, rng: m["x"].replace("’", "‘")), style=CURLY
)
damage(
    "quotes/apostrophe-accent", swap(_APOSTROPHE, lambda m, rng: re.sub("['’]", rng.choice("´`ʹ′"), m["x"]))
)
damage(
    "quotes/apostrophe-double",
    swap(_APOSTROPHE, lambda m, rng: re.sub("['’]", rng.choice(("''", '"', "’’")), m["x"])),
)
damage(
    "quotes/apostrophe-mixed",
    swap(_CURLY_APOSTROPHE, lambda m, rng: m["x"].replace("’", "'")),
    style=CURLY,
    certain=False,
)
damage(
    "quotes/apostrophe-lost",
    swap(
        r"\b(?P<x>(?:did|does|do|was|is|are|have|has|had|would|could|should)n['’]t|(?:I|they|we|you)['’](?:ve|re)|I['’]m|that['’]s|there['’]s)\b",
        lambda m, rng: re.sub("['’]", "", m["x"]) if re.sub("['’]", "", m["x"]) != "were" else None,
    ),
)
damage(
    "quotes/possessive-lost",
    swap(
        r"\b(?P<x>(?:country|company|government|president|city|party|state|group|firm|team|nation|minister|world|club|bank|council|court|agency|family|child|police officer|man|woman)['’]s)(?= [a-z]{4,})",
        lambda m, rng: re.sub("['’]", "", m["x"]),
    ),
    safe=False,
)
damage(
    "quotes/possessive-plural-wrong",
    swap(
        r"\b(?P<x>(?:country|company|city|party|family|industry|economy|agency|community|army|navy|university|century)['’]s)(?= [a-z]{4,})",
        lambda m, rng: m["x"][:-2] + m["x"][-1] + m["x"][-2],
    ),
    safe=False,
)


# Near misses


def _reopen(text: str, rng: Random) -> Iterator[Alteration]:
    """Part a long quotation into two paragraphs; only the second is closed."""
    newline = "\r\n\r\n" if "\r\n" in text else "\n\n" if "\n\n" in text else "\n"
    for quotation in quotations(text):
        if any(p.start == quotation.opening for p in paragraphs(text)):
            for stop in re.finditer(
                r"\b[a-z]{3,}\.(?P<x> )(?=[A-Z][a-z]+ [a-z])", text[quotation.opening : quotation.closing]
            ):
                start = quotation.opening + stop.start("x")
                if quotation.closing - start > 40:
                    yield Alteration(start, start + 1, newline + text[quotation.opening])


near("quotes/several-paragraphs", _reopen)
near(
    "quotes/nested",
    writer=sentences_of(
        "\"My father used to say 'never sell the land', and we never did,\" {name} said.",
        "\"They asked us, 'Where will you go?'\" said {name}, who moved to {city} in {year}.",
        '"The sign said \'closed for repairs\'," {name} told the inquiry. "We went home."',
        "\"'Enough' is a word I never heard in that office,\" {name} said.",
        "\"We sang 'The Water Is Wide' and 'Danny Boy' at his funeral,\" said {name}.",
    ),
)
near(
    "quotes/apostrophe-first",
    writer=sentences_of(
        "The shop sells rock 'n' roll records from the '60s and '70s, {name} said.",
        "'Tis the season for {matter}, or so the council in {city} hopes.",
        "The class of '98 met in {city} on {day}, most of them for the first time since '04.",
        "The fish 'n' chip shop on the players' side of the ground reopens in {month}.",
        "Members of the workers', soldiers' and farmers' unions met in {city} for two hours' talks.",
        "The boss's office and the princes' rooms were searched after three weeks' delay.",
    ),
)
near(
    "quotes/measures",
    writer=sentences_of(
        "The suspect is described as 6'2\" tall, with a scar on his left hand.",
        "He ran the distance in 12' 41\", two seconds slower than {family}.",
        "The wreck lies at 54° 10' N, about {d} miles off the coast.",
        "A 5'10\" forward from {city}, he joined the club in {year}.",
    ),
    style=STRAIGHT,
)
near(
    "quotes/marks-meet",
    writer=sentences_of(
        '"Did she really say that?" asked {name}, who was in {city} at the time.',
        '"No!" he said. "Not again!"',
        'Was it wise to call the plan "a gift to the nation"?',
        'The film, "What Now?", opens in {city} on {day}.',
        'She called it "unfair", "rushed" and "wrong"; he called it "overdue".',
        '"The answer," {name} said, "is no."',
        'The word "the" was missing from the contract, and so was "not".',
        '"We are ready," said {name} — "more than ready, in fact."',
    ),
)
near(
    "quotes/stop-outside",
    writer=sentences_of(
        'The minister described the idea as "a road to nowhere".',
        'Residents of {city} say they feel "left behind", and many plan to leave.',
        'He called {matter} "a matter of pride", according to {name}.',
    ),
)
