"""Tags of template languages: Liquid, Jinja, Hugo, Handlebars, ERB and others.

The content of loops and conditions is prose; that of listings, raw blocks and comments is not.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from msgspec import Struct

from newslint.core.patterns import any_of, pattern
from newslint.core.positions import Span

PLACEHOLDER = "\ufffc"
"""Read by rules in place of something that is not prose, such as code or a template value."""
MAX_TAG = 400
"""Characters in a tag; anything longer is text with some stray braces."""
NAMES_OF_CODE = (
    *("chart", "code", "codeblock", "comment", "css", "graphviz", "highlight", "javascript", "js", "katex"),
    *("latex", "literal", "liquid", "math", "mathjax", "mermaid", "noparse", "plantuml", "prism", "raw"),
    *("schema", "script", "style", "stylesheet", "verbatim"),
)
"""Blocks without prose."""
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


class Template(Struct, frozen=True):
    """A tag or a code block; `is_value` if replaced by text."""

    span: Span
    is_value: bool
    is_block: bool = False


def has_templates(text: str) -> bool:
    """Whether a text may contain template tags."""
    return any(sign in text for sign in SIGNS)


def find_templates(text: str) -> list[Template]:
    """The template tags and blocks without prose of a text, in order."""
    return list(_templates(text)) if has_templates(text) else []


def _templates(text: str) -> Iterator[Template]:
    at = 0
    unclosed: set[str] = set()
    while tag := TAG.search(text, at):
        at = tag.end()
        opening = OPENING.match(text, tag.start(), tag.end())
        name = opening["name"] if opening else ""
        closing = _closing_tag(name).search(text, at) if name and name not in unclosed else None
        if closing:
            at = closing.end()
        elif name:
            unclosed.add(name)
        yield Template(Span(tag.start(), at), not closing and not tag["control"], bool(closing))


def _closing_tag(name: str) -> regex.Pattern[str]:
    """A pattern for the tag that ends a block."""
    return pattern(rf"\{{%[-~+]?\s*+end_?{name}\b{INSIDE}%\}}|\{{\{{[<%]\s*+/\s*+{name}\b{INSIDE}[>%]\}}\}}")
