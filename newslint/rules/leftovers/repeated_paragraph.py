from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.lexicon.classes import column
from newslint.lexicon.function_words import ENGLISH
from newslint.rules import (
    Block,
    BlockKind,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Protected,
    Related,
    Rule,
    Safety,
    any_of,
    pattern,
)

SHORTEST = 40
LEAST = 4
"""Minimum words of a headline or a pull quote that nobody repeats by chance."""
ENDS = (".", "!", "?", ")", "”", '"')
CLOSING = ".,!?”’\"'"
DISTANCE = 6
"""Paragraphs between which a copy counts; pull quotes at the top of a page are further from their places."""
DISTANT_WORDS = 10
"""Minimum words of a paragraph that is repeated at a distance."""
VAGUE = frozenset(
    {"felt", "read", "thought", "related", "understood", "taught", "spelled", "forecast", "cleared"}
)
"""Forms of reporting verbs that are also found where nobody speaks."""
OPINIONS = frozenset({"blamed", "accused", "praised", "criticized", "criticised", "defended", "apologized"})
REPORTS = rf"\b(?:{any_of((column('reporting_verbs', 2) | OPINIONS) - VAGUE)})\b"
"""A verb that reports what somebody said; opinion has pull quotes without one."""
ENOUGH, TOO_LONG = 115, 600
"""Characters of a paragraph of which there may be two versions."""
FIGURE = r"\d+(?:[.,:]\d+)*"
MARKED = r"(?<=\w\W{1,3})\b(?:\p{Lu}[\p{L}-]*|\d+(?:[.,:]\d+)*)"
"""A name or a figure inside a sentence."""
MARKED_WORDS = 3
ALIKE = 0.35
"""The share of their words that two versions have in common."""
STEM = 5
REPORT_ENDS = (".", "!", "?", "”", '"')
SPEECH = r"[“\"][^”\"]*+[”\"]?"
FIRST_PERSON = r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|let[’']s)\b"
"""A word of opinion, outside speech."""
NAME = r"\p{Lu}[\p{L}.’'-]*\s\p{Lu}\p{Ll}"
CAPTION = r"(?i)\b(?:photos?|image|video|pictured?|getty|reuters|afp|subscribe|newsletter|click|sign\sup)\b"
BULLET = r"(?:[-•*–·]|\d{1,2}[.)])\s+(?=\S+\s\S)"


class RepeatedParagraph(Rule):
    """A paragraph appears twice in succession.

    ## What it does
    Deletes the second copy, also of a headline; `blank-lines` then closes the gap. Where the next paragraph
    begins with a whole one, as after a pull quote, it deletes the first. At a distance of up to six
    paragraphs, it deletes the copy of one in which a named person says something, and anywhere that of an
    item in a list. Reports a paragraph that says in other words what the one before says, with the same
    names and figures. Only paragraphs of one running text
    are compared, never fields, cells, items or captions. Short lines may be a refrain and pass.

    ## Why it matters
    Scrapers take a pull quote or lede in two layouts, and engines repeat a segment.

    ## Fix safety
    Safe: the text remains in the article. Unsafe for a headline or a pull quote, which may be wanted, and at
    a distance.

    ## References
    Study of machine-translated news, artefact SB10.
    """

    safety = Safety.SAFE
    may_change = frozenset(Protected)
    any_language = True
    cases = (
        Case(
            "The old bridge of the town was shut on Monday.\n\n⟦The old bridge of the town was shut on "
            "Monday.⟧\n\nSo it goes.",
            fixed="The old bridge of the town was shut on Monday.\n\n\n\nSo it goes.",
        ),
        Case(
            "Crews shut the bridge on May 7. (HN Photo)\n\n⟦Crews shut the bridge on May 7. (HN Photo)⟧"
            "\n\nIt was built in 1901.",
            fixed="Crews shut the bridge on May 7. (HN Photo)\n\n\n\nIt was built in 1901.",
            plain=True,
        ),
        Case(
            "Ferry to run at night again\n\n⟦Ferry to run at night again⟧\n\nIt will leave at ten, she said.",
            fixed="Ferry to run at night again\n\n\n\nIt will leave at ten, she said.",
            safety=Safety.UNSAFE,
            plain=True,
        ),
        Case(
            "It rained.\n\n⟦“We saw it in the rain.”⟧\n\n“We saw it in the rain,” she said.",
            fixed="It rained.\n\n\n\n“We saw it in the rain,” she said.",
            safety=Safety.UNSAFE,
            plain=True,
        ),
        Case(
            "The pier is shut.\n\n“It is too old for such boats now,” said the mayor, Eva Holm.\n\nIt "
            "rained.\n\n⟦“It is too old for such boats now,” said the mayor, Eva Holm.⟧\n\nIt snowed.",
            fixed="The pier is shut.\n\n“It is too old for such boats now,” said the mayor, Eva Holm.\n\nIt "
            "rained.\n\n\n\nIt snowed.",
            safety=Safety.UNSAFE,
            plain=True,
        ),
        Case(
            "Guests should bring:\n\n- a warm coat\n- a torch\n⟦- a warm coat⟧\n- a rope\n\nThe boat "
            "leaves at nine in the morning, the mayor said.",
            fixed="Guests should bring:\n\n- a warm coat\n- a torch\n\n- a rope\n\nThe boat leaves at "
            "nine in the morning, the mayor said.",
            safety=Safety.UNSAFE,
            plain=True,
        ),
        Case(
            "It rained.\n\nThe boats, both old trawlers from Norway, were last seen off Wick on May 9, when "
            "they told the port that they were leaking.\n\n⟦The vessels, each an ageing trawler from Norway, "
            "had last been seen near Wick on May 9, when they informed the harbour that they had a leak.⟧",
            plain=True,
        ),
        Case("Row the boat.\n\nRow the boat.\n\nThe old bridge of the town was shut on Monday."),
        Case(
            "The old bridge of the town was shut on Monday.\n\nAll wept.\n\nThe old bridge of the town "
            "was shut on Monday."
        ),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        prose = [block for block in document.blocks if block.kind is not BlockKind.GAP]
        yield from _at_a_distance(prose)
        for above, below in pairwise(prose):
            if above.text[1:9] != below.text[1:9]:
                if _are_versions(above, below):
                    first = Related(Place(above.index, above.whole), "first version")
                    message = "second version of the paragraph before: keep one"
                    yield below, Finding(below.whole, message, related=(first,))
                continue
            if _is_pull_quote(above, below):
                message = "the next paragraph begins with the same words: delete this one"
                cut = Change(above.whole, "")
                yield above, Finding(above.whole, message, (cut,), safety=Safety.UNSAFE)
            elif above.text == below.text and _is_headline_again(above, below):
                message = "headline repeated as a paragraph: delete it"
                cut = Change(below.whole, "")
                yield below, Finding(below.whole, message, (cut,), safety=Safety.UNSAFE)
            elif above.text == below.text and _are_running_text(above, below):
                first = Related(Place(above.index, above.whole), "first occurrence")
                change = Change(below.whole, "")
                yield (
                    below,
                    Finding(below.whole, "repeated paragraph: delete it", (change,), (), (first,)),
                )


def _at_a_distance(prose: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
    """Yield reports and items of a list that are repeated further on."""
    seen: dict[str, int] = {}
    for number, block in enumerate(prose):
        first = seen.get(block.text)
        seen[block.text] = number
        if first is None or number - first < 2 or block.kind is not BlockKind.PARAGRAPH:
            continue
        between = prose[first:number]
        if any(other.source.flow != block.source.flow for other in between):
            continue
        related = (Related(Place(prose[first].index, prose[first].whole), "first occurrence"),)
        cut = Change(block.whole, "")
        if all(pattern(BULLET).match(other.text) for other in between):
            message = "item repeated in a list: delete it"
        elif first and len(between) <= DISTANCE and _is_report(block):
            message = "repeated paragraph: delete one of them"
        else:
            continue
        yield block, Finding(block.whole, message, (cut,), (), related, safety=Safety.UNSAFE)


def _are_versions(above: Block, below: Block) -> bool:
    """Whether a paragraph says what the one above says, with the same names and figures in order."""
    texts = above.text, below.text
    if not all(ENOUGH <= len(text) <= TOO_LONG and text[-1] == "." and text[0].isupper() for text in texts):
        return False
    figures = pattern(FIGURE).findall(texts[0])
    if not figures or figures != pattern(FIGURE).findall(texts[1]):
        return False
    if above.kind is not below.kind or above.source.flow != below.source.flow:
        return False
    one, two = (pattern(MARKED).findall(text) for text in texts)
    if one != two or len(one) < MARKED_WORDS or any(pattern(CAPTION).search(text) for text in texts):
        return False
    rare, again = (_stems(text) for text in texts)
    return len(rare & again) >= ALIKE * min(len(rare), len(again))


def _stems(text: str) -> set[str]:
    """The beginnings of all words but function words."""
    words = pattern(r"\p{L}{4,}").findall(text.lower())
    return {word[:STEM] for word in words if word not in ENGLISH}


def _is_report(block: Block) -> bool:
    """Whether a paragraph says who said what, and is no caption or note."""
    text = block.text
    return (
        len(text.split()) >= DISTANT_WORDS
        and text.endswith(REPORT_ENDS)
        and pattern(REPORTS).search(text) is not None
        and pattern(NAME).search(text) is not None
        and not pattern(CAPTION).search(text)
        and pattern(FIRST_PERSON).search(pattern(SPEECH).sub("", text)) is None
        and block.index not in block.document.transcript_blocks
    )


def _is_headline_again(above: Block, below: Block) -> bool:
    """Whether a paragraph says what the headline above it says."""
    return (
        above.index == above.document.headline_index
        and below.kind is BlockKind.PARAGRAPH
        and above.source.flow == below.source.flow
        and len(above.text.split()) >= LEAST
        and not above.text.endswith(ENDS)
    )


def _is_pull_quote(above: Block, below: Block) -> bool:
    """Whether a paragraph begins with all of the paragraph above it."""
    said = above.text.rstrip(CLOSING)
    return (
        len(below.text) > len(above.text)
        and above.kind is below.kind is BlockKind.PARAGRAPH
        and above.source.flow == below.source.flow
        and above.text.endswith(ENDS)
        and below.text.startswith(said)
        and below.text[len(said)] in CLOSING
        and len(said.split()) >= LEAST
    )


def _are_running_text(above: Block, below: Block) -> bool:
    """Whether two blocks are long paragraphs of the same flow.

    The first line of plain text is a headline, but also counts as a paragraph if it is a sentence.
    """
    return (
        below.kind is BlockKind.PARAGRAPH
        and (above.kind is below.kind or (above.kind is BlockKind.HEADLINE and above.text.endswith(ENDS)))
        and above.source.flow == below.source.flow
        and len(above.text) >= SHORTEST
    )
