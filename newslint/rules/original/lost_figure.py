from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import Case, Finding
from newslint.rules.families.comparison import ComparisonRule
from newslint.text.originals.figures import FigureOrDate, all_values, figures_and_dates, spelled_values
from newslint.text.originals.original import Comparison, Original, ParagraphPair, first_words

ENGLISH = {
    "original": Original(
        (
            (
                "The storm killed 27 people on Monday and left 272,000 homes without power.",
                "Repairs cost $1.5 million, and seven ships were lost.",
            ),
        )
    )
}
GERMAN = {
    "original": Original((("Der Sturm hat am Montag 27 Menschen getötet und kostet 1,5 Millionen Euro.",),))
}


class LostFigure(ComparisonRule):
    """A figure or date differs from the original, or is missing.

    ## What it does
    With `newslint check --against ORIGINAL` it compares figures, weekdays and months of paragraphs that
    belong together. A figure may be written in another way (“1.5 million”, “1,500,000”, “seven”). If the
    original is in another language, figures up to 24 and dates are not compared.

    A passage of six words or more that the copy leaves out was cut, and is not reported.

    ## Why it matters
    A wrong figure is the error that costs most trust.

    ## Fix safety
    No fix: a hint that shows what the original has.
    """

    cases = (
        Case(
            "The storm killed 27 people on ⟦Tuesday⟧ and left ⟦27,000⟧ homes without power.\n\n"
            "Repairs cost $1,500,000, and 7 ships were lost.",
            providers=ENGLISH,
        ),
        Case(
            "The storm killed 27 people on Monday and left ⟦many⟧ homes without power.\n\n"
            "Repairs cost $1.5 million, and seven ships were lost.",
            providers=ENGLISH,
        ),
        Case(
            "The storm killed ⟦72⟧ people on Monday. It cost 1.5 million euros.", providers=GERMAN, plain=True
        ),
        Case(
            "The storm killed 27 people on Monday. It cost 1.5 million euros and 3 ships.", providers=GERMAN
        ),
        Case("The storm killed 27 people."),
    )

    def differences(self, compared: Comparison) -> Iterator[tuple[int, Finding]]:
        return _in_english(compared) if compared.is_same_language else _in_another_language(compared)


def _in_english(compared: Comparison) -> Iterator[tuple[int, Finding]]:
    in_original = all_values(compared.original_texts) | spelled_values(compared.original_texts)
    in_copy = all_values(compared.copy_texts) | spelled_values(compared.copy_texts)
    for pair in compared.pairs:
        lost = [f for f in figures_and_dates(pair.original_text) if f.values.isdisjoint(in_copy)]
        for new in figures_and_dates(pair.copy_text):
            if new.values.isdisjoint(in_original):
                old = _nearest(new, lost, pair)
                if old:
                    lost.remove(old)
                yield pair.block, _change_finding(new, old)
        for old in (old for old in lost if not pair.is_cut(old.at.start)):
            at = pair.place(old.at.start)
            yield pair.block, Finding(at, f"“{old.said}” of the original is missing", suggestions=(old.said,))


def _in_another_language(compared: Comparison) -> Iterator[tuple[int, Finding]]:
    in_original = all_values(compared.original_texts)
    in_copy = all_values(compared.copy_texts) | spelled_values(compared.copy_texts)
    lost = [
        old
        for text in compared.original_texts
        for old in figures_and_dates(text)
        if old.said[:1].isdecimal() and not old.is_small and old.values.isdisjoint(in_copy)
    ]
    for block, text in enumerate(compared.copy_texts):
        for new in figures_and_dates(text):
            if new.said[:1].isdecimal() and not new.is_small and new.values.isdisjoint(in_original):
                old = lost.pop(0) if len(lost) == 1 else None
                yield block, _change_finding(new, old)
    place = first_words(compared.copy_texts)
    for old in lost if place else ():
        assert place is not None  # noqa: S101 - as the line above says
        yield place[0], Finding(place[1], f"“{old.said}” of the original is missing")


def _change_finding(new: FigureOrDate, old: FigureOrDate | None) -> Finding:
    if old is None:
        return Finding(new.at, f"“{new.said}” is not in the original")
    return Finding(new.at, f"the original has “{old.said}”, not “{new.said}”", suggestions=(old.said,))


def _nearest(new: FigureOrDate, lost: Sequence[FigureOrDate], pair: ParagraphPair) -> FigureOrDate | None:
    """The lost figure that a new one of its kind replaced."""
    kind = new.said[:1].isdecimal()
    alike = [old for old in lost if old.said[:1].isdecimal() is kind]
    there = [
        old for old in alike if pair.place(old.at.start).start <= new.at.start < pair.place(old.at.start).end
    ]
    return there[0] if there else alike[0] if len(alike) == 1 else None
