"""What is wrong with XML that is not well-formed, and what to do, in the words of a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.parsers import expat

from newslint.core.source import Lines

ERRORS = expat.errors
INVALID_TOKEN = ERRORS.codes[ERRORS.XML_ERROR_INVALID_TOKEN]
ADVICE = {
    ERRORS.codes[error]: said
    for error, said in (
        (
            ERRORS.XML_ERROR_UNCLOSED_TOKEN,
            "a tag, comment or instruction begins here and never ends; close it",
        ),
        (
            ERRORS.XML_ERROR_UNCLOSED_CDATA_SECTION,
            "the file ends, and a CDATA section is not closed; close it with ]]>",
        ),
        (
            ERRORS.XML_ERROR_JUNK_AFTER_DOC_ELEMENT,
            "more follows after the end of the root element; put all of it into one element",
        ),
        (ERRORS.XML_ERROR_DUPLICATE_ATTRIBUTE, "an attribute is given twice; delete one of them"),
        (ERRORS.XML_ERROR_SYNTAX, "not XML, which begins with a tag; give the file its right extension"),
        (
            ERRORS.XML_ERROR_MISPLACED_XML_PI,
            "XML declaration in the middle of the file; delete it, or split the files that were joined here",
        ),
    )
}
BARE = {
    "&": "the & before it begins no reference; write &amp;",
    "<": "the < before it begins no tag; write &lt;",
}


class OpenElement(NamedTuple):
    """An element that is not closed yet, and where its tag begins."""

    name: str
    at: int


def fault(text: str, at: int, error: expat.ExpatError, still_open: Sequence[OpenElement]) -> str:
    """The message for what the parser could not read at the offset `at`."""
    lines = Lines(text)
    line, column = lines.position(at)
    return f"not well-formed XML in line {line}, column {column}: {_what(text, at, error, still_open, lines)}"


def _what(
    text: str, at: int, error: expat.ExpatError, still_open: Sequence[OpenElement], lines: Lines
) -> str:
    letter = text[at : at + 1]
    if error.code == ERRORS.codes[ERRORS.XML_ERROR_NO_ELEMENTS]:
        if not still_open:
            return "the file is empty; add its content or leave it out"
        unclosed = _named(still_open[-1], lines)
        return f"the file ends, and {unclosed} is not closed; close it, or get all of the file"
    if error.code == ERRORS.codes[ERRORS.XML_ERROR_TAG_MISMATCH] and still_open:
        return f"this tag ends another element, while {_named(still_open[-1], lines)} is not closed; close it"
    if error.code == INVALID_TOKEN and text[at - 1 : at] in BARE:
        return BARE[text[at - 1]]
    if error.code == INVALID_TOKEN and letter and not letter.isprintable():
        return f"XML cannot hold the character U+{ord(letter):04X}; delete it"
    said = expat.ErrorString(error.code)
    return ADVICE.get(error.code, f"{said}; nothing of the file was read, correct the markup there")


def _named(element: OpenElement, lines: Lines) -> str:
    return f"<{element.name}> of line {lines.position(element.at)[0]}"
