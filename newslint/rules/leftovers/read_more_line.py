from __future__ import annotations

from dataclasses import dataclass

from newslint.rules import Case, ParagraphRule, Protected, Safety

ENDS = r"[.!?]\s*$"


@dataclass(frozen=True, kw_only=True)
class ReadMoreLine(ParagraphRule):
    """A paragraph is nothing but a link to another story: “READ MORE: Ferry sinks”.

    Scrapers take such links for prose. Only a whole, short paragraph that begins with the label and
    a colon, a bar or a dash counts. Deleting it wants eyes, since a column may begin so too.

    Source: artefact BP05 of the study of machine-translated news.
    Rates per million words: clean-curly 39.2, clean-straight 43.7, mt-documents 0; of 28 findings
    read on the clean sets 28 were links to other stories.
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
