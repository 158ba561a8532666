from __future__ import annotations

import regex

from newslint.lexicon.classes import Row, column, entries, words_of
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, any_of, pattern

ROWS: tuple[Row, ...] = tuple(
    row
    for name in ("plain_plurals", "people", "roles")
    for row in entries(name)
    if len(row) > 1 and row[0] != row[1]
)
COUNTED = {row[0]: row[1] for row in (*ROWS, *entries("count_nouns")) if row[0] not in ("suspect", "veteran")}
"""The plural of each noun after “several”."""
SINGULARS = frozenset(row[0] for row in ROWS)
PLURALS = frozenset(row[1] for row in ROWS) - {"persons"}
PERSONS = SINGULARS & (column("people", 0) | column("roles", 0))
COUNTS = (
    r"(?:(?<![-\w.,])(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
    r"|(?<=\b(?:of|than|for|about|nearly|least|by|with|after|and|or|some|only|are|were|have|had)\s)(?:[2-9]|[1-9]\d))"
)
ADJECTIVES = (
    "new|big|small|large|local|serious|young|other|different|major|important|old|recent|similar|possible"
)
QUALITY = (
    r"\p{Ll}{3,}(?:al|ous|ive|ful|ic|ible|able|ary|less|ern|ish|ed|ing)"
    rf"|{ADJECTIVES}|{any_of(column('comparisons', 0))}"
)
"""An adjective before a counted noun."""
QUANTIFIERS = (
    r"[Mm]any|[Ss]everal|[Vv]arious|[Nn]umerous|(?:[Hh]undreds|[Dd]ozens|[Tt]housands|[Cc]ouple|[Ss]cores)\sof"
    r"|(?<!\bnumber\s|\bto\s|-)(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
    r"|(?<=\A|[.!?:][”’\"']?\s|[\n“\"])(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Twenty)"
)
WITH_LISTED_ADJECTIVES = r"[Tt]hese|[Tt]hose|[Ff]ew|[Nn]umber\sof|[Ss]eries\sof"
"""Words with a participle after them too: “those playing host”."""
PARTS = (
    r"(?:[Mm]any|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our|[Ee]ach|[Nn]one)"
    r"\sof\s(?:the|these|those|his|her|their|its)"
)
COUNTED_HERE = SINGULARS - {
    *("people", "counsel", "election", "letter", "attack", "game", "report", "vote", "bill", "law", "deal"),
}
"""Nouns after a figure; “Nov. 3 election” names one of the others."""
GROUPS = frozenset(
    {
        *("agency", "company", "family", "firm", "government", "party", "program", "team", "year", "month"),
        *("week", "day", "decade"),
    }
)
"""“One of the family” is one of its members."""
GOES_ON = (
    "that|who|which|is|was|are|were|has|have|had|will|would|in|on|at|of|for|to|and|or|by|from|with|said|when"
)
ACTS = (
    "lost|closed|opened|reported|remained|remain|died|fled|left|took|made|got|went|came|began|ended|collapsed|refused"
    "|signed|joined|faced|needed|did|do|can|could|may|should|must|also|who|whose|while|because|after|before|since|if"
)
ENDS = rf"(?=[.,;:!?](?!\w)|\s(?:{GOES_ON})\b)"
"""What follows a noun that is no part of a compound (“these time limits”)."""
NOUN_ENDS = rf"(?=[.,;:!?](?!\w)|\s(?!and\b|or\b)(?:{GOES_ON}|{ACTS})\b)"
"""The same without “and”: “several small business and health clients”."""


SUPERLATIVE = rf"(?:{any_of(words_of('superlatives') - {'most', 'least', 'last', 'first'})})"
BEST = (
    r"(?:(?i:one\sof\sthe\s(?:best(?:-known)?|main|most\s\p{L}+|\p{Ll}{2,}(?<!r|w|ea|qu)est)\s\p{Ll}+\Z)"
    rf"|(?i:one\sof\s)\p{{Ll}}+\s{SUPERLATIVE}\s\p{{Ll}}+\Z)"
)
"""A superlative right before its noun."""
ONE_ENDS = r"(?=[.,;:](?!\w)|\s(?:that|who|is|was|has|had|will|would|in|on|at|for|to)\b)"
"""What follows a person alone; “one of their members majority leader” has two nouns."""


