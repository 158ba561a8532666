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

ADDRESS = r"(?:://|@|www\.)\S*\Z"
LONGEST_ADDRESS = 300
COLUMNS = 3
"""Spaced colons of a block that is a table: “version : 1.2”."""
GOES_ON = r"\s\p{Ll}"
"""Text after a mark that does not end the sentence."""
DOMAIN = rf"(?:{any_of(words_of('address_endings') | {'example', 'int', 'mil', 'museum', 'fr', 'de', 'nl'})})"
ADDRESSED = rf"(?:(?:www\.|https?://)[\w.-]{{2,60}}(?:\.(?P<inside>[ ])|(?P<inside>[ ])\.)(?={DOMAIN}\b)"
SPLIT_ADDRESS = (
    rf"\b{ADDRESSED}|www(?:\.(?P<inside>[ ])|(?P<inside>[ ])\.)(?=\w[\w-]*\.\w)"
    r"|https?:(?:(?P<inside>[ ])//|//(?P<inside>[ ]))(?=\w)"
    r"|(?<=\w)@(?P<inside>[ ])(?=[\w-]+\.\w)|(?<=\w\.\w+)(?P<inside>[ ])@(?=[\w-]+\.\w))"
)
"""A web or mail address with a space in it."""
INITIALS = (
    r"(?<![\p{L}.])(?<![.\d][ ])U\.(?P<inside>[ ])(?=[SKN]\.(?![ ](?:Grant|at|\d)))"
    r"|(?<=\d[ ]?)[ap]\.(?P<inside>[ ])(?=m\.)|(?<=Washington,[ ])D\.(?P<inside>[ ])(?=C\.)"
    r"|\bPh\.(?P<inside>[ ])(?=D\.)"
    r"|(?<=(?:\A|[^\p{L}\p{N}’'-])\p{Lu})(?P<inside>[ ])(?=\.[ ]?\p{Lu}\.)"
    r"|(?<=\d[ ]?[ap])(?P<inside>[ ])(?=\.m\.)"
)
"""An abbreviation that has no space: “U. S.”, “U .S.”, “5 p. m.”."""


