"""Where sentences begin and end."""

from __future__ import annotations

from newslint.model import Range


def split_sentences(text: str) -> tuple[Range, ...]:
    """The sentences of a block in order, without the white space around them."""
    from sentencex import get_sentence_boundaries

    found = get_sentence_boundaries("en", text)
    return tuple(Range(s["start_index"], s["end_index"]) for s in found)
