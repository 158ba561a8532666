from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety

WHO = r"(?:he|she|they|(?!(?:He|She|They|It|We|I|That|This)\b)(?:\p{Lu}[\p{L}’'-]+\s){0,2}\p{Lu}[\p{L}’'-]+)"
SAID = "(?:said|says|added)"


class AttributionComma(PatternRule):
    """The comma before an attribution is wrong: “It rained.” he said.

    ## What it does
    Writes a comma for the stop before “he said”, and adds one that is missing before or after “said”.
    Fragments (“called it “a mess” he said”) begin in lower case and pass.

    ## Why it matters
    Engines end the sentence inside the marks, as most languages do.

    ## Fix safety
    Unsafe: the attribution may belong to the next quotation.
    """

    safety = Safety.UNSAFE
    expression = (
        rf"(?<=\p{{Ll}})(?P<stop>\.)(?=[”\"’']\s{WHO}\s{SAID}[.,](?!\d))"
        rf"|(?<=\p{{Ll}}{{2}})(?P<lost>)(?=[”\"]\s(?:{WHO}\s{SAID}[.,](?!\d)|said\s(?!he\b|she\b|they\b){WHO}\b))"
        rf"(?<=[“\"]\p{{Lu}}[^“”\"\n]{{15,400}})"
        rf"|(?<=\b{WHO}\s{SAID})(?P<lost>)(?=\s[“\"]\p{{Lu}}[\p{{L}}’']*\s\p{{Ll}})"
    )
    cases = (
        Case(
            "“The road was wet⟦.⟧” she said. “It rained.”", fixed="“The road was wet,” she said. “It rained.”"
        ),
        Case(
            "“It rained for a week⟦⟧” she said. Nobody came.",
            fixed="“It rained for a week,” she said. Nobody came.",
        ),
        Case(
            "“It rained for a week⟦⟧” said Ann Holm of Bergen.",
            fixed="“It rained for a week,” said Ann Holm of Bergen.",
        ),
        Case(
            "‘The road was wet⟦.⟧’ she said. ‘It rained.’", fixed="‘The road was wet,’ she said. ‘It rained.’"
        ),
        Case("Novak said⟦⟧ “The road was wet.”", fixed="Novak said, “The road was wet.”"),
        Case("They called it “a balanced pool” he said. “It rained.” Novak said that. She said “no” twice."),
    )

    @property
    def trace(self) -> str:
        return rf"\p{{Ll}}\.?[”\"’']\s(?:(?:\w+\s){{1,3}}{SAID}[.,]|said\s)|\b{SAID}\s[“\"]\p{{Lu}}"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["stop"]:
            return Finding(at, "full stop before the attribution: use a comma", (Change(at, ","),))
        return Finding(at, "missing comma between quotation and attribution", (Change(at, ","),))
