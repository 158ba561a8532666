from __future__ import annotations

from collections.abc import Iterator

from newslint.lexicon.function_words import ENGLISH as FUNCTION_WORDS
from newslint.rules import Case, Finding
from newslint.rules.families.comparison import ComparisonRule
from newslint.text.originals.original import Comparison, Original, ParagraphPair, Replacement

STORY = {
    "original": Original(
        (
            (
                "The bridge was opened on Monday by Mayor Anna Bush, who thanked the city of Ystad.",
                "Later Bush left for Oslo with her aide Per Holm.",
            ),
        )
    )
}
LEAST_LETTERS = 3


class ChangedName(ComparisonRule):
    """A name of the original is another word in the copy.

    ## What it does
    With `newslint check --against ORIGINAL` it compares paragraphs that belong together word by word, and
    reports a capitalised word in the middle of a sentence that the copy has nowhere, where it has another
    word that the original has nowhere. An original in another language is not compared.

    ## Why it matters
    Spinners take names for words (“Bush” becomes “shrub”), and engines spell them differently.

    ## Fix safety
    No fix: a hint that shows what the original has.
    """

    cases = (
        Case(
            "The bridge was opened on Monday by Mayor ⟦Hannah⟧ ⟦Shrub⟧, who thanked the city of ⟦Ysted⟧.\n\n"
            "Later ⟦Shrub⟧ left for Oslo with her aide Per Holm.",
            providers=STORY,
        ),
        Case(
            "The bridge was opened on Monday by Mayor Anna Bush, who thanked the town.\n\n"
            "Later she left for Oslo with her aide Per Holm.",
            providers=STORY,
        ),
        Case("The bridge was opened by Mayor Hannah Shrub."),
    )

    def differences(self, compared: Comparison) -> Iterator[tuple[int, Finding]]:
        for pair in compared.pairs:
            for replaced in pair.replacements:
                if len(replaced.old) == len(replaced.new):
                    yield from ((pair.block, found) for found in _names(compared, pair, replaced))


def _names(compared: Comparison, pair: ParagraphPair, replaced: Replacement) -> Iterator[Finding]:
    old, new = pair.original_words, pair.copy_words
    for one, other in zip(replaced.old, replaced.new, strict=True):
        name = old.words[one]
        is_name = name[0].isupper() and len(name) >= LEAST_LETTERS and _is_inside(pair, one)
        is_other = new.lower[other] not in compared.original_words and new.lower[other] not in FUNCTION_WORDS
        if is_name and is_other and name[0].isalpha() and name.lower() not in compared.copy_words:
            message = f"the original has “{name}”, not “{new.words[other]}”"
            yield Finding(new.range(other, other + 1), message, suggestions=(name,))


def _is_inside(pair: ParagraphPair, number: int) -> bool:
    """Whether a word of the original is inside a sentence."""
    return number > 0 and not any(mark in pair.original_words.gaps[number] for mark in '.!?:“"')
