"""HTML: pages as they are found, and repairs in the middle of their markup."""

from __future__ import annotations

from random import Random

import pytest
import turbohtml
from html_pages import PAGES

from newslint.core.errors import SourceError
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.formats.html import declared_encoding, parse, parse_blocks
from newslint.formats.html.tokens import HtmlTokenType, Scanner
from newslint.linter.linter import Linter
from newslint.rules import selection
from tools.documents.html import document as random_page

HTML = FORMATS["html"]
EVERYTHING = Linter(selection.select(), format=HTML)


def blocks(html: str) -> list[tuple[str, str, str]]:
    return [(b.kind.value, b.source.name, b.text) for b in parse(Source(html)).blocks]


def texts(html: str) -> list[str]:
    return [text for _, _, text in blocks(html)]


def fixed(html: str) -> str:
    report = EVERYTHING.fix(Source(html))
    assert report.error is None
    assert not report.refused, report.refused
    return report.after


def found(html: str) -> list[str]:
    return [d.rule for d in EVERYTHING.check(Source(html)).diagnostics]


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_read_as_people_read_them(name: str) -> None:
    assert blocks(PAGES[name].html) == PAGES[name].blocks
    assert parse(Source(PAGES[name].html)).errors == ()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("name", PAGES)
def test_line_ends_make_no_difference(name: str, end: str) -> None:
    assert blocks(PAGES[name].html.replace("\n", end)) == PAGES[name].blocks


@pytest.mark.parametrize("name", PAGES)
def test_pieces_are_where_they_say(name: str) -> None:
    html = PAGES[name].html
    for part in parse_blocks(html)[0]:
        spans = [segment.span for segment in part.segments]
        assert spans == sorted(spans)
        for segment in part.segments:
            if segment.editability == "verbatim":
                assert segment.span.of(html) == segment.text


def test_tokens_are_those_of_another_tokenizer() -> None:
    """turbohtml leaves out nothing but the ends that are never closed, and splits text at references."""
    random = Random(5)  # noqa: S311 - repeatable, not secret
    for _ in range(500):
        html = random_page(random).decode().replace("\r\n", "\n").replace("\r", "\n")
        if "svg" in html or "math" in html or "plaintext" in html:
            continue  # whether these hold HTML is for the tree to say
        ours = [token for token in Scanner(html) if token.type in {HtmlTokenType.START, HtmlTokenType.END}]
        theirs = [
            (t.tag, t.source)
            for t in turbohtml.tokenize(html, resolve_references=False, capture_source=True)
            if t.type in {turbohtml.TokenType.START_TAG, turbohtml.TokenType.END_TAG}
        ]
        assert [(token.name, html[token.start : token.end]) for token in ours] == theirs, html


# What is repaired, and what is only told


def test_a_repair_leaves_the_markup_alone() -> None:
    assert fixed("<p class='a'>They saw <b>the the ship</b> and left..</p>\r\n") == (
        "<p class='a'>They saw <b>the ship</b> and left.</p>\r\n"
    )
    assert fixed("<P>It rained  ,\n they said..</P>") == "<P>It rained,\n they said.</P>"


def test_what_crosses_a_tag_is_told_and_not_repaired() -> None:
    html = "<p>They saw <b>the</b> <b>the</b> ship.</p>"
    (diagnostic,) = EVERYTHING.check(Source(html)).diagnostics
    assert (diagnostic.rule, diagnostic.span.of(html)) == ("double-word", "the</b> <b>the")
    assert diagnostic.fix is None
    assert fixed(html) == html


def test_references_are_read_and_kept() -> None:
    html = "<p>“We stay,&rdquo; she said.. “We &amp; they.”</p>"
    assert fixed(html) == "<p>“We stay,&rdquo; she said. “We &amp; they.”</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<img alt="The crew of the the ship" src=a.jpg>',
        "<p title='The crew of the the ship'>Ahoy</p>",
        "<title>The crew of the the ship</title>",
        '<meta property="og:description" content="The crew of the the ship">',
    ],
)
def test_attributes_and_titles_are_repaired(html: str) -> None:
    assert fixed(html) == html.replace("the the", "the")


def test_an_attribute_in_the_middle_of_a_paragraph_is_no_part_of_it() -> None:
    html = '<p>The crew.. of <a title="a ship of of old" href="/x">the the ship</a> left..</p>'
    assert fixed(html) == '<p>The crew.. of <a title="a ship of old" href="/x">the ship</a> left.</p>'


