from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.core.grade import Verdict
from newslint.lexicon.classes import words_of
from newslint.rules import Block, BlockKind, Case, Change, Document, Finding, Range, Rule, RunKind, pattern

LEAST_WORDS = 22
"""Words of a paragraph that is no headline, caption, summary or label."""
LEAST_WORDS_IF_DAMAGED, LEAST_PARAGRAPHS_IF_DAMAGED = 12, 3
DAMAGED = frozenset({Verdict.SPUN, Verdict.TRANSLATED})
LEAST_PARAGRAPHS, MOST_OPEN = 4, 2
"""Paragraphs of that length whose ends are the style of the article, and how many of them may lack a mark."""
ENDS = tuple(".!?:;…”’\"'»)]—–-*")
LABEL = (
    r"[^.,;:]{1,40}:\S|.*(?i:\b(?:photo|photograph|caption|courtesy|image|video|privacy)\b)|\W*[A-Z]{3,}\b"
)
"""What begins a link to another article, and what is found in captions."""
CLAUSE = r"\b(?:said|says|told|added|is|are|was|were|has|have|had|will|would|could|can|may|might|did|does)\b"
CLAUSE_IF_DAMAGED = rf"{CLAUSE}|\b\p{{Ll}}{{3,}}ed\b"

BEFORE = """\
The mayor opened the bridge on Monday, after nine weeks in which it was shut to all but those who mended it.

It had lost a pier and part of a road to a flood in March, which the office blamed on a dam in the hills.

"""
SPUN = (
    "The mayor of the old town mentioned that folks were nonetheless there in the rain.\n\nHe stated it, a "
    "baker of the town mentioned, as a result of the rain and of the wind.\n\n"
)
SPUN_AFTER = "\n\nNobody came to the hall of the old town, she mentioned, as he instructed them."
CARRIED = "had been running since April for people and cars on a road through the hills, and carried"
AFTER = """

The work was paid for by the county, which had saved it for a new hall and a school near the sea.

Nobody was hurt when the pier fell, because a driver who saw it sway had shut the road before it did.
"""


class LostFinalStop(Rule):
    """A paragraph lacks the stop at its end.

    ## What it does
    Adds a full stop to a long paragraph with a verb that ends in a lower-case word, in an article whose other
    paragraphs end in a mark. In an article judged spun or translated, shorter paragraphs count. Captions,
    links to other articles, lists and headlines pass.

    ## Why it matters
    The end of a paragraph is lost with a tag, or at the end of a segment; with the stop, words may be lost.

    ## Fix safety
    Unsafe: words may be missing too.
    """

    kinds = frozenset({BlockKind.PARAGRAPH})
    cases = (
        Case(
            f"{BEFORE}The ferries up the river {CARRIED} what they ⟦could⟧{AFTER}",
            fixed=f"{BEFORE}The ferries up the river {CARRIED} what they could.{AFTER}",
            plain=True,
        ),
        Case(f"{BEFORE}A ferry on the river {CARRIED}:\n\nmilk, mail and mooring ropes.{AFTER}", plain=True),
        Case(
            f"{SPUN}The town announced the loss of the old ferry and of 40 ⟦jobs⟧{SPUN_AFTER}",
            fixed=f"{SPUN}The town announced the loss of the old ferry and of 40 jobs.{SPUN_AFTER}",
            plain=True,
        ),
        Case(f"The ferries up the river {CARRIED} what they could\n\nOthers {CARRIED} the rest"),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        prose = [block for block in candidates if block.kind in self.kinds]
        if all(block.text.rstrip().endswith(ENDS) for block in prose):
            return
        damaged = bool(document.verdicts & DAMAGED)
        clause = CLAUSE_IF_DAMAGED if damaged else CLAUSE
        words = LEAST_WORDS_IF_DAMAGED if damaged else LEAST_WORDS
        paragraphs = LEAST_PARAGRAPHS_IF_DAMAGED if damaged else LEAST_PARAGRAPHS
        long = [block for block in prose if block.text.count(" ") >= words - 1]
        open_ended = [block for block in long if not block.text.rstrip().endswith(ENDS)]
        if len(long) < paragraphs or len(open_ended) > MOST_OPEN:
            return
        for block in open_ended:
            rest = (other.text for other in document.blocks[block.index + 1 :] if other.text.strip())
            if _begins_sentence(next(rest, "")) and _is_sentence(block, clause):
                yield block, self._finding(block)

    @staticmethod
    def _finding(block: Block) -> Finding:
        end = len(block.text.rstrip())
        word = block.text[:end].split()[-1]
        return Finding(
            Range(end - len(word), end),
            "no stop at the end of the paragraph",
            (Change(Range(end, end), "."),),
        )


def _begins_sentence(following: str) -> bool:
    """Whether the next paragraph does not continue this one."""
    return following[:1].isupper() or following.startswith(("“", '"', "‘"))


def _is_sentence(block: Block, clause: str) -> bool:
    """Whether a paragraph has a clause, and ends in a lower-case word."""
    text = block.text.rstrip()
    last = text.split()[-1]
    return (
        last.islower()
        and last.isalpha()
        and text[:1].isupper()
        and not pattern(LABEL).match(text)
        and pattern(clause).search(text) is not None
        and words_of("page_things").isdisjoint(text.lower().split()[-2:])
        and not any(run.kind is RunKind.TRANSCRIPT for run in block.runs)
    )
