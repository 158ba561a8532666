"""Untrusted text as HTML that shows it and does nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.review.word_diff import DiffPart, PartKind

if TYPE_CHECKING:
    import regex

INVISIBLE = (
    r"(?![\n\t]|(?<=[\p{Extended_Pictographic}\uFE0F\U0001F3FB-\U0001F3FF])\u200D)"
    r"[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]"
)
"""Characters that a browser would obey or hide; the joiner in an emoji is part of it."""
TAGS = {PartKind.DELETED: "del", PartKind.INSERTED: "ins"}


class FindingMark(NamedTuple):
    """A finding to mark in a text: place, id, class and label."""

    at: Range
    id: str
    kind: str
    label: str


def text_html(text: str) -> str:
    """A text as HTML, with invisible characters as code points."""
    parts, at = [], 0
    for found in pattern(INVISIBLE).finditer(text):
        parts += [escape(text[at : found.start()]), _code(found)]
        at = found.end()
    return "".join([*parts, escape(text[at:])])


def attribute(text: str) -> str:
    """A text as the value of an attribute in double quotes."""
    return escape(pattern(INVISIBLE).sub(lambda found: f"U+{ord(found[0]):04X}", text))


def json_html(content: object) -> str:
    """JSON as the content of a script element, which cannot end it."""
    text = json.dumps(content, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def marked_html(text: str, marks: Iterable[FindingMark]) -> str:
    """A text with links to its findings, the shortest where several overlap."""
    return "".join(_pieces(text, sorted(marks, key=lambda mark: (mark.at, mark.id))))


def diff_html(parts: Iterable[DiffPart]) -> str:
    """A text before and after a fix, with the changes marked."""
    return "".join(
        f"<{tag}>{text_html(part.text)}</{tag}>" if (tag := TAGS.get(part.kind)) else text_html(part.text)
        for part in parts
    )


def _pieces(text: str, marks: Sequence[FindingMark]) -> Iterator[str]:
    """The text between the beginnings and ends of marks, each piece linked."""
    borders = sorted({0, len(text), *(mark.at.start for mark in marks), *(mark.at.end for mark in marks)})
    waiting = list(reversed(marks))
    active: list[FindingMark] = []
    for start, end in zip(borders, [*borders[1:], borders[-1]], strict=True):
        active = [mark for mark in active if mark.at.end > start]
        while waiting and waiting[-1].at.start <= start:
            mark = waiting.pop()
            if mark.at.start == mark.at.end:
                yield _link(mark, "‸")
            else:
                active.append(mark)
        if end > start:
            piece = text_html(text[start:end])
            shortest = min(active, key=lambda mark: mark.at.end - mark.at.start, default=None)
            yield _link(shortest, piece) if shortest else piece


def _link(mark: FindingMark, html: str) -> str:
    return f'<a class="mark {mark.kind}" href="#{mark.id}" title="{attribute(mark.label)}">{html}</a>'


def _code(found: regex.Match[str]) -> str:
    return f'<span class="code">U+{ord(found[0]):04X}</span>'