class SpaceBeforePunctuation(PatternRule):
    """White space precedes a closing mark or follows an opening bracket.

    ## What it does
    Closes the gap; a space on the wrong side of the mark (“hurt .Police”) changes sides. Closes abbreviations
    (“the U. S.”) and addresses (“www.harbor. org”). Spaced ellipses, scores and prices (“2 : 1”), emoticons,
    file endings (“ .com”) and
    the space that keeps an address apart from the stop pass.

    ## Why it matters
    Scrapers leave it where a link ended, tokenizers leave it everywhere, and French puts it before
    colons, question marks and exclamation marks.

    ## Fix safety
    Safe. Unsafe before a colon, which may also separate two names or express a ratio, unless the sentence
    goes on in lower case, and before “!” and “?” at the beginning of a word.
    """

    expression = (
        r"(?<=[\p{L}\p{N}%”’)])([ \t\xa0\u202f]+)(?!\.[ \xa0]?\.)([,;.!?]|:(?!\s*[\p{N}\p{Sc}]))"
        r"(?=[\s”’]|(?<=:)[“‘]|\Z)"
        r"(?!(?:[ \xa0][.!?,]))"
        r"|(?<=\p{L}{3})(?P<swapped>[ ],)(?=\p{Ll}{2})"
        r"|(?<=[\p{L}\p{N}%”’)])(?P<swapped>[ ](?:(?<!\b(?:an?|the|of|in|on|for|with|to|and|as|by|from) )"
        r"\.(?=[“‘]?(?:\p{Lu}\p{Ll}++|[AI]),?\s)|[!?](?=[“‘]?\p{Lu}\p{Ll})"
        r"|[,;](?=[“‘]?(?:\p{L}{2}|\d))))(?![Nn]et\b)"
        r"|(?<=[\s“‘]\()(?P<inside>[ \xa0]+)(?=[“‘]?\p{L}{2})(?=[^()\n]{1,200}\))"
        r"|(?<=\([^()\n]{1,200}(?:\p{L}{2}[.”’%]?|\d))(?P<inside>[ \xa0]+)(?=\)(?:[\s.,;:!?]|\Z))"
        r"|(?<=\p{L}{2})(?P<inside>[ \xa0])(?=[’']s\s\p{L})"
        r"|(?<=[^\W_s][’'])(?P<inside>[ \xa0])(?=(?:s|t|ve|ll|d|m)\s\p{L})"
        rf"|{SPLIT_ADDRESS}|{INITIALS}"
    )
    begins = (
        r"(?<![ \t\xa0\u202f])(?=[ \t\xa0\u202f]+[,;.!?:)’'@/])|(?<=[(’'])(?=[ \xa0])"
        r"|(?=@[ ]|https?:|www|[UDap]\.[ ]|Ph\.[ ])"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.URLS})
    cases = (
        Case(
            "The mayor of Wick⟦ ⟧, who is ill, stayed away.",
            fixed="The mayor of Wick, who is ill, stayed away.",
        ),
        Case("He saw the sea⟦ ,⟧the hills and the town.", fixed="He saw the sea, the hills and the town."),
        Case(
            "Two were hurt⟦ .⟧Police closed it in 2014⟦ ,⟧when “it” fell⟦ ;⟧nobody knew.",
            fixed="Two were hurt. Police closed it in 2014, when “it” fell; nobody knew.",
        ),
        Case(
            "The U.⟦ ⟧S. fleet left at 5 p.⟦ ⟧m.; see www.oak.⟦ ⟧org, www.⟦ ⟧elm.com or oak@⟦ ⟧elm.org.",
            fixed="The U.S. fleet left at 5 p.m.; see www.oak.org, www.elm.com or oak@elm.org.",
        ),
        Case("The U⟦ ⟧.S. fleet met J⟦ ⟧.K. Holm.", fixed="The U.S. fleet met J.K. Holm."),
        Case("They had two wishes⟦ ⟧: peace and rain.", fixed="They had two wishes: peace and rain."),
        Case("It runs on .NET and .Net from a .London site; U. S. Grant won. See www.harbor.org. Two left."),
        Case("He lives in Wick⟦ ⟧.", fixed="He lives in Wick."),
        Case("“Who knows⟦ ⟧?” he said⟦ ⟧.", fixed="“Who knows?” he said."),
        Case("Nobody knows⟦\u202f⟧!", fixed="Nobody knows!"),
        Case("The vote⟦ ⟧; the count came later.", fixed="The vote; the count came later."),
        Case("He said⟦ ⟧:“Nobody knows.”", fixed="He said:“Nobody knows.”"),
        Case("He had one wish⟦ ⟧: Peace.", fixed="He had one wish: Peace.", safety=Safety.UNSAFE),
        Case(
            "The agency (⟦ ⟧EMA⟦ ⟧) met in Wick (⟦ ⟧where it sits).",
            fixed="The agency (EMA) met in Wick (where it sits).",
        ),
        Case("The mayor of Wick⟦ ⟧’s car was lost.", fixed="The mayor of Wick’s car was lost."),
        Case("The mayor⟦ ⟧? who is ill⟦ ⟧? stayed away."),
        Case("We waited . . . and nobody came . . ."),
        Case("Wick won 2 : 1, seats : €20, and a .com bought it for .5 million."),
        Case("See https://example.org/news/42 . Write to oak@example.org , or follow @oakpost ."),
        Case("Wick ( ) and a( b ) and :( that; (1 x 2) * 3."),
        Case("He wrote :) and ;-) and left."),
        Case("The options -v and ./run are described at /etc."),
    )

    @property
    def trace(self) -> str:
        return (
            r"[\p{L}\p{N}%”’)][ ][,;.!?][“‘]?[\p{L}\p{N}]"
            r"|[\p{L}\p{N}%”’)][ \t\xa0\u202f]+(?:[,;.!?:][\s”’]|:[“‘])|[ \t\xa0\u202f][,;.!?:]\Z"
            r"|\s\([ \xa0]|[\p{L}\p{N}.”’%][ \xa0]\)|\p{L}[ \xa0][’']s\s|[’'][ \xa0](?:s|t|ve|ll|d|m)\s"
            r"|(?:www\.|https?://)[\w.-]{2,60}[. ][. ]\w|www[. ][. ]\w|https?:[ ]?//[ ]?\w"
            r"|\w(?:[ ]@|@[ ])[\w-]+\.\w"
            r"|U\.[ ][SKN]\.|[ap]\.[ ]m\.|D\.[ ]C\.|Ph\.[ ]D\."
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if pattern(ADDRESS).search(block.text, max(match.start() - LONGEST_ADDRESS, 0), match.start()):
            return None
        if match["swapped"]:
            at = Range(*match.span())
            mark = match["swapped"][1]
            unsafe = Safety.UNSAFE if mark in "!?" else None
            message = f"space before “{mark}” instead of after it"
            return Finding(at, message, (Change(at, f"{mark} "),), safety=unsafe)
        if match["inside"]:
            return self._inside(match)
        gap, mark = Range(*match.span(1)), match[2]
        if mark in "?!" and pattern(GOES_ON).match(block.text, match.end()):
            return Finding(gap, f"“{mark}” in the middle of a sentence: is a dash missing?")
        if mark == ":" and (gap.end - gap.start > 1 or block.text.count(" : ") >= COLUMNS):
            return None
        goes_on = pattern(r"(?<=\p{Ll}{3}\s:)(?:\s\p{Ll}{2}|\s?[“‘])").match(block.text, match.end())
        safety = Safety.UNSAFE if mark == ":" and not goes_on else None
        return Finding(gap, f"space before “{mark}”: delete it", (Change(gap, ""),), safety=safety)

    @staticmethod
    def _inside(match: regex.Match[str]) -> Finding:
        """The finding for white space inside brackets, an address or a word."""
        gap = Range(*match.span("inside"))
        if len(match[0]) > gap.end - gap.start:
            where = "inside an address or abbreviation"
        else:
            following = match.string[gap.end]
            where = (
                "before “’s”"
                if following in "’'"
                else "in initials"
                if following == "."
                else "inside brackets"
            )
        return Finding(gap, f"space {where}: delete it", (Change(gap, ""),))
