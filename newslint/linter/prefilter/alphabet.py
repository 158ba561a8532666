"""Texts as automata read them: one byte for each character.

ASCII stays as it is, frequent marks have a byte each, and all other characters of a kind share one. Letters
and digits beyond ASCII become ASCII, so that words begin and end where `regex` sees them begin and end.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable
from functools import cache
from itertools import chain, groupby

import regex

from newslint.core.patterns import pattern

SPACES = "\x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
MARKS = "“”„‟«»‹›‘’‚‛′″`´¨–—―−‐‑‒…•·†‡§¶°©®™№£€¥¢¤±×÷¦¬¡¿\ufffd"
SINGLE = {chr(code): code for code in range(128)} | {one: 128 + n for n, one in enumerate(SPACES + MARKS)}
"""The characters that have a byte of their own."""
LIKE_ASCII = {"\u0130": ord("I"), "\u0131": ord("i"), "\u017f": ord("s"), "\u212a": ord("K")}
"""Letters that `regex` takes for one of ASCII where case does not count."""
KINDS = {
    r"[\p{Lu}\p{Lt}]": ord("Q"),
    r"\d": ord("0"),
    r"\w": ord("_"),
    r"\p{Cc}": 250,
    r"\p{Cf}": 251,
    r"[\u3000-\u30ff\uff00-\uffef]": 252,
    r"\p{So}": 253,
    r"(?s:.)": 254,
}
"""The byte of all other characters, by the first kind they are of; `Q` and `_` are rare in news."""
SAMPLE = (
    range(0x3400),
    range(0x3400, 0xF900, 16),
    range(0xF900, 0x10000),
    range(0x10000, 0x20000, 16),
    range(0x16FE0, 0x17000),  # marks of Chinese
    range(0x20000, sys.maxunicode + 1, 1024),
)
"""All scripts, kinds and properties of characters are in these, a fiftieth of all characters."""
BEYOND_SAMPLE = r"[\u3400-\uf8ff\U00010000-\U0010ffff]|\\[UN]|\\u(?:3[4-9a-fA-F]|[4-9a-eA-E]|[fF][0-8])"
"""An expression that names single characters which are not in the sample."""
UNDEFINED = "\ufffe"


class _Bytes(dict[str, int]):
    """The byte of each character, found out once."""

    def __missing__(self, character: str) -> int:
        byte = next(byte for kind, byte in KINDS.items() if pattern(kind).match(character))
        self[character] = byte
        return byte


_bytes = _Bytes(SINGLE | LIKE_ASCII)
_characters = {byte: character for character, byte in SINGLE.items()}
_encoding = codecs.charmap_build("".join(_characters.get(byte, UNDEFINED) for byte in range(256)))


def encode(text: str) -> bytes:
    """The bytes of a text, as many as it has characters."""
    return codecs.charmap_encode(text, _encode_kinds.__name__, _encoding)[0]


def _encode_kinds(error: UnicodeError) -> tuple[bytes, int]:
    """What `encode` writes for characters without a byte of their own."""
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101 - no other is raised when text is encoded
    return bytes(map(_bytes.__getitem__, error.object[error.start : error.end])), error.end


codecs.register_error(_encode_kinds.__name__, _encode_kinds)


@cache
def byte_class(character: str) -> str:
    """The bytes of all characters that an expression matches, as a class."""
    literal = character.removeprefix("(?i:").removesuffix(")") if len(character) == 6 else character
    if len(literal) == 1 and literal.lower() == literal.upper():
        return f"[{_escape(_bytes[literal])}]"
    every, every_byte = _all() if regex.search(BEYOND_SAMPLE, character) else _sample()
    found = regex.finditer(f"(?:{character})+", every)
    matched = sorted({byte for run in found for byte in set(every_byte[run.start() : run.end()])})
    ranges = groupby(enumerate(matched), key=lambda pair: pair[1] - pair[0])
    return f"[{''.join(_range([byte for _, byte in group]) for _, group in ranges)}]"


def _range(span: list[int]) -> str:
    first, last = _escape(span[0]), _escape(span[-1])
    return f"{first}-{last}" if len(span) > 1 else first


def _escape(byte: int) -> str:
    letter = chr(byte)
    return letter if letter.isascii() and letter.isalnum() else f"\\x{byte:02x}"


@cache
def _all() -> tuple[str, bytes]:
    """Every character, and its byte."""
    return _with_bytes(range(sys.maxunicode + 1))


@cache
def _sample() -> tuple[str, bytes]:
    """The characters of the sample, and the byte of each."""
    return _with_bytes(chain.from_iterable(SAMPLE))


def _with_bytes(codes: Iterable[int]) -> tuple[str, bytes]:
    """Some characters, and the byte of each."""
    characters = "".join(map(chr, codes))
    table = bytearray(len(characters))
    for kind, byte in reversed(KINDS.items()):
        for run in regex.finditer(f"(?:{kind})+", characters):
            table[run.start() : run.end()] = bytes([byte]) * len(run[0])
    for character, byte in (SINGLE | LIKE_ASCII).items():
        table[characters.index(character)] = byte
    return characters, bytes(table)
