from __future__ import annotations

from dataclasses import dataclass

from newslint.rules import Case, ParagraphRule, Protected, Safety

LABEL = (
    r"\s*(?:AD|[\[(]Ads?[\])]|(?i:"
    r"(?:Advertisements?|Sponsored content)(?: Advertisement)?"
    r"(?: Continue reading(?: the main story| below)?)?"
    r"|(?:Story|Article|Content|Text) continue[sd] (?:below|after)"
    r"(?: (?:the |this )?(?:advertisement|ad|video|gallery))?"
    r"|Continue reading (?:below|the main story)"
    r"|Continue reading below (?:the )?(?:advertisement|ad)"
    r"|(?:Please )?(?:scroll|swipe) down (?:for more|to continue)"
    r"|Loading(?:\.\.\.|…)?))[.:]?\s*"
)


@dataclass(frozen=True, kw_only=True)
class AdvertLabel(ParagraphRule):
    """A paragraph is nothing but the label of an advertisement or of the page's machinery.

    "ADVERTISEMENT", "Story continues below": scrapers take them for prose. Only a whole paragraph
    counts. The fix deletes it; `blank-lines` mends the gap.

    Rates per million words: clean-curly 796.3, clean-straight 8.5, mt-documents 0; the findings
    have 7 different texts, all true leftovers.
    """

    expression = LABEL
    message = "advertisement label left over from the page: delete it"
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
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
