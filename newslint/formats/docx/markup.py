"""XML names in Word files, and a parser that expands no entities."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers.expat import ExpatError, XMLParserType

from newslint.core.errors import SourceError

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespaces of the transitional and the strict dialect."""
NAMESPACE_SEPARATOR = " "
"""The separator between a namespace and a name."""


def both_dialects(name: str) -> tuple[str, str]:
    """The qualified name of an element or attribute in both dialects."""
    return WORD[0] + NAMESPACE_SEPARATOR + name, WORD[1] + NAMESPACE_SEPARATOR + name


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """The value of an attribute in a Word namespace, or ""."""
    usual, strict = both_dialects(name)
    return attributes.get(usual) or attributes.get(strict, "")


def run_parser(parser: XMLParserType, data: bytes, member: str) -> None:
    """Parse a member.

    Raises:
        SourceError: the member is not XML in UTF-8, or has a document type, which Word never writes:
            entities declared there could expand without bound.

    """
    parser.StartDoctypeDeclHandler = _refuse_type
    parser.XmlDeclHandler = _refuse_encoding
    try:
        parser.Parse(data, True)
    except SourceError as error:
        raise SourceError(f"{member} {error}") from None
    except ExpatError as error:
        raise SourceError(f"{member} is not XML: {error}") from None


def _refuse_type(*_: object) -> None:
    raise SourceError("declares a document type; Word files have none")


def _refuse_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding and encoding.lower() not in ("utf-8", "utf8"):
        raise SourceError(f"declares its encoding as {encoding}; save it again in Word")
