"""Languages that files declare: text in another gets no fix, text marked as English is checked."""

from __future__ import annotations

import json

import pytest

from newslint.core.positions import Range
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.formats.language_tags import declared_languages, language_tag
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.testing.renderers.docx import archive, member, open_docx, paragraph, run

RULES = selection.select(["double-word", "wrong-article", "space-before-punctuation"])
OURS = "Police shut the the bridge."
SHORT = "Oslo , a a otro ."
"""Too short to be judged; each mark of a language must be read."""


def blocks(name: str, written: str | Source) -> list[tuple[str, str]]:
    """The language and the text of each block."""
    source = Source(written) if isinstance(written, str) else written
    linter = Linter(RULES, format=FORMATS[name])
    return [(block.source.language, block.text) for block in linter.parse(source).blocks]


def fixed(name: str, written: str | Source) -> str:
    source = Source(written) if isinstance(written, str) else written
    report = Linter(RULES, format=FORMATS[name]).fix(source)
    assert report.error is None
    assert not report.refused
    return report.after


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<html lang="de"><p>{0}<p lang="en">{1}</html>', [("de", 0), ("en", 1)]),
        ('<div lang="de"><p>{0}</p></div><p>{1}</p>', [("de", 0), ("", 1)]),
        ('<div lang="de"><p lang="en-GB">{1}<p>{0}</div>', [("en-GB", 1), ("de", 0)]),
        ('<html lang="de"><div lang=""><p>{1}</p></div><p>{0}', [("", 1), ("de", 0)]),
        ('<html xml:lang="fr"><p>{0}', [("fr", 0)]),
        ('<p lang="de" title="{0}">{0}</p>', [("de", 0), ("de", 0)]),
        ('<html lang=de><img alt="{0}"><img lang=en alt="{1}">', [("de", 0), ("en", 1)]),
        ('<html lang="pt_BR"><title>{0}</title>', [("pt-BR", 0)]),
        ('<html lang="German"><p>{0}', [("de", 0)]),
        ('<meta http-equiv="Content-Language" content="es"><p>{0}<p lang=en>{1}', [("es", 0), ("en", 1)]),
        ('<meta name="language" content="Deutsch"><p>{0}', [("de", 0)]),
        ('<meta property="og:locale" content="nb_NO"><p>{0}', [("nb-NO", 0)]),
        ('<html lang="en"><meta property="og:locale" content="de_DE"><p>{1}', [("en", 1)]),
        ("<ul lang=fr><li>{0}<li lang=en>{1}</ul><p>{1}", [("fr", 0), ("en", 1), ("", 1)]),
        ("<p>{1}<p lang=xx-bad-{{>{1}", [("", 1), ("", 1)]),
    ],
)
def test_html(html: str, expected: list[tuple[str, int]]) -> None:
    page = html.format(SHORT, OURS)
    assert blocks("html", page) == [(tag, (SHORT, OURS)[number]) for tag, number in expected]
    assert fixed("html", page) == html.format(SHORT, OURS.replace("the the", "the"))


def test_a_part_of_an_english_paragraph_may_be_marked() -> None:
    html = "<p>They wrote <i lang=es>a otras</i> and <b>a  <span lang=la>et et</span> </b> in the the town."
    assert fixed("html", html) == html.replace("the the", "the")
    xml = "<nitf><body><p>They wrote <lang iso='es'>a otras</lang> in the the town.</p></body></nitf>"
    assert fixed("xml", xml) == xml.replace("the the", "the")


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (
            '<nitf xml:lang="de"><body><p>{0}</p><p xml:lang="en">{1}</p></body></nitf>',
            [("de", 0), ("en", 1)],
        ),
        ('<nitf xml:lang="de"><body xml:lang=""><p>{1}</p></body></nitf>', [("", 1)]),
        (
            '<newsItem><contentMeta><language tag="nn"/><headline>{0}</headline></contentMeta><contentSet>'
            '<inlineXML contenttype="application/nitf+xml"><nitf><body><p>{0}</p><p xml:lang="en">{1}</p>'
            "</body></nitf></inlineXML></contentSet></newsItem>",
            [("nn", 0), ("nn", 0), ("en", 1)],
        ),
        (
            '<newsItem><contentMeta><language tag="fr"/><language tag="en"/></contentMeta><contentSet>'
            '<inlineData contenttype="text/plain">{1}</inlineData></contentSet></newsItem>',
            [("", 1)],
        ),
        (
            "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>{0}</HeadLine></NewsLines><DescriptiveMetadata>"
            '<Language FormalName="sv"/></DescriptiveMetadata></NewsComponent></NewsItem></NewsML>',
            [("sv", 0)],
        ),
        (
            "<rss><channel><language>de-at</language><item><title>{0}</title></item><item><title>{1}</title>"
            "<dc:language>en</dc:language></item></channel></rss>",
            [("de-at", 0), ("en", 1)],
        ),
        (
            "<rss><channel><language>it</language><item><description><![CDATA[<p>{0}</p><p lang=en>{1}</p>]]>"
            "</description></item></channel></rss>",
            [("it", 0), ("en", 1)],
        ),
        (
            '<feed xml:lang="cs"><entry><title>{0}</title><content type="xhtml"><div xml:lang="en"><p>{1}</p>'
            "</div></content></entry></feed>",
            [("cs", 0), ("en", 1)],
        ),
        ('<story xml:lang="fi"><headline>{0}</headline><body>{0}</body></story>', [("fi", 0), ("fi", 0)]),
    ],
)
def test_xml(xml: str, expected: list[tuple[str, int]]) -> None:
    written = xml.format(SHORT, OURS)
    assert blocks("xml", written) == [(tag, (SHORT, OURS)[number]) for tag, number in expected]
    assert fixed("xml", written) == xml.format(SHORT, OURS.replace("the the", "the"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"language": "zh", "headline": SHORT, "body_text": OURS}, ["zh", "zh"]),
        ({"headline": SHORT, "Language": "german"}, ["de"]),
        ({"inLanguage": "es-MX", "headline": SHORT, "articleBody": SHORT}, ["es-MX", "es-MX"]),
        (
            {"language": "en", "headline": OURS, "associations": {"a": {"lang": "de", "headline": SHORT}}},
            ["en", "de"],
        ),
        ([{"lang": "fr", "text": SHORT}, {"text": OURS}], ["fr", ""]),
        ({"title": {"@language": "nl", "text": SHORT}, "text": OURS}, ["nl", ""]),
        ({"lang": "de", "body_html": f"<p>{SHORT}</p><p lang=en>{OURS}</p>"}, ["de", "en"]),
        ({"language": "python", "text": OURS}, [""]),
        ({"language": "und", "text": OURS}, [""]),
        ({"locale": "sv_SE.UTF-8", "text": f"{SHORT}\n\n{SHORT}"}, ["sv-SE", "sv-SE", "sv-SE"]),
    ],
)
def test_json(value: object, expected: list[str]) -> None:
    written = json.dumps(value)
    assert [language for language, _ in blocks("json", written)] == expected
    assert [language for language, _ in blocks("jsonl", written)] == expected
    after = written if expected[0] == "zh" else written.replace("the the", "the")
    assert fixed("json", written) == fixed("jsonl", written) == after


