"""The linter: a source goes in, a report of its findings or its fixes comes out.

No files are opened here and nothing is printed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from newslint.core.diagnostics import Diagnostic, RuleFailure, RuleInfo, RuleResults, Safety
from newslint.core.errors import ParseError
from newslint.core.positions import Range
from newslint.core.report import FileReport
from newslint.core.segments import DEFAULT_OPTIONS, BlockKind, ParseOptions
from newslint.core.source import Lines, Source
from newslint.fixer import fixer
from newslint.fixer.fixer import CheckResult
from newslint.formats import PLAIN, Format
from newslint.linter.engines import Engine, merge
from newslint.linter.incremental import FindingCache
from newslint.linter.relevance import is_relevant
from newslint.linter.rule_runner import RuleRunner
from newslint.linter.suppressions import Suppressions
from newslint.rules.selection import SelectedRule
from newslint.text.document import Document, ParsedFile

MAX_FALSE_POSITIVES = 0.2
"""Per 1,000 words: one false finding in 5,000 words, or ten articles."""
MAX_PARAGRAPH = 200_000
"""Code points; a longer paragraph is data, and no rule could read it in bounded time."""

ArticleKey = tuple[tuple[BlockKind, str, int, str, tuple[Range, ...]], ...]
"""All that rules see of an article: the kind, text, flow and languages of its blocks."""


@dataclass(frozen=True)
class Linter:
    """Checks and fixes sources with one set of rules and options; reusable and picklable.

    Findings of statistical rules are reported up to `max_false_positives` expected false findings per
    1,000 words. `engine` is asked about each article after newslint's own rules.
    """

    rules: tuple[SelectedRule, ...]
    parse_options: ParseOptions = DEFAULT_OPTIONS
    suppressions: Suppressions = field(default_factory=Suppressions)
    format: Format = PLAIN
    max_false_positives: float = MAX_FALSE_POSITIVES
    engine: Engine | None = None

    def check(self, source: Source | str) -> FileReport:
        """Report what is wrong with a source."""
        return self._report(_as_source(source), self._check)

    def fix(
        self, source: Source | str, level: Safety = Safety.SAFE, *, count_protected: bool = False
    ) -> FileReport:
        """Fix a source as far as `level` allows, and report what remains.

        With `count_protected` the report counts figures, names and other protected things before and after.
        """
        source, rounds = _as_source(source), _Round(self)
        try:
            return fixer.fix_until_stable(
                source, self.parse, rounds.check, level, count_protected=count_protected
            )
        except ParseError as error:
            return _unreadable(source, error)

    def recheck(self, source: Source | str) -> FileReport:
        """Check the next version of a source, as an editor does: unchanged paragraphs are not checked again.

        Call it from one thread at a time; `check` and `fix` keep nothing between calls.
        """
        return self._report(_as_source(source), self._editor.check)

    def parse(self, source: Source) -> ParsedFile:
        """The articles of a source; one with a paragraph too long to be prose is reported and skipped.

        Raises:
            ParseError: the source cannot be parsed, or its only article is not prose.

        """
        parsed = self.format.parse(source, self.parse_options)
        if len(source.text) <= MAX_PARAGRAPH:
            return parsed
        too_long = {document.index: _too_long(document) for document in parsed.documents}
        errors = tuple(error for error in too_long.values() if error)
        if not errors:
            return parsed
        if len(errors) == len(parsed.documents):
            raise ParseError(errors[0])
        documents = tuple(
            replace(document, sources=()) if too_long[document.index] else document
            for document in parsed.documents
        )
        return replace(parsed, documents=documents, errors=parsed.errors + errors)

    def run_rules(self, document: Document, cache: FindingCache | None = None) -> RuleResults:
        """What the rules, and then the engine, find in one article."""
        own = self.runner.run(document, cache)
        if not self.engine:
            return own
        others = self.engine.findings(document)
        relevant = tuple(
            found
            for found in others.findings
            if is_relevant(document.blocks[found.block], found.finding, found.rule.category)
        )
        return merge(own, others._replace(findings=relevant))

    def _check(self, parsed: ParsedFile) -> CheckResult:
        """The diagnostics of a file that is checked once."""
        return _diagnose(parsed, self, [self.run_rules(document) for document in parsed.documents])

    def _report(self, source: Source, check: Callable[[ParsedFile], CheckResult]) -> FileReport:
        try:
            parsed = self.parse(source)
        except ParseError as error:
            return _unreadable(source, error)
        result = check(parsed)
        for document in parsed.documents:
            document.release()
        return FileReport(
            source.path,
            source.text,
            source.text,
            result.diagnostics,
            error=result.error,
            note=parsed.note,
            unread=parsed.unread,
        )

    @cached_property
    def runner(self) -> RuleRunner:
        """Runs the rules on one article."""
        return RuleRunner(self.rules)

    @cached_property
    def rule_infos(self) -> tuple[RuleInfo, ...]:
        """Name, category and documentation of each rule."""
        return tuple(selected.info for selected in self.rules)

    @cached_property
    def _editor(self) -> _Round:
        return _Round(self)

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what is computed on demand."""
        return {name: value for name, value in vars(self).items() if name in self.__dataclass_fields__}


