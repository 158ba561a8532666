from __future__ import annotations

from html.entities import html5

import regex

from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    RunKind,
    Safety,
    Severity,
)

NAMES = (
    "amp|quot|apos|nbsp|lsquo|rsquo|ldquo|rdquo|ndash|mdash|hellip|eacute|egrave|agrave|ccedil|ntilde|uuml|ouml|auml"
    "|euro|pound|copy|reg|deg|middot|bull|laquo|raquo|aacute|iacute|oacute|uacute|szlig"
)
TAG = r"</?(?:br|p|b|i|em|strong|span|div|u|sup|sub|li|ul|a)(?:\s[^<>]{0,200})?\s?/?>"

LOST = "¿"
"""Replaces a character that an encoding lacks; after a letter, it was an apostrophe."""


class HtmlEntity(PatternRule):
    """An HTML entity or tag appears as text: “AT&amp;T”, “Monday.<br>”.

    ## What it does
    Replaces an entity with its character and reports tags. Entities of angle brackets pass, because
    they may be what the text is about.

    ## Why it matters
    The page was escaped twice, or its tags were taken for text.

    ## Fix safety
    Safe for entities. A tag has no fix, because a line break may have been lost with it.

    ## References
    Study of machine-translated news, artefact EN04.
    """

    expression = rf"&(?:amp;)?(?P<name>{NAMES}|#(?:\d{{2,5}}|x[0-9a-fA-F]{{2,4}}));|{TAG}"
    severity = Severity.ERROR
    safety = Safety.SAFE
    may_change = frozenset(
        {Protected.NAMES, Protected.QUOTED, Protected.CURRENCY, Protected.NUMBERS, Protected.NEGATIONS}
    )
    any_language = True
    reads = frozenset({RunKind.MARKUP, RunKind.MOJIBAKE})
    cases = (
        Case("Oak ⟦&amp;⟧ Elm closed.", fixed="Oak & Elm closed.", plain=True),
        Case("It⟦&#8217;⟧s open, he said⟦&hellip;⟧", fixed="It’s open, he said…", plain=True),
        Case("⟦&ldquo;⟧It is open,⟦&rdquo;⟧ he said.", fixed="“It is open,” he said.", plain=True),
        Case(
            "The town⟦&#191;⟧s mayor said: ⟦&#191;⟧Qué?",
            fixed="The town&#191;s mayor said: ¿Qué?",
            plain=True,
        ),
        Case("It closed on Monday.⟦<br>⟧ Nobody minded.⟦</p>⟧", plain=True),
        Case("Oak & Elm; R&D; the AT&T deal; 3 < 5 and 5 > 3; a<b.", plain=True),
        Case("The entity &lt; and the site a.org/?x=1&copy=2 were named.", plain=True),
    )

    @property
    def trace(self) -> str:
        return rf"&(?:amp;)?(?:{NAMES}|#\d|#x)|</?(?:br|[pbiua]|em|strong|span|div|su[pb]|[lu][il])[\s/>]"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, name = Range(*match.span()), match["name"]
        if name is None:
            return Finding(at, f"HTML tag in the text: “{match[0]}”")
        character = html5.get(f"{name};") or _from_number(name)
        lost = character == LOST and match.start() and block.text[match.start() - 1].isalpha()
        if lost or (not character.isprintable() and character != "\xa0"):
            return Finding(at, f"HTML entity in the text: “{match[0]}”")
        return Finding(at, f"HTML entity in the text: use “{character}”", (Change(at, character),))


def _from_number(name: str) -> str:
    return chr(int(f"0{name[1:]}", 16) if name[1] == "x" else int(name[1:]))
