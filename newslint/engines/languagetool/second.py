"""LanguageTool as a second voice on an article, after newslint's own rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from newslint.core.diagnostics import (
    BlockFinding,
    Change,
    Finding,
    RuleFailure,
    RuleInfo,
    RuleResults,
    Safety,
    Severity,
)
from newslint.core.positions import Range
from newslint.engines.languagetool import spelling
from newslint.engines.languagetool.answers import Answers
from newslint.engines.languagetool.client import Match, RuleChoice
from newslint.engines.languagetool.curation import curation
from newslint.engines.languagetool.described import described
from newslint.engines.languagetool.names import ENGINE, ids, theirs
from newslint.engines.languagetool.reach import Access
from newslint.engines.languagetool.trouble import LanguageToolError
from newslint.text.document import Block, Document

__all__ = ["Access", "Answers", "LanguageTool", "info", "wish"]

BETWEEN = "\n\n"
"""What parts two blocks, so that LanguageTool takes them for two paragraphs."""
PAGE = "https://community.languagetool.org/rule/show/{}?lang=en"
MOST_READINGS = 5
"""Suggestions of one finding; LanguageTool may have dozens for a misspelling."""


@dataclass(frozen=True)
class LanguageTool:
    """What LanguageTool is asked for, and the way to it."""

    access: Access
    wish: RuleChoice
    answers: Answers

    name = ENGINE

    def findings(self, document: Document) -> RuleResults:
        """What it says of an article, which is sent whole; why it says nothing, if it fails."""
        text, starts = _joined(document.blocks)
        if self.wish.only == frozenset() or not text.strip():
            return RuleResults(())
        try:
            matches = self._asked(text)
        except LanguageToolError as error:
            return RuleResults((), (RuleFailure(f"languagetool: {error}"),))
        return RuleResults(tuple(_found(document, matches, starts)))

    @cached_property
    def fingerprint(self) -> bytes | None:
        """Changes when it might say something else; None where that cannot be known now."""
        try:
            about = self.access.version, _sorted(self.wish.only), _sorted(self.wish.without), spelling.VERSION
        except LanguageToolError:
            return None
        return repr(about).encode() if self.access.version else None

    def _asked(self, text: str) -> tuple[Match, ...]:
        """The matches in a text, from an earlier run if it asked the same."""
        known = self.answers.find(self.fingerprint, text) if self.fingerprint else None
        if known is not None:
            return known
        matches = self.access.check(text, self.wish)
        if self.fingerprint:
            self.answers.keep(self.fingerprint, text, matches)
        return matches


def wish(
    *, select: Iterable[str], extend: Iterable[str], ignore: Iterable[str], everything: bool
) -> RuleChoice:
    """Which rules to ask for: those named one by one, or the curated ones, or all; but what is ignored."""
    ignore = theirs(ignore)
    if ENGINE in ignore:
        return RuleChoice(frozenset())
    without, more, named = ids(ignore), ids(theirs(extend)), ids(theirs(select))
    if not named and everything:
        return RuleChoice(None, without)
    return RuleChoice((named or frozenset(curation().rules)) - without | (more - without))


def info(name: str) -> RuleInfo:
    """What the outside knows of a rule of LanguageTool's."""
    rule = name.partition("/")[2]
    authors = described(rule)
    summary = authors.text if authors else f"LanguageTool’s rule {rule}."
    doc = [summary, "", PAGE.format(rule)]
    if authors:
        doc[1:1] = ["", f"LanguageTool files it under {authors.category}."]
    if worth := curation().rules.get(rule):
        doc += [
            "",
            f"Measured with LanguageTool {curation().version} on {curation().date}:",
            f"{worth.clean:.1f} findings in a million words of sound news, {worth.translated:.1f} of "
            "machine-translated news;",
            f"{worth.injected} faults found that had been put into sound news, and {worth.marked} that "
            "people had marked in translations.",
        ]
    return RuleInfo(
        name=name,
        category=ENGINE,
        summary=summary,
        doc="\n".join(doc),
        severity=Severity.WARNING,
        safety=Safety.UNSAFE,
        may_change=frozenset(),
        fixable=True,
        default=worth is not None,
        url=PAGE.format(rule),
    )


def _joined(blocks: Iterable[Block]) -> tuple[str, list[int]]:
    """The prose of an article as one text, and where each block begins in it; a gap takes no room."""
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for text in (block.document.texts[block.index] for block in blocks):
        starts.append(at)
        if text:
            parts.append(text)
            at += len(text) + len(BETWEEN)
    return BETWEEN.join(parts), starts


def _found(document: Document, matches: Iterable[Match], starts: list[int]) -> Iterator[BlockFinding]:
    """The matches that lie in one block and are no names, as findings there."""
    lexicon = spelling.Names(document)
    for match in matches:
        index = bisect_right(starts, match.at.start) - 1
        block = document.blocks[index]
        at = _trimmed(Range(match.at.start - starts[index], match.at.end - starts[index]), block.text)
        if at and not (spelling.concerns(match.rule) and lexicon.let_be(block, at)):
            yield BlockFinding(index, _finding(match, at, block.text), _brief(match.rule))


def _trimmed(at: Range, text: str) -> Range | None:
    """A range without the line ends after it, or None when it reaches out of the text or is empty."""
    end = min(at.end, len(text))
    while text[at.start : end].endswith("\n"):
        end -= 1
    return Range(at.start, end) if end > at.start and at.end <= len(text) + len(BETWEEN) else None


def _finding(match: Match, at: Range, text: str) -> Finding:
    said = at.of(text)
    readings = tuple(reading for reading in match.replacements if reading != said)[:MOST_READINGS]
    if len(readings) == 1 and len(match.replacements) == 1:
        return Finding(at, match.message, (Change(at, readings[0]),))
    return Finding(at, match.message, suggestions=readings)


def _brief(rule: str) -> RuleInfo:
    """What a diagnostic needs of a rule."""
    return RuleInfo(
        name=f"{ENGINE}/{rule}",
        category=ENGINE,
        summary="",
        doc="",
        severity=Severity.WARNING,
        safety=Safety.UNSAFE,
        may_change=frozenset(),
        fixable=True,
        default=False,
        url=PAGE.format(rule),
    )


def _sorted(names: frozenset[str] | None) -> list[str] | None:
    return None if names is None else sorted(names)
