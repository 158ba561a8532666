from __future__ import annotations

from newslint.rules import Case, Protected, Safety
from newslint.rules.families.page_line import PageLineRule
from newslint.text.residue.kinds import ResidueKind


class PageStamp(PageLineRule):
    """A paragraph is a stamp of the page: “4 min read”.

    ## What it does
    Deletes stamps such as “Updated: 22:35, May 7, 2021”, “4 min read” or “41 shares”. Only a whole paragraph
    counts; a date alone is a heading and passes.

    ## Why it matters
    Scrapers take the line below the headline for prose.

    ## Fix safety
    Unsafe: the newsroom may tell its readers when a story was updated.
    """

    residue = frozenset({ResidueKind.STAMP})
    message = "stamp left over from the page: delete it"
    safety = Safety.UNSAFE
    may_change = frozenset(Protected)
    cases = (
        Case(
            "The bridge opens.\n\n⟦Updated: 22:35, May 7, 2021⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case(
            "The bridge opens.\n\n⟦4 min read⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The bridge opens.\n\n⟦41 shares⟧", fixed="The bridge opens.\n\n"),
        Case("The bridge opens.\n\nMay 7, 2021\n\nIt cost little.\n\n10:30 a.m.\n\nThe mayor came."),
        Case("The bridge opens.\n\nUpdated plans were published on May 7, 2021 at 22:35."),
    )
