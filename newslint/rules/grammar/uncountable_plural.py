from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety

WORDS = ("advice", "equipment", "furniture", "homework", "information", "luggage", "software")
"""Words that no writer of news puts in the plural, and whose plurals are no verbs."""


@dataclass(frozen=True, kw_only=True)
class UncountablePlural(PatternRule):
    """A word without a plural has one: “informations”, “equipments”.

    French, Spanish, Russian and German count pieces of information and equipment. The fix takes the
    “s” away, with eyes, since the verb may have to follow.

    Source: artefact AG09 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 0; no found corpus of
    ours holds the damage, so it rests on its cases.
    """

    expression = (
        rf"\b(?i:(?:{'|'.join(WORDS)})s"
        r"|(?<!\b(?:it|this|that|which|who|clearly|also)\s)evidences(?!\s(?:his|her|its|their|the|an?|how|why)\b))\b"
    )
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("The ministry published new ⟦informations⟧.", fixed="The ministry published new information."),
        Case("⟦Equipments⟧ worth a million were lost.", fixed="Equipment worth a million were lost."),
        Case("He gave them good ⟦advices⟧.", fixed="He gave them good advice."),
        Case("She researches traffic and evidences her claims."),
        Case("Information, equipment and advice were free."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, right = Range(*match.span()), match[0][:-1]
        return Finding(at, f"uncountable noun, “{match[0]}”: use “{right}”", (Change(at, right),))
