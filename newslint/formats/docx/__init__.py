"""Word files: body, headers, footers and notes, with tracked changes as if they were accepted.

The text of a Word file is a transcript: its paragraphs, a line each. Edits of the transcript are made in
the bytes of the archive, in the very members and elements that hold the words; formatting stays, and
where a word is made of pieces in several formats, the first takes the new text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, zip_longest
from typing import ClassVar

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
from newslint.formats.docx.line import Leaf, Line, rewritten
from newslint.formats.docx.package import Package, opened
from newslint.formats.docx.roles import Styles, read_styles, roles
from newslint.formats.docx.story import Story, read_story
from newslint.formats.language_tags import declared_languages
from newslint.formats.plain import CLOSED
from newslint.text.document import Document, ParsedFile

STORIES = ("body", "header", "footer", "footnotes", "endnotes")
"""What is read, in this order."""
READ = (*STORIES, "comments", "styles")
UNWRITABLE = pattern(r"[^\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""What XML cannot hold, and what Word writes as an element of its own: tabs and line ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxSource(Source):
    """A Word file, and what is needed to edit it through its transcript.

    `lines` are those of all stories; `starts` tells where in the transcript each begins, `firsts` which is
    the first of each story. `styles` tells what paragraphs of a style are, and their language.
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

    def spliced(self, edits: Iterable[Edit]) -> DocxSource:
        """The file after edits of its transcript that do not overlap, as its new bytes read.

        Raises:
            SourceError: the file is signed, or an edit would touch what is no text.

        """
        if self.package.signed:
            raise SourceError("the file is signed, and a fix would break the signature")
        wanted: defaultdict[int, list[tuple[Leaf, Edit]]] = defaultdict(list)
        for edit in edits:
            number = max(bisect_right(self.starts, edit.span.start) - 1, 0)
            start = self.starts[number]
            at = Range(edit.span.start - start, edit.span.end - start)
            wanted[bisect_right(self.firsts, number) - 1] += self.lines[number].shares(at, edit.text)
        changed = {
            self.stories[story].member: rewritten(self.stories[story].data, shares)
            for story, shares in wanted.items()
        }
        return decode(self.package.rebuilt(changed), self.path)

    def reread(self) -> DocxSource:
        """The file itself: it says nothing but what its bytes do."""
        return self


def decode(data: bytes, path: str = "<text>", _: str | None = None) -> DocxSource:
    """The transcript of a Word file, which has no encoding.

    Raises:
        SourceError: it is none, or damaged, locked, or too large.

    """
    package = opened(data)
    found = roles(package)
    content = package.read([member for role in READ for member in found.get(role, ())])
    stories = tuple(
        read_story(role, member, content[member]) for role in STORIES for member in found.get(role, ())
    )
    lines = tuple(chain.from_iterable(story.lines for story in stories))
    texts = [line.text + "\n" for line in lines]
    firsts = tuple(accumulate((len(story.lines) for story in stories[:-1]), initial=0))
    starts = tuple(accumulate(map(len, texts), initial=0))
    said = {
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
        comments=tuple(_remarks(stories, firsts, starts, said)),
    )


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Read a Word file: one article."""
    if not isinstance(source, DocxSource):
        raise ParseError("a Word file is read from its bytes, and this is text")
    lines = list(zip(source.lines, source.starts, strict=False))
    ends = (*source.firsts[1:], len(lines))
    parts: list[BlockSource] = []
    for number, (story, first, end) in enumerate(zip(source.stories, source.firsts, ends, strict=True)):
        told = (_part(line, start, story.role, number, source.styles) for line, start in lines[first:end])
        here = [part for part in told if part]
        parts += _headed(here) if story.role == "body" else here
    return ParsedFile(source, (Document(tuple(parts), parse_options),), source.comments)


def written(text: str) -> str | None:
    """The spelling of text in Word, which has elements of its own for tabs and line ends."""
    return None if UNWRITABLE.search(text) else text


def never(_: str) -> None:
    """The spelling of text that Word computes, or that nobody may edit: there is none."""


def _part(line: Line, start: int, name: str, story: int, styles: Styles) -> BlockSource | None:
    """The block that a line makes, if anything in it can be read; a heading is a text of its own."""
    segments = tuple(_pieces(line, start))
    if not any(segment.text.strip() for segment in segments):
        return None
    kind = styles.kind(line.style)
    own = line.flow if kind is BlockKind.PARAGRAPH else f"{kind} {start}"
    flow = f"story {story}/{own}" if own or story else ""
    usual = styles.language_of(line.style)
    spoken = [(line.text[at:end], tag or usual) for at, end, _, _, tag in _stretches(line)]
    return BlockSource(kind, segments, name, flow, *declared_languages(spoken))


def _pieces(line: Line, start: int) -> Iterator[Segment]:
    """The pieces of a line that begins at `start`; text that adjoins is one, whatever its format."""
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
    """Where in a line each text begins and ends that can be read, how far it may be touched, its language.

    A tab or a line break is read unless white space stands beside it, or nothing.
    """
    known = [(item, at) for item, at in line.placed() if isinstance(item, Leaf) or item.readable]
    before = ""
    for (item, at), following in zip_longest(known, known[1:]):
        end = at + len(item.text)
        if isinstance(item, Leaf):
            yield at, end, Editability.EDITABLE, never if item.locked else written, item.language
        elif item.text.strip() or (before.strip() and following and following[0].text[0].strip()):
            yield at, end, Editability.READ_ONLY, never, ""
        else:
            continue
        before = item.text[-1]


def _headed(parts: list[BlockSource]) -> list[BlockSource]:
    """The parts of a body; where no style tells, the first is a headline if it does not end as a sentence."""
    told = any(part.kind is BlockKind.HEADLINE for part in parts)
    if told or len(parts) < 2 or parts[0].kind is not BlockKind.PARAGRAPH or CLOSED.search(parts[0].text):
        return parts
    return [replace(parts[0], kind=BlockKind.HEADLINE), *parts[1:]]


def _comments(story: Story) -> Iterator[tuple[str, str]]:
    """The id and the text of each comment of the member that holds them."""
    ends = [at for _, at in story.remarks[1:]]
    for (mark, at), end in zip(story.remarks, [*ends, len(story.lines)], strict=True):
        yield mark, " ".join(line.text for line in story.lines[at:end]).strip()


def _remarks(
    stories: Sequence[Story], firsts: Sequence[int], starts: Sequence[int], said: Mapping[str, str]
) -> Iterator[Comment]:
    """The comments, each where the paragraph begins that it speaks of."""
    known = set[str]()
    for story, first in zip(stories, firsts, strict=True):
        for mark, line in story.remarks:
            if mark in said and mark not in known:
                known.add(mark)
                yield Comment(Span(starts[first + line], starts[first + line]), said[mark])
