"""XML: articles as agencies and feeds send them, what is repaired in them, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import newslint
from xml_documents import DOCUMENTS

from newslint.core.diagnostics import Change
from newslint.core.errors import ParseError, SourceError
from newslint.core.positions import Range
from newslint.core.report import FileReport
from newslint.core.segments import Editability, FieldRole, ParseOptions
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.formats.xml import parse
from newslint.linter.linter import Linter
from newslint.rules import selection

XML = FORMATS["xml"]
EVERYTHING = Linter(selection.select(), format=XML)
Block = tuple[str, str, str]


def articles(xml: str, elements: dict[str, FieldRole] | None = None) -> list[list[Block]]:
    reading = parse(Source(xml), ParseOptions(elements=elements or {}))
    return [
        [(b.kind.value, b.source.name, b.text) for b in document.blocks] for document in reading.documents
    ]


def texts(xml: str, elements: dict[str, FieldRole] | None = None) -> list[str]:
    return [text for article in articles(xml, elements) for _, _, text in article]


def check(xml: str, *rules: str) -> FileReport:
    return Linter(selection.select(rules or None), format=XML).check(Source(xml))


def found(xml: str, *rules: str) -> list[tuple[str, str]]:
    return [(d.rule, d.span.of(xml)) for d in check(xml, *rules).diagnostics]


def fixed(xml: str) -> str:
    report = EVERYTHING.fix(Source(xml))
    assert report.error is None, report.error
    assert not report.refused, report.refused
    return report.after


def wrong(xml: str) -> str:
    with pytest.raises(ParseError) as caught:
        parse(Source(xml))
    return str(caught.value)


def story(*inside: str) -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in inside)
    return f"<nitf><body><body.content>{paragraphs}</body.content></body></nitf>"


# What is read


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_read_as_people_read_them(name: str) -> None:
    assert articles(DOCUMENTS[name].xml) == DOCUMENTS[name].articles
    assert parse(Source(DOCUMENTS[name].xml)).errors == ()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_line_ends_make_no_difference(name: str, end: str) -> None:
    assert articles(DOCUMENTS[name].xml.replace("\n", end)) == DOCUMENTS[name].articles


@pytest.mark.parametrize("name", DOCUMENTS)
def test_characters_beyond_the_first_plane_shift_nothing(name: str) -> None:
    """The parser counts bytes, the rest of newslint counts code points."""
    xml = DOCUMENTS[name].xml
    root = xml.index("<", xml.rindex("]>" if "]>" in xml[:200] else "?>") + 2 if xml.startswith("<?") else 0)
    shifted = f"{xml[:root]}<!-- 🗞 é 𝒆 -->{xml[root:]}"
    assert articles(shifted) == DOCUMENTS[name].articles
    for block in parse(Source(shifted)).blocks:
        for segment in block.source.segments:
            if segment.editability is Editability.EDITABLE:
                assert segment.span.of(shifted) == segment.text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_sound_documents_set_off_no_alarm(name: str) -> None:
    """Slugs, credits, metadata and code of them are full of damage that is none of the article's."""
    assert found(DOCUMENTS[name].xml) == []
    assert fixed(DOCUMENTS[name].xml) == DOCUMENTS[name].xml


@pytest.mark.parametrize("name", DOCUMENTS)
def test_damage_in_any_paragraph_is_found(name: str) -> None:
    """Every block of a document, damaged by itself, is told of at its place, with its element."""
    xml = DOCUMENTS[name].xml
    for block in parse(Source(xml)).blocks:
        at = max(
            (segment for segment in block.source.segments if segment.editability is Editability.EDITABLE),
            key=lambda p: len(p.text),
        ).span.end
        damaged = f"{xml[:at]} saw the the crew{xml[at:]}"
        (diagnostic,) = check(damaged, "double-word").diagnostics
        assert (diagnostic.span.of(damaged), diagnostic.span.start) == ("the the", at + 5)
        assert diagnostic.field == block.source.name


def test_an_article_does_not_know_the_names_of_the_next() -> None:
    xml = "<rss><channel>{}</channel></rss>".format(
        "".join(
            f"<item><title>Tide {n}</title><description>It rained.</description></item>" for n in range(3)
        )
    )
    documents = parse(Source(xml)).documents
    assert [document.index for document in documents] == [0, 1, 2]
    assert [document.blocks[0].text for document in documents] == ["Tide 0", "Tide 1", "Tide 2"]


def test_an_item_inside_an_item_of_a_package() -> None:
    inner = (
        "<NewsItem><NewsComponent><NewsLines><HeadLine>{}</HeadLine></NewsLines>{}</NewsComponent></NewsItem>"
    )
    xml = f"<NewsML>{inner.format('Outer', inner.format('Inner', ''))}{inner.format('Next', '')}</NewsML>"
    assert [[block[2] for block in article] for article in articles(xml)] == [["Outer"], ["Inner"], ["Next"]]


