from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import is_word
from newslint.lexicon.function_words import ENGLISH
from newslint.rules import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Protected,
    Range,
    Rule,
    Safety,
    any_of,
    pattern,
)
from newslint.text.quotations.quotations import Quotation

OPENS_GLUED = r"(?<=\p{L}{2}|[,.;:]|(?<![\p{L}’'.])[aA])[“‘\"'](?=\p{L})|(?<=\d|%)[“‘](?=\p{L})"
WORD = re.compile(r"\w+")
LONGEST_WORD = 30
"""Code points on each side of a mark that are searched for its word."""
FRAGMENT = (
    r"(?P<opening>[‘'](?<=\b(?P<before>\p{Ll}{2,20}).))(?P<first>\p{Ll}{3,})\s[^“”‘’\"'\n]{0,80}?"
    r"(?P<last>\b\p{Ll}{2,})(?P<closing>[’'])(?P<after>\p{Ll}{2,})"
)
"""Words in single marks that touch letters on all sides: the idea‘daylight robbery’on a road."""
ONE_SIDE = (
    r"\b(?P<before>a|\p{Ll}{2,20})(?P<opening>[‘'])(?!(?:re|ve|ll|em|til)\b)(?P<first>\p{Ll}{2,})\s[^“”‘’\"'\n]{0,80}?(?P<last>\p{Ll}{2,})"
    r"(?P<closing>[’'])(?=[\s.,;:)]|\Z)"
    r"|(?<=[\s(])(?P<opening>[‘'])(?P<first>\p{Ll}{2,})\s[^“”‘’\"'\n]{0,80}?\b(?P<last>\p{Ll}{2,})(?P<closing>[’'])"
    r"(?P<after>\p{Ll}{3,})\b"
)
"""The same with a space on one side."""
MAY_CLOSE = r"\b\p{Lu}[\p{L}’-]*\"(?=\p{Ll})"
"""A straight mark after a name and before a small letter, that need not open: the “March on Washington"is."""
FUNCTION = words_of("prepositions", "determiners", "conjunctions")
MAY_OPEN = rf"\b(?:{any_of(FUNCTION)})\"(?=\p{{L}})"
"""A straight mark after a word that ends no quotation: the release of"Harbor"."""
NAME = r"\b\p{Lu}\p{Ll}+\"\p{Ll}+"
"""A name with a hard sign, if it occurs twice: Mar"inka."""
CLOSES_GLUED = r"(?<=\p{L}{2}[,.!?]?)[”’\"'](?=\p{L}{2})"


