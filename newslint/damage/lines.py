"""What the page around an article leaves in it: lines that are no part of the story."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from newslint.damage.kind import Article, Kind, Places, Wound

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
FOREIGN = (
    "联合国表示，局势仍然紧张。",
    "По словам представителя ведомства, работы продолжатся.",
    "وقال المتحدث إن العمل مستمر",
)


def _between(*lines: str) -> Places:
    """Any of some lines, as a paragraph after one that does not end the article."""

    def places(article: Article, chance: Random) -> Iterator[Wound]:
        for number in article.paragraphs[:-1]:
            end = len(article.lines[number])
            yield Wound(number, end, end, article.gap + chance.choice(lines))

    return places


def _at_the_end(*lines: str) -> Places:
    """Any of some lines, as the last paragraph."""

    def places(article: Article, chance: Random) -> Iterator[Wound]:
        number = article.paragraphs[-1]
        end = len(article.lines[number])
        yield Wound(number, end, end, article.gap + chance.choice(lines))

    return places


def _blank(article: Article, chance: Random) -> Iterator[Wound]:
    for number in article.paragraphs[1:]:
        yield Wound(number, 0, 0, chance.choice(("\n\n", "\n \n", "\n\n\n")))


def _again(article: Article, _chance: Random) -> Iterator[Wound]:
    for number in article.paragraphs:
        line = article.lines[number]
        if len(line) > 60:
            yield Wound(number, len(line), len(line), article.gap + line)


KINDS = (
    Kind("advert", ("advert-label",), _between(*ADVERTS), sure=True, exact=True),
    Kind("picture-label", ("image-label", "page-label"), _between(*PICTURES), sure=True, exact=True),
    Kind("button", ("page-label", "newsletter-prompt"), _between(*BUTTONS), sure=True, exact=True),
    Kind("link-to-another-story", ("read-more-line",), _between(*MORE), sure=True),
    Kind("editor-named", ("editor-credit",), _at_the_end(*EDITORS), sure=True),
    Kind("feed-note", ("aggregator-note",), _at_the_end(*MACHINES), sure=True),
    Kind("source-named", ("source-line",), _at_the_end(*SOURCES), sure=True),
    Kind("newsletter", ("newsletter-prompt",), _between(*LETTERS), sure=True),
    Kind("last-words-of-page", ("closing-boilerplate",), _at_the_end(*LAST), sure=True),
    Kind("blank-lines", ("blank-lines",), _blank, sure=True, exact=True),
    Kind("paragraph-said-twice", ("repeated-paragraph",), _again, sure=True, exact=True),
    Kind("source-language", ("foreign-script",), _between(*FOREIGN), sure=True),
)