SPEECH = "“They sailed,” she said. “We stayed.” “It blew,” he said. “It rained.”"
HEDGE = (
    "for the whole of the morning, as eleven harbour pilots lined up along the wet quay and their wives "
    "counted heads twice to be sure that nobody at all was missing."
)


@pytest.mark.parametrize(
    ("element", "heard"), [("<p>{}</p>", 1), ("<hl2>{}</hl2>", 0), ("<media-caption>{}</media-caption>", 0)]
)
def test_rules_ask_what_a_block_is(element: str, heard: int) -> None:
    """Single marks are the convention of headlines and captions, and drift in a paragraph."""
    body = f"<p>The “storm walk” is on. {SPEECH}</p>" + element.format(f"The ‘storm walk’ ran {HEDGE}")
    xml = f"<nitf><body><body.content>{body}</body.content></body></nitf>"
    assert [rule for rule, _ in found(xml, "quote-style-drift")] == ["quote-style-drift"] * heard


# What is repaired, and what is only told


def test_a_repair_leaves_the_markup_alone() -> None:
    xml = story('The <org idsrc="a" >crew\n of the the <em >ship</em></org> left..', "It rained .").replace(
        "<nitf>", "<?xml version='1.0'?>\r\n<nitf  a = '1'><!--x-->"
    )
    assert fixed(xml) == xml.replace("the the", "the").replace("left..", "left.").replace(
        "rained .", "rained."
    )


def test_what_crosses_an_element_is_told_at_its_place_and_not_repaired() -> None:
    xml = story("They saw\n the <em>the</em> ship.")
    (diagnostic,) = check(xml).diagnostics
    assert (diagnostic.rule, diagnostic.span.of(xml)) == ("double-word", "the <em>the")
    assert diagnostic.fix is None
    assert fixed(xml) == xml


@pytest.mark.parametrize("between", ["<!-- x -->", "<?x?>", "<em/>", "</em><em>", "]]><![CDATA["])
def test_markup_inside_a_word_is_no_end_of_it(between: str) -> None:
    opening, closing = ("<![CDATA[", "]]>") if "CDATA" in between else ("<em>", "</em>")
    xml = story(f"{opening}They saw the th{between}e ship.{closing}")
    assert texts(xml) == ["They saw the the ship."]
    assert [rule for rule, _ in found(xml)] == ["double-word"]
    assert fixed(xml) == xml


@pytest.mark.parametrize("space", ["\n", "\n      ", "\r\n\t", "  ", "\t", " \n\n "])
def test_white_space_across_line_ends_is_one_space_and_goes_with_a_repair(space: str) -> None:
    xml = story(f"{space}They saw the{space}the{space}ship{space}, he said.{space}")
    assert texts(xml) == ["They saw the the ship , he said."]
    assert fixed(xml) == story(f"{space}They saw the{space}ship, he said.{space}")


@pytest.mark.parametrize("odd", ["&#32;", "&#10;", "&#x20;", " <em> </em>", "<br/>"])
def test_white_space_that_markup_makes_is_read_and_kept(odd: str) -> None:
    before, after = story(f"They saw{odd}the the ship."), story(f"They saw the the{odd}ship.")
    assert texts(before) == texts(after) == ["They saw the the ship."]
    assert fixed(before) == story(f"They saw{odd}the ship.")
    assert found(after) == [("double-word", "the the")]
    assert fixed(after) == after


def test_references_are_read_and_kept() -> None:
    xml = story(
        "&#8220;We stay,&#x201D; she said.. AT&amp;T is &lt; &#x1F4F0; &quot;late&quot; &gt; it&apos;s"
    )
    assert texts(xml) == ['“We stay,” she said.. AT&T is < 📰 "late" > it\'s']
    assert fixed(xml) == xml.replace("said..", "said.")


@pytest.mark.parametrize(
    ("xml", "rule", "place"),
    [
        (story("It rained.&#46; Nobody came."), "double-period", ".&#46;"),
        (story("They saw the t&#104;e ship."), "double-word", "the t&#104;e"),
        (story("It rained&#32;&#44; they said."), "space-before-punctuation", "&#32;"),
    ],
)
def test_damage_that_a_reference_is_part_of_is_told_and_not_repaired(xml: str, rule: str, place: str) -> None:
    assert found(xml) == [(rule, place)]
    assert fixed(xml) == xml


