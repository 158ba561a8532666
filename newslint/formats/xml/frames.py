"""The elements that stand open in an XML file: what their text is, and what the names in them mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from newslint.core.segments import BlockKind, Segment
from newslint.formats.containers import ParagraphElement
from newslint.formats.language_tags import language_tag
from newslint.formats.xml.profiles import ElementRole, How, XmlProfile

EMPTY = frozenset({How.NOTHING, How.APART, How.VALUE})
WHOLE = frozenset({How.HTML, How.PLAIN, How.EITHER})


@dataclass(slots=True)
class Frame:
    """An element that is open: what its text is, and what the names in it mean.

    `name`, `kind` and `flow` are those of the block that its text belongs to; without a kind it is no prose.
    """

    profile: XmlProfile
    name: str = ""
    kind: BlockKind | None = None
    flow: str = ""
    language: str = ""
    how: How = How.MARKUP
    block: bool = False
    article: bool = False
    languages: set[str] = field(default_factory=set)
    """The languages that an article declares in an element of its own."""
    says_language: bool = False
    """Whether it is such an element."""
    unread: str = ""
    """Its name, if it is none that holds anything, and its text is not read."""
    unread_text: list[str] = field(default_factory=list)
    raw: list[Segment] | None = None
    """The text, where it is to be read as a whole."""
    paragraph: ParagraphElement | None = None
    """The paragraph that it is, or that it marks up, if that may be deleted with its text."""

    def inside(self) -> Frame:
        """An element in it that makes no difference."""
        return Frame(
            self.profile, self.name, self.kind, self.flow, self.language, self.how, paragraph=self.paragraph
        )


def language_of(name: str, attributes: Mapping[str, str], inherited: str) -> str:
    """The language of an element as a BCP 47 tag: its own, or else that around it."""
    own = attributes.get("xml:lang", attributes.get("lang"))
    if name == "lang":  # NITF
        own = attributes.get("iso", own)
    return inherited if own is None else language_tag(own)


def entered(frame: Frame, role: ElementRole, name: str, at: int) -> Frame:
    """The frame of an element that has a role; a paragraph of a caption is a caption."""
    if role.how is How.BREAK:
        return frame
    if role.how in EMPTY:
        return replace(frame, how=How.NOTHING, kind=None)
    frame.name, frame.how, frame.block, frame.flow = name, role.how, True, f"{name}@{at}"
    if role.kind and (role.kind is not BlockKind.PARAGRAPH or frame.kind is None):
        frame.kind = role.kind
    if role.how in WHOLE:
        frame.raw = []
    return frame
