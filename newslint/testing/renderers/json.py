"""Articles as fields of JSON."""

from __future__ import annotations

import json
import re
from itertools import count

from newslint.testing.renderers.form import ALL, HEADINGS, Form
from newslint.testing.renderers.marks import CLOSE, OPEN, paragraphs

MARK = re.compile(f"([{OPEN}{CLOSE}])")


def string(marked: str, *, ascii_only: bool = False) -> str:
    """A marked text as a JSON string; the marks are kept."""
    parts = (
        part if MARK.fullmatch(part) else json.dumps(part, ensure_ascii=ascii_only)[1:-1]
        for part in MARK.split(marked)
    )
    return f'"{"".join(parts)}"'


def _plain(article: str) -> str:
    return f'{{"id": 7, "text": {string(article)}}}\n'


def _crlf(article: str) -> str:
    return f'{{\r\n\t"text" : {string(article.replace(chr(10), chr(13) + chr(10)))}\r\n}}\r\n'


def _ascii(article: str) -> str:
    """As Python and PHP write by default."""
    return f'{{"section": "caf\\u00e9s", "text": {string(article, ascii_only=True)}}}'


def _astral(article: str) -> str:
    return f'[{{"headline": "The 𝒆vening edition \\ud83d\\uddde", "body": {string(article)}}}]'


def _escapes(article: str) -> str:
    """Escapes every third letter, and everything else that may be."""
    number = count()

    def escape(found: re.Match[str]) -> str:
        return found[0] if next(number) % 3 else f"\\u{ord(found[0]):04X}"

    written = re.sub(r"\\.|[A-Za-z’“” ]", lambda m: m[0] if m[0][0] == "\\" else escape(m), string(article))
    return f'{{"body_text": {written.replace("/", chr(92) + "/")}}}'


def _paragraphs(article: str) -> str:
    """As exports with separate paragraphs."""
    written = ",\n  ".join(string(text) for _, text in paragraphs(article))
    return f'{{"uri": "urn:x", "paragraphs": [\n  {written}\n]}}'


def _html(article: str) -> str:
    """XHTML in ninjs, with entities and links that begin inside findings."""
    blocks = (f"<p>{_add_markup(text)}</p>" for _, text in paragraphs(article))
    return f'{{"body_xhtml": {string("".join(blocks))}}}'


def _add_markup(text: str) -> str:
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = safe.replace("“", "&ldquo;").replace("é", "&#233;")
    return re.sub(
        rf"{OPEN}(\w+)((?!{CLOSE})\W[^{CLOSE}]+){CLOSE}", rf'{OPEN}\1<a href="/x">\2{CLOSE}</a>', safe
    )


FORMS = (
    Form("json", _plain, "json"),
    Form("json-crlf", _crlf, "json"),
    Form("json-bom", _plain, "json", bom=b"\xef\xbb\xbf"),
    Form("json-ascii", _ascii, "json"),
    Form("json-astral", _astral, "json"),
    Form("json-escapes", _escapes, "json", blocks_fixes=True),
    Form("json-paragraphs", _paragraphs, "json", gaps=False, blocks_fixes=True, undeletable=ALL),
    Form("json-html", _html, "json", gaps=False, blocks_fixes=True, undeletable=HEADINGS),
)
