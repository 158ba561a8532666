"""Word files, with tracked changes treated as accepted.

The text of a Word file is a transcript: body, headers, footers and notes, one paragraph per line. Edits of
the transcript are made in the elements of the archive that hold the words; formatting stays. Where a word
consists of several runs, the first takes the new text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, zip_longest
from typing import ClassVar

from msgspec.structs import replace

from newslint.core.diagnostics import Edit
from newslint.core.errors import ParseError, SourceError
from newslint.core.patterns import pattern
from newslint.core.positions import Range, Span
from newslint.core.segments import (
    DEFAULT_OPTIONS,
    BlockKind,
    BlockSource,
    Comment,
    Editability,
    Encoder,
    ParseOptions,
    Segment,
)
from newslint.core.source import Source
from newslint.formats.docx.line import Leaf, Line, apply_edits
from newslint.formats.docx.package import Package, open_package
from newslint.formats.docx.roles import Styles, read_styles, roles
from newslint.formats.docx.story import Story, read_story
from newslint.formats.language_tags import declared_languages
from newslint.formats.plain import CLOSED
from newslint.text.document import Document, ParsedFile

STORIES = ("body", "header", "footer", "footnotes", "endnotes")
"""The kinds of members that are read, in this order."""
READ = (*STORIES, "comments", "styles")
UNENCODABLE = pattern(r"[^\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""Characters that XML excludes, and those that Word writes as elements: tabs and line ends."""


class DocxSource(Source, frozen=True, kw_only=True):
    """A Word file that can be edited through its transcript.

    `lines` are those of all stories, `starts` their offsets in the transcript, and `firsts` the number of
    the first line of each story.
    """

    transcript: ClassVar[bool] = True

    package: Package
    stories: tuple[Story, ...]
    firsts: tuple[int, ...]
    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    styles: Styles
    comments: tuple[Comment, ...]

    def encode(self) -> bytes:
        """The bytes of the archive."""
        return self.package.data

    def with_edits(self, edits: Iterable[Edit]) -> DocxSource:
        """The file after edits of its transcript that do not overlap.

        Raises:
            SourceError: the file is signed, or an edit touches something that is not text.

        """
        if self.package.is_signed:
            raise SourceError("the file is signed, and a fix would break the signature")
        wanted: defaultdict[int, list[tuple[Leaf, Edit]]] = defaultdict(list)
        for edit in edits:
            number = max(bisect_right(self.starts, edit.span.start) - 1, 0)
            start = self.starts[number]
            at = Range(edit.span.start - start, edit.span.end - start)
            wanted[bisect_right(self.firsts, number) - 1] += self.lines[number].split_edit(at, edit.text)
        changed = {
            self.stories[story].member: apply_edits(self.stories[story].data, shares)
            for story, shares in wanted.items()
        }
        return decode(self.package.rebuild(changed), self.path)

    def reread(self) -> DocxSource:
        """The file itself, which was read from its bytes."""
        return self


