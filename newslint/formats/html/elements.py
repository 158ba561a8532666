"""The meaning of HTML elements for prose, and the open elements."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from newslint.core.segments import BlockKind
from newslint.formats.html.tokens import Attribute
from newslint.formats.language_tags import language_tag


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = _names("h1 h2 h3 h4 h5 h6")
BODY = frozenset({"body", "html"})
"""Text directly in these belongs to the article."""
VOID = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
"""Elements without content or end tag."""
FOREIGN = frozenset({"math", "svg"})
WORDS = frozenset({"code", "kbd", "math", "samp", "var"})
"""Elements that are not prose but take the place of a word."""
OBJECTS = frozenset({"img", "input", "svg"})
"""Elements between words that do not take the place of one."""
INLINE = _names(
    "a abbr acronym b bdi bdo big blink cite content data del dfn element em font i ins isindex label map"
    " mark marquee meter multicol nobr output picture portal progress q rb rbc rtc ruby s shadow slot small"
    " span spacer strike strong sub sup time tt u"
)
HIDDEN = WORDS | _names(
    "audio button canvas datalist iframe noembed noframes noscript object pre rp rt script select style svg"
    " template textarea video xmp"
)
"""Elements whose content is not prose or not displayed."""
APART = _names(
    "audio body button canvas caption col colgroup frame frameset head html iframe legend link meta object"
    " optgroup option select tbody td textarea tfoot th thead title tr video"
)
CLOSE_PARAGRAPH = HEADINGS | _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form header hgroup hr li listing main menu nav ol p plaintext pre search section summary table"
    " ul xmp"
)
"""Elements whose start tag ends an open paragraph."""
BLOCKS = CLOSE_PARAGRAPH | APART
"""Elements that end a block; so do unknown names with a hyphen."""
READ_BLOCKS = BLOCKS - HIDDEN
KNOWN = BLOCKS | HIDDEN | VOID | OBJECTS | INLINE | {"applet", "param"}
CELLS = frozenset({"caption", "td", "th"})
IN_TABLE = CELLS | frozenset({"tbody", "tfoot", "thead", "tr"})
INTEGRATED = frozenset({"annotation-xml", "desc", "foreignobject"})
"""Elements of SVG and MathML that contain HTML."""
HARD_WALLS = INTEGRATED | {"object", "template"}
"""Elements that an end tag inside cannot close beyond."""
WALLS = HARD_WALLS | CELLS | {"table"}
PARAGRAPH, TABLE = frozenset({"p"}), frozenset({"table"})
IMPLIED_ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "button": (frozenset({"button"}), WALLS),
    "li": (frozenset({"li"}), WALLS | {"dir", "menu", "ol", "ul"}),
    **dict.fromkeys(("dd", "dt"), (frozenset({"dd", "dt"}), WALLS | {"dl"})),
    **dict.fromkeys(("caption", "td", "th"), (CELLS, HARD_WALLS | TABLE)),
    "tr": (frozenset({"tr"}), HARD_WALLS | TABLE),
    **dict.fromkeys(
        ("tbody", "tfoot", "thead"), (frozenset({"tbody", "tfoot", "thead"}), HARD_WALLS | TABLE)
    ),
}
"""The unclosed elements that a start tag closes, and the ancestors beyond which it closes none."""
BREAK_OUT = HEADINGS | _names(
    "b big blockquote body br center code dd div dl dt em embed head hr i img li listing menu meta nobr ol p"
    " pre ruby s small span strike strong sub sup table tt u ul var"
)
"""Elements whose start tag closes open SVG or MathML."""
KINDS = {
    **dict.fromkeys((*HEADINGS, "title"), BlockKind.HEADLINE),
    **dict.fromkeys(("caption", "figcaption"), BlockKind.CAPTION),
    "address": BlockKind.BYLINE,
}
HINT = re.compile(
    r"(?i)(?:^|[\s_-])(?:(?P<BYLINE>by-?line|article-author|author-name)|(?P<DATELINE>date-?line)"
    r"|(?P<CAPTION>caption|caption-text)|(?P<HEADLINE>headline))(?:$|\s)"
)
"""Class names, or their last words, that reveal what an element holds."""
ROLE_KINDS = {"author": BlockKind.BYLINE, "headline": BlockKind.HEADLINE, "caption": BlockKind.CAPTION}
"""Block kinds by `itemprop` and `rel`."""
META_KINDS = {
    **dict.fromkeys(("title", "og:title", "twitter:title", "headline", "dc.title"), BlockKind.HEADLINE),
    **dict.fromkeys(
        ("description", "og:description", "twitter:description", "dc.description"), BlockKind.CAPTION
    ),
    **dict.fromkeys(("og:image:alt", "twitter:image:alt"), BlockKind.CAPTION),
    **dict.fromkeys(("author", "byl", "dc.creator"), BlockKind.BYLINE),
}
"""Block kinds of `content` by the name of a `<meta>`."""
LANGUAGES = frozenset({"content-language", "dc.language", "language", "og:locale"})
"""Names of a `<meta>` that declares the language of a page."""


def is_unknown(name: str) -> bool:
    """Whether a name is no element: neither of HTML, custom nor foreign."""
    return not (name in KNOWN or "-" in name or ":" in name)


def is_block(name: str) -> bool:
    """Whether tags of an element end a block."""
    return name in BLOCKS or "-" in name


def kind_of(name: str, attributes: Mapping[str, Attribute]) -> BlockKind | None:
    """The block kind that an element declares, if any."""
    for key in ("itemprop", "rel"):
        if key in attributes:
            for word in attributes[key].value.lower().split():
                if word in ROLE_KINDS:
                    return ROLE_KINDS[word]
    hint = HINT.search(attributes["class"].value) if "class" in attributes else None
    return BlockKind[hint.lastgroup] if hint and hint.lastgroup else KINDS.get(name)


def language_of(attributes: Mapping[str, Attribute], inherited: str) -> str:
    """The language of an element, its own or inherited, as a tag."""
    own = attributes.get("lang") or attributes.get("xml:lang")
    return language_tag(own.value) if own else inherited


class HtmlElement(Struct, frozen=True):
    """An open element, with the nearest block element, which may be itself."""

    name: str
    kind: BlockKind
    block: str
    base: BlockKind
    """The kind of the block element."""
    is_hidden: bool
    start: int
    flow: str = ""
    """The flow of text directly in the block element."""
    language: str = ""
    """The declared language of its content, as a BCP 47 tag."""


ROOT = HtmlElement("", BlockKind.PARAGRAPH, "", BlockKind.PARAGRAPH, is_hidden=False, start=0)


class Outline:
    """The stack of open elements, the innermost last."""

    def __init__(self) -> None:
        self._open = [ROOT]
        self._places: defaultdict[str, list[int]] = defaultdict(list)

    @property
    def innermost(self) -> HtmlElement:
        """The innermost open element."""
        return self._open[-1]

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._open) - 1

    @property
    def foreign(self) -> bool:
        """Whether SVG or MathML is open."""
        return bool(self._places["svg"] or self._places["math"])

    @property
    def in_paragraph(self) -> bool:
        """Whether any paragraph is open."""
        return bool(self._places["p"])

    @property
    def outermost_hidden(self) -> HtmlElement | None:
        """The outermost open element whose content is hidden, if any."""
        return next((element for element in self._open if element.is_hidden), None)

    def make_room(self, name: str) -> None:
        """Close elements that cannot contain one of this name."""
        if name in BREAK_OUT:
            while self._leave(FOREIGN, INTEGRATED):
                pass
        if name in CLOSE_PARAGRAPH:
            self._leave(PARAGRAPH, WALLS | {"button"})
        if name in HEADINGS and self.innermost.name in HEADINGS:
            self._pop(len(self._open) - 1)
        if name in IMPLIED_ENDS:
            self._leave(*IMPLIED_ENDS[name])

    def open(self, name: str, kind: BlockKind | None, start: int, language: str) -> None:
        """Open an element."""
        if self.foreign and name not in FOREIGN | INTEGRATED:
            name = _foreign_name(name)
        self._places[name].append(len(self._open))
        self._open.append(_within(self.innermost, name, kind, start, language))

    def close(self, name: str) -> None:
        """Close the nearest element of a name and all in it."""
        drawn = self._last(frozenset({_foreign_name(name)}))
        if name == self.innermost.name:
            self._pop(len(self._open) - 1)
        elif drawn > self._last(FOREIGN | INTEGRATED):
            self._pop(drawn)
        elif name in IN_TABLE:
            self._leave(frozenset({name}), HARD_WALLS | TABLE)
        else:
            names = HEADINGS if name in HEADINGS else frozenset({name})
            self._leave(names, HARD_WALLS if name == "table" else WALLS)

    def _leave(self, names: frozenset[str], walls: frozenset[str]) -> bool:
        """Close the innermost element of some names, unless a wall is inside."""
        place = self._last(names)
        if not place or place < self._last(walls):
            return False
        self._pop(place)
        return True

    def _last(self, names: frozenset[str]) -> int:
        """The index of the innermost element of some names; 0 for none."""
        return max((self._places[name][-1] for name in names if self._places.get(name)), default=0)

    def _pop(self, place: int) -> None:
        for element in self._open[place:]:
            self._places[element.name].pop()
        del self._open[place:]


def _foreign_name(name: str) -> str:
    """A name for an SVG or MathML element, unlike any in HTML."""
    return f"svg:{name}"


def _within(outer: HtmlElement, name: str, kind: BlockKind | None, start: int, language: str) -> HtmlElement:
    kind, hidden = kind or outer.kind, outer.is_hidden or name in HIDDEN
    if is_block(name):
        flow = outer.flow if name in BODY else f"{name}@{start}"
        return HtmlElement(name, kind, name, kind, hidden, start, flow, language)
    return HtmlElement(name, kind, outer.block, outer.base, hidden, start, outer.flow, language)
