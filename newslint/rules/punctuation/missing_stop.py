from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, RunKind, Scope
from newslint.text.galleries import is_in_gallery
from newslint.text.names.capitals import headline_cased

OPENS_CLAUSE = "It|But|There|This|These|Those|We|When|While|Although|According|If|Because"
OPENS_PHRASE = "The|In|At|After|His|Her|Their"
"""Words that begin a sentence; in titles, fewer words in lower case follow them."""
BEFORE_TITLES = frozenset(
    ["that", "when", "says", "said", "called", "and", "film", "song", "book", "show", "play", "novel"]
)
"""Words before a title."""
LABELS = frozenset(["caption", "highlights", "recording"])
"""The ends of labels that other rules report."""


class MissingStop(PatternRule):
    """No stop ends the sentence before: “it came later He left”.

    ## What it does
    Adds a full stop between a lower-case word and a capitalised pronoun with its verb, or another word that
    begins a sentence. Headlines, titles and transcripts pass.

    ## Why it matters
    Scrapers lose the end of a line, and with it the mark.

    ## Fix safety
    Unsafe: the capital may be wrong, or words may be missing.
    """

    scope = Scope.DOCUMENT
    expression = (
        r"(?<=[\p{L}\d%]\s)(?P<word>\p{Ll}{3,})(?P<gap>)\s(?:"
        r"(?P<next>He|She|They|However|Meanwhile)"
        r"(?=,?\s(?:is|was|has|had|have|said|also|will|would|can|could|did|does|told|\p{Ll}{2,}ed)\b)"
        rf"|(?P<next>{OPENS_CLAUSE})(?=\s\p{{Ll}}{{2,}}\s\p{{Ll}}{{2,}})"
        rf"|(?P<next>{OPENS_PHRASE})(?=\s\p{{Ll}}{{2,}}\s\p{{Ll}}{{2,}}\s\p{{Ll}}{{2,}}))"
    )
    cases = (
        Case("The train came ⟦later He⟧ told them so.", fixed="The train came later. He told them so."),
        Case(
            "The heat reached 107 ⟦degrees There⟧ was no rain in the ⟦hills The⟧ people of town left.",
            fixed="The heat reached 107 degrees. There was no rain in the hills. The people of town left.",
        ),
        Case("She read The New York Times, and the novel The whale in the bay."),
        Case("The mayor said he was ill. He was. They called it They Were Here, and the film He Had it All."),
        Case("the train came. He left and said She would."),
    )

    @property
    def trace(self) -> str:
        return rf"\p{{Ll}}\s(?:He|She|They|However|Meanwhile|{OPENS_CLAUSE}|{OPENS_PHRASE}),?\s\p{{Ll}}{{2,}}"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if headline_cased(block.text) or any(run.kind is RunKind.TRANSCRIPT for run in block.runs):
            return None
        if (
            match["word"] in BEFORE_TITLES
            or match["word"] in LABELS
            or is_in_gallery(block.text, match.start())
        ):
            return None
        gap = Range(match.end("gap"), match.end("gap"))
        message = f"missing full stop before “{match['next']}”"
        return Finding(Range(*match.span()), message, (Change(gap, "."),))
