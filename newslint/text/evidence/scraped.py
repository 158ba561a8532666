"""Signs of scraping: lines and code of the page around the article."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newslint.core.positions import Place
from newslint.text.evidence.sign import Sign
from newslint.text.residue.kinds import Residue, ResidueKind

if TYPE_CHECKING:
    from newslint.text.document import Document

CLOSED, OPEN, CODE = 2.0, 1.0, 6.0
"""What a line proves that is nothing but words of a page, one that may be prose, and code."""
OWN = frozenset({ResidueKind.BYLINE, ResidueKind.CREDIT, ResidueKind.FOOTNOTE})
"""Kinds that articles have of their own: bylines, credits and notes prove nothing."""


def scraped_signs(document: Document) -> tuple[Sign, ...]:
    """Return the parts of a page in an article, by their kind."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    weights: defaultdict[str, float] = defaultdict(float)
    for index, residue in document.residue.items():
        if residue.kind not in OWN:
            places[residue.kind].append(Place(index, document.blocks[index].whole))
            weights[residue.kind] = max(weights[residue.kind], _weight(residue))
    return tuple(Sign(f"{kind} lines", tuple(at), weights[kind]) for kind, at in places.items())


def _weight(residue: Residue) -> float:
    if residue.kind is ResidueKind.CODE:
        return CODE
    return CLOSED if residue.closed else OPEN
