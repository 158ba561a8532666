"""Writes the file that `newslint.text.word_choice.news_words` reads."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np

from newslint.text.word_choice.archive_words import WordRelation
from newslint.text.word_choice.news_words import GRAMMAR, MAGIC, SECTIONS, STEPS
from newslint.text.word_choice.ngrams import BUCKET, pack

ROOM = 1.3
"""Slots of the table of triples for each of them."""

Numbers = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True)
class Counts:
    """Forms by frequency, and their sequences by the numbers of their forms.

    `seconds` are content words with one word of grammar between.
    """

    forms: Sequence[str]
    often: Sequence[int]
    pairs: tuple[Numbers, Numbers, Numbers]
    seconds: tuple[Numbers, Numbers]
    company: tuple[Numbers, Numbers]
    """Content words that are often near each other, each pair once."""
    triples: Sequence[tuple[str, int]]
    """Words joined by spaces, the most frequent first."""
    size: int


def pack_words(
    counts: Counts,
    near: Mapping[str, Mapping[str, WordRelation]],
    about: Mapping[str, object],
) -> bytes:
    """The bytes of the file, the same for the same counts."""
    forms = [*counts.forms, *sorted(near.keys() - set(counts.forms))]
    sections = {
        **_form_sections(forms, counts.often),
        **_near_sections(forms, near),
        **_pair_sections(counts),
        "triples": pack(counts.triples, int(len(counts.triples) * ROOM) // BUCKET * BUCKET).slots,
    }
    body, table = b"", []
    for name, kind in SECTIONS.items():
        data = np.asarray(sections[name]).astype({"I": "<u4", "H": "<u2", "B": "u1"}[kind]).tobytes()
        table.append((name, len(body), len(data)))
        body += data + bytes(-len(data) % 4)
    header = json.dumps(
        {
            "size": counts.size,
            "about": dict(about),
            "sections": table,
        }
    ).encode()
    header += b" " * (-(len(MAGIC) + len(header) + 1) % 4) + b"\n"  # sections begin at multiples of four
    return MAGIC + header + body


def _form_sections(forms: Sequence[str], often: Sequence[int]) -> dict[str, object]:
    lines = [form.encode() + b"\n" for form in forms]
    index = np.zeros(2 * len(forms) + 1, np.uint32)
    for number, line in enumerate(lines, 1):
        at = crc32(line) % len(index)
        while index[at]:
            at = (at + 1) % len(index)
        index[at] = number
    places = np.cumsum([0, *map(len, lines[:-1])])
    return {
        "index": index,
        "places": places,
        "letters": np.frombuffer(b"".join(lines), np.uint8),
        "counts": often,
    }


def _near_sections(forms: Sequence[str], near: Mapping[str, Mapping[str, WordRelation]]) -> dict[str, object]:
    numbers = {form: number for number, form in enumerate(forms)}
    rows = [near.get(form, {}) for form in forms]
    return {
        "near starts": np.cumsum([0, *map(len, rows)]),
        "near": [numbers[other] for row in rows for other in row],
        "kin": [int(kin) for row in rows for kin in row.values()],
    }


def _pair_sections(counts: Counts) -> dict[str, object]:
    one, other, often = counts.pairs
    order = np.lexsort((other, one))
    content = (one >= GRAMMAR) & (other >= GRAMMAR)
    size = len(counts.forms)
    return {
        **_rows("follower", one, other, size),
        "follower counts": np.minimum(255, np.round(np.log2(often[order]) * STEPS)),
        **_rows("leader", other[content], one[content], size),
        **_rows("second", *counts.seconds, size),
        **_rows("second leader", *counts.seconds[::-1], size),
        **_rows("company", *map(np.concatenate, (counts.company, counts.company[::-1])), size),
    }


def _rows(name: str, keys: Numbers, values: Numbers, size: int) -> dict[str, object]:
    """The values of each key in ascending order, and where each row begins."""
    order = np.lexsort((values, keys))
    return {
        f"{name} starts": np.searchsorted(keys[order], np.arange(size + 1)),
        f"{name}s": values[order],
    }
