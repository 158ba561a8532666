"""Known fields of data: JSON keys and table columns.

A pattern matches the end of a path: `text` is a field of that name at any depth, `body.*.text` one two
steps below a `body`, with `*` for any single step. Capitals, hyphens, underscores and spaces in names do not
matter: `body_text`, `bodyText` and `Body text` are the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from newslint.core.segments import BlockKind, FieldRole


class Content(Struct, frozen=True):
    """The content of a field: its block kind, and whether always HTML."""

    kind: BlockKind
    html: bool = False


HOLDS = {
    FieldRole.HEADLINE: Content(BlockKind.HEADLINE),
    FieldRole.BYLINE: Content(BlockKind.BYLINE),
    FieldRole.DATELINE: Content(BlockKind.DATELINE),
    FieldRole.CAPTION: Content(BlockKind.CAPTION),
    FieldRole.TEXT: Content(BlockKind.PARAGRAPH),
    FieldRole.HTML: Content(BlockKind.PARAGRAPH, html=True),
    FieldRole.NOTHING: None,
}

HEADLINES = """
    headline headline.main headline.print_headline headlines.*.value headlines.basic alternative_headline
    title subtitle subheadline sub_headline subhead subheadlines.basic web_title
"""
TEXTS = """
    text body content article document maintext body_text content_text article_body article_text full_text
    paragraphs paragraphs.*.value bodies.*.value description descriptions.*.value description_text
    description.basic summary excerpt abstract lead lede standfirst trail_text lead_paragraph snippet
    teaser highlights
"""
HTMLS = """
    html body_html body_xhtml content_html article_html description_html description_xhtml
    content.rendered excerpt.rendered
"""
CAPTIONS = """
    caption captions caption.rendered alt alt_text associations.*.description
    associations.*.description_text associations.*.descriptions.*.value
"""
MARKED_UP_CAPTIONS = "associations.*.description_html associations.*.description_xhtml"
USUAL_FIELDS = {
    name: content
    for names, content in (
        (HEADLINES, HOLDS[FieldRole.HEADLINE]),
        ("title.rendered", Content(BlockKind.HEADLINE, html=True)),
        ("byline", HOLDS[FieldRole.BYLINE]),
        ("dateline", HOLDS[FieldRole.DATELINE]),
        (TEXTS, HOLDS[FieldRole.TEXT]),
        (HTMLS, HOLDS[FieldRole.HTML]),
        (CAPTIONS, HOLDS[FieldRole.CAPTION]),
        (MARKED_UP_CAPTIONS, Content(BlockKind.CAPTION, html=True)),
    )
    for name in names.split()
}
"""The prose fields of ninjs, common content systems and public news corpora."""

LANGUAGES = frozenset(
    {
        *("@language", "articlelanguage", "contentlanguage", "inlanguage", "lang", "langcode"),
        *("language", "languagecode", "locale"),
    }
)
"""Names of fields with the language of their siblings."""
ANY = "*"
MAX_STEPS = 32
"""Steps at the end of a path that are compared."""


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """A name without capitals, hyphens, underscores and spaces."""
    return name.casefold().replace("_", "").replace("-", "").replace(" ", "")


def is_language(name: str) -> bool:
    """Whether a field of this name holds the language of its siblings."""
    return plain_name(name) in LANGUAGES


Steps = tuple[str, ...]


class Fields:
    """The prose fields: configured ones first, then the usual ones.

    If several match a path, configured fields take precedence, then longer patterns.
    """

    def __init__(self, configured: Mapping[str, FieldRole]) -> None:
        named = [(_steps(name.split(".")), HOLDS[holds]) for name, holds in configured.items()]
        usual = [(_steps(name.split(".")), content) for name, content in USUAL_FIELDS.items()]
        ordered = [(p, c) for group in (named, usual) for p, c in sorted(group, key=lambda f: -len(f[0]))]
        last = {pattern[-1] for pattern, _ in ordered}
        self._by_name = {
            name: [(p, c) for p, c in ordered if p[-1] == name or _counts(p[-1])]
            for name in last
            if not _counts(name)
        }
        self._rest = [(p, c) for p, c in ordered if _counts(p[-1])]

    def may_hold_prose(self, name: str) -> bool:
        """Whether a field of this name, or its items, may hold prose."""
        return bool(self._rest) or plain_name(name) in self._by_name

    def at(self, path: Sequence[str | int]) -> Content | None:
        """The content at a path, if prose; items count as their array."""
        return self._find(path)[1]

    def is_listed(self, path: Sequence[str | int]) -> bool:
        """Whether the field at a path is known, with prose or without."""
        return self._find(path)[0]

    def _find(self, path: Sequence[str | int]) -> tuple[bool, Content | None]:
        steps = _steps(path[-MAX_STEPS:])
        named = steps
        while named and named[-1].isdecimal():
            named = named[:-1]
        for pattern, content in self._by_name.get(named[-1] if named else "", self._rest):
            if _ends(named, pattern) or _ends(steps, pattern):
                return True, content
        return False, None


def _steps(path: Sequence[str | int]) -> Steps:
    return tuple(plain_name(str(step)) for step in path)


def _counts(step: str) -> bool:
    """Whether a step of a pattern may be an index."""
    return step == ANY or step.isdecimal()


def _ends(steps: Steps, pattern: Steps) -> bool:
    end = steps[len(steps) - len(pattern) :]
    return len(steps) >= len(pattern) and all(_fits(*pair) for pair in zip(end, pattern, strict=True))


def _fits(step: str, wanted: str) -> bool:
    return wanted in (ANY, step)
