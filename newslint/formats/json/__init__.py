"""JSON: an object or an array of objects, each an article.

Strings are read where a field is known to hold prose (`fields`). Escapes can be replaced, and new text
follows the escaping of the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

from msgspec.structs import replace

from newslint.core.errors import ParseError
from newslint.core.segments import DEFAULT_OPTIONS, BlockKind, BlockSource, Comment, Encoder, ParseOptions
from newslint.core.source import Lines, Source
from newslint.formats.fields import Content, Fields, is_language, plain_name
from newslint.formats.json import encoding
from newslint.formats.json.scan import MalformedJson, Step, String, strings
from newslint.formats.language_tags import language_tag
from newslint.formats.limits import refuse_short_parts
from newslint.formats.unread import LONG, UnreadFields, is_telling
from newslint.formats.values import prose
from newslint.text.document import Document, ParsedFile

Path = tuple[Step, ...]
Values = list[tuple[Path, list[BlockSource]]]
"""Prose values with their paths."""

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
"""Names of arrays whose objects are articles."""
CONTENT_TYPE = "contenttype"
"""The ninjs field with the type of the value beside it."""
HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
NOTHING_KNOWN = 'no field is known to hold prose; name one in the configuration: [fields], then NAME = "text"'
LONGEST_NAME, LONGEST_STEP = 12, 60
"""Steps of a path, and characters of a step, in the name of a block."""


class Articles:
    """Collects the articles of a file value by value."""

    def __init__(self, parse_options: ParseOptions, encoder: Encoder) -> None:
        """Begin without any."""
        self.parse_options = parse_options
        self.encoder = encoder
        self.documents: list[Document] = []
        self.comments: list[Comment] = []
        self.unread = UnreadFields("fields")
        self._fields = Fields(parse_options.fields)

    def add(self, text: str, start: int = 0, end: int | None = None) -> None:
        """Add the articles of the value between `start` and `end`.

        Raises:
            Malformed: the text is not JSON; nothing is added.

        """
        found = list(strings(text, self._is_read, start, end, long=LONG))
        values = self._prose_values(text, found)
        article = _item if _lone_list(values) else _article
        for _, group in groupby(values, key=lambda value: article(value[0])):
            parts = tuple(part for _, parts in group for part in parts)
            self.documents.append(Document(parts, self.parse_options, len(self.documents)))

    def parsed_file(self, source: Source, errors: tuple[str, ...] = ()) -> ParsedFile:
        """The articles, with a note about unread fields."""
        note = self.unread.note or (NOTHING_KNOWN if not self.documents and not errors else "")
        note = note if source.is_first else ""
        return ParsedFile(
            source,
            tuple(self.documents),
            tuple(self.comments),
            errors,
            note,
            has_unread_prose=bool(note and self.unread.note),
        )

    def _is_read(self, name: str) -> bool:
        is_about_text = plain_name(name) == CONTENT_TYPE or is_language(name)
        return self._fields.may_hold_prose(name) or is_about_text or is_telling(name)

    def _prose_values(self, text: str, found: Sequence[String]) -> Values:
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
        values: Values = []
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
                    values.append((string.path, parts))
            elif not self._fields.is_listed(string.path):
                span = string.span
                self.unread.add(
                    _own_name(string.path), span.end - span.start, partial(encoding.decode_string, text, span)
                )
        return values


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Parse JSON.

    Raises:
        ParseError: the text is not JSON, or values have too many short lines; the message names the place.

    """
    refuse_short_parts(source.text, "\\n", "line breaks")
    articles = Articles(parse_options, encoding.file_encoder(source.text))
    try:
        articles.add(source.text)
    except MalformedJson as error:
        line, column = Lines(source.text).position(error.place)
        raise ParseError(f"line {line}, column {column}: {error}") from None
    return articles.parsed_file(source)


def _as_declared(content: Content | None, declared: str | None) -> Content | None:
    """The content of a value, given its declared media type."""
    if content is None or declared is None or declared == "text/plain":
        return content
    return replace(content, html=True) if declared in HTML_TYPES else None


def _nearest(languages: Mapping[Path, str], path: Path) -> str:
    """The language that the nearest enclosing object declares."""
    if not languages:
        return ""
    outer = (path[:steps] for steps in range(len(path) - 1, -1, -1))
    return next((languages[place] for place in outer if place in languages), "")


def _article(path: Path) -> Path:
    """The path of the article that a value belongs to."""
    for at, step in enumerate(path[:-1]):
        if not isinstance(step, str) and (at == 0 or plain_name(str(path[at - 1])) in LISTS):
            return path[: at + 1]
    return ()


def _item(path: Path) -> Path:
    """The path of the outermost array item that contains a value."""
    return next((path[: at + 1] for at, step in enumerate(path[:-1]) if not isinstance(step, str)), ())


def _lone_list(values: Values) -> bool:
    """Whether all prose is in one array, with more than headlines."""
    kinds: defaultdict[Path, set[BlockKind]] = defaultdict(set)
    for path, parts in values:
        kinds[_item(path)].update(part.kind for part in parts)
    arrays = {item[:-1] if item else None for item in kinds}
    return len(arrays) == 1 and None not in arrays and any(k > {BlockKind.HEADLINE} for k in kinds.values())


def _own_name(path: Path) -> str:
    """The key of a value, or of the outermost array around it."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _name(path: Path) -> str:
    """A readable form of a path, shortened if necessary."""
    shown = [str(step) for step in path[-LONGEST_NAME:]]
    return ".".join(["…"] * (len(path) > LONGEST_NAME) + [step[:LONGEST_STEP] for step in shown])
