from __future__ import annotations

from collections.abc import Iterator

from newslint.core.diagnostics import Protected
from newslint.rules import Case, Finding, pattern
from newslint.rules.families.comparison import ComparisonRule
from newslint.text.originals.original import CUT, Comparison, Original, ParagraphPair
from newslint.text.protected import PATTERNS

STORY = {
    "original": Original(
        (
            (
                "The minister did not resign, and nobody asked her to leave the cabinet.",
                "The trains run again, without delays, officials said on Friday.",
            ),
        )
    )
}
NEGATING = r"(?i)\b(?:fail|refus|den[yi]|lack|reject|un|in|im|dis)\w+"
"""Words that may say the same as a negation."""


class LostNegation(ComparisonRule):
    """A negation of the original is missing, or one was added.

    ## What it does
    With `newslint check --against ORIGINAL` it compares words such as “not”, “never” and “without” in
    paragraphs that belong together. Another negation in the same place is the same, and so is “failed to” or
    “unable”. An original in another language is not compared.

    A passage of six words or more that the copy leaves out was cut, and is not reported.

    ## Why it matters
    The sentence says the opposite.

    ## Fix safety
    No fix: a hint.
    """

    cases = (
        Case(
            "The minister ⟦did⟧ resign, and nobody asked her to leave the cabinet.\n\n"
            "The trains do ⟦not⟧ run again, without delays, officials said on Friday.",
            providers=STORY,
        ),
        Case(
            "The minister didn’t resign, and no one asked her to leave the cabinet.\n\n"
            "The trains run again, with no delays, officials said on Friday.",
            providers=STORY,
        ),
        Case("The minister refused to resign, and nobody asked her to leave the cabinet.", providers=STORY),
        Case("The minister did resign."),
    )

    def differences(self, compared: Comparison) -> Iterator[tuple[int, Finding]]:
        for pair in compared.pairs:
            old, new = _negations(pair.original_text), _negations(pair.copy_text)
            if len(old) != len(new):
                found = _change_findings(pair, is_lost=len(old) > len(new))
                yield from ((pair.block, finding) for finding in found)


def _change_findings(pair: ParagraphPair, *, is_lost: bool) -> Iterator[Finding]:
    """Yield where the paragraph lost a negation, or gained one."""
    old, new = pair.original_words, pair.copy_words
    for replaced in pair.replacements:
        before = " ".join(old.words[replaced.old.start : replaced.old.stop])
        after = " ".join(new.words[replaced.new.start : replaced.new.stop])
        lost, gained = _negations(before), _negations(after)
        if abs(replaced.words_lost) >= CUT:
            continue
        if is_lost and len(lost) > len(gained) and not pattern(NEGATING).search(after):
            place = pair.place(old.starts[replaced.old.start])
            yield Finding(place, f"“{lost[0]}” of the original is missing", suggestions=(before,))
        elif not is_lost and len(gained) > len(lost) and not pattern(NEGATING).search(before):
            number = next(n for n in replaced.new if _negations(new.words[n]))
            yield Finding(new.range(number, number + 1), f"“{gained[0]}” is not in the original")


def _negations(text: str) -> list[str]:
    return [found[0] for found in PATTERNS[Protected.NEGATIONS].finditer(text)]
