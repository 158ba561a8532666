from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, pattern

ADDRESS = r"(?:://|@|www\.)\S*\Z"
LONGEST_ADDRESS = 300
GOES_ON = r"\s\p{Ll}"
"""What shows that the sentence does not end."""


@dataclass(frozen=True, kw_only=True)
class SpaceBeforePunctuation(PatternRule):
    """White space precedes a comma, a stop or another closing mark.

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
    )
    safety = Safety.SAFE
    cases = (
        Case(
            "The mayor of Wick⟦ ⟧, who is ill, stayed away.",
            fixed="The mayor of Wick, who is ill, stayed away.",
        ),
        Case("He lives in Wick⟦ ⟧.", fixed="He lives in Wick."),
        Case("“Who knows⟦ ⟧?” he said⟦ ⟧.", fixed="“Who knows?” he said."),
        Case("Nobody knows⟦\u202f⟧!", fixed="Nobody knows!"),
        Case("The vote⟦ ⟧; the count came later.", fixed="The vote; the count came later."),
        Case("He had one wish⟦ ⟧: peace.", fixed="He had one wish: peace.", safety=Safety.UNSAFE),
        Case("The mayor⟦ ⟧? who is ill⟦ ⟧? stayed away."),
        Case("We waited . . . and nobody came . . ."),
        Case("Wick won 2 : 1, seats : €20, and a .com bought it for .5 million."),
        Case("See https://example.org/news/42 . Write to oak@example.org , or follow @oakpost ."),
        Case("He wrote :) and ;-) and left."),
        Case("The options -v and ./run are described at /etc."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if pattern(ADDRESS).search(block.text, max(match.start() - LONGEST_ADDRESS, 0), match.start()):
            return None
        gap, mark = Range(*match.span(1)), match[2]
        if mark in "?!" and pattern(GOES_ON).match(block.text, match.end()):
            return Finding(gap, f"“{mark}” in the middle of a sentence: is a dash missing?")
        safety = Safety.UNSAFE if mark == ":" else None
        return Finding(gap, f"space before “{mark}”: delete it", (Change(gap, ""),), safety=safety)
