"""Lines that the page around an article leaves in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from newslint.core.patterns import pattern
from newslint.testing.corruption.kind import DamagedArticle, DamageKind, Places, Wound, replace_with

ADVERTS = (
    "Advertisement",
    "ADVERTISEMENT",
    "Sponsored content",
    "Story continues below advertisement",
    "[Ad]",
)
PICTURES = (
    "Image 1 of 4",
    "View gallery",
    "Play video",
    "Photo gallery",
    "toggle caption",
    "Enlarge this image",
)
BUTTONS = (
    "Share on Twitter",
    "Share this article",
    "Print this page",
    "Tweet",
    "Show comments",
    "Share on WhatsApp",
)
MORE = (
    "Read more: Ferry line to reopen in spring",
    "Also read: Bakers' prices rise again",
    "READ ALSO: School year begins",
)
EDITORS = (
    "Editor in charge: Zhao Lan",
    "Responsible editor: Ma Jun",
    "Proofreader: Ivo Brandt",
    "Editor: Lin Yue",
)
MACHINES = (
    "This story has been published from a wire agency feed without modifications to the text.",
    "This article was auto-generated from a syndicated feed and has not been edited by our staff.",
)
SOURCES = (
    "Source link",
    "Source: https://www.harbor-post.example/story/551",
    "Article source: harbor-post.example",
)
LETTERS = (
    "Sign up for our daily newsletter.",
    "Subscribe to our morning briefing and never miss a story.",
    "Get the latest headlines delivered to your inbox.",
)
LAST = (
    "Comments are closed.",
    "Copyright 2021 The Harbor Post. All rights reserved.",
    "Follow us on Facebook and Twitter.",
    "This material may not be published, broadcast, rewritten or redistributed.",
)
STAMPS = (
    "Updated: 22:35, May 7, 2021",
    "Last updated on 3 March 2021 at 10:15 GMT",
    "4 min read",
    "41 shares",
)
SCRIPTS = (
    "var ad = document.getElementById('slot-4'); ad.style.display = 'block';",
    "window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}",
)
CREDITS = (
    "Photo: Anna Novak / Harbor Press",
    "Photograph by Ivo Brandt/Coast News",
    "Image credit: Harbor Press",
)
INSIDE = (" Read more: Ferry line to reopen in spring. ", " [Read more] ", " (Click here to subscribe) ")
SITES = (" - harborpost.example", " | The Harbor Post", " | Coast News", " — www.coast-news.example")
DATELINES = (
    "Xinhua News Agency, Beijing, March 3 (Reporter Zhao Lan) ",
    "China News Service, Shanghai, 12 May (Reporters Ma Jun and Lin Yue) ",
    "TASS, Moscow, June 30 (reporter Ivan Orlov) ",
)
FOREIGN = (
    "联合国表示，局势仍然紧张。",
    "По словам представителя ведомства, работы продолжатся.",
    "وقال المتحدث إن العمل مستمر",
)


def _between(*lines: str) -> Places:
    """One of some lines, as a paragraph inside the article."""

    def places(article: DamagedArticle, chance: Random) -> Iterator[Wound]:
        for number in article.paragraphs[:-1]:
            end = len(article.lines[number])
            yield Wound(number, end, end, article.gap + chance.choice(lines))

    return places


def _at_the_end(*lines: str) -> Places:
    """One of some lines, as the last paragraph."""

    def places(article: DamagedArticle, chance: Random) -> Iterator[Wound]:
        number = article.paragraphs[-1]
        end = len(article.lines[number])
        yield Wound(number, end, end, article.gap + chance.choice(lines))

    return places


def _behind_headline(*names: str) -> Places:
    """One of some names after the headline."""

    def places(article: DamagedArticle, chance: Random) -> Iterator[Wound]:
        if article.headline is not None:
            end = len(article.lines[article.headline])
            yield Wound(article.headline, end, end, chance.choice(names))

    return places


def _headline_again(article: DamagedArticle, _chance: Random) -> Iterator[Wound]:
    if article.headline is not None:
        yield Wound(article.paragraphs[0], 0, 0, f"{article.lines[article.headline].strip()} ")


def _dateline(article: DamagedArticle, chance: Random) -> Iterator[Wound]:
    yield Wound(article.paragraphs[0], 0, 0, chance.choice(DATELINES))


def _blank(article: DamagedArticle, chance: Random) -> Iterator[Wound]:
    for number in article.paragraphs[1:]:
        yield Wound(number, 0, 0, chance.choice(("\n\n", "\n \n", "\n\n\n")))


def _again(article: DamagedArticle, _chance: Random) -> Iterator[Wound]:
    for number in article.paragraphs:
        line = article.lines[number]
        if len(line) > 60:
            yield Wound(number, len(line), len(line), article.gap + line)


def _tear_sentence(article: DamagedArticle, _chance: Random) -> Iterator[Wound]:
    """A paragraph breaks before “and”; lines that are folded are no paragraphs."""
    if article.gap == "\n\n" and any(b - a == 1 for a, b in pairwise(article.order)):
        return
    for number in article.paragraphs:
        for match in pattern(r"(?<=[\p{Ll}]{3} [^.“”\"]{30,200}\p{Ll}) (?=and the \p{Ll})").finditer(
            article.lines[number]
        ):
            yield Wound(number, *match.span(), article.gap)


KINDS = (
    DamageKind("advert", ("advert-label",), _between(*ADVERTS), sure=True, exact=True),
    DamageKind("picture-label", ("image-label", "page-label"), _between(*PICTURES), sure=True, exact=True),
    DamageKind("button", ("page-label", "newsletter-prompt"), _between(*BUTTONS), sure=True, exact=True),
    DamageKind("link-to-another-story", ("read-more-line",), _between(*MORE), sure=True),
    DamageKind("editor-named", ("editor-credit",), _at_the_end(*EDITORS), sure=True),
    DamageKind("feed-note", ("aggregator-note",), _at_the_end(*MACHINES), sure=True),
    DamageKind("source-named", ("source-line",), _at_the_end(*SOURCES), sure=True),
    DamageKind("newsletter", ("newsletter-prompt",), _between(*LETTERS), sure=True),
    DamageKind("last-words-of-page", ("closing-boilerplate",), _at_the_end(*LAST), sure=True),
    DamageKind("blank-lines", ("blank-lines",), _blank, sure=True, exact=True),
    DamageKind("paragraph-said-twice", ("repeated-paragraph",), _again, sure=True, exact=True),
    DamageKind("site-behind-headline", ("site-in-headline",), _behind_headline(*SITES), sure=True),
    DamageKind("headline-in-story", ("headline-in-lede",), _headline_again, sure=True),
    DamageKind("dateline-of-agency", ("repeated-dateline",), _dateline, sure=True),
    DamageKind(
        "caption-in-story",
        ("merged-caption",),
        replace_with(
            r"(?<=\p{Ll}{3}) (?=\p{Ll}{2,} \p{Ll}+)", " Photo: Harbor Press ", " Photo by Anna Novak "
        ),
        sure=True,
    ),
    DamageKind("source-language", ("foreign-script", "other-language"), _between(*FOREIGN), sure=True),
    DamageKind("stamp", ("page-stamp",), _between(*STAMPS), sure=True),
    DamageKind("picture-credit", ("photo-credit",), _between(*CREDITS), sure=True),
    DamageKind("script", ("page-code",), _between(*SCRIPTS), sure=True),
    DamageKind(
        "link-inside-paragraph",
        ("inline-leftover", "read-more-line"),
        replace_with(r"(?<=\p{Ll}{3}\.) (?=\p{Lu}\p{Ll}+ \p{Ll})", *INSIDE),
        sure=True,
    ),
    DamageKind("sentence-torn", ("orphan-fragment",), _tear_sentence),
    DamageKind(
        "paragraph-broken-off",
        ("broken-off-paragraph",),
        replace_with(r"(?<=\p{Ll}{3} (?:the|an?|his|their)) [^\n]{3,60}[.]\Z", ""),
    ),
)
