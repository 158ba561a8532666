from __future__ import annotations

from newslint.rules import Case, Protected, Safety
from newslint.rules.families.page_line import PageLineRule
from newslint.text.residue.kinds import ResidueKind


class AdvertLabel(PageLineRule):
    """A paragraph is only an advertisement or page-control label.

    ## What it does
    Deletes paragraphs such as “ADVERTISEMENT” or “Story continues below”. Only a whole paragraph
    counts; `blank-lines` then closes the gap.

    ## Why it matters
    Scrapers take the label for prose.

    ## Fix safety
    Safe: the labels are listed and nothing else is in the paragraph.
    """

    residue = frozenset({ResidueKind.ADVERT})
    message = "advertisement label left over from the page: delete it"
    safety = Safety.SAFE
    may_change = frozenset(Protected)
    cases = (
        Case(
            "The bridge opens.\n\n⟦ADVERTISEMENT⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case(
            "The bridge opens.\n\n⟦Story continues below⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case(
            "The bridge opens.\n\n⟦Article continues after this advertisement⟧", fixed="The bridge opens.\n\n"
        ),
        Case(
            "The bridge opens.\n\n⟦AD⟧\n\nIt cost little.", fixed="The bridge opens.\n\n\n\nIt cost little."
        ),
        Case(
            "The bridge opens.\n\n⟦Loading...⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The advertisement was withdrawn.\n\nAdvertisement, they say, is an art."),
        Case("Loading the ship took a day.\n\nThe story continues."),
        Case("“Advertisement”\n\nA word from Latin.\n\n66 AD"),
    )
