from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import Block, BlockKind, Case, Document, Finding, Rule, Safety, Severity, pattern
from newslint.text.language import NAMES

MIN_LETTERS = 24
"""Minimum letters of a reported block; headings and names are shorter."""
DENSE = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"
"""Letters that count as three of an alphabet."""


class OtherLanguage(Rule):
    """A paragraph is not in English, so other rules skip it.

    ## What it does
    Reports once where a stretch in another language begins, by the format's own language marks or,
    without them, by the paragraph's function words.

    ## Why it matters
    English rules raise false alarms in foreign prose, and a paragraph left untranslated is damage itself.

    ## Fix safety
    No fix: a hint only, since newslint does not translate.
    """

    severity = Severity.INFO
    safety = Safety.HINT
    any_language = True
    cases = (
        Case(
            "The town voted on Monday.\n\n⟦El alcalde dijo que no habrá más dinero para las obras.⟧\n\n"
            "Los vecinos están cansados de esperar a que se abra el puente.",
            plain=True,
        ),
        Case("⟦Der Bürgermeister sagte, dass die Brücke nicht vor dem Winter geöffnet wird.⟧", plain=True),
        Case("The ferry came back on Monday.\n\n⟦联合国表示，局势仍然紧张。⟧", plain=True),
        Case("The mayor of San José said “no habrá más dinero para las obras” and left the room."),
        Case("Le Monde and Der Spiegel reported that the mayor would not open the bridge before the winter."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        foreign = {language for language in document.languages if language not in ("en", "")}
        for block in candidates if foreign else ():
            if (
                block.kind is not BlockKind.GAP
                and _letters(block.text) >= MIN_LETTERS
                and block.language != "en"
            ):
                name = NAMES.get(block.language, "another language")
                yield block, Finding(block.whole, f"not in English ({name}): skipped by most rules")
                return


def _letters(text: str) -> int:
    """The length of a text, in letters of an alphabet."""
    return len(text) + 2 * len(pattern(DENSE).findall(text))
