"""A quick search for capitalised words that differ by one typo."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from newslint.lexicon.east_asian import FAMILIES
from newslint.lexicon.spelled_names import SPELLINGS

CAPITALISED = re.compile(rb"[A-Z][A-Za-z\x80-\xff]{4,}")
"""A word of five letters or more, or the end of one that began otherwise, in bytes."""
NAME_BEFORE = re.compile(rb"(?:[A-Z\x80-\xff][^\s]* |-)\Z")
LEAD = 40
"""Bytes before a word in which the one before it begins."""
FEW = 40
"""Words with one beginning of which all pairs may be looked at; news has no more."""
SAME = (
    (r"iy|ii|yi|yy|ij|ei|ey|i|j", "y"),
    (r"ue|ou|oo", "u"),
    (r"oe", "o"),
    (r"ae|aa", "a"),
    (r"kh", "h"),
    (r"q|ck", "k"),
    (r"ph", "f"),
    (r"w", "v"),
    (r"tz|ts", "z"),
    (r"[’'-]", ""),
)
"""What one sound is written as when other scripts are put into Latin letters."""
ENDINGS = ("s", "n", "y", "e", "a", "o", "i")
"""Letters that make a word of a name, or the name of one of another people: “Holms”, “Holmy”."""


def near_words(data: bytes) -> list[tuple[str, str]]:
    """Pairs of capitalised words: one unique, one similar and more frequent."""
    counts = Counter(CAPITALISED.findall(data))
    usual_by_start: dict[bytes, list[bytes]] = defaultdict(list)
    for word, count in counts.items():
        if count > 1:
            usual_by_start[word[:2]].append(word)
    odd = [word for word, count in counts.items() if count == 1 and word[:2] in usual_by_start]
    return [
        (one.decode("utf-8", "replace"), other.decode("utf-8", "replace"))
        for one, other in _pairs(odd, usual_by_start)
        if abs(len(one) - len(other)) < 2 and _shares(one, other)
    ]


def _pairs(odd: list[bytes], usual_by_start: Mapping[bytes, list[bytes]]) -> Iterable[tuple[bytes, bytes]]:
    """Pairs of an odd word and a usual one.

    All pairs of many words would take longer than their text allows; then only words that become the same
    without one letter are paired.
    """
    if len(odd) <= FEW or max(map(len, usual_by_start.values())) <= FEW:
        return ((word, other) for word in odd for other in usual_by_start[word[:2]])
    lacking: dict[bytes, set[bytes]] = defaultdict(set)
    for usual in usual_by_start.values():
        for word in usual:
            for form in _lacking(word):
                lacking[form].add(word)
    return sorted(
        {(word, other) for word in odd for form in _lacking(word) for other in lacking.get(form, ())}
    )


def _lacking(word: bytes) -> Iterator[bytes]:
    """A word, and its forms without one letter after the first two."""
    yield word
    for at in range(2, len(word)):
        yield word[:at] + word[at + 1 :]


def _shares(one: bytes, other: bytes) -> bool:
    """Whether two words may be one typo apart, by their edges."""
    return one[-1] == other[-1] or one[:-2] == other[:-2] or one[:-1] == other or one == other[:-1]


def may_be_family_name(word: str, data: bytes) -> bool:
    """Whether a text may have a full name with this surname.

    In the East Asian order it comes first.
    """
    name = word.encode()
    at = data.find(name)
    while at >= 0 and word not in FAMILIES:
        if NAME_BEFORE.search(data, max(at - LEAD, 0), at):
            return True
        at = data.find(name, at + 1)
    return at >= 0


def slipped(odd: str, usual: str) -> bool:
    """Whether two words differ by one wrong, missing, extra or swapped letter.

    Not so if both are known spellings of one name, write one sound in two ways, or one is the other with an
    ending.
    """
    one, other = _bare(odd), _bare(usual)
    if one == other or _one_name(odd, usual) or _sound(one) == _sound(other):
        return False
    longer, shorter = max(one, other, key=len), min(one, other, key=len)
    if longer[:-1] == shorter:
        return longer[-1] == shorter[-1] and longer[-1] not in ENDINGS
    return _one_edit(one, other)


def _one_edit(one: str, other: str) -> bool:
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    one, other = one[start:], other[start:]
    if len(one) == len(other):
        return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])
    return one[1:] == other or one == other[1:]


def _bare(name: str) -> str:
    """A name in small letters without accents."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()


def _sound(name: str) -> str:
    for expression, letter in SAME:
        name = re.sub(expression, letter, name)
    return name


def _one_name(one: str, other: str) -> bool:
    return bool(_groups().get(one, frozenset()) & _groups().get(other, frozenset()))


@cache
def _groups() -> dict[str, frozenset[str]]:
    """For each spelling of a name, all of them."""
    return dict(_spelled())


def _spelled() -> Iterator[tuple[str, frozenset[str]]]:
    for spellings in SPELLINGS:
        for spelling in spellings:
            yield spelling, frozenset(spellings)
