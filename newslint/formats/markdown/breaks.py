"""Where a Markdown text can be cut: between its outermost blocks."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import groupby

import pyromark

from newslint.formats.long_text import PARAGRAPH_BREAK
from newslint.formats.markdown.body import LONE_RETURN
from newslint.formats.markdown.events import OPTIONS
from newslint.formats.markdown.front_matter import parse_front_matter
from newslint.formats.markdown.mdx import mask_code
from newslint.formats.markdown.offsets import Offsets
from newslint.formats.math import find_templates_and_math

BOM = b"\xef\xbb\xbf".decode("latin-1")
FOOTNOTE = "[^"


def breaks(text: str) -> Iterator[int]:
    """Where blocks begin after empty lines, if no definition reaches over them.

    What code is depends on what makes the page.
    """
    start = len(BOM) if text.startswith(BOM) else 0
    start += parse_front_matter(text[start:], ()).end
    body = LONE_RETURN.sub("\n", text[start:])
    if FOOTNOTE in body or pyromark.reference_definitions(body, options=OPTIONS):
        return
    if mask_code(body, 0).code or find_templates_and_math(body):
        return
    divided = (found.end() for found in PARAGRAPH_BREAK.finditer(body))
    blocks = map(Offsets(body, 0), _outermost(body))
    yield from (start + place for place, same in groupby(merge(divided, blocks)) if len(list(same)) == 2)


def _outermost(body: str) -> Iterator[int]:
    """Where each outermost block begins, in bytes of UTF-8."""
    depth = 0
    for event, at in pyromark.events_with_range(body, options=OPTIONS):
        if isinstance(event, str):
            continue
        if "Start" in event:
            if not depth:
                yield at["start"]
            depth += 1
        elif "End" in event:
            depth -= 1
