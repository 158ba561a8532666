from __future__ import annotations

from newslint.rules import Case, Protected, Safety
from newslint.rules.families.page_line import PageLineRule
from newslint.text.residue.kinds import ResidueKind


class ImageLabel(PageLineRule):
    """A paragraph is only a picture or player label: “toggle caption”.

    ## What it does
    Deletes labels such as “Image 2 of 11”. Only a whole paragraph without a caption counts;
    `blank-lines` then closes the gap.

    ## Why it matters
    Scrapers take the controls around pictures for prose.

    ## Fix safety
    Safe: the labels are listed and nothing else is in the paragraph.

    ## References
    Study of machine-translated news, artefact BP07.
    """

    residue = frozenset({ResidueKind.PICTURE, ResidueKind.PLAYER})
    message = "picture or player label left over from the page: delete it"
    safety = Safety.SAFE
    may_change = frozenset(Protected)
    cases = (
        Case(
            "The bridge opens.\n\n⟦toggle caption⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The bridge opens.\n\n⟦Hide Caption 2 of 11⟧", fixed="The bridge opens.\n\n"),
        Case(
            "The bridge opens.\n\n⟦Media playback is unsupported on your device⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("Image copyright laws are strict.\n\nThe caption said so, and the gallery closed."),
        Case("Image caption The bridge in May."),
    )
