r"""TeX formulas in a text: `$$ … $$`, `\( … \)`, environments."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.formats.templates import Template, find_templates

LONGEST = 2_000
"""Characters in a formula; anything longer is text with some stray signs."""
OPENING = pattern(r"(?<!\\)(?:\$\$|\\[\[(]|\\begin\{(?P<environment>[A-Za-z]{1,20}\*?)\})")
CLOSINGS = {"$$": "$$", "\\[": "\\]", "\\(": "\\)"}
FORMULA = pattern(r"\\[A-Za-z,;:!]|[\^_={}<>+]|\A\s*+[\p{L}\p{N}]\s*+\Z")
"""Signs of a formula, in contrast to escaped brackets around words."""
NO_FORMULA = pattern(r"`|\n[ \t>]*+\r?\n")
"""Code and empty lines, which formulas do not contain."""


def find_math(text: str) -> list[Span]:
    """The formulas of a text in order, including their delimiters."""
    return list(_formulas(text)) if "$$" in text or "\\" in text else []


def find_templates_and_math(text: str) -> list[Template]:
    """The template tags, code blocks and formulas of a text.

    They are in order, and none begins inside another.
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