class GluedQuote(Rule):
    """A quotation mark touches letters on both sides: “a “win”for the town”.

    ## What it does
    Adds the space on the outer side. A single quoted word with an ending right after it (“news”letter)
    passes.

    ## Why it matters
    The space beside the mark was lost with a link or tag.

    ## Fix safety
    Safe where every mark of the paragraph has its partner. Unsafe for a quotation with a straight mark
    that may face the other way (“the release of"Harbor"and”).

    ## References
    Study of machine-translated news, artefact PQ10.
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.QUOTED})
    cases = (
        Case("He called it⟦“⟧a win” for all.", fixed="He called it “a win” for all."),
        Case("He called it “a win⟦”⟧for all.", fixed="He called it “a win” for all."),
        Case("“It is open,⟦”⟧she said.", fixed="“It is open,” she said."),
        Case('She said:⟦"⟧It is open."', fixed='She said: "It is open."'),
        Case(
            "‘It is open,⟦’⟧said Ann Holm. ‘It rained,’ he said.",
            fixed="‘It is open,’ said Ann Holm. ‘It rained,’ he said.",
        ),
        Case(
            "He called it⟦“⟧a win” and a “draw.",
            fixed="He called it “a win” and a “draw.",
            safety=Safety.UNSAFE,
        ),
        Case(
            'He said: "Rain fell. We put off the release of⟦"⟧Harbor⟦"⟧and wait."',
            fixed='He said: "Rain fell. We put off the release of" Harbor "and wait."',
            safety=Safety.UNSAFE,
        ),
        Case('They hold Kreminna, Mar"inka and Opytne, the towns of Kreminna and Mar"inka.'),
        Case("The “news”letter and the “so-called” expert."),
        Case("He said: “Open.” (“Now,” she said.)"),
        Case(
            "He called the ⟦idea‘daylight robbery’on⟧ a bad road.",
            fixed="He called the idea ‘daylight robbery’ on a bad road.",
            safety=Safety.UNSAFE,
        ),
        Case("It was a⟦“⟧win” for all.", fixed="It was a “win” for all."),
        Case(
            "The idea ⟦was‘well worth it’⟧ and ⟦‘not the best’for⟧ all.",
            fixed="The idea was ‘well worth it’ and ‘not the best’ for all.",
            safety=Safety.UNSAFE,
        ),
        Case("They don't like the workers' hall, and 'they're all wet'; the boys'own, o'the year's 'best'."),
        Case("Rock'n'roll, O'Brien's and the 'best' of it."),
    )

    @property
    def trace(self) -> str:
        return (
            r"[\p{L},.;:][“\"]\p{L}|[\p{L},.!?][”\"]\p{L}|[,.!?;:][‘’']\p{L}"
            r"|\p{Ll}{2}[‘']\p{Ll}{3,20}\s|(?:\ba|\p{Ll})[‘']\p{Ll}{2,}\s|\p{Ll}[’']\p{Ll}{3,}\b|[\d%][“‘]\p{L}"
        )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        if candidates:
            for quotation in document.quotes.irregular:
                yield from _glued_marks(document, quotation)
        for block in candidates:
            for match in pattern(f"{FRAGMENT}|{ONE_SIDE}").finditer(block.text):
                if all(is_word(match[part]) for part in ("before", "first", "last", "after") if match[part]):
                    yield block, _fragment_finding(match)


def _glued_marks(document: Document, quotation: Quotation) -> Iterator[tuple[Block, Finding]]:
    """Yield the findings for the marks of a quotation."""
    opening, closing = quotation.opening, quotation.closing
    if _is_name(document, quotation):
        return
    sure = not _may_face_the_other_way(document, quotation)
    if pattern(OPENS_GLUED).match(document.texts[opening.block], opening.at.start):
        yield _finding(document, opening, f" {document.read(opening)}", sure=sure)
    if not closing or _is_word(document, quotation):
        return
    if pattern(CLOSES_GLUED).match(document.texts[closing.block], closing.at.start):
        yield _finding(document, closing, f"{document.read(closing)} ", sure=sure)


def _word_to(document: Document, mark: Place, expression: str) -> str | None:
    """The match that includes a mark and the word before it."""
    text, at = document.texts[mark.block], mark.at
    for match in pattern(expression).finditer(text, max(at.start - LONGEST_WORD, 0), at.end + LONGEST_WORD):
        if match.start() < at.start < match.end():
            return match[0]
    return None


def _is_name(document: Document, quotation: Quotation) -> bool:
    """Whether both marks are hard signs of the same name."""
    name = _word_to(document, quotation.opening, NAME)
    return bool(name and quotation.closing and _word_to(document, quotation.closing, NAME) == name)


def _may_face_the_other_way(document: Document, quotation: Quotation) -> bool:
    """Whether one of the marks may belong to another quotation."""
    closing = quotation.closing
    return bool(
        _word_to(document, quotation.opening, MAY_CLOSE)
        or (closing and _word_to(document, closing, MAY_OPEN))
    )


def _is_word(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation is one word, which letters may follow that are no function word."""
    if len(quotation.inner) != 1 or not quotation.closing or not document.read(quotation.inner[0]).isalnum():
        return False
    after = WORD.match(document.texts[quotation.closing.block], quotation.closing.at.end)
    return not after or after[0] not in ENGLISH


def _fragment_finding(match: regex.Match[str]) -> Finding:
    changes = []
    if match["before"]:
        changes.append(Change(Range(*match.span("opening")), f" {match['opening']}"))
    if match["after"]:
        changes.append(Change(Range(*match.span("closing")), f"{match['closing']} "))
    message = "missing space next to the quotation mark"
    at = Range(match.start("before") if match["before"] else match.start(), match.end())
    return Finding(at, message, tuple(changes), safety=Safety.UNSAFE)


def _finding(document: Document, mark: Place, written: str, *, sure: bool) -> tuple[Block, Finding]:
    safety = None if sure and document.quotes.whole(mark.block) else Safety.UNSAFE
    finding = Finding(
        mark.at,
        "missing space next to the quotation mark",
        (Change(mark.at, written),),
        safety=safety,
    )
    return document.blocks[mark.block], finding
