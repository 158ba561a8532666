"""What is no Markdown in MDX: imports and exports, expressions in braces, comments and tags of components.

They are found before Markdown is parsed, and hidden from its parser by characters that mean nothing to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

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
"""A tag around text, not one of an empty element."""
COMMENT = pattern(r"(?s)\{\s*/\*(.*?)\*/\s*\}")
LONGEST = {"module": 100_000, "brace": 100_000, "component": 100_000, "element": 1_000}
"""Characters that each may have; an element of HTML without expressions is left to the Markdown parser."""
NO_WHITE = pattern(r"\S")


@dataclass
class Mdx:
    """A text whose code is hidden: where that is, the comments in it, and what is never closed."""

    text: str
    code: list[tuple[Span, str]] = field(default_factory=list)
    """Where code stands, and what is read in its place."""
    comments: list[Comment] = field(default_factory=list)
    errors: tuple[str, ...] = ()


def hide_code(text: str, start: int) -> Mdx:
    """Hide all from `start` on that is no Markdown; what stays keeps its place.

    After an expression or tag that is never closed nothing is left.
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
    mdx.text = "".join(_hidden(text, [span for span, _ in mdx.code]))
    return mdx


def _hidden(text: str, code: list[Span]) -> Iterator[str]:
    """The pieces of a text with code as placeholders among text, and as spaces on lines of its own."""
    at = 0
    for span in code:
        yield text[at : span.start]
        yield NO_WHITE.sub(PLACEHOLDER if _is_among_text(text, span) else " ", span.of(text))
        at = span.end
    yield text[at:]


def _is_among_text(text: str, span: Span) -> bool:
    """Whether there is other text on the lines of a place."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    line_end = text.find("\n", span.end)
    behind = text[span.end : line_end if line_end >= 0 else len(text)]
    return bool(before.strip() or behind.strip())


def _code(text: str) -> Iterator[tuple[Span, bool]]:
    """Where each import, export, expression and tag stands, in order, and whether it is closed."""
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
    """Where something of a kind ends that began before `at`; -1 if it is not closed within bounds."""
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
