"""Converts matches of LanguageTool to findings in an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

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
from newslint.engines.languagetool.answers import AnswerCache
from newslint.engines.languagetool.client import Match, RuleChoice
from newslint.engines.languagetool.connection import Connection
from newslint.engines.languagetool.curation import curation, gated_rules
from newslint.engines.languagetool.errors import LanguageToolError
from newslint.engines.languagetool.names import ENGINE, ids, languagetool_rules
from newslint.engines.languagetool.rule_docs import description_of
from newslint.text.document import Block, Document

__all__ = ["AnswerCache", "Connection", "LanguageTool", "choose_rules", "rule_info"]

BETWEEN = "\n\n"
"""The separator of blocks, which LanguageTool reads as a paragraph break."""
PAGE = "https://community.languagetool.org/rule/show/{}?lang=en"
MOST_READINGS = 5
"""Suggestions per finding; LanguageTool may have dozens for a misspelling."""


class LanguageTool(Struct, frozen=True, dict=True):
    """The engine: a connection, the rules to run and cached answers."""

    connection: Connection
    rules: RuleChoice
    answers: AnswerCache

    name = ENGINE

    def findings(self, document: Document) -> RuleResults:
        """Findings in an article, which is sent whole, or the failure."""
        text, starts = _join(document.blocks)
        rules = self.rules.for_verdicts(document.verdicts) if self.rules.gated else self.rules
        if rules.only == frozenset() or not text.strip():
            return RuleResults(())
        try:
            matches = self._matches(text, rules)
        except LanguageToolError as error:
            return RuleResults((), (RuleFailure(f"languagetool: {error}"),))
        return RuleResults(tuple(_findings(document, matches, starts)))

    @cached_property
    def fingerprint(self) -> bytes | None:
        """A cache key of rules and version; None if unknown."""
        return self._fingerprint(self.rules)

    def _fingerprint(self, rules: RuleChoice) -> bytes | None:
        try:
            version = self.connection.version
        except LanguageToolError:
            return None
        about = version, _sort(rules.only), _sort(rules.without), sorted(rules.gated), spelling.VERSION
        return repr(about).encode() if version else None

    def _matches(self, text: str, rules: RuleChoice) -> tuple[Match, ...]:
        """The matches of rules in a text, from the cache if possible."""
        about = self._fingerprint(rules)
        known = self.answers.find(about, text) if about else None
        if known is not None:
            return known
        matches = self.connection.check(text, rules)
        if about:
            self.answers.put(about, text, matches)
        return matches


def choose_rules(
    *, select: Iterable[str], extend: Iterable[str], ignore: Iterable[str], everything: bool
) -> RuleChoice:
    """The rules to run: named, curated and gated, or all."""
    ignore = languagetool_rules(ignore)
    if ENGINE in ignore:
        return RuleChoice(frozenset())
    without, more, named = ids(ignore), ids(languagetool_rules(extend)), ids(languagetool_rules(select))
    if not named and everything:
        return RuleChoice(None, without)
    gated = () if named else gated_rules()
    return RuleChoice(
        (named or frozenset(curation().rules)) - without | (more - without),
        gated=frozenset((each.verdict, each.rule) for each in gated if each.rule not in without),
    )


def rule_info(name: str) -> RuleInfo:
    """The metadata of a rule of LanguageTool."""
    rule = name.partition("/")[2]
    authors = description_of(rule)
    summary = authors.text if authors else f"LanguageTool’s rule {rule}."
    doc = [summary, "", PAGE.format(rule)]
    if authors:
        doc[1:1] = ["", f"LanguageTool files it under {authors.category}."]
    if worth := curation().rules.get(rule):
        doc += [
            "",
            f"Measured with LanguageTool {curation().version} on {curation().date}:",
            f"{worth.clean:.1f} findings per million words of clean news, {worth.translated:.1f} of "
            "machine-translated news;",
            f"{worth.injected} injected faults found, and {worth.marked} errors that people had marked in "
            "translations.",
        ]
    for gated in gated_rules():
        if gated.rule == rule:
            doc += [
                "",
                f"Runs in articles judged {gated.verdict}: {gated.correct} of {gated.found} findings were at "
                "damage.",
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


def _join(blocks: Iterable[Block]) -> tuple[str, list[int]]:
    """The prose of an article as one text, and block offsets."""
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for text in (block.document.texts[block.index] for block in blocks):
        starts.append(at)
        if text:
            parts.append(text)
            at += len(text) + len(BETWEEN)
    return BETWEEN.join(parts), starts


def _findings(document: Document, matches: Iterable[Match], starts: list[int]) -> Iterator[BlockFinding]:
    """Yield findings for matches within a block, except spelling of names."""
    lexicon = spelling.Names(document)
    for match in matches:
        index = bisect_right(starts, match.at.start) - 1
        block = document.blocks[index]
        at = _trim(Range(match.at.start - starts[index], match.at.end - starts[index]), block.text)
        if at and not (spelling.concerns(match.rule) and lexicon.is_acceptable(block, at)):
            yield BlockFinding(index, _finding(match, at, block.text), _brief(match.rule))


def _trim(at: Range, text: str) -> Range | None:
    """A range without trailing line ends; None if empty or outside."""
    end = min(at.end, len(text))
    while text[at.start : end].endswith("\n"):
        end -= 1
    return Range(at.start, end) if end > at.start and at.end <= len(text) + len(BETWEEN) else None


def _finding(match: Match, at: Range, text: str) -> Finding:
    quote = at.of(text)
    readings = tuple(reading for reading in match.replacements if reading != quote)[:MOST_READINGS]
    if len(readings) == 1 and len(match.replacements) == 1:
        return Finding(at, match.message, (Change(at, readings[0]),))
    return Finding(at, match.message, suggestions=readings)


def _brief(rule: str) -> RuleInfo:
    """The metadata of a rule that diagnostics need."""
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


def _sort(names: frozenset[str] | None) -> list[str] | None:
    return None if names is None else sorted(names)
