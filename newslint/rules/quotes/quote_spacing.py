from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.rules import Block, Case, Change, Document, Finding, Range, Rule, Safety, any_of, pattern
from newslint.text.quotations.marks import SINGLE
from newslint.text.quotations.speech_ends import VERBS as SAYING

WIDEST_GAP = 20
MARKS = frozenset("“”‘’\"'")
STOPS = frozenset(".,;:!?)")
"""What a space follows where it goes on outside."""


@dataclass(frozen=True, kw_only=True)
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
        Case("“ ‘Never,’ he told me, and he meant ‘never.’ ”"),
        Case("“ … and so we left … ” the diary ends."),
        Case('"We stay,⟦ "⟧said the mayor.', fixed='"We stay," said the mayor.'),
        Case('The songs "Red Harbour,"" Low Tide "and "Sleet" closed the show.'),
        Case("The States’ lawyers said the workers ’ claim failed."),
        Case("The film “Red Harbour” opens today, the “first” in years."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for quotation in document.quotes.irregular:
            if not quotation.closing or document.read(quotation.opening) in SINGLE:
                continue
            for place in (quotation.opening, *quotation.resumed):
                block = document.blocks[place.block]
                outside = block.text[place.at.start - 1 : place.at.start]
                gap = _gap_after(block.text, place.at)
                if gap and outside not in MARKS:
                    glued = outside.isalnum() or outside in STOPS
                    yield block, _closed_up(block, place.at, gap, outside=" " if glued else "")
            block, at = document.blocks[quotation.closing.block], quotation.closing.at
            outside = block.text[at.end : at.end + 1]
            gap = _gap_before(block.text, at)
            if gap and outside not in MARKS:
                yield block, _closed_up(block, at, gap, outside=" " if outside.isalnum() else "")


def _closed_up(block: Block, mark: Range, gap: Range, outside: str) -> Finding:
    """The finding that the gap between a mark and the words inside should go, or change sides."""
    opens = mark < gap
    where = "after the opening" if opens else "before the closing"
    glyph = mark.of(block.text)
    both = Range(mark.start, gap.end) if opens else Range(gap.start, mark.end)
    change = Change(both, outside + glyph if opens else glyph + outside) if outside else Change(gap, "")
    sure = block.document.quotes.whole(block.index) and not _may_do_the_other(block.text, mark, opens=opens)
    safety = None if sure else Safety.UNSAFE
    return Finding(both, f"space {where} quotation mark {glyph}: delete it", (change,), safety=safety)


def _may_do_the_other(text: str, mark: Range, *, opens: bool) -> bool:
    """Whether a straight mark between spaces may close where it seems to open, or the other way round.

    One before another mark may open (`. " 'As a teacher`), one before an attribution may close
    (`at noon, " Tamm told reporters`).
    """
    following = rf"\s+(?:\p{{Lu}}[\p{{L}}’'.-]*\s){{0,4}}(?:{any_of(SAYING)})\b" if opens else r"\s+[“”‘’\"']"
    return mark.of(text) == '"' and bool(pattern(following).match(text, mark.end))


def _gap_after(text: str, mark: Range) -> Range | None:
    found = pattern(r"\s+(?=[^\s.…“”‘’\"'])").match(text, mark.end)
    return Range(*found.span()) if found else None


def _gap_before(text: str, mark: Range) -> Range | None:
    start = max(mark.start - WIDEST_GAP, 0)
    found = pattern(r"(?<=[^\s…“”‘’\"'])(?<!\.\.|\. \.)\s+\Z").search(text, start, mark.start)
    return Range(*found.span()) if found else None
