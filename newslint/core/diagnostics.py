"""Findings of rules, diagnostics in files, and their fixes."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from newslint.core.positions import Place, Range, Span


class Safety(StrEnum):
    """How safe a fix is."""

    HINT = "hint"
    """No fix, or several suggestions: a person decides."""
    UNSAFE = "unsafe"
    """Likely right, but needs review."""
    SAFE = "safe"
    """Right without review."""

    def at_most(self, other: Safety) -> Safety:
        """The lesser of two."""
        order = tuple(Safety)
        return min(self, other, key=order.index)


class Severity(StrEnum):
    """How serious a true finding is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Protected(StrEnum):
    """What a fix may change only if its rule declares it."""

    NUMBERS = "numbers"
    DATES = "dates"
    NAMES = "names"
    NEGATIONS = "negations"
    CURRENCY = "currency"
    URLS = "urls"
    QUOTED = "quoted words"


class Change(Struct, frozen=True):
    """Replace a range of the finding's block with `text`."""

    at: Range
    text: str


class Edit(Struct, frozen=True):
    """Replace a span of the file with `text`, encoded as needed."""

    span: Span
    text: str


class Related(Struct, frozen=True):
    """Another place in the article that supports a finding."""

    place: Place
    message: str


class Note(Struct, frozen=True):
    """A related place, in file coordinates."""

    span: Span
    message: str


class Finding(Struct, frozen=True):
    """What a rule reports at a place of a block.

    `changes` fix it, all or none. `suggestions` are possible texts for a person to choose from; if there are
    several, none is ever applied. `safety` lowers the rule's own. The `confidence` of a statistical rule is
    the number of false findings per 1,000 words of clean news at this threshold.
    """

    at: Range
    message: str
    changes: tuple[Change, ...] = ()
    suggestions: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    safety: Safety | None = None
    confidence: float | None = None


class Fix(Struct, frozen=True):
    """The edits that fix a diagnostic, all or none.

    `changes` are the same as `edits`, one for one, in the plain text of block number `block` of article
    number `article`, both from 0.
    """

    edits: tuple[Edit, ...]
    safety: Safety
    may_change: frozenset[Protected] = frozenset()
    changes: tuple[Change, ...] = ()
    article: int = 0
    block: int = 0


class Diagnostic(Struct, frozen=True):
    """A finding in file coordinates, with all that a report needs.

    `quote` is the text of the span, and `sentence` the sentence around it with white space folded, by which
    baselines and fingerprints recognise it when lines have moved. `field` is the name of the part of the
    file, if the format has names: a JSON key, a column, an element. `confidence` is the finding's own, None
    if its rule does not estimate it. `url` is the page of the rule; empty for rules of packages.
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
    """Why the rule's fix cannot be applied here; empty if it can, or there is none."""
    article: int = 0
    """The number of its article in the file, from 0."""

    @property
    def safety(self) -> Safety:
        """The safety of the fix; `HINT` if there is none."""
        return self.fix.safety if self.fix else Safety.HINT


class RuleInfo(Struct, frozen=True):
    """What is known of a rule without running it."""

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
    """The providers that it requires."""
    wants: tuple[str, ...] = ()
    """The providers that it uses if there are any."""
    url: str = ""
    """Its page; empty for rules of packages."""


class BlockFinding(NamedTuple):
    """A finding, the index of its block, and its rule."""

    block: int
    finding: Finding
    rule: RuleInfo


class RuleFailure(NamedTuple):
    """Why a rule failed, and in which block it timed out."""

    message: str
    block: int | None = None


class RuleResults(NamedTuple):
    """The findings in an article, and the rules that failed."""

    findings: tuple[BlockFinding, ...]
    failures: tuple[RuleFailure, ...] = ()
