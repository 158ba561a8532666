from __future__ import annotations

from newslint.core.segments import PROSE
from newslint.rules import Block, Case, Protected, Safety
from newslint.rules.families.page_line import PageLineRule
from newslint.text.residue.kinds import Residue, ResidueKind


class ClosingBoilerplate(PageLineRule):
    """The page's closing words end the article: “Comments are closed”.

    ## What it does
    Deletes lines about comments, networks and copyright. Only a whole paragraph made of words of a page
    counts; `blank-lines` then closes the gap.

    ## Why it matters
    Scrapers take the page below the story along.

    ## Fix safety
    Safe among the last paragraphs, where nothing else is in the line. Deleting a copyright notice is unsafe:
    the law may require it.

    ## Options
    `last`: how many paragraphs from the end count as the end.
    """

    last: int = 3
    """How many paragraphs at the end are examined."""

    residue = frozenset({ResidueKind.COMMENT, ResidueKind.LEGAL, ResidueKind.SOCIAL})
    message = "boilerplate left over from the page: delete it"
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
            "The bridge opens.\n\n⟦© 2021 Oak Post. All rights reserved.⟧",
            fixed="The bridge opens.\n\n",
            safety=Safety.UNSAFE,
        ),
        Case("The bridge opens.\n\nComments are closed on most sites, she said, because nobody reads them."),
        Case("The bridge opens.\n\n“Comments are closed.”"),
    )

    def sureness(self, block: Block, residue: Residue) -> Safety | None:
        is_notice = residue.kind is ResidueKind.LEGAL
        later = block.document.sources[block.index + 1 :]
        at_the_end = sum(source.kind in PROSE for source in later) < self.last
        return None if residue.closed and at_the_end and not is_notice else Safety.UNSAFE
