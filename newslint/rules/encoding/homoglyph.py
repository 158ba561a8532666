from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, Severity

LATIN = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеорсухіѕјһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTYXaeopcyxisjhdqwABEZHIKMNOPTYXo",
        strict=True,
    )
)
"""Latin look-alikes of Cyrillic and Greek letters. Source: Unicode confusables.txt."""
TWINS = "".join(LATIN)


class Homoglyph(PatternRule):
    """A word mixes Latin letters with look-alike Cyrillic or Greek ones.

    ## What it does
    Flags words such as “WНO” with a Cyrillic Н, and writes the Latin letters if every foreign letter in
    the word has a Latin look-alike.

    ## Why it matters
    Keyboards with two scripts, and engines that copy half a name, leave these letters; some scrapers
    insert them on purpose. No search finds such a word.

    ## Fix safety
    Safe: the word looks the same afterwards.

    ## References
    Study of machine-translated news, artefact EN06.
    """

    expression = (
        rf"(?<![\w’-])(?=\p{{Latin}}{{0,30}}[{TWINS}])(?=[{TWINS}]{{0,30}}\p{{Latin}})"
        rf"[\p{{Latin}}{TWINS}]{{2,}}(?![\p{{L}}\p{{M}}\p{{N}}_])|(?<=\d\s?)°С(?![\p{{L}}\p{{M}}])"
    )
    begins = rf"\b(?=[^\W\d_]*[{TWINS}])|(?=°С)"
    severity = Severity.ERROR
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES, Protected.DATES, Protected.NEGATIONS, Protected.QUOTED})
    cases = (
        Case("The ⟦WНO⟧ agreed.", fixed="The WHO agreed."),
        Case("It fell in ⟦Осtober⟧.", fixed="It fell in October."),
        Case("It was 30 ⟦°С⟧ in the shade.", fixed="It was 30 °C in the shade."),
        Case("“⟦Nоbody⟧ came,” she said.", fixed="“Nobody came,” she said."),
        Case("НАТО and ВОЗ are what they say; the μ-opioid and the Δx differ."),
        Case("The word мост is Russian."),
    )

    @property
    def trace(self) -> str:
        return rf"[{TWINS}]\p{{Latin}}|\p{{Latin}}[{TWINS}]|°С"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        latin = "".join(LATIN.get(letter, letter) for letter in match[0])
        return Finding(at, f"letters of another script in “{match[0]}”: use “{latin}”", (Change(at, latin),))
