"""Where quoted speech gives way to the narrator."""

from __future__ import annotations

import regex

SAYING = (
    "said|says|say|told|tells|added|adds|asked|asks|wrote|writes|tweeted|posted|continued|explained"
    "|insisted|warned|argued|noted|recalled|replied|declared|stated|announced|concluded|claimed|joked"
    "|testified|acknowledged|admitted|urged|remarked|quipped|observed|reads|read"
)
NAME = r"\p{Lu}[\p{L}’'.\-]*"
SOMEBODY = r"(?:the|a|an|one|his|her|their)(?:\s+[\p{L}\-]+){1,2}"
SPEAKER = rf"(?:he|she|they|{SOMEBODY}|{NAME}(?:\s+{NAME}){{0,3}})"
RETURN = regex.compile(
    rf"(?<=[,?!])\s+(?:{SPEAKER}\s+(?:{SAYING})|(?:{SAYING})\s+{SPEAKER}|according\s+to)\b"
)
ATTRIBUTED = regex.compile(rf"\b(?:{SAYING}|according\s+to)\b")
AFTER_STOP = " \t\u00a0”’\"')]"
LONGEST_TAIL = 20


def speech_end(text: str, start: int, limit: int) -> int | None:
    """Where the speech that runs from `start`, and must end by `limit`, ends; None if unclear.

    It ends where the narrator first says who speaks, else with the paragraph if that ends with a
    sentence and the speech has it to itself.
    """
    narrator = RETURN.search(text, start, limit)
    if narrator:
        return narrator.start()
    if limit == len(text) and ends_sentence(text):
        return len(text.rstrip())
    return None


def ends_sentence(text: str) -> bool:
    """Whether a paragraph ends as a sentence does."""
    return text[-LONGEST_TAIL:].rstrip(AFTER_STOP)[-1:] in tuple(".!?…")
