"""The page on which a person reviews findings, in one file."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from string import Template

from newslint.core.own_files import GENERATOR
from newslint.review.articles import ReviewArticles
from newslint.review.markup import json_html
from newslint.review.resources import resource

SIGN = b'<meta name="generator" content="newslint report '
"""What a page begins with, by which a later run knows that it may replace it."""


def render_page(articles: ReviewArticles) -> bytes:
    """The whole page of `newslint report`."""
    style, script = resource("page.css"), resource("review.js", "page.js")
    html = Template(resource("page.html")).substitute(
        generator=GENERATOR,
        policy=f"default-src 'none'; style-src {_source_of(style)}; script-src {_source_of(script)}; "
        "base-uri 'none'; form-action 'none'",
        style=style,
        script=script,
        keys=resource("keys.html"),
        summary=articles.summary,
        body=articles.html,
        rules=articles.rules_html,
        data=json_html(articles.data),
    )
    return html.encode()


def _source_of(code: str) -> str:
    """The hash by which a Content-Security-Policy allows inline code."""
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"
