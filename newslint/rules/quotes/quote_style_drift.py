from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import (
    Block,
    BlockKind,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Range,
    Related,
    Rule,
    Safety,
    pattern,
)
from newslint.text.quotations.marks import PARTNERS, SINGLE
from newslint.text.quotations.quotations import Quotation
from newslint.text.quotations.speech_ends import ends_sentence

CLEAR_MAJORITY = 5
"""The minimum ratio of quotations in the usual style to those in the other."""
LONGEST_HEADING = 25
"""Words; a paragraph up to this length may be a heading, where single marks are the rule."""
LONGEST_PHRASE = 5
"""Words; longer quotations are speech, which may come from a page with another style."""
FIRST_PERSON = r"\b(?:I|I[’'](?:m|ve|ll|d)|[Mm]y|[Ww]e|[Oo]ur)\b"
CURLY = frozenset("“”‘’")

SCENE = (
    "came before the talks, as nine mayors lined up on the steps of the old town hall and "
    "their hosts counted heads twice to be sure that nobody of note was missing."
)
SPEECH = "“We came,” he said. “It rained.” “Poor us,” she said. “We stayed.”"
SINGLE_SPEECH = SPEECH.replace("“", "‘").replace("”", "’")
STRAIGHT_SPEECH = SPEECH.replace("“", '"').replace("”", '"')


class QuoteStyleDrift(Rule):
    """One phrase is quoted in double marks here, single marks there.

    ## What it does
    Gives the phrase the marks that it has where the article keeps its usual style. Single marks inside
    a quotation and in headings are convention and pass. Straight marks among curly ones came with a
    line from another page and pass too.

    ## Why it matters
    Segments translated separately come back in different styles.

    ## Fix safety
    Safe: only the marks change.
    """

    safety = Safety.SAFE
    cases = (
        Case(
            f"The “team photo” was late. {SPEECH}\n\nThe ⟦‘team photo’⟧ {SCENE}",
            fixed=f"The “team photo” was late. {SPEECH}\n\nThe “team photo” {SCENE}",
        ),
        Case(
            f"The ‘team photo’ was late. {SINGLE_SPEECH}\n\nThe ⟦“team photo”⟧ {SCENE}",
            fixed=f"The ‘team photo’ was late. {SINGLE_SPEECH}\n\nThe ‘team photo’ {SCENE}",
        ),
        Case(
            f"The \"team photo\" was late. {STRAIGHT_SPEECH}\n\nThe ⟦'team photo'⟧ {SCENE}",
            fixed=f'The "team photo" was late. {STRAIGHT_SPEECH}\n\nThe "team photo" {SCENE}',
        ),
        Case(
            f"“Don’t Go” is off. {SPEECH}\n\nThe ⟦‘Don’t Go’⟧ tour {SCENE}",
            fixed=f"“Don’t Go” is off. {SPEECH}\n\nThe “Don’t Go” tour {SCENE}",
        ),
        Case(f"A “team photo” was late. {SPEECH}\n\nI remember the ‘team photo’ that {SCENE} We laughed."),
        Case(
            f"A “team photo” was late. “We waited for the ‘team photo’ that {SCENE}” she said. “It rained.”"
        ),
        Case(f"A ‘team photo’ too late?\n\nThe “team photo” was late. {SPEECH}"),
        Case(f"The “team photo” was late. A custom.\n\nThe ‘team photo’ {SCENE}"),
        Case(f"The “team photo” was late. {SPEECH}\n\nThe ‘group hug’ {SCENE}"),
        Case(f"The “team photo” was late. {SPEECH}\n\nMORE: The 'team photo' {SCENE}"),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        irregular = document.quotes.irregular
        if not any(
            _is_single(document, quotation) and _is_outer(document, quotation) for quotation in irregular
        ):
            return
        outer = [quotation for quotation in document.quotes.quotations if _is_outer(document, quotation)]
        single = [quotation for quotation in outer if _is_single(document, quotation)]
        double = [quotation for quotation in outer if not _is_single(document, quotation)]
        usual, other = (double, single) if len(double) > len(single) else (single, double)
        if len(usual) < CLEAR_MAJORITY * len(other):
            return
        models: dict[str, Quotation] = {}
        for quotation in usual:
            models.setdefault(_phrase(document, quotation), quotation)
        for quotation in other:
            model = models.get(_phrase(document, quotation))
            short = len(_phrase(document, quotation).split()) <= LONGEST_PHRASE
            marked = _in_text(document, quotation) and not _in_unmarked_speech(document, quotation)
            if model and short and marked and _alike(document, quotation, model):
                yield from _finding(document, quotation, model)


def _is_single(document: Document, quotation: Quotation) -> bool:
    return document.read(quotation.opening) in SINGLE


def _is_outer(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation in prose is certainly not nested."""
    block = document.blocks[quotation.opening.block]
    sentences = block.kind is BlockKind.PARAGRAPH and ends_sentence(block.text)
    alone = quotation.depth == 0 and len(quotation.inner) == 1
    return sentences and alone and quotation.sure and _is_matched(document, quotation)


def _is_matched(document: Document, quotation: Quotation) -> bool:
    closing = quotation.closing
    return closing is not None and PARTNERS.get(document.read(quotation.opening)) == document.read(closing)


def _in_text(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation is in running text, not in a heading."""
    block = document.blocks[quotation.opening.block]
    first = all(not text for text in document.texts[: block.index])
    return not first and len(block.text.split()) > LONGEST_HEADING


def _in_unmarked_speech(document: Document, quotation: Quotation) -> bool:
    """Whether the paragraph is speech without marks, which may contain single marks."""
    block = document.blocks[quotation.opening.block]
    spoken = (Range(*match.span()) for match in pattern(FIRST_PERSON).finditer(block.text))
    return any(not block.is_quoted(at) for at in spoken)


def _alike(document: Document, quotation: Quotation, model: Quotation) -> bool:
    """Whether the marks of both are curly, or both straight."""
    return (document.read(quotation.opening) in CURLY) == (document.read(model.opening) in CURLY)


def _phrase(document: Document, quotation: Quotation) -> str:
    """The quoted words, without case and edge punctuation."""
    return " ".join(document.read(quotation.inner[0]).casefold().strip(" ,.").split())


def _finding(document: Document, odd: Quotation, model: Quotation) -> Iterator[tuple[Block, Finding]]:
    """The finding for a quotation with another style than its model."""
    if not odd.closing or not model.closing:
        return
    block = document.blocks[odd.opening.block]
    opening, closing = document.read(model.opening), document.read(model.closing)
    yield (
        block,
        Finding(
            Range(odd.opening.at.start, odd.closing.at.end),
            f"inconsistent quotation marks: elsewhere {opening}{document.read(model.inner[0])}{closing}",
            (Change(odd.opening.at, opening), Change(odd.closing.at, closing)),
            related=(
                Related(
                    Place(model.opening.block, Range(model.opening.at.start, model.closing.at.end)),
                    "the same words in the article’s usual marks",
                ),
            ),
        ),
    )
