from __future__ import annotations

from newslint.rules import Case, Protected, Safety
from newslint.rules.families.page_line import PageLineRule
from newslint.text.residue.kinds import ResidueKind


class EditorCredit(PageLineRule):
    """A paragraph credits an editor or reporter: “Responsible editor: Li Wei”.

    ## What it does
    Deletes the credit. Only a whole paragraph counts.

    ## Why it matters
    Chinese and Russian pages end this way, and engines translate the line.

    ## Fix safety
    Unsafe: the newsroom may credit its own people like this.

    ## References
    Study of machine-translated news, artefact BP11.
    """

    residue = frozenset({ResidueKind.BYLINE})
    message = "credit line from another site: delete it unless it is yours"
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("The bridge opens.\n\n⟦Responsible editor: Li Wei⟧", fixed="The bridge opens.\n\n"),
        Case(
            "The bridge opens.\n\n⟦(Reporter: Anna Oak)⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The editor: he was late. The bridge opens."),
        Case("Reporter: Why did it fall?\n\nMinister: Because of the storm."),
    )
