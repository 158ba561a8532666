"""Finds characters decoded with the wrong encoding, and their originals.

UTF-8 read as Windows-1252 is decoded sequence by sequence where a sequence can mean nothing else; ftfy, with
the word and the sentence around it, decides the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

import regex

from newslint.core.patterns import pattern
from newslint.core.positions import Range

SUSPICIOUS = r"[\x80-\x9f]|[ÂÃâÅÄÎÐÑØÙàáãðïìëê][^\x00-\x7f]|[¡¨][\xa1-\xbfC]|\ufffd"
"""Matches in every text that may hold mojibake."""
TAIL = r"[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
"""A byte from 80 to BF, which never begins a character of UTF-8, as Windows-1252 or Latin-1 shows it."""
SEQUENCE = (
    rf"(?P<triple>â{TAIL}{TAIL})"
    r"|(?P<lead>Â[\xa0-\xbf])"
    rf"|(?P<within>(?<=\p{{Ll}})[ÃÄÅÆÇÈÐÑ]{TAIL}|[ÃÄÅÆÇÈÐÑ]{TAIL}(?=\p{{Ll}}))"
    r"|(?P<half>â€(?![\x80-\xbf]))"
    r"|(?P<lost>\x80[\x93\x94\x98\x99\x9c\x9d\xa6])"
    r"|(?P<control>[\x80-\x9f])"
    r"|(?P<chinese>¡[°±®¯ª\xad¤]|¨C)"
)
"""What can only be mojibake: three bytes of a symbol, two of a letter inside a word, control bytes …

`lost` are the last two bytes of a mark whose first was dropped.
"""
BROKEN = r"[\x80-\x9f]|â€(?![\x80-\xbf])|[¡¨\ufffd]"
"""What ftfy decodes one by one, or not at all."""
RUN = r"¨C|(?:(?!¨C)[^\x00-\x7f])+(?:(?<=Ã) )?"
WORD = r"\S+"
CONTEXT = 200
"""How far before and after a run, in code points, its context reaches: time stays in proportion to length."""
CAPITALS = r"\p{Lu}Ã[”’]"
CHINESE = {"¡°": "“", "¡±": "”", "¡®": "‘", "¡¯": "’", "¡ª": "—", "¡\xad": "…", "¨C": "–", "¡¤": "·"}
"""Marks of GBK, the encoding of Chinese Windows, read as Latin-1."""
TWINS = {
    "‘": "'‘’", "’": "'‘’", "“": '"“”', "”": '"“”', "–": "-–—", "—": "-–—", "…": ".…", "•": "•·", "€": "€",
}  # fmt: skip
"""Marks next to which a control byte repeats the same."""

DASHES = frozenset("–—")
"""Marks that repeat across a space: “\x97 --”."""


class MojibakeRange(NamedTuple):
    """A wrongly decoded place and its original; None if unknown."""

    at: Range
    original: str | None


def find_mojibake(text: str, sentence_at: Callable[[int], Range] | None = None) -> tuple[MojibakeRange, ...]:
    """All places of a text that were decoded wrongly, in order.

    `sentence_at` gives the sentence around an offset, for what a word alone does not decide.
    """
    if not pattern(SUSPICIOUS).search(text):
        return ()
    return tuple(
        found for run in pattern(RUN).finditer(text) for found in _decode_run(text, run, sentence_at)
    )


def _decode_run(
    text: str, run: regex.Match[str], sentence_at: Callable[[int], Range] | None
) -> Iterator[MojibakeRange]:
    """What is wrong in one run of characters outside ASCII."""
    start, end = run.span()
    if pattern(CAPITALS).match(text, start - 1):
        return
    decoded, unknown = _decode_whole(run[0]), False
    if decoded == run[0]:
        decoded, unknown = _decode_sequences(text, start, end)
    if decoded == run[0] and not unknown:
        decoded = _decode_in_context(text, start, end, sentence_at)
    if decoded != run[0]:
        yield MojibakeRange(Range(start, end), None if unknown else decoded)
    elif unknown:
        yield MojibakeRange(Range(start, end), None)
    elif "\ufffd" in run[0]:
        lost = run[0]
        yield MojibakeRange(Range(start + lost.index("\ufffd"), start + lost.rindex("\ufffd") + 1), None)


def _decode_whole(run: str) -> str:
    """A run as ftfy decodes it, if nothing suspicious is left."""
    if pattern(BROKEN).search(run):
        return run
    decoded = _decoder()(run)
    return run if pattern(SUSPICIOUS).search(decoded) else decoded


def _decode_sequences(text: str, start: int, end: int) -> tuple[str, bool]:
    """A run with its certain sequences decoded, and whether a byte failed."""
    parts: list[str] = []
    at, unknown = start, False
    for match in pattern(SEQUENCE).finditer(text, start, end):
        original = _original(text, match)
        parts += [text[at : match.start()], match[0] if original is None else original]
        at, unknown = match.end(), unknown or original is None
    return "".join([*parts, text[at:end]]), unknown


def _original(text: str, match: regex.Match[str]) -> str | None:
    """What one sequence said before; None if that cannot be known."""
    sequence, kind = match[0], match.lastgroup
    if kind == "chinese":
        return CHINESE[sequence]
    if kind == "half":
        return _half_mark(text, match)
    if kind == "lost":
        return _from_utf8("â" + sequence)
    if kind == "control":
        mark = _as_bytes(sequence).decode("cp1252", "replace")
        beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        if mark in DASHES:
            beside += (
                text[match.start() - 2 : match.start()].strip() + text[match.end() : match.end() + 2].strip()
            )
        if mark == "\ufffd":
            return None
        return "" if any(twin in beside for twin in TWINS.get(mark, "")) else mark
    return _from_utf8(sequence)


def _half_mark(text: str, match: regex.Match[str]) -> str | None:
    """The double quotation mark whose last byte was dropped."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if (not before or before.isspace()) and after.isalnum():
        return "“"
    if before and not before.isspace() and not after.isalnum():
        return "”"
    return None


