from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.rules import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    Protected,
    Range,
    Rule,
    Safety,
    pattern,
)

EXPRESSION = (
    r"(?<=\p{Ll}[,]?\s)"
    r"(?<!\b(?:former|then|late|ex|acting|[Vv]ice|[Pp]rime|the|a|an|future|potential|new|one-time"
    r"|U\.S\.|US)[ -])"
    r"(?P<title>president|chancellor|senator|governor|secretary|mayor"
    r"|minister)\s(?P<name>\p{Lu}\p{Ll}[\p{L}’-]*)"
)


@dataclass(frozen=True, kw_only=True)
class SmallTitle(Rule):
    """A title before a name loses its capital once: “president Novak”.

    ## What it does
    Capitalises a title that the article capitalises at least twice before the same name and writes in
    lower case nowhere else. “Former president” and the like, and quoted speech, pass.

    ## Why it matters
    Engines carry the lower case of the source language over.

    ## Fix safety
    Unsafe: the lower-case form may be a description, not a title.

    ## References
    Study of machine-translated news, artefact TN01.
    """

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "President Novak came. All met President Novak.\n\nA trip of ⟦president⟧ Novak was short.",
            fixed="President Novak came. All met President Novak.\n\nA trip of President Novak was short.",
        ),
        Case("President Novak came. The trip of president Novak was short."),
        Case("President Novak came. President Novak left. A letter of former president Novak was read."),
        Case("The trip of president Novak, as president Novak said. President Novak, President Novak."),
        Case("President Novak came. President Novak left. “I like president Novak,” she said."),
    )

    @property
    def trace(self) -> str:
        return r"(?:president|chancellor|senator|governor|secretary|mayor|minister)\s\p{Lu}\p{Ll}"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for block in candidates:
            if block.kind in self.kinds:
                for match in pattern(EXPRESSION).finditer(block.text):
                    title, name = match["title"], match["name"]
                    at = Range(*match.span("title"))
                    if _once(document, f"{title} {name}", title.capitalize()) and not block.is_quoted(at):
                        message = (
                            f"“{title}” before a name has a capital elsewhere: use “{title.capitalize()}”"
                        )
                        yield block, Finding(at, message, (Change(at, title.capitalize()),))


def _once(document: Document, small: str, title: str) -> bool:
    """Whether a title and name stand so once, and at least twice with a capital."""
    capital = title + small[len(title) :]
    count = sum(text.count(small) for text in document.texts)
    return count == 1 and sum(text.count(capital) for text in document.texts) >= 2
