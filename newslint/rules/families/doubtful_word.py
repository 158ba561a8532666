"""Rules for words in whose place another would be likelier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.core.diagnostics import Change, Finding, Related
from newslint.core.grade import Verdict
from newslint.core.positions import Place, Range
from newslint.rules.base import Rule
from newslint.text.document import Block, Document
from newslint.text.habits import is_british
from newslint.text.letter_case import in_case_of
from newslint.text.word_choice.archive_words import ArchiveWords
from newslint.text.word_choice.indefinite_article import agree_article
from newslint.text.word_choice.substitutions import wrong_word_searches
from newslint.text.word_choice.unlikely import Doubt, find_doubtful_words
from newslint.text.word_choice.word_tokens import WordTokens

MOST_RIGHT = 3
"""Maximum number of suggestions."""


class DoubtfulWordRule(Rule):
    """A rule for some of the doubtful words of an article."""

    words: ArchiveWords | None = None
    """The counts of an archive on top of those of news."""

    everywhere: bool = False
    """Whether to report in articles that do not look spun or translated, too."""

    wants = ("words",)

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        """Yield a finding for each doubt that the rule reports."""
        if not (self.everywhere or self.words or _looks_damaged(document)):
            return
        from newslint.text.word_choice.news_words import news_words

        found = find_doubtful_words(document.texts, self.words or news_words())
        mine = [(doubt, rate) for doubt, rate in found.ranked if self.reports(doubt)]
        listed = set(_listed_places(document)) if mine else set()
        for doubt, false_rate in mine:
            block = document.blocks[found.read.blocks[doubt.number]]
            if (block.index, found.read.starts[doubt.number]) not in listed:
                yield block, self._finding(doubt, false_rate, found.read, block)

    def reports(self, doubt: Doubt) -> bool:
        """Whether a doubt belongs to this rule."""
        raise NotImplementedError

    def message(self, said: str, doubt: Doubt, rights: Sequence[str], read: WordTokens) -> str:
        """What is wrong, and what to write."""
        raise NotImplementedError

    def _finding(self, doubt: Doubt, confidence: float, read: WordTokens, block: Block) -> Finding:
        at = Range(read.starts[doubt.number], read.ends[doubt.number])
        said = at.of(block.text)
        rights = tuple(_as_written(right, said, block) for right in doubt.rights[:MOST_RIGHT])
        return Finding(
            at,
            self.message(said, doubt, rights, read),
            (*agree_article(block.text, at, rights[0]), Change(at, rights[0])) if len(rights) == 1 else (),
            suggestions=rights if len(rights) > 1 else (),
            related=tuple(_elsewhere(doubt, read)),
            confidence=confidence,
        )


def _looks_damaged(document: Document) -> bool:
    """Whether the article's evidence opens the gate."""
    return not document.verdicts.isdisjoint({Verdict.SPUN, Verdict.TRANSLATED})


def _listed_places(document: Document) -> Iterator[tuple[int, int]]:
    """Where `wrong-word` and `key-term-drift`, which know more of their words, report."""
    for search in wrong_word_searches():
        found = search.misfits(enumerate(document.texts), document.encoded_text.lower, lambda: document.terms)
        yield from ((misfit.word.place.block, misfit.word.place.at.start) for misfit in found)


def _as_written(right: str, said: str, block: Block) -> str:
    """A word in the article's spelling and the case of another."""
    if is_british(block.document.texts):
        from newslint.lexicon.spellings import american

        right = american().get(right, right)
    return in_case_of(said, right)


def _elsewhere(doubt: Doubt, read: WordTokens) -> Iterator[Related]:
    """The place where the article uses the first suggestion."""
    if doubt.twin is not None:
        place = Place(read.blocks[doubt.twin], Range(read.starts[doubt.twin], read.ends[doubt.twin]))
        yield Related(place, f"the article says “{read.forms[doubt.twin]}” here")
