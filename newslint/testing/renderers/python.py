"""Articles as documentation and comments of Python."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from newslint.core.segments import BlockKind
from newslint.formats import plain
from newslint.testing.renderers.form import Form
from newslint.testing.renderers.marks import paragraphs, unmark

WIDEST = 60
"""Characters after which a line is wrapped."""


def _documentation(article: str, alter: Callable[[str], str] = str) -> str:
    """A paragraph a line, as editors with soft wrapping leave them."""
    inside = alter("\n\n    ".join(_lines(article)))
    return f'class Desk:\n    """{inside}\n    """\n\n    seats = 12\n'


def _crlf(article: str) -> str:
    return _documentation(article).replace("\n", "\r\n")


def _astral(article: str) -> str:
    return f"paper = '𝒆vening 🗞'\n{_documentation(article)}"


def _comment(article: str) -> str:
    inside = "\n#\n".join(f"# {line}" for line in (text.replace("\n", "\n# ") for text in _texts(article)))
    return f"import this\n\n{inside}\npaper = 7  # of them\n"


def _escapes(article: str) -> str:
    """Every third curly mark, space and vowel is an escape."""
    number = count()

    def escape(found: re.Match[str]) -> str:
        place = next(number) if len(found[0]) == 1 else 1
        if place % 3:
            return found[0]
        letter = ord(found[0])
        shortest = f"\\x{letter:02x}" if letter < 256 else f"\\u{letter:X}"
        return (f"\\u{letter:04x}", f"\\U{letter:08X}", shortest)[place // 3 % 3]

    return _documentation(article, lambda text: re.sub(r"\\.|(?<=\w)[aeiou ’“”](?=\w)", escape, text))


def _wrap(article: str) -> str:
    """Lines as PEP 8 requires; a finding may be on two."""
    return re.sub(rf"(?m)(?<=\S)(?<=.{{{WIDEST}}}) (?=\S)(?![-*+•\d>|:.])", "\n    ", _documentation(article))


def _lines(article: str) -> list[str]:
    """The paragraphs of an article in a triple-quoted string."""
    return [text.replace("\\", "\\\\") for text in _texts(article)]


def _texts(article: str) -> list[str]:
    """The paragraphs of an article, empty ones where gaps are wide."""
    prose, parts = iter(paragraphs(article)), plain.parse_blocks(unmark(article)[0])[0]
    texts: list[str] = []
    for number, part in enumerate(parts, 1):
        if part.kind is BlockKind.GAP:
            texts += [""] * (part.text.count("\n") // 2 - (number < len(parts)))
        else:
            texts.append(next(prose)[1])
    return texts


FORMS = (
    Form("python", _documentation, "python", gaps=False),
    Form("python-crlf", _crlf, "python", gaps=False),
    Form("python-astral", _astral, "python", gaps=False, bom=b"\xef\xbb\xbf"),
    Form("python-comment", _comment, "python", gaps=False),
    Form("python-escapes", _escapes, "python", gaps=False, blocks_fixes=True),
    Form("python-wrapped", _wrap, "python", gaps=False, blocks_fixes=True),
)
