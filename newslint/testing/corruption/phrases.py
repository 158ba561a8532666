"""Damage to phrases from tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import msgspec
import regex

from newslint.core.patterns import pattern
from newslint.testing.corruption.kind import DamagedArticle, DamageKind, Wound
from newslint.text.letter_case import in_case_of

OURS = Path(__file__).with_name("phrases.toml")


class BadDamageTable(ValueError):
    """A table of swaps is invalid; the message says where."""


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The swaps of one kind: pairs of clean and damaged phrases.

    `repeated` is how often an article must use the clean phrase for a swap, so that the exception is evident.
    """

    rules: tuple[str, ...]
    swaps: tuple[tuple[str, str], ...]
    repeated: int = 1
    sure: bool = False
    exact: bool = False


def kinds(file: Path = OURS) -> tuple[DamageKind, ...]:
    """The kinds of damage in a TOML file, one per table.

    Raises:
        BadDamageTable: the file is not such a table.
        OSError: it cannot be read.

    """
    try:
        tables = msgspec.toml.decode(file.read_bytes(), type=Mapping[str, Table])
    except msgspec.DecodeError as error:
        raise BadDamageTable(f"{file}: {error}") from None
    return tuple(_kind(name, table) for name, table in tables.items())


def _kind(name: str, table: Table) -> DamageKind:
    def places(article: DamagedArticle, chance: Random) -> Iterator[Wound]:
        for clean, damaged in chance.sample(table.swaps, len(table.swaps)):
            found = list(_all(article, clean))
            if len(found) >= table.repeated:
                for line, match in found:
                    if not article.is_quoted(line, *match.span()):
                        yield Wound(line, *match.span(), in_case_of(match[0], damaged))

    return DamageKind(name, table.rules, places, table.sure, table.exact)


def _all(article: DamagedArticle, words: str) -> Iterator[tuple[int, regex.Match[str]]]:
    first = f"[{words[0].upper()}{words[0]}]"
    wanted = pattern(rf"(?<![\w-]){first}{regex.escape(words[1:])}(?![\w-])")
    if words[1:] in article.text:
        for line in article.paragraphs:
            for match in wanted.finditer(article.lines[line]):
                yield line, match