def test_an_attribute_without_quotation_marks_is_left_alone() -> None:
    html = "<img alt=Wait..>"
    assert found(html) == ["double-period"]
    assert fixed(html) == html


def test_a_leftover_goes_with_its_element() -> None:
    assert fixed("<p>It rained.</p>\n<p>ADVERTISEMENT</p>\n<p>It stopped.</p>") == (
        "<p>It rained.</p>\n<p>It stopped.</p>"
    )


def test_code_in_a_sentence_sets_off_no_alarm() -> None:
    assert (
        found("<p>Type <code>ls</code>, then the <code>a</code> the <kbd>b</kbd> <code>c</code>.</p>") == []
    )


def test_comments_silence_what_follows() -> None:
    html = (
        "<!-- newslint: ignore[double-word] the band --><p>The the played.</p><p>They saw the the ship.</p>"
    )
    assert found(html) == ["double-word"]
    assert fixed(html).endswith("<p>They saw the ship.</p>")
    inside = "<p>The the <!-- newslint: ignore[double-word] --> played.</p>"
    assert found(inside) == []


# What is broken


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<p>One.</p>\n<script>x<p>Two.</p>", "line 2: <script>"),
        ("<p>One.</p>\n\n<!-- <p>Two.</p>", "line 3: what begins here"),
        ("<p>One.</p>\n<title>Two", "line 2: <title>"),
        ("<p>One.</p>\n<a href='x>Two.</a>", "line 2: what begins here"),
        ("<p>One.</p>\n<select><option>Two.", "line 2: <select>"),
        ("<p>One.</p>\n<object><p>Two.", "line 2: <object>"),
        ("<p>One.</p><plaintext>Two", "line 1: <plaintext>"),
    ],
)
def test_what_is_never_closed_is_told(html: str, what: str) -> None:
    reading = parse(Source(html))
    assert [block.text for block in reading.blocks] == ["One."]
    assert reading.errors == (f"{what} is never closed, so nothing after it was read",)
    assert EVERYTHING.fix(Source(html)).error


def test_what_an_unclosed_element_hides_ends_with_its_parent() -> None:
    assert texts("<div><button>Share</div><p>One.</p><div><svg><g></div><p>Two.</p>") == ["One.", "Two."]


def test_an_empty_element_of_html_ends_a_drawing_too() -> None:
    assert texts("<svg><g>drawn<hr><p>One.</p><svg><p/>Two.") == ["One.", "Two."]
    assert texts("<svg>drawn<svg>drawn<p>One.<script>let x;<p>never shown</p>") == ["One."]
    assert texts("<svg>drawn<hr><script>let x;<p>never shown</p>") == []


def test_a_template_in_a_drawing_is_none() -> None:
    assert texts("<div><svg><template>drawn</div><p>One.</p>") == ["One."]
    assert texts("<div><svg><g><a>drawn</a></g></svg><p>One.</p>") == ["One."]
    assert texts("<svg><foreignObject><div>drawn</div></foreignObject></svg><p>One.</p>") == ["One."]


# Encodings


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<!doctype html><HTML><META CHARSET=ISO-8859-1>", "cp1252"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso8859-2"),
        (b'<meta charset="utf-16">', "utf-8"),
        (b'<meta charset="no-such"><meta charset=koi8-r>', "koi8-r"),
        (b'<!-- <meta charset="cp1251"> --><p>charset=x</p>', None),
        (b'<meta name="description" content="charset=x">', None),
        (b"<p>" + b" " * 1024 + b"<meta charset=cp1251>", None),
    ],
)
def test_a_page_names_its_encoding(head: bytes, encoding: str | None) -> None:
    assert declared_encoding(head) == encoding


def test_a_page_is_read_and_written_in_the_encoding_that_it_names() -> None:
    data = "<meta charset=iso-8859-1><p>“Café Zürich”  , they said.. – now</p>".encode("cp1252")
    source = HTML.decode(data, "page.html")
    assert EVERYTHING.fix(source).output == data.replace(b"  ,", b",")


def test_a_wrong_name_is_told() -> None:
    with pytest.raises(
        SourceError, match="the file declares its encoding as utf-8, but is not utf-8: byte 0xE9"
    ):
        HTML.decode(b"<meta charset=utf-8><p>Caf\xe9</p>", "page.html")
