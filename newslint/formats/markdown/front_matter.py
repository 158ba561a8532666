"""Front matter: the prose in YAML (`---`) or TOML (`+++`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import BlockKind, BlockSource, Comment
from newslint.core.source import Lines
from newslint.formats import embedded, plain
from newslint.formats.fields import is_language
from newslint.formats.language_tags import language_tag
from newslint.formats.markdown.scalars import BadFrontMatter, Scalar, text_of

HEADLINES = frozenset(
    {"title", "headline", "subtitle", "subheading", "subheadline", "subhead", "kicker", "linktitle"}
)
CAPTIONS = frozenset({"caption", "alt"})
TEXTS = frozenset(
    {"description", "summary", "standfirst", "deck", "dek", "excerpt", "lead", "lede", "teaser"}
)
KINDS = (
    dict.fromkeys(HEADLINES, BlockKind.HEADLINE)
    | dict.fromkeys(CAPTIONS, BlockKind.CAPTION)
    | dict.fromkeys(TEXTS, BlockKind.PARAGRAPH)
)
"""Block kinds by key, for keys that hold prose."""

OPENING = pattern(r"(?:---|\+\+\+)[ \t]*(?:\r\n|[\r\n])")
CLOSING = {
    "---": pattern(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|[\r\n]|\Z)"),
    "+++": pattern(r"(?<=[\r\n])\+\+\+[ \t]*(?:\r\n|[\r\n]|\Z)"),
}
INSTRUCTION = pattern(r"(?m:^)(?:[^\r\n]*[ \t])?#[ \t]*+(newslint:[^\r\n]*+)")
"""A comment with an instruction to newslint, including the line before it."""
LONGEST = 100_000
"""Code points; longer front matter is data."""


class FrontMatter(Struct, frozen=True):
    """The prose of front matter, its end, its errors and texts."""

    parts: tuple[BlockSource, ...] = ()
    end: int = 0
    errors: tuple[str, ...] = ()
    texts: int = 0
    language: str = ""
    """The language that it declares for the file, as a BCP 47 tag."""
    comments: tuple[Comment, ...] = ()
    """Instructions in its comments."""


def parse_front_matter(text: str, keys: Collection[str]) -> FrontMatter:
    """Parse front matter; `keys` hold prose besides the usual ones.

    A file that merely begins with a thematic break has none.
    """
    opening = OPENING.match(text)
    fence = text[:3]
    closing = CLOSING[fence].search(text, opening.end()) if opening else None
    if not opening or not closing:
        return FrontMatter()
    inner = Span(opening.end(), closing.start())
    try:
        scalars = _scalars(text, inner, fence)
    except BadFrontMatter as error:
        line = Lines(text).position(error.offset)[0]
        message = f"line {line}: front matter skipped: {error.problem}"
        return FrontMatter((), closing.end(), (message,))
    if scalars is None:
        return FrontMatter()
    wanted = {key.lower() for key in keys}
    language = next(filter(None, map(_language, scalars)), "")
    parts = (part for scalar in scalars for part in _parts(scalar, wanted, language))
    said = INSTRUCTION.finditer(text, inner.start, inner.end)
    comments = (Comment(Span(*found.span()), found[1]) for found in said)
    return FrontMatter(tuple(parts), closing.end(), (), len(scalars), language, tuple(comments))


def _language(scalar: Scalar) -> str:
    """The language that a text declares, if its key is for that."""
    names_it = len(scalar.path) == 1 and is_language(scalar.path[0])
    return language_tag(text_of(scalar.segments)) if names_it else ""


def _scalars(text: str, inner: Span, fence: str) -> list[Scalar] | None:
    """The texts of the block, or None if not front matter."""
    if inner.end - inner.start > LONGEST:
        raise BadFrontMatter(f"it has more than {LONGEST:,} characters", inner.start)
    if fence == "+++":
        from newslint.formats.markdown import front_matter_toml

        return front_matter_toml.scalars(text, inner)
    from newslint.formats.markdown import front_matter_yaml

    return front_matter_yaml.scalars(text, inner)


def _parts(scalar: Scalar, keys: Collection[str], language: str) -> Iterator[BlockSource]:
    """Yield the paragraphs of a text whose key holds prose."""
    key = scalar.path[-1].lower() if scalar.path else ""
    name = ".".join(scalar.path)
    kind = KINDS.get(key)
    if kind is None and not {key, name.lower()} & set(keys):
        return
    if not scalar.segments:
        return
    flow = f"front matter@{scalar.segments[0].span.start}"
    whole = BlockSource(kind or BlockKind.PARAGRAPH, scalar.segments, name, flow, language)
    yield from _paragraphs(whole) if "\n" in whole.text else _if_any([whole])


def _paragraphs(whole: BlockSource) -> Iterator[BlockSource]:
    inner = [part for part in plain.parse_blocks(whole.text)[0] if part.kind is not BlockKind.GAP]
    for part in _if_any(embedded.lift_blocks(inner, whole)):
        yield replace(part, kind=whole.kind)


def _if_any(parts: Iterable[BlockSource]) -> Iterator[BlockSource]:
    return (part for part in parts if part.text.strip())
