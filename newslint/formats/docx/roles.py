"""Which members of a Word file hold what, and what its styles are for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.parsers.expat import ParserCreate

from newslint.core.errors import SourceError
from newslint.core.segments import BlockKind
from newslint.formats.docx.markup import APART, attribute, either, run_parser
from newslint.formats.docx.package import Package

CONTENT_TYPES = "[content_types].xml"
ROLES = ("header", "footer", "footnotes", "endnotes", "comments", "styles")
KINDS = {
    "title": BlockKind.HEADLINE,
    "subtitle": BlockKind.HEADLINE,
    "headline": BlockKind.HEADLINE,
    "byline": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "caption": BlockKind.CAPTION,
}
"""What styles of these names, which Word keeps in English, are for; and all those that begin "heading"."""
GENERATIONS = 10
"""How far back a style is followed to those that it is based on; Word itself stops there."""
STYLE, NAME, BASED_ON = either("style"), either("name"), either("basedOn")


def roles(package: Package) -> dict[str, list[str]]:
    """The names of members by what they hold: "body", "header" and so on, in the order of the archive.

    Raises:
        SourceError: there is no text of a Word file among them.

    """
    if CONTENT_TYPES not in package.members:
        raise SourceError("a zip archive, but not of Word")
    usual: dict[str, str] = {}
    special: dict[str, str] = {}

    def step(tag: str, attributes: dict[str, str]) -> None:
        told = attributes.get("ContentType", "")
        if tag.endswith("Default"):
            usual[attributes.get("Extension", "").lower()] = told
        elif tag.endswith("Override"):
            special[attributes.get("PartName", "").lower().lstrip("/")] = told

    _walk(package.read([CONTENT_TYPES])[CONTENT_TYPES], CONTENT_TYPES, step)
    found: dict[str, list[str]] = {}
    for member in package.members:
        role = _role(special.get(member, usual.get(member.rpartition(".")[2], "")))
        found.setdefault(role, []).append(member)
    if "body" not in found:
        raise SourceError("an Office file, but not of Word: it holds no document")
    return found


def _role(content_type: str) -> str:
    """What a member holds, by its type."""
    what = content_type.rpartition(".")[2].removesuffix("+xml")
    if "word" in content_type and content_type.endswith("main+xml"):
        return "body"
    return what if "wordprocessingml" in content_type and what in ROLES else ""


def kinds(data: bytes, member: str) -> dict[str, BlockKind]:
    """What the paragraphs of each style are, by its id, where the style or one that it is based on tells."""
    called: dict[str, str] = {}
    parents: dict[str, str] = {}
    style = ""

    def step(tag: str, attributes: dict[str, str]) -> None:
        nonlocal style
        value = attribute(attributes, "val")
        if tag in STYLE:
            style = attribute(attributes, "styleId")
        elif tag in NAME:
            called.setdefault(style, value.lower())
        elif tag in BASED_ON:
            parents.setdefault(style, value)

    _walk(data, member, step)
    told = ((style, _kind(_ancestors(style, called, parents))) for style in called)
    return {style: kind for style, kind in told if kind}


def _ancestors(style: str, called: Mapping[str, str], parents: Mapping[str, str]) -> Iterator[str]:
    for _ in range(GENERATIONS):
        yield called.get(style, "")
        style = parents.get(style, "")


def _kind(names: Iterable[str]) -> BlockKind | None:
    for name in names:
        if name in KINDS or name.startswith("heading"):
            return KINDS.get(name, BlockKind.HEADLINE)
    return None


def _walk(data: bytes, member: str, step: Callable[[str, dict[str, str]], None]) -> None:
    """Take a step at each start tag."""
    parser = ParserCreate("utf-8", namespace_separator=APART)
    parser.StartElementHandler = step
    run_parser(parser, data, member)
