from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    Safety,
    any_of,
    pattern,
)
from newslint.text.letter_case import in_case_of
from newslint.text.names.capitals import capitalised_before

SINGULAR = any_of(
    (words_of("uncountable") - words_of("takes_article_too") - {"cash", "housing"}) | {"evidence", "applause"}
)
PLURALS = any_of(
    words_of("uncountable")
    - {"accommodation", "anger", "applause", "cash", "cement", "evidence", "garbage", "gossip", "housing"}
    - {"knowledge", "lumber", "money", "news", "progress", "rainfall", "research", "rubbish", "traffic"}
    - {"trash", "weather"}
)
"""“Evidences” and “applauses” are verbs too, and “accommodations” is American English."""
UNCHANGED = "aircraft|spacecraft|hovercraft|sheep|cattle|personnel|offspring"
"""Nouns whose plural is the word itself."""
QUALITIES = "good|bad|sad|great|big|happy|terrible|welcome|breaking|latest|new"
KINDS = (
    "new|old|modern|good|better|important|useful|different|special|additional|further|expensive|necessary|old-fashioned"
    "|military|medical|technical|heavy|brand-new|detailed|reliable|valuable|confidential"
)
"""Adjectives between the article and its noun."""
VERBS = {"are": "is", "were": "was", "have": "has"}
VERB = rf"\s(?P<verb>{'|'.join(VERBS)})\b"
ENDS = (
    r"(?=\s*(?:\Z|[.,;:!?”\")])|\s(?:about|for|on|from|in|to|at|by|with|that|which|was|is|has|had|worth|over"
    r"|before|after)\b)"
)
"""Text after a noun that does not modify another, as in “an information campaign”."""
PLURAL = (
    r"\b(?i:these|those|many|several|few|various|numerous|different|both|two|three|four|five|\d+)\s(?:\p{Ll}+\s)?\s?\|"
    r"|\|\s*(?:,\s)?(?:are|were|have|do|\p{Ll}+ed|which|that|who)\b"
)
"""Words around a noun that would have to change with it."""


class UncountablePlural(PatternRule):
    """An uncountable noun is counted: “informations”, “an advice”.

    ## What it does
    Removes the “s” or the article from a list of mass nouns. A noun that modifies another (“an information
    campaign”) passes.

    ## Why it matters
    French, Spanish, Russian and German count pieces of information and equipment.

    ## Fix safety
    Safe, also with its verb (“informations were” becomes “information was”). Unsafe if another word goes with
    the plural (“many informations”).

    ## References
    Study of machine-translated news, artefact AG09.
    """

    expression = (
        rf"\b(?:(?P<plural>(?i:{PLURALS})s)|(?P<article>[Aa]n?\s)(?P<noun>(?:{SINGULAR})){ENDS}"
        r"|(?P<article>[Aa]n?\s)(?P<noun>(?:evidence|information|advice)(?=\sof\b))"
        rf"|(?P<article>[Aa]n?\s)(?P<noun>(?:{KINDS})\s(?:{SINGULAR})){ENDS}"
        rf"|(?P<article>[Aa]n?\s)(?P<noun>(?:{QUALITIES})\snews)(?=\.|\s(?:about|for|on|from|in|to|that|which)\b)"
        rf"|(?P<same>(?:{UNCHANGED})s)"
        r"|(?<=\b(?:of|new|more|further|his|her|their|own|several|many|some|these|those)\s)(?P<plural>researches)"
        rf"|(?<!\b(?:it|this|that|which|who|clearly|also)\s)(?P<plural>evidences){ENDS})\b"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("The ministry published new ⟦informations⟧.", fixed="The ministry published new information."),
        Case("⟦Equipments⟧ worth a million burned.", fixed="Equipment worth a million burned."),
        Case("He gave them good ⟦advices⟧.", fixed="He gave them good advice."),
        Case("He gave ⟦an advice⟧ on it.", fixed="He gave advice on it."),
        Case("They did months of ⟦researches⟧.", fixed="They did months of research."),
        Case("It was ⟦a good news⟧ for them.", fixed="It was good news for them."),
        Case(
            "He said ⟦informations were⟧ sold. They bought ⟦a new equipment⟧ in May.",
            fixed="He said information was sold. They bought new equipment in May.",
        ),
        Case(
            "Four ⟦aircrafts⟧ and many ⟦sheeps⟧ were lost.", fixed="Four aircraft and many sheep were lost."
        ),
        Case("They found ⟦an evidence⟧ of it.", fixed="They found evidence of it."),
        Case("Shares of Oak Seafoods and Elm Softwares rose."),
        Case("It is an information campaign, an equipment maker and a software firm."),
        Case("She researches traffic and evidences her claims."),
        Case("Information, equipment and advice were free. It is a bad news day and a good news site."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["article"]:
            cut, noun = Range(*match.span("article")), match["noun"]
            right = in_case_of(match["article"], noun)
            change = Change(Range(cut.start, match.end("noun")), right)
            return Finding(at, f"uncountable noun, “{noun}”: delete the article", (change,))
        if match[0][0].isupper() and capitalised_before(block.text, at.start):
            return None  # the name of a firm: “Oak Seafoods”
        right = match[0].removesuffix("es") if match[0].lower() == "researches" else match[0][:-1]
        changes: tuple[Change, ...] = (Change(at, right),)
        verb = None if match["same"] else pattern(VERB).match(block.text, at.end)
        if verb:
            changes = (*changes, Change(Range(*verb.span("verb")), VERBS[verb["verb"]]))
            right += " " + VERBS[verb["verb"]]
            at = Range(at.start, verb.end())
        rest = "" if verb else block.text[at.end : at.end + 12]
        around = block.text[max(at.start - 24, 0) : at.start] + " | " + rest
        safety = Safety.UNSAFE if not match["same"] and pattern(PLURAL).search(around) else Safety.SAFE
        noun = "noun that has no form in “s”" if match["same"] else "uncountable noun"
        message = f"{noun}, “{match[0]}”: use “{right}”"
        return Finding(at, message, changes, safety=safety)
