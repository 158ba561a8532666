from __future__ import annotations

from dataclasses import dataclass

from newslint.rules import Case, ParagraphRule, Protected, Safety

ENDS = r"[.!?]\s*$"


@dataclass(frozen=True, kw_only=True)
class ReadMoreLine(ParagraphRule):
    """A paragraph only links to another story: “READ MORE: Ferry sinks”.

    ## What it does
    Deletes a short paragraph that begins with a listed label and a colon, bar or dash.

    ## Why it matters
    Scrapers take such links for prose.

    ## Fix safety
    Unsafe: a column may begin the same way.

    ## References
    Study of machine-translated news, artefact BP05.
    """

    expression = (
        r"\s*(?:(?:READ|SEE|WATCH) (?:MORE|ALSO|NEXT)|(?:Read|See|Watch) (?:more|also|next)|Also read"
        r"|ALSO READ|READ|RELATED"
        r"|Related|MORE|More from [A-Z][\w ]{2,30}|Recommended|RECOMMENDED|Don[’']t miss"
        r"|DON[’']T MISS|WATCH|LISTEN)"
        r"\s?[:|>»–-]\s?[^\n]{3,160}"
    )
    message = "link to another story left over from the page: delete it"
    safety = Safety.UNSAFE
    may_change = frozenset(Protected)
    cases = (
        Case(
            "The bridge opens.\n\n⟦READ MORE: Ferry sinks off Oslo⟧\n\nIt cost little.",
            fixed="The bridge opens.\n\n\n\nIt cost little.",
        ),
        Case("The bridge opens.\n\n⟦Related: How the bridge was built⟧", fixed="The bridge opens.\n\n"),
        Case("The bridge opens.\n\n⟦Also read | Ten bridges to see⟧", fixed="The bridge opens.\n\n"),
        Case("Read more in the book, she said: it is long."),
        Case(
            "More: that was what he wanted. He got it. And so did she, in the end, when the bridge was "
            "opened by "
            "the mayor and the town band played until the morning and nobody went to bed before the sun "
            "was up again."
        ),
    )
