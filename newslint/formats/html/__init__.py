"""HTML: pages and fragments, well-formed or not."""

from __future__ import annotations

import codecs
import re

from newslint.core.segments import DEFAULT_OPTIONS, BlockSource, Comment, ParseOptions
from newslint.core.source import Source
from newslint.formats.html.page import Page
from newslint.formats.html.tokens import HtmlToken, HtmlTokenType, Scanner, attributes
from newslint.formats.limits import refuse_short_parts
from newslint.text.document import Document, ParsedFile

XML_ENCODING = re.compile(r"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
CHARSET = re.compile(r"(?i)charset\s*=\s*[\"']?\s*([^\s;\"']+)")
PRESCAN = 1024
"""Bytes at the beginning of a file in which it must declare its encoding."""
BROWSER_ENCODINGS = {
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("utf-16", "utf-16-be", "utf-16-le"), "utf-8"),
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gbk",
}
"""Encodings that browsers replace; a page that declares UTF-16 in readable bytes is not UTF-16."""


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Parse a page or a fragment as one article.

    Raises:
        ParseError: there are too many tags, and too little between them.

    """
    refuse_short_parts(source.text, "<", "tags")
    page = Page(source.text)
    document = Document(tuple(page.parts), parse_options)
    return ParsedFile(source, (document,), tuple(page.comments), page.errors)


def parse_blocks(text: str) -> tuple[list[BlockSource], list[Comment]]:
    """Parse the blocks and comments of HTML."""
    page = Page(text)
    return page.parts, page.comments


def declared_encoding(data: bytes) -> str | None:
    """The Python name of the encoding that a page declares, if known."""
    start = data[:PRESCAN].decode("latin-1").removeprefix("ï»¿")
    if named := XML_ENCODING.match(start):
        return _codec(named[1])
    labels = (_label(start, token) for token in Scanner(start) if token.name == "meta")
    return next((codec for codec in map(_codec, labels) if codec), None)


def _label(start: str, meta: HtmlToken) -> str:
    """The encoding that a `<meta>` names, or an empty string."""
    if meta.type is not HtmlTokenType.START:
        return ""
    values = {name: attribute.value for name, attribute in attributes(start, meta).items()}
    if "charset" in values:
        return values["charset"].strip()
    named = CHARSET.search(values.get("content", "")) if "http-equiv" in values else None
    return named[1] if named else ""


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    return BROWSER_ENCODINGS.get(name, name)
