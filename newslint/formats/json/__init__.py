"""JSON: an object is an article; so is each object of an array of articles.

Strings are read where a field is known to hold prose (`fields`); what is written in escapes can be
replaced, and new text keeps to the escapes of the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby

from newslint.core.errors import ParseError
from newslint.core.segments import DEFAULT_OPTIONS, BlockKind, BlockSource, Comment, Encoder, ParseOptions
from newslint.core.source import Lines, Source
from newslint.formats.fields import Content, Fields, is_language, plain_name
from newslint.formats.json import encoding
from newslint.formats.json.scan import Malformed, Step, String, strings
from newslint.formats.language_tags import language_tag
from newslint.formats.unread import LONG, UnreadFields, is_telling
from newslint.formats.values import prose
from newslint.text.document import Document, ParsedFile

Path = tuple[Step, ...]
Values = list[tuple[Path, list[BlockSource]]]
"""Values that are prose, each with its path."""

LISTS = frozenset(
    (
        "articles",
        "data",
        "docs",
        "documents",
        "entries",
        "hits",
        "items",
        "news",
        "posts",
        "records",
        "results",
        "rows",
        "stories",
    )
)
"""Names of arrays that hold an article each object."""
CONTENT_TYPE = "contenttype"
"""What ninjs calls the type of the value beside it."""
HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
NOTHING_KNOWN = 'no field is known to hold prose; name one in the configuration: [fields], then NAME = "text"'
LONGEST_NAME, LONGEST_STEP = 12, 60
"""Steps of a path, and characters of a step, that are shown."""


@dataclass
class Articles:
    """The articles of a file, gathered value by value."""

    parse_options: ParseOptions
    encoder: Encoder
    documents: list[Document] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    unread: UnreadFields = field(default_factory=lambda: UnreadFields("fields"))

    def __post_init__(self) -> None:
        self._fields = Fields(self.parse_options.fields)

    def add(self, text: str, start: int = 0, end: int | None = None) -> None:
        """Add the articles of the value that stands from `start` to `end`, or none if it is not JSON.

        Raises:
            Malformed: it is not.

        """
        found = list(strings(text, self._wanted, start, end, long=LONG))
        said = self._said(text, found)
        article = _item if _lone_list(said) else _article
        for _, group in groupby(said, key=lambda value: article(value[0])):
            parts = tuple(part for _, parts in group for part in parts)
            self.documents.append(Document(parts, self.parse_options, len(self.documents)))

    def reading(self, source: Source, errors: tuple[str, ...] = ()) -> ParsedFile:
        """All of them, and what was passed over."""
        note = self.unread.note or (NOTHING_KNOWN if not self.documents and not errors else "")
        note = note if source.first_line == 1 else ""
        return ParsedFile(
            source,
            tuple(self.documents),
            tuple(self.comments),
            errors,
            note,
            has_unread_prose=bool(note and self.unread.note),
        )

    def _wanted(self, name: str) -> bool:
        is_about_text = plain_name(name) == CONTENT_TYPE or is_language(name)
        return self._fields.known(name) or is_about_text or is_telling(name)

    def _said(self, text: str, found: Sequence[String]) -> Values:
        types = {
            string.path[:-1]: string.span.of(text).replace("\\/", "/").partition(";")[0].strip().lower()
            for string in found
            if plain_name(str(string.path[-1])) == CONTENT_TYPE
        }
        languages = {
            string.path[:-1]: language_tag(string.span.of(text))
            for string in found
            if is_language(str(string.path[-1]))
        }
        said: Values = []
        for string in found:
            content = self._fields.at(string.path)
            if string.path[-1] == "value":
                content = _as_declared(content, types.get(string.path[:-1]))
            if content and string.span.start < string.span.end:
                segments = encoding.segments(text, string.span, self.encoder)
                flow = f"string@{string.span.start}"
                language = _nearest(languages, string.path)
                value = BlockSource(content.kind, segments, _name(string.path), flow, language)
                parts, comments = prose(value, content)
                self.comments += comments
                if parts:
                    said.append((string.path, parts))
            elif not self._fields.names(string.path):
                span = string.span
                self.unread.add(
                    _own_name(string.path), span.end - span.start, partial(encoding.decoded, text, span)
                )
        return said


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Read JSON.

    Raises:
        UnreadableProse: it is not JSON; the message names line and column.

    """
    articles = Articles(parse_options, encoding.style(source.text))
    try:
        articles.add(source.text)
    except Malformed as error:
        line, column = Lines(source.text).position(error.place)
        raise ParseError(f"line {line}, column {column}: {error}") from None
    return articles.reading(source)


def _as_declared(content: Content | None, declared: str | None) -> Content | None:
    """What a value holds beside the type that is declared for it: HTML, text, or nothing to be read."""
    if content is None or declared is None or declared == "text/plain":
        return content
    return replace(content, html=True) if declared in HTML_TYPES else None


def _nearest(languages: Mapping[Path, str], path: Path) -> str:
    """The language of the innermost object around a value that declares one."""
    if not languages:
        return ""
    outer = (path[:steps] for steps in range(len(path) - 1, -1, -1))
    return next((languages[place] for place in outer if place in languages), "")


def _article(path: Path) -> Path:
    """Where the article is that a value belongs to: in an array at the top, or in one of a telling name."""
    for at, step in enumerate(path[:-1]):
        if not isinstance(step, str) and (at == 0 or plain_name(str(path[at - 1])) in LISTS):
            return path[: at + 1]
    return ()


def _item(path: Path) -> Path:
    """The object of the outermost array that a value lies in."""
    return next((path[: at + 1] for at, step in enumerate(path[:-1]) if not isinstance(step, str)), ())


def _lone_list(values: Values) -> bool:
    """Whether all prose lies in one array, and an object there has a headline and more."""
    kinds: defaultdict[Path, set[BlockKind]] = defaultdict(set)
    for path, parts in values:
        kinds[_item(path)].update(part.kind for part in parts)
    arrays = {item[:-1] if item else None for item in kinds}
    return len(arrays) == 1 and None not in arrays and any(k > {BlockKind.HEADLINE} for k in kinds.values())


def _own_name(path: Path) -> str:
    """The key of a value, or of the outermost array that it is in."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _name(path: Path) -> str:
    """A path as a person would write it."""
    shown = [str(step) for step in path[-LONGEST_NAME:]]
    return ".".join(["…"] * (len(path) > LONGEST_NAME) + [step[:LONGEST_STEP] for step in shown])
