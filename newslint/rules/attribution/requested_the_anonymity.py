from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rule import Block, Case, Change, Finding, PatternRule, Range, Safety

LEADS = (
    "request(?:s|ed|ing)?|demand(?:s|ed|ing)?|grant(?:s|ed|ing)?|ask(?:s|ed|ing)?\\s+for|conditions?\\s+of"
)


@dataclass(frozen=True, kw_only=True)
class RequestedTheAnonymity(PatternRule):
    """Anonymity with an article that the idiom does not have: “requested the anonymity”.

    Romance languages say “a demandé l’anonymat”, and engines carry the article over into a set
    phrase of English news that has none. The fix drops the article. It is left alone where a noun
    or an “of” may follow that the article belongs to: “requested the anonymity order”, “granted the
    anonymity of a closed session”.
    """

    expression = (
        rf"(?i)\b(?:{LEADS})\s+(?P<article>the\s+)anonymity"
        r"(?=\s*$|\s*[.,;:!?)”\"—–]|\s+(?:to|because|when|while|in|as|for|since|and|but|so|due|citing|given|out)\b)"
    )
    safety = Safety.SAFE
    cases = (
        Case(
            "The plan was shown to us by a broker who ⟦requested the anonymity⟧ to speak freely.",
            fixed="The plan was shown to us by a broker who requested anonymity to speak freely.",
        ),
        Case(
            "Two aides spoke on ⟦condition of the anonymity⟧. One ⟦asked for the anonymity⟧, too.",
            fixed="Two aides spoke on condition of anonymity. One asked for anonymity, too.",
        ),
        Case(
            "⟦Requesting the anonymity⟧, a trader described the call.",
            fixed="Requesting anonymity, a trader described the call.",
        ),
        Case("The lawyer requested the anonymity order, and the judge granted anonymity to the witness."),
        Case("It granted the anonymity that she wanted, the anonymity of the city."),
        Case("She requested anonymity and spoke on condition of anonymity."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        said = " ".join(match[0].split())
        message = f"“{said}”: the set phrase has no “the”"
        return Finding(Range(*match.span()), message, (Change(Range(*match.span("article")), ""),))
