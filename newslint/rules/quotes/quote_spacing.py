from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import Block, Case, Change, Document, Finding, Range, Rule, Safety, any_of, pattern
from newslint.text.quotations.narrator import VERBS as SAYING

WIDEST_GAP = 20
MARKS = frozenset("“”‘’\"'")
STOPS = frozenset(".,;:!?)")
"""Marks before an opening mark that need a space after them."""


class QuoteSpacing(Rule):
    """A space is on the inner side of a quotation mark.

    ## What it does
    Closes the gap; if the mark touches a word or a stop outside, the space changes sides. Spaces
    between two marks (“ ‘) and at an ellipsis are typography and pass.

    ## Why it matters
    Tokenizers split marks from words, and stripped links and tags leave their spaces.

    ## Fix safety
    Safe: only spaces change.
    """

    safety = Safety.SAFE
    cases = (
        Case("The film ⟦“ ⟧Red Harbour⟦ ”⟧ opens today.", fixed="The film “Red Harbour” opens today."),
        Case("⟦“ ⟧We will stay,” she said.", fixed="“We will stay,” she said."),
        Case("“We will stay,⟦ ”⟧ she said.", fixed="“We will stay,” she said."),
        Case('The film ⟦" ⟧Red Harbour⟦ "⟧ opens today.', fixed='The film "Red Harbour" opens today.'),
        Case("The film⟦“ ⟧Red Harbour” opens today.", fixed="The film “Red Harbour” opens today."),
        Case("The ships sailed.⟦“ ⟧We waved,” he said.", fixed="The ships sailed. “We waved,” he said."),
        Case("The film “Red Harbour⟦ ”⟧opens today.", fixed="The film “Red Harbour” opens today."),
        Case(
            "He left \"the hall.⟦ \"⟧ 'As a cook, I wait,' said Tamm.",
            fixed="He left \"the hall.\" 'As a cook, I wait,' said Tamm.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The film ⟦‘ ⟧Red Harbour⟦ ’⟧ opens today. ‘It rained,’ she said.",
            fixed="The film ‘Red Harbour’ opens today. ‘It rained,’ she said.",
        ),
        Case(
            "It had ⟦' ⟧nothing to hide⟦ '⟧ from us. 'It rained,' she said.",
            fixed="It had 'nothing to hide' from us. 'It rained,' she said.",
        ),
        Case(
            'Tamm told "the board.⟦ "⟧ \'We will stay,\' ⟦" ⟧he told reporters."',
            fixed='Tamm told "the board." \'We will stay,\' "he told reporters."',
            safety=Safety.UNSAFE,
        ),
        Case("“ ‘Never,’ he told me, and he meant ‘never.’ ”"),
        Case("“ … and so we left … ” the diary ends."),
        Case('"We stay,⟦ "⟧said the mayor.', fixed='"We stay," said the mayor.'),
        Case('The songs "Red Harbour,"" Low Tide "and "Sleet" closed the show.'),
        Case("The States’ lawyers said the workers ’ claim failed."),
        Case('She writes “ and ” for the " of typewriters.'),
        Case("The film “Red Harbour” opens today, the “first” in years."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for quotation in document.quotes.irregular:
            if not quotation.closing:
                continue
            for place in (quotation.opening, *quotation.resumed):
                block = document.blocks[place.block]
                outside = block.text[place.at.start - 1 : place.at.start]
                gap = _gap_after(block.text, place.at)
                if gap and outside not in MARKS:
                    glued = outside.isalnum() or outside in STOPS
                    yield block, _close_gap(block, place.at, gap, outside=" " if glued else "")
            block, at = document.blocks[quotation.closing.block], quotation.closing.at
            outside = block.text[at.end : at.end + 1]
            gap = _gap_before(block.text, at)
            if gap and outside not in MARKS:
                yield block, _close_gap(block, at, gap, outside=" " if outside.isalnum() else "")


def _close_gap(block: Block, mark: Range, gap: Range, outside: str) -> Finding:
    """The finding for an inner gap, which is deleted or changes sides."""
    opens = mark < gap
    where = "after the opening" if opens else "before the closing"
    glyph = mark.of(block.text)
    both = Range(mark.start, gap.end) if opens else Range(gap.start, mark.end)
    change = Change(both, outside + glyph if opens else glyph + outside) if outside else Change(gap, "")
    sure = block.document.quotes.whole(block.index) and not _may_do_the_other(block.text, mark, opens=opens)
    safety = None if sure else Safety.UNSAFE
    return Finding(both, f"space {where} quotation mark {glyph}: delete it", (change,), safety=safety)


def _may_do_the_other(text: str, mark: Range, *, opens: bool) -> bool:
    """Whether a straight mark between spaces may face the other way.

    One before another mark may open (`. " 'As a teacher`), one before an attribution may close
    (`at noon, " Tamm told reporters`).
    """
    speaker = r"(?:(?:he|she|it|they|we|I|the\s\p{Ll}+)\s|(?:\p{Lu}[\p{L}’'.-]*\s){0,4})"
    following = rf"\s+{speaker}(?:{any_of(SAYING)})\b" if opens else r"\s+[“”‘’\"']"
    return mark.of(text) == '"' and bool(pattern(following).match(text, mark.end))


def _gap_after(text: str, mark: Range) -> Range | None:
    found = pattern(r"\s+(?=[^\s.…“”‘’\"'])").match(text, mark.end)
    return Range(*found.span()) if found else None


def _gap_before(text: str, mark: Range) -> Range | None:
    start = max(mark.start - WIDEST_GAP, 0)
    found = pattern(r"(?<=[^\s…“”‘’\"'])(?<!\.\.|\. \.)\s+\Z").search(text, start, mark.start)
    return Range(*found.span()) if found else None
