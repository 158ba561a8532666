"""XML that is broken or hostile: a clear message, in bounded time, and no harm to the file."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from commands import newslint
from test_xml import fixed, story, texts, wrong
from work import steps
from xml_documents import DOCUMENTS

from newslint.formats.xml import events


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        ("", "line 1, column 1: the file is empty; add its content"),
        ("Plain text.", "line 1, column 1: not XML"),
        (
            "<nitf>\n<body>\n<p>One.</p>\n",
            "line 4, column 1: the file ends, but <body> of line 2 is not closed",
        ),
        (
            "<nitf>\n<p>One.\n<p>Two.</p>\n</nitf>",
            "line 4, column 3: mismatched end tag: <p> of line 2",
        ),
        (
            "<p>\r\n<em>One.\r\n</p>",
            "line 3, column 3: mismatched end tag: <em> of line 2 is not closed",
        ),
        (
            "<p>\n<em>One.\n<!-- more",
            "line 3, column 1: unclosed tag, comment or instruction",
        ),
        ("<p>One\n<![CDATA[two</p>", "line 2, column 17: the file ends inside a CDATA section"),
        ("<p>One</p>\n<p>Two</p>", "line 2, column 1: content after the end of the root element"),
        ("<p>Fish\n& chips</p>", "line 2, column 2: the preceding & does not begin a reference; write &amp;"),
        ("<p>3 < 4</p>", "line 1, column 7: the preceding < does not begin a tag; write &lt;"),
        ('<p a="1"\n a="2"/>', "line 2, column 2: duplicate attribute"),
        ("<p>🗞 a\x02b</p>", "line 1, column 7: XML does not allow the character U+0002; delete it"),
        ("\n\n<?xml version='1.0'?>\n<p>One</em>", "line 4, column 9: mismatched end tag"),
        (
            "<p>One &#xD800;</p>",
            "line 1, column 8: reference to invalid character number; correct",
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
    xml = f"<!DOCTYPE nitf [{subset}]>{story(inside)}"
    before = len(xml)
    assert f"declares its own entities (“{name}” in line {subset.count(chr(10)) + 1})" in wrong(xml)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
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
def test_bottomless_nesting_is_refused_before_the_end_is_read(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(depth: int) -> None:
        xml = f"<export>\n{f'<{tag}>' * depth}One.{f'</{tag}>' * depth}</export>"
        assert wrong(xml) == "more than 500 levels of nested elements in line 2: not an article"

    monkeypatch.setattr(events, "DEEPEST", 500)
    assert steps(lambda: ask(4_000)) < 1.1 * steps(lambda: ask(1_000))


def test_attributes_are_declared_without_measure() -> None:
    many = "".join(f"<!ATTLIST p a{n} CDATA ''>\n" for n in range(20_000))
    assert wrong(f"<!DOCTYPE p [{many}]><p>One.</p>").startswith(
        "declares more than 10,000 attributes in line 1"
    )


class Elements:
    """Listens to the attributes of elements alone."""

    def __init__(self) -> None:
        self.attributes: list[Mapping[str, str]] = []

    def start(self, _name: str, attributes: Mapping[str, str], _at: int) -> None:
        self.attributes.append(attributes)

    def __getattr__(self, _: str) -> Callable[..., None]:
        return lambda *_: None


def test_a_default_of_an_attribute_is_not_copied_for_every_element() -> None:
    elements = Elements()
    default = "x" * 1_000
    events.listen(f"<!DOCTYPE p [<!ATTLIST em a CDATA '{default}'>]><p><em b='1'>a</em></p>", elements)
    assert elements.attributes == [{}, {"b": "1"}]


def test_a_long_comment_is_given_to_the_parser_in_few_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some parsers begin it anew with each, so there must not be more the longer it is."""
    slices: list[int] = []
    feed = events._Events.feed

    def counted(parser: events._Events, text: str) -> int:
        slices.append(len(text))
        return feed(parser, text)

    monkeypatch.setattr(events._Events, "feed", counted)
    events.listen(f"<p>One.<!-- {'x' * 64 * events.SLICE} --> Two.</p>", Elements())
    assert len(slices) <= 8
