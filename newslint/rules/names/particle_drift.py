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

NAME = (
    r"(?<![\p{L}’'-])(?P<article>[AaEe]l|[Uu]l|[Aa]s|[Aa]ss|[Aa]sh|[Aa]d)"
    r"-(?P<name>\p{Lu}\p{L}+)(?![\p{L}’'-]*[’'-]\p{L}{2})"
)


class ParticleDrift(Rule):
    """The article of an Arabic name changes: “al-Harbi”, then “el-Harbi”.

    ## What it does
    Writes the article with which the name first occurs, where another occurs once, later and outside
    quotation marks.

    ## Why it matters
    Engines transliterate each sentence separately.

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
        uses_by_name: defaultdict[str, list[tuple[str, Place]]] = defaultdict(list)
        for block in candidates:
            if block.kind in self.kinds:
                for match in pattern(NAME).finditer(block.text, timeout=PATTERN_SECONDS):
                    place = Place(block.index, Range(*match.span("article")))
                    uses_by_name[match["name"]].append((match["article"], place))
        for name, uses in uses_by_name.items():
            usual, introduction = uses[0]
            odd_uses = [(article, place) for article, place in uses if article.lower() != usual.lower()]
            if len(odd_uses) != 1:
                continue
            odd, place = odd_uses[0]
            block = document.blocks[place.block]
            if not block.is_quoted(place.at):
                right = usual.capitalize() if odd[0].isupper() else usual.lower()
                message = f"article of a name changed, “{odd}-{name}”: use “{right}-{name}”"
                related = (Related(introduction, f"“{usual}-{name}” here"),)
                yield block, Finding(place.at, message, (Change(place.at, right),), related=related)
