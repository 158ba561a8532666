"""The base classes of rules.

A rule is an immutable struct. Its fields are its options with their defaults, its docstring is its
documentation, and its `cases` are its tests and the examples in `newslint explain`. The path of its file is
its registration: `rules/<category>/<rule_name>.py` holds just the rule `rule-name`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import ClassVar, Protocol, dataclass_transform

import regex
from msgspec import Struct, field

from newslint.core.diagnostics import Change, Finding, Protected, Related, Safety, Severity
from newslint.core.grade import Verdict
from newslint.core.patterns import any_of, pattern
from newslint.core.positions import Place, Range
from newslint.core.segments import PROSE, BlockKind
from newslint.rules.families.frame import frame
from newslint.rules.families.phrases import Phrase, PhraseSearch
from newslint.text.document import Block, Document
from newslint.text.letter_case import in_case_of, with_capital
from newslint.text.runs import RunKind
from newslint.text.word_choice.archive_words import ArchiveWords

__all__ = [
    "PATTERN_SECONDS",
    "ArchiveWords",
    "Block",
    "BlockKind",
    "Case",
    "Change",
    "Document",
    "Finding",
    "ParagraphRule",
    "PatternRule",
    "Phrase",
    "PhraseRule",
    "Place",
    "Protected",
    "Range",
    "Related",
    "Rule",
    "RunKind",
    "Safety",
    "Scope",
    "Scorer",
    "Severity",
    "Verdict",
    "any_of",
    "pattern",
]

SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
"""Words that stay in lower case in title case."""
PATTERN_SECONDS = 5.0
"""Time limit of a pattern for a block; beyond it, the rule is reported as failed."""


class Case(Struct, frozen=True):
    """An article with ⟦marks⟧ around exactly what the rule must flag.

    `fixed` is the article after all fixes, safe and unsafe; None means that there is no fix. `safety` is the
    safety of the fixes, if it differs from the rule's. `options` are set on the rule for this case. Blank
    lines separate paragraphs. A `plain` case is tested in plain text only: it is about headlines, or about
    something with another meaning in other formats.
    """

    marked: str
    fixed: str | None = None
    safety: Safety | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    plain: bool = False
    providers: Mapping[str, object] = field(default_factory=dict)
    """The providers that the rule needs, by name."""


class Scorer(Protocol):
    """A model that scores how unlikely words are in their context."""

    def score(self, texts: Sequence[str], places: Sequence[Place]) -> Sequence[float]:
        """The confidence for each place: false findings per 1,000 words."""


class Scope(StrEnum):
    """What the findings of a rule depend on."""

    BLOCK = "block"
    """The text and kind of one block; findings are reused while the block is unchanged."""
    DOCUMENT = "document"
    """Anything in the article."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Rule(Struct, frozen=True, kw_only=True, dict=True):
    """A kind of damage that is reported, and perhaps fixed.

    Override `check_block` to examine one block at a time, or `check` to examine the article.
    """

    cases: ClassVar[tuple[Case, ...]]
    severity: ClassVar[Severity] = Severity.WARNING
    safety: ClassVar[Safety] = Safety.UNSAFE
    """The highest safety of any fix of this rule."""
    may_change: ClassVar[frozenset[Protected]] = frozenset()
    """The protected things that its fixes may change."""
    default: ClassVar[bool] = True
    """Whether the rule runs by default, which its measured rates must justify."""
    needs: ClassVar[tuple[str, ...]] = ()
    """The providers that it requires; each is a field of that name, None by default."""
    wants: ClassVar[tuple[str, ...]] = ()
    """The providers that it uses if there are any, likewise."""
    kinds: ClassVar[frozenset[BlockKind]] = PROSE
    """The kinds of blocks that are passed to `check_block`."""
    scope: ClassVar[Scope] = Scope.BLOCK
    """The scope of its findings.

    Declare `Scope.DOCUMENT` when `check_block` reads `block.document`, `block.is_quoted` or anything else
    outside the block; a rule that overrides `check` has it already.
    """

    any_language: ClassVar[bool] = False
    """Whether it also applies to text in other languages."""
    reads: ClassVar[frozenset[RunKind]] = frozenset()
    """The runs of non-prose in which it may report."""

    def __init_subclass__(cls) -> None:
        """Set the scope of rules that override `check`."""
        super().__init_subclass__()
        if cls.check is not Rule.check:
            cls.scope = Scope.DOCUMENT

    @property
    def trace(self) -> str:
        """A pattern that matches in each block with a finding, or empty.

        A rule gets only blocks that may match its trace. A loose expression that is cheap to search for is
        better than a strict one; white space in it matches any. Without a trace, the rule gets every block.
        """
        return ""

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        """Yield findings in an article, each with its block.

        `candidates` are the blocks that may match the trace.
        """
        for block in candidates:
            if block.kind in self.kinds:
                for finding in self.check_block(block):
                    yield block, finding

    def check_block(self, block: Block) -> Iterator[Finding]:
        """Yield findings in a block."""
        raise NotImplementedError