def decode(data: bytes, path: str = "<text>", _: str | None = None) -> DocxSource:
    """Read the transcript of a Word file; it has no encoding.

    Raises:
        SourceError: the file is not a Word file, or is damaged, locked or too large.

    """
    package = open_package(data)
    found = roles(package)
    content = package.read([member for role in READ for member in found.get(role, ())])
    stories = tuple(
        read_story(role, member, content[member]) for role in STORIES for member in found.get(role, ())
    )
    lines = tuple(chain.from_iterable(story.lines for story in stories))
    texts = [line.text + "\n" for line in lines]
    firsts = tuple(accumulate((len(story.lines) for story in stories[:-1]), initial=0))
    starts = tuple(accumulate(map(len, texts), initial=0))
    texts_by_mark = {
        mark: text
        for member in found.get("comments", ())
        for mark, text in _comments(read_story("comments", member, content[member]))
    }
    return DocxSource(
        "".join(texts),
        path,
        package=package,
        stories=stories,
        firsts=firsts,
        lines=lines,
        starts=starts,
        styles=next((read_styles(content[member], member) for member in found.get("styles", ())), Styles()),
        comments=tuple(_remarks(stories, firsts, starts, texts_by_mark)),
    )


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Parse a Word file as one article."""
    if not isinstance(source, DocxSource):
        raise ParseError("a Word file must be parsed from bytes, not from text")
    lines = list(zip(source.lines, source.starts, strict=False))
    ends = (*source.firsts[1:], len(lines))
    parts: list[BlockSource] = []
    for number, (story, first, end) in enumerate(zip(source.stories, source.firsts, ends, strict=True)):
        candidates = (
            _block_source(line, start, story.role, number, source.styles) for line, start in lines[first:end]
        )
        blocks = [block for block in candidates if block]
        parts += _with_headline(blocks) if story.role == "body" else blocks
    return ParsedFile(source, (Document(tuple(parts), parse_options, is_written=True),), source.comments)


def encode_text(text: str) -> str | None:
    """Encode text for Word, which has elements for tabs and line ends."""
    return None if UNENCODABLE.search(text) else text


def reject_text(_: str) -> None:
    """Reject all text, where Word computes it or it is locked."""


def _block_source(line: Line, start: int, name: str, story: int, styles: Styles) -> BlockSource | None:
    """The block of a line, if it has text; headings flow alone."""
    segments = tuple(_segments(line, start))
    if not any(segment.text.strip() for segment in segments):
        return None
    kind = styles.kind(line.style)
    own = line.flow if kind is BlockKind.PARAGRAPH else f"{kind} {start}"
    flow = f"story {story}/{own}" if own or story else ""
    usual = styles.language_of(line.style)
    tagged = [(line.text[at:end], tag or usual) for at, end, _, _, tag in _stretches(line)]
    return BlockSource(kind, segments, name, flow, *declared_languages(tagged))


def _segments(line: Line, start: int) -> Iterator[Segment]:
    """The segments of a line at `start`; format does not divide text."""
    text, begun = line.text, -1
    stretches = list(_stretches(line))
    for (at, end, editability, encoder, _), following in zip_longest(stretches, stretches[1:]):
        begun = at if begun < 0 else begun
        if (
            editability is Editability.READ_ONLY
            or not following
            or following[0] != end
            or following[2:4] != (editability, encoder)
        ):
            yield Segment(text[begun:end], Span(start + begun, start + end), editability, encoder)
            begun = -1


def _stretches(line: Line) -> Iterator[tuple[int, int, Editability, Encoder, str]]:
    """Yield the range, editability, encoder and language of each readable text.

    A tab or line break counts unless it is at an edge or beside white space.
    """
    known = [(item, at) for item, at in line.with_offsets() if isinstance(item, Leaf) or item.readable]
    before = ""
    for (item, at), following in zip_longest(known, known[1:]):
        end = at + len(item.text)
        if isinstance(item, Leaf):
            yield at, end, Editability.EDITABLE, reject_text if item.locked else encode_text, item.language
        elif item.text.strip() or (before.strip() and following and following[0].text[0].strip()):
            yield at, end, Editability.READ_ONLY, reject_text, ""
        else:
            continue
        before = item.text[-1]


def _with_headline(parts: list[BlockSource]) -> list[BlockSource]:
    """Without styled headlines, take an unfinished first sentence for one."""
    styled = any(part.kind is BlockKind.HEADLINE for part in parts)
    if styled or len(parts) < 2 or parts[0].kind is not BlockKind.PARAGRAPH or CLOSED.search(parts[0].text):
        return parts
    return [replace(parts[0], kind=BlockKind.HEADLINE), *parts[1:]]


def _comments(story: Story) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of each comment."""
    ends = [at for _, at in story.remarks[1:]]
    for (mark, at), end in zip(story.remarks, [*ends, len(story.lines)], strict=True):
        yield mark, " ".join(line.text for line in story.lines[at:end]).strip()


def _remarks(
    stories: Sequence[Story], firsts: Sequence[int], starts: Sequence[int], texts: Mapping[str, str]
) -> Iterator[Comment]:
    """Yield comments, placed at the beginning of their paragraphs."""
    known = set[str]()
    for story, first in zip(stories, firsts, strict=True):
        for mark, line in story.remarks:
            if mark in texts and mark not in known:
                known.add(mark)
                yield Comment(Span(starts[first + line], starts[first + line]), texts[mark])
