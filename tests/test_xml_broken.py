"""XML that is broken or hostile: a clear message, in bounded time, and no harm to the file."""

from __future__ import annotations

import gc
import tracemalloc
from pathlib import Path
from time import perf_counter, process_time

import pytest
from commands import newslint
from test_xml import fixed, story, texts, wrong
from xml_documents import DOCUMENTS

from newslint.core.errors import ParseError
from newslint.core.source import Source
from newslint.formats.xml import parse


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        ("", "line 1, column 1: the file is empty; add its content"),
        ("Plain text.", "line 1, column 1: not XML"),
        (
            "<nitf>\n<body>\n<p>One.</p>\n",
            "line 4, column 1: the file ends, and <body> of line 2 is not closed",
        ),
        (
            "<nitf>\n<p>One.\n<p>Two.</p>\n</nitf>",
            "line 4, column 3: this tag ends another element, while <p> of line 2",
        ),
        (
            "<p>\r\n<em>One.\r\n</p>",
            "line 3, column 3: this tag ends another element, while <em> of line 2 is not closed",
        ),
        (
            "<p>\n<em>One.\n<!-- more",
            "line 3, column 1: a tag, comment or instruction begins here and never ends",
        ),
        ("<p>One\n<![CDATA[two</p>", "line 2, column 17: the file ends, and a CDATA section is not closed"),
        ("<p>One</p>\n<p>Two</p>", "line 2, column 1: more follows after the end of the root element"),
        ("<p>Fish\n& chips</p>", "line 2, column 2: the & before it begins no reference; write &amp;"),
        ("<p>3 < 4</p>", "line 1, column 7: the < before it begins no tag; write &lt;"),
        ('<p a="1"\n a="2"/>', "line 2, column 2: an attribute is given twice"),
        ("<p>🗞 a\x02b</p>", "line 1, column 7: XML cannot hold the character U+0002; delete it"),
        ("\n\n<?xml version='1.0'?>\n<p>One</em>", "line 4, column 9: this tag ends another element"),
        (
            "<p>One &#xD800;</p>",
            "line 1, column 8: reference to invalid character number; nothing of the file",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_to_do(xml: str, message: str) -> None:
    assert wrong(xml).startswith(f"not well-formed XML in {message}")


def test_a_file_cut_off_anywhere_is_refused() -> None:
    xml = DOCUMENTS["newsml-g2"].xml.rstrip()
    for end in range(0, len(xml), 7):
        assert "not well-formed XML in line " in wrong(xml[:end])


def test_a_broken_file_keeps_its_bytes_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    broken = b"<nitf>\r\n<p>They saw the the ship..</nitf>"
    Path("a.xml").write_bytes(broken)
    Path("b.xml").write_text(story("They saw the the ship."), "utf-8")
    result = newslint("fix", ".")
    assert result.code == 3
    assert "a.xml: error: not well-formed XML in line 2" in result.out
    assert Path("a.xml").read_bytes() == broken
    assert Path("b.xml").read_text("utf-8") == story("They saw the ship.")


# What a hostile file can do


BOMB = "<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))


@pytest.mark.parametrize(
    ("subset", "inside", "name"),
    [
        (BOMB, "&a11;", "a0"),
        (f"<!ENTITY big '{'x' * 1_000_000}'>", "&big;" * 100_000, "big"),
        ("<!ENTITY a '&b;'><!ENTITY b '&a;'>", "&a;", "a"),
        ("\n<!ENTITY company 'Wexmoor'>", "&company;", "company"),
    ],
    ids=["billion laughs", "quadratic", "loop", "harmless"],
)
def test_files_that_declare_entities_are_refused_at_once(subset: str, inside: str, name: str) -> None:
    tracemalloc.start()
    start = perf_counter()
    xml = f"<!DOCTYPE nitf [{subset}]>{story(inside)}"
    before = len(xml)
    assert f"declares entities of its own (“{name}” in line {subset.count(chr(10)) + 1})" in wrong(xml)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert perf_counter() - start < 2
    assert peak < 12 * before + 3_000_000


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY x SYSTEM "{}">',
        '<!ENTITY x PUBLIC "-//W//X//EN" "{}">',
        '<!ENTITY % d SYSTEM "{}"> %d;',
        '<!ENTITY pic SYSTEM "{}" NDATA jpeg>',
    ],
)
def test_other_files_are_never_fetched(subset: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text("<!ENTITY x 'sesame'>", "utf-8")
    address = secret.as_uri()
    xml = (
        f'<!DOCTYPE nitf SYSTEM "{address}" [{subset.format(address)}]>{story("They saw the the &x; ship.")}'
    )
    assert texts(xml) == ["They saw the the \ufffc ship."]
    assert fixed(xml) == xml.replace("the the", "the")


def test_entities_of_a_dtd_elsewhere_do_not_shift_what_follows() -> None:
    xml = story("An&nbsp;old &unknown;&mdash; “crew” of the the &rsquo;ship..")
    assert texts(xml) == ["An\xa0old \ufffc— “crew” of the the ’ship.."]
    assert fixed(xml) == xml.replace("the the", "the").replace("ship..", "ship.")


def test_deep_nesting_is_read() -> None:
    assert texts(story("<em>" * 5_000 + "One." + "</em>" * 5_000)) == ["One."]
    assert texts("<div>" * 9_000 + "<p>One.</p>" + "</div>" * 9_000) == ["One."]


@pytest.mark.parametrize("tag", ["p", "em", "div", "nitf", "item", "title"])
def test_bottomless_nesting_is_refused_in_no_time(tag: str) -> None:
    start = perf_counter()
    xml = f"<export>\n{f'<{tag}>' * 100_000}One.{f'</{tag}>' * 100_000}</export>"
    assert wrong(xml) == "more than 10,000 elements inside one another in line 2: not an article"
    assert perf_counter() - start < 5


@pytest.mark.parametrize(
    ("head", "segment", "end"),
    [
        (
            "<nitf><body><body.content>",
            "<p>They saw the <em>ship</em> &amp; left,\n  he said.</p>\n",
            "</body.content></body></nitf>",
        ),
        ("<p>", "word\n ", "</p>"),
        ("<p>", "&amp;", "</p>"),
        ("<p>", "&#32;", "</p>"),
        ("<p>", "<em>a</em> ", "</p>"),
        ("<p>", "a<br/>", "</p>"),
        ("<p>", "<!-- a -->", "</p>"),
        ("<p>", "<?a?>", "</p>"),
        ("<p><![CDATA[", "a b &\n\n ", "]]></p>"),
        ("<p>", "<![CDATA[ ]]>", "a</p>"),
        ("<p><!--", "xxxxxxxx", "-->a</p>"),
        ('<p a="', "xxxxxxxx", '">a</p>'),
        (
            "<rss><channel>",
            "<item><title>A</title><description>&lt;p&gt;B</description></item>",
            "</channel></rss>",
        ),
        ("<r><body>", "One.\n\n", "</body></r>"),
        ("<r><body>", "a<i/>", "</body></r>"),
        ("<!DOCTYPE p [", "<!ATTLIST p a CDATA ''>", "]><p>a</p>"),
        ("<!DOCTYPE p [", "<!ENTITY % a 'b'>%a;", "]><p>a</p>"),
    ],
)
def test_large_files_take_time_in_proportion(head: str, segment: str, end: str) -> None:
    def seconds(size: int) -> float:
        xml = head + segment * (size // len(segment)) + end
        gc.collect()
        gc.disable()  # the other tests leave much to look through
        start = process_time()
        try:
            parse(Source(xml))
        except ParseError as error:
            assert "declares more than 10,000 attributes" in str(error)  # noqa: PT017 - that may be
        finally:
            gc.enable()
        return process_time() - start

    seconds(10_000)
    assert seconds(600_000) < 20 * max(seconds(75_000), 0.03)


def test_attributes_are_declared_without_measure() -> None:
    many = "".join(f"<!ATTLIST p a{n} CDATA ''>\n" for n in range(20_000))
    assert wrong(f"<!DOCTYPE p [{many}]><p>One.</p>").startswith(
        "declares more than 10,000 attributes in line 1"
    )


def test_a_default_of_an_attribute_is_not_copied_for_every_element() -> None:
    def seconds(default: str) -> float:
        declared = f"<!DOCTYPE p [<!ATTLIST em a CDATA '{default}'>]>"
        start = process_time()
        parse(Source(f"{declared}<p>{'<em>a</em>' * 20_000}</p>"))
        return process_time() - start

    assert seconds("x" * 2_000_000) < 3 * seconds("x") + 0.5


def test_one_long_tag_or_comment_takes_time_in_proportion() -> None:
    """Some parsers begin it anew with every slice that they are given."""
    start = process_time()
    assert texts(f"<p>One.<!-- {'x' * 32_000_000} --> Two.</p>") == ["One. Two."]
    assert process_time() - start < 5
