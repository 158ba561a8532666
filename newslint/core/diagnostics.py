"""Findings of rules, diagnostics in files, and the fixes that they offer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from newslint.core.positions import Place, Range, Span


class Safety(StrEnum):
    """How far a repair may be trusted."""

    HINT = "hint"
    """Nothing is offered, or more than one thing: a person decides."""
    UNSAFE = "unsafe"
    """Likely right, but wants eyes."""
    SAFE = "safe"
    """An editor would accept it unseen."""

    def at_most(self, other: Safety) -> Safety:
        """The lesser of two."""
        order = tuple(Safety)
        return min(self, other, key=order.index)


class Severity(StrEnum):
    """How much a finding hurts the copy, when it is true."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Protected(StrEnum):
    """What a repair must not change unless its rule holds a licence for it."""

    NUMBERS = "numbers"
    DATES = "dates"
    NAMES = "names"
    NEGATIONS = "negations"
    CURRENCY = "currency"
    URLS = "urls"
    QUOTED = "quoted words"


@dataclass(frozen=True, slots=True)
class Change:
    """Put `text` in place of a range of the same block as the finding's."""

    at: Range
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text`, written as the file demands, in place of a span of the file."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Related:
    """A place elsewhere in the article that supports a finding."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Note:
    """A related place, lifted to the file."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about one place of one block.

    `changes` repair it, all or none. `suggestions` are readings of the place for a person to choose
    from; when there are several, nothing is ever applied. `safety` lowers the rule's own. A statistical
    rule says by `confidence` how many false findings there would be in 1,000 words of clean news, if all that
    is at least as sure were reported.
    """

    at: Range
    message: str
    changes: tuple[Change, ...] = ()
    suggestions: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    safety: Safety | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that repair one diagnostic: all of them or none.

    `changes` say the same as `edits`, one for one, in the plain text of the block that `article` (which
    of the file's) and `block` (which of the article's) number from 0.
    """

    edits: tuple[Edit, ...]
    safety: Safety
    may_change: frozenset[Protected] = frozenset()
    changes: tuple[Change, ...] = ()
    article: int = 0
    block: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding in the coordinates of the file, with all that a report needs to know of it.

    `quote` is the text of the span; `sentence` the one it stands in, with white space folded: the
    key by which baselines and fingerprints know it again after lines have moved. `field` names the
    part of the file where a format has names for them: a key of JSON, a column, an element. `confidence` is
    the finding's own: expected false findings per 1,000 words, None for a rule that does not estimate. `url`
    is a page about the rule, of another engine's.
    """

    rule: str
    category: str
    severity: Severity
    span: Span
    message: str
    quote: str
    sentence: str
    fix: Fix | None = None
    suggestions: tuple[str, ...] = ()
    related: tuple[Note, ...] = ()
    field: str = ""
    confidence: float | None = None
    url: str = ""
    unfixable: str = ""
    """Why the fix of the rule cannot be applied here; empty where there is one, or none at all."""

    @property
    def safety(self) -> Safety:
        """Of the repair; `HINT` when there is none."""
        return self.fix.safety if self.fix else Safety.HINT


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What the outside knows of a rule without running it."""

    name: str
    category: str
    summary: str
    doc: str
    severity: Severity
    safety: Safety
    may_change: frozenset[Protected]
    fixable: bool
    default: bool
    needs: tuple[str, ...] = ()
    """The providers without which it has nothing to say."""
    url: str = ""
    """A page about it, where that is not newslint's."""


class BlockFinding(NamedTuple):
    """A finding, the index of its block, and the rule that reported it."""

    block: int
    finding: Finding
    rule: RuleInfo


class RuleFailure(NamedTuple):
    """Why a rule failed, and the block it took too long in, if it did."""

    message: str
    block: int | None = None


class RuleResults(NamedTuple):
    """What the rules found in one article, and which of them failed."""

    findings: tuple[BlockFinding, ...]
    failures: tuple[RuleFailure, ...] = ()
