"""Random news in XML; libxml2 and Python's HTML parser judge it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from html.parser import HTMLParser
from random import Random
from typing import TYPE_CHECKING

from tools.documents.words import prose

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

SPACE = re.compile(r"[ \t\r\n]+")
BLANK_LINE = re.compile(r"[ \t]*\n[ \t]*\n[ \t\r\n]*")
BREAKS = ("\n", "\n  ", "  ", "\t", "\n\n", "")
REFERENCES = (
    "&amp;",
    "&lt;",
    "&#8217;",
    "&#x201C;",
    "&quot;",
    "&#160;",
    "&#32;",
    "&#10;",
    "&#128240;",
    "]]&gt;",
)
UNDECLARED = ("&nbsp;", "&mdash;", "&company;")
INLINE = ("em", "person", "org", "a", "num", "location", "chron", "x:y", "q")
BLOCKS = ("p", "hl2", "li", "bq", "td", "div", "block")
BETWEEN = (
    *("<br/>", "<!-- a -> b -->", "<?pi <p>?>", "<em/>", "<![CDATA[]]>", "<code>x..</code>"),
    *('<a href="a>b"/>', "<br/><br/>", "<!--newslint: ignore-->", "\n<!-- -->\n", "<b><i/></b>"),
)
WITHOUT_STANZAS = ("p", "div", "li", "td", "hl2")
"""Blank lines mean nothing in these; in other elements inside a plain text they separate paragraphs."""
HTML_FIELDS = ("title", "description", "encoded")
DTD = (
    '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "nitf-3-6.dtd" '
    '[<!ENTITY pic SYSTEM "p.jpg" NDATA jpeg>]>\n'
)


def document(random: Random) -> bytes:
    """One or more articles in a format that newsrooms use."""
    write = random.choice((_wire, _news_item, _feed, _atom, _export))
    text = write(random)
    if random.random() < 0.8:
        text = random.choice(('<?xml version="1.0" encoding="UTF-8"?>\n', "<?xml version='1.0'?>")) + text
    end = random.choice(("\n", "\n", "\r\n", "\r"))
    return text.replace("\n", end).encode()


def judge(data: bytes) -> list[str]:
    """Tags with attributes, comments and texts with white space folded."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    return [text for text in _texts_of(root) if text]


def _texts_of(node: Node, *, stanzas: bool = False) -> Iterator[str]:
    name = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
    if not name:
        yield f"<!{type(node).__name__} {node.text}"
        return
    yield f"<{name} {sorted(node.attrib.items())}"
    stanzas = (stanzas or _begins_stanzas(node)) and name not in WITHOUT_STANZAS
    elements = [child for child in node if isinstance(child.tag, str)]
    if node.get("type") == "html" or (name in HTML_FIELDS and not elements and node.get("type") is None):
        fragment = _Fragment()
        fragment.feed("".join([node.text or "", *(child.tail or "" for child in node)]))
        fragment.close()
        yield from fragment.said
        yield from (said for child in node for said in _texts_of(child))
    else:
        yield from _texts(node.text, node, stanzas=stanzas)
        for child in node:
            yield from _texts_of(child, stanzas=stanzas)
            yield from _texts(child.tail, node, stanzas=stanzas)
    yield f"</{name}"


def _begins_stanzas(node: Node) -> bool:
    parent = node.getparent()
    return node.get("type") == "text" or (node.tag == "body" and parent is not None and parent.tag == "Story")


def _texts(text: str | None, node: Node, *, stanzas: bool) -> list[str]:
    """A plain text unchanged; another folded, and split at blank lines."""
    if node.get("contenttype") == "text/plain":
        return [text or ""]
    parts = BLANK_LINE.split(text or "") if stanzas else [text or ""]
    return [SPACE.sub(" ", part) for part in parts]


