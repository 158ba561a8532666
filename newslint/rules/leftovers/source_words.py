from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range, Scope, pattern
from newslint.text.names.capitals import capitalised_before


class SourceWords(PatternRule):
    """German, French or Spanish words are left in the prose.

    ## What it does
    Reports three consecutive function words of one of these languages, none of them English, outside
    quotation marks: “the sign Abstand halten und auf der”.

    ## Why it matters
    Engines skip fragments, and the sentence stops making sense.

    ## Fix safety
    No fix: newslint does not translate.

    ## References
    Study of machine-translated news, artefact UF02.
    """

    expression = (
        r"(?<![\p{L}’'“\"‘«-])(?:(?:der|das|und|nicht|ein|eine|einen|mit|auf|für|von|dem|den|zu|sich"
        r"|auch|ist|im|vom|zum|zur|werden|wird|dass)(?:\s(?:der|die|das|und|nicht|ein|eine|einen|mit"
        r"|auf|für|von|dem|den|zu|sich|auch|ist|im|vom|zum|zur|werden|wird|dass)){2,}"
        r"|(?:le|les|des|est|une|dans|pour|que|qui|avec|sur|pas|au|aux|du|et|sont|cette)(?:\s(?:le|la"
        r"|les|de|des|est|un|une|dans|pour|que|qui|avec|sur|pas|au|aux|du|et|sont|cette)){2,}"
        r"|(?:el|los|las|una|que|por|para|del|con|pero|como|más|sin|según|y)(?:\s(?:el|la|los|las|de"
        r"|una|un|que|por|para|del|con|en|pero|como|más|sin|según|y)){2,})(?![\p{L}’'-])"
    )
    scope = Scope.DOCUMENT
    any_language = True
    cases = (
        Case("It read ⟦und auf der⟧ wall of the harbor."),
        Case("They hoped ⟦est pour une⟧ day."),
        Case("Ana de la Vega y de la Torre met Graf von und zu der Au."),
        Case("He said “und auf der” was enough. Ursula von der Leyen and Juan de la Cruz came."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if block.is_quoted(at) or block.language != "en" or _joins_names(match):
            return None
        return Finding(at, f"untranslated words, “{match[0]}”: translate or delete them")


def _joins_names(match: regex.Match[str]) -> bool:
    """Whether words are part of a name: “Vega y de la Torre”."""
    before = capitalised_before(match.string, match.start())
    return len(before) > 1 and pattern(r"\s\p{Lu}").match(match.string, match.end()) is not None