class _Round:
    """Checks successive versions of a file and reuses the findings of what has not changed."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._cache = FindingCache()
        self._known: dict[ArticleKey, RuleResults] = {}

    def check(self, parsed: ParsedFile) -> CheckResult:
        """The diagnostics of all articles, without those that are suppressed."""
        known, self._known = self._known, {}
        keys = [_key(document) for document in parsed.documents]
        if any(key not in known for key in keys):
            self._cache.start_round()
        for key, document in zip(keys, parsed.documents, strict=True):
            self._known[key] = known.get(key) or self._linter.run_rules(document, self._cache)
        return _diagnose(parsed, self._linter, [self._known[key] for key in keys])


def _diagnose(parsed: ParsedFile, linter: Linter, results: list[RuleResults]) -> CheckResult:
    """The findings in the coordinates of the file, in order, without those that are suppressed."""
    diagnostics: list[Diagnostic] = []
    failures: dict[str, None] = {}
    for document, result in zip(parsed.documents, results, strict=True):
        failures |= dict.fromkeys(_with_line(failure, parsed, document) for failure in result.failures)
        for index, finding, rule in result.findings:
            if finding.confidence is not None and finding.confidence > linter.max_false_positives:
                continue
            block = document.blocks[index]
            if not linter.suppressions.is_accepted(block.text, finding.at):
                diagnostics.append(block.lift(finding, rule))
    remaining = linter.suppressions.filter(
        parsed,
        sorted(diagnostics, key=lambda d: (d.span, d.rule)),
        linter.rule_infos,
        linter.engine.name if linter.engine else "",
    )
    return CheckResult(remaining, parsed.errors + tuple(failures))


def _with_line(failure: RuleFailure, parsed: ParsedFile, document: Document) -> str:
    """The message of a failure, with the line of the block that it names."""
    if failure.block is None:
        return failure.message
    block, source = document.blocks[failure.block], parsed.source
    line, _ = Lines(source.text, source.first_line).position(block.span(block.whole).start)
    return f"{failure.message} at line {line}"


def _key(document: Document) -> ArticleKey:
    """The key of an article; flows are numbered, because their names may change with their places."""
    flows: dict[str, int] = {}
    return tuple(
        (source.kind, source.text, flows.setdefault(source.flow, len(flows)), source.language, source.foreign)
        for source in document.sources
    )


def _as_source(source: Source | str) -> Source:
    return Source(source) if isinstance(source, str) else source


def _unreadable(source: Source, error: ParseError) -> FileReport:
    return FileReport(source.path, source.text, source.text, error=str(error))


def _too_long(document: Document) -> str:
    """Why an article is not prose; empty if it may be."""
    longest = max((len(block.text) for block in document.blocks), default=0)
    if longest <= MAX_PARAGRAPH:
        return ""
    return f"paragraph of {longest:,} characters: newslint reads up to {MAX_PARAGRAPH:,}"
