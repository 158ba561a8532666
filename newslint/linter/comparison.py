"""A linter that also compares a text with its original."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.text.document import ParsedFile
from newslint.text.originals.original import Original

ORIGINAL = "original"
"""The category of the rules that compare, and what they need."""


def comparing(
    linter: Linter, original: ParsedFile, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Linter:
    """The linter with the comparing rules: selected ones, or all."""
    provided = Original(tuple(document.texts for document in original.documents))
    wanted = selection.expand(select).keys() & selection.expand([ORIGINAL]).keys()
    rules = selection.select(sorted(wanted) or [ORIGINAL], ignore, providers={ORIGINAL: provided})
    others = (one for one in linter.rules if ORIGINAL not in one.info.needs)
    return replace(linter, rules=(*others, *rules))
