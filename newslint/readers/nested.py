"""Text inside text: the value of a string, with its way back to the file that writes it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from newslint.model import Range
from newslint.view import Grip, Part, Piece, Spelling


def carried(inner: Iterable[Part], outer: Part) -> Iterator[Part]:
    """Parts that were read in the text of `outer`, as parts of the file that holds it.

    A piece can be replaced where the inner text and the file both allow it; new text is written as
    the inner format demands, and that as the file does. Parts take the name of `outer`.
    """
    for part in inner:
        pieces = tuple(carried for piece in part.pieces for carried in _pieces(piece, outer))
        yield replace(part, pieces=pieces, name=outer.name)


def _pieces(piece: Piece, outer: Part) -> Iterator[Piece]:
    shown = Range(piece.span.start, piece.span.end)
    around = list(_around(shown, outer))
    if piece.grip is Grip.VERBATIM:
        for holder, at in around:
            within = Range(max(shown.start, at), min(shown.end, at + len(holder.text)))
            part_of_escape = holder.grip is Grip.ESCAPED and within.of(outer.text) != holder.text
            grip = Grip.FIXED if part_of_escape else holder.grip
            yield Piece(within.of(outer.text), outer.span(within), grip, _both(piece.spell, holder.spell))
    else:
        loose = piece.grip is Grip.ESCAPED and all(holder.grip is not Grip.FIXED for holder, _ in around)
        spell = _both(piece.spell, around[0][0].spell)
        yield Piece(piece.text, outer.span(shown), Grip.ESCAPED if loose else Grip.FIXED, spell)


def _around(shown: Range, outer: Part) -> Iterator[tuple[Piece, int]]:
    """The pieces that show a range of the outer text, each with where it begins there."""
    number = max(bisect_right(outer.starts, shown.start) - 1, 0)
    while number < len(outer.pieces) and outer.starts[number] < shown.end:
        yield outer.pieces[number], outer.starts[number]
        number += 1


@lru_cache(maxsize=64)
def _both(inner: Spelling, outer: Spelling) -> Spelling:
    """New text as the inner format writes it, written as the outer one does."""

    def spelled(text: str) -> str | None:
        written = inner(text)
        return None if written is None else outer(written)

    return spelled
