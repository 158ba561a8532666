from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

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
from newslint.text.names.capitals import in_capitals

TITLES = (
    "president|chancellor|senator|governor|secretary|mayor|minister|judge|bishop|cardinal|queen|king|prince|princess"
    "|lord|lady|captain|colonel|general|sergeant|professor|ambassador"
)
EXPRESSION = (
    r"(?<=\p{Ll}[,]?\s)"
    r"(?<!\b(?:former|then|late|ex|acting|[Vv]ice|[Pp]rime|the|a|an|future|potential|new|one-time"
    r"|U\.S\.|US)[ -])"
    rf"(?P<title>(?:(?:prime|foreign|vice|deputy)\s)?(?:{TITLES}))\s(?P<name>\p{{Lu}}\p{{Ll}}[\p{{L}}’-]*)"
)


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
            "President Novak came. All met President Novak.\n\nA visit by ⟦president⟧ Novak was short.",
            fixed="President Novak came. All met President Novak.\n\nA visit by President Novak was short.",
        ),
        Case("President Novak came. The visit by president Novak was short."),
        Case("President Novak came. President Novak left. A letter from former president Novak was read."),
        Case("The visit by president Novak, as president Novak said. President Novak, President Novak."),
        Case("President Novak came. President Novak left. “I like president Novak,” she said."),
    )

    @property
    def trace(self) -> str:
        return rf"(?:{TITLES})\s\p{{Lu}}\p{{Ll}}"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for block in candidates:
            if block.kind in self.kinds:
                for match in pattern(EXPRESSION).finditer(block.text):
                    title, name = match["title"], match["name"]
                    at = Range(*match.span("title"))
                    if _once(document, f"{title} {name}", title) and not block.is_quoted(at):
                        message = (
                            f"“{title}” before a name has a capital elsewhere: use “{in_capitals(title)}”"
                        )
                        yield block, Finding(at, message, (Change(at, in_capitals(title)),))


def _once(document: Document, small: str, title: str) -> bool:
    """Whether a title occurs once in lower case, otherwise with capitals.

    It has them twice before the same name, or once with its given name.
    """
    name = small[len(title) + 1 :]
    capital = f"{in_capitals(title)} {name}"
    if document.encoded_text.count(small) != 1:
        return False
    if document.encoded_text.count(capital) >= 2:
        return True
    full = rf"\b{in_capitals(title)}\s\p{{Lu}}\p{{Ll}}+\s{name}\b"
    with_name = (document.texts[number] for number in document.encoded_text.containing(name))
    return len(title.split()) > 1 and any(regex.search(full, text) for text in with_name)
