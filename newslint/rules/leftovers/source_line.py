from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.core.segments import PROSE
from newslint.rules import Block, Case, Change, Document, Finding, Protected, Rule, Safety, pattern

LINE = (
    r"\s*(?:[Ss]ource(?: [Ll]ink)?(?:\s?[:：]\s?(?:https?://\S{4,200}"
    r"|(?:www\.)?[\w-]{2,40}\.(?:com|net|org|ru|cn|de|fr|ua)\S{0,80})"
    r"|\s[Ll]ink\s?-?\d{0,4})|Article source\s?[:：][^\n]{3,120}|Original (?:article|source"
    r"|link)\s?[:：][^\n]{3,120})\s*"
)


@dataclass(frozen=True, kw_only=True)
class SourceLine(Rule):
    """A closing line names the aggregator's source: “Source link”, “Source: https://…”.

    ## What it does
    Deletes the line. Only a whole paragraph among the last few counts.

    ## Why it matters
    Aggregators add it below the story they took.

    ## Fix safety
    Unsafe: the source may have to be credited.

    ## Options
    `last`: how many paragraphs from the end are examined.

    ## References
    Study of machine-translated news, artefact BP12.
    """

    last: int = 3
    """How many paragraphs from the end are looked at."""

    safety = Safety.UNSAFE
    may_change = frozenset(Protected)
    cases = (
        Case("The bridge opens.\n\n⟦Source link -82⟧", fixed="The bridge opens.\n\n"),
        Case("The bridge opens.\n\n⟦Source: https://example.org/bridge⟧", fixed="The bridge opens.\n\n"),
        Case("The source: a man at the bridge, said so.\n\nIt opens.\n\nNobody minded.\n\nThe end."),
        Case("Source link\n\nOne.\n\nTwo.\n\nThree."),
    )

    @property
    def trace(self) -> str:
        return r"[Ss]ource\s?[:：]|[Ss]ource [Ll]ink|Original (?:article|link)"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        prose = [block for block in document.blocks if block.kind in PROSE]
        for block in prose[1:][-self.last :]:
            if pattern(LINE).fullmatch(block.text):
                message = "aggregator’s source line: delete it unless the source must be named"
                yield block, Finding(block.whole, message, (Change(block.whole, ""),))
