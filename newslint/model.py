"""The words that every part of newslint speaks: places, changes, findings, diagnostics.

All places are half-open and count code points. A `Range` lies in the plain text of one block, a
`Span` in the decoded text of a file; only `Block.lift` turns one into the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


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


class Sacred(StrEnum):
    """What a repair must not change unless its rule holds a licence for it."""

    NUMBERS = "numbers"
    DATES = "dates"
    NAMES = "names"
    NEGATIONS = "negations"
    CURRENCY = "currency"
    URLS = "urls"
    QUOTED = "quoted words"


class Holds(StrEnum):
    """What a field of data, a column of a sheet or an element of XML holds."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    TEXT = "text"
    """Plain text, one or more paragraphs."""
    HTML = "html"
    """A fragment of HTML, escaped as the format around it demands."""
    NOTHING = "nothing"
    """No prose; takes back a default."""


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A place in the plain text of one block."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` that stands here."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in the decoded text of a file."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` that stands here."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A range and the block that it belongs to, by its index in the document."""

    block: int
    at: Range


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
    licence: frozenset[Sacred] = frozenset()
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
    licence: frozenset[Sacred]
    fixable: bool
    default: bool
    needs: tuple[str, ...] = ()
    """The providers without which it has nothing to say."""
    url: str = ""
    """A page about it, where that is not newslint's."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A repair that was not made, and why."""

    diagnostic: Diagnostic
    reason: str


Inventory = Mapping[Sacred, Counter[str]]
"""How often each sacred thing stands in a file."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """All that came of one file, or of one stretch of a file that is read as a stream.

    `diagnostics` are what remains to be said of `after`; `fixed` is what was repaired on the way
    from `before`, in the coordinates of the round that repaired it. Both texts are what the reader made
    of the bytes: for a Word file its paragraphs, a line each. `error` tells in words what failed, be it
    the file or a rule. `encoding` and `bom` are those of the file, so that a report can speak of its
    bytes; `output` are the repaired bytes, if a repair was made.
    """

    path: str
    before: str = ""
    after: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    fixed: tuple[Diagnostic, ...] = ()
    refused: tuple[Refusal, ...] = ()
    error: str | None = None
    encoding: str = "utf-8"
    bom: bytes = b""
    output: bytes | None = None
    transcript: bool = False
    """Whether the texts are a transcript of a file that is no text itself."""
    inventories: tuple[Inventory, Inventory] | None = None
    """The sacred things before and after the repairs, when a proof was asked for."""
    note: str = ""
    """What a person should know of how the file was read."""
    first_line: int = 1
    """Of the file, where the texts begin; lines before it are those of earlier reports."""
    first_offset: int = 0
    """The same in code points of the file after its repairs."""

    @property
    def changed(self) -> bool:
        """Whether the repairs made a difference."""
        return self.before != self.after