def test_new_text_is_written_as_xml() -> None:
    (block,) = parse(Source(story("A crane."))).blocks
    edit = block.source.edit(Change(Range(2, 7), "R&B <b> ]]> “x”"))
    assert edit is not None
    assert edit.text == "R&amp;B &lt;b&gt; ]]&gt; “x”"


def test_new_text_in_a_section_is_written_as_it_is() -> None:
    (block,) = parse(Source(story("<![CDATA[A crane.]]>"))).blocks
    edit = block.source.edit(Change(Range(2, 7), "R&B <b>"))
    assert edit is not None
    assert edit.text == "R&B <b>"
    assert block.source.edit(Change(Range(2, 7), "a]]>")) is None


@pytest.mark.parametrize("unsayable", ["\0", "\x0b", "\ud83d", "\ufffe", "\r", "a\nb", "a  b"])
def test_what_would_read_otherwise_is_not_written(unsayable: str) -> None:
    for xml in (story("A crane."), story("<![CDATA[A crane.]]>")):
        (block,) = parse(Source(xml)).blocks
        assert block.source.edit(Change(Range(2, 7), unsayable)) is None


def test_text_in_sections_is_repaired_there() -> None:
    xml = story(
        "<![CDATA[AT&T saw the\nthe <old> ship .]]> It rained <![CDATA[]]>.. All", "<![CDATA[One..]]>"
    )
    assert texts(xml) == ["AT&T saw the the <old> ship . It rained .. All", "One.."]
    assert "saw the\n<old> ship.]]>" in fixed(xml)
    assert "<![CDATA[One.]]>" in fixed(xml)


def test_html_in_a_feed_is_repaired_inside_its_escapes() -> None:
    item = "<rss><channel><item><description>{}</description></item></channel></rss>"
    escaped = item.format(
        "&lt;p&gt;They saw the &lt;b&gt;the ship&lt;/b&gt; of AT&amp;amp;T.. Now &amp;amp; then&lt;/p&gt;"
    )
    assert texts(escaped) == ["They saw the the ship of AT&T.. Now & then"]
    assert fixed(escaped) == escaped.replace("b&gt;the ship", "b&gt;ship").replace("T.. ", "T. ")
    literal = item.format("<![CDATA[<p>They saw the the <a href='?a=1&b=2'>ship</a> , now.</p>]]>")
    assert fixed(literal) == literal.replace("the the", "the").replace("</a> ,", "</a>,")


def test_a_leftover_goes_with_its_element() -> None:
    assert fixed(story("It rained.", "ADVERTISEMENT", "It stopped.")) == story("It rained.", "It stopped.")


def test_attributes_are_not_prose() -> None:
    xml = story('They saw <a href="/the/the" title="the the ship ..">it</a>.')
    assert found(xml) == []


# Comments


def test_a_comment_silences_what_follows() -> None:
    ignore = "<!-- newslint: ignore[double-word] a band -->"
    xml = story("It rained.", "The the played.", "They saw the the ship.")
    heard = xml.replace("<p>The the", f"{ignore}<p>The the")
    assert found(heard) == [("double-word", "the the")]
    assert fixed(heard) == heard.replace("saw the the", "saw the")
    assert found(story(f"The the {ignore} played.")) == []


def test_a_comment_may_silence_the_file() -> None:
    xml = story("The the crew left..")
    assert found(xml.replace("<nitf>", "<!--newslint: ignore-file[double-word]--><nitf>")) == [
        ("double-period", "..")
    ]
    assert found(xml + "<!-- newslint: ignore-file -->") == []


def test_a_comment_in_the_html_of_a_feed_silences() -> None:
    html = "<!-- newslint: ignore[double-word] a band --><p>The the played.</p><p>They saw the the ship.</p>"
    xml = f"<rss><channel><item><description><![CDATA[{html}]]></description></item></channel></rss>"
    assert found(xml) == [("double-word", "the the")]


def test_a_comment_that_silences_nothing_is_told() -> None:
    xml = story("It rained.<!-- newslint: ignore[double-word] -->")
    assert found(xml) == [("unused-ignore", "<!-- newslint: ignore[double-word] -->")]


# Elements that a person names


def test_unknown_elements_are_told_and_can_be_named() -> None:
    xml = (
        "<wx:log xmlns:wx='urn:wx'><wx:t>Tide high</wx:t><wx:para1>It rained.</wx:para1><id>a b</id></wx:log>"
    )
    reading = parse(Source(xml))
    assert reading.documents == ()
    assert "<log>" in reading.note
    assert "[elements]" in reading.note
    assert articles(xml, {"t": FieldRole.HEADLINE, "wx:para1": FieldRole.TEXT}) == [
        [("headline", "wx:t", "Tide high"), ("paragraph", "wx:para1", "It rained.")]
    ]


