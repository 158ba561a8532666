"""The roles of members and styles in a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.parsers.expat import ParserCreate

from msgspec import Struct, field

from newslint.core.errors import SourceError
from newslint.core.segments import BlockKind
from newslint.formats.docx.markup import NAMESPACE_SEPARATOR, attribute, both_dialects, run_parser
from newslint.formats.docx.package import Package
from newslint.formats.language_tags import language_tag

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
"""Block kinds by style name, which Word keeps in English; names in "heading" are headlines, too."""
MAX_ANCESTORS = 10
"""How many ancestors of a style count; Word itself stops there."""
NO_STYLE = ""
"""The style of paragraphs without one, and the defaults of all styles."""
STYLE, NAME, BASED_ON, LANGUAGE = (both_dialects(name) for name in ("style", "name", "basedOn", "lang"))


def roles(package: Package) -> dict[str, list[str]]:
    """The names of members by role, such as "body", in archive order.

    Raises:
        SourceError: there is no document among them.

    """
    if CONTENT_TYPES not in package.members:
        raise SourceError("a zip archive, but not a Word file")
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
        raise SourceError("an Office file, but not a Word file: it holds no document")
    return found


def _role(content_type: str) -> str:
    """The role of a member, by its content type."""
    what = content_type.rpartition(".")[2].removesuffix("+xml")
    if "word" in content_type and content_type.endswith("main+xml"):
        return "body"
    return what if "wordprocessingml" in content_type and what in ROLES else ""


class Styles(Struct, frozen=True):
    """Block kinds and languages by style id, where known.

    `language` is the default for text whose style and run declare none.
    """

    kinds: Mapping[str, BlockKind] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    language: str = ""

    def kind(self, style: str) -> BlockKind:
        """The block kind of a style."""
        return self.kinds.get(style, BlockKind.PARAGRAPH)

    def language_of(self, style: str) -> str:
        """The language of a style as a BCP 47 tag."""
        return self.languages.get(style, self.language)


def read_styles(data: bytes, member: str) -> Styles:
    """Read the styles; each inherits from the one it is based on."""
    called: dict[str, str] = {}
    parents: dict[str, str] = {}
    spoken: dict[str, str] = {}
    style = ""

    def step(tag: str, attributes: dict[str, str]) -> None:
        nonlocal style
        value = attribute(attributes, "val")
        if tag in STYLE:
            style = attribute(attributes, "styleId")
            called.setdefault(style, "")
            if (
                attribute(attributes, "default") in ("1", "true")
                and attribute(attributes, "type") == "paragraph"
            ):
                parents[NO_STYLE] = style
        elif tag in NAME:
            called[style] = called.get(style) or value.lower()
        elif tag in BASED_ON:
            parents.setdefault(style, value)
        elif tag in LANGUAGE:
            spoken.setdefault(style, language_tag(value))

    _walk(data, member, step)
    default = spoken.pop(NO_STYLE, "")
    families = {style: list(_ancestors(style, parents)) for style in (*called, NO_STYLE)}
    kinds = {style: _kind(called.get(name, "") for name in names) for style, names in families.items()}
    languages = {
        style: next((spoken[name] for name in names if spoken.get(name)), "")
        for style, names in families.items()
    }
    return Styles(
        {style: kind for style, kind in kinds.items() if kind},
        {style: language for style, language in languages.items() if language},
        default,
    )


def _ancestors(style: str, parents: Mapping[str, str]) -> Iterator[str]:
    """Yield a style and those that it is based on."""
    for _ in range(MAX_ANCESTORS):
        yield style
        if not (style := parents.get(style, "")):
            return


def _kind(names: Iterable[str]) -> BlockKind | None:
    for name in names:
        if name in KINDS or name.startswith("heading"):
            return KINDS.get(name, BlockKind.HEADLINE)
    return None


def _walk(data: bytes, member: str, step: Callable[[str, dict[str, str]], None]) -> None:
    """Call `step` at each start tag."""
    parser = ParserCreate("utf-8", namespace_separator=NAMESPACE_SEPARATOR)
    parser.StartElementHandler = step
    run_parser(parser, data, member)
