"""What the elements of HTML mean for prose, and which of them stand open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from newslint.core.segments import BlockKind
from newslint.formats.html.tokens import Attribute
from newslint.formats.language_tags import language_tag


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = _names("h1 h2 h3 h4 h5 h6")
BODY = frozenset({"body", "html"})
"""The text directly in these is that of the article."""
VOID = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
"""Elements without content and end tag."""
FOREIGN = frozenset({"math", "svg"})
WORDS = frozenset({"code", "kbd", "math", "samp", "var"})
"""What is no prose but stands for a word of the sentence."""
OBJECTS = frozenset({"img", "input", "svg"})
"""What stands between words without being one."""
HIDDEN = WORDS | _names(
    "audio button canvas datalist iframe noembed noframes noscript object pre rp rt script select style svg"
    " template textarea video xmp"
)
"""Elements whose content is no prose of the article, or is not shown."""
APART = _names(
    "audio body button canvas caption col colgroup frame frameset head html iframe legend link meta object"
    " optgroup option select tbody td textarea tfoot th thead title tr video"
)
CLOSE_PARAGRAPH = HEADINGS | _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form header hgroup hr li listing main menu nav ol p plaintext pre search section summary table"
    " ul xmp"
)
"""Elements that an open paragraph ends before."""
BLOCKS = CLOSE_PARAGRAPH | APART
"""Elements that a text does not run across; an unknown name with a hyphen is one too."""
READ_BLOCKS = BLOCKS - HIDDEN
CELLS = frozenset({"caption", "td", "th"})
IN_TABLE = CELLS | frozenset({"tbody", "tfoot", "thead", "tr"})
INTEGRATED = frozenset({"annotation-xml", "desc", "foreignobject"})
"""Elements of SVG and MathML that hold HTML again."""
HARD_WALLS = INTEGRATED | {"object", "template"}
"""Elements that no end tag of something outside reaches into."""
WALLS = HARD_WALLS | CELLS | {"table"}
PARAGRAPH, TABLE = frozenset({"p"}), frozenset({"table"})
ENDED_BY: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "button": (frozenset({"button"}), WALLS),
    "li": (frozenset({"li"}), WALLS | {"dir", "menu", "ol", "ul"}),
    **dict.fromkeys(("dd", "dt"), (frozenset({"dd", "dt"}), WALLS | {"dl"})),
    **dict.fromkeys(("caption", "td", "th"), (CELLS, HARD_WALLS | TABLE)),
    "tr": (frozenset({"tr"}), HARD_WALLS | TABLE),
    **dict.fromkeys(
        ("tbody", "tfoot", "thead"), (frozenset({"tbody", "tfoot", "thead"}), HARD_WALLS | TABLE)
    ),
}
"""What an element ends that was left open before it, and what both must then stand in together."""
BREAK_OUT = HEADINGS | _names(
    "b big blockquote body br center code dd div dl dt em embed head hr i img li listing menu meta nobr ol p"
    " pre ruby s small span strike strong sub sup table tt u ul var"
)
"""Elements that end SVG or MathML which was left open."""
KINDS = {
    **dict.fromkeys((*HEADINGS, "title"), BlockKind.HEADLINE),
    **dict.fromkeys(("caption", "figcaption"), BlockKind.CAPTION),
    "address": BlockKind.BYLINE,
}
HINT = re.compile(
    r"(?i)(?:^|[\s_-])(?:(?P<BYLINE>by-?line|article-author|author-name)|(?P<DATELINE>date-?line)"
    r"|(?P<CAPTION>caption|caption-text)|(?P<HEADLINE>headline))(?:$|\s)"
)
"""Names of classes, or their last words, that tell what is in the element."""
MEANT = {"author": BlockKind.BYLINE, "headline": BlockKind.HEADLINE, "caption": BlockKind.CAPTION}
"""What `itemprop` and `rel` call an element."""
DESCRIBED = {
    **dict.fromkeys(("title", "og:title", "twitter:title", "headline", "dc.title"), BlockKind.HEADLINE),
    **dict.fromkeys(
        ("description", "og:description", "twitter:description", "dc.description"), BlockKind.CAPTION
    ),
    **dict.fromkeys(("og:image:alt", "twitter:image:alt"), BlockKind.CAPTION),
    **dict.fromkeys(("author", "byl", "dc.creator"), BlockKind.BYLINE),
}
"""What `<meta>` of these names holds in its `content`."""
LANGUAGES = frozenset({"content-language", "dc.language", "language", "og:locale"})
"""What `<meta>` calls the language of a page."""


def is_block(name: str) -> bool:
    """Whether a paragraph ends where such an element begins or ends."""
    return name in BLOCKS or "-" in name


def kind_of(name: str, attributes: Mapping[str, Attribute]) -> BlockKind | None:
    """What an element says that it holds, if it says so."""
    for key in ("itemprop", "rel"):
        if key in attributes:
            for word in attributes[key].value.lower().split():
                if word in MEANT:
                    return MEANT[word]
    hint = HINT.search(attributes["class"].value) if "class" in attributes else None
    return BlockKind[hint.lastgroup] if hint and hint.lastgroup else KINDS.get(name)


def language_of(attributes: Mapping[str, Attribute], inherited: str) -> str:
    """The language of an element as a BCP 47 tag: its own, or else that around it."""
    own = attributes.get("lang") or attributes.get("xml:lang")
    return language_tag(own.value) if own else inherited


@dataclass(frozen=True, slots=True)
class Open:
    """An element that stands open: what it holds, the nearest block it is in, or is, and where it began."""

    name: str
    kind: BlockKind
    block: str
    base: BlockKind
    """The kind of that block."""
    hidden: bool
    start: int
    flow: str = ""
    """The running text that stands directly in that block."""
    language: str = ""
    """The language that is declared for its content, as a BCP 47 tag."""


ROOT = Open("", BlockKind.PARAGRAPH, "", BlockKind.PARAGRAPH, hidden=False, start=0)


class Outline:
    """The elements that stand open, the innermost last."""

    def __init__(self) -> None:
        self._open = [ROOT]
        self._places: defaultdict[str, list[int]] = defaultdict(list)

    @property
    def innermost(self) -> Open:
        """The element that text stands in now."""
        return self._open[-1]

    @property
    def depth(self) -> int:
        """How many elements stand open."""
        return len(self._open) - 1

    @property
    def foreign(self) -> bool:
        """Whether that is within SVG or MathML."""
        return bool(self._places["svg"] or self._places["math"])

    @property
    def in_paragraph(self) -> bool:
        """Whether a paragraph stands open, however far out."""
        return bool(self._places["p"])

    @property
    def outermost_hidden(self) -> Open | None:
        """The element that hides all that stands in it now, if one does."""
        return next((element for element in self._open if element.hidden), None)

    def make_room(self, name: str) -> None:
        """End the elements that cannot stand around one of this name, even if it is empty."""
        if name in BREAK_OUT:
            while self._leave(FOREIGN, INTEGRATED):
                pass
        if name in CLOSE_PARAGRAPH:
            self._leave(PARAGRAPH, WALLS | {"button"})
        if name in HEADINGS and self.innermost.name in HEADINGS:
            self._pop(len(self._open) - 1)
        if name in ENDED_BY:
            self._leave(*ENDED_BY[name])

    def open(self, name: str, kind: BlockKind | None, start: int, language: str) -> None:
        """Begin an element in those that stand open."""
        if self.foreign and name not in FOREIGN | INTEGRATED:
            name = _drawn(name)
        self._places[name].append(len(self._open))
        self._open.append(_within(self.innermost, name, kind, start, language))

    def close(self, name: str) -> None:
        """End the nearest element of a name, with all in it; without one nothing happens."""
        drawn = self._last(frozenset({_drawn(name)}))
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
        """End the innermost element of some names, unless a wall stands around the place in it."""
        place = self._last(names)
        if not place or place < self._last(walls):
            return False
        self._pop(place)
        return True

    def _last(self, names: frozenset[str]) -> int:
        """The place of the innermost element of some names; 0 for none."""
        return max((self._places[name][-1] for name in names if self._places.get(name)), default=0)

    def _pop(self, place: int) -> None:
        for element in self._open[place:]:
            self._places[element.name].pop()
        del self._open[place:]


def _drawn(name: str) -> str:
    """What an element of SVG or MathML is called here, so that none is taken for one of HTML."""
    return f"svg:{name}"


def _within(outer: Open, name: str, kind: BlockKind | None, start: int, language: str) -> Open:
    kind, hidden = kind or outer.kind, outer.hidden or name in HIDDEN
    if is_block(name):
        flow = outer.flow if name in BODY else f"{name}@{start}"
        return Open(name, kind, name, kind, hidden, start, flow, language)
    return Open(name, kind, outer.block, outer.base, hidden, start, outer.flow, language)
