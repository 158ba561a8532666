from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newslint.rules import (
    PATTERN_SECONDS,
    Block,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Protected,
    Range,
    Related,
    Rule,
    pattern,
)

WITH_ARTICLE = (
    r"(?<![\p{L}’'-])(?P<article>[AaEe]l|[Uu]l|[Aa]s|[Aa]ss|[Aa]sh|[Aa]d)"
    r"-(?P<name>\p{Lu}\p{L}+)(?![\p{L}’'-]*[’'-]\p{L}{2})"
)


class ParticleDrift(Rule):
    """The article of an Arabic name changes once: “al-Harbi”, then “el-Harbi”.

    ## What it does
    Writes the article that the name has first, if it has another only once and later, outside quotation
    marks.

    ## Why it matters
    Engines transliterate a name afresh in each sentence.

    ## Fix safety
    Unsafe: there may be two people.
    """

    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "Nasser al-Harbi is 49. He met Ali al-Lind.\n\nOn Friday ⟦el⟧-Harbi left. ⟦El⟧-Lind was ill.",
            fixed="Nasser al-Harbi is 49. He met Ali al-Lind.\n\nOn Friday al-Harbi left. Al-Lind was ill.",
        ),
        Case("Nasser al-Harbi is 49. Al-Harbi met Omar el-Harbi, el-Harbi said."),
    )

    @property
    def trace(self) -> str:
        return r"\b[Ee]l-\p{Lu}|\b[Uu]l-\p{Lu}|\b[Aa](?:l|s|ss|sh|d)-\p{Lu}"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        found: defaultdict[str, list[tuple[str, Place]]] = defaultdict(list)
        for block in candidates:
            if block.kind in self.kinds:
                for match in pattern(WITH_ARTICLE).finditer(block.text, timeout=PATTERN_SECONDS):
                    place = Place(block.index, Range(*match.span("article")))
                    found[match["name"]].append((match["article"], place))
        for name, uses in found.items():
            first, introduction = uses[0]
            odd = [(article, place) for article, place in uses if article.lower() != first.lower()]
            if len(odd) == 1 and not document.blocks[odd[0][1].block].is_quoted(odd[0][1].at):
                article, place = odd[0]
                right = first.capitalize() if article[0].isupper() else first.lower()
                message = f"article of a name changed, “{article}-{name}”: use “{right}-{name}”"
                related = (Related(introduction, f"“{first}-{name}” here"),)
                yield (
                    document.blocks[place.block],
                    Finding(place.at, message, (Change(place.at, right),), related=related),
                )
