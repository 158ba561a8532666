from __future__ import annotations

import regex

from newslint.lexicon.classes import column, words_of
from newslint.rules import (
    Block,
    BlockKind,
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

PAPERS = (
    "Guardian|Financial Times|New York Times|Washington Post|Wall Street Journal|Times of London"
    "|Daily Mail|Daily Telegraph"
    "|Associated Press|Los Angeles Times|Boston Globe|Economist|Independent|Observer|Daily Mirror"
)
SEATS = "Kremlin|Bundestag|Elysee Palace|Élysée Palace|White House"
GOES_ON = (
    r"(?=\s*\Z|[.,;:!?](?!\w)|\s(?:on|in|to|that|said|after|for|and(?!\s\p{Lu})|who|which|has|had|was"
    r"|is|reported|as)\b)"
)
ROLES = any_of(
    (column("roles", 0) | column("people", 0))
    - words_of("firms_too")
    - {"president", "governor", "mayor", "people"}
)
THINGS = any_of(words_of("things", "places_and_events"))
NEW = "new|old|second|third|local|small|large|bigger|smaller|temporary|permanent"
KIND = (
    "jewellery|jewelry|grocery|coffee|book|furniture|shoe|toy|gift|betting|petrol|country|holiday|sports|police"
    "|fishing"
)
ACQUIRED = (
    "robbed|bought|built|owns|owned|opened|sold|visited|stole|founded|entered|attacked|destroyed|found|rented"
    "|runs"
)
PLACE = (
    "shop|house|bridge|boat|restaurant|hotel|factory|museum|farm|bakery|pharmacy|truck|village|theatre|theater"
    "|airport|warehouse"
    "|stadium|mosque|castle|car|flat|apartment|cottage|café|cafe|bookshop|supermarket|lorry|yacht|laboratory|mill"
)
"""What is bought, built or robbed, and takes an article."""
SAYING = r"(?:heard|said|says|announced|reported|believes|believed|warned|told\s\p{L}+|agreed|decided)"
AUXILIARY = "would|was|is|had|has|will|could"
HEADING = r"[|»•]|\b(?:Photos?|Caption|WATCHED|WATCH|Replay|Read more|More|Also|RELATED)\b|:\s[^.:]{0,80}\Z"
"""Text before a place in a headline or link that runs into the text."""
DETERMINER = any_of(words_of("determiners") | {"this", "that", "these", "those"})
CAPITAL = r"(?<=\s)\p{Lu}"
MOST_CAPITALS = 0.4


class LostArticle(PatternRule):
    """A name or noun has lost its article: “told Financial Times”.

    ## What it does
    Adds “the” to a listed newspaper or well-known building after a preposition (“in White House”) and to
    superlatives (“one of most popular”). Reports a missing article before a person with a relative clause
    (“gave it to clerk, who …”) and before a few things. Headlines, captions and links may drop articles.

    ## Why it matters
    Russian, Chinese, Polish and Turkish have no articles, and engines do not know which names take one.

    ## Fix safety
    Unsafe: the name may belong to something else (“Guardian Angels”). No fix before common nouns, which may
    take “a” or “the”.

    ## Options
    `accept`: phrases to let pass, in lower case.

    ## References
    Study of machine-translated news, artefact AG11.
    """

    accept: frozenset[str] = frozenset()
    """Phrases to let pass, in lower case."""

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    kinds = frozenset({BlockKind.PARAGRAPH})
    expression = (
        rf"(?<!\b[Tt]he\s)\b[Oo]ne\sof\s(?P<name>{any_of(words_of('superlatives'))})(?!\s(?:of|any"
        rf"|people)\b)(?=[\s,])"
        rf"|\b(?:told|by|with|according\sto|According\sto|from)\s(?P<name>{PAPERS}){GOES_ON}"
        rf"|\b(?:in|inside|outside|at|by|from|to|with)\s(?P<name>{SEATS}){GOES_ON}"
        rf"|(?<=\p{{Ll}}\s)(?:to|by|from|with|against|told|asked"
        rf"|past)\s(?P<noun>{ROLES})(?=,\swho\s(?!(?:do|does)\b)\p{{Ll}}+(?:ed|s|d|t|ew|ad|ok|ent|aw)\b)"
        rf"|(?<!-)\b(?:who|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Ii]t|had|has|have)\s(?:{ACQUIRED})\s(?:(?:{NEW}|{KIND})\s)?"
        rf"(?P<noun>{PLACE})(?=\s(?:in|on|near|at|outside|that|which|where|with)\b|[.,](?!\w))"
        rf"|\b{SAYING}\sthat\s(?:{NEW})\s(?P<noun>{THINGS})\s(?=(?:{AUXILIARY})\b)"
        rf"|\b(?:traced|due|attributed)\sto\s(?:(?!(?:{DETERMINER})\s)\p{{Ll}}+\s)?(?P<noun>{THINGS})\s(?=(?:that|which)\b)"
        r"|(?<=\p{Ll}\s)(?:at|until|before|since)\s(?P<name>end|start|beginning)(?=\sof\s(?:term|month"
        r"|year|season|week|the\s(?:month|year|season|week|war))\b)"
    )
    cases = (
        Case(
            "The letter was published ⟦by Guardian⟧ and denied by an aide ⟦from Kremlin⟧, he said.",
            fixed="The letter was published by the Guardian and denied by an aide from the Kremlin, he said.",
        ),
        Case(
            "The minister ⟦told Financial Times⟧ that he would go.",
            fixed="The minister told the Financial Times that he would go.",
        ),
        Case(
            "Nobody ⟦in Kremlin⟧, she said, was surprised. They met ⟦at White House⟧ on Monday.",
            fixed="Nobody in the Kremlin, she said, was surprised. They met at the White House on Monday.",
        ),
        Case("Three men ⟦who robbed jewellery shop⟧ in the town left, and ⟦she owned boat⟧ near it."),
        Case(
            "He entered politics, opened fire, found house mates and left school. They had found car parts."
        ),
        Case("It is ⟦one of most⟧ popular towns.", fixed="It is one of the most popular towns."),
        Case("She gave it ⟦to clerk⟧, who scanned it. They ⟦heard that new depot ⟧would be built."),
        Case("The school will shut ⟦at end⟧ of term.", fixed="The school will shut at the end of term."),
        Case("She told the Guardian and a Financial Times reporter. In White House circles he is known."),
        Case("He told Guardian Angels to leave. She ran for president, who is elected by all."),
        Case("Watch: Visitors at White House on Monday", plain=True),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match[0].strip().lower() in self.accept or _is_headline(match, block):
            return None
        group = "name" if match["name"] else "noun"
        at = Range(*match.span())
        if group == "noun":
            return Finding(at, f"article missing before “{match['noun']}”: add “a” or “the”")
        change = Change(Range(match.start("name"), match.start("name")), "the ")
        return Finding(at, f"article missing in “{match[0]}”: add “the”", (change,))


def _is_headline(match: regex.Match[str], block: Block) -> bool:
    """Whether a place is in text that drops articles, like headlines."""
    sentence = block.sentence_at(match.start())
    text = block.text[sentence.start : sentence.end].rstrip("”’\"') ")
    before = block.text[max(match.start() - 100, 0) : match.start()]
    if not text or text[-1] not in ".?!" or pattern(HEADING).search(before):
        return True
    words = text.count(" ") + 1
    others = len(pattern(CAPITAL).findall(text)) - len(pattern(CAPITAL).findall(match[0]))
    return others > MOST_CAPITALS * words
