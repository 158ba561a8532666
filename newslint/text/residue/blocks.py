"""The blocks of an article that a page left in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from newslint.core.segments import BlockKind, BlockSource
from newslint.lexicon.classes import words_of
from newslint.text.residue.kinds import Residue, ResidueKind
from newslint.text.residue.lines import judge_line

JUDGED = frozenset({BlockKind.HEADLINE, BlockKind.PARAGRAPH})
IN_HEADLINES = frozenset({ResidueKind.RELATED, ResidueKind.CREDIT, ResidueKind.LINK, ResidueKind.BYLINE})
"""What a headline may look like and be none: “Watch: How the bridge fell”."""
HEADS_BOX = frozenset({ResidueKind.RELATED, ResidueKind.COMMENT})
"""Kinds of lines that lines without a mark of their own may follow, such as headlines of other stories."""
LONGEST_IN_BOX = 110
"""Characters of a line in a box."""
SHORTEST_MENU = 3
"""Lines of a menu."""
ENDS_SENTENCE = (".", "!", "?", "…", "”", '"', ":", ";", ",")
PARTS_OF_MENU = frozenset({ResidueKind.MENU, ResidueKind.ACCOUNT, ResidueKind.NEWSLETTER, ResidueKind.SHOP})


def find_residue(sources: Sequence[BlockSource]) -> Mapping[int, Residue]:
    """Return the blocks that are residue, by index."""
    judged = [index for index, source in enumerate(sources) if source.kind in JUDGED]
    found = {
        index: residue
        for index in judged
        if (residue := judge_line(sources[index].text))
        and (
            sources[index].kind is BlockKind.PARAGRAPH
            or (residue.closed and residue.kind not in IN_HEADLINES)
        )
    }
    paragraphs = [
        index
        for index, source in enumerate(sources)
        if source.kind is BlockKind.PARAGRAPH and source.text.strip()
    ]
    lines = {index: sources[index].text.strip() for index in paragraphs}
    found.update(_find_menus(lines, found))
    if found:
        found.update(_find_boxes(lines, found))
        found.update(_find_counts(lines, found))
    return dict(sorted(found.items()))


def _find_menus(lines: Mapping[int, str], found: Mapping[int, Residue]) -> Iterator[tuple[int, Residue]]:
    """Yield the sections of a site that follow one another as lines."""
    sections = words_of("page_sections")

    def is_part(index: int) -> bool:
        return lines[index].lower() in sections or (
            index in found and found[index].kind in PARTS_OF_MENU and len(lines[index]) < LONGEST_IN_BOX
        )

    for part, run in groupby(lines, is_part):
        indexes = list(run)
        if part and sum(index not in found for index in indexes) >= SHORTEST_MENU:
            yield from ((index, Residue(ResidueKind.MENU, closed=False)) for index in indexes)


def _find_boxes(lines: Mapping[int, str], found: Mapping[int, Residue]) -> Iterator[tuple[int, Residue]]:
    """Yield the lines of boxes below their labels."""
    box: list[int] = []
    kind: ResidueKind | None = None
    for index, line in lines.items():
        if index in found:
            yield from ((each, Residue(kind, closed=False)) for each in box if kind)
            box.clear()
            kind = found[index].kind if found[index].kind in HEADS_BOX else kind
        elif kind and len(line) <= LONGEST_IN_BOX and not line.endswith(ENDS_SENTENCE):
            box.append(index)
        else:
            yield from ((each, Residue(kind, closed=False)) for each in box[:-1] if kind)
            box.clear()
            kind = None
    yield from ((each, Residue(kind, closed=False)) for each in box if kind)


def _find_counts(lines: Mapping[int, str], found: Mapping[int, Residue]) -> Iterator[tuple[int, Residue]]:
    """Yield lines without letters next to residue: “1 / 12”."""
    indexes = list(lines)
    for before, index, after in zip([None, *indexes], indexes, [*indexes[1:], None], strict=False):
        bare = not any(letter.isalpha() for letter in lines[index]) and lines[index][0].isdigit()
        if bare and index not in found and (before in found or after in found):
            yield index, Residue(ResidueKind.STAMP, closed=False)
