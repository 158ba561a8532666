"""Lines that belong to a page and not to its article.

A line is residue if all its words belong to classes of a page (what it asks its reader to do, what it is
about, words without weight) and one of them at least proves it. Names are let in where more than one does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice

from newslint.core.patterns import REMEMBERED, pattern
from newslint.text.residue.abroad import judge_line_abroad, judge_words_abroad
from newslint.text.residue.kinds import Residue, ResidueKind
from newslint.text.residue.shapes import (
    SIGNS_OF_CODE,
    is_code,
    judge_caption,
    judge_credit,
    judge_link,
    judge_menu,
    judge_stamp,
    words_in_credits,
)
from newslint.text.residue.tokens import (
    ADDRESS,
    BEFORE_VERBS,
    HANDLE,
    Token,
    codes_of,
    kinds_of,
    longest_phrases,
    may_prove,
    read_tokens,
    single_words,
    split_words,
    tokenize,
)

LONGEST = 240
"""Characters of a line; longer paragraphs are prose."""
OBJECT = "\ufffc"
"""A placeholder for code, pictures and formulas."""
MOST_TOKENS = 32
MOST_NAMES = 5
QUOTES = "“”‘’\"'„«"
MARKS = '()[]<>«»‹›|*•·▪►▶→←–—-_=…:.!?,;/#&+✕×"“”‘’ \t\r\n\u00a0'
AROUND = r"[\s()\[\]<>«»‹›|*•·▪►▶→←–—_=…:.!,;#+-]*"
TRAILING = MARKS.translate({ord(mark): None for mark in '?"”'})
BEFORE_OPENER = BEFORE_VERBS | {"the", "this", "our"}
BEFORE_HEADLINES = ":|»>–—"
"""Marks between the label of a link and its headline."""
IN_ADDRESSES = ("@", "#", "/", "www.", ".com")
MARKS_OF_PAGES = (*IN_ADDRESSES, *SIGNS_OF_CODE, *"©>»|›·•")
HANDLES = rf"(?:{HANDLE}[\s,]*)+"
LONGEST_OPENING = 90
"""Characters in which an opening of a page ends."""
LONGEST_LABEL = 42
"""Characters of a label that a link or list of topics begins with, with the mark after it."""
ADDRESSED = frozenset({"our", "your", "us", "you"})
NO_HEADINGS = frozenset({"advert", "picture", "player"})
"""Kinds whose single words head no section of an article."""
UNMISTAKABLE = frozenset({ResidueKind.LINK, ResidueKind.CREDIT, ResidueKind.BYLINE, ResidueKind.LEGAL})
ASKED_FOR = frozenset({"newsletter", "account", "comment", "cookies", "player", "button"})
"""What only a page asks for."""

MORE_FROM = r"(?i:more (?:from|in|on)) \p{Lu}[\p{L}&’'-]+(?: (?:&|and|the|\p{Lu}[\p{L}&’'-]+)){0,3}"
INTRODUCES = r"(?i:\b(?:below|here|full|follows)\s?:$)"
"""Ends a line before a document that the article gives: “Read her full comments below:”."""
EARLIER_TEXT = (
    r"(?i:(?:(?:our|my|the)\s)?original|our\s(?:earlier|previous))\s(?i:post|story|report|article)\s?:"
)
"""Heads what an update was put above; without it the news is told twice."""


@lru_cache(REMEMBERED)
def judge_line(text: str) -> Residue | None:
    """Return the part of a page that a line is, if any."""
    if len(text) > LONGEST:
        return None
    text = text.strip()
    if not text or text[0] in QUOTES or OBJECT in text or pattern(INTRODUCES).search(text):
        return None
    return (
        _judge_parts(text)
        or _judge_classes(text)
        or _judge_opening(text)
        or judge_caption(text)
        or judge_words_abroad(text)
    )


def _judge_parts(text: str) -> Residue | None:
    """Judge a line in which bars part several lines of a page."""
    parts = text.split(" | ")
    found = [residue for part in parts if len(parts) > 1 and (residue := judge_line(part))]
    if not found or len(found) < len(parts):
        return None
    return Residue(found[0].kind, closed=all(residue.closed for residue in found))


def _judge_classes(text: str) -> Residue | None:
    """Judge a line by its shape and the classes of its words."""
    if _is_prose(text) or _is_sentence(text) or pattern(EARLIER_TEXT).fullmatch(text):
        return None
    if is_code(text) or pattern(HANDLES).fullmatch(text):
        return Residue(ResidueKind.CODE if is_code(text) else ResidueKind.SOCIAL, closed=is_code(text))
    line = pattern(AROUND).sub("", text, count=1).rstrip(TRAILING)
    if not line or "{" in line or "}" in line:
        return None
    folded = " ".join(line.lower().split())
    button = kinds_of("page_buttons").get(folded)
    if button:
        return Residue(ResidueKind(button), closed=button in NO_HEADINGS or " " in folded)
    found = judge_line_abroad(folded) or _judge_words(line, copyrighted="©" in text)
    return found if found and (found.closed or not text.endswith(".") or _is_certain(found, line)) else None


def _is_prose(text: str) -> bool:
    """Whether a line is quoted, or begins with a word of prose."""
    if text[0] in QUOTES or text[-1] in '”"' or OBJECT in text:
        return True
    if text[-1] != ".":
        return False
    first = text.split(maxsplit=1)[0]
    return first.isalpha() and first.lower() not in longest_phrases() and first not in words_in_credits()


def _is_sentence(text: str) -> bool:
    """Whether a line has words of prose, and nothing of a page."""
    words = split_words(text)
    return (
        len(words) > _most_words()
        and _has_prose(words)
        and text[0].isalnum()
        and not any(mark in text for mark in MARKS_OF_PAGES)
        and not any(mark in text[:LONGEST_LABEL] for mark in BEFORE_HEADLINES)
        and words_in_credits().isdisjoint(words)
        and not _may_ask(words)
    )


def _judge_opening(text: str) -> Residue | None:
    """Judge a line by a beginning that only pages have."""
    parts = text[:LONGEST_OPENING].lower().replace("’", "'").split()
    words = filter(None, (part.strip(MARKS) for part in parts))
    first = " ".join(islice(words, 2))
    openings = _openings().get(first)
    if not openings:
        return None
    line = f"{first} {' '.join(words)} "
    kind = next((kind for opening, kind in openings.items() if line.startswith(f"{opening} ")), None)
    return Residue(ResidueKind(kind), closed=False) if kind else None


@cache
def _openings() -> dict[str, dict[str, str]]:
    """Beginnings of sentences that only pages have, by their first two words."""
    found: dict[str, dict[str, str]] = {}
    for opening, kind in kinds_of("page_openings").items():
        found.setdefault(" ".join(opening.split()[:2]), {})[opening] = kind
    return found


@cache
def _most_words() -> int:
    """The number of words of the longest known line."""
    known = (*kinds_of("page_buttons"), *kinds_of("page_lines_abroad"))
    return max(len(split_words(line)) for line in known)


def _has_prose(words: Sequence[str]) -> bool:
    """Whether one of some words is in no line of a page."""
    known = single_words()
    return any(word not in known and word[0].islower() and len(word) > 1 for word in words)


def _may_ask(words: Sequence[str]) -> bool:
    """Whether a sentence may ask its reader for something."""
    return words[0].lower() in longest_phrases() and not ADDRESSED.isdisjoint(words)


def _is_certain(found: Residue, line: str) -> bool:
    """Whether a sentence is residue although it has words of prose."""
    if found.kind in UNMISTAKABLE:
        return True
    return any(token.code in "vn@u" for token in tokenize(line))


def _judge_words(line: str, *, copyrighted: bool) -> Residue | None:
    words = parts = split_words(line)
    if copyrighted or not words_in_credits().isdisjoint(words):
        credit = judge_credit(f"© {line}" if copyrighted and "©" not in line else line)
        if credit:
            return credit
    if any(mark in line for mark in BEFORE_HEADLINES):
        found = judge_link(line) or judge_menu(line)
        if found:
            return found
    if any(mark in line for mark in IN_ADDRESSES):
        parts = split_words(pattern(ADDRESS).sub(" ", line))
    if _has_prose(parts):
        return _judge_request(line) if _may_ask(parts) else None
    return judge_menu(line) or (_judge_prompt(line) if may_prove(words) else None)


@lru_cache(REMEMBERED)
def _judge_prompt(line: str) -> Residue | None:
    """Judge a line that prompts the reader, or names a box."""
    tokens = tokenize(line)
    if len(tokens) > MOST_TOKENS:
        return None
    stamp = judge_stamp(line, tokens) if any(token.code == "d" for token in tokens) else None
    return stamp or weigh(line, tokens)


def weigh(line: str, tokens: Sequence[Token]) -> Residue | None:
    """Judge tokens by what they prove."""
    codes = codes_of(tokens)
    if pattern(MORE_FROM).fullmatch(line):
        return Residue(ResidueKind.RELATED, closed=False)
    proofs = [token for token in tokens if token.kind]
    question = codes.find("?", 0, -1)
    if "x" in codes or not proofs or (question >= 0 and codes[question + 1] not in "vwn"):
        return None
    if (
        (len(tokens) == 1 and (codes != "n" or " " not in line))
        or (codes == "dn" and line.endswith("AD"))
        or codes == "wtd"
    ):
        return None
    kind = ResidueKind(next((token.kind for token in tokens if token.code in "vn"), proofs[0].kind))
    opener = next((t for t in tokens if t.at.of(line).lower() not in BEFORE_OPENER), tokens[-1])
    strong = sum(code in "vn" for code in codes)
    if opener.code == "n" and line.lower().startswith(("a ", "an ", "the ")):
        strong -= 1
    things, networks, names = sum(code in "tn@u" for code in codes), codes.count("p"), codes.count("C")
    if not names:
        proved = strong > 0 or (things + networks > 0 and (opener.code in "wm" or "m" in codes))
        return Residue(kind, closed=True) if proved else None
    weak = sum(code in "wm" for code in codes)
    enough = (strong or things) and strong + weak + things + networks > 1
    first = opener is tokens[0] or opener.code in "vw" or kind is ResidueKind.LEGAL
    asks = opener.code in "vwm" and first and names <= MOST_NAMES
    return Residue(kind, closed=False) if asks and enough else None


def _judge_request(line: str) -> Residue | None:
    """Judge a sentence that asks the reader for something on a page."""
    if line.count(". ") > 1 or "“" in line or '"' in line:
        return None
    first, *others = read_tokens(line)
    proofs = [token for token in (first, *others) if token.code == "n" and token.kind in ASKED_FOR]
    enough = 1 if first.code in "vw" else 2
    return Residue(ResidueKind(proofs[0].kind), closed=False) if len(proofs) >= enough else None
