"""Element roles in NITF, NewsML-G2, NewsML 1, RSS, Atom and XHTML.

Names follow the IPTC specifications, RSS 2.0 with its common modules, RFC 4287 and XHTML. Elements that a
profile does not list are markup inside a paragraph, and not prose elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from msgspec import Struct, field

from newslint.core.segments import BlockKind, FieldRole


class Reading(StrEnum):
    """How the text of an element is parsed."""

    MARKUP = "markup"
    """A paragraph; child elements are markup or separate paragraphs."""
    STANZAS = "stanzas"
    """Like MARKUP, but blank lines separate paragraphs."""
    HTML = "html"
    """A fragment of HTML, escaped or in a CDATA section."""
    PLAIN = "plain"
    """Plain text with meaningful line ends."""
    EITHER = "either"
    """HTML if it looks like HTML, stanzas otherwise."""
    BREAK = "break"
    """A line break inside a paragraph."""
    NOTHING = "nothing"
    """Not prose; the sentence continues after it."""
    APART = "apart"
    """Like NOTHING, but it ends a paragraph."""
    VALUE = "value"
    """Like NOTHING, but it takes the place of a word, like code."""


class ElementRole(Struct, frozen=True):
    """The content of an element; without a kind, that of its parent."""

    how: Reading = Reading.MARKUP
    kind: BlockKind | None = BlockKind.PARAGRAPH


Attributes = Mapping[str, str]
Choice = Callable[[Attributes], ElementRole]
"""A role that depends on the attributes of the element."""


class XmlProfile(Struct, frozen=True):
    """The element roles of a dialect, and the profiles of nested articles."""

    roles: Mapping[str, ElementRole | Choice] = field(default_factory=dict)
    articles: Mapping[str, XmlProfile] = field(default_factory=dict)

    def role(self, name: str, attributes: Attributes) -> ElementRole | None:
        """The role of an element by name, if need be without prefix."""
        local = local_name(name)
        role = self.roles.get(name) or self.roles.get(local) or self.roles.get(local.lower())
        return role if role is None or isinstance(role, ElementRole) else role(attributes)

    def article(self, name: str) -> XmlProfile | None:
        """The profile inside an element, if it is a separate article."""
        return self.articles.get(name) or self.articles.get(name.lower())


def local_name(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2]


def _all(names: str, role: ElementRole) -> dict[str, ElementRole | Choice]:
    return dict.fromkeys(names.split(), role)


PARAGRAPH, STANZAS, PLAIN = ElementRole(), ElementRole(Reading.STANZAS), ElementRole(Reading.PLAIN)
HTML, EITHER, BREAK = ElementRole(Reading.HTML), ElementRole(Reading.EITHER), ElementRole(Reading.BREAK)
NOTHING, APART, VALUE = ElementRole(Reading.NOTHING), ElementRole(Reading.APART), ElementRole(Reading.VALUE)
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
"""The roles that a configuration may give an element."""


def _by_media_type(attributes: Attributes) -> ElementRole:
    """The role of news content or Atom text, by its media type."""
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
    """The role of a NewsML-G2 description: article or caption."""
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
    **_all("title", ElementRole(Reading.HTML, BlockKind.HEADLINE)),
    **_all("description encoded", HTML),
    **_all("media:title media:description", ElementRole(Reading.HTML, BlockKind.CAPTION)),
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
"""The profile of unknown roots; nested articles are part of the outer one."""
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
"""Profiles by root element."""
INSIDE = frozenset({"nitf", "html", "newsItem", "packageItem"})
"""Roots that are recognised inside other documents, too."""
