from __future__ import annotations

from newslint.rules import Case, Protected, Safety
from newslint.rules.families.page_line import PageLineRule
from newslint.text.residue.kinds import ResidueKind


class PageLabel(PageLineRule):
    """A paragraph is only a button or box label: “Share on Facebook”.

    ## What it does
    Deletes labels of buttons, of boxes with other stories, menus and video controls, in English and a dozen
    other languages, and the headlines in such a box. Only a whole paragraph counts; `blank-lines` then
    closes the gap.

    ## Why it matters
    Scrapers take them for prose.

    ## Fix safety
    Safe where all words are a page’s. A single word (“Print”) and a headline in a box may be headings of the
    article, so deleting them is unsafe.

    ## References
    Study of machine-translated news, artefacts BP06 and BP09.
    """

    residue = frozenset(
        {
            ResidueKind.ACCOUNT,
            ResidueKind.BUTTON,
            ResidueKind.CONTACT,
            ResidueKind.COOKIES,
            ResidueKind.MENU,
            ResidueKind.RELATED,
            ResidueKind.SHOP,
        }
    )
    message = "page label left over from the page: delete it"
    safety = Safety.SAFE
    may_change = frozenset(Protected)
    cases = (
        Case(
            "The bridge opens.\n\n⟦Share on Facebook⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case(
            "The bridge opens.\n\n⟦Share this story: https://example.org/s/42⟧",
            fixed="The bridge opens.\n\n",
        ),
        Case("The bridge opens.\n\n⟦Related stories⟧", fixed="The bridge opens.\n\n"),
        Case(
            "The bridge opens.\n\n⟦JUST WATCHED⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The bridge opens.\n\n⟦Print⟧", fixed="The bridge opens.\n\n", safety=Safety.UNSAFE),
        Case(
            "The bridge opens.\n\n⟦Recommended⟧\n\n⟦Ferry sinks off Oslo⟧\n\n⟦Ten bridges to see⟧",
            fixed="The bridge opens.\n\n\n\n\n\n",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The bridge opens.\n\n⟦Condividi su WhatsApp⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
            safety=Safety.UNSAFE,
        ),
        Case("The bridge opens.\n\nWhat happens next\n\nIt cost little."),
        Case("Update: The bridge opens in May.\n\nOur original post:\n\nThe bridge is not open yet."),
        Case("Share on Facebook what you like, she said.\n\nMost read it later."),
        Case("The bridge opens.\n\nPrint is dead.\n\nMore stories of the river were told."),
    )