def test_csv() -> None:
    sheet = f"Lang;title;text\nde;{SHORT};{SHORT}\nen;x;{OURS}\n;x;{OURS}\nklingon;x;{OURS}\n"
    assert [language for language, _ in blocks("csv", sheet)] == ["de", "de", "en", "en", "", "", "", ""]
    assert fixed("csv", sheet) == sheet.replace("the the", "the")


@pytest.mark.parametrize("key", ["lang", "language", "Locale", "language_code"])
@pytest.mark.parametrize(("fence", "sign"), [("---", ": "), ("+++", " = ")])
def test_front_matter(key: str, fence: str, sign: str) -> None:
    page = f'{fence}\ntitle{sign}"{SHORT}"\n{key}{sign}"es"\n{fence}\n\n{SHORT}\n\n- {SHORT}\n'
    assert blocks("markdown", page) == [("es", SHORT)] * 3
    assert fixed("markdown", page) == page
    nested = page.replace(f'{key}{sign}"es"\n', "") + f"\n{OURS}\n"
    assert fixed("markdown", nested) != nested


def spoken(text: str, language: str) -> str:
    return run(text, f'<w:rPr><w:lang w:val="{language}" w:eastAsia="zh-CN"/></w:rPr>')


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:rPr>'
    '<w:lang w:val="en-GB"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Long">'
    '<w:name w:val="Long"/>'
    '<w:basedOn w:val="Quote"/></w:style>'
)


def test_word() -> None:
    body = (
        paragraph(run(SHORT))
        + paragraph(spoken(OURS, "en-US"))
        + paragraph(run(OURS), "Quote")
        + paragraph(run(OURS), "Long")
        + paragraph(spoken(SHORT, "fr-FR"), "Long")
        + paragraph(run("They wrote ") + spoken("a otras", "es-ES") + run(" on the the wall."), "Quote")
    )
    members = {"document": member("document", f"<w:body>{body}</w:body>"), "styles": member("styles", STYLES)}
    source = open_docx(archive(members))
    assert [language for language, _ in blocks("docx", source)] == [
        "de-DE", "en-US", "en-GB", "en-GB", "fr-FR", "en-GB"
    ]  # fmt: skip
    assert fixed("docx", source) == source.text.replace("the the", "the")


def test_the_usual_style_of_word_has_a_language() -> None:
    styles = STYLES.replace("</w:style>", '<w:rPr><w:lang w:val="it-IT"/></w:rPr></w:style>', 1)
    members = {
        "document": member("document", f"<w:body>{paragraph(run(SHORT))}</w:body>"),
        "styles": member("styles", styles),
    }
    assert blocks("docx", open_docx(archive(members))) == [("it-IT", SHORT)]


def test_a_former_language_of_a_tracked_change_is_none() -> None:
    was = '<w:rPr><w:rPrChange><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrChange></w:rPr>'
    document = member("document", f"<w:body>{paragraph(run(OURS, was))}</w:body>")
    assert blocks("docx", open_docx(archive({"document": document}))) == [("", OURS)]


@pytest.mark.parametrize(
    ("pieces", "language", "ranges"),
    [
        ([], "", ()),
        ([("One two", "en")], "en", ()),
        ([("One two ", "en"), ("drei", "de")], "en", (Range(8, 12),)),
        ([("One two ", "en-US"), ("three", "en-GB")], "en-US", ()),
        ([("One two or ", "en"), ("drei", "de"), (" ", "en"), ("vier ", "de")], "en", (Range(11, 20),)),
        ([("One two and ", ""), ("drei", "de"), (" three", "en")], "", (Range(12, 16),)),
    ],
)
def test_parts_of_a_block(pieces: list[tuple[str, str]], language: str, ranges: tuple[Range, ...]) -> None:
    assert declared_languages(pieces) == (language, ranges)


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("de_AT.UTF-8", "de-AT"),
        (" En ", "En"),
        ("Français", "fr"),
        ("x-none", ""),
        ("zxx", ""),
        ("english text", ""),
    ],
)
def test_tags_of_languages(written: str, tag: str) -> None:
    assert language_tag(written) == tag
