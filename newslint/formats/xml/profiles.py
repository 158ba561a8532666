"""What the elements of the XML that news lives in hold: NITF, NewsML-G2, NewsML 1, RSS, Atom, XHTML.

The names are those of the specifications of the IPTC, of RSS 2.0 with its common modules, of RFC 4287 and
of XHTML. What a profile does not name is markup inside a paragraph, and holds no prose of its own outside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from newslint.core.segments import BlockKind, FieldRole


class How(StrEnum):
    """How the text of an element is to be read."""

    MARKUP = "markup"
    """A paragraph; the elements in it are its markup, or paragraphs of their own."""
    STANZAS = "stanzas"
    """The same, and blank lines part paragraphs."""
    HTML = "html"
    """A fragment of HTML, escaped or in a CDATA section."""
    PLAIN = "plain"
    """A plain text, whose lines count."""
    EITHER = "either"
    """HTML if it looks like it, stanzas otherwise."""
    BREAK = "break"
    """A line break inside a paragraph."""
    NOTHING = "nothing"
    """No prose, whatever stands in it; a sentence goes on around it."""
    APART = "apart"
    """The same, and a paragraph ends before it."""
    VALUE = "value"
    """The same, and a sentence has it for a word, as it has a bit of code."""


@dataclass(frozen=True, slots=True)
class ElementRole:
    """What an element holds; without a kind, what the element around it does."""

    how: How = How.MARKUP
    kind: BlockKind | None = BlockKind.PARAGRAPH


Attributes = Mapping[str, str]
Choice = Callable[[Attributes], ElementRole]
"""A role that the attributes of the element tell."""


@dataclass(frozen=True)
class XmlProfile:
    """The names of one kind of XML, and which elements are articles of their own, with what holds in them."""

    roles: Mapping[str, ElementRole | Choice] = field(default_factory=dict)
    articles: Mapping[str, XmlProfile] = field(default_factory=dict)

    def role(self, name: str, attributes: Attributes) -> ElementRole | None:
        """The role of an element: by its name as written, else without prefix, else in small letters."""
        local = local_name(name)
        role = self.roles.get(name) or self.roles.get(local) or self.roles.get(local.lower())
        return role if role is None or isinstance(role, ElementRole) else role(attributes)

    def article(self, name: str) -> XmlProfile | None:
        """What holds in an element, by its name without prefix, if it is an article of its own."""
        return self.articles.get(name) or self.articles.get(name.lower())


def local_name(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2]


def _all(names: str, role: ElementRole) -> dict[str, ElementRole | Choice]:
    return dict.fromkeys(names.split(), role)


PARAGRAPH, STANZAS, PLAIN = ElementRole(), ElementRole(How.STANZAS), ElementRole(How.PLAIN)
HTML, EITHER, BREAK = ElementRole(How.HTML), ElementRole(How.EITHER), ElementRole(How.BREAK)
NOTHING, APART, VALUE = ElementRole(How.NOTHING), ElementRole(How.APART), ElementRole(How.VALUE)
HEADLINE, CAPTION = ElementRole(kind=BlockKind.HEADLINE), ElementRole(kind=BlockKind.CAPTION)
SECTION = ElementRole(kind=None)
BYLINE, DATELINE = ElementRole(kind=BlockKind.BYLINE), ElementRole(kind=BlockKind.DATELINE)

HELD: Mapping[FieldRole, ElementRole] = {
    FieldRole.HEADLINE: HEADLINE,
    FieldRole.BYLINE: BYLINE,
    FieldRole.DATELINE: DATELINE,
    FieldRole.CAPTION: CAPTION,
    FieldRole.TEXT: STANZAS,
    FieldRole.HTML: HTML,
    FieldRole.NOTHING: NOTHING,
}
"""What a person may say of an element."""


def _by_media_type(attributes: Attributes) -> ElementRole:
    """The content of a news item, or a text of Atom: its type says what it is."""
    kind = attributes.get("contenttype", attributes.get("type", "")).partition(";")[0].strip().lower()
    if attributes.get("encoding"):
        return NOTHING
    return {
        "": EITHER,
        "text/plain": PLAIN,
        "text/html": HTML,
        "html": HTML,
        "application/xhtml+xml": PARAGRAPH,
        "xhtml": PARAGRAPH,
        "text": STANZAS,
    }.get(kind, NOTHING)


def _atom(attributes: Attributes) -> ElementRole:
    return _by_media_type(attributes) if attributes.get("type") else STANZAS


def _atom_title(attributes: Attributes) -> ElementRole:
    return ElementRole(_atom(attributes).how, BlockKind.HEADLINE)


def _description(attributes: Attributes) -> ElementRole:
    """A description in NewsML-G2: of the article, or what stands below a picture."""
    return CAPTION if attributes.get("role", "").endswith("caption") else PARAGRAPH


XHTML = {
    **_all("h1 h2 h3 h4 h5 h6 title", HEADLINE),
    **_all("figcaption caption", CAPTION),
    **_all("address", BYLINE),
    **_all("body p div blockquote li dt dd td th summary legend", PARAGRAPH),
    **_all("article aside center details dl fieldset figure footer form header hgroup hr main nav", SECTION),
    **_all("ol section table tbody tfoot thead tr ul", SECTION),
    **_all("code kbd samp var math svg object button", VALUE),
    **_all("pre textarea template iframe noscript select", APART),
    **_all("script style", NOTHING),
    **_all("br", BREAK),
}
NITF = {
    **_all("hl1 hl2", HEADLINE),
    **_all("byline byttl", BYLINE),
    **_all("dateline", DATELINE),
    **_all("media-caption caption", CAPTION),
    **_all("body.content body.end abstract p tagline note bibliography fn bq credit", PARAGRAPH),
    **_all("li dt dd td th", PARAGRAPH),
    **_all("block dl hr media nitf-table ol table tbody tfoot thead tr ul", SECTION),
    **_all("head rights distributor series pubdata pre nitf-table-metadata", APART),
    **_all("media-reference media-metadata media-object media-producer", APART),
    **_all("br", BREAK),
}
NEWSML_G2 = {
    **XHTML,
    **_all("headline title", HEADLINE),
    **_all("by", BYLINE),
    **_all("dateline", DATELINE),
    "description": _description,
    "inlineData": _by_media_type,
    **_all("itemMeta rightsInfo catalog assert subject icon hopHistory pubHistory", NOTHING),
}
NEWSML_1 = {
    **XHTML,
    **_all("HeadLine SubHeadLine", HEADLINE),
    **_all("ByLine", BYLINE),
    **_all("DateLine", DATELINE),
    **_all("DataContent", EITHER),
    **_all("Encoding Catalog NewsManagement RightsMetadata DescriptiveMetadata", NOTHING),
}
RSS = {
    **XHTML,
    **_all("title", ElementRole(How.HTML, BlockKind.HEADLINE)),
    **_all("description encoded", HTML),
    **_all("media:title media:description", ElementRole(How.HTML, BlockKind.CAPTION)),
    **_all("creator", BYLINE),
    **_all("itunes:title itunes:summary source category guid link", NOTHING),
}
ATOM = {
    **XHTML,
    "title": _atom_title,
    **dict.fromkeys(("summary", "content"), _atom),
    **_all("media:title media:description", CAPTION),
    **_all("name", BYLINE),
    **_all("source category id link rights", NOTHING),
}
SITEMAP = _all("title", HEADLINE) | _all("caption", CAPTION)
USUAL_NAMES = {
    **XHTML,
    **_all("headline hl1 hl2 heading subheadline subheading subtitle", HEADLINE),
    **_all("byline", BYLINE),
    **_all("dateline", DATELINE),
    **_all("cutline media-caption", CAPTION),
    **_all("para paragraph lead lede standfirst abstract", PARAGRAPH),
    **_all("body text bodytext summary description content html", EITHER),
}
USUAL_ARTICLES = ("article", "story", "newsitem", "news-item", "item", "entry", "document", "doc", "record")

ARTICLE = XmlProfile(USUAL_NAMES)
UNKNOWN = XmlProfile(USUAL_NAMES, dict.fromkeys(USUAL_ARTICLES, ARTICLE))
"""Of a file whose root tells nothing; articles inside articles are parts of them."""
_ITEM, _ENTRY = XmlProfile(NEWSML_G2), XmlProfile(ATOM)
_NEWSML_G2 = XmlProfile({}, dict.fromkeys(("newsItem", "packageItem"), _ITEM))

ROOTS: Mapping[str, XmlProfile] = {
    "nitf": XmlProfile(NITF),
    "html": XmlProfile(XHTML),
    "newsMessage": _NEWSML_G2,
    "newsItem": _ITEM,
    "packageItem": _ITEM,
    "NewsML": XmlProfile({}, {"NewsItem": XmlProfile(NEWSML_1, {"NewsItem": XmlProfile(NEWSML_1)})}),
    "rss": XmlProfile({}, {"item": XmlProfile(RSS)}),
    "RDF": XmlProfile({}, {"item": XmlProfile(RSS)}),
    "feed": XmlProfile({}, {"entry": _ENTRY}),
    "entry": _ENTRY,
    "article": ARTICLE,
    "story": ARTICLE,
    "urlset": XmlProfile({}, {"url": XmlProfile(SITEMAP)}),
}
"""The profile of a file by its root; NITF and XHTML also inside others."""
INSIDE = frozenset({"nitf", "html", "newsItem", "packageItem"})
"""Roots whose names mean the same wherever they stand."""
