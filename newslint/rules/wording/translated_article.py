from __future__ import annotations

from typing import ClassVar

from newslint.core.grade import Verdict
from newslint.rules import Case
from newslint.rules.families.verdict import VerdictRule
from newslint.text.evidence.evidence import Profile
from newslint.text.language import NAMES


class TranslatedArticle(VerdictRule):
    """The whole article looks translated by a machine.

    ## What it does
    Reports once, at the most telling place, when phrases and marks of one foreign language (“it became known
    that”, “Thursday (28/6)”, guillemets) are so many that hardly any clean article has them. The message
    names the language and the strongest signs.

    ## Why it matters
    Where set phrases were translated word by word, so was everything else, and facts may be wrong.

    ## Fix safety
    No fix: get the original, or have it translated.

    ## References
    `docs/evidence.md`: how many translated and clean articles get the verdict.
    """

    verdict: ClassVar[Verdict] = Verdict.TRANSLATED
    cases = (
        Case(
            "⟦As previously reported⟧, it rained in Minsk. It became known that a bridge broke. This was "
            "reported by the mayor with reference to the police. According to preliminary data, nobody died."
        ),
        Case("It became known that a bridge broke, he said. The police said so on Monday in a statement."),
    )

    def describe(self, profile: Profile) -> str:
        return f"the article looks translated by a machine, probably from {NAMES[profile.language]}"
