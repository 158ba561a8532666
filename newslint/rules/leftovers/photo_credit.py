from __future__ import annotations

from newslint.rules import Case, Protected, Safety
from newslint.rules.families.page_line import PageLineRule
from newslint.text.residue.kinds import ResidueKind


class PhotoCredit(PageLineRule):
    """A paragraph only credits a picture: “© Novak / Harbor Photos”.

    ## What it does
    Deletes the credit, and a caption that ends with one. Only a whole paragraph counts.

    ## Why it matters
    The picture did not come along, so the line describes and credits nothing.

    ## Fix safety
    Unsafe: the picture may still be there.

    ## References
    Study of machine-translated news, artefact BP08.
    """

    residue = frozenset({ResidueKind.CREDIT})
    message = "credit or caption of a picture: delete it if the picture is gone"
    safety = Safety.UNSAFE
    may_change = frozenset(Protected)
    cases = (
        Case(
            "The bridge opens.\n\n⟦Photo by Ivo Brandt⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case(
            "The bridge opens.\n\n⟦© Anna Novak / Harbor Photos⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case(
            "The bridge opens.\n\n⟦The bridge in Wick on Monday. Photo: Ivo Brandt/AFP⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The bridge opens.\n\nThe mayor shut the bridge in Wick on Monday. (AFP)\n\nIt cost little."),
        Case("The photo by Ivo Brandt shows the bridge."),
    )
