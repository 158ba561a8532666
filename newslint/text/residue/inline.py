"""What a page left between the sentences of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

import regex

from newslint.core.patterns import any_of, pattern
from newslint.core.positions import Range
from newslint.lexicon.classes import words_of
from newslint.text.residue.kinds import Residue, ResidueKind
from newslint.text.residue.lines import LONGEST, MARKS, MOST_TOKENS, judge_line, weigh
from newslint.text.residue.shapes import LABELS, SHORTCODE, judge_link, judge_stamp
from newslint.text.residue.tokens import (
    Token,
    kinds_of,
    longest_phrases,
    may_prove,
    single_words,
    split_words,
    tokenize,
)


class InlineResidue(NamedTuple):
    """Residue inside a paragraph, and whether its end is certain."""

    at: Range
    kind: ResidueKind
    ended: bool


BRACKETS = {"[": "]", "(": ")", "<": ">"}
BEFORE = r"(?:[.!?…][”’\"')\]]{0,2}\s{0,2}|\s(?=[\[(<])|\A)"
LEAD = r"[\[(<|»>*•–—-]{0,3}\s?"
START = rf"{BEFORE}(?P<lead>{LEAD})(?=[\p{{L}}\d@#])"
MAY_END = re.compile(r"[.!?…]|\s(?=[\[(<])")  # three times as fast here as `regex`
STOP = r"(?<=[\p{L}\p{N})])[.!?…](?=[\s”\"]|\Z)"
BEGINS_PROSE = words_of("begins_prose")
BEGINS_RESIDUE = frozenset({"please", "your", "this"})
"""Fillers with which residue begins before a sentence that no mark parts from it."""
ENDS_PREFIX, FOLLOWS_PREFIX = "tnp@uvwmd", "Cfhmw"
KEPT = frozenset({ResidueKind.CREDIT, ResidueKind.CODE})
"""Inside paragraphs these belong to captions and to stories about code."""
IN_BRACKETS = frozenset({ResidueKind.LINK, ResidueKind.BYLINE})
OPENERS = words_of("openers")
AFTER_PREFIX = "-|–—»*"
"""Marks that part residue from the sentence after it."""
LONGEST_LINK = 100
"""Characters; a longer link has probably swallowed the sentence after it."""
LAST_ADDRESS = r"(?<=[\p{L}\p{N}][.!?][”\"’)]?)\s?(?:https?://|www\.)\S+(?=\s*\Z)"
FOOTNOTE = r"\[\d{1,3}\]"
LABEL = r"[\p{L}’' ]{3,30}(?=\s?[:|])"


@cache
def trace() -> str:
    """Return an expression that matches wherever residue may begin."""
    return (
        rf"(?:[.!?…][”’\"')\]]{{0,2}}\s{{0,2}}|\s[\[(<]|\A){LEAD}(?i:{any_of(starters())})\b"
        r"|\[/[a-z]|\[[a-z]+_[a-z]|%%[a-z]|<!--"
        rf"|[.!?…][”’\"')\]]{{0,2}}(?:\s[(\[]?\d|\[\d|\s?(?:https?://|www\.))"
    )


@cache
def starters() -> frozenset[str]:
    """Return the words, in small letters, that residue begins with."""
    abroad = (line.split()[0] for line in kinds_of("page_lines_abroad"))
    return frozenset((*longest_phrases(), *abroad, *LABELS)) - BEGINS_PROSE


def find_inline(text: str) -> Iterator[InlineResidue]:
    """Yield what a page left between the sentences of a paragraph."""
    yield from _traces(text)
    done = 0
    for match in _starts(text):
        if match.end() < done or not _may_begin(text[match.end() : match.end() + 48].split(maxsplit=3)[:3]):
            continue
        found = _find(text, match.start("lead"), match.end(), at_start=match.start() == 0)
        if found:
            done = found.at.end
            yield found


def _starts(text: str) -> Iterator[regex.Match[str]]:
    """Yield the places after sentences and before brackets."""
    end = 0
    for candidate in chain((0,), (match.start() for match in MAY_END.finditer(text))):
        if candidate >= end:
            match = pattern(START).match(text, candidate)
            if match:
                end = max(match.end(), candidate + 1)
                yield match


def _traces(text: str) -> Iterator[InlineResidue]:
    """Yield footnote numbers after sentences, and an address at the end."""
    if "://" in text or "www." in text:
        for match in pattern(LAST_ADDRESS).finditer(text):
            yield InlineResidue(Range(*match.span()), ResidueKind.LINK, ended=True)
    if "[" in text or "%%" in text or "<!--" in text:
        for match in pattern(rf"\s?(?:{SHORTCODE})").finditer(text):
            yield InlineResidue(Range(*match.span()), ResidueKind.CODE, ended=True)
    if "[" in text:
        for match in pattern(rf"(?<=[\p{{L}}\p{{N}}][.!?,][”’\"']?)(?:{FOOTNOTE})+(?=\s|\Z)").finditer(text):
            yield InlineResidue(Range(*match.span()), ResidueKind.FOOTNOTE, ended=True)


def _may_begin(words: Sequence[str]) -> bool:
    """Whether words may begin residue: a page's, and names after them."""
    first = words[0].strip(MARKS).lower()
    if first not in starters():
        return first[:1].isdigit()
    if ":" in words[0] or first in LABELS or "|" in words:
        return True
    if len(words) > 1 and words[1] in OPENERS and first in kinds_of("page_buttons"):
        return True
    names = first not in words_of("page_fillers")
    known = single_words()
    return all(
        not (small := word.strip(MARKS).lower()) or small in known or (names and not word[0].islower())
        for word in words[1:]
    )


