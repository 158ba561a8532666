"""XML: elements are read by the root's profile or the configuration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from newslint.core.errors import SourceError
from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import (
    DEFAULT_OPTIONS,
    BlockKind,
    BlockSource,
    Comment,
    Editability,
    ParseOptions,
    Segment,
)
from newslint.core.source import Source
from newslint.formats import plain
from newslint.formats.comments import Comments
from newslint.formats.containers import MARKUP, PARAGRAPHS, ParagraphElement
from newslint.formats.embedded import lift_blocks, lift_comment
from newslint.formats.language_tags import declared_languages, language_tag, with_language
from newslint.formats.limits import refuse_short_parts
from newslint.formats.unread import UnreadFields
from newslint.formats.xml.events import PLACEHOLDER, listen
from newslint.formats.xml.frames import Frame, language_of, with_role
from newslint.formats.xml.profiles import (
    HELD,
    INSIDE,
    ROOTS,
    UNKNOWN,
    ElementRole,
    Reading,
    local_name,
)
from newslint.formats.xml.prose import ProseParagraph, is_white, tokens
from newslint.text.document import Document, ParsedFile

DECLARATION = rb"""\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.:-]*)["']"""
HTML = pattern(r"</?[A-Za-z][^<>]*>|&(?:[A-Za-z]+|#\w+);")
ParseBlocks = Callable[[str], tuple[Iterable[BlockSource], Iterable[Comment]]]
WIDE = {b"<\0?\0": "utf-16-le", b"\0<\0?": "utf-16-be"}


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the XML declaration names, if any.

    Raises:
        SourceError: it names a wide encoding, but is itself written in single bytes.

    """
    import re

    if wide := WIDE.get(data[:4]):
        return wide
    match = re.match(DECLARATION, data[:1024])
    name = match[1].decode("ascii") if match else None
    if name and name.lower().startswith(("utf-16", "utf16", "ucs-2", "utf-32", "ucs-4", "iso-10646-ucs")):
        raise SourceError(
            f"the file declares its encoding as {name}, but is written in single bytes; "
            "correct the XML declaration"
        )
    return name


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Parse XML: an article, or the articles of a feed or package.

    Raises:
        ParseError: the file is not well-formed, or exceeds a limit.

    """
    refuse_short_parts(source.text, "<", "tags")
    walk = _Walk(source.text, parse_options)
    listen(source.text, walk)
    note = walk.unread.note or ("" if walk.documents else _nothing_known(walk.root))
    return ParsedFile(
        source,
        tuple(walk.documents),
        tuple(walk.all_comments()),
        note=note,
        has_unread_prose=bool(walk.unread.note),
    )


def _nothing_known(root: str) -> str:
    return (
        f"no known prose element in this <{root}>; name some in the configuration: "
        '[elements] with a line like para = "text"'
    )


class _Walk(Struct):
    """Builds articles from the events of the parser."""

    source_text: str
    parse_options: ParseOptions
    root: str = ""
    documents: list[Document] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    """Comments inside the HTML of elements."""
    unread: UnreadFields = field(default_factory=lambda: UnreadFields("elements"))
    _frames: list[Frame] = field(default_factory=lambda: [Frame(UNKNOWN)])
    _paragraph: ProseParagraph = field(default_factory=ProseParagraph)
    _parts: list[BlockSource] = field(default_factory=list)
    _own_comments: Comments = field(default_factory=Comments)

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """Begin an article, a block, a break or inline markup."""
        outer = self._frames[-1]
        self._own_comments.begin(local_name(name), len(self._frames), at)
        if outer.raw is not None:
            self._open(outer)
        local = local_name(name)
        if outer.paragraph and local not in MARKUP:
            outer.paragraph.only_text = False
        frame = self._enter(outer, local)
        frame.language = language_of(local, attributes, outer.language)
        if local.lower() == "language":
            frame.says_language = True
            self._declare(attributes.get("tag") or attributes.get("FormalName", ""))
        role = self._role(frame, name, attributes)
        if role:
            self._begin(role, outer, at)
            frame = with_role(frame, role, name, at)
        if frame.block and local in PARAGRAPHS:
            frame.paragraph = ParagraphElement(at, outer.flow, len(self._parts))
        elif frame.kind is None and frame.how is not Reading.NOTHING and frame.profile.roles:
            frame.unread = local
        self._frames.append(frame)

    def end(self, at: int) -> None:
        """End the innermost element with its block and article."""
        frame = self._frames.pop()
        self._own_comments.end(len(self._frames), at)
        if frame.unread_text:
            length = sum(map(len, frame.unread_text))
            self.unread.add(frame.unread, length, partial("".join, frame.unread_text))
        if frame.raw is not None:
            self._read_raw(frame)
        if frame.block:
            self._finish_block(frame)
            if frame.paragraph:
                frame.paragraph.close(self._parts, self.source_text, at)
        if frame.article:
            self._finish_article([*self._frames, frame])

    def text(self, segment: Segment) -> None:
        """Add text to the innermost element."""
        frame = self._frames[-1]
        if frame.raw is not None:
            frame.raw.append(segment)
        elif frame.kind is not None:
            self._add(segment, frame)
        elif frame.says_language:
            self._declare(segment.text)
        elif frame.unread:
            frame.unread_text.append(segment.text)

    def _declare(self, language: str) -> None:
        """Note the language that the enclosing article declares."""
        if tag := language_tag(language):
            next((frame for frame in reversed(self._frames) if frame.article), self._frames[0]).languages.add(
                tag
            )

    def comment(self, comment: Comment) -> None:
        """Add a comment, which may be an instruction."""
        if paragraph := self._frames[-1].paragraph:
            paragraph.only_text = False
        self._paragraph.extend(comment.span.end)
        self._own_comments.add(comment)

    def all_comments(self) -> list[Comment]:
        """All comments in order, including those inside HTML of elements."""
        return sorted((*self.comments, *self._own_comments.found), key=lambda comment: comment.span)

    def _enter(self, outer: Frame, name: str) -> Frame:
        """The frame of an element, with the profile or article it begins."""
        if not self.root:
            self.root = name
            profile, article = ROOTS.get(name, UNKNOWN), True
        elif found := outer.profile.article(name):
            profile, article = found, True
        elif name in INSIDE and outer.how is not Reading.NOTHING:
            profile, article = ROOTS[name], False
        else:
            return outer.inside()
        if article:
            self._finish_block(outer)
            self._finish_article(self._frames)
        return Frame(profile, article=article, block=True)

    def _role(self, frame: Frame, name: str, attributes: Mapping[str, str]) -> ElementRole | None:
        """The role of an element, first by the configuration, then the profile."""
        said = self.parse_options.elements.get(name) or self.parse_options.elements.get(local_name(name))
        if said:
            return HELD[said]
        return None if frame.how is Reading.NOTHING else frame.profile.role(name, attributes)

    def _begin(self, role: ElementRole, outer: Frame, at: int) -> None:
        """Begin an element with a role inside the text of `outer`."""
        if role.how is Reading.BREAK:
            self._paragraph.add_line_break(at)
        elif role.how is Reading.VALUE and outer.kind is not None:
            token = Segment(PLACEHOLDER, Span(at, at), Editability.READ_ONLY)
            self._paragraph.add_word(token, outer.language)
        elif role.how is not Reading.NOTHING:
            self._finish_block(outer)

    def _open(self, frame: Frame) -> None:
        """Note an element inside text: the text is markup."""
        segments, frame.raw = frame.raw or [], None
        frame.how = Reading.MARKUP if frame.how is Reading.HTML else Reading.STANZAS
        for segment in segments:
            self._add(segment, frame)

    def _add(self, segment: Segment, frame: Frame) -> None:
        for token in tokens(segment):
            if is_white(token):
                self._paragraph.add_white_space(token)
            else:
                if self._paragraph.begins_paragraph(stanzas=frame.how is Reading.STANZAS):
                    self._finish_block(frame)
                self._paragraph.add_word(token, frame.language)

    def _finish_block(self, frame: Frame) -> None:
        if pieces := self._paragraph.take():
            language, foreign = declared_languages([(segment.text, tag) for segment, tag in pieces])
            segments = tuple(segment for segment, _ in pieces)
            kind = frame.kind or BlockKind.PARAGRAPH
            self._parts.append(BlockSource(kind, segments, frame.name, frame.flow, language, foreign))

    def _finish_article(self, frames: Sequence[Frame]) -> None:
        """End an article; its language applies to text without one."""
        if not self._parts:
            return
        declared = next((frame.languages for frame in reversed(frames) if frame.languages), set())
        parts = with_language(self._parts, *declared) if len(declared) == 1 else self._parts
        self.documents.append(Document(tuple(parts), self.parse_options, len(self.documents)))
        self._parts = []

    def _read_raw(self, frame: Frame) -> None:
        """Parse the text of an element as its role requires."""
        segments, frame.raw = tuple(frame.raw or ()), None
        kind = frame.kind or BlockKind.PARAGRAPH
        outer = BlockSource(kind, segments, frame.name, frame.flow, frame.language)
        if frame.how is Reading.PLAIN:
            self._read_inside(plain.parse_blocks, outer)
        elif frame.how is Reading.HTML or HTML.search(outer.text):
            from newslint.formats import html

            self._read_inside(html.parse_blocks, outer)
        else:
            frame.how = Reading.STANZAS
            for segment in segments:
                self._add(segment, frame)

    def _read_inside(self, parse_blocks: ParseBlocks, outer: BlockSource) -> None:
        """Parse the text of an element in a nested format."""
        inner, comments = parse_blocks(outer.text)
        for part in lift_blocks((part for part in inner if part.kind is not BlockKind.GAP), outer):
            kind = part.kind if outer.kind is BlockKind.PARAGRAPH else outer.kind
            self._parts.append(replace(part, kind=kind))
        self.comments += (lift_comment(comment, outer) for comment in comments)
