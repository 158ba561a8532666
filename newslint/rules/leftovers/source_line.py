from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.core.segments import PROSE
from newslint.rules import Block, Case, Change, Document, Finding, Protected, Rule, Safety, pattern

LINK = r"[Ll]ink\s?-?\d{0,4}"
ENDS = r"[.…]{0,3}\s*"
LINE = (
    r"\s*(?:[Ss]ource(?: [Ll]ink)?(?:\s?[:：]\s?(?:https?://\S{4,200}"
    r"|(?:www\.)?[\w-]{2,40}\.(?:com|net|org|ru|cn|de|fr|ua)\S{0,80})"
    r"|\s?[:：]\s?(?:(?:[Nn]ews )?[Aa]gencies|[Ww]eb [Dd]esk)"
    rf"|\s{LINK})|(?:Article source|[Ss]ource text|Original (?:article|source|link|text))"
    rf"(?:\s?[:：][^\n]{{3,120}}| (?:is|can be found|can be read) here|)){ENDS}"
)
BARE = rf"\s*[Ss]ource {LINK}{ENDS}"
"""A line that names no source."""


class SourceLine(Rule):
    """A closing line names the aggregator's source: “Source link”, “Source: https://…”.

    ## What it does
    Deletes the line. Only a whole paragraph among the last few counts.

    ## Why it matters
    Aggregators add it below the story they took.

    ## Fix safety
    Safe if the line is only “Source link”, which credits nobody. Otherwise unsafe: the source may have to be
    credited.

    ## Options
    `last`: how many paragraphs from the end are examined.

    ## References
    Study of machine-translated news, artefact BP12.
    """

    last: int = 3
    """How many paragraphs at the end are examined."""

    safety = Safety.SAFE
    may_change = frozenset(Protected)
    cases = (
        Case("The bridge opens.\n\n⟦Source link -82⟧", fixed="The bridge opens.\n\n"),
        Case(
            "The bridge opens.\n\n⟦Source: https://example.org/bridge⟧",
            fixed="The bridge opens.\n\n",
            safety=Safety.UNSAFE,
        ),
        Case("The bridge opens.\n\n⟦Source: Agencies⟧", fixed="The bridge opens.\n\n", safety=Safety.UNSAFE),
        Case("The source: a man at the bridge.\n\nIt opens.\n\nNobody minded.\n\nThe end."),
        Case("Source link\n\nOne.\n\nTwo.\n\nThree."),
    )

    @property
    def trace(self) -> str:
        return r"[Ss]ource\s?[:：]|[Ss]ource (?:[Ll]ink|text)|Original (?:article|source|link|text)"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        prose = [block for block in document.blocks if block.kind in PROSE]
        for block in prose[1:][-self.last :]:
            if pattern(LINE).fullmatch(block.text):
                safety = None if pattern(BARE).fullmatch(block.text) else Safety.UNSAFE
                message = "aggregator’s source line: delete it unless the source must be named"
                yield block, Finding(block.whole, message, (Change(block.whole, ""),), safety=safety)
