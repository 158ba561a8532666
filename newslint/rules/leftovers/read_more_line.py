from __future__ import annotations

from newslint.rules import Case, Protected, Safety
from newslint.rules.families.page_line import PageLineRule
from newslint.text.residue.kinds import ResidueKind


class ReadMoreLine(PageLineRule):
    """A paragraph only links to another story: “READ MORE: Ferry sinks”.

    ## What it does
    Deletes a short paragraph that begins with a listed label and a colon, bar or dash.

    ## Why it matters
    Scrapers take such links for prose.

    ## Fix safety
    Unsafe: a column may begin the same way.

    ## References
    Study of machine-translated news, artefact BP05.
    """

    residue = frozenset({ResidueKind.LINK})
    message = "link to another story left over from the page: delete it"
    safety = Safety.UNSAFE
    may_change = frozenset(Protected)
    cases = (
        Case(
            "The bridge opens.\n\n⟦READ MORE: Ferry sinks off Oslo⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The bridge opens.\n\n⟦Related: How the bridge was built⟧", fixed="The bridge opens.\n\n"),
        Case("The bridge opens.\n\n⟦Also read | Ten bridges to see⟧", fixed="The bridge opens.\n\n"),
        Case("Read more in the book, she said: it is long."),
        Case(
            "More: that was what he wanted. He got it. And so did she, in the end, when the bridge was "
            "opened by "
            "the mayor and the town band played until the morning and nobody went to bed before the sun "
            "was up again."
        ),
    )
