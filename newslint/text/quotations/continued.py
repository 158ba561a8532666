"""Quotations whose last paragraph lacks its opening mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.core.patterns import pattern
from newslint.text.quotations.quotations import Quotation
from newslint.text.quotations.speech_ends import (
    LEAD,
    RESUMING,
    begins_sentence,
    ends_sentence,
    speaks_for_itself,
)

ELLIPSES = ("…", "...", "….")
"""Endings of lines of verse, which are quoted without a mark for each."""


def goes_on_unopened(texts: Sequence[str], quotation: Quotation) -> bool:
    """Whether a quotation surely goes on without an opening mark.

    It begins a sentence, ends one with its paragraph, and the next one is the speaker's own and
    holds the closing mark. Letters and excerpts, which a colon announces, are never opened again.
    """
    last, opening = quotation.inner[-1], quotation.last_opening
    between = [text for text in texts[opening.block + 1 : last.block] if text]
    if quotation.closing is None or opening.block == last.block or between:
        return False
    speech = last.at.of(texts[last.block])
    return (
        begins_sentence(texts[opening.block], opening.at)
        and not _is_announced(texts, opening.block)
        and ends_sentence(texts[opening.block])
        and not texts[opening.block].rstrip().endswith(ELLIPSES)
        and speech[:1].isupper()
        and speaks_for_itself(speech)
    )


def unopened_between(texts: Sequence[str], quotation: Quotation) -> Iterator[int]:
    """Yield the paragraphs of a speech that lack the opening mark which those around them have."""
    opened = [quotation.opening.block, *(place.block for place in quotation.resumed)]
    for place in quotation.inner:
        text = texts[place.block]
        if (
            opened[0] < place.block < opened[-1]
            and place.block not in opened
            and text[:1].isupper()
            and ends_sentence(text)
            and speaks_for_itself(text)
        ):
            yield place.block


def is_resumed(texts: Sequence[str], quotation: Quotation) -> bool:
    """Whether “he said.” precedes the last opening mark."""
    opening = quotation.last_opening
    return pattern(RESUMING).search(texts[opening.block][: opening.at.start][-LEAD:]) is not None


def _is_announced(texts: Sequence[str], block: int) -> bool:
    """Whether a colon ends the paragraph before."""
    before = next((text for text in reversed(texts[:block]) if text), "")
    return before.rstrip().endswith(":")
