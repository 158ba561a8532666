"""The tags of template languages in a text: Liquid, Jinja, Hugo, Handlebars, ERB and their kin.

Between the tags of a loop or a condition there is prose; between those of a listing, a raw block or a comment
there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from newslint.core.patterns import any_of, pattern
from newslint.core.positions import Span

PLACEHOLDER = "\ufffc"
"""What rules read in place of something that is no prose, such as code or a template value."""
MAX_TAG = 400
"""Characters in a tag; longer, it is text that happens to hold some braces."""
NAMES_OF_CODE = (
    *("chart", "code", "codeblock", "comment", "css", "graphviz", "highlight", "javascript", "js", "katex"),
    *("latex", "literal", "liquid", "math", "mathjax", "mermaid", "noparse", "plantuml", "prism", "raw"),
    *("schema", "script", "style", "stylesheet", "verbatim"),
)
"""Blocks that hold no prose."""
INSIDE = rf"(?s:.{{0,{MAX_TAG}}}?)"
CONTROL = r"[-~]?\s*+(?:[#/!^]|(?:if|else|end|range|with|define)\b)"
TAG = pattern(
    rf"(?P<control>\{{\{{{CONTROL}[^<]{{0,{MAX_TAG}}}?\}}\}}|\{{%{INSIDE}%\}}|\{{\#{INSIDE}\#\}}|<%(?![-=]){INSIDE}%>)"
    rf"|\{{\{{\{{?[<%]?[^<]{{0,{MAX_TAG}}}?\}}\}}\}}?|\$\{{[^{{}}<\r\n]{{1,{MAX_TAG}}}\}}|<%[-=]{INSIDE}%>"
)
OPENING = pattern(
    rf"\{{(?:%[-~+]?|\{{[<%])\s*+(?P<name>{any_of(NAMES_OF_CODE)})(?![\w-])(?!{INSIDE}/>?\}}\}})"
)
SIGNS = ("{{", "{%", "{#", "${", "<%")


@dataclass(frozen=True, slots=True)
class Template:
    """A tag, or a block of code with its tags; `is_value` if readers see something in its place."""

    span: Span
    is_value: bool
    is_block: bool = False


def has_templates(text: str) -> bool:
    """Whether there may be template tags in a text."""
    return any(sign in text for sign in SIGNS)


def find_templates(text: str) -> list[Template]:
    """The template tags of a text, and the blocks between them that hold no prose, in order."""
    return list(_templates(text)) if has_templates(text) else []


def _templates(text: str) -> Iterator[Template]:
    at = 0
    unclosed: set[str] = set()
    while tag := TAG.search(text, at):
        at = tag.end()
        opening = OPENING.match(text, tag.start(), tag.end())
        name = opening["name"] if opening else ""
        closing = _closing(name).search(text, at) if name and name not in unclosed else None
        if closing:
            at = closing.end()
        elif name:
            unclosed.add(name)
        yield Template(Span(tag.start(), at), not closing and not tag["control"], bool(closing))


def _closing(name: str) -> regex.Pattern[str]:
    """The tag that ends a block of a name."""
    return pattern(rf"\{{%[-~+]?\s*+end_?{name}\b{INSIDE}%\}}|\{{\{{[<%]\s*+/\s*+{name}\b{INSIDE}[>%]\}}\}}")
