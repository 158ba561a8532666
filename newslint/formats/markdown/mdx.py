"""Masks the parts of MDX that are not Markdown.

Imports and exports, expressions in braces, comments and component tags are replaced, before parsing, by
characters without meaning in Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import Comment
from newslint.core.source import Lines
from newslint.formats.templates import PLACEHOLDER

FENCED = r"(?m:^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?s:.*?)(?:^[ \t]*(?P=fence)[`~]*[ \t]*\r?$|\Z))"
CODE = r"(?<!`)(?P<ticks>`{1,2})(?!`)[^`]{1,2000}(?P=ticks)(?!`)"
MODULE = r"(?<![^\r\n]\r?\n)(?m:^)(?:import|export)\b(?=[ \t]*[\w$*{\"'])"
COMPONENT = r"</?(?:(?=[A-Z])[\w$.:-]+|[a-z][\w$-]*+(?:\.[\w$-]+)++)"
START = pattern(
    rf"{FENCED}|{CODE}|(?P<module>{MODULE})|(?P<brace>(?<!\\)\{{)|(?P<component>{COMPONENT})"
    r"|(?P<fragment></?>)|(?P<element><[a-z][\w-]*+(?=\s))"
)
TOKEN = pattern(
    r"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`|/\*(?s:.*?)\*/|//[^\n]*+"
    r"|(?P<open>[{(\[])|(?P<close>[})\]])|(?P<end>>)|(?P<blank>\n[ \t]*\r?(?:\n|\Z))"
)
TAG = pattern(r"(?s)<(?:/.*|.*(?<!/))>")
"""A start or end tag, not one of an empty element."""
COMMENT = pattern(r"(?s)\{\s*/\*(.*?)\*/\s*\}")
LONGEST = {"module": 100_000, "brace": 100_000, "component": 100_000, "element": 1_000}
"""Maximum characters of each; HTML elements without expressions are left to the Markdown parser."""
NO_WHITE = pattern(r"\S")


class Mdx(Struct):
    """A text with masked code, the spans of code, and comments."""

    text: str
    code: list[tuple[Span, str]] = field(default_factory=list)
    """Spans of code, and the text that replaces each."""
    comments: list[Comment] = field(default_factory=list)
    errors: tuple[str, ...] = ()


def mask_code(text: str, start: int) -> Mdx:
    """Mask everything after `start` that is not Markdown, keeping positions.

    Everything after an unclosed expression or tag is dropped.
    """
    mdx = Mdx(text)
    for span, closed in _code(text[start:]):
        place = Span(span.start + start, span.end + start)
        mdx.code.append((place, "" if TAG.fullmatch(text, place.start, place.end) else PLACEHOLDER))
        if not closed:
            line = Lines(text).position(place.start)[0]
            mdx.errors = (f"line {line}: what begins here is never closed, so nothing after it was read",)
        elif found := COMMENT.fullmatch(text, place.start, place.end):
            mdx.comments.append(Comment(place, found[1].strip()))
    mdx.text = "".join(_mask(text, [span for span, _ in mdx.code]))
    return mdx


def _mask(text: str, code: list[Span]) -> Iterator[str]:
    """Yield the text; code becomes placeholders, or spaces on its own lines."""
    at = 0
    for span in code:
        yield text[at : span.start]
        yield NO_WHITE.sub(PLACEHOLDER if _is_among_text(text, span) else " ", span.of(text))
        at = span.end
    yield text[at:]


def _is_among_text(text: str, span: Span) -> bool:
    """Whether there is other text on the lines of a span."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    line_end = text.find("\n", span.end)
    behind = text[span.end : line_end if line_end >= 0 else len(text)]
    return bool(before.strip() or behind.strip())


def _code(text: str) -> Iterator[tuple[Span, bool]]:
    """Yield spans of code in order, and whether each is closed."""
    at = 0
    while found := START.search(text, at):
        at = found.end()
        kind = found.lastgroup or ""
        if kind == "fragment":
            yield Span(*found.span()), True
        elif kind in LONGEST:
            end = _end(text, at, kind)
            if kind == "element" and (end < 0 or "{" not in text[at:end]):
                continue
            if end < 0:
                yield Span(found.start(), len(text)), False
                return
            yield Span(found.start(), end), True
            at = end


def _end(text: str, at: int, kind: str) -> int:
    """The end of an earlier construct; -1 if unclosed or too long."""
    depth = int(kind == "brace")
    for token in TOKEN.finditer(text, at, at + LONGEST[kind]):
        depth += bool(token["open"]) - bool(token["close"])
        if depth > 0:
            continue
        if kind == "module" and token["blank"]:
            return token.start()
        if kind == "brace" or (kind != "module" and token["end"]):
            return token.end()
    return len(text) if kind == "module" and len(text) <= at + LONGEST[kind] else -1
