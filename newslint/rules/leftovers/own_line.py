from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from newslint.rules import Block, Case, Change, Document, Finding, Protected, Rule, Safety
from newslint.text.page_lines import HEAD, TAIL, normalise

TABLE = (("The Harbor Post, page #", "tail"), ("By our own reporters", "head"), ("More on this", "any"))


class OwnLine(Rule):
    """A line that your site repeats around its articles.

    ## What it does
    Deletes lines of your own table. `newslint learn boilerplate` finds them in an archive and writes
    those that you accept. A line counts only as a whole paragraph and only where it occurred in the
    archive: among the first three (head), the last five (tail), or anywhere.

    ## Why it matters
    Every site has its own boilerplate, which no general list covers.

    ## Fix safety
    Unsafe: the table is yours, and newslint has not measured it.

    ## Options
    `lines`: filled from `line-tables` in the configuration, which switches this rule on. In a line, #
    matches any number.
    """

    lines: tuple[tuple[str, str], ...] = ()
    """Each line and where it occurs: head, tail or any."""

    safety = Safety.UNSAFE
    default = False
    may_change = frozenset(Protected)
    any_language = True
    cases = (
        Case(
            "One.\n\nTwo.\n\nThree.\n\n⟦The Harbor  Post, page 17⟧",
            fixed="One.\n\nTwo.\n\nThree.\n\n",
            options={"lines": TABLE},
        ),
        Case(
            "The bridge.\n\n⟦By our own reporters⟧\n\nA ship came.\n\nIt left.",
            fixed="The bridge.\n\n\n\nA ship came.\n\nIt left.",
            options={"lines": TABLE},
        ),
        Case(
            "A.\n\nB.\n\nC.\n\nD.\n\nBy our own reporters\n\nThe Harbor Post, page seven\n\nE.\n\nF.\n\nG.",
            options={"lines": TABLE},
        ),
        Case(
            "A.\n\nB.\n\nC.\n\nD.\n\nE.\n\n⟦More on this⟧\n\nF.\n\nG.\n\nH.\n\nI.\n\nJ.\n\nK.",
            fixed="A.\n\nB.\n\nC.\n\nD.\n\nE.\n\n\n\nF.\n\nG.\n\nH.\n\nI.\n\nJ.\n\nK.",
            options={"lines": TABLE},
        ),
        Case("Nothing is wrong.\n\nThere is no table."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        if not self._places:
            return
        prose = [block for block in document.blocks if block.kind in self.kinds]
        for number, block in enumerate(prose):
            place = self._places.get(normalise(block.text))
            at_head, at_tail = number < HEAD, number >= len(prose) - TAIL
            if place == "any" or (place == "head" and at_head) or (place == "tail" and at_tail):
                message = "line that your pages repeat: delete it"
                yield block, Finding(block.whole, message, (Change(block.whole, ""),))

    @cached_property
    def _places(self) -> dict[str, str]:
        return dict(self.lines)
