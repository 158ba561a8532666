from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import Block, Case, Document, Finding, Range, Rule, pattern

FRAME = (
    r"\b[Tt]he\s(?P<who>expert|source|official|analyst|professor|politician|journalist|specialist|speaker)"
    r"\s(?:said|noted|added|emphasized|stressed)\b"
)


class SameAttribution(Rule):
    """Three consecutive paragraphs share one bare attribution: “the expert said”.

    ## What it does
    Flags the third of three consecutive paragraphs with the same unnamed speaker. Off by default.

    ## Why it matters
    Engines translate every “он сказал” literally, which reads like a transcript. Interviews do it on purpose.

    ## Fix safety
    No fix: which attribution to drop or vary is a choice of style.

    ## References
    Study of machine-translated news, artefact AT09.
    """

    default = False
    cases = (
        Case("“It is,” the expert said.\n\n“It was,” the expert noted.\n\n“It may be,” ⟦the expert said⟧."),
        Case(
            "“It is,” the expert said.\n\nIt rained.\n\n“It was,” the expert said.\n\n“No,” the expert said."
        ),
        Case("“It is,” the expert said.\n\n“It was,” the source said.\n\n“It will be,” the expert said."),
    )

    @property
    def trace(self) -> str:
        return FRAME

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        run, before = 0, ""
        for block in document.blocks:
            if block.kind not in self.kinds:
                continue
            match = pattern(FRAME).search(block.text)
            who = match["who"] if match else ""
            run = run + 1 if who and who == before else 1
            if match and run == 3:
                message = f"third attribution to “the {who}” in a row: vary it or drop it"
                yield block, Finding(Range(*match.span()), message)
            before = who
