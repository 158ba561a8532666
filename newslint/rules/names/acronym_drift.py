from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex

from newslint.lexicon.classes import column, entries
from newslint.rules import (
    PATTERN_SECONDS,
    Block,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Protected,
    Range,
    Related,
    Rule,
    any_of,
    pattern,
)
from newslint.text.names.whole_words import count_whole

SPELLED = (
    r"(?P<name>(?:\p{Lu}[\p{L}’'-]*|of|for|and|the|on|in|to|&)"
    r"(?:[\s-](?:\p{Lu}[\p{L}’'-]*|of|for|and|the|on|in|to|&)){1,9})\s\((?:the\s)?(?P<acronym>\p{Lu}{3,7})\)"
)
BEFORE, AFTER = r"(?<![\p{L}\p{N}#@&./’'-])", r"(?![\p{L}\p{N}&/-])"
ACRONYM = rf"{BEFORE}\p{{Lu}}{{3,7}}{AFTER}(?!\.\p{{L}})"
SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to", "&"})
ENGLISH_TOO = frozenset(
    {"AMA", "BCE", "BEI", "BID", "BIP", "BM", "CIO", "COI", "CPI", "HCR", "IVA", "ONG", "PAM", "PIB", "PMA"}
    | {"SIDA", "TVA"}
)
"""Foreign acronyms that are those of other things in English news."""


class AcronymDrift(Rule):
    """The acronym of a body changes: “IDR”, then “IRD”.

    ## What it does
    Writes the acronym that the article spells out (“Institute for Delta Research (IDR)”) for the same
    letters in another order, if these occur nowhere else and are not themselves spelled out. Writes the
    English acronym for that of another language (“OTAN”, “FMI”, “OPEP”) where the article also has the
    English one, or its words. Quoted speech passes, and so does an acronym in brackets, which
    `mistaken-name` judges.

    ## Why it matters
    Readers look for a second body.

    ## Fix safety
    Unsafe: there may be a second body.
    """

    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "The Institute for Marsh Research (IMR) is small.\n\nThe ⟦IRM⟧ recommends rain.",
            fixed="The Institute for Marsh Research (IMR) is small.\n\nThe IMR recommends rain.",
        ),
        Case(
            "A NATO fleet left. A man said that ⟦OTAN⟧ would wait.",
            fixed="A NATO fleet left. A man said that NATO would wait.",
        ),
        Case(
            "The International Monetary Fund met. The ⟦FMI⟧ lent more.",
            fixed="The International Monetary Fund met. The IMF lent more.",
        ),
        Case("The Institute for Marsh Research (IMR) met the IRM and an IRM."),
        Case("The Institute for Marsh Research (IMR) met the Institute for Rare Mud (IRM). The IRM left."),
        Case("The NATO site is called OTAN (French for NATO). “OTAN,” he said. NATO, or OTAN, met."),
    )

    @property
    def trace(self) -> str:
        return rf"\(\p{{Lu}}{{3,7}}\)|\b(?:{any_of(_foreign())})\b"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        spelled = {
            match["acronym"]: Place(block.index, Range(*match.span("acronym")))
            for block in candidates
            for match in pattern(SPELLED).finditer(block.text, timeout=PATTERN_SECONDS)
            if _are_initials(match["acronym"], match["name"])
        }
        if spelled:
            yield from self._turned(spelled, document)
        for block in candidates:
            if block.kind in self.kinds:
                yield from ((block, finding) for finding in _translated(block))

    def _turned(self, spelled: Mapping[str, Place], document: Document) -> Iterator[tuple[Block, Finding]]:
        """Yield acronyms that occur once, of the letters of one that is spelled out before."""
        by_letters = {"".join(sorted(acronym)): acronym for acronym in spelled}
        uses: dict[str, list[Place]] = {}
        for number, text in enumerate(document.texts):
            for match in pattern(ACRONYM).finditer(text, timeout=PATTERN_SECONDS):
                uses.setdefault(match[0], []).append(Place(number, Range(*match.span())))
        for written, places in uses.items():
            usual = by_letters.get("".join(sorted(written)))
            if usual is None or written in spelled or written in _known() or len(places) > 1:
                continue
            block, at = document.blocks[places[0].block], places[0].at
            if places[0] < spelled[usual] or block.kind not in self.kinds or not _is_used(block, at):
                continue
            related = (Related(spelled[usual], f"“{usual}” is spelled out here"),)
            message = f"letters of an acronym in another order, “{written}”: use “{usual}”"
            yield block, Finding(at, message, (Change(at, usual),), related=related)


def _are_initials(acronym: str, name: str) -> bool:
    """Whether a name ends in words of which an acronym has the initials."""
    initials = "".join(word[0] for word in regex.split(r"[\s-]", name) if word and word not in SMALL).upper()
    return initials.endswith(acronym)


def _is_used(block: Block, at: Range) -> bool:
    """Whether a place is neither quoted nor beside brackets, in a list or capitals."""
    before, after = block.text[max(at.start - 2, 0) : at.start], block.text[at.end : at.end + 2]
    beside = pattern(r"[(\[“‘\"]|,\s\Z").search(before) or pattern(r"[)\]”\"]|\s[(\[]").match(after)
    return not beside and not block.is_quoted(at)


def _translated(block: Block) -> Iterator[Finding]:
    """Yield acronyms of another language whose English one, or name, the article has."""
    foreign = pattern(rf"{BEFORE}(?:{any_of(_foreign())}){AFTER}")
    for match in foreign.finditer(block.text, timeout=PATTERN_SECONDS):
        at, (english, names) = Range(*match.span()), _foreign()[match[0]]
        around = block.text[max(at.start - 25, 0) : at.end + 12]
        explained = pattern(rf"\b(?:or|called|acronym|as)\s[“‘\"]?{match[0]}|{match[0]}\s\(").search(around)
        if explained or not _is_used(block, at):
            continue
        document = block.document
        if any(map(document.encoded_text.count, names)) or count_whole(english, document):
            yield Finding(
                at, f"acronym of another language, “{match[0]}”: use “{english}”", (Change(at, english),)
            )


@cache
def _known() -> frozenset[str]:
    return frozenset(column("acronyms", 0))


@cache
def _foreign() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """The English acronym and names of each foreign one that is nothing else."""
    return {
        foreign: (english, tuple(names.split("|")))
        for foreign, english, names in entries("acronyms_abroad")
        if foreign not in ENGLISH_TOO
    }
