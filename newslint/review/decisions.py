"""The decision file: what a person accepted and rejected."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Literal

import msgspec
from msgspec import Struct

from newslint.core.diagnostics import Diagnostic
from newslint.core.positions import Span
from newslint.fixer.chosen import Choice

VERSION = 1
MAX_BYTES = 64_000_000
"""Bytes; a larger decision file is refused."""
Offset = int


class FindingDecision(Struct, frozen=True, forbid_unknown_fields=True):
    """What a person said of one finding.

    `start` and `end` are code points of the decoded file. `suggestion` is the chosen text, empty where the
    rule offers no more than its fix.
    """

    rule: str
    start: Offset
    end: Offset
    suggestion: str
    accept: bool

    @property
    def choice(self) -> Choice:
        """What the fixer is to apply if it is accepted."""
        return Choice(self.rule, Span(self.start, self.end), self.suggestion)


class ReviewedFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The decisions on a version of a file, and its reading."""

    path: str
    sha256: str
    decisions: tuple[FindingDecision, ...] = ()
    language_format: str | None = None
    style: str | None = None

    @property
    def accepted(self) -> tuple[Choice, ...]:
        """What to apply."""
        return tuple(decision.choice for decision in self.decisions if decision.accept)


class Decisions(Struct, frozen=True, forbid_unknown_fields=True):
    """A decision file."""

    version: Literal[1]
    files: tuple[ReviewedFile, ...]
    generator: str = ""
    """The marker by which a walk knows the file and skips it."""

    @property
    def rules(self) -> Iterator[str]:
        """The names of the rules whose fixes were accepted."""
        return (choice.rule for file in self.files for choice in file.accepted)


class BadDecisions(ValueError):
    """A file is no decision file; the message says why."""


def read(data: bytes) -> Decisions:
    """The decisions in a file.

    Raises:
        BadDecisions: it is no decision file of this version.

    """
    if len(data) > MAX_BYTES:
        raise BadDecisions(f"larger than {MAX_BYTES // 1_000_000} MB")
    try:
        content = json.loads(data)  # unlike msgspec, it reads the half of a surrogate pair
    except (ValueError, RecursionError):
        raise BadDecisions("not a decision file: it is not JSON") from None
    version = content.get("version") if isinstance(content, dict) else None
    if version != VERSION:
        raise BadDecisions(
            f"not a decision file of version {VERSION}, which a page of `newslint report` saves"
        )
    try:
        return msgspec.convert(content, Decisions)
    except msgspec.ValidationError as error:
        raise BadDecisions(f"not a decision file: {error}") from None


def hash_of(data: bytes) -> str:
    """The hash by which decisions recognise a version of a file."""
    return sha256(data).hexdigest()


def choice_of(option: Diagnostic) -> Choice:
    """The choice that applies the fix of a diagnostic."""
    return Choice(option.rule, option.span, option.suggestions[0] if len(option.suggestions) == 1 else "")