class PatternRule(Rule):
    """A rule that judges each match of a `regex` expression."""

    expression: ClassVar[str]
    begins: ClassVar[str] = ""
    """An expression of `re` that ends wherever a match may begin, if that is found faster.

    `regex` tries an expression that begins with alternatives or looks back at every character.
    """

    @property
    def trace(self) -> str:
        """The expression itself."""
        return self.expression

    def check_block(self, block: Block) -> Iterator[Finding]:
        """Yield the findings for matches of the expression."""
        for match in self._matches(block.text):
            finding = self.judge(match, block)
            if finding:
                yield finding

    def _matches(self, text: str) -> list[regex.Match[str]]:
        expression = pattern(self.expression)
        if not self.begins:
            return list(expression.finditer(text, timeout=PATTERN_SECONDS))
        found, end = list[regex.Match[str]](), 0
        for place in _beginnings(self.begins).finditer(text):
            if place.end() >= end:
                match = expression.match(text, place.end(), timeout=PATTERN_SECONDS)
                if match:
                    found.append(match)
                    end = match.end()
        return found

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        """The finding for a match, or None."""
        raise NotImplementedError


@cache
def _beginnings(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


class ParagraphRule(Rule):
    """A rule that deletes paragraphs which match its expression as a whole."""

    expression: ClassVar[str]
    message: ClassVar[str]

    @property
    def trace(self) -> str:
        """The expression, anchored at both ends."""
        return rf"\A(?:{self.expression})\Z"

    def check_block(self, block: Block) -> Iterator[Finding]:
        """Yield the whole paragraph, if it matches."""
        if pattern(self.expression).fullmatch(block.text, timeout=PATTERN_SECONDS):
            yield Finding(block.whole, self.message, (Change(block.whole, ""),), safety=self.safety_of(block))

    def safety_of(self, block: Block) -> Safety | None:
        """The safety of deleting a paragraph, if lower than the rule's."""
        return None


class PhraseRule(Rule):
    """A rule made from a phrase table: a TOML file, no module."""

    expression: ClassVar[str]
    phrases: ClassVar[tuple[Phrase, ...]]
    safe_in: ClassVar[str] = ""
    """The verdict that an article must have for fixes to be safe."""

    accept: frozenset[str] = frozenset()
    """Wrong phrases of the table that are accepted, in lower case."""

    @property
    def trace(self) -> str:
        """An expression for all phrases."""
        return self.expression

    def check_block(self, block: Block) -> Iterator[Finding]:
        """Yield the findings for the phrases whose gates are open."""
        search = self._search(frozenset(filter(block.document.opens, self._gates())))
        for phrase, match in search.find(block.text, PATTERN_SECONDS):
            finding = self._judge(phrase, match, block)
            if finding:
                yield finding

    def _judge(self, phrase: Phrase, match: regex.Match[str], block: Block) -> Finding | None:
        """Suggest the right words in the case of the wrong ones."""
        written = " ".join(match[0].split())
        if phrase.wrong in self.accept or written.lower() in self.accept:
            return None
        at = Range(*match.span())
        right = tuple(
            _in_case_of(written, " ".join(frame(phrase.wrong).fill(words, match).split()))
            for words in phrase.right
        )
        message = f"“{written}” should be " + " or ".join(f"“{words}”" for words in right)
        if phrase.note:
            message += f": {phrase.note}"
        changes = (Change(at, right[0]),) if len(right) == 1 else ()
        return Finding(at, message, changes, right, safety=self._sureness(phrase, block))

    def _sureness(self, phrase: Phrase, block: Block) -> Safety | None:
        """The safety of a fix, if lower than the rule's."""
        if any(other.sure for other in self.phrases):
            return None if phrase.sure else Safety.UNSAFE
        if not self.safe_in or (not phrase.unsure and block.document.opens(self.safe_in)):
            return None
        return Safety.UNSAFE

    @classmethod
    @cache
    def _gates(cls) -> frozenset[str]:
        """The gates of the phrases."""
        return frozenset(phrase.gate for phrase in cls.phrases if phrase.gate)

    @classmethod
    @cache
    def _search(cls, gates: frozenset[str]) -> PhraseSearch:
        """A search for phrases without a gate, or with an open one."""
        return PhraseSearch(phrase for phrase in cls.phrases if not phrase.gate or phrase.gate in gates)


def _in_case_of(model: str, words: str) -> str:
    if model.isupper():
        return words.upper()
    if len(model.split()) > 1 and model.istitle():
        return " ".join(word if word in SMALL else with_capital(word) for word in words.split(" "))
    return in_case_of(model, words)
