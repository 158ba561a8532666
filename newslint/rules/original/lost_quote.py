from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from newslint.rules import Case, Finding, Range, pattern
from newslint.rules.families.comparison import ComparisonRule
from newslint.text.originals.original import Comparison, Original, ParagraphPair, first_words
from newslint.text.quotations.quotations import pair_quotes
from newslint.text.tokens import tokens_of

STORY = {
    "original": Original(
        (
            (
                "“We have spare parts for two winters,” the mayor said. The cable was mended in May.",
                "A baker called it “the worst storm of my life” and closed.",
            ),
        )
    )
}
GERMAN = {
    "original": Original(
        (("„Wir haben Teile für zwei Winter“, sagte die Bürgermeisterin. „Das reicht uns“, meinte sie.",),)
    )
}
LEAST_WORDS = 3
SAME, SIMILAR = 0.999, 0.4
"""How alike the words of two quotations are that are the same, or one of which was changed."""
QUOTED = r"„[^“”„]+[“”]|“[^“”]+”|«[^«»]+»|»[^«»]+«|「[^「」]+」|『[^『』]+』|\"[^\"\n]+\""


class LostQuote(ComparisonRule):
    """A quotation differs from the original, or is missing.

    ## What it does
    With `newslint check --against ORIGINAL` it compares quotations of three words or more in paragraphs that
    belong together: words were changed, or the marks are gone. If the original is in another language, only
    the numbers of quotations are compared.

    A passage of six words or more that the copy leaves out was cut, and is not reported.

    ## Why it matters
    Nobody may be quoted with words that they did not say.

    ## Fix safety
    No fix: a hint that shows what the original has.
    """

    cases = (
        Case(
            "“⟦We possess extra parts for two winters⟧,” the mayor said. The cable was mended in May.\n\n"
            "A baker called it “the worst storm of my life” and closed.",
            providers=STORY,
        ),
        Case(
            "“We have spare parts for two winters,” the mayor said. The cable was mended in May.\n\n"
            "A baker called it ⟦the⟧ worst storm of my life and closed.",
            providers=STORY,
        ),
        Case("⟦We have⟧ parts, she said. “That will do”, she thought.", providers=GERMAN, plain=True),
        Case("“We have parts,” the mayor said. “That will do,” she thought.", providers=GERMAN),
        Case("“We have parts,” the mayor said."),
    )

    def differences(self, compared: Comparison) -> Iterator[tuple[int, Finding]]:
        return _in_english(compared) if compared.is_same_language else _in_another_language(compared)


def _in_english(compared: Comparison) -> Iterator[tuple[int, Finding]]:
    known = {_words(quoted) for text in compared.copy_texts for _, quoted in _quotations(text)}
    for pair in compared.pairs:
        for at, quoted in _quotations(pair.original_text):
            words = _words(quoted)
            if len(words) >= LEAST_WORDS and words not in known and not pair.is_cut(at.start):
                yield pair.block, _change_finding(pair, at, quoted)


def _change_finding(pair: ParagraphPair, at: Range, quoted: str) -> Finding:
    """How the copy differs from a quotation of the original."""
    alike = [
        (SequenceMatcher(None, _words(quoted), _words(said), autojunk=False).ratio(), place)
        for place, said in _quotations(pair.copy_text)
    ]
    ratio, place = max(alike, default=(0.0, at))
    if SIMILAR <= ratio < SAME:
        return Finding(place, f"the original quotes “{quoted}”", suggestions=(quoted,))
    is_there = f" {' '.join(_words(quoted))} " in f" {' '.join(_words(pair.copy_text))} "
    what = "has lost its quotation marks" if is_there else "is missing"
    return Finding(pair.place(at.start), f"the quotation “{quoted}” of the original {what}")


def _in_another_language(compared: Comparison) -> Iterator[tuple[int, Finding]]:
    old, new = (
        sum(len(pattern(QUOTED).findall(text)) for text in texts)
        for texts in (compared.original_texts, compared.copy_texts)
    )
    place = first_words(compared.copy_texts)
    if place and old > new:
        yield place[0], Finding(place[1], f"the original has {old} quotations, the copy {new}")


def _quotations(text: str) -> list[tuple[Range, str]]:
    """The outermost quotations of a paragraph, without their final commas or stops."""
    found = []
    for quotation in pair_quotes((text,)).quotations:
        if quotation.depth == 0 and quotation.inner:
            at = quotation.inner[0].at
            said = at.of(text)
            kept = len(said.rstrip(" ,.;"))
            found.append((Range(at.start, at.start + kept), said[:kept]))
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("’", "'") for word in tokens_of(text).lower)