class _Fragment(HTMLParser):
    """The tags and texts of a fragment of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._say(f"<{tag} {attrs}")

    def handle_endtag(self, tag: str) -> None:
        self._say(f"</{tag}")

    def handle_data(self, data: str) -> None:
        """Add some text, which comes in parts around a bare `<`."""
        before = self.said.pop() if self._open else ""
        self._say(SPACE.sub(" ", before + data))
        self._open = True

    def handle_comment(self, data: str) -> None:
        self._say(f"<!{data}")

    def _say(self, what: str) -> None:
        self.said.append(what)
        self._open = False


def _wire(random: Random) -> str:
    """An article of a news agency, often with an unreachable DTD."""
    if random.random() < 0.5:
        return _nitf(random)
    return DTD + _nitf(random).replace("</p>", f" {random.choice(UNDECLARED)}{random.choice(BREAKS)}x</p>")


def _nitf(random: Random) -> str:
    inside = "".join(_block(random) for _ in range(random.randint(1, 4)))
    head = (
        f"<hedline><hl1>{_inside(random)}</hl1></hedline><byline>By <person>{_text(random)}</person></byline>"
    )
    caption = f"<media-caption>{_block(random)}</media-caption>"
    media = f"<media><media-reference>x..</media-reference>{caption}</media>"
    body = f"<body><body.head>{head}</body.head>\n<body.content>{inside}{media}</body.content></body>"
    return f'<nitf xmlns:x="urn:x">{body}</nitf>'


def _news_item(random: Random) -> str:
    """A message with several items: XHTML, NITF and plain text."""
    xhtml = f"<html xmlns='http://www.w3.org/1999/xhtml'><body>{_block(random)}{_text(random)}</body></html>"
    plain = escape("\n".join(prose(random) for _ in range(random.randint(1, 3))), quote=False)
    contents = [
        f"<inlineXML>{xhtml}</inlineXML>",
        f"<inlineXML>{_nitf(random)}</inlineXML>",
        f'<inlineData contenttype="text/plain">{random.choice(BREAKS)}{plain}\n\n</inlineData>',
    ]
    items = "".join(
        f"<newsItem><itemMeta><title>x..</title></itemMeta><contentMeta><headline>{_inside(random)}</headline>"
        f"</contentMeta><contentSet>{random.choice(contents)}</contentSet></newsItem>\n"
        for _ in range(random.randint(1, 3))
    )
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:x="urn:x">{items}</newsMessage>'


def _feed(random: Random) -> str:
    """RSS: HTML escaped, in CDATA sections, or not escaped at all."""
    ways: tuple[Callable[[str], str], ...] = (_escape, lambda html: f"<![CDATA[{html}]]>", _in_two_halves)
    items = ""
    for _ in range(random.randint(1, 3)):
        way = random.choice(ways)
        field = random.choice(("description", "content:encoded"))
        inside = way(_html(random)) if random.random() < 0.8 else _inside(random)
        items += f"<item><title>{way(_words(random))}</title>\n<{field}>{inside}</{field}></item>"
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:x="urn:x"'
    return f'<rss version="2.0" {names}><channel><title>x..</title>\n{items}</channel></rss>'


def _atom(random: Random) -> str:
    """Atom with texts of its three types."""
    contents = (
        f'<content type="html">{_escape(_html(random))}</content>',
        f'<content type="xhtml"><div>{_block(random)}{_text(random)}</div></content>',
        f'<content type="text">{_text(random)}</content>',
    )
    entry = f'<entry><title type="text">{_text(random)}</title>{random.choice(contents)}</entry>'
    spaces = 'xmlns="http://www.w3.org/2005/Atom" xmlns:x="urn:x"'
    return f'<feed {spaces}><title type="text">x..</title>{entry}</feed>'


def _export(random: Random) -> str:
    """Articles in elements of no standard."""
    stories = ""
    for _ in range(random.randint(1, 3)):
        body = random.choice(("\n\n".join(_text(random) for _ in range(3)), _block(random), _inside(random)))
        stories += f"<Story><Headline>{_text(random)}</Headline><body>{body}</body></Story>\n"
    return f'<export xmlns:x="urn:x">{stories}</export>'


def _block(random: Random, *, depth: int = 0) -> str:
    name = random.choice(BLOCKS)
    inside = _inside(random)
    if depth < 3 and random.random() < 0.2:
        inside += _block(random, depth=depth + 1) + _text(random)
    return f"<{name}>{random.choice(BREAKS)}{inside}{random.choice(BREAKS)}</{name}>{random.choice(BREAKS)}"


def _inside(random: Random) -> str:
    """Text with inline elements, sections, comments and references within its words."""
    text = ""
    for _ in range(random.randint(1, 4)):
        segment, chance = _text(random), random.random()
        if chance < 0.3:
            name = random.choice(INLINE)
            segment = f"<{name}>{random.choice(BREAKS)}{segment}</{name}>"
        elif chance < 0.45:
            segment = f"<![CDATA[{prose(random)}{random.choice(BREAKS)}]]>"
        elif chance < 0.5:
            segment = f"<em>{segment}<q>{_text(random)}</q></em>"
        text += segment + random.choice((" ", "", "\n", random.choice(BETWEEN)))
    return text


def _text(random: Random) -> str:
    """Prose between tags, with references and odd white space."""
    words = escape(prose(random, 8), quote=random.random() < 0.3).split(" ")
    for _ in range(random.randint(0, 2)):
        words.insert(random.randint(0, len(words)), random.choice(REFERENCES))
    joined = words[0]
    for word in words[1:]:
        joined += (random.choice(BREAKS) if random.random() < 0.15 else " ") + word
    return joined


def _html(random: Random) -> str:
    """A fragment of HTML: paragraphs with references, emphasis and an image."""
    inner = (f"{_words(random)} <b>{_words(random)}</b>{_words(random)}" for _ in range(random.randint(1, 3)))
    return random.choice(BREAKS).join(f"<p>{text}</p>" for text in inner)


def _words(random: Random) -> str:
    return escape(prose(random, 6), quote=False).replace("a", random.choice(("a", "&eacute;", "&#97;")), 1)


def _escape(html: str) -> str:
    return escape(html, quote=False)


def _in_two_halves(html: str) -> str:
    """Two halves, the second a CDATA section, with comments between."""
    middle = html.find(" ", len(html) // 2)
    if middle < 0:
        return _escape(html)
    start, end = html[:middle], html[middle:].replace(" ", "\n", 1)
    first = f"<![CDATA[{start}\n]]>" if len(html) % 2 else _escape(start)
    return f"{first}<!-- x --><![CDATA[{end}]]>"
