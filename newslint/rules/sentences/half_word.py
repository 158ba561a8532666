from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.lexicon.english_words import is_word
from newslint.rules import Block, Case, Change, Document, Finding, Range, Rule
from newslint.text.tokens import tokens_of

LEAST_BEFORE, LEAST_AFTER = 3, 4
"""Letters of half a word before the whole one, and after it."""


class HalfWord(Rule):
    """Half a word is beside the whole word: “elec electricity”.

    ## What it does
    Drops letters that are no word and with which the next word begins, or the last one ended (“document
    ument”). Speech, where people stammer, passes.

    ## Why it matters
    Engines that write a word in pieces begin again in the middle; line ends leave a piece behind.

    ## Fix safety
    Unsafe: the letters may be an abbreviation.
    """

    cases = (
        Case("The ⟦elec electricity⟧ firm is old.", fixed="The electricity firm is old."),
        Case("Its ⟦document ument⟧ was lost.", fixed="Its document was lost."),
        Case("The sub subway and the photo photograph; “The elec electricity is off,” she said."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        unknown = {word for words in document.unknown_words for word in words if len(word) >= LEAST_BEFORE}
        for block in candidates if unknown else ():
            if block.kind in self.kinds and not unknown.isdisjoint(document.unknown_words[block.index]):
                for finding in _findings(block, unknown):
                    yield block, finding


def _findings(block: Block, unknown: set[str]) -> Iterator[Finding]:
    """Yield halves beside their whole word in a block."""
    tokens = tokens_of(block.text)
    for index in range(len(tokens) - 1):
        first, second = tokens.words[index], tokens.words[index + 1]
        if tokens.gaps[index + 1] != " " or not (first in unknown or second in unknown):
            continue
        at = tokens.range(index, index + 2)
        if block.is_quoted(at):
            continue
        if first in unknown and second.startswith(first) and first != second and is_word(second):
            cut = Range(at.start, at.start + len(first) + 1)
        elif second in unknown and len(second) >= LEAST_AFTER and first.endswith(second) and is_word(first):
            cut = Range(at.end - len(second) - 1, at.end)
        else:
            continue
        yield Finding(at, "half a word beside the whole one: delete it", (Change(cut, ""),))
