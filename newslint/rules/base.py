"""All that an author of rules imports.

A rule is a frozen dataclass. Its fields are its options with their defaults, its docstring is its
documentation, its `cases` are its tests and the examples in `newslint explain`. The file's path is
its registration: `rules/<category>/<rule_name>.py` holds the one rule `rule-name`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import ClassVar, Protocol

import regex

from newslint.core.diagnostics import Change, Finding, Protected, Related, Safety, Severity
from newslint.core.patterns import any_of, pattern
from newslint.core.positions import Place, Range
from newslint.core.segments import PROSE, BlockKind
from newslint.text.document import Block, Document
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
    "any_of",
    "pattern",
]

SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
"""Words without capitals in a headline that has them."""
PATTERN_SECONDS = 5.0
"""The longest that one pattern may search one block before the rule is reported as failed."""


@dataclass(frozen=True)
class Case:
    """An article with ⟦marks⟧ around every place that the rule must flag, and nothing else.

    `fixed` is the article after the rule's repairs, the unsafe ones among them; None says that no
    repair is offered. `safety` is what the repairs count as, where it is not the rule's own.
    `options` are set on the rule for this case. Blank lines part paragraphs. A case that is `plain` is tried
    in plain text alone: it is about headlines, or about what means something else in the other formats.
    """

    marked: str
    fixed: str | None = None
    safety: Safety | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    plain: bool = False
    providers: Mapping[str, object] = field(default_factory=dict)
    """What provides what the rule needs, by name."""


class Scorer(Protocol):
    """A model that says how little words belong where they stand."""

    def score(self, texts: Sequence[str], places: Sequence[Place]) -> Sequence[float]:
        """For each place in the blocks of an article its confidence: false findings per 1,000 words."""


class Scope(StrEnum):
    """What a finding of a rule depends on."""

    BLOCK = "block"
    """The text and kind of one block; findings are reused while the block is unchanged."""
    DOCUMENT = "document"
    """Anything in the article."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Something that can be wrong with an article.

    Override `check_block` to look at one block at a time, or `check` to look at the article.
    """

    cases: ClassVar[tuple[Case, ...]]
    severity: ClassVar[Severity] = Severity.WARNING
    safety: ClassVar[Safety] = Safety.UNSAFE
    """The most that any fix of this rule counts as."""
    may_change: ClassVar[frozenset[Protected]] = frozenset()
    """The protected things that its fixes may change."""
    default: ClassVar[bool] = True
    """Whether the rule runs when nobody selects it; earned by measured rates."""
    needs: ClassVar[tuple[str, ...]] = ()
    """The providers that it cannot work without; each is a field of that name, None by default."""
    kinds: ClassVar[frozenset[BlockKind]] = PROSE
    """The blocks that `check_block` is given."""
    scope: ClassVar[Scope] = Scope.BLOCK
    """What its findings depend on.

    Declare `Scope.DOCUMENT` when `check_block` reads `block.document`, `block.is_quoted` or anything else
    outside the block; a rule that overrides `check` has it already.
    """

    any_language: ClassVar[bool] = False
    """Whether it also holds in text that is not English."""
    reads: ClassVar[frozenset[RunKind]] = frozenset()
    """The runs that are not prose in which it may report."""

    def __init_subclass__(cls) -> None:
        """Derive the scope of rules that look at the whole article."""
        super().__init_subclass__()
        if cls.check is not Rule.check:
            cls.scope = Scope.DOCUMENT

    @property
    def trace(self) -> str:
        """An expression that matches somewhere in every block with a finding; empty if there is none.

        A rule is given only blocks that may match its trace. A loose expression that is cheap to search
        for is better than a strict one; white space in it stands for any. Without a trace the rule is
        given every block.
        """
        return ""

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        """Yield what is wrong in an article, each finding with its block.

        `candidates` are the blocks that the trace may match.
        """
        for block in candidates:
            if block.kind in self.kinds:
                for finding in self.check_block(block):
                    yield block, finding

    def check_block(self, block: Block) -> Iterator[Finding]:
        """Yield what is wrong in one block."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class PatternRule(Rule):
    """A rule that looks for one `regex` expression and says what to make of each match."""

    expression: ClassVar[str]

    @property
    def trace(self) -> str:
        """No match, no finding."""
        return self.expression

    def check_block(self, block: Block) -> Iterator[Finding]:
        """Yield what the matches of the expression are worth."""
        found = list(pattern(self.expression).finditer(block.text, timeout=PATTERN_SECONDS))
        for match in found:
            finding = self.judge(match, block)
            if finding:
                yield finding

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        """What a match means, or None when it means nothing."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class ParagraphRule(Rule):
    """A rule about paragraphs that are nothing but what its expression says: they are to be deleted."""

    expression: ClassVar[str]
    message: ClassVar[str]

    @property
    def trace(self) -> str:
        """What is nothing but that, from the beginning to the end."""
        return rf"\A(?:{self.expression})\Z"

    def check_block(self, block: Block) -> Iterator[Finding]:
        """Yield the whole paragraph, if it is one."""
        if pattern(self.expression).fullmatch(block.text, timeout=PATTERN_SECONDS):
            yield Finding(block.whole, self.message, (Change(block.whole, ""),), safety=self.sureness(block))

    def sureness(self, block: Block) -> Safety | None:
        """How safe it is to delete a paragraph, where that is less than the rule's own safety."""
        return None


