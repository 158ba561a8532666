from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, Severity

LATIN = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеорсухіѕјһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTYXaeopcyxisjhdqwABEZHIKMNOPTYXo",
        strict=True,
    )
)
"""Letters of Cyrillic and Greek that look like a Latin one, and that one. Source: Unicode confusables.txt."""
TWINS = "".join(LATIN)


@dataclass(frozen=True, kw_only=True)
class Homoglyph(PatternRule):
    """A word mixes Latin letters with Cyrillic or Greek ones that look the same: “WНO” with a Cyrillic Н.

    Keyboards of two scripts and engines that copy half a name leave them; no search finds such a
    word, and some scrapers put them in on purpose. The fix writes the Latin letters, where every
    foreign letter of the word has one that looks like it.

    Source: artefact EN06 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 0; no found corpus of
    ours holds the damage, so it rests on its cases.
    """

    expression = (
        rf"(?<![\w’-])(?=\p{{Latin}}{{0,30}}[{TWINS}])(?=[{TWINS}]{{0,30}}\p{{Latin}})"
        rf"[\p{{Latin}}{TWINS}]{{2,}}(?![\p{{L}}\p{{M}}\p{{N}}_])|(?<=\d\s?)°С(?![\p{{L}}\p{{M}}])"
    )
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
