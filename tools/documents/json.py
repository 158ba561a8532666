"""Random JSON in any style; keys and values are the judge's texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from random import Random

from tools.documents.words import prose

KEYS = ("text", "headline", "body_text", "caption", "id", "url", "byline", "summary", "paragraphs", "x\\y")
HTML_KEY = "body_xhtml"
LINES_KEY = "excerpt"
"""Holds lines of plain text with inline markup."""
LISTS = ("articles", "associations", "bodies", "blocks")
ODD = ("\\u0000", "\\ud83d", "\\udfff", "\\u00e9", "\\ud83d\\uDDDE", "\\/", "\\\\u201c", "\\b\\f", "\\u0009")
SCALARS = ("7", "-1.5e+3", "true", "false", "null", "NaN", "-Infinity", "0.1", "[]", "{ }", "[1, 2,\n3]")
TAGS = ("<b>", "</b>", "<br/>", "<a href='/x?a=1&amp;b'>", "</a>", "&amp;", "&rsquo;", "&#x1F5DE;", "\n")
DEEPEST = 4
SPACE_IN_LINE = re.compile(r"(?<![ \t\f\n\r])[ \t\f]+(?![ \t\f\n\r])")
SPACE = re.compile(r"[ \t\n\r\f]+")


def document(random: Random) -> bytes:
    """An object or an array, indented or not, escaped or not."""
    style = Style(random)
    end = random.choice(("", "\n", "\r\n \t"))
    written = style.array(0) if random.random() < 0.2 else style.object(0)
    return (random.choice(("", "\ufeff")) + written + end).encode()


class Style:
    """Writes JSON with as much variety as possible."""

    def __init__(self, random: Random, spaces: tuple[str, ...] = ("", " ", "\n", "\r\n\t", " \n  ")) -> None:
        self.random = random
        self.spaces = spaces
        self.ascii_only = random.random() < 0.4
        self.capitals = random.random() < 0.3
        self.escapes = random.choice((0.0, 0.02, 0.3))

    def object(self, depth: int) -> str:
        """An object, perhaps with a duplicate key."""
        count = self.random.randint(1, 5)
        members = (
            self._member(self.random.choice((*KEYS, HTML_KEY, LINES_KEY, *LISTS)), depth)
            for _ in range(count)
        )
        return "{" + self._space() + self._join(members) + "}"

    def array(self, depth: int) -> str:
        """An array of any values."""
        values = (self._value(depth + 1) for _ in range(self.random.randint(0, 3)))
        return "[" + self._space() + self._join(values) + "]"

    def string(self, text: str) -> str:
        """A string, with some escapes that are not needed."""
        written = "".join(self._letter(letter) for letter in text)
        if self.random.random() < 0.2:
            written += self.random.choice(ODD) + self._letter("s")
        return f'"{written}"'

    def _member(self, key: str, depth: int) -> str:
        if key == HTML_KEY:
            value = self.string(_html(self.random))
        elif key == LINES_KEY:
            value = self.string(_lines(self.random))
        elif key in LISTS:
            value = self.array(depth)
        else:
            value = self._value(depth + 1)
        return json.dumps(key) + self._space() + ":" + self._space() + value

    def _value(self, depth: int) -> str:
        chance = self.random.random()
        if depth < DEEPEST and chance < 0.15:
            return self.object(depth)
        if depth < DEEPEST and chance < 0.25:
            return self.array(depth)
        if chance < 0.35:
            return self.random.choice(SCALARS)
        lines = (prose(self.random) for _ in range(self.random.choice((1, 1, 2, 3))))
        return self.string(self.random.choice(("\n", "\n\n", "\r\n")).join(lines))

    def _join(self, parts: Iterator[str]) -> str:
        return ("," + self._space()).join(part + self._space() for part in parts)

    def _space(self) -> str:
        return self.random.choice(self.spaces)

    def _letter(self, letter: str) -> str:
        if self.random.random() < self.escapes or (self.ascii_only and not letter.isascii()):
            data = letter.encode("utf-16-be").hex()
            data = data.upper() if self.capitals else data
            return "".join(f"\\u{data[at : at + 4]}" for at in range(0, len(data), 4))
        return json.dumps(letter, ensure_ascii=False)[1:-1]


def _html(random: Random) -> str:
    """Some paragraphs with inline markup anywhere."""
    paragraphs = []
    for _ in range(random.randint(1, 3)):
        words = prose(random).replace("&", "&amp;").replace("<", "&lt;").split(" ")
        words.insert(random.randint(0, len(words)), random.choice(TAGS))
        paragraphs.append(f"<p>{random.choice(('', ' ')).join(words)}</p>")
    return random.choice(("", "\n")).join(paragraphs)


def _lines(random: Random) -> str:
    """Some lines, a tag and a reference in the first at least."""
    lines = ["The <em>new</em> AT&amp;T"] + [
        prose(random).replace("<", "&lt;") for _ in range(random.randint(0, 3))
    ]
    return random.choice(("\n", "\r\n", "\n\n")).join(lines)


def judge(data: bytes) -> list[str]:
    """Every key and scalar in order."""
    return list(texts(json.loads(data.decode("utf-8-sig"), object_pairs_hook=Members)))


class Members(list[tuple[str, object]]):
    """The members of an object in order, duplicate keys included."""


def texts(value: object) -> Iterator[str]:
    """The texts in a value that `json` read, without recursion."""
    left = [("", value)]
    while left:
        key, value = left.pop()
        if isinstance(value, Members):
            yield "{"
            left += reversed(value)
        elif isinstance(value, list):
            yield "["
            left += [(key, item) for item in reversed(value)]
        else:
            yield key
            yield from _texts_of(key, value)


def _texts_of(key: str, value: object) -> Iterator[str]:
    if not isinstance(value, str):
        yield repr(value)
    elif key == HTML_KEY:
        yield from (SPACE.sub(" ", text) for text in _html_texts(value))
    elif key == LINES_KEY:
        yield from (SPACE_IN_LINE.sub(" ", text) for text in _html_texts(value))
    else:
        yield value


def _html_texts(html: str) -> Iterator[str]:
    """The tags of HTML, and the text between them."""
    parser = _HtmlTexts()
    parser.feed(html)
    parser.close()
    for run in parser.runs:
        yield from run


class _HtmlTexts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[tuple[str, str]] = [("", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.runs.append((f"{tag} {attrs}", ""))

    def handle_endtag(self, tag: str) -> None:
        self.runs.append(("/" + tag, ""))

    def handle_comment(self, data: str) -> None:
        self.runs.append(("!" + data, ""))

    def handle_data(self, data: str) -> None:
        tag, text = self.runs[-1]
        self.runs[-1] = (tag, text + data)