def _find(text: str, lead: int, start: int, *, at_start: bool) -> InlineResidue | None:
    opening = text[lead:start].strip()[-1:]
    if opening and opening in BRACKETS:
        return None if at_start else _in_brackets(text, lead, start, BRACKETS[opening])
    if pattern(r"\s*[\[(<]").match(text, lead):
        return None
    stop = pattern(STOP).search(text, start)
    end = min(stop.end() if stop else len(text), start + LONGEST)
    sentence = text[start:end].rstrip()
    at_end = end >= len(text.rstrip())
    if at_start and (at_end or sentence.endswith(".")):
        return None if at_end else _prefix(sentence, lead, start)
    found = judge_line(sentence)
    if found and found.kind is ResidueKind.LINK and len(sentence) > LONGEST_LINK and not at_end:
        return _label(text, lead, start)
    if found and found.kind not in KEPT:
        return InlineResidue(Range(lead, start + len(sentence)), found.kind, ended=True)
    return _prefix(sentence, lead, start) or (None if at_start else _label(text, lead, start))


def _label(text: str, lead: int, start: int) -> InlineResidue | None:
    """The label of a link whose headline ends where nothing shows it."""
    label = pattern(LABEL).match(text, start)
    codes = {token.code for token in tokenize(label[0])} if label else set[str]()
    if not label or len(codes) < 2 or codes.isdisjoint("mnt") or not judge_link(f"{label[0]}: Abc"):
        return None
    return InlineResidue(Range(lead, label.end() + 1), ResidueKind.LINK, ended=False)


def _in_brackets(text: str, lead: int, start: int, closing: str) -> InlineResidue | None:
    end = text.find(closing, start)
    found = judge_line(text[start:end]) if 0 < end - start <= LONGEST else None
    if not found or found.kind in KEPT or not (found.closed or found.kind in IN_BRACKETS):
        return None
    return InlineResidue(Range(lead, end + 1), found.kind, ended=True)


def _prefix(sentence: str, lead: int, start: int) -> InlineResidue | None:
    """Residue that the next sentence follows without a mark."""
    if not may_prove(split_words(sentence)):
        return None
    tokens = tokenize(sentence)[:MOST_TOKENS]
    if tokens[0].code == "f" and tokens[0].at.of(sentence).lower() not in BEGINS_RESIDUE:
        return None
    named = None
    for count in range(len(tokens) - 1, 0, -1):
        after = tokens[count]
        if after.code not in FOLLOWS_PREFIX or not sentence[after.at.start].isupper():
            continue
        marks = next(
            (n for n, token in enumerate(reversed(tokens[:count])) if token.code not in AFTER_PREFIX), 0
        )
        ahead = tokens[: count - marks]
        if ahead[-1].code not in ENDS_PREFIX:
            continue
        opens = after.at.of(sentence) in OPENERS or marks > 0
        found = _judge_prefix(sentence[: ahead[-1].at.end], ahead, before_opener=opens)
        if found and found.kind is not ResidueKind.LEGAL:
            at = Range(lead, start + tokens[count - 1].at.end)
            residue = InlineResidue(at, found.kind, ended=False)
            if found.closed:
                return residue
            named = named or residue
    return named


def _judge_prefix(line: str, tokens: Sequence[Token], *, before_opener: bool) -> Residue | None:
    stamp = judge_stamp(line, tokens) if any(token.code == "d" for token in tokens) else None
    if stamp or tokens[-1].code == "d":
        return stamp
    if len(tokens) > 1:
        return weigh(line, tokens)
    code, kind = tokens[0].code, tokens[0].kind
    alone = (code == "n" and line.isupper()) or (before_opener and code in "vn")
    return Residue(ResidueKind(kind), closed=True) if alone else None
