"""Texts in YAML front matter, located by the events of the parser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import yaml
from msgspec import Struct

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import Editability, Segment
from newslint.formats.markdown.scalars import (
    LINE,
    LINE_END,
    UNENCODABLE,
    BadFrontMatter,
    Scalar,
    ScalarStyle,
    character,
    in_block,
    lines,
)

FOLD = rf"(?<![ \t])[ \t]*+{LINE_END}\s*+"
DEEPEST = 50
"""Levels of nesting; the time of the parser grows with the depth."""
RESOLVER = yaml.SafeLoader("")
STRING = "tag:yaml.org,2002:str"
NUMBER = pattern(r"[-+.\d][\d_.,eExXoO:+-]*")
"""Values that YAML parsers other than PyYAML may read as a number or a time."""
PAIR = pattern(r"[\"']?[\w.-]+[\"']?[ \t]*:(?:\s|\Z)|#")
"""The beginning of a line of front matter."""
NO_PLAIN = pattern(rf"{UNENCODABLE.pattern}|:(?:\s|\Z)|\s#")
ESCAPE = r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)"
NAMED = dict(zip('0abt\tnvfre "/\\N_LP', '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True))


def _fold(written: str) -> str:
    """The value of a quoted line end: a space, or line ends."""
    ends = len(pattern(LINE_END).findall(written))
    return "\n" * (ends - 1) or " "


def _unescape(written: str) -> str | None:
    """The value of an escape in double quotation marks."""
    if written[0] != "\\":
        return _fold(written)
    if written[1] in "\r\n\x85\u2028\u2029":
        return ""
    return character(written[2:]) if written[1] in "xuU" and written[2:] else NAMED.get(written[1])


def _in_double(text: str) -> str | None:
    return None if UNENCODABLE.search(text) else text.replace("\\", "\\\\").replace('"', '\\"')


def _in_single(text: str) -> str | None:
    return None if UNENCODABLE.search(text) else text.replace("'", "''")


def _in_plain(text: str) -> str | None:
    return None if NO_PLAIN.search(text) else text


SINGLE = ScalarStyle(rf"''|{FOLD}", lambda written: "'" if written == "''" else _fold(written), _in_single)
DOUBLE = ScalarStyle(rf"\\{LINE_END}[ \t]*+|{ESCAPE}|{FOLD}", _unescape, _in_double)


class _Level(Struct):
    """An open mapping or list; `key` is that of the next value."""

    path: tuple[str, ...]
    mapping: bool
    key: str | None = None

    @property
    def inner(self) -> tuple[str, ...]:
        """The path of the current value."""
        return self.path if self.key is None else (*self.path, self.key)

    def close(self) -> None:
        """Note that a key or a value is complete."""
        self.key = None if self.key is not None or not self.mapping else ""


def scalars(text: str, inner: Span) -> list[Scalar] | None:
    """Read the texts of a YAML block; None if not a mapping.

    Raises:
        BadFrontMatter: the block is not valid YAML.

    """
    block = inner.of(text)
    try:
        events = list(_events(block))
    except yaml.YAMLError as error:
        if not PAIR.match(block.lstrip()):
            return None
        raise BadFrontMatter(*_locate(error, inner)) from None
    nodes = [event for event in events if isinstance(event, yaml.NodeEvent)]
    if nodes and not isinstance(nodes[0], yaml.MappingStartEvent):
        return None if not isinstance(nodes[0], yaml.ScalarEvent) or nodes[0].value else []
    return list(_walk(text, inner.start, events))


def _events(block: str) -> Iterator[yaml.Event]:
    depth = documents = 0
    for event in yaml.parse(block, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        documents += isinstance(event, yaml.DocumentStartEvent)
        if depth > DEEPEST or documents > 1:
            problem = f"it is nested more than {DEEPEST} deep" if depth > DEEPEST else "it is more than one"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=cast("yaml.Mark", event.start_mark))
        yield event


def _locate(error: yaml.YAMLError, inner: Span) -> tuple[str, int]:
    """Describe an error, and locate it in the file."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return f"invalid YAML: {error.problem}", min(inner.start + error.problem_mark.index, inner.end)
    at: int = getattr(error, "position", 0)
    return f"invalid YAML: {getattr(error, 'reason', error)}", inner.start + at


def _walk(text: str, start: int, events: list[yaml.Event]) -> Iterator[Scalar]:
    levels = [_Level((), mapping=False)]
    for event in events:
        level = levels[-1]
        if isinstance(event, yaml.CollectionStartEvent):
            levels.append(_Level(level.inner, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.CollectionEndEvent):
            levels.pop()
            levels[-1].close()
        elif isinstance(event, yaml.ScalarEvent) and level.mapping and level.key is None:
            level.key = event.value
        elif isinstance(event, yaml.NodeEvent):
            if isinstance(event, yaml.ScalarEvent) and _is_text(event):
                yield Scalar(level.inner, _segments(text, start, event))
            level.close()


def _is_text(event: yaml.ScalarEvent) -> bool:
    """Whether all YAML parsers read a scalar as text."""
    tag = event.tag or RESOLVER.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
    return tag == STRING and (event.style is not None or not NUMBER.fullmatch(event.value))


def _segments(text: str, start: int, event: yaml.ScalarEvent) -> tuple[Segment, ...]:
    begin, end = cast("yaml.Mark", event.start_mark), cast("yaml.Mark", event.end_mark)
    span = Span(start + begin.index, start + end.index)
    if event.anchor or event.tag:
        return (Segment(event.value, span, Editability.READ_ONLY),)
    if event.style in ("'", '"'):
        style = SINGLE if event.style == "'" else DOUBLE
        return style.segments(text, Span(span.start + 1, span.end - 1), event.value)
    if event.style in ("|", ">"):
        head = LINE.match(text, span.start, span.end)
        return lines(text, Span(head.end() if head else span.start, span.end), event.value, in_block)
    return lines(text, span, event.value, _in_plain)
