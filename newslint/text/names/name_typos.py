"""A quick search for capitalised words that are spellings of one name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from newslint.core.patterns import REMEMBERED
from newslint.lexicon.spelled_names import SPELLINGS
from newslint.text.encoded_text import decode

FEW = 40
"""Words with the same beginning of which all pairs are compared; news has no more."""
MOST_ODD = 2
"""Occurrences of a spelling that may still be a slip."""
SILENT = b"aeiouyhAEIOUYH-" + bytes(range(128, 256))
CONSONANTS = bytes.maketrans(b"CcQqKkZzSsVvWwFfPp", b"kkkkkkssssffffffpp")
DOUBLED = re.compile(rb"([^ ])\1+")
SAME = tuple(
    (re.compile(expression), letter)
    for expression, letter in (
        (r"[’'-]", ""),
        (r"^mac", "mc"),
        (r"^y(?=e)", ""),
        (r"iy|ii|yi|yy|ij|ei|ey|i|j", "y"),
        (r"ue|ou|oo", "u"),
        (r"oe", "o"),
        (r"ae|aa", "a"),
        (r"t?s?ch", "sh"),
        (r"kh", "h"),
        (r"q|ck|c(?!h)", "k"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"(?:v|ff)$", "f"),
        (r"tz|ts", "z"),
        (r"(?<=[a-z]{3})(?:h|e)$", ""),
        (r"(.)\1", r"\1"),
    )
)
"""Variant spellings of a sound in transliterated names."""
ENDINGS = ("s", "n", "y", "e", "a", "o", "i")
"""Letters that turn a name into a plural or a variant: “Holms”, “Holmy”."""


def near_words(counts: Mapping[bytes, int]) -> Sequence[tuple[str, str]]:
    """Pairs of a rare capitalised word and a similar, more frequent one."""
    pairs = {
        (one, other)
        for one, other in (*_same_consonants(counts), *_same_beginnings(counts))
        if counts[one] <= MOST_ODD and counts[one] <= counts[other]
    }
    return [(decode(one), decode(other)) for one, other in sorted(pairs)]


def _same_consonants(counts: Mapping[bytes, int]) -> Iterator[tuple[bytes, bytes]]:
    """Pairs of words that differ only by vowels, silent or doubled letters."""
    joined = b" ".join(counts)
    if not joined.isascii():
        joined = b" ".join(_plain(word) for word in counts)
    heard = joined.replace(b"Sch", b"S").replace(b"sch", b"s").replace(b"Kh", b"H").replace(b"kh", b"h")
    skeletons = heard.translate(CONSONANTS, SILENT).lower()
    keys = DOUBLED.sub(rb"\1", skeletons).split(b" ")
    shared = {key for key, count in Counter(keys).items() if count > 1}
    groups: dict[bytes, list[bytes]] = defaultdict(list)
    for word, skeleton, key in zip(counts, skeletons.split(b" "), keys, strict=bool(counts)):
        if key in shared and len(skeleton) > 1:
            groups[key].append(word)
    for words in groups.values():
        if 1 < len(words) <= FEW:
            yield from ((one, other) for one in words for other in words if one != other)


def _plain(word: bytes) -> bytes:
    return word if word.isascii() else without_accents(decode(word)).encode()


def _same_beginnings(counts: Mapping[bytes, int]) -> Iterator[tuple[bytes, bytes]]:
    usual_by_start: dict[bytes, list[bytes]] = defaultdict(list)
    for word, count in counts.items():
        if count > 1:
            usual_by_start[word[:2]].append(word)
    odd = [word for word, count in counts.items() if count == 1 and word[:2] in usual_by_start]
    return (
        (one, other)
        for one, other in _pairs(odd, usual_by_start)
        if abs(len(one) - len(other)) < 2 and _shares(one, other)
    )


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
            for form in _drop_each_letter(word):
                lacking[form].add(word)
    return sorted(
        {(word, other) for word in odd for form in _drop_each_letter(word) for other in lacking.get(form, ())}
    )


def _drop_each_letter(word: bytes) -> Iterator[bytes]:
    """A word, and its forms without one letter after the first two."""
    yield word
    for at in range(2, len(word)):
        yield word[:at] + word[at + 1 :]


def _shares(one: bytes, other: bytes) -> bool:
    """Whether two words may be one typo apart, by their edges."""
    return one[-1] == other[-1] or one[:-2] == other[:-2] or one[:-1] == other or one == other[:-1]


@lru_cache(REMEMBERED)
def differ_by_typo(odd: str, usual: str) -> bool:
    """Whether words differ by one typo, or spell one sound differently.

    Not so if both are known spellings of one name, or one is the other with an ending.
    """
    one, other = without_accents(odd), without_accents(usual)
    if odd == usual or _are_variants(odd, usual):
        return False
    if same_sound(odd, usual):
        return True
    longer, shorter = max(one, other, key=len), min(one, other, key=len)
    if len(shorter) < 5:
        return False
    if (
        one[0] == other[0]
        and one[-1] == other[-1]
        and len(longer) - len(shorter) < 2
        and _has_same_consonants(one, other)
    ):
        return True
    if longer[:-1] == shorter:
        return longer[-1] == shorter[-1] and longer[-1] not in ENDINGS
    return _one_edit(one, other)


@lru_cache(REMEMBERED)
def same_sound(one: str, other: str) -> bool:
    """Whether two spellings sound alike: “Khalid” and “Halid”, “Sara” and “Sarah”."""
    plain, usual = without_accents(one), without_accents(other)
    if plain == usual:
        return True
    longer, shorter = max(plain, usual, key=len), min(plain, usual, key=len)
    added = longer.removeprefix(shorter)
    if added == "s" or (added in ("y", "i") and shorter[-1] not in "yi"):
        return False
    return _sound(plain) == _sound(usual)


def _has_same_consonants(one: str, other: str) -> bool:
    """Whether long names differ by vowels only."""
    kept = [re.sub("[aeiouyh]", "", name) for name in (one, other)]
    return kept[0] == kept[1] and len(kept[0]) > 3


def _one_edit(one: str, other: str) -> bool:
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    one, other = one[start:], other[start:]
    if len(one) == len(other):
        return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])
    return one[1:] == other or one == other[1:]


def without_accents(name: str) -> str:
    """A name in small letters without accents."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()


def _sound(name: str) -> str:
    for expression, letter in SAME:
        name = expression.sub(letter, name)
    return name


def _are_variants(one: str, other: str) -> bool:
    return bool(_groups().get(one, frozenset()) & _groups().get(other, frozenset()))


@cache
def _groups() -> dict[str, frozenset[str]]:
    """For each spelling of a name, all of them."""
    return dict(_spellings())


def _spellings() -> Iterator[tuple[str, frozenset[str]]]:
    for spellings in SPELLINGS:
        for spelling in spellings:
            yield spelling, frozenset(spellings)
