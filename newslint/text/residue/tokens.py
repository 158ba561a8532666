"""Lines as tokens, each with a letter for its class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

import regex

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.lexicon.classes import entries, words_of
from newslint.lexicon.months import MONTHS


class Token(NamedTuple):
    """A word, phrase or mark, its class, and what it proves.

    Verbs that ask the reader for something are v, those that prose has too w; nouns that prove a page n,
    modifiers m, things t, fillers f, networks p; numbers d, words of dates h, handles @, addresses u, other
    words with a capital C and words of prose x. A mark is its own class.
    """

    at: Range
    code: str
    kind: str = ""


URL = r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w-]+\.(?:com|org|net|co\.uk)\b\S*"
HINTS_AT_URL = ("@", "://", "www.", ".com", ".org", ".net", ".co.uk")
"""One of these is in every address; looking for addresses at each word takes half the time of tokens."""
HANDLE = r"[@#]\w{2,}"
ADDRESS = rf"{URL}|{HANDLE}"
TOKEN = (
    rf"(?P<handle>{HANDLE})"
    r"|(?P<number>\d[\d.,:/-]*(?:[kKmM]\b|st\b|nd\b|rd\b|th\b)?(?:\s?[ap]\.?m\b\.?)?)"
    r"|(?P<word>[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*[’']?)"
    r"|(?P<mark>[^\s\w])"
)
URL_OR_TOKEN = rf"(?P<url>{URL})|{TOKEN}"
ONLY_WORDS = bytes(byte if chr(byte).isalnum() or chr(byte) == "_" else ord(" ") for byte in range(256))
"""Replaces all but letters, digits and underscores of ASCII by spaces."""
FREQUENT_MARKS = "’“”–—"
CODES = {"url": "u", "handle": "@", "number": "d"}
CLASSES = (
    ("n", "page_nouns"),
    ("m", "page_modifiers"),
    ("v", "page_verbs"),
    ("w", "page_weak_verbs"),
)
WEIGHTLESS = (("t", "page_things"), ("f", "page_fillers"))
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TIME_WORDS = frozenset(
    {
        *("am", "pm", "gmt", "bst", "et", "est", "edt", "pt", "pst", "utc", "ist", "cet", "hrs", "yesterday"),
        *(day[:length] for day in DAYS for length in (3, 4, 5, len(day))),
        *(month.lower()[:length] for month in MONTHS for length in (3, 4, len(month))),
    }
)
BEFORE_VERBS = frozenset({"please", "to", "and", "or", "just", "now", "here"})
"""After these a verb may be a request."""


@cache
def phrases() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the classes of all words and phrases of pages."""
    known: dict[str, list[tuple[str, str]]] = {}
    for code, name in CLASSES:
        for kind, *members in entries(name):
            for phrase in members:
                known.setdefault(phrase, []).append((code, kind))
    for code, name in WEIGHTLESS:
        for word in words_of(name):
            known.setdefault(word, []).append((code, ""))
    for network in words_of("networks"):
        known.setdefault(network.lower(), []).append(("p", "social"))
    return {phrase: tuple(found) for phrase, found in known.items()}


@cache
def longest_phrases() -> dict[str, int]:
    """Return the length of the longest phrase that begins with a word."""
    longest: dict[str, int] = {}
    for phrase in phrases():
        parts = [match[0] for match in _matches(phrase)]
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest


@cache
def _proving_words() -> frozenset[str]:
    """The first words of phrases that prove a line to be residue."""
    proving = (phrase for phrase, classes in phrases().items() if any(kind for _, kind in classes))
    return frozenset(split_words(phrase)[0] for phrase in proving)


def may_prove(words: Iterable[str]) -> bool:
    """Whether a line has a figure, or a word that proves residue."""
    known = _proving_words()
    return any(word.lower() in known or not word.isalpha() for word in words)


@cache
def single_words() -> frozenset[str]:
    """Return the single words that lines of a page are made of."""
    parts = (pattern(r"\w+").findall(phrase) for phrase in phrases())
    return frozenset(word for words in parts for word in words) | TIME_WORDS | words_of("page_sections")


def split_words(line: str) -> list[str]:
    r"""Return the words of a line, eight times faster than `\w+`."""
    if not line.isascii():
        for mark in FREQUENT_MARKS:
            line = line.replace(mark, " ")
        if not line.isascii():
            return pattern(r"\w+").findall(line)
    return line.encode().translate(ONLY_WORDS).decode().split()


@cache
def kinds_of(name: str) -> dict[str, str]:
    """Return the kind that each entry of a class proves."""
    return {word: kind for kind, *words in entries(name) for word in words}


def tokenize(line: str) -> tuple[Token, ...]:
    """Return the tokens of a line before the first word of prose."""
    tokens = []
    for token in read_tokens(line):
        tokens.append(token)
        if token.code == "x":
            break
    return tuple(tokens)


def read_tokens(line: str) -> Iterator[Token]:
    """Yield all tokens of a line."""
    matches = _matches(line)
    found: list[regex.Match[str]] = []
    token = None
    while found := found or list(islice(matches, 1)):
        if found[0].lastgroup == "word":
            longest = longest_phrases().get(found[0][0].lower(), 0)
            if longest > len(found):
                found += islice(matches, longest - len(found))
            token, used = _phrase(line, found[:longest], token) if longest else (_word(found[0]), 1)
        else:
            token, used = _mark(found[0]), 1
        yield token
        del found[:used]


def _matches(line: str) -> Iterator[regex.Match[str]]:
    """Yield the words, numbers, marks and addresses of a line."""
    has_url = any(hint in line for hint in HINTS_AT_URL)
    return pattern(URL_OR_TOKEN if has_url else TOKEN).finditer(line)


def codes_of(tokens: Sequence[Token]) -> str:
    """Return the letters of the classes of tokens."""
    return "".join(token.code for token in tokens)


def _phrase(line: str, found: Sequence[regex.Match[str]], before: Token | None) -> tuple[Token, int]:
    """The longest phrase at the beginning of some words, and its length."""
    start = found[0].start()
    for used in range(len(found), 0, -1):
        span = Range(start, found[used - 1].end())
        classes = phrases().get(" ".join(span.of(line).lower().split()))
        if not classes:
            continue
        opens = _may_request(line, before)
        usable = [each for each in classes if opens or each[0] not in "vw"]
        if usable:
            first = "v" if opens else "nm"
            code, kind = min(usable, key=lambda each: (each[0] not in first, each[0] not in "nm"))
            return Token(span, code, kind), used
    return _word(found[0]), 1


def _word(match: regex.Match[str]) -> Token:
    """A word that is in no phrase of pages."""
    word = match[0]
    code = "h" if word.lower() in TIME_WORDS else "C" if word[0].isupper() else "x"
    return Token(Range(*match.span()), code)


def _mark(match: regex.Match[str]) -> Token:
    """An address, a handle, a number or a mark."""
    return Token(Range(*match.span()), CODES.get(match.lastgroup or "", match[0]))


def _may_request(line: str, before: Token | None) -> bool:
    """Whether a verb after a token may ask the reader for something."""
    if before is None:
        return True
    return before.code in "vwn.!?:|*•·,;/([–—-" or before.at.of(line).lower() in BEFORE_VERBS
