from __future__ import annotations

from collections.abc import Iterator

from newslint.lexicon.function_words import ENGLISH as FUNCTION_WORDS
from newslint.rules import Case, Finding, Range
from newslint.rules.families.comparison import ComparisonRule
from newslint.text.originals.original import Comparison, Original
from newslint.text.tokens import tokens_of

STORY = {
    "original": Original(
        (
            (
                "The bridge was closed on Monday after divers found two cracks in its northern pier.",
                "Repairs will take until May, the harbour master said, and ferries will run every hour.",
            ),
        )
    )
}
LEAST_WORDS = 8
"""Words without which a paragraph says too little."""
MOST_KNOWN = 0.34
"""Share of its content words that the original has, up to which it comes from elsewhere."""


class ExtraParagraph(ComparisonRule):
    """A paragraph is not in the original.

    ## What it does
    With `newslint check --against ORIGINAL` it reports a paragraph of eight words or more that resembles no
    paragraph of the original, and two thirds of whose content words the original has nowhere. If the
    original is in another language, only the numbers of paragraphs are compared.

    ## Why it matters
    Scrapers add lines of the page, and spinners add sentences of their own.

    ## Fix safety
    No fix: a hint.
    """

    cases = (
        Case(
            "The bridge was closed on Monday after divers found two cracks in its northern pier.\n\n"
            "⟦Download our free app today and win tickets for a concert with your favourite bands!⟧",
            providers=STORY,
        ),
        Case(
            "On Monday divers discovered two cracks in the northern pier, so the bridge was shut.\n\n"
            "Until May, ferries will run hourly, said the harbour master.\n\nMore soon.",
            providers=STORY,
        ),
        Case("Download our free app today and win tickets for a concert with your favourite bands!"),
    )

    def differences(self, compared: Comparison) -> Iterator[tuple[int, Finding]]:
        texts = compared.copy_texts
        if compared.is_same_language:
            for number in compared.alone:
                if _is_strange(texts[number], compared):
                    at = Range(0, len(texts[number]))
                    yield number, Finding(at, "this paragraph is not in the original")
            return
        old, new = (sum(map(bool, map(str.strip, side))) for side in (compared.original_texts, texts))
        if new > old:
            last = max(number for number, text in enumerate(texts) if text.strip())
            at = Range(0, len(texts[last]))
            yield last, Finding(at, f"the copy has {new} paragraphs, the original {old}")


def _is_strange(text: str, compared: Comparison) -> bool:
    words = tokens_of(text)
    content = [word for word in words.lower if word not in FUNCTION_WORDS]
    if len(words) < LEAST_WORDS or not content:
        return False
    return sum(word in compared.original_words for word in content) <= MOST_KNOWN * len(content)
