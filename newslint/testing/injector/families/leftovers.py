"""Page residue: adverts, buttons, credits, cookies and code, alone or glued."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from newslint.testing.injector.layout import has_pairs, prose, sentences, within_quotation
from newslint.testing.injector.material.residue import STYLES, SURE
from newslint.testing.injector.material.slots import fill
from newslint.testing.injector.model import Alteration
from newslint.testing.injector.registry import Finder, damage, near, sentences_of

Placer = Callable[[str, str, Random], Iterator[Alteration]]


def _newline(text: str) -> str:
    return "\r\n\r\n" if "\r\n" in text else "\n\n" if "\n\n" in text else "\n"


def _line(style: str, rng: Random) -> str:
    template = rng.choice(STYLES[style])
    return fill(template, rng).replace("{{", "{").replace("}}", "}")


def _alone(text: str, line: str, rng: Random) -> Iterator[Alteration]:
    """In a paragraph of its own, after any other."""
    for span in prose(text):
        yield Alteration(span.end, span.end, line, lead=_newline(text))


def _ends(text: str) -> Iterator[tuple[int, bool]]:
    """Ends of sentences outside of quotations; whether the paragraph ends too."""
    for span in prose(text):
        if has_pairs(text[span.start : span.end]):
            for sentence in sentences(text, span):
                if not within_quotation(text, sentence.end) and text[sentence.end - 1] in '.!?"”':
                    yield sentence.end, sentence.end == span.end


def _between(text: str, line: str, rng: Random) -> Iterator[Alteration]:
    """Between two sentences."""
    for end, last in _ends(text):
        if not last:
            yield Alteration(end, end, line, lead=" ")


def _after(text: str, line: str, rng: Random) -> Iterator[Alteration]:
    """At the end of a paragraph."""
    for end, last in _ends(text):
        if last:
            yield Alteration(end, end, line, lead=" ")


def _glued_end(text: str, line: str, rng: Random) -> Iterator[Alteration]:
    """At the end of a sentence without a space."""
    for end, _ in _ends(text):
        yield Alteration(end, end, line)


def _before(text: str, line: str, rng: Random) -> Iterator[Alteration]:
    """At the beginning of a paragraph."""
    for span in prose(text):
        yield Alteration(span.start, span.start, line, tail=" ")


def _glued_start(text: str, line: str, rng: Random) -> Iterator[Alteration]:
    """At the beginning of a paragraph without a space."""
    for span in prose(text):
        if text[span.start].isupper():
            yield Alteration(span.start, span.start, line)


def _within(text: str, line: str, rng: Random) -> Iterator[Alteration]:
    """In the middle of a sentence."""
    for span in prose(text):
        for match in re.finditer(
            r"(?<=[a-z] )(?=(?:of|in|to|for|with|and|the|that|by) [a-z])", text[span.start : span.end]
        ):
            place = span.start + match.start()
            yield Alteration(place, place, line, tail=" ")


def _parting(text: str, line: str, rng: Random) -> Iterator[Alteration]:
    """In a paragraph of its own that parts a sentence in two."""
    newline = _newline(text)
    for change in _within(text, line, rng):
        place = change.start
        yield Alteration(place - 1, place, newline + line + newline)


def _put(styles: tuple[str, ...], placer: Placer, shape: Callable[[str], str] = lambda line: line) -> Finder:
    """A finder that places one line of one of the styles."""

    def find(text: str, rng: Random) -> Iterator[Alteration]:
        style = rng.choice(styles)
        line = shape(_line(style, rng))
        for change in placer(text, line, rng):
            yield change.with_verdict(True, style in SURE and placer is not _parting)

    return find


for _style in STYLES:
    damage(f"leftovers/{_style}-alone", _put((_style,), _alone))

_PROSAIC = tuple(s for s in STYLES if s != "markup")
_SHORT = (
    "advert",
    "share",
    "related",
    "print",
    "navigation",
    "comments",
    "video",
    "follow",
    "shop",
    "newsletter",
    "paywall",
)
damage("leftovers/after-paragraph", _put(_PROSAIC, _after))
damage("leftovers/before-paragraph", _put(_SHORT, _before))
damage("leftovers/between-sentences", _put(_PROSAIC, _between))
damage("leftovers/glued-to-end", _put(_SHORT, _glued_end))
damage("leftovers/glued-to-beginning", _put(_SHORT, _glued_start))
damage("leftovers/within-sentence", _put(("advert", "share", "markup", "video", "cookies", "error"), _within))
damage(
    "leftovers/parting-sentence",
    _put(("advert", "newsletter", "related", "photo", "share", "video"), _parting),
    safe=False,
)
damage("leftovers/in-round-brackets", _put(_SHORT, _between, lambda line: f"({line})"))
damage("leftovers/in-square-brackets", _put(_SHORT, _after, lambda line: f"[{line}]"))
damage("leftovers/in-capitals", _put(_SHORT, _alone, str.upper))
damage("leftovers/in-small-letters", _put(_SHORT, _alone, str.lower))
damage("leftovers/in-capitals-within", _put(_SHORT, _between, str.upper))
damage(
    "leftovers/with-arrow",
    _put(("related", "navigation", "newsletter", "shop"), _alone, lambda line: f">> {line} <<"),
)
damage(
    "leftovers/with-bullet",
    _put(("related", "share", "follow", "comments"), _alone, lambda line: f"• {line}"),
)
damage("leftovers/markup-within", _put(("markup",), _within))
damage("leftovers/markup-after", _put(("markup",), _glued_end))


def _two_lines(text: str, rng: Random) -> Iterator[Alteration]:
    """A whole bar of buttons."""
    lines = " ".join(
        _line(rng.choice(("share", "print", "comments", "follow")), rng) for _ in range(rng.randrange(2, 5))
    )
    yield from _alone(text, lines, rng)


damage("leftovers/bar", _two_lines)


def _wrap_lines(text: str, rng: Random) -> Iterator[Alteration]:
    """Tags or marks around a few words."""
    pairs = (
        ("<b>", "</b>"),
        ("<em>", "</em>"),
        ("<strong>", "</strong>"),
        ("**", "**"),
        ("__", "__"),
        ("[b]", "[/b]"),
        ("<span>", "</span>"),
        ("<u>", "</u>"),
        ("'''", "'''"),
        ('<a href="#">', "</a>"),
        ("[", "](http://example.org/a)"),
        ("~~", "~~"),
        ("<p>", "</p>"),
    )
    for span in prose(text):
        for match in re.finditer(r"(?<=[a-z] )[a-z]{4,} [a-z]{4,}(?= [a-z])", text[span.start : span.end]):
            first, last = rng.choice(pairs)
            start = span.start + match.start()
            yield Alteration(start, start + len(match.group()), first + match.group() + last)


damage("leftovers/markup-around", _wrap_lines)


def _footnote(text: str, rng: Random) -> Iterator[Alteration]:
    marks = (
        "[1]",
        "[2][3]",
        "[citation needed]",
        "[note 4]",
        "[edit]",
        "(1)",
        "[update]",
        "[^1]",
        "[dead link]",
        "[a]",
    )
    for end, _ in _ends(text):
        yield Alteration(end, end, rng.choice(marks))


damage("leftovers/footnote-mark", _footnote)


# Near misses

near(
    "leftovers/told-in-prose",
    writer=sentences_of(
        "Readers were asked to sign up for the newsletter, and {thousands} did, {org} said.",
        "The advertisement, shown in {city} in {month}, was banned on {day}.",
        '"Click here" is the phrase that {name} hates most, a survey of designers found.',
        "She shared the photograph on Facebook, and {thousands} people liked it.",
        "The cookies, baked in {city}, were recalled by {org}.",
        '"Read more books" is the slogan of the library in {city}.',
        "He asked followers to subscribe to the channel and to leave a comment.",
        "Comments on the plan close on {day}; the council has had {n} so far.",
        "Advertising sales fell by {n}%, {org} said, and newsletter sales by {d}%.",
        "The video, {d} minutes long, shows the driver leaving the car.",
        "The photographer {name} sued {org} over the picture credit.",
        "It takes four minutes to read the sign, said {name}, who timed it.",
        "The page was not found among the papers, the court in {city} heard.",
        "The band's next album, Skip to Content, is out in {month}.",
        "Copyright in the letters belongs to {org}, the judge ruled.",
        "All rights are reserved, but not all wrongs, {name} joked.",
        "Up next was {name}, who spoke of {matter}.",
        "Buy now, pay later: that is what shops in {city} offer.",
    ),
)
near(
    "leftovers/prose-lines",
    writer=sentences_of(
        "More on that later.",
        "Share prices rose.",
        "Related companies also fell.",
        "Comment was free, facts were not, {name} said.",
        "Watch him closely, said {name}.",
        "Follow the money, the prosecutor told the jury.",
        "Continue as you are, the letter said.",
        "Print is not dead, {name} of {org} said.",
        "Most read in bed.",
    ),
)
near(
    "leftovers/brackets-by-right",
    writer=sentences_of(
        "The station (now closed) and the hotel (see map in the entrance hall) belong to {org}.",
        '"He [the mayor] told us [on {day}] to wait," {name} said.',
        "The firm (formerly {org}) and the union (the largest in {country}) have met.",
        '"They was [sic] all there," the statement reads.',
        "The sum of $40m (£32m; €35m) was paid in {month}.",
    ),
)
