from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import Block, BlockKind, Case, Document, Finding, Range, Rule, pattern

WORDS = 5
"""Minimum words of a headline; shorter ones may begin a sentence by chance."""


class HeadlineInLede(Rule):
    """The first paragraph repeats the headline and runs on.

    ## What it does
    Reports a first paragraph that begins with the headline, word for word, without a stop.

    ## Why it matters
    Scrapers that lose the end of a heading attach it to the story.

    ## Fix safety
    No fix: an editor must decide where the headline ends and the story begins.

    ## References
    Study of machine-translated news, artefact SB14.
    """

    cases = (
        Case(
            "Harbor of the town opens again\n\n"
            "⟦Harbor of the town opens again⟧ The ferry came back on Monday after three years.",
            plain=True,
        ),
        Case("Harbor opens\n\nHarbor opens in a week, said the mayor, who is glad.", plain=True),
        Case(
            "Harbor of the town opens again\n\nThe ferry came back.\n\nHarbor of the town opens again.",
            plain=True,
        ),
        Case(
            "Harbor of the town opens again\n\nHarbor of the town opens again, and the ferry is back.",
            plain=True,
        ),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        prose = [block for block in document.blocks if block.kind in self.kinds][:2]
        if len(prose) < 2 or prose[0].kind is not BlockKind.HEADLINE:
            return
        headline, lede = pattern(r"\A\W+|\s+\Z").sub("", prose[0].text), prose[1]
        rest = lede.text[len(headline) :]
        glued = rest[:1] == " " and rest[1:2].isupper() and len(rest) > len(headline)
        if len(headline.split()) >= WORDS and lede.text.startswith(headline) and glued:
            yield (
                lede,
                Finding(
                    Range(0, len(headline)),
                    "headline repeated in the first paragraph: where does the story begin?",
                ),
            )
