from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, pattern

ADDRESS = r"(?:://|@|www\.)\S*\Z"
LONGEST_ADDRESS = 300
GOES_ON = r"\s\p{Ll}"
"""Text after a mark that does not end the sentence."""


class SpaceBeforePunctuation(PatternRule):
    """White space precedes a closing mark or follows an opening bracket.

    ## What it does
    Closes the gap. Spaced ellipses, scores and prices (“2 : 1”), emoticons, file endings (“ .com”) and
    the space that keeps an address apart from the stop pass.

    ## Why it matters
    Scrapers leave it where a link ended, tokenizers leave it everywhere, and French puts it before
    colons, question marks and exclamation marks.

    ## Fix safety
    Safe. Unsafe before a colon, which may also separate two names or express a ratio.
    """

    expression = (
        r"(?<=[\p{L}\p{N}%”’)])([ \t\xa0\u202f]+)(?!\.[ \xa0]?\.)([,;.!?]|:(?!\s*[\p{N}\p{Sc}]))(?=[\s”’]|\Z)"
        r"(?!(?:[ \xa0][.!?,]))"
        r"|(?<=\p{L}{3})(?P<swapped>[ ],)(?=\p{Ll}{2})"
        r"|(?<=[\s“‘]\()(?P<inside>[ \xa0]+)(?=[“‘]?\p{L}{2})(?=[^()\n]{1,200}\))"
        r"|(?<=\([^()\n]{1,200}(?:\p{L}{2}[.”’%]?|\d))(?P<inside>[ \xa0]+)(?=\)(?:[\s.,;:!?]|\Z))"
        r"|(?<=\p{L}{2})(?P<inside>[ \xa0])(?=[’']s\s\p{L})"
        r"|(?<=[^\W_s][’'])(?P<inside>[ \xa0])(?=(?:s|t|ve|ll|d|m)\s\p{L})"
    )
    safety = Safety.SAFE
    cases = (
        Case(
            "The mayor of Wick⟦ ⟧, who is ill, stayed away.",
            fixed="The mayor of Wick, who is ill, stayed away.",
        ),
        Case("He saw the sea⟦ ,⟧the hills and the town.", fixed="He saw the sea, the hills and the town."),
        Case("He lives in Wick⟦ ⟧.", fixed="He lives in Wick."),
        Case("“Who knows⟦ ⟧?” he said⟦ ⟧.", fixed="“Who knows?” he said."),
        Case("Nobody knows⟦\u202f⟧!", fixed="Nobody knows!"),
        Case("The vote⟦ ⟧; the count came later.", fixed="The vote; the count came later."),
        Case("He had one wish⟦ ⟧: peace.", fixed="He had one wish: peace.", safety=Safety.UNSAFE),
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
            r"\p{L}[ ],\p{Ll}|[\p{L}\p{N}%”’)][ \t\xa0\u202f]+[,;.!?:][\s”’]|[ \t\xa0\u202f][,;.!?:]\Z"
            r"|\s\([ \xa0]|[\p{L}\p{N}.”’%][ \xa0]\)|\p{L}[ \xa0][’']s\s|[’'][ \xa0](?:s|t|ve|ll|d|m)\s"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if pattern(ADDRESS).search(block.text, max(match.start() - LONGEST_ADDRESS, 0), match.start()):
            return None
        if match["swapped"]:
            at = Range(*match.span())
            return Finding(at, "space before a comma instead of after it", (Change(at, ", "),))
        if match["inside"]:
            return self._inside(match)
        gap, mark = Range(*match.span(1)), match[2]
        if mark in "?!" and pattern(GOES_ON).match(block.text, match.end()):
            return Finding(gap, f"“{mark}” in the middle of a sentence: is a dash missing?")
        safety = Safety.UNSAFE if mark == ":" else None
        return Finding(gap, f"space before “{mark}”: delete it", (Change(gap, ""),), safety=safety)

    @staticmethod
    def _inside(match: regex.Match[str]) -> Finding:
        """The finding for white space inside brackets or before a possessive."""
        gap = Range(*match.span("inside"))
        where = "before “’s”" if match.string[gap.end] in "’'" else "inside brackets"
        return Finding(gap, f"space {where}: delete it", (Change(gap, ""),))
