r"""Formulas of TeX in a text: `$$ … $$`, `\[ … \]`, `\( … \)` and environments."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.formats.templates import Template, find_templates

LONGEST = 2_000
"""Characters in a formula; longer, it is text that happens to hold some signs."""
OPENING = pattern(r"(?<!\\)(?:\$\$|\\[\[(]|\\begin\{(?P<environment>[A-Za-z]{1,20}\*?)\})")
CLOSINGS = {"$$": "$$", "\\[": "\\]", "\\(": "\\)"}
FORMULA = pattern(r"\\[A-Za-z,;:!]|[\^_={}<>+]|\A\s*+[\p{L}\p{N}]\s*+\Z")
"""What a formula holds, while brackets that are escaped hold words."""
NO_FORMULA = pattern(r"`|\n[ \t>]*+\r?\n")
"""Code and empty lines, which no formula holds."""


def find_math(text: str) -> list[Span]:
    """The formulas of a text with the signs around them, in order."""
    return list(_formulas(text)) if "$$" in text or "\\" in text else []


def find_templates_and_math(text: str) -> list[Template]:
    """The template tags, the blocks of code between them, and the formulas of a text.

    They are in order; none begins inside another.
    """
    formulas = (Template(span, is_value=True) for span in find_math(text))
    found: list[Template] = []
    for code in sorted((*find_templates(text), *formulas), key=lambda code: code.span):
        if not found or code.span.start >= found[-1].span.end:
            found.append(code)
    return found


def _formulas(text: str) -> Iterator[Span]:
    at = 0
    while opening := OPENING.search(text, at):
        at = opening.end()
        name = opening["environment"]
        closing = f"\\end{{{name}}}" if name else CLOSINGS[opening[0]]
        end = text.find(closing, at, at + LONGEST)
        inside = text[at : max(end, at)]
        if end >= 0 and (name or FORMULA.search(inside)) and not NO_FORMULA.search(inside):
            at = end + len(closing)
            yield Span(opening.start(), at)
