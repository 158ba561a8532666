"""Where the parts meet: a source goes in, a report of what is wrong or was repaired comes out.

No files are touched here and nothing is printed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from newslint.core.diagnostics import Diagnostic, RuleInfo, Safety
from newslint.core.errors import ParseError
from newslint.core.report import FileReport
from newslint.core.segments import DEFAULT_OPTIONS, BlockKind, ParseOptions
from newslint.core.source import Lines, Source
from newslint.fixer import fixer
from newslint.fixer.fixer import CheckResult
from newslint.formats import PLAIN, Format
from newslint.linter.engines import merged
from newslint.linter.incremental import FindingCache
from newslint.linter.rule_runner import RuleRunner, Said
from newslint.linter.suppressions import Suppressions
from newslint.rules.selection import SelectedRule
from newslint.text.document import Document, ParsedFile

MAX_FP = 0.2
"""One false finding in 5,000 words, or ten articles."""
LONGEST_PARAGRAPH = 200_000
"""Code points; what is longer is data, and no rule could read it in bounded time."""


Key = tuple[tuple[BlockKind, str], ...]
"""All that rules see of an article."""


class Second(Protocol):
    """Another engine, which speaks of an article after newslint's own rules."""

    @property
    def name(self) -> str:
        """What its rules' names begin with, before a slash."""
        ...

    @property
    def print(self) -> bytes | None:
        """Changes when it might say something else; None where that cannot be known."""
        ...

    def findings(self, document: Document) -> Said:
        """What it says of an article, and why it says nothing, if it fails."""
        ...


@dataclass(frozen=True)
class Profile:
    """What applies to one file."""

    rules: tuple[SelectedRule, ...]
    conventions: ParseOptions = DEFAULT_OPTIONS
    suppressions: Suppressions = field(default_factory=Suppressions)
    format: Format = PLAIN
    max_fp: float = MAX_FP
    """What is less sure is not reported: expected false findings per 1,000 words."""
    second: Second | None = None

    @cached_property
    def inspector(self) -> RuleRunner:
        """Who asks the rules about an article."""
        return RuleRunner(self.rules)

    @cached_property
    def infos(self) -> tuple[RuleInfo, ...]:
        """What the outside knows of the rules."""
        return tuple(active.info for active in self.rules)

    def findings(self, document: Document, memory: FindingCache | None = None) -> Said:
        """What the rules say of an article, and then the second engine, where there is one."""
        own = self.inspector.findings(document, memory)
        return merged(own, self.second.findings(document)) if self.second else own


def read(source: Source, profile: Profile) -> ParsedFile:
    """The articles in a source; those that hold what is no prose are passed over and told of.

    Raises:
        UnreadableProse: the reader can make nothing of it, or there is but one article and it is no prose.

    """
    reading = profile.format.read(source, profile.conventions)
    if len(source.text) <= LONGEST_PARAGRAPH:
        return reading
    endless = {document.index: _endless(document) for document in reading.documents}
    errors = tuple(error for error in endless.values() if error)
    if not errors:
        return reading
    if len(errors) == len(reading.documents):
        raise ParseError(errors[0])
    return replace(
        reading,
        documents=tuple(
            replace(document, parts=()) if endless[document.index] else document
            for document in reading.documents
        ),
        errors=reading.errors + errors,
    )


class Judge:
    """Says what a person should hear about a file, again and again while it is edited or repaired.

    What has not changed since the last time is not checked anew.
    """

    def __init__(self, profile: Profile) -> None:
        """Judge by what applies to the file."""
        self.profile = profile
        self._memory = FindingCache()
        self._known: dict[Key, Said] = {}

    def __call__(self, reading: ParsedFile) -> CheckResult:
        """Check every article, and leave out what is suppressed."""
        known, self._known = self._known, {}
        keys = {document.index: _key(document) for document in reading.documents}
        if any(key not in known for key in keys.values()):
            self._memory.begin()

        def said(document: Document) -> Said:
            key = keys[document.index]
            self._known[key] = known.get(key) or self.profile.findings(document, self._memory)
            return self._known[key]

        return _verdict(reading, self.profile, said)


def _key(document: Document) -> Key:
    return tuple((block.kind, block.text) for block in document.blocks)


def _verdict(reading: ParsedFile, profile: Profile, said: Callable[[Document], Said]) -> CheckResult:
    """What a person should hear about the articles of a file."""
    heard: list[Diagnostic] = []
    failures: dict[str, None] = {}
    for document in reading.documents:
        findings, broken = said(document)
        failures |= dict.fromkeys(words + _line(reading, document, index) for words, index in broken)
        for index, finding, rule in findings:
            block = document.blocks[index]
            if finding.confidence is not None and finding.confidence > profile.max_fp:
                continue
            if not profile.suppressions.let_pass(block.text, finding.at):
                heard.append(block.lift(finding, rule))
    left = profile.suppressions.filter(
        reading,
        sorted(heard, key=lambda d: (d.span, d.rule)),
        profile.infos,
        profile.second.name if profile.second else "",
    )
    return CheckResult(left, reading.errors + tuple(failures))


def _line(reading: ParsedFile, document: Document, index: int | None) -> str:
    """The line where a block begins, in words."""
    if index is None:
        return ""
    block, source = document.blocks[index], reading.source
    line, _ = Lines(source.text, source.first_line).position(block.span(block.whole).start)
    return f" at line {line}"


def _only_verdict(reading: ParsedFile, profile: Profile) -> CheckResult:
    """The verdict on a file that nobody will look at again."""
    verdict = _verdict(reading, profile, profile.findings)
    for document in reading.documents:
        document.release()
    return verdict


def check_source(source: Source, profile: Profile) -> FileReport:
    """Report what is wrong with a source."""
    return check_again(source, profile, lambda reading: _only_verdict(reading, profile))


def check_again(source: Source, profile: Profile, judge: Callable[[ParsedFile], CheckResult]) -> FileReport:
    """Report what is wrong with a source by a judge who may have seen it before, as an editor shows it."""
    try:
        reading = read(source, profile)
    except ParseError as error:
        return _unread(source, error)
    verdict = judge(reading)
    return FileReport(
        source.path, source.text, source.text, verdict.diagnostics, error=verdict.error, note=reading.note
    )


def fix_source(
    source: Source, profile: Profile, level: Safety = Safety.SAFE, *, prove: bool = False
) -> FileReport:
    """Repair a source as far as `level` allows, and report what remains."""
    try:
        return fixer.settle(source, lambda draft: read(draft, profile), Judge(profile), level, prove=prove)
    except ParseError as error:
        return _unread(source, error)


def _unread(source: Source, error: ParseError) -> FileReport:
    return FileReport(source.path, source.text, source.text, error=str(error))


def _endless(document: Document) -> str:
    """Why an article is no prose, if it is none."""
    longest = max((len(block.text) for block in document.blocks), default=0)
    if longest <= LONGEST_PARAGRAPH:
        return ""
    return f"a stretch of {longest:,} characters is no paragraph; newslint reads up to {LONGEST_PARAGRAPH:,}"
