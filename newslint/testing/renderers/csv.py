"""Articles as table cells."""

from __future__ import annotations

from newslint.testing.renderers.form import Form


def quote(article: str) -> str:
    """A cell in quotation marks."""
    return '"' + article.replace('"', '""') + '"'


def _plain(article: str) -> str:
    return f"id,text\n1,{quote(article)}\n"


def _crlf(article: str) -> str:
    return f'id;"Body text"\r\n1;{quote(article.replace(chr(10), chr(13) + chr(10)))}\r\n2;"So it was."\r\n'


def _astral(article: str) -> str:
    return f"headline|body|url\nThe 𝒆vening edition 🗞|{quote(article)}|https://example.org/\n"


def _bare(article: str) -> str:
    return f"id\ttext\tdate\n1\t{article}\t2026-03-02\n"


FORMS = (
    Form("csv", _plain, "csv"),
    Form("csv-crlf", _crlf, "csv"),
    Form("csv-bom", _plain, "csv", bom=b"\xef\xbb\xbf"),
    Form("csv-astral", _astral, "csv"),
    Form("tsv", _bare, "csv", missing_characters=frozenset('\t\n\r"')),
)
