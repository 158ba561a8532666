from __future__ import annotations

import regex

from newslint.lexicon.countries import COUNTRIES
from newslint.rules import Block, Case, Finding, PatternRule, Range, any_of

NAME = r"\p{Lu}[\p{L}’-]+(?:\s\p{Lu}[\p{L}’-]+){1,2}"


class OfficeOfCountry(PatternRule):
    """Office, country and name run together without a comma.

    ## What it does
    Reports “the President of Ukraine Ivan Kovalenko” and shows both ways to write it.

    ## Why it matters
    Russian, Ukrainian and Polish write it so; English news puts the name first or sets it off with
    commas.

    ## Fix safety
    No fix: a name after the country may begin something else.

    ## References
    Study of machine-translated news, artefact TN05.
    """

    default = False
    expression = (
        r"(?<!\bof\s(?:the\s)?)\b(?P<the>[Tt]he\s)?(?P<office>(?:[Pp]resident|(?:[Pp]rime|[Ff]oreign"
        r"|[Dd]efen[cs]e|[Ff]inance)\s[Mm]inister"
        rf"|[Cc]hancellor|[Aa]mbassador))\sof\s(?P<country>{any_of(COUNTRIES)})\s(?P<name>{NAME})"
        r"(?=[.,;]|\s\p{Ll})"
    )
    cases = (
        Case("⟦The President of Ukraine Ivan Kovalenko⟧ met ⟦the chancellor of Austria Eva Huber⟧."),
        Case("The President of Ukraine, Ivan Kovalenko, spoke with the President of Latvia on Monday."),
        Case(
            "The president of Poland Monday signed the law. "
            "A portrait of the President of Ukraine Anna Bondar."
        ),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        office, country, name = match["office"], match["country"], match["name"]
        readings = f"{office.title()} {name} of {country}", f"{name}, the {office.lower()} of {country},"
        return Finding(at, "office, country and name run together: put the name first", suggestions=readings)
