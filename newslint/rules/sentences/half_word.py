from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import is_word
from newslint.lexicon.function_words import ENGLISH
from newslint.rules import Block, Case, Change, Document, Finding, Range, Rule, pattern
from newslint.text.repeats import echoes
from newslint.text.tokens import tokens_of

LEAST_BEFORE, LEAST_AFTER = 3, 4
"""Letters of half a word before the whole one, and after it."""
NOUNS = words_of("roles", "people", "count_nouns", "plain_plurals") | {"man", "men", "woman", "women"}
VERBS = words_of("regular_verbs", "irregular_verbs", "auxiliaries")
FUNCTION = words_of("prepositions", "determiners", "conjunctions", "relatives", "pronouns") | ENGLISH
ENDINGS = frozenset({"age", "rate", "state", "town"})
"""Words that follow another word with the same end by right: “the moderate rate”, “the average age”."""


class HalfWord(Rule):
    """Half a word is beside the whole word: “elec electricity”.

    ## What it does
    Drops letters that are no word and with which the next word begins, or the last one ended (“document
    ument”), and the second half of a compound that is repeated as a word (“goalkeeper keeper”, “state-owned
    owned”). Speech, where people stammer, passes.

    ## Why it matters
    Engines that write a word in pieces begin again in the middle; line ends leave a piece behind.

    ## Fix safety
    Unsafe: the letters may be an abbreviation, and the word may belong to the next one.
    """

    cases = (
        Case("The ⟦elec electricity⟧ firm is old.", fixed="The electricity firm is old."),
        Case("Its ⟦document ument⟧ was lost.", fixed="Its document was lost."),
        Case(
            "The ⟦goalkeeper keeper⟧ of the ⟦state-owned owned⟧ firm left.",
            fixed="The goalkeeper of the state-owned firm left.",
        ),
        Case("The corporate rate is somewhere where an anti-war war party and a one-of-a-kind kind meet."),
        Case("The sub subway and the photo photograph; “The elec electricity is off,” she said."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        unknown = {word for words in document.unknown_words for word in words if len(word) >= LEAST_BEFORE}
        for block in candidates if unknown else ():
            if block.kind in self.kinds and not unknown.isdisjoint(document.unknown_words[block.index]):
                for finding in _findings(block, unknown):
                    yield block, finding
        for half in echoes(document.encoded_text, LEAST_BEFORE):
            if half.endswith("ed") or _may_be_half(half):
                for number in document.encoded_text.containing(f"{half} {half}"):
                    block = document.blocks[number]
                    if block.kind in self.kinds:
                        yield from ((block, finding) for finding in _compounds(block, half))


def _may_be_half(word: str) -> bool:
    """Whether a word may be the second half of a compound."""
    return word not in ENDINGS and (word in NOUNS or (word not in VERBS and word not in FUNCTION))


def _compounds(block: Block, half: str) -> Iterator[Finding]:
    """Yield compounds that are followed by their second half."""
    for match in pattern(rf"(?<![\p{{L}}-])([\p{{L}}-]+){half} {half}(?![\p{{L}}’'-])").finditer(block.text):
        at, first = Range(*match.span()), match[1]
        if first.endswith("-"):
            is_compound = first.count("-") == 1 and first[:-1].lower() not in words_of("prefixes")
        else:
            is_compound = _may_be_half(half) and len(first) >= LEAST_BEFORE and is_word(first.lower())
        if is_compound and is_word(half) and not block.is_quoted(at):
            cut = Range(at.end - len(half) - 1, at.end)
            message = f"“{half}” repeated after its compound: delete it"
            yield Finding(at, message, (Change(cut, ""),))


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
