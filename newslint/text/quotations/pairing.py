"""The quotation marks of one paragraph, paired."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newslint.text.quotations.marks import Mark, Turn


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks and what is between them."""

    opening: Mark
    closing: Mark


@dataclass(slots=True)
class Paired:
    """The result for the marks of one paragraph."""

    marks: tuple[Mark, ...]
    pairs: list[Pair] = field(default_factory=list)
    unclosed: list[Mark] = field(default_factory=list)
    unopened: list[Mark] = field(default_factory=list)


def pair_marks(marks: Sequence[Mark]) -> Paired:
    """Pair the marks of a paragraph, the last opened first."""
    return _Pairing(marks).run()


def run_on(paired: Paired, reopens: Callable[[Mark, Mark], bool]) -> Paired:
    """The same pairs, with interrupted quotations joined.

    A quotation that opens again before it closes is one from its first mark. `reopens` says whether a mark
    left open may be continued by the double mark after it.
    """
    left, openings = set(paired.unclosed), {pair.opening for pair in paired.pairs}
    first: dict[Mark, Mark] = {}
    again = set[Mark]()
    for mark, following in pairwise(mark for mark in paired.marks if mark.double):
        if mark in left and (following in left or following in openings) and reopens(mark, following):
            first[following] = first.get(mark, mark)
            again.add(mark)
    never_closed = {first[mark] for mark in left - again if mark in first}
    return Paired(
        paired.marks,
        [Pair(first.get(pair.opening, pair.opening), pair.closing) for pair in paired.pairs],
        [m for m in paired.unclosed if m in never_closed or not (m in again or m in first)],
        paired.unopened,
    )


class _Pairing:
    """Reads marks from left to right, open ones on a stack.

    A double mark closes the nearest open double one; single marks opened within it and still open were
    apostrophes. A single mark only closes a single one after which nothing was opened.
    """

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        self.stack: list[Mark] = []
        self.doubles = 0
        self.result = Paired(tuple(marks))
        self.single_ends: dict[Mark, Mark] = {}
        self.firm_closing = _next_firm_closing(marks)

    def run(self) -> Paired:
        for number, mark in enumerate(self.marks):
            if mark.double:
                self.double(mark)
            else:
                self.single(number, mark)
        for mark in self.stack:
            self.left_open(mark)
        self.result.pairs.sort(key=lambda pair: pair.opening.at)
        self.result.unopened.sort(key=lambda mark: mark.at)
        return self.result

    def double(self, mark: Mark) -> None:
        if self.opens(mark):
            self.stack.append(mark)
            self.doubles += 1
        elif self.doubles:
            while not self.stack[-1].double:
                self.stack.pop()
            self.doubles -= 1
            self.close(mark)
        elif self.stack and self.stack[-1].shape is Turn.OPENING:
            self.close(mark)
        elif not self.measured(mark):
            self.result.unopened.append(mark)

    def opens(self, mark: Mark) -> bool:
        """Whether a double mark opens, here where something may be open already."""
        if not self.doubles:
            if mark.shape is Turn.CLOSING:
                return mark.face is Turn.OPENING
            return mark.turn is not Turn.CLOSING and not mark.doubtful
        if mark.narrated:
            return False
        if mark.shape is Turn.OPENING:
            low = self.stack[-1].glyph == "„" and mark.glyph != "„"
            return mark.face is not Turn.CLOSING and not (low and mark.face is Turn.NEITHER)
        return mark.shape is Turn.NEITHER and mark.face is Turn.OPENING

    def measured(self, mark: Mark) -> bool:
        """Whether this mark, or the last closing one, is an inch sign."""
        if mark.doubtful:
            return True
        last = self.result.pairs[-1] if self.result.pairs else None
        if last and last.closing.double and last.closing.doubtful:
            self.result.pairs[-1] = Pair(last.opening, mark)
            return True
        return False

    def single(self, number: int, mark: Mark) -> None:
        open_single = bool(self.stack) and not self.stack[-1].double
        if mark.turn is Turn.OPENING and not (open_single and mark.face is Turn.CLOSING):
            if mark.face is not Turn.CLOSING:
                self.stack.append(mark)
        elif mark.face is Turn.CLOSING or (mark.shape is Turn.CLOSING and mark.face is Turn.NEITHER):
            if open_single and not (mark.doubtful and self.firm_closing[number]):
                self.close(mark)
            elif self.stack and mark.after_stop:
                self.single_ends.setdefault(self.stack[-1], mark)

    def close(self, mark: Mark) -> None:
        self.result.pairs.append(Pair(self.stack.pop(), mark))

    def left_open(self, mark: Mark) -> None:
        if mark.double and Turn.CLOSING in (mark.shape, mark.face):
            self.result.unopened.append(mark)
        elif mark in self.single_ends:
            self.result.pairs.append(Pair(mark, self.single_ends[mark]))
        elif mark.double or mark.shape is Turn.OPENING:
            self.result.unclosed.append(mark)


def _next_firm_closing(marks: Sequence[Mark]) -> list[bool]:
    """For each mark, whether a certain closing single mark follows first."""
    ahead, answers = False, []
    for mark in reversed(marks):
        answers.append(ahead)
        if mark.double or mark.turn is Turn.OPENING:
            ahead = False
        elif mark.face is Turn.CLOSING and not mark.doubtful:
            ahead = True
    return answers[::-1]
