from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety

WORDS = ("advice", "equipment", "furniture", "homework", "information", "luggage", "software")
"""Words that no writer of news puts in the plural, and whose plurals are no verbs."""


@dataclass(frozen=True, kw_only=True)
class UncountablePlural(PatternRule):
    """A noun without a plural has one: “informations”, “equipments”.

    ## What it does
    Removes the “s” from a short list of mass nouns.

    ## Why it matters
    French, Spanish, Russian and German count pieces of information and equipment.

    ## Fix safety
    Unsafe: the verb may have to become singular.

    ## References
    Study of machine-translated news, artefact AG09.
    """

    expression = (
        rf"\b(?i:(?:{'|'.join(WORDS)})s"
        r"|(?<!\b(?:it|this|that|which|who|clearly|also)\s)evidences(?!\s(?:his|her|its|their|the|an?|how|why)\b))\b"
    )
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("The ministry published new ⟦informations⟧.", fixed="The ministry published new information."),
        Case("⟦Equipments⟧ worth a million burned.", fixed="Equipment worth a million burned."),
        Case("He gave them good ⟦advices⟧.", fixed="He gave them good advice."),
        Case("She researches traffic and evidences her claims."),
        Case("Information, equipment and advice were free."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, right = Range(*match.span()), match[0][:-1]
        return Finding(at, f"uncountable noun, “{match[0]}”: use “{right}”", (Change(at, right),))
