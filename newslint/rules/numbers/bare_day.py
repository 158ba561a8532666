from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


class BareDay(PatternRule):
    """A day has a number but no month: “arrived on the 25th”.

    ## What it does
    Reports such days. Floors, holes, minutes, and a day whose sentence names a month pass. A matter of
    house style, off by default.

    ## Why it matters
    Japanese and Chinese news number days; English news names the weekday or adds the month.

    ## Fix safety
    No fix: the month is not in the sentence.

    ## References
    Study of machine-translated news, artefact ND10.
    """

    expression = (
        r"\b(?:[Oo]n|[Uu]ntil|[Ss]ince|[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter)\s(?P<day>the\s(?:1st|2nd|3rd"
        r"|21st|22nd|23rd|31st"
        r"|(?:[4-9]|1\d|2[04-9]|30)th))(?=\s*(?:$|[.,;:!?)”\"])|\s(?:and|at|in|to|by|that|it|he|she"
        r"|they|the|a|after|when|due)\b)"
        r"(?!\s(?:and|to)\s\p{L}+\s(?:floor|hole|minute|Amendment|Congress)|\sto\slast)"
    )
    default = False
    cases = (
        Case("The envoys arrived on ⟦the 25th⟧, and left by ⟦the 27th⟧."),
        Case("On ⟦the 3rd⟧ the mayor of Osaka spoke."),
        Case("They met on the 25th of July, on the 25th floor and on the 5th hole."),
        Case("They met on July 3 and again on the 25th."),
        Case("He scored on the 18th at Lakeside, in the 25th minute."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        sentence = block.sentence_at(match.start()).of(block.text)
        if regex.search(
            r"\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|hole|tee|par|birdie|green|floor"
            r"|centur|district)",
            sentence,
        ):
            return None
        if regex.match(r"\sat\s\p{Lu}", block.text[match.end() :]):
            return None
        return Finding(
            Range(*match.span("day")),
            f"date without a month, “{match['day']}”: name the month or the weekday",
        )
