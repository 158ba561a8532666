"""Error messages for XML that is not well-formed, with advice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.parsers import expat

from newslint.core.source import Lines

ERRORS = expat.errors
INVALID_TOKEN = ERRORS.codes[ERRORS.XML_ERROR_INVALID_TOKEN]
ADVICE = {
    ERRORS.codes[error]: reason
    for error, reason in (
        (
            ERRORS.XML_ERROR_UNCLOSED_TOKEN,
            "unclosed tag, comment or instruction; close it",
        ),
        (
            ERRORS.XML_ERROR_UNCLOSED_CDATA_SECTION,
            "the file ends inside a CDATA section; close it with ]]>",
        ),
        (
            ERRORS.XML_ERROR_JUNK_AFTER_DOC_ELEMENT,
            "content after the end of the root element; put all of it into one element",
        ),
        (ERRORS.XML_ERROR_DUPLICATE_ATTRIBUTE, "duplicate attribute; delete one of them"),
        (ERRORS.XML_ERROR_SYNTAX, "not XML, which begins with a tag; give the file its right extension"),
        (
            ERRORS.XML_ERROR_MISPLACED_XML_PI,
            "XML declaration in the middle of the file; delete it, or split the concatenated files",
        ),
    )
}
BARE = {
    "&": "the preceding & does not begin a reference; write &amp;",
    "<": "the preceding < does not begin a tag; write &lt;",
}


class OpenElement(NamedTuple):
    """An unclosed element, and the offset of its start tag."""

    name: str
    at: int


def describe(text: str, at: int, error: expat.ExpatError, open_elements: Sequence[OpenElement]) -> str:
    """The message for a parser error at offset `at`."""
    lines = Lines(text)
    line, column = lines.position(at)
    advice = _advice(text, at, error, open_elements, lines)
    return f"not well-formed XML in line {line}, column {column}: {advice}"


def _advice(
    text: str, at: int, error: expat.ExpatError, open_elements: Sequence[OpenElement], lines: Lines
) -> str:
    letter = text[at : at + 1]
    if error.code == ERRORS.codes[ERRORS.XML_ERROR_NO_ELEMENTS]:
        if not open_elements:
            return "the file is empty; add its content or leave it out"
        unclosed = _name(open_elements[-1], lines)
        return f"the file ends, but {unclosed} is not closed; close it, or get the whole file"
    if error.code == ERRORS.codes[ERRORS.XML_ERROR_TAG_MISMATCH] and open_elements:
        return f"mismatched end tag: {_name(open_elements[-1], lines)} is not closed; close it"
    if error.code == INVALID_TOKEN and text[at - 1 : at] in BARE:
        return BARE[text[at - 1]]
    if error.code == INVALID_TOKEN and letter and not letter.isprintable():
        return f"XML does not allow the character U+{ord(letter):04X}; delete it"
    reason = expat.ErrorString(error.code)
    return ADVICE.get(error.code, f"{reason}; correct the markup there")


def _name(element: OpenElement, lines: Lines) -> str:
    return f"<{element.name}> of line {lines.position(element.at)[0]}"
