"""Where the strings of JSON stand: a strict scanner (RFC 8259) that keeps places.

It walks without recursion and in linear time. Two liberties: `NaN` and `Infinity` are values, because
Python writes them, and nothing may lie deeper than `DEEPEST`, which the standard allows a reader to say.

`re` and not `regex`: at the short matches of a scanner it is four times as fast.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newslint.core.positions import Span

Step = str | int
"""A key as it is written, or an index."""

DEEPEST = 1_000
AT_ONCE = 500
"""How often a group is repeated in one match; `re` keeps a record of each time."""

SPACE = r"[ \t\n\r]*"
RUN = r'[^"\\\x00-\x1f]*'
SCALAR = r"(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null|NaN|-?Infinity)(?![\w.+-])"
BLANK = re.compile(SPACE)
VALUE = re.compile(rf'{SPACE}(?:"({RUN})|([\[{{])|{SCALAR})')
SIMPLE = re.compile(rf'{SPACE}(?:"({RUN})"|{SCALAR}){SPACE}([,\]}}])')
"""A value without parts or escapes, and what comes after it: most of what there is, in one match."""
KEY = re.compile(rf'{SPACE}"({RUN})(?:"{SPACE}(:))?')
COLON = re.compile(rf"{SPACE}:")
NEXT = re.compile(rf"{SPACE}([,\]}}])")
CLOSING = {"[": re.compile(rf"{SPACE}\]"), "{": re.compile(rf"{SPACE}\}}")}
SCALARS = re.compile(rf"(?:{SPACE}{SCALAR}{SPACE},){{1,{AT_ONCE}}}")
ESCAPED_RUN = re.compile(rf'(?:{RUN}\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{{4}})){{0,{AT_ONCE}}}{RUN}')


class Malformed(ValueError):
    """The text is no JSON; the message says what is wrong at `place`."""

    def __init__(self, place: int, message: str) -> None:
        super().__init__(message)
        self.place = place


@dataclass(frozen=True, slots=True)
class String:
    """A string that is a value: the keys and indices that lead to it, and the span between its quotes."""

    path: tuple[Step, ...]
    span: Span


def strings(
    text: str,
    wanted: Callable[[str], bool],
    start: int = 0,
    end: int | None = None,
    *,
    long: int = sys.maxsize,
) -> Iterator[String]:
    """The strings of the JSON value that stands from `start` to `end`, in their order.

    Only those are given whose key is `wanted`, for a string in arrays that of the outermost, and those of
    at least `long` characters.

    Raises:
        Malformed: there is something else than one value.

    """
    end = len(text) if end is None else end
    walk = _JsonWalk(text, end)
    at = start
    while at >= 0:
        simple = SIMPLE.match(text, at, end) if walk.path else None
        if simple:
            at, sign, opened = simple.end(), simple[2], False
            string = None if simple[1] is None else Span(*simple.span(1))
        else:
            at, string, opened = walk.value(at)
            sign = ""
        if string and walk.keys and (wanted(walk.keys[-1]) or string.end - string.start >= long):
            yield String(tuple(walk.path), string)
        if not opened:
            at = walk.onward(at, sign)


class _JsonWalk:
    """A place in a value: the way to it, and for each step of that the last key on it."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.path: list[Step] = []
        self.keys: list[str] = []

    def value(self, at: int) -> tuple[int, Span | None, bool]:
        """Read or enter the value at a place: its end, the span of a string, and whether it was entered."""
        found = VALUE.match(self.text, at, self.end)
        if not found:
            raise self._expected(at, "a value")
        at, bracket = found.end(), found[2]
        if found[1] is not None:
            end = self._string_end(at)
            return end + 1, Span(found.start(1), end), False
        if bracket is None:
            return at, None, False
        if empty := CLOSING[bracket].match(self.text, at, self.end):
            return empty.end(), None, False
        return self._enter(bracket, at), None, True

    def onward(self, at: int, sign: str = "") -> int:
        """From the end of a value to the beginning of the next, out of what closes; -1 at the end.

        `sign` is what stands before the place, where that was read already.
        """
        while self.path:
            if not sign and (found := NEXT.match(self.text, at, self.end)):
                at, sign = found.end(), found[1]
            step = self.path[-1]
            if sign == ",":
                return self._next(step, at)
            closing = "}" if isinstance(step, str) else "]"
            if sign != closing:
                raise self._expected(at - len(sign), f"a comma or {closing}")
            self.path.pop()
            self.keys.pop()
            sign = ""
        if self._blank(at) < self.end:
            raise self._expected(at, "nothing more")
        return -1

    def _next(self, step: Step, at: int) -> int:
        """From a comma after the value at a step to the value after it."""
        if isinstance(step, str):
            step, at = self._key(at)
            self.path[-1] = self.keys[-1] = step
        else:
            self.path[-1] = step + 1
        return at

    def _enter(self, bracket: str, at: int) -> int:
        if len(self.path) >= DEEPEST:
            raise Malformed(at - 1, f"nested more than {DEEPEST:,} deep")
        if bracket == "{":
            key, at = self._key(at)
            self.path.append(key)
            self.keys.append(key)
            return at
        self.keys.append(self.keys[-1] if self.keys else "")
        self.path.append(0)
        return self._past_scalars(at)

    def _past_scalars(self, at: int) -> int:
        """From the beginning of an array past its numbers, so that a million of them takes a moment."""
        count = 0
        while found := SCALARS.match(self.text, at, self.end):
            count += found[0].count(",")
            at = found.end()
        self.path[-1] = count
        return at

    def _key(self, at: int) -> tuple[str, int]:
        """A key and where its value is expected."""
        found = KEY.match(self.text, at, self.end)
        if not found:
            raise self._expected(at, "a key in quotation marks")
        if found[2]:
            return found[1], found.end()
        end = self._string_end(found.end())
        colon = COLON.match(self.text, end + 1, self.end)
        if not colon:
            raise self._expected(end + 1, "a colon")
        return self.text[found.start(1) : end], colon.end()

    def _string_end(self, at: int) -> int:
        """Where the quotation mark stands that closes the string whose first run ends at a place."""
        while not self.text.startswith('"', at, self.end):
            found = ESCAPED_RUN.match(self.text, at, self.end)
            if not found or found.end() == at:
                raise self._in_string(at)
            at = found.end()
        return at

    def _in_string(self, at: int) -> Malformed:
        if at >= self.end:
            return Malformed(at, "expected a quotation mark that closes the string")
        if self.text[at] == "\\":
            return Malformed(at, f"JSON has no escape {self.text[at : min(at + 2, self.end)]}")
        return Malformed(at, f"a string cannot hold U+{ord(self.text[at]):04X} unless it is escaped")

    def _expected(self, at: int, what: str) -> Malformed:
        return Malformed(self._blank(at), f"expected {what}")

    def _blank(self, at: int) -> int:
        """Where the white space at a place ends."""
        found = BLANK.match(self.text, at, self.end)
        return found.end() if found else at
