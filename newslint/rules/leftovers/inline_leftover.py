from __future__ import annotations

from collections.abc import Iterator

from newslint.rules import (
    Block,
    BlockKind,
    Case,
    Change,
    Finding,
    Protected,
    Range,
    Rule,
    RunKind,
    Safety,
    Scope,
)
from newslint.text.residue.inline import find_inline, trace
from newslint.text.residue.kinds import ResidueKind


class InlineLeftover(Rule):
    """A link or label of the page is inside a paragraph.

    ## What it does
    Deletes what the page left between two sentences or in brackets: links to other stories, buttons,
    invitations to subscribe, follow or comment, and shortcodes. Its words must be those of pages; a link
    reaches from its label to the end of the sentence.

    ## Why it matters
    Scrapers run boxes and buttons into the paragraph around them.

    ## Fix safety
    Unsafe: where no mark ends it, the text does not show for certain where the story goes on.
    """

    kinds = frozenset({BlockKind.HEADLINE, BlockKind.PARAGRAPH})
    scope = Scope.DOCUMENT
    safety = Safety.UNSAFE
    may_change = frozenset(Protected)
    reads = frozenset({RunKind.ADDRESS})
    cases = (
        Case(
            "The bridge opens.\n\nIt rained in Wick.⟦ READ MORE: Ferry sinks off Oslo.⟧ The mayor left.",
            fixed="The bridge opens.\n\nIt rained in Wick. The mayor left.",
        ),
        Case(
            "The bridge opens.\n\nIt rained in Wick.⟦ (Also read: Ten bridges to see)⟧ The mayor left.",
            fixed="The bridge opens.\n\nIt rained in Wick. The mayor left.",
        ),
        Case(
            "The bridge opens.\n\nIt rained in Wick.⟦ Click here to subscribe⟧ The mayor left.",
            fixed="The bridge opens.\n\nIt rained in Wick. The mayor left.",
        ),
        Case(
            "The bridge opens.\n\nIt rained in Wick.⟦ Sign up for our newsletter⟧",
            fixed="The bridge opens.\n\nIt rained in Wick.",
        ),
        Case(
            "The bridge opens.\n\nIt rained in Wick.⟦[/vc_row]⟧ It had⟦ %%byline%%⟧ never rained so much.",
            fixed="The bridge opens.\n\nIt rained in Wick. It had never rained so much.",
            plain=True,
        ),
        Case("The bridge opens.\n\nIt rained. Read on: the mayor wrote it. See the photos, she said."),
        Case("The bridge opens.\n\nIt rained. Share prices fell. More: that is what he wanted. Follow him."),
        Case("The bridge opens.\n\nIt rained. In a tweet, Oak said so. Comments on Facebook were rude."),
    )

    @property
    def trace(self) -> str:
        return trace()

    def check_block(self, block: Block) -> Iterator[Finding]:
        if not block.document.from_page or block.index in block.document.residue:
            return
        for found in find_inline(block.text):
            start = len(block.text[: found.at.start].rstrip())
            at = Range(start, found.at.end) if start else found.at
            is_label = found.kind is ResidueKind.LINK and not found.ended
            if block.kind is BlockKind.HEADLINE and found.ended:
                continue
            if not block.is_quoted(at):
                yield Finding(
                    at,
                    "left over from the page inside a paragraph: delete it",
                    () if is_label else (Change(at, ""),),
                )
