"""All examples of the CommonMark specification: read as another parser shows them, edited without harm."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from random import Random

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

from newslint.core.segments import BlockKind, Editability
from newslint.core.source import Source
from newslint.formats.markdown import parse
from newslint.formats.markdown.exclusions import GAP_FILLER
from newslint.text.document import ParsedFile
from tools.edits import EditResults, try_document

DATA = Path(__file__).parent / "data" / "commonmark-0.31.2.json"
EXAMPLES: dict[int, str] = {
    example["example"]: example["markdown"] for example in json.loads(DATA.read_text(encoding="utf-8"))
}
BROKEN_LINKS = {
    14: [
        "*not emphasized* <br/> not a tag [not a link] `not code` 1. not a list * not a list # not a heading "
        '[foo]: /url "not a reference" &ouml; not a character entity'
    ],
    41: ["[a]"],
    488: ["[link]"],
    490: ["[link] bar)"],
    491: ["[link])"],
    493: ["[link]"],
    494: ["[a]c [a]c> [a]"],
    497: ["[link](and(bar))"],
    508: ["[link]"],
    513: ["[link] bar]"],
    518: ["[foo bar]"],
    519: ["[foo [bar baz]]"],
    520: ["caption: [foo]"],
    568: ["foo"],
}
"""Examples with a link that is none: its destination stays in the text, and is no prose to newslint."""
WIKI_LINKS = {559: [], 590: [': /url "title"']}
"""Examples with double brackets, in which wikis name a target."""
OTHER_PARSERS = {
    28: ["&nbsp &x; &#; &#x; &#87654321; &#abcdef0; &ThisIsNotDefined; &hi?;"],
    354: ["*$*alpha.", "*£*bravo.", "*€*charlie."],
    574: ["caption: bar", "caption: foo"],
}
"""Examples that GitHub's parser reads by an older specification (a number of eight digits is a character,
a currency sign a letter), and a picture in the text of a picture, whose texts it makes one."""


def fold(text: str) -> str:
    """A text without what stands for an object, each run of white space one space, none at its edges."""
    return re.sub(r"[ \t\n]+", " ", text.replace(GAP_FILLER, "")).strip(" ")


def seen(reading: ParsedFile) -> list[str]:
    """The texts as the comparison wants them: captions behind all others, the blank ones left out."""
    captions = [f"caption: {fold(b.text)}" for b in reading.blocks if b.kind is BlockKind.CAPTION]
    return [
        *filter(None, (fold(b.text) for b in reading.blocks if b.kind is not BlockKind.CAPTION)),
        *captions,
    ]


class Page(HTMLParser):
    """The texts of a rendered page, without code and without addresses that stand for themselves."""

    BLOCKS = frozenset(("p", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"))

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.markdown = markdown
        self.texts: list[str] = []
        self.captions: list[str] = []
        self.text = ""
        self.code = self.link = 0
        html = cmarkgfm.markdown_to_html_with_extensions(
            markdown, options=Options.CMARK_OPT_FOOTNOTES, extensions=["table", "strikethrough"]
        )
        self.feed(html)
        self.close()
        self._end_block()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.BLOCKS:
            self._end_block()
        elif tag == "a":
            self.link = len(self.text)
        elif tag == "img":
            self.captions += [f"caption: {fold(dict(attrs)['alt'] or '')}"] if dict(attrs)["alt"] else []
        self.code += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        if tag in self.BLOCKS:
            self._end_block()
        elif tag == "a" and f"<{self.text[self.link :]}>" in self.markdown:
            self.text = self.text[: self.link]
        self.code -= tag == "code"

    def handle_data(self, data: str) -> None:
        self.text += "" if self.code else data

    def _end_block(self) -> None:
        self.texts += filter(None, [fold(self.text)])
        self.text = ""


def test_there_are_all() -> None:
    assert list(EXAMPLES) == list(range(1, 653))


def test_every_example_is_read_as_another_parser_shows_it() -> None:
    """But for blocks of HTML and tags, which that parser is told to omit, and code, which this test omits."""
    exceptions = BROKEN_LINKS | WIKI_LINKS | OTHER_PARSERS
    ours = {number: seen(parse(Source(text))) for number, text in EXAMPLES.items()}
    theirs = {n: [*(page := Page(text)).texts, *page.captions] for n, text in EXAMPLES.items()}
    assert {n: (ours[n], texts) for n, texts in (theirs | exceptions).items() if ours[n] != texts} == {}
    assert [n for n in exceptions if exceptions[n] == theirs[n]] == [], "no exceptions any more"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_pieces_are_where_they_say(end: str) -> None:
    for number, text in EXAMPLES.items():
        written = text.replace("\n", end)
        reading = parse(Source(written))
        assert reading.errors == ()
        assert seen(reading) == seen(parse(Source(text))), number
        for block in reading.blocks:
            spans = [segment.span for segment in block.source.segments]
            assert all(one.end <= other.start for one, other in pairwise(spans)), number
            for segment in block.source.segments:
                if segment.editability is Editability.EDITABLE:
                    assert segment.span.of(written) == segment.text, number


def test_every_edit_is_exact_or_refused() -> None:
    random, tally = Random("examples"), EditResults()  # noqa: S311 - repeatable, not secret
    for number, text in EXAMPLES.items():
        try_document("markdown", text.replace("\n", "\r\n" if number % 2 else "\n").encode(), random, tally)
    assert not tally.wrong, "\n".join(tally.wrong[:5])
    assert tally.outcomes["exact"] > tally.outcomes.total() / 10, tally.outcomes
