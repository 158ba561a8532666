"""Quotation marks of a whole article, paired."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from newslint.core.positions import Place, Range
from newslint.text.quotations.marks import Mark, Turn, read_marks
from newslint.text.quotations.outer_style import blocks_in_single_marks
from newslint.text.quotations.pairing import Pair, PairedMarks, join_interrupted, pair_marks
from newslint.text.quotations.simple_quotes import orderly_pairs
from newslint.text.quotations.speech_ends import (
    Ending,
    ends_inside,
    ends_sentence,
    nested_end,
    reopens,
    speaks_for_itself,
    speech_end,
)
from newslint.text.quotations.speech_starts import Beginning, is_announced, speech_start

FARTHEST_CLOSING = 12
"""Paragraphs after which a quotation may close that does not reopen in each."""

FOREIGN_CLOSING = "»"
LONGEST_PARAGRAPH = 300
"""Code points; longer text may be several paragraphs that lost their breaks."""


class Quotation(Struct, frozen=True):
    """A quotation: its marks and what is between them.

    `closing` is None when no mark closes it; then `closes_at` is the empty place for one, or None if that is
    unclear. `inner` has one place a block, marks excluded. `depth` is 0 for a quotation in no other.
    `resumed` are the marks that open it again in later paragraphs. It is `sure` when its marks are placed as
    usual and its paragraph leaves no doubt: all others are paired there, and the place of a missing one is
    certain.
    """

    opening: Place
    closing: Place | None
    closes_at: Place | None
    inner: tuple[Place, ...]
    depth: int = 0
    resumed: tuple[Place, ...] = ()
    sure: bool = True

    @property
    def last_opening(self) -> Place:
        """The opening mark in the last of its paragraphs that has one."""
        return self.resumed[-1] if self.resumed else self.opening


class Quotes(Struct, frozen=True, dict=True):
    """All quotations of an article, and closing marks that nothing opened."""

    irregular: tuple[Quotation, ...] = ()
    """Quotations in paragraphs with any irregular mark."""
    unopened: tuple[Place, ...] = ()
    openings: Mapping[Place, Beginning] = field(default_factory=dict)
    """Where the quotations begin that the unopened marks close, as far as that is known."""
    orderly: Mapping[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Offsets of opening and closing marks in all other paragraphs, by block index."""

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations in order."""
        regular = [_regular(block, *pair) for block, pairs in self.orderly.items() for pair in pairs]
        return tuple(_with_depth([*self.irregular, *regular]))

    def in_block(self, block: int) -> Iterator[Quotation]:
        """The quotations that open in a block, in order."""
        yield from self._irregular_by_block.get(block, ())
        for pair in self.orderly.get(block, ()):
            yield _regular(block, *pair)

    @cached_property
    def _irregular_by_block(self) -> dict[int, list[Quotation]]:
        found: dict[int, list[Quotation]] = {}
        for quotation in self.irregular:
            found.setdefault(quotation.opening.block, []).append(quotation)
        return found

    @property
    def unclosed_quotations(self) -> tuple[Quotation, ...]:
        """Quotations without a closing mark."""
        return tuple(q for q in self.irregular if q.closing is None)

    def touches(self, block: int, at: Range) -> bool:
        """Whether any part of a range is between quotation marks."""
        stretches = self._stretches.get(block, [])
        empty = at.start == at.end
        found = bisect_right(stretches, at.end if empty else at.end - 1, key=lambda s: s.start) - 1
        if found < 0:
            return False
        return stretches[found].end >= at.start if empty else stretches[found].end > at.start

    def whole(self, block: int) -> bool:
        """Whether every mark of a block is paired."""
        return block not in self._unpaired_blocks

    @cached_property
    def _unpaired_blocks(self) -> frozenset[int]:
        return frozenset(
            place.block for place in (*self.unopened, *(q.last_opening for q in self.unclosed_quotations))
        )

    @cached_property
    def _stretches(self) -> dict[int, list[Range]]:
        """The quoted ranges of each block, separate and in order."""
        stretches: dict[int, list[Range]] = {}
        for place in sorted(place for quotation in self.quotations for place in quotation.inner):
            within = stretches.setdefault(place.block, [])
            if within and place.at.start <= within[-1].end:
                within[-1] = Range(within[-1].start, max(within[-1].end, place.at.end))
            else:
                within.append(place.at)
        return stretches


def pair_quotes(texts: Sequence[str], *, continued: bool = True) -> Quotes:
    """Pair the marks of all blocks; empty texts are gaps."""
    return _Article(texts, continued=continued).quotes()


class _Speech(Struct):
    """A quotation of several paragraphs: its opening marks and its last mark."""

    openings: list[tuple[int, Mark]]
    closing: tuple[int, Mark] | None = None
    is_interrupted: bool = False
    """Whether a paragraph without quotation marks came in between."""

    @property
    def is_multi_paragraph(self) -> bool:
        """Whether it has opening marks in several paragraphs."""
        return self.closing is not None or len(self.openings) > 1


class _Article:
    """Pairs each paragraph by itself and joins quotations that run over several."""

    def __init__(self, texts: Sequence[str], *, continued: bool) -> None:
        self.texts, self.continued = texts, continued
        self.blocks = [block for block, text in enumerate(texts) if text]
        self.order = {block: order for order, block in enumerate(self.blocks)}
        self.single = blocks_in_single_marks(texts)
        self.orderly = orderly_pairs(texts)
        for block in self.single:
            self.orderly.pop(block, None)
        self.read: dict[int, PairedMarks] = {}
        self.speeches = (
            [speech for speech in self._speeches() if speech.is_multi_paragraph] if continued else []
        )
        self.joined = {
            end for speech in self.speeches for end in (*speech.openings, speech.closing) if end is not None
        }

    def quotes(self) -> Quotes:
        """Everything quoted, in order."""
        found = [self._across(speech) for speech in self.speeches]
        unopened: list[Place] = []
        openings: dict[Place, Beginning] = {}
        spoken = {block for block, _ in self.joined}
        for block in self.blocks:
            if block in self.orderly and block not in spoken:
                continue
            paired = self.pair_block(block)
            lost = [mark for mark in paired.unopened if (block, mark) not in self.joined]
            left = [mark for mark in paired.unclosed if (block, mark) not in self.joined]
            pairs = [pair for pair in paired.pairs if (block, pair.opening) not in self.joined]
            unopened += [Place(block, mark.at) for mark in lost]
            for mark in lost:
                beginning = self._beginning(block, mark, sure=len(lost) + len(left) == 1)
                if beginning:
                    openings[Place(block, mark.at)] = beginning
            found += [self._pair(block, pair, sure=not lost and not left) for pair in pairs]
            found += [self._unclosed_quotation(block, mark, sure=len(lost) + len(left) == 1) for mark in left]
        regular = {block: pairs for block, pairs in self.orderly.items() if pairs and block not in spoken}
        return Quotes(tuple(_with_depth(found)), tuple(unopened), openings, regular)

    def pair_block(self, block: int) -> PairedMarks:
        """The marks of a block, which may be several paragraphs run together."""
        if block not in self.read:
            text = self.texts[block]
            paired = pair_marks(tuple(read_marks(text)), outer_double=block not in self.single)
            if self.continued and paired.unclosed and len(text) > LONGEST_PARAGRAPH:
                paired = join_interrupted(
                    paired, lambda mark, following: reopens(text, mark.at, following.at)
                )
            self.read[block] = paired
        return self.read[block]

    def _speeches(self) -> Iterator[_Speech]:
        """The marks left open at paragraph ends, with what continues them."""
        speech: _Speech | None = None
        for block in self.blocks:
            if speech is None and block in self.orderly:
                continue
            paired = self.pair_block(block)
            if speech and (not self._goes_on(speech, block, paired) or speech.closing):
                yield speech
                speech = None
            mark = self._open_mark(block) if speech is None else None
            text = self.texts[block]
            if mark and (mark.double or ends_sentence(text)) and not ends_inside(text, mark.at):
                speech = _Speech([(block, mark)])
        if speech:
            yield speech

    def _goes_on(self, speech: _Speech, block: int, paired: PairedMarks) -> bool:
        """Continue a quotation through a paragraph, if it continues there."""
        since, opening = speech.openings[-1]
        first = next(iter(paired.quoting[opening.double]), None)
        if first is None:
            text = self.texts[block]
            if ends_sentence(text) and not speaks_for_itself(text):
                speech.is_interrupted = True
            return self.order[block] - self.order[since] < FARTHEST_CLOSING
        if first in paired.unopened:
            if is_announced(self.texts[block], first.at):
                return False
            speech.closing = (block, first)
            return True
        if not first.leads or speech.is_interrupted:
            return False
        pair = next((pair for pair in paired.pairs if pair.opening == first), None)
        if pair:
            speech.closing = (block, pair.closing)
        if pair or first in paired.unclosed:
            speech.openings.append((block, first))
        return pair is not None or first == self._open_mark(block)

    def _open_mark(self, block: int) -> Mark | None:
        """The mark that leaves the end of a paragraph quoted, if any."""
        paired, double = self.pair_block(block), block not in self.single
        last = next((mark for mark in reversed(paired.unclosed) if mark.double is double), None)
        if last and any(p.opening.double is double and p.opening.at > last.at for p in paired.pairs):
            return None
        return last

    def _across(self, speech: _Speech) -> Quotation:
        """A speech of several paragraphs as a quotation."""
        opening, *resumed = (Place(block, mark.at) for block, mark in speech.openings)
        last, mark = speech.openings[-1]
        closing = speech.closing and Place(speech.closing[0], speech.closing[1].at)
        ending = None if closing else self._ending(last, mark)
        closes_at = Place(last, Range(ending.at, ending.at)) if ending else None
        starts = {block: mark.at.end for block, mark in speech.openings}
        end = closing or closes_at or Place(last, Range(len(self.texts[last]), len(self.texts[last])))
        inner = tuple(
            Place(block, Range(starts.get(block, 0), end.at.start if block == end.block else len(text)))
            for block, text in enumerate(self.texts[opening.block : end.block + 1], opening.block)
            if text
        )
        sure = mark.face is Turn.OPENING and (closing is not None or (ending is not None and ending.sure))
        return Quotation(opening, closing, closes_at, inner, resumed=tuple(resumed), sure=sure)

    def _pair(self, block: int, pair: Pair, *, sure: bool) -> Quotation:
        opening, closing = pair.opening, pair.closing
        inner = Place(block, Range(opening.at.end, closing.at.start))
        sure = sure and opening.face is Turn.OPENING and closing.face is Turn.CLOSING
        return Quotation(Place(block, opening.at), Place(block, closing.at), None, (inner,), sure=sure)

    def _unclosed_quotation(self, block: int, mark: Mark, *, sure: bool) -> Quotation:
        ending = self._ending(block, mark)
        closes_at = Place(block, Range(ending.at, ending.at)) if ending else None
        inner = Place(block, Range(mark.at.end, ending.at if ending else len(self.texts[block])))
        sure = sure and mark.face is Turn.OPENING and ending is not None and ending.sure
        return Quotation(Place(block, mark.at), None, closes_at, (inner,), sure=sure)

    def _beginning(self, block: int, mark: Mark, *, sure: bool) -> Beginning | None:
        """The place for the opening mark that a paragraph lacks."""
        marks = self.pair_block(block).quoting[mark.double]
        before = bisect_left(marks, mark.at, key=lambda m: m.at) - 1
        found = speech_start(self.texts[block], marks[before].at.end if before >= 0 else 0, mark.at)
        return Beginning(found.at, sure=found.sure and sure) if found else None

    def _ending(self, block: int, mark: Mark) -> Ending | None:
        """The place for the mark that a paragraph lacks."""
        text, paired = self.texts[block], self.pair_block(block)
        if mark in paired.cut:
            return nested_end(text, mark.at, paired.cut[mark].at)
        marks = paired.quoting[mark.double]
        later = bisect_right(marks, mark.at, key=lambda m: m.at)
        ending = speech_end(text, mark.at, marks[later].at.start if later < len(marks) else len(text))
        if ending is None or FOREIGN_CLOSING in text[mark.at.end : ending.at]:
            return None
        sure = ending.sure and not self._is_excerpt(block, mark) and not self._may_go_on(block, ending)
        return Ending(ending.at, sure=sure)

    def _may_go_on(self, block: int, ending: Ending) -> bool:
        """Whether speech may go on in the next paragraph without marks."""
        if ending.at < len(self.texts[block].rstrip()):
            return False
        following = self.blocks[self.order[block] + 1 :][:1]
        return any(
            not self.pair_block(after).marks and speaks_for_itself(self.texts[after]) for after in following
        )

    def _is_excerpt(self, block: int, mark: Mark) -> bool:
        """Whether a mark opens an excerpt that the paragraph before announces."""
        before = next((self.texts[n] for n in range(block - 1, -1, -1) if self.texts[n]), "")
        return mark.leads and before.rstrip().endswith(":")


def _regular(block: int, opening: int, closing: int) -> Quotation:
    """A quotation in a paragraph whose marks are in order."""
    first, last = (Place(block, Range(at, at + 1)) for at in (opening, closing))
    return Quotation(first, last, None, (Place(block, Range(opening + 1, closing)),))


def _with_depth(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """The quotations in order, each with its depth."""
    around: list[tuple[int, int]] = []
    for quotation in sorted(quotations, key=lambda quotation: quotation.opening):
        start, last = quotation.opening, quotation.inner[-1]
        while around and around[-1] <= (start.block, start.at.start):
            around.pop()
        yield replace(quotation, depth=len(around)) if around else quotation
        around.append((last.block, last.at.end))
