from __future__ import annotations

from newslint.rules import Case, Protected, Safety
from newslint.rules.families.page_line import PageLineRule
from newslint.text.residue.kinds import ResidueKind


class PageCode(PageLineRule):
    """A paragraph is only code of the page: “[gallery ids=2]”.

    ## What it does
    Deletes shortcodes, lines of scripts and style sheets, tags shown as text, and the parameters of
    trackers. Only a whole paragraph counts.

    ## Why it matters
    Scrapers take what the page should have run for prose.

    ## Fix safety
    Unsafe: the article may show code to its readers.
    """

    residue = frozenset({ResidueKind.CODE})
    message = "code left over from the page: delete it"
    safety = Safety.UNSAFE
    may_change = frozenset(Protected)
    cases = (
        Case('The bridge opens.\n\n⟦[gallery ids="2,12"]⟧', fixed="The bridge opens.\n\n", plain=True),
        Case(
            "The bridge opens.\n\n⟦var bridge = document.getElementById('bridge');⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
            plain=True,
        ),
        Case("The bridge opens.\n\n[applause]\n\nThe function (of the bridge) is clear."),
    )
