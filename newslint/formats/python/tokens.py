"""The tokens of Python: where strings and comments stand, and what stands around them.

This reads the text by one expression a token and a stack of its own, so that no nesting is too deep
and no file too long. It takes the Python of every version, broken statements among it: all that it
insists on is that strings end and brackets match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from newslint.core.errors import ParseError
from newslint.core.positions import Span
from newslint.core.source import Lines

TOKEN = re.compile(
    r"""(?x)
    (?: [\x20\t\f]++ | \\(?:\r\n|\r|\n) )*
    (?: (?P<NAME> (?! [rRbBuUfFtT]{1,2}['"] ) [^\W\d]\w*+ )
    | (?P<SIGN> [=!<>]= | -> | [^\w\s\#'"\\] )
    | (?P<END> \r\n|\r|\n )
    | (?P<STRING> [rRbBuUfFtT]{0,2} (?:\'\'\'|\"""|'|") )
    | (?P<COMMENT> \#[^\r\n]*+ )
    | (?P<NUMBER> \d[\w.]*+ )
    | (?P<ODD> (?s:.) ) )
    """
)
"""What stands next. `re` is faster than `regex` where every token is asked for; it repeats no group
possessively, for Python before 3.11.5 does that wrong."""
BODIES = {
    quote: re.compile(
        rf"(?s)(?:[^\\{quote[0]}]|\\.|{quote[0]}(?!{quote[0]}{{2}}))*{quote}"
        if len(quote) == 3
        else rf"(?s)(?:[^\\{quote}\r\n]|\\(?:\r\n|.))*{quote}"
    )
    for quote in ("'", '"', "'''", '"""')
}
"""The rest of a string up to its end, by its quotes; a raw string ends at the same place."""
RUNS = {
    quote: re.compile(
        rf"(?:[^\\{{}}{quote[0]}]++|\\(?!N\{{)[^{{}}])+"
        if len(quote) == 3
        else rf"(?:[^\\{{}}{quote}\r\n]++|\\(?!N\{{)(?:\r\n|[^{{}}]))+"
    )
    for quote in BODIES
}
"""What is plain text in an f-string, by its quotes."""
NAMED = re.compile(r"\\N\{[^{}'\"\r\n]*+\}")
BRACKETS = {"(": ")", "[": "]", "{": "}"}


class TokenKind(Enum):
    """What a token is."""

    END = auto()
    """The end of a line."""
    COMMENT = auto()
    STRING = auto()
    NAME = auto()
    NUMBER = auto()
    SIGN = auto()
    ODD = auto()
    """No Python."""


KINDS = {kind.name: kind for kind in TokenKind}


@dataclass(frozen=True, slots=True)
class PythonToken:
    """A token and its place; strings know their prefix in small letters, their quotes and interpolations."""

    kind: TokenKind
    text: str
    span: Span
    prefix: str = ""
    quote: str = ""
    holes: tuple[Span, ...] = ()

    @property
    def body(self) -> Span:
        """What stands between the quotes of a string."""
        return Span(
            self.span.start + len(self.prefix) + len(self.quote),
            self.span.end - len(self.quote),
        )


def tokens(text: str) -> Iterator[PythonToken]:
    """All tokens in order; white space within a line is none.

    Raises:
        UnreadableProse: a string does not end.

    """
    at = 0
    while found := TOKEN.match(text, at):
        name = found.lastgroup or TokenKind.ODD.name
        kind = KINDS[name]
        start, at = found.span(name)
        if kind is TokenKind.STRING:
            prefix, quote = opening(text[start:at])
            if "f" in prefix or "t" in prefix:
                holes, at = interpolations(text, at, prefix, quote)
            else:
                holes, at = (), _closed(text, start, at, quote)
            yield PythonToken(kind, text[start:at], Span(start, at), prefix, quote, holes)
        else:
            yield PythonToken(kind, text[start:at], Span(start, at))


def opening(string: str) -> tuple[str, str]:
    """The prefix of a string in small letters, and its quotes."""
    prefix = string.rstrip("'\"")
    return prefix.lower(), string[len(prefix) :]


def interpolations(text: str, at: int, prefix: str, quote: str) -> tuple[tuple[Span, ...], int]:
    """The interpolations of an f-string whose text begins at `at`, and where the string ends.

    Raises:
        UnreadableProse: it does not end.

    """
    begun, holes, opened = at - len(prefix) - len(quote), [], at
    inside: list[_Inside] = [_Inside(quote, "r" in prefix)]
    while inside:
        depth = len(inside)
        step = _text if inside[-1].text else _code
        next_at = step(text, at, inside)
        if next_at is None:
            raise unreadable(text, begun, "a string that begins here does not end")
        if depth == 1 and len(inside) == 2:
            opened = at
        elif depth == 2 and len(inside) == 1:
            holes.append(Span(opened, next_at))
        at = next_at
    return tuple(holes), at


@dataclass(slots=True)
class _Inside:
    """A string, an interpolation of it, or what follows the colon there: the format."""

    quote: str
    raw: bool
    text: bool = True
    format: bool = False
    depth: int = 0
    """Of brackets in the code of an interpolation."""


def _text(text: str, at: int, inside: list[_Inside]) -> int | None:
    """Step over some text of an f-string or of a format in it; None where it does not go on."""
    here = inside[-1]
    letter = text[at : at + 1]
    plain = (None if here.raw else NAMED.match(text, at)) or RUNS[here.quote].match(text, at)
    if plain:
        return plain.end()
    if letter == "{" and (here.format or text[at + 1 : at + 2] != "{"):
        inside.append(_Inside(here.quote, here.raw, text=False))
    elif letter == "}" and here.format:
        inside.pop()
    elif letter and letter in "{}" and text[at + 1 : at + 2] == letter:
        return at + 2
    elif text.startswith(here.quote, at) and not here.format:
        inside.pop()
        return at + len(here.quote)
    elif letter != "\\" and (letter != here.quote[0] or len(here.quote) == 1 or here.format):
        return None
    return at + 1


def _code(text: str, at: int, inside: list[_Inside]) -> int | None:
    """Step over a token of an interpolation; None where the text ends."""
    here, found = inside[-1], TOKEN.match(text, at)
    if not found:
        return None
    sign, end = found[found.lastgroup or 0], found.end()
    if found.lastgroup == "STRING":
        prefix, quote = opening(sign)
        if "f" not in prefix and "t" not in prefix:
            body = BODIES[quote].match(text, end)
            return body.end() if body else None
        inside.append(_Inside(quote, "r" in prefix))
    elif sign in BRACKETS:
        here.depth += 1
    elif sign == "}" and not here.depth:
        inside.pop()
    elif sign in ")]}":
        here.depth -= 1
    elif sign == ":" and not here.depth:
        inside[-1] = _Inside(here.quote, here.raw, format=True)
    return end


def _closed(text: str, start: int, at: int, quote: str) -> int:
    body = BODIES[quote].match(text, at)
    if not body:
        raise unreadable(text, start, "a string that begins here does not end")
    return body.end()


def unreadable(text: str, at: int, why: str) -> ParseError:
    """The error that says what is wrong at a place, and on which line."""
    line, column = Lines(text).position(at)
    return ParseError(f"line {line}, column {column}: {why}; is this Python?")
