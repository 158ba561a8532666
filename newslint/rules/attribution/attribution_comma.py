from __future__ import annotations

import regex

from newslint.lexicon.classes import column, words_of
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, any_of
from newslint.text.sentences import LAST_CLAUSE, OPENING

WHO = r"(?:he|she|they|(?!(?:He|She|They|It|We|I|That|This)\b)(?:\p{Lu}[\p{L}’'-]+\s){0,2}\p{Lu}[\p{L}’'-]+)"
SAID = "(?:said|says|added)"
TOLD = "said|says|added|asked|told|wrote|recalled|explained"
PERSONS = any_of(column("roles", 0) | column("people", 0))
NO_NAME = (
    "On|In|At|By|Late|Also|Early|For|But|And|After|Since|Earlier|Last|This|That|The|To|From|With|If|As|When"
    "|While|Yesterday|Today"
)
ASIDE = (
    rf"(?!(?:{NO_NAME})\b)(?:\p{{Lu}}[\p{{L}}’'-]+\s){{1,2}}\p{{Lu}}[\p{{L}}’'-]+,\s(?:an?|the|[\p{{L}}’']+[’']s)\s"
    rf"(?:(?!(?:who|which|that|where|and|said|says|told)\b)[\p{{L}}’'-]+\s){{0,7}}(?:{PERSONS})"
)
"""A full name that begins a sentence, and who that is."""


class AttributionComma(PatternRule):
    """The comma before an attribution is wrong: “It rained.” he said.

    ## What it does
    Writes a comma for the stop before “he said”, and adds one that is missing before or after “said”.
    Adds the second comma of “Ann Holm, the town’s only doctor said that”.
    Fragments (“called it “a mess” he said”) begin in lower case and pass.

    ## Why it matters
    Engines end the sentence inside the marks, as most languages do.

    ## Fix safety
    Safe before a verb and its subject (“It rained.” said the mayor), which can begin no sentence. Elsewhere
    unsafe: the attribution may belong to the next quotation.
    """

    safety = Safety.SAFE
    expression = (
        rf"(?<=\p{{Ll}})(?P<stop>\.)(?=[”\"’']\s{WHO}\s{SAID}[.,](?!\d))"
        rf"|(?<=(?<![\w’'.-])(?P<word>\p{{Ll}}{{2,}}))(?P<turned>\.)(?=[”\"]\s(?:{TOLD})\s(?:the|an?|his|her|their|its|one|\p{{Lu}}[\p{{L}}’'-]+)\b)"
        rf"|(?<=\p{{Ll}}{{2}})(?P<lost>)(?=[”\"]\s(?:{WHO}\s{SAID}[.,](?!\d)|said\s(?!he\b|she\b|they\b){WHO}\b))"
        rf"(?<=[“\"]\p{{Lu}}[^“”\"\n]{{15,400}})"
        rf"|{OPENING}{ASIDE}(?P<aside>)(?=\s(?:said|says|told|added)\s(?!to\b){LAST_CLAUSE})"
        rf"|(?<=\b{WHO}\s{SAID})(?P<lost>)(?=\s[“\"]\p{{Lu}}[\p{{L}}’']*\s\p{{Ll}})"
    )
    cases = (
        Case(
            "“The road was wet⟦.⟧” she said. “It rained.”",
            fixed="“The road was wet,” she said. “It rained.”",
            safety=Safety.UNSAFE,
        ),
        Case(
            "“It rained for a week⟦⟧” she said. Nobody came.",
            fixed="“It rained for a week,” she said. Nobody came.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "“It rained for a week⟦⟧” said Ann Holm of Bergen.",
            fixed="“It rained for a week,” said Ann Holm of Bergen.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "‘The road was wet⟦.⟧’ she said. ‘It rained.’",
            fixed="‘The road was wet,’ she said. ‘It rained.’",
            safety=Safety.UNSAFE,
        ),
        Case(
            "Novak said⟦⟧ “The road was wet.”", fixed="Novak said, “The road was wet.”", safety=Safety.UNSAFE
        ),
        Case(
            "“The road was wet⟦.⟧” said the mayor, who left.",
            fixed="“The road was wet,” said the mayor, who left.",
        ),
        Case(
            "⟦Ann Holm, the town’s only doctor⟧ said the rain was sad.",
            fixed="Ann Holm, the town’s only doctor, said the rain was sad.",
            safety=Safety.UNSAFE,
        ),
        Case("Ann Holm, the mayor said, was ill. On Monday, the mayor said it rained."),
        Case("They called it “a balanced pool” he said. “It rained.” Novak said that. She said “no” twice."),
    )

    @property
    def trace(self) -> str:
        return (
            rf"\p{{Ll}}\.?[”\"’']\s(?:(?:\w+\s){{1,3}}{SAID}[.,]|(?:{TOLD})\s)"
            rf"|\b{SAID}\s[“\"]\p{{Lu}}"
            rf"|,\s(?:an?|the|[\p{{L}}’']+[’']s)\s(?:[\p{{L}}’'-]+\s){{0,7}}(?:{PERSONS})\s(?:{SAID}|told)\s"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["aside"] is not None:
            change = Change(Range(at.end, at.end), ",")
            message = "missing comma between who that is and the verb"
            return Finding(at, message, (change,), safety=Safety.UNSAFE)
        if match["turned"]:
            if match["word"] in words_of("abbreviations"):
                return None
            change = Change(at, ",")
            return Finding(at, "full stop before the attribution: use a comma", (change,), safety=Safety.SAFE)
        if match["stop"]:
            return Finding(
                at, "full stop before the attribution: use a comma", (Change(at, ","),), safety=Safety.UNSAFE
            )
        return Finding(
            at, "missing comma between quotation and attribution", (Change(at, ","),), safety=Safety.UNSAFE
        )
