"""Open elements of an XML file, and how their content is read."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from newslint.core.segments import BlockKind, Segment
from newslint.formats.containers import ParagraphElement
from newslint.formats.language_tags import language_tag
from newslint.formats.xml.profiles import ElementRole, Reading, XmlProfile

EMPTY = frozenset({Reading.NOTHING, Reading.APART, Reading.VALUE})
WHOLE = frozenset({Reading.HTML, Reading.PLAIN, Reading.EITHER})


class Frame(Struct):
    """An open element, and how its content is read.

    `name`, `kind` and `flow` are those of the block of its text; without a kind, it is not prose.
    """

    profile: XmlProfile
    name: str = ""
    kind: BlockKind | None = None
    flow: str = ""
    language: str = ""
    how: Reading = Reading.MARKUP
    block: bool = False
    article: bool = False
    languages: set[str] = field(default_factory=set)
    """The languages that an article declares in a language element."""
    says_language: bool = False
    """Whether it is a language element."""
    unread: str = ""
    """Its name, if it has no role and its text is not read."""
    unread_text: list[str] = field(default_factory=list)
    raw: list[Segment] | None = None
    """Its text, if it is parsed as a whole."""
    paragraph: ParagraphElement | None = None
    """The paragraph that it is or belongs to, if that may be deleted with its text."""

    def inside(self) -> Frame:
        """The frame of a child without a role."""
        return Frame(
            self.profile, self.name, self.kind, self.flow, self.language, self.how, paragraph=self.paragraph
        )


def language_of(name: str, attributes: Mapping[str, str], inherited: str) -> str:
    """The language of an element, its own or inherited, as a tag."""
    own = attributes.get("xml:lang", attributes.get("lang"))
    if name == "lang":  # NITF
        own = attributes.get("iso", own)
    return inherited if own is None else language_tag(own)


def with_role(frame: Frame, role: ElementRole, name: str, at: int) -> Frame:
    """Apply a role to a frame; a caption's paragraph is a caption."""
    if role.how is Reading.BREAK:
        return frame
    if role.how in EMPTY:
        return replace(frame, how=Reading.NOTHING, kind=None)
    frame.name, frame.how, frame.block, frame.flow = name, role.how, True, f"{name}@{at}"
    if role.kind and (role.kind is not BlockKind.PARAGRAPH or frame.kind is None):
        frame.kind = role.kind
    if role.how in WHOLE:
        frame.raw = []
    return frame
