from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from newslint.rules import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    Protected,
    Range,
    Rule,
    Safety,
    pattern,
)
from newslint.text.quotations.marks import SINGLE, TYPEWRITTEN, to_close
from newslint.text.quotations.mentioned_marks import mentioned_marks
from newslint.text.quotations.outer_style import MarkStyle
from newslint.text.quotations.quotations import Quotation

SPACE = r"[\s\xa0\u202f]?"
PAIR = (
    rf"«{SPACE}(?P<inner>[^«»„“”\n]{{1,400}}?){SPACE}»|(?<!\w)»(?P<inner>\w[^«»“”\n]{{1,400}}?[\w.,!?])«"
    r"|‹(?P<inner>[^‹›\n]{1,400}?)›|「(?P<inner>[^「」\n]{1,400}?)」"
    r"|„(?P<inner>[^«»„“”\"\n]{1,400}?)[“”]|(?<!\S)[‚‛](?P<inner>\w[^‚‛‘\n]{1,400}?)[’‘](?!\w)"
    r"|(?<!\S),,(?P<inner>\w[^„“”\"\n]{1,400}?)[“”\"]"
)
ALONE = "[«»„]"
NAMES_OF_MARKS = r"\b(?:[Gg]uillemets?|(?:[Qq]uotation|[Ss]peech|[Qq]uote)\smarks?|[Ii]nverted\scommas)\b"
STRAIGHT = r"(?<=\p{L})'(?=\p{L})"