def _decode_in_context(text: str, start: int, end: int, sentence_at: Callable[[int], Range] | None) -> str:
    """A run as ftfy decodes it alone or in its surroundings."""
    low, high = max(0, start - CONTEXT), end + CONTEXT
    reaches = [Range(start, end), _word_around(text, start, end, low, high)]
    if sentence_at:
        sentence = sentence_at(start)
        reaches.append(Range(min(max(sentence.start, low), start), max(min(sentence.end, high), end)))
    for reach in reaches:
        decoded = _decoder()(reach.of(text))
        if decoded != reach.of(text):
            return _within(reach.of(text), decoded, start - reach.start, end - reach.start)
    return text[start:end]


def _word_around(text: str, start: int, end: int, low: int, high: int) -> Range:
    first = max(text.rfind(mark, low, start) + 1 for mark in " \n")
    last = text.find(" ", end, high)
    return Range(max(first, low), min(high, len(text)) if last < 0 else last)


def _within(before: str, after: str, start: int, end: int) -> str:
    """What a stretch of `before` became in `after`.

    The stretch itself if that is unclear.
    """
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    parts = []
    for _, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if old_start >= end or old_end <= start:
            continue
        if old_start >= start and old_end <= end:
            parts.append(after[new_start:new_end])
        elif old_end - old_start == new_end - new_start:
            parts.append(after[new_start + max(start - old_start, 0) : new_end - max(old_end - end, 0)])
        else:
            return before[start:end]
    return "".join(parts)


def _from_utf8(sequence: str) -> str | None:
    try:
        return _as_bytes(sequence).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _as_bytes(text: str) -> bytes:
    """The bytes that Windows-1252 or Latin-1 shows as a text."""
    return b"".join(letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else "cp1252") for letter in text)


@cache
def _decoder() -> Callable[[str], str]:
    """Import ftfy, which takes its time, only when a text looks damaged."""
    from ftfy import TextFixerConfig, fix_text_segment

    only_decode = TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        replace_lossy_sequences=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    return lambda text: fix_text_segment(text, only_decode)
