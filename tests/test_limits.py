"""Files of very many short parts are refused, whatever their format, before they take gigabytes."""

from __future__ import annotations

import json

import pytest

from newslint.core.errors import ParseError
from newslint.core.segments import DEFAULT_OPTIONS
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.formats.limits import MOST

TINY = {
    "plain": "a b.\n\n" * MOST + "a b.\n" * 2,
    "markdown": "a b.\n\n" * MOST + "a b.\n" * 2,
    "html": "<p>a b.</p>\n" * MOST,
    "xml": "<nitf><body><body.content>" + "<p>a b.</p>" * MOST + "</body.content></body></nitf>",
    "json": json.dumps({"text": "a b.\n\n" * MOST}),
}


@pytest.mark.parametrize("name", TINY)
def test_so_many_short_parts_are_no_prose(name: str) -> None:
    with pytest.raises(ParseError, match=r"not prose: [\d,]+ (lines|line breaks|tags) of \d+ characters"):
        FORMATS[name].parse(Source(TINY[name], "a"), DEFAULT_OPTIONS)


@pytest.mark.parametrize("name", TINY)
def test_fewer_are_read(name: str) -> None:
    short = {
        "html": "<p>a b.</p>\n" * 90,
        "xml": "<nitf><body><body.content><p>a b.</p></body.content></body></nitf>",
        "json": json.dumps({"text": "a b.\n\n" * 90}),
    }
    assert FORMATS[name].parse(Source(short.get(name, "a b.\n\n" * 90), "a"), DEFAULT_OPTIONS).documents
