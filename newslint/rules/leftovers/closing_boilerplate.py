from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.core.segments import PROSE
from newslint.rules import Block, Case, Change, Document, Finding, Protected, Rule, Safety, pattern

SURELY = (
    r"(?i)\s*(?:"
    r"Comments (?:are|have been) (?:now )?(?:closed|disabled|turned off|off)"
    r"(?: (?:for|on) this (?:article|post|story|page))?"
    r"|(?:Leave a (?:comment|reply)|(?:Post|Add|View|Show|Read) (?:a |all )?comments?|No comments(?: yet)?)"
    r"|Be the first to comment"
    r"|(?:Follow|Like|Find) us on"
    r" (?:(?:,? |,? and )?(?:Twitter|Facebook|Instagram|X|YouTube|LinkedIn)){1,5}(?:[ :,]+@\w+)?"
    r"|(?:Read or )?Share this (?:story|article|post)(?::\s*https?://\S+)?"
    r")[.!]?\s*"
)
LIKELY = (
    r"(?i)\s*(?:(?:Copyright\s*)?©|Copyright \d{4}|All rights reserved\b"
    r"|(?:This|The) (?:material|article|story|content) (?:may|must|can) not be"
    r" (?:published|reproduced|copied|used)\b)"
    r"[^“”\"\n]{0,200}"
)


@dataclass(frozen=True, kw_only=True)
class ClosingBoilerplate(Rule):
    """The page's closing words end the article: “Comments are closed”.

    ## What it does
    Deletes a listed closing line. Only a whole paragraph among the last few counts; `blank-lines` then
    closes the gap.

    ## Why it matters
    Scrapers take the page below the story along.

    ## Fix safety
    Safe, except that deleting a copyright notice is unsafe: the law may require it.

    ## Options
    `last`: how many paragraphs from the end are examined.
    """

    last: int = 3
    """How many paragraphs from the end are looked at."""

    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES, Protected.NUMBERS, Protected.URLS})
    cases = (
        Case("The bridge opens in May.\n\n⟦Comments are closed.⟧", fixed="The bridge opens in May.\n\n"),
        Case(
            "The bridge opens in May.\n\n⟦Comments have been disabled for this article⟧\n",
            fixed="The bridge opens in May.\n\n\n",
        ),
        Case(
            "The bridge opens.\n\n⟦Leave a comment⟧\n\n⟦Follow us on Twitter @oakpost⟧",
            fixed="The bridge opens.\n\n\n\n",
        ),
        Case(
            "The bridge opens.\n\n⟦Share this story: https://example.org/s/42⟧",
            fixed="The bridge opens.\n\n",
        ),
        Case(
            "The bridge opens.\n\n⟦© 2021 Oak Post. All rights reserved.⟧",
            fixed="The bridge opens.\n\n",
            safety=Safety.UNSAFE,
        ),
        Case("Comments are closed.\n\nThe site said so.\n\nIt gave no reason.\n\nNobody minded."),
        Case("The bridge opens.\n\nComments are closed on most sites, she said, because nobody reads them."),
        Case("The bridge opens.\n\n“Comments are closed.”"),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        prose = [block for block in document.blocks if block.kind in PROSE]
        for block in prose[1:][-self.last :]:
            whole = block.whole
            if pattern(SURELY).fullmatch(block.text):
                yield (
                    block,
                    Finding(whole, "boilerplate left over from the page: delete it", (Change(whole, ""),)),
                )
            elif pattern(LIKELY).fullmatch(block.text):
                message = "copyright notice: delete it if it belongs to the page"
                yield block, Finding(whole, message, (Change(whole, ""),), safety=Safety.UNSAFE)