@pytest.mark.parametrize(
    ("holds", "block"),
    [
        (FieldRole.HEADLINE, ("headline", "x", "A <b>bold</b> man")),
        (FieldRole.BYLINE, ("byline", "x", "A <b>bold</b> man")),
        (FieldRole.DATELINE, ("dateline", "x", "A <b>bold</b> man")),
        (FieldRole.CAPTION, ("caption", "x", "A <b>bold</b> man")),
        (FieldRole.TEXT, ("paragraph", "x", "A <b>bold</b> man")),
        (FieldRole.HTML, ("paragraph", "x", "A bold man")),
    ],
)
def test_an_element_holds_what_a_person_says(holds: FieldRole, block: Block) -> None:
    assert articles("<r><x>A &lt;b&gt;bold&lt;/b&gt; man</x></r>", {"x": holds}) == [[block]]


def test_what_a_person_says_goes_before_what_a_standard_says() -> None:
    xml = DOCUMENTS["nitf"].xml
    named = articles(xml, {"p": FieldRole.NOTHING, "hl2": FieldRole.CAPTION, "rights": FieldRole.TEXT})
    assert [block for article in named for block in article][:4] == [
        ("headline", "hl1", "Lock keepers vote to stay"),
        ("caption", "hl2", "Canal trust will not sell the six cottages"),
        ("paragraph", "rights", "Copyright Wexmoor Wire.."),
        ("byline", "byline", "By Ines Okafor"),
    ]


def test_elements_of_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.xml").write_text("<log><line>They saw the the ship.</line></log>", "utf-8")
    told = newslint("check", "a.xml")
    assert told.code == 0
    assert "[elements]" in told.out + told.err
    Path("newslint.toml").write_text('[elements]\nline = "text"\n', "utf-8")
    assert newslint("fix", "a.xml").code == 0
    assert Path("a.xml").read_text("utf-8") == "<log><line>They saw the ship.</line></log>"


# Encodings

DAMAGED, MENDED = (
    story("Café Zürich closed , they said..").replace("<nitf>", "\n<nitf>"),
    "Café Zürich closed, they said.",
)


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ("", "utf-8"),
        ('<?xml version="1.0"?>', "utf-8"),
        ('<?xml version="1.0" encoding="UTF-8"?>', "utf-8"),
        ('<?xml version="1.0" encoding="UTF-8"?>', "utf-8-sig"),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16"),
        ("<?xml version='1.0' encoding='utf-16'?>", "utf-16-le"),
        ('<?xml version="1.0" encoding="UTF-16BE"?>', "utf-16-be"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', "latin-1"),
        ('<?xml version="1.0"  encoding = "windows-1252" standalone="yes"?>', "cp1252"),
        ('\n\n<?xml version="1.0" encoding="iso-8859-15"?>', "iso8859-15"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_is_read_and_written_in_its_encoding(declaration: str, encoding: str, end: str) -> None:
    def written(text: str) -> bytes:
        return (declaration + text).replace("\n", end).encode(encoding)

    report = EVERYTHING.fix(XML.decode(written(DAMAGED), "a.xml"))
    assert report.error is None
    assert report.output == written(story(MENDED).replace("<nitf>", "\n<nitf>"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b'<?xml version="1.0" encoding="utf-8"?><p>Caf\xe9</p>',
            "the file declares its encoding as utf-8, but is not utf-8: byte 0xE9 at offset 44",
        ),
        (b"<p>Caf\xe9</p>", "not utf-8: byte 0xE9 at offset 6"),
        (
            b'<?xml version="1.0" encoding="UTF-16"?><p>One</p>',
            "declares its encoding as UTF-16, but is written in single bytes; correct the XML declaration",
        ),
        (b'<?xml version="1.0" encoding="no-such"?><p>One</p>', "unknown encoding “no-such”"),
        (
            '<?xml version="1.0"?><p>One</p>'.encode("utf-16-le")[:-1],
            "declares its encoding as utf-16-le, but is not",
        ),
        (b"<p>a\0b</p>", "looks binary"),
    ],
)
def test_a_wrong_encoding_is_told(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        XML.decode(data, "a.xml")
    assert message in str(caught.value)


def test_a_letter_that_the_encoding_lacks_is_not_written() -> None:
    data = '<?xml version="1.0" encoding="ISO-8859-1"?><p>They met the the Café.</p>'.encode("latin-1")
    source = XML.decode(data, "a.xml")
    (block,) = parse(source).blocks
    edit = block.source.edit(Change(Range(0, 4), "Š"))
    assert edit is not None
    with pytest.raises(SourceError, match="U\\+0160"):
        source.with_edits([edit]).encode()
