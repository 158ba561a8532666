from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range

VERBS = "said|told|says|tells|added|stated|announced|mentioned"
SPEAKER = (
    r"(?:he|she|they|[Tt]he\s(?:\p{Ll}+\s)?\p{Ll}+"
    r"|(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)"
)
SAID = rf"(?:{SPEAKER}\s(?:said|says|added)|(?:said|says|added)\s{SPEAKER})"
TIME = r"(?:\son\s\p{Lu}\p{Ll}+day)?"
INSIDE = r"[^.!?“”\"\n]{10,250}"
"""The rest of a sentence outside quotation marks."""
WHO = r"(?:the\s\p{Ll}[\p{L}’'-]*|\p{Lu}[\p{L}’'-]+)(?:\s[\p{L}’'-]+){0,3}"
SAYER = r"(?:[Tt]he\s\p{Ll}[\p{L}’'-]*|(?:(?:Mr|Mrs|Ms)\.?\s)?\p{Lu}[\p{L}’'-]+)(?:\s[\p{L}’'-]+){0,2}"
OPENS = r"(?:\A|(?<=[.!?][”\"]?\s))"
SOURCE = r"(?:the|a|an|one|\p{Lu}[\p{L}’'-]+)(?:\s(?!that\b|who\b|which\b)[\p{L}’'-]+){0,7}?"


class DoubleAttribution(PatternRule):
    """A quotation has two reporting verbs: “the mayor said told reporters”.

    ## What it does
    Flags two reporting verbs side by side, two attributions after one quotation (“,” she said, the mayor
    said), one source at both ends of a sentence, and “according to” with a reporting verb. The same verb
    twice is left to `double-word`.

    ## Why it matters
    An engine or a hurried rewrite adds a new verb and leaves the old one in place.

    ## Fix safety
    No fix: only the sense shows which verb is right, so both readings are offered.
    """

    expression = (
        rf"(?<!\b(?i:what)\s[^.;:!?]{{0,40}})\b({VERBS})\s+(?!\1\b)({VERBS})\b(?!\s+(?:up|to|by|in)\b)"
        rf"|(?<=[”\"’']\s){SAID}{TIME},\s{SAID}(?=[.,;]|\son\s)"
        rf"|\b[Aa]ccording\sto\s{SOURCE}\s(?:said|says)\b(?!\sto\b)"
        rf"|{OPENS}(?P<opening>According\sto\s(?P<who>{WHO})),\s{INSIDE},?\s(?:according\sto\s(?P=who)|(?P=who)\ssaid)(?=[.,;])"
        rf"|{OPENS}(?P<opening>(?P<who>{SAYER})\s(?:said|says))\s{INSIDE},\s"
        r"(?:(?i:(?P=who))\s(?:said|says)|(?:said|says|according\sto)\s(?i:(?P=who)))(?=[.;])"
    )
    cases = (
        Case("The mayor ⟦said told⟧ reporters on Monday."),
        Case("The board ⟦told said⟧ it would appeal."),
        Case("What she said told us little. What the envoy from Oslo said added to the anger."),
        Case("What he said, added to what she had told, is enough."),
        Case("The mayor said. Told of it, she wept."),
        Case("The figures he announced added up."),
        Case("She said she told them so."),
        Case("“It rained,” ⟦she said, the mayor said⟧. “It was wet,” ⟦said Anna Holm on Monday, Holm said⟧."),
        Case("⟦According to the vet⟧, it rained for days in May, according to the vet. It rained."),
        Case("⟦The vet said⟧ it rained for days in May, the vet said. It rained."),
        Case("It rained all day, ⟦according to a state official said⟧."),
        Case("“It rained,” he said, according to Ms Holm. It snowed, according to a vet who said so."),
        Case("According to the mayor, Holm said it rained. It was a matter of he said, she said."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        first, second = match[1], match[2]
        if match["opening"]:
            message = "attribution at both ends of the sentence: keep one"
            return Finding(Range(*match.span("opening")), message)
        if not first:
            return Finding(Range(*match.span()), "attribution given twice: keep one")
        message = f"two reporting verbs, “{first} {second}”: keep one"
        return Finding(Range(*match.span()), message, suggestions=(first, second))
