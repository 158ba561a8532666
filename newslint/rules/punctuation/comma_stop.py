from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import is_word
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, any_of, pattern
from newslint.text.quotations.narrator import SAYING

LEAST = 3
"""Minimum letters of a word before “.,” that is not an abbreviation."""
SHORT = frozenset(
    word
    for word in words_of("pronouns", "auxiliaries") | {"too", "also", "up", "out", "off", "not", "men", "day"}
    if word.islower() and len(word) < LEAST
)
"""Shorter words that are no abbreviations."""
MOST_OF_SMALL = 3
"""Maximum letters of words that are in lower case in titles."""


class CommaStop(PatternRule):
    """A comma, semicolon or colon is next to a full stop.

    ## What it does
    Keeps the stop at the end of a sentence and the comma inside it. Spaced ellipses (“, . . .”), decimals
    (“, .45”), abbreviations (“Inc.,”), titles (“Oliver!,”) and ends of HTML entities (“caf&eacute;.”) pass.

    ## Why it matters
    Both remain when the end of a sentence is cut, or its attribution is moved.

    ## Fix safety
    Safe. Before a lower-case word either mark of “,.” may be right, so both are shown and there is no fix.
    “.,” is unsafe after a word that may be an abbreviation, and “?,” always: it may end a title.
    """

    expression = (
        r"(?<=[\p{L}\p{N}%”’)])(?<!&#?\w{2,9})"
        r"(?:(?P<both>[,;:][ \xa0]?\.)(?![ \xa0]\.)(?=(?P<on>\s+\p{Ll})|\s|\Z)"
        r"|(?P<around>,[”’]\.)(?=\s+(?P<small>\p{Ll})|\s|\Z))"
        r"|(?P<asked>(?<=\p{Ll})[?!],)(?=[”’\"']\s\p{L})"
        rf"|(?<![\w.’'@/-])(?P<word>\p{{L}}{{{LEAST},}}|{any_of(SHORT)}|[1-9]\d[\d,.]*\d)"
        r"(?P<stop>\.[ ]?)(?P<comma>,)(?=\s\p{L}|\s\d)"
        r"|(?<=[\d\p{L}])(?P<word>%|\))(?P<stop>\.[ ]?)(?P<comma>,)(?=\s\p{L})"
    )
    safety = Safety.SAFE
    cases = (
        Case("The bridge fell after the storm⟦,.⟧", fixed="The bridge fell after the storm."),
        Case("Nobody fell⟦, .⟧ The road stays shut.", fixed="Nobody fell. The road stays shut."),
        Case(
            "Three towns lost power⟦;.⟧ A fourth had none.",
            fixed="Three towns lost power. A fourth had none.",
        ),
        Case("The bridge fell⟦,.⟧ and the road with it."),
        Case("By ⟦law.,⟧ the bridge fell.", fixed="By law, the bridge fell."),
        Case("After the ⟦storm.,⟧ the bridge fell.", fixed="After the storm, the bridge fell."),
        Case(
            "They drove to ⟦Wick.,⟧ then north.",
            fixed="They drove to Wick, then north.",
            safety=Safety.UNSAFE,
        ),
        Case("It opened in ⟦1911.,⟧ when they left.", fixed="It opened in 1911, when they left."),
        Case("“The bridge fell⟦,”.⟧ They left.", fixed="“The bridge fell.” They left."),
        Case("“The bridge fell⟦,”.⟧ she said.", fixed="“The bridge fell,” she said."),
        Case("“Who fell⟦?,⟧” she asked.", fixed="“Who fell?” she asked.", safety=Safety.UNSAFE),
        Case("The musical “Oliver!,” the book “Who’s Afraid of Wolves?,” and a play were shown."),
        Case("We waited, . . . and nobody came."),
        Case("He carried a rifle, .45 calibre, and a map."),
        Case("They met in a caf&eacute;. The idea was pass&#233;."),
        Case(
            "She works for Oak Inc., not for him, nor for the assn., in Calif., in the U.S., etc., as before."
        ),
        Case("The list has dates, etc. Nobody reads it."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["word"]:
            return self._comma(match)
        if match["asked"]:
            if _ends_title(match):
                return None
            mark = match["asked"][0]
            change = Change(Range(*match.span()), mark)
            return Finding(change.at, f"comma after “{mark}”: delete it", (change,), safety=Safety.UNSAFE)
        at, mark = Range(*match.span()), match[0][0]
        if match["around"]:
            right = f"{',' if match['small'] else '.'}{match[0][1]}"
            message = f"comma and full stop around the quotation mark: use “{right}”"
            return Finding(at, message, (Change(at, right),))
        if match["on"]:
            return Finding(at, f"“{mark}” next to a full stop: keep one of them", suggestions=(mark, "."))
        return Finding(at, f"“{mark}” before a full stop: keep the full stop", (Change(at, "."),))

    @staticmethod
    def _comma(match: regex.Match[str]) -> Finding | None:
        """The finding for a stop before a comma, unless an abbreviation's."""
        word = match["word"]
        if word.lower() in words_of("abbreviations") or (len(word) == LEAST and not is_word(word)):
            return None
        safety = None if not word.isalpha() or is_word(word) else Safety.UNSAFE
        change = Change(Range(*match.span("stop")), "")
        return Finding(Range(*match.span()), "full stop before a comma: delete it", (change,), safety=safety)


def _ends_title(match: regex.Match[str]) -> bool:
    """Whether the mark belongs to the title of a work."""
    text, end = match.string, match.end()
    opening = max(text.rfind(mark, 0, match.start()) for mark in '“‘"')
    words = [word for word in pattern(r"\p{L}+").findall(text, opening + 1, end) if len(word) > MOST_OF_SMALL]
    said = pattern(rf"[”’\"']\s(?:\S+\s){{0,3}}(?:{SAYING})\b").match(text, end)
    return bool(words) and all(word[0].isupper() for word in words) and not said
