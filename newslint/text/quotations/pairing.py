"""The quotation marks of one paragraph, paired."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field

from newslint.text.quotations.marks import Mark, Turn

SURE = 2
"""The firmness of a single mark that cannot be an apostrophe."""


class Pair(Struct, frozen=True):
    """Two marks and what is between them."""

    opening: Mark
    closing: Mark


class PairedMarks(Struct):
    """The result for the marks of one paragraph."""

    marks: tuple[Mark, ...]
    pairs: list[Pair] = field(default_factory=list)
    unclosed: list[Mark] = field(default_factory=list)
    unopened: list[Mark] = field(default_factory=list)
    cut: dict[Mark, Mark] = field(default_factory=dict)
    """Of those never closed, the ones inside another quotation, each with the mark that closes that."""

    quoting: Mapping[bool, Sequence[Mark]] = field(default_factory=dict)
    """The double (True) and single marks that are no apostrophes, in order."""


def pair_marks(marks: Sequence[Mark], *, outer_double: bool = True) -> PairedMarks:
    """Pair the marks of a paragraph, the last opened first.

    `outer_double` says whether double marks enclose single ones, as in “He said ‘no’”.
    """
    return _Pairing(marks, outer_double=outer_double).run()


def join_interrupted(paired: PairedMarks, reopens: Callable[[Mark, Mark], bool]) -> PairedMarks:
    """Join interrupted quotations.

    A quotation that opens again before it closes is one from its first mark. `reopens` says whether a mark
    left open may be continued by the double mark after it.
    """
    left, openings = set(paired.unclosed), {pair.opening for pair in paired.pairs}
    first: dict[Mark, Mark] = {}
    again = set[Mark]()
    for mark, following in pairwise(mark for mark in paired.marks if mark.double):
        again_open = following.glyph == mark.glyph and (following in left or following in openings)
        if mark in left and again_open and reopens(mark, following):
            first[following] = first.get(mark, mark)
            again.add(mark)
    never_closed = {first[mark] for mark in left - again if mark in first}
    return PairedMarks(
        paired.marks,
        [Pair(first.get(pair.opening, pair.opening), pair.closing) for pair in paired.pairs],
        [m for m in paired.unclosed if m in never_closed or not (m in again or m in first)],
        paired.unopened,
        paired.cut,
        paired.quoting,
    )


class _Pairing:
    """Reads marks from left to right, open ones on a stack.

    An outer mark closes the nearest open outer one and whatever was opened within it; an inner mark only
    closes an inner one after which nothing was opened. A single mark that fits nothing was an apostrophe.
    """

    def __init__(self, marks: Sequence[Mark], *, outer_double: bool) -> None:
        self.marks = marks
        self.outer_double = outer_double
        self.stack: list[Mark] = []
        self.open = {True: 0, False: 0}
        self.result = PairedMarks(tuple(marks))
        self.ends: dict[Mark, Mark] = {}
        self.spaced_ahead = _spaced_ahead(marks)
        self.ahead = _firmness_ahead(marks, outer_double=outer_double)

    def run(self) -> PairedMarks:
        for number, mark in enumerate(self.marks):
            if self.opens(number, mark):
                self.stack.append(mark)
                self.open[mark.double] += 1
            elif mark.double or _may_close(mark):
                self.close(number, mark)
        for mark in self.stack:
            self.leave_open(mark)
        self.put_in_order()
        return self.result

    def put_in_order(self) -> None:
        found = self.result
        found.pairs.sort(key=lambda pair: pair.opening.at)
        found.unclosed.sort(key=lambda mark: mark.at)
        found.unopened.sort(key=lambda mark: mark.at)
        paired = {mark for pair in found.pairs for mark in (pair.opening, pair.closing)}
        used = paired.union(found.unclosed, found.unopened)
        found.quoting = {
            double: [mark for mark in self.marks if mark.double is double and mark in used]
            for double in (True, False)
        }

    def opens(self, number: int, mark: Mark) -> bool:
        """Whether a mark opens, here where something may be open already."""
        if not mark.double:
            return self.single_opens(number, mark)
        return self.double_opens_again(mark) if self.open[True] else self.double_opens(mark)

    def single_opens(self, number: int, mark: Mark) -> bool:
        """Whether a single mark opens a quotation; doubtful ones need a partner."""
        if mark.shape is Turn.CLOSING or (mark.doubtful and mark.face is Turn.OPENING):
            return mark.face is Turn.OPENING and not self.open[False] and self.ahead[number] > 0
        if mark.shape is mark.face is Turn.NEITHER:
            return not self.open[False] and self.spaced_ahead[number]
        return mark.turn is Turn.OPENING and mark.face is not Turn.CLOSING

    def double_opens(self, mark: Mark) -> bool:
        """Whether a double mark opens where none is open."""
        if mark.shape is Turn.CLOSING:
            return mark.face is Turn.OPENING
        closes = mark.turn is Turn.CLOSING or (mark.face is Turn.CLOSING and self.stack)
        return not closes and not mark.doubtful

    def double_opens_again(self, mark: Mark) -> bool:
        """Whether a double mark opens where one is open."""
        if mark.shape is not Turn.OPENING or mark.has_attribution:
            return mark.turn is Turn.OPENING and not mark.has_attribution
        low = self.stack[-1].glyph == "„" and mark.glyph != "„"
        return mark.face is not Turn.CLOSING and not (low and mark.face is Turn.NEITHER)

    def close(self, number: int, mark: Mark) -> None:
        """Let a mark close a quotation, or leave it without a partner."""
        outer, top = mark.double is self.outer_double, self.stack[-1] if self.stack else None
        if self.open[mark.double] and (outer or (top and top.double is mark.double)):
            if not mark.double and mark.firmness < self.ahead[number]:
                return
            self.cut_off(mark)
            self.pair_with(mark)
        elif top and top.double is not mark.double:
            self.close_other(number, mark, top)
        elif mark.double:
            if not self.is_inch_sign(mark):
                self.result.unopened.append(mark)
        elif mark.firmness and not self.outer_double:
            self.result.unopened.append(mark)

    def close_other(self, number: int, mark: Mark, top: Mark) -> None:
        """Judge a mark where only one of the other kind is open."""
        outer_open = top.double is self.outer_double
        if mark.double and not (outer_open and self.ahead[number] == SURE):
            if top.shape is Turn.OPENING or outer_open:
                self.pair_with(mark)
            elif not self.is_inch_sign(mark):
                self.result.unopened.append(mark)
        elif mark.double:
            self.result.unopened.append(mark)
        elif mark.after_stop or mark.firmness == SURE:
            self.ends.setdefault(top, mark)

    def cut_off(self, mark: Mark) -> None:
        """Give up what was opened within the quotation that ends."""
        while self.stack[-1].double is not mark.double:
            inner = self.stack.pop()
            self.open[inner.double] -= 1
            if inner.double or inner.announced:
                self.result.unclosed.append(inner)
                self.result.cut[inner] = mark

    def pair_with(self, mark: Mark) -> None:
        opening = self.stack.pop()
        self.open[opening.double] -= 1
        self.result.pairs.append(Pair(opening, mark))

    def is_inch_sign(self, mark: Mark) -> bool:
        """Whether this mark, or the last closing one, is an inch sign."""
        if mark.doubtful:
            return True
        last = self.result.pairs[-1] if self.result.pairs else None
        if last and last.closing.double and last.closing.doubtful:
            self.result.pairs[-1] = Pair(last.opening, mark)
            return True
        return False

    def leave_open(self, mark: Mark) -> None:
        if mark.double and Turn.CLOSING in (mark.shape, mark.face):
            self.result.unopened.append(mark)
        elif mark in self.ends:
            self.result.pairs.append(Pair(mark, self.ends[mark]))
        elif mark.double or (mark.surely_opens and not self.outer_double):
            self.result.unclosed.append(mark)


def _may_close(mark: Mark) -> bool:
    """Whether a single mark may close a quotation."""
    return mark.face is Turn.CLOSING or (mark.shape is not Turn.OPENING and mark.face is Turn.NEITHER)


def _spaced_ahead(marks: Sequence[Mark]) -> list[bool]:
    """For each mark, whether the next single one is between spaces."""
    ahead, answers = False, []
    for mark in reversed(marks):
        answers.append(ahead)
        if not mark.double:
            ahead = mark.shape is mark.face is Turn.NEITHER
    return answers[::-1]


def _firmness_ahead(marks: Sequence[Mark], *, outer_double: bool) -> list[int]:
    """For each mark, the highest firmness of single marks before one opens.

    Where double marks enclose, no double mark may come before them either.
    """
    ahead, answers = 0, []
    for mark in reversed(marks):
        answers.append(ahead)
        if mark.double:
            ahead = 0 if outer_double else ahead
        elif mark.turn is Turn.OPENING:
            ahead = 0
        else:
            ahead = max(ahead, mark.firmness)
    return answers[::-1]