class NounNumber(PatternRule):
    """A noun has the wrong number: “these week”, “each days”.

    ## What it does
    Finds a singular after “these”, “those”, “many” and “one of the”, and a plural after “each”, “every”,
    “another” and “this”, of common nouns with a plain plural, and writes the other form.

    ## Why it matters
    Languages without plurals leave the choice to the engine, which makes it word by word.

    ## Fix safety
    Safe after “one of the best”. Elsewhere unsafe: the other word may be the wrong one.
    """

    safety = Safety.SAFE
    expression = (
        rf"\b(?:(?:{QUANTIFIERS})\s(?:(?:{QUALITY})\s)?|(?:{WITH_LISTED_ADJECTIVES})\s(?:(?:{ADJECTIVES})\s)?|(?P<part>{PARTS})\s)"
        rf"(?P<counted>\p{{Ll}}{{3,}})\b{NOUN_ENDS}"
        rf"|(?<!\bGroup\sof\s|\bnumber\s|\bto\s){COUNTS}\s(?P<singular>{any_of(COUNTED_HERE)})\b{ENDS}(?!,\s\p{{L}}+\s(?:record|low|high)|\sto\s\d)"
        rf"|(?<!\b(?:loved|no)\s)\b[Oo]ne\sof\s(?:the|his|her|its|their|our|these|those)\s(?:[\p{{Ll}}-]+(?<!s)\s){{0,2}}?(?P<singular>{any_of(PERSONS)})\b{ONE_ENDS}"
        rf"|\b[Aa]n?\s(?:(?:{ADJECTIVES}|good|bad)\s)?"
        rf"(?P<plural>{any_of(PLURALS - {'women', 'counsel'})})\b{ENDS}"
        rf"|(?<!\b(?:loved|no)\s)\bone\sof\sthe\s(?:(?:most\s\p{{L}}+|\p{{Ll}}+est(?:-known)?|main|first|few|best|best-known|top|last)\s)?"
        rf"(?P<singular>{any_of(SINGULARS - GROUPS)})\b{ENDS}"
        rf"|\b[Oo]ne\sof\s(?:the|his|her|its|their|our)\s(?:{SUPERLATIVE}|most\s\p{{Ll}}+)\s(?P<counted>\p{{Ll}}{{3,}})\b{ONE_ENDS}"
        rf"|\b(?:[Ee]ach|[Ee]very|[Aa]nother)\s(?P<plural>{any_of(PLURALS)})\b{ENDS}"
        rf"|\b(?:[Tt]his|[Aa]nother|[Ee]ach|[Ee]very)\s(?:{ADJECTIVES})\s(?P<plural>{any_of(PLURALS)})\b{ENDS}"
        rf"|(?<!\bin\s)\b(?:others|anothers)\s(?P<others>{any_of(PLURALS | {'people'})})\b"
        rf"|\b[Tt]his\s(?P<plural>{any_of(PLURALS)})\b{ENDS}"
    )
    cases = (
        Case("It rained ⟦these week⟧ in town.", fixed="It rained these weeks in town.", safety=Safety.UNSAFE),
        Case(
            "It is ⟦one of the problem⟧ in town.",
            fixed="It is one of the problems in town.",
            safety=Safety.UNSAFE,
        ),
        Case("It is ⟦one of the best player⟧ in town.", fixed="It is one of the best players in town."),
        Case("It is ⟦one of the poorest district⟧ in it.", fixed="It is one of the poorest districts in it."),
        Case(
            "It is one of the finest in town, one of the richest family of merchants, one of the best known."
        ),
        Case(
            "They met ⟦each days⟧ in May, and ⟦this countries⟧ had left.",
            fixed="They met each day in May, and this country had left.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "These time limits and one of the country’s towns; every three days; another people; many a day."
        ),
        Case(
            "It hit ⟦two person⟧ in town, and ⟦others people⟧ left.",
            fixed="It hit two persons in town, and other people left.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "It is ⟦a big problems⟧ for ⟦many young voter⟧.",
            fixed="It is a big problem for many young voters.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "He was in a two person crew, aged 12, on Nov. 3 election day; loved one of the victim, a people."
        ),
        Case(
            "⟦Several hospital⟧ lost power; ⟦two surviving soldier⟧ left ⟦hundreds of volunteer⟧.",
            fixed="Several hospitals lost power; two surviving soldiers left hundreds of volunteers.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "Those playing host left; several small business and health clients; the Group of Seven summit; "
            "the number two man; several veteran, able agents."
        ),
        Case("One of the company that made it is old, and this means that he left."),
    )

    @property
    def trace(self) -> str:
        counted = any_of(COUNTED)
        return self.expression.replace(r"(?P<counted>\p{Ll}{3,})", f"(?:{counted})")

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["counted"]:
            return self._counted(match)
        if match["others"]:
            right = "other " + match["others"]
            at = Range(*match.span())
            return Finding(
                at, f"plural before a noun: use “{right}”", (Change(at, right),), safety=Safety.UNSAFE
            )
        wrong, row = ("singular", 1) if match["singular"] else ("plural", 0)
        word = match[wrong]
        right = next(pair[row] for pair in ROWS if pair[1 - row] == word)
        place = Range(*match.span(wrong))
        safety = Safety.SAFE if pattern(BEST).match(match[0]) else Safety.UNSAFE
        message = f"“{word}” should be “{right}”"
        return Finding(Range(*match.span()), message, (Change(place, right),), safety=safety)

    @staticmethod
    def _counted(match: regex.Match[str]) -> Finding | None:
        """The finding for a singular after a word for several."""
        word = match["counted"]
        right = COUNTED.get(word)
        best = pattern(BEST).match(match[0]) is not None
        if best and word in GROUPS:
            return None
        if right is None or (match["part"] and word in GROUPS | {"business"}):
            return None
        change = Change(Range(*match.span("counted")), right)
        message = f"“{word}” should be “{right}”"
        return Finding(Range(*match.span()), message, (change,), safety=None if best else Safety.UNSAFE)
