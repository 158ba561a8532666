"""String values in TOML front matter, each checked against `tomllib`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import Segment
from newslint.formats.markdown.scalars import (
    UNENCODABLE,
    BadFrontMatter,
    Scalar,
    ScalarStyle,
    character,
    text_of,
)

BASIC = r'"(?:[^"\\\r\n]|\\.)*+"'
LITERAL = r"'[^'\r\n]*+'"
BASIC_LINES = r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"{3,5}'
LITERAL_LINES = r"'''(?:[^']|'(?!''))*+'{3,5}"
STRING = rf"{BASIC_LINES}|{LITERAL_LINES}|{BASIC}|{LITERAL}"
ONE_KEY = rf"(?:[A-Za-z0-9_-]+|{BASIC}|{LITERAL})"
KEY = rf"{ONE_KEY}(?:[ \t]*\.[ \t]*{ONE_KEY})*+"
STATEMENT = pattern(
    r"\s*+(?:(?P<comment>\#[^\n]*+)"
    rf"|\[(?P<list>\[)?[ \t]*(?P<table>{KEY})[ \t]*\]\]?"
    rf"|(?P<key>{KEY})[ \t]*=[ \t]*)"
)
TEXT = pattern(rf"(?P<string>{STRING})(?=[ \t]*(?:\#|[\r\n]|\Z))")
TOKEN = pattern(rf"{STRING}|\#[^\n]*+|(?P<open>[\[{{])|(?P<close>[\]}}])|(?P<end>\n)|[^\[\]{{}}\n\"'\#]++|.")
PLACE = pattern(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")
ESCAPE = r"\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|\s++|.)"
NAMED = dict(zip('btnfre"\\', '\b\t\n\f\r\x1b"\\', strict=True))
LINE_ENDS = r"\r?\n"


def _unescape(written: str) -> str | None:
    if written[0] != "\\":
        return "\n"
    rest = written[1:]
    if rest.isspace():
        return ""
    return character(rest[1:]) if rest[0] in "uUx" and rest[1:] else NAMED.get(rest)


def _in_basic(text: str) -> str | None:
    return None if UNENCODABLE.search(text) else text.replace("\\", "\\\\").replace('"', '\\"')


def _in_literal(text: str) -> str | None:
    return None if "'" in text or UNENCODABLE.search(text) else text


STYLES = {
    '"': ScalarStyle(rf"{ESCAPE}|{LINE_ENDS}", _unescape, _in_basic),
    "'": ScalarStyle(LINE_ENDS, lambda _: "\n", _in_literal),
}


def scalars(text: str, inner: Span) -> list[Scalar]:
    """Read the values of a TOML block that are strings.

    Raises:
        BadFrontMatter: the block is not valid TOML.

    """
    block = inner.of(text)
    try:
        data = tomllib.loads(block)
    except tomllib.TOMLDecodeError as error:
        raise BadFrontMatter(*_locate(str(error), block, inner)) from None
    except RecursionError:
        raise BadFrontMatter("it is nested too deeply", inner.start) from None
    return [
        Scalar(path, segments)
        for path, span in _strings(text, inner)
        if (value := _value(data, path)) is not None
        and text_of(segments := _segments(text, span, value)) == value
    ]


def _locate(message: str, block: str, inner: Span) -> tuple[str, int]:
    """Describe an error, and locate it in the file."""
    at = inner.end
    place = PLACE.search(message)
    if place and place[1]:
        before = block.split("\n")[: int(place[1]) - 1]
        at = inner.start + sum(len(line) + 1 for line in before)
    return f"invalid TOML: {PLACE.sub('', message)}", at


def _strings(text: str, inner: Span) -> Iterator[tuple[tuple[str, ...], Span]]:
    """Yield string values with their keys; arrays of tables are skipped."""
    table: tuple[str, ...] | None = ()
    at = inner.start
    while found := STATEMENT.match(text, at, inner.end):
        at = found.end()
        if found["table"]:
            table = None if found["list"] else _keys(found["table"])
        elif found["key"]:
            value = TEXT.match(text, at, inner.end)
            if value and table is not None:
                yield (*table, *_keys(found["key"])), Span(*value.span("string"))
            at = _after_value(text, at, inner.end)


def _after_value(text: str, at: int, end: int) -> int:
    """The end of the line on which a value ends."""
    depth = 0
    for token in TOKEN.finditer(text, at, end):
        depth += bool(token["open"]) - bool(token["close"])
        if token["end"] and depth <= 0:
            return token.end()
    return end


def _keys(dotted: str) -> tuple[str, ...]:
    """Split a dotted key as TOML does."""
    keys, level = [], tomllib.loads(f"{dotted}=0")
    while isinstance(level, dict):
        ((key, level),) = level.items()
        keys.append(key)
    return tuple(keys)


def _value(data: Mapping[str, object], path: tuple[str, ...]) -> str | None:
    level: object = data
    for key in path:
        level = level.get(key) if isinstance(level, dict) else None
    return level if isinstance(level, str) else None


def _segments(text: str, span: Span, value: str) -> tuple[Segment, ...]:
    mark = text[span.start]
    marks = 3 if text.startswith(mark * 3, span.start) and span.end - span.start >= 6 else 1
    start = span.start + marks
    if marks == 3:
        start += 2 if text.startswith("\r\n", start) else text.startswith("\n", start)
    return STYLES[mark].segments(text, Span(start, span.end - marks), value)
