"""Articles as NITF, NewsML-G2 and feeds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape

from newslint.core.segments import BlockKind
from newslint.testing.renderers.form import ALL, CONTROLS, HEADINGS, Form
from newslint.testing.renderers.marks import paragraphs

Write = Callable[[str], str]
REFERRED = {"“": "&#8220;", "”": "&#x201d;", '"': "&quot;", "'": "&apos;", "’": "&#8217;", " ": "&#32;"}
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
NITF = (
    DECLARATION
    + """<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf>
<head><title>x-slug..</title></head>
<body>
{}</body>
</nitf>
"""
)
NEWS_ITEM = (
    DECLARATION
    + """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:1" version="1">
<itemMeta><title>x-slug..</title></itemMeta>
<contentMeta>{}</contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><body>
{}</body></html>
</inlineXML></contentSet>
</newsItem>
"""
)
FEED = (
    DECLARATION + '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>x-slug..</title><item>{}</item></channel></rss>\n"
)


def _escape(paragraph: str) -> str:
    return escape(paragraph, quote=False)


def _elements(marked: str, headline: str, paragraph: str, write: Write = _escape) -> tuple[str, str]:
    """The headline in one element, each paragraph in another."""
    head, body = "", ""
    for kind, said in paragraphs(marked):
        if kind is BlockKind.HEADLINE:
            head += headline.format(write(said))
        else:
            body += paragraph.format(write(said))
    return head, body


def _nitf(marked: str, write: Write = _escape) -> str:
    """The article as a wire service sends it."""
    head, body = _elements(marked, "<hedline><hl1>{}</hl1></hedline>", "<p>{}</p>\n", write)
    return NITF.format(f"<body.head>{head}</body.head>\n<body.content>\n{body}</body.content>\n")


def _news_item(marked: str) -> str:
    """The headline in a news item's metadata, the paragraphs in its XHTML."""
    return NEWS_ITEM.format(*_elements(marked, "<headline>{}</headline>", "<p>{}</p>\n"))


def _feed(marked: str) -> str:
    """An item of a feed, its paragraphs HTML in a CDATA section."""
    head, body = _elements(marked, "<title>{}</title>", "<p>{}</p>\n")
    return FEED.format(f"{head}<description><![CDATA[{body}]]></description>")


def _escaped_feed(marked: str) -> str:
    """The same with the HTML escaped, as most feeds have it."""
    head, body = _elements(marked, "<title>{}</title>", "<p>{}</p>\n")
    return FEED.format(f"{head}<content:encoded>{_escape(body)}</content:encoded>")


def _stanzas(marked: str) -> str:
    """Non-standard names; blank lines separate paragraphs."""
    head, body = _elements(marked, "<Headline>{}</Headline>", "    {}\n\n")
    return f"<export>\n<story>{head}<body>\n{body}</body></story>\n</export>\n"


def _literally(paragraph: str) -> str:
    """The paragraph in a CDATA section, marks inside."""
    return f"<![CDATA[{paragraph}]]>"


def _with_references(paragraph: str) -> str:
    """Quotation marks, spaces and every third letter as references."""
    text = ""
    for at, letter in enumerate(paragraph):
        other = f"&#{ord(letter)};" if at % 3 == 0 and letter.isalpha() else _escape(letter)
        text += REFERRED.get(letter, other)
    return text


def _emphasise(paragraph: str) -> str:
    """Tags and comments after every fourth character, even inside words."""
    tags = ("<em>", "</em>", "<!-- x -->", '<org idsrc="a>b">', "</org>", "<?x?>")
    text, number, since = "", 0, 0
    for before, letter in zip(" " + paragraph, paragraph + " ", strict=True):
        due = since >= 4 or number % 3 == 1
        if due and before.isalnum() and letter.isalnum():
            text, number, since = text + tags[number % len(tags)], number + 1, 0
        text, since = text + _escape(letter), since + 1
    open_tags = {1: "</em>", 4: "</org>"}
    return text[:-1] + open_tags.get(number % len(tags), "")


_form = partial(Form, format="xml", gaps=False, missing_characters=CONTROLS, undeletable=HEADINGS)
FORMS = (
    _form("nitf", _nitf),
    _form("nitf-crlf", lambda article: _nitf(article).replace("\n", "\r\n")),
    _form("nitf-bom", _nitf, bom=b"\xef\xbb\xbf"),
    _form("nitf-astral", lambda article: _nitf("🗞 The 𝒆vening edition 🗞\n\n" + article)),
    _form("nitf-cdata", lambda article: _nitf(article, _literally)),
    _form("newsml-g2", _news_item),
    _form("rss", _feed),
    _form("rss-escaped", _escaped_feed, undeletable=ALL),
    _form("xml-stanzas", _stanzas, undeletable=ALL),
    _form("nitf-references", lambda article: _nitf(article, _with_references), blocks_fixes=True),
    _form("nitf-inline", lambda article: _nitf(article, _emphasise), blocks_fixes=True, undeletable=ALL),
)