@dataclass(frozen=True)
class Phrase:
    """An entry of a phrase table: the wrong words, and what they should be.

    A small letter of the wrong words stands for either case, a capital for itself alone, so that
    “Washington Publish” is not found where somebody must publish.
    """

    wrong: str
    right: tuple[str, ...]
    condition: str = ""
    """An expression that what follows the wrong words must match."""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PhraseRule(PatternRule):
    """A rule that is a table of phrases; the table is a TOML file where a module would stand."""

    phrases: ClassVar[tuple[Phrase, ...]]

    accept: frozenset[str] = frozenset()
    """Wrong phrases of the table to let pass, in lower case."""

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        """Offer the right words in the case of the wrong ones."""
        said = " ".join(match[0].split())
        phrase = self._table()[said.lower()]
        if phrase.wrong in self.accept:
            return None
        at = Range(*match.span())
        right = tuple(_cased_as(said, words) for words in phrase.right)
        message = f"“{said}” should be " + " or ".join(f"“{words}”" for words in right)
        if phrase.note:
            message += f": {phrase.note}"
        changes = (Change(at, right[0]),) if len(right) == 1 else ()
        return Finding(at, message, changes, right)

    @classmethod
    @cache
    def _table(cls) -> dict[str, Phrase]:
        return {phrase.wrong.lower(): phrase for phrase in cls.phrases}


def phrase_expression(phrases: tuple[Phrase, ...]) -> str:
    """The expression that finds any phrase as whole words, the longest first."""
    longest_first = sorted(phrases, key=lambda phrase: len(phrase.wrong), reverse=True)
    return rf"\b(?:{'|'.join(map(_found_as, longest_first))})"


def _found_as(phrase: Phrase) -> str:
    words = r"\s+".join(map(_either_case, phrase.wrong.split()))
    return rf"{words}\b(?={phrase.condition})" if phrase.condition else rf"{words}\b"


def _either_case(word: str) -> str:
    return "".join(
        f"[{letter}{letter.upper()}]" if letter.islower() else regex.escape(letter) for letter in word
    )


def _cased_as(model: str, words: str) -> str:
    if model.isupper():
        return words.upper()
    if len(model.split()) > 1 and model.istitle():
        return " ".join(word if word in SMALL else word[:1].upper() + word[1:] for word in words.split(" "))
    return words[:1].upper() + words[1:] if model[:1].isupper() else words
