from __future__ import annotations

from typing import ClassVar

from newslint.core.grade import Verdict
from newslint.rules import Case
from newslint.rules.families.verdict import VerdictRule
from newslint.text.evidence.evidence import Profile


class SpunArticle(VerdictRule):
    """The whole article looks rewritten by a spinner.

    ## What it does
    Reports once, at the most telling word, when words that spinners put in place of others (“mentioned”,
    “the place”, “folks”, rare synonyms) are so many outside quotation marks that hardly any clean article has
    them. The message names the strongest signs. `newslint grade` shows the same for many articles, and rules
    that are too risky for clean copy run in such an article.

    ## Why it matters
    A spinner that swaps one word swaps hundreds: no single fix saves the article.

    ## Fix safety
    No fix: get the original.

    ## References
    `docs/evidence.md`: how many spun and clean articles get the verdict.
    """

    verdict: ClassVar[Verdict] = Verdict.SPUN
    cases = (
        Case(
            "The mayor ⟦mentioned⟧ that folks were nonetheless there.\n\nHe stated it, a baker mentioned, as "
            "a result of the rain.\n\nNobody came, she mentioned, as he instructed them."
        ),
        Case("The mayor said that it rained.\n\nHe mentioned it, and she mentioned him and stated it."),
        Case("“Folks mentioned that the place was nonetheless doubtless useless,” she stated."),
    )

    def describe(self, profile: Profile) -> str:
        return "the article looks spun"
