"""Runs that are not prose: code, markup, addresses, posts, mojibake.

Rules leave them alone, except those that are about the kind of run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from newslint.core.patterns import any_of, pattern
from newslint.core.positions import Range
from newslint.lexicon.classes import words_of
from newslint.text.mojibake import find_mojibake


class RunKind(StrEnum):
    """What a run is."""

    MOJIBAKE = "mojibake"
    MARKUP = "markup"
    """An HTML tag shown as text."""
    CODE = "code"
    """A script, a style sheet, data, or text in `backticks`."""
    TEMPLATE = "template"
    """A tag of a template language, a keyword of version control (“$Rev: 12 $”), or math."""
    EMOJI_NAME = "emoji name"
    """An emoji written as :name:."""
    ADDRESS = "address"
    """A URL, an e-mail address or a path."""
    POST = "post"
    """An embedded post of a social network, with its signature."""
    TRANSCRIPT = "transcript"
    """A paragraph of a transcript, with the label of its speaker."""


SPOKEN = frozenset({RunKind.POST, RunKind.TRANSCRIPT})
"""Informal writing and speech: only encoding, quotation marks and leftovers count as damage there."""


class Run(NamedTuple):
    """A run in the text of a block."""

    kind: RunKind
    at: Range


MARKUP = r"</?[a-zA-Z][a-zA-Z0-9:-]{0,20}(?:\s[^<>]{0,400})?/?>|<!--[^<>]{0,400}-->"
CODE = (
    r"\b(?:function|var|let|const)\s+\w{1,40}\s?(?:\([^()]{0,80}\)\s?\{|=)[^\n]*"
    r"|\b(?:window|document|jQuery|googletag|_gaq|dataLayer|console|Math|JSON)\.\w[^\n]*"
    r"|\$\(['\"(][^\n]*|\(function\s?\([^\n]*|@media\s[^\n]*|@import\s[^\n]*"
    r"|[.#][\w-]{2,40}\s?\{[^{}\n]{0,400}\}|\{\s?\"[\w-]{1,40}\"\s?:[^\n]*"
    r"|(?<![\w`])`(?:[^`'’\s]|[^`'’\s][^`'’\n]{0,80}[^`'’\s])`(?![\w`])"
)
TEMPLATE = (
    r"\{%[^%\n]{0,200}%\}|\{\{[^{}\n]{0,200}\}\}|\{#[^#\n]{0,200}#\}|<%[^%\n]{0,200}%>"
    r"|<:[^\n]{0,200}?:>|\$[A-Z][A-Za-z]{1,12}:[^$\n]{0,200}\$"
    r"|\$\$[^$\n]{1,400}\$\$|\[\[[^\[\]\n|]{1,100}\|"
)
EMOJI_NAME = r"(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:])"
ADDRESS = (
    r"(?:https?|ftp)://[^\s<>”’\"]+|\bwww\.[^\s<>”’\"]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<!\w)pic\.twitter\.com/\w+"
)
END_OF_ADDRESS = rf"[.,;:!?)\]…]+\Z|(?<=\p{{Ll}})\.(?:{any_of(filter(str.istitle, words_of('openers')))})\Z"
"""Marks at the end of an address, and a word that begins the next sentence: “www.harbor.org.The”."""
POST = (
    r"(?:—|--|&mdash;|–)\s?[^()\n]{1,60}\(@\w{1,20}\)\s{0,2}"
    r"(?:\p{Lu}\p{L}{2,8}\.? \d{1,2},? \d{4}|\d{1,2} \p{Lu}\p{L}{2,8} \d{4})"
)
SPEAKER = r"\A(\p{Lu}[\p{Lu}.'’ -]{2,40})(?:\s?\([^()\n]{1,60}\))?:\s"
"""The label of a speaker at the beginning of a paragraph: “TAMM (on the phone): ”."""
MIN_SPEAKERS = 3
"""Labelled paragraphs that make an article a transcript, if a speaker comes twice.

One or two may be datelines, and labels that never recur are headings.
"""
CHEAP = (
    r"[<{@`\x80-\x9f\ufffdâÃÂÅÄÎÐÑØÙàáãðïìëê¡¨]|:[a-z][\w+-]*:|://|www\.|\$\$|\$\(|\$[A-Z]|\[\[|\w\.\w+\("
    r"|[.;]\s?\}|pic\.t|\bvar |\blet |\bconst |\bfunction"
)
"""A pattern that occurs in every run, but not in most paragraphs."""

WITH_MARKS = re.compile(r"[<{`\x80-\x9fâÃÂÅÄÐÑ]|\$\(")
"""A pattern that occurs in every run that may contain quotation marks."""

PATTERNS = (
    (RunKind.CODE, CODE),
    (RunKind.MARKUP, MARKUP),
    (RunKind.TEMPLATE, TEMPLATE),
    (RunKind.EMOJI_NAME, EMOJI_NAME),
)


def find_runs(text: str, sentence_at: Callable[[int], Range] | None = None) -> tuple[Run, ...]:
    """The runs of a text that are not prose; they may overlap."""
    if not pattern(CHEAP).search(text):
        return ()
    return tuple(_find(text, sentence_at))


def transcript_blocks(texts: Sequence[str]) -> frozenset[int]:
    """The paragraphs that begin with a speaker's label in a transcript."""
    labels = {
        index: label[1]
        for index, text in enumerate(texts)
        if ": " in text and (label := pattern(SPEAKER).match(text))
    }
    again = len(set(labels.values())) < len(labels)
    return frozenset(labels if again and len(labels) >= MIN_SPEAKERS else ())


def may_hold_marks(text: str) -> bool:
    """Whether quotation marks may occur inside a run of the text."""
    return WITH_MARKS.search(text) is not None


def mask_runs(text: str, runs: Sequence[Run]) -> str:
    """The text with every run replaced by filler without marks."""
    for run in runs:
        text = text[: run.at.start] + "x" * (run.at.end - run.at.start) + text[run.at.end :]
    return text


def _find(text: str, sentence_at: Callable[[int], Range] | None) -> Iterator[Run]:
    for kind, expression in PATTERNS:
        for match in pattern(expression).finditer(text):
            yield Run(kind, Range(*match.span()))
    for match in pattern(ADDRESS).finditer(text):
        trailing = pattern(END_OF_ADDRESS).search(match[0])
        end = match.end() - (len(trailing[0]) if trailing else 0)
        yield Run(RunKind.ADDRESS, Range(match.start(), end))
    for match in pattern(POST).finditer(text):
        yield Run(RunKind.POST, Range(0, match.end()))
    for found in find_mojibake(text, sentence_at):
        yield Run(RunKind.MOJIBAKE, found.at)
