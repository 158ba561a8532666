from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range

VERBS = "said|told|says|tells|added|stated|announced|mentioned"
SPEAKER = (
    r"(?:he|she|they|[Tt]he\s(?:\p{Ll}+\s)?\p{Ll}+"
    r"|(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)"
)
SAID = rf"(?:{SPEAKER}\s(?:said|says|added)|(?:said|says|added)\s{SPEAKER})"
TIME = r"(?:\son\s\p{Lu}\p{Ll}+day)?"
INSIDE = r"(?:[^.!?“”\"\n]|(?<=\d)\.(?=\d)){9,250}"
"""The rest of a sentence outside quotation marks."""
SOMEBODY = r"(?:\p{Ll}+\s){0,4}(?:\p{Lu}[\p{L}.’'-]*\s){1,4}"
WHO = r"(?:the\s\p{L}[\p{L}’'-]*|\p{Lu}[\p{L}’'-]+)(?:\s[\p{L}’'-]+){0,3}"
SAYER = r"(?:[Tt]he\s\p{Ll}[\p{L}’'-]*|(?:(?:Mr|Mrs|Ms)\.?\s)?\p{Lu}[\p{L}’'-]+)(?:\s[\p{L}’'-]+){0,2}"
OPENS = r"(?:\A|(?<=[.!?][”\"]?\s)|(?<=\A\p{Lu}{2}[^.!?\n“”\"]{1,40}\s(?:[-–—]|--)\s))"
"""The beginning of a sentence, also after a dateline."""
SOURCES = (
    "police|officers|officials|authorities|investigators|prosecutors|detectives|firefighters|rescuers"
    "|organi[sz]ers"
)
"""Sources that are named again in other words."""
SOURCE = r"(?:the|a|an|one|\p{Lu}[\p{L}’'-]+)(?:\s(?!that\b|who\b|which\b)[\p{L}’'-]+){0,7}?"


class DoubleAttribution(PatternRule):
    """A quotation has two reporting verbs: “the mayor said told reporters”.

    ## What it does
    Flags two reporting verbs side by side, two attributions after one quotation (“,” she said, the mayor
    said), and “according to” with a reporting verb. Drops the second of two attributions at both ends of a
    sentence, also with a pronoun or in other words (“Police said …, officers said”), and the first verb of
    “Said Holm said”. The same verb twice is left to `double-word`.

    ## Why it matters
    An engine or a hurried rewrite adds a new verb and leaves the old one in place.

    ## Fix safety
    Unsafe at both ends of a sentence, as two sources may be meant. No fix elsewhere: only the sense shows
    which verb is right, so both readings are offered.
    """

    may_change = frozenset({Protected.NAMES})
    expression = (
        rf"(?<!\b(?i:what)\s[^.;:!?]{{0,40}})\b({VERBS})\s+(?!\1\b)({VERBS})\b(?!\s+(?:up|to|by|in)\b)"
        rf"|(?<=[”\"’']\s){SAID}{TIME},\s{SAID}(?=[.,;]|\son\s)"
        rf"|\b[Aa]ccording\sto\s{SOURCE}\s(?:said|says)\b(?!\sto\b)"
        rf"|{OPENS}According\sto\s(?P<who>{WHO}),\s{INSIDE}"
        r"(?P<closing>(?<!,),?\s(?:according\sto\s(?P=who)|(?P=who)\ssaid))(?=[.,;])"
        rf"|{OPENS}According\sto\s{WHO},\s{INSIDE}(?P<closing>,\saccording\sto\s[^.,;:“”\"]{{3,80}})(?=\.)"
        rf"|{OPENS}(?P<said>Said\s){SOMEBODY}(?:said|says|added)\b"
        rf"|{OPENS}(?P<who>{SAYER})\s(?:said|says)\s{INSIDE}(?P<closing>,\s"
        r"(?:(?:(?i:(?P=who))|he|she|they)\s(?:said|says)|(?:said|says|according\sto)\s(?i:(?P=who))))(?=[.;])"
        rf"|{OPENS}(?i:{SOURCES})\ssaid\s{INSIDE}"
        rf"(?P<closing>,\s(?:(?:the\s)?(?:{SOURCES})\ssaid|said\s(?:the\s)?(?:{SOURCES})))(?=[.;])"
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
        Case(
            "According to the vet, it rained for days in May⟦, according to the vet⟧. It rained.",
            fixed="According to the vet, it rained for days in May. It rained.",
        ),
        Case(
            "The vet said it rained for days in May⟦, the vet said⟧. She said it snowed⟦, she said⟧.",
            fixed="The vet said it rained for days in May. She said it snowed.",
        ),
        Case(
            "OSLO, May 4 — Police said it rained all day⟦, police said⟧. Officials said it snowed⟦, the "
            "authorities said⟧.",
            fixed="OSLO, May 4 — Police said it rained all day. Officials said it snowed.",
        ),
        Case(
            "According to the Central Weather Office, it rained 1.2 mm⟦, according to data from it⟧.",
            fixed="According to the Central Weather Office, it rained 1.2 mm.",
        ),
        Case("⟦Said chief vet Eva Holm said⟧ so.", fixed="Chief vet Eva Holm said so."),
        Case("Holm said it rained for days, police said. Said Holm is from Oslo. Said Holm: “He said so.”"),
        Case("It rained all day, ⟦according to a state official said⟧."),
        Case("“It rained,” he said, according to Ms Holm. It snowed, according to a vet who said so."),
        Case("According to the mayor, Holm said it rained. It was a matter of he said, she said."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        first, second = match[1], match[2]
        if match["closing"]:
            at = Range(*match.span("closing"))
            return Finding(at, "attribution at both ends of the sentence: keep one", (Change(at, ""),))
        if match["said"]:
            name = match.end("said")
            opening = Change(Range(match.start(), name + 1), block.text[name].upper())
            return Finding(
                Range(*match.span()), "attribution on both sides of the name: keep one", (opening,)
            )
        if not first:
            return Finding(Range(*match.span()), "attribution given twice: keep one")
        message = f"two reporting verbs, “{first} {second}”: keep one"
        return Finding(Range(*match.span()), message, suggestions=(first, second))