class ForeignQuoteMarks(Rule):
    """Words are in foreign quotation marks: «x», „x“, ``x''.

    ## What it does
    Writes the marks of the article, single ones in a headline, and drops the space that French puts inside.
    Marks of typewriters (``x'', ″x″; not ''x'') pass where the article has no others, and so do marks that
    the text talks about (“the « and the »”), and all in an article about quotation marks.

    ## Why it matters
    French, Russian and German marks come along with the text.

    ## Fix safety
    Safe. A mark without its partner has no fix, unless it closes the one quotation that is open.

    ## References
    Study of machine-translated news, artefact PQ18.
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.QUOTED})
    cases = (
        Case("The ship ⟦«Aurora»⟧ sank.", fixed="The ship “Aurora” sank."),
        Case("He said it was ⟦« over »⟧.", fixed="He said it was “over”."),
        Case(
            "The ⟦„Abendblatt“⟧ and the ⟦„Courier”⟧ agree.", fixed="The “Abendblatt” and the “Courier” agree."
        ),
        Case(
            "It rained. ⟦»We walked,«⟧ he said. 'And sang,' she said.",
            fixed="It rained. 'We walked,' he said. 'And sang,' she said.",
        ),
        Case(
            "The flags read ⟦‹No fish›⟧ and ⟦「No ships」⟧. ‘It rained,’ she said.",
            fixed="The flags read ‘No fish’ and ‘No ships’. ‘It rained,’ she said.",
        ),
        Case(
            "⟦‚We walked to Bergen,’⟧ he said. ‘It rained,’ she said.",
            fixed="‘We walked to Bergen,’ he said. ‘It rained,’ she said.",
        ),
        Case(
            "⟦``We walked,''⟧ he said. \"And sang,\" she said.",
            fixed='"We walked," he said. "And sang," she said.',
        ),
        Case(
            "The mayor’s men left. ⟦''We walked,''⟧ he said.",
            fixed="The mayor’s men left. “We walked,” he said.",
        ),
        Case(
            "The mayor's men left. ⟦''We walked,''⟧ he said.",
            fixed='The mayor\'s men left. "We walked," he said.',
        ),
        Case('It rained. ⟦,,We walked"⟧, he said.', fixed="It rained. “We walked”, he said."),
        Case("``We walked,'' he said. ``And sang,'' she said."),
        Case(
            '"We walked to the ship⟦»⟧, he said. "It rained," she said.',
            fixed='"We walked to the ship", he said. "It rained," she said.',
        ),
        Case("The headline was ⟦«⟧So it goes."),
        Case("« Older stories ... Newer stories »", plain=True),
        Case("Read more »\n\nHome » News » Harbor", plain=True),
        Case("French has the « and the », and the sign „ is German; some use ‚ and ‘ instead of a ‹."),
        Case("The guillemet is French. Its books have «this», and others „that“."),
        Case("The ship “Aurora” sank; “so” and 'so'."),
    )

    @property
    def trace(self) -> str:
        return "[«»„‹「‚‛″`＇]|‘‘|’’|''|,,"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        if not candidates or _talks_of_marks(document):
            return
        for block in candidates:
            mentioned = mentioned_marks(block.text)
            for match in pattern(f"{PAIR}|{ALONE}").finditer(block.text):
                finding = (
                    None if mentioned.intersection((match.start(), match.end() - 1)) else _judge(match, block)
                )
                if finding:
                    yield block, finding
        for quotation in document.quotes.irregular:
            glyph = document.read(quotation.opening)
            if glyph == "''" or (glyph in TYPEWRITTEN and document.mark_style):
                yield from _typewritten(document, quotation)


def _talks_of_marks(document: Document) -> bool:
    """Whether the article is about quotation marks."""
    return any(pattern(NAMES_OF_MARKS).search(text) for text in document.texts)


def _judge(match: regex.Match[str], block: Block) -> Finding | None:
    """The finding for foreign marks, unless they are arrows."""
    at, inner = Range(*match.span()), match["inner"]
    if _is_arrow(match, block.text):
        return None
    if inner is None:
        open_ones = [q for q in block.document.quotes.unclosed_quotations if q.opening.block == block.index]
        if len(open_ones) != 1 or match[0] != "»" or open_ones[0].opening.at > at:
            return Finding(at, "foreign quotation mark without its partner")
        closing = to_close(block.document.read(open_ones[0].opening))
        return Finding(at, f"foreign quotation mark: use {closing}", (Change(at, closing),))
    start, end = match.span("inner")
    return _finding(block, at, Range(start, end), nested=False)


def _is_double(marked: str) -> bool:
    """Whether marked words begin with a double mark."""
    return marked[:2] in TYPEWRITTEN or marked[0] not in SINGLE


def _has_curly(document: Document) -> bool:
    """Whether no apostrophe inside a word is straight."""
    return not any(pattern(STRAIGHT).search(text) for text in document.texts)


def _typewritten(document: Document, quotation: Quotation) -> Iterator[tuple[Block, Finding]]:
    """Yield the finding for a quotation in a typewriter's marks."""
    opening, closing = quotation.opening, quotation.closing
    if closing and opening.block == closing.block:
        block = document.blocks[opening.block]
        at, inner = Range(opening.at.start, closing.at.end), Range(opening.at.end, closing.at.start)
        yield block, _finding(block, at, inner, nested=quotation.depth > 0)


def _finding(block: Block, at: Range, inner: Range, *, nested: bool) -> Finding:
    style = block.document.mark_style or MarkStyle(
        double=_is_double(at.of(block.text)), curly=_has_curly(block.document)
    )
    if block.index == block.document.headline_index:
        enclosed = nested and at.of(block.text)[0] in SINGLE
        style = MarkStyle(double=enclosed, curly=style.curly)
    opening, closing = style.marks(nested=nested)
    changes = (Change(Range(at.start, inner.start), opening), Change(Range(inner.end, at.end), closing))
    return Finding(at, f"foreign quotation marks: use {opening} and {closing}", changes)


def _is_arrow(match: regex.Match[str], text: str) -> bool:
    """Whether a guillemet is an arrow: at an edge or between spaces.

    « quotes » with the spaces of French are a quotation only inside a sentence.
    """
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    if match["inner"] is None:
        spaced = text[match.start() - 1 : match.start()].isspace() and text[match.end() :][:1].isspace()
        return match[0] in "«»" and (not before or not after or spaced)
    spaced = match[0].startswith(("« ", "«\xa0", "«\u202f"))
    return spaced and not before and not after
