from __future__ import annotations

from typing import ClassVar

from newslint.core.grade import Verdict
from newslint.rules import Case, RunKind
from newslint.rules.families.verdict import VerdictRule
from newslint.text.evidence.evidence import Profile


class ScrapedArticle(VerdictRule):
    """Several parts of a web page were left in the article.

    ## What it does
    Reports once, at the most telling line, when an article holds lines of different parts of a page: buttons,
    links to other stories, requests to subscribe, code. Bylines and credits do not count.

    ## Why it matters
    What took the lines of the page along may have lost lines of the article.

    ## Fix safety
    No fix: other rules delete the lines that are certain.

    ## References
    `docs/evidence.md`: how many scraped and clean articles get the verdict.
    """

    verdict: ClassVar[Verdict] = Verdict.SCRAPED
    any_language = True
    reads = frozenset(RunKind)
    cases = (
        Case(
            "A ferry sank off Tallinn on Monday, and nobody was hurt.\n\n⟦Share on Facebook⟧\n\n"
            "The captain said that it was dark.\n\nLeave a comment\n\nAdvertisement",
            plain=True,
        ),
        Case(
            "A ferry sank off Tallinn.\n\nThe captain said that it was dark.\n\nShare on Facebook", plain=True
        ),
    )

    def describe(self, profile: Profile) -> str:
        return "parts of a web page are left in the article"
