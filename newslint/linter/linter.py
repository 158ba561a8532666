"""The linter: it turns a source into a report.

No files are opened here and nothing is printed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from newslint.core.diagnostics import Diagnostic, RuleFailure, RuleInfo, RuleResults, Safety
from newslint.core.errors import ParseError
from newslint.core.grade import Grade
from newslint.core.positions import Range
from newslint.core.report import FileReport
from newslint.core.segments import DEFAULT_OPTIONS, BlockKind, ParseOptions
from newslint.core.source import Lines, Source
from newslint.fixer import fixer
from newslint.fixer.fixer import CheckResult
from newslint.formats import PLAIN, Format
from newslint.linter.engines import Engine, merge
from newslint.linter.grading import grade_articles
from newslint.linter.incremental import FindingCache
from newslint.linter.relevance import is_relevant
from newslint.linter.rule_runner import RuleRunner
from newslint.linter.suppressions import Suppressions
from newslint.rules.selection import SelectedRule
from newslint.text.document import Document, ParsedFile

MAX_FALSE_POSITIVES = 0.1
"""Per 1,000 words: one false finding in 10,000 words, or twenty articles."""
MAX_PARAGRAPH = 200_000
"""Code points; a longer paragraph is data, and would take rules too long."""

ArticleKey = tuple[tuple[BlockKind, str, int, str, tuple[Range, ...]], ...]
"""The input of rules: kind, text, flow and languages of an article's blocks."""


class Linter(Struct, frozen=True, dict=True):
    """Checks and fixes sources with a set of rules; reusable and picklable.

    Findings of statistical rules are reported up to `max_false_positives` expected false findings per
    1,000 words. `engine` checks each article after newslint's own rules.
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

        With `count_protected`, the report counts figures, names and other protected things before and after.
        """
        source, rounds = _as_source(source), _Round(self)
        try:
            return fixer.fix_until_stable(
                source, self.parse, rounds.check, level, count_protected=count_protected
            )
        except ParseError as error:
            return _unreadable(source, error)

    def grade(self, source: Source | str) -> FileReport:
        """Return the report of safe fixes, with the grade of each article."""
        source, rounds = _as_source(source), _GradedRounds(self)
        try:
            report = fixer.fix_until_stable(source, self.parse, rounds.check, Safety.SAFE)
        except ParseError as error:
            return _unreadable(source, error)
        return replace(report, grades=rounds.grades())

    def recheck(self, source: Source | str) -> FileReport:
        """Check the next version of a source; unchanged paragraphs are not rechecked.

        Call it from one thread at a time; `check` and `fix` have no state.
        """
        return self._report(_as_source(source), self._editor.check)

    def parse(self, source: Source) -> ParsedFile:
        """The articles of a source; those too long are reported and skipped.

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
        """The findings of the rules and then the engine in an article."""
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
        """The diagnostics of a file, without reuse."""
        return diagnose(parsed, self, [self.run_rules(document) for document in parsed.documents])

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


class _Round:
    """Checks successive versions of a file; reuses findings in unchanged parts."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._cache = FindingCache()
        self._known: dict[ArticleKey, RuleResults] = {}

    def check(self, parsed: ParsedFile) -> CheckResult:
        """The diagnostics of all articles, without suppressed ones."""
        known, self._known = self._known, {}
        keys = [_key(document) for document in parsed.documents]
        if any(key not in known for key in keys):
            self._cache.start_round()
        for key, document in zip(keys, parsed.documents, strict=True):
            self._known[key] = known.get(key) or self._linter.run_rules(document, self._cache)
        return diagnose(parsed, self._linter, [self._known[key] for key in keys])


class _GradedRounds(_Round):
    """Remembers the first and the last check during a fix."""

    def __init__(self, linter: Linter) -> None:
        super().__init__(linter)
        self._first: tuple[ParsedFile, CheckResult] | None = None
        self._last = CheckResult(())

    def check(self, parsed: ParsedFile) -> CheckResult:
        """The diagnostics of all articles, without suppressed ones."""
        result = super().check(parsed)
        self._first = self._first or (parsed, result)
        self._last = result
        return result

    def grades(self) -> tuple[Grade, ...]:
        """The grade of each article."""
        if self._first is None:
            return ()
        parsed, result = self._first
        grades = grade_articles(parsed, result.diagnostics, self._last.diagnostics)
        for document in parsed.documents:
            document.release()
        return grades


def diagnose(parsed: ParsedFile, linter: Linter, results: list[RuleResults]) -> CheckResult:
    """The findings as diagnostics in order, without suppressed ones."""
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
    """The message of a failure, with the line of its block."""
    if failure.block is None:
        return failure.message
    block, source = document.blocks[failure.block], parsed.source
    line, _ = Lines(source.text, source.first_line).position(block.span(block.whole).start)
    return f"{failure.message} at line {line}"


def _key(document: Document) -> ArticleKey:
    """The key of an article; flows are numbered, as names may shift."""
    flows: dict[str, int] = {}
    return tuple(
        (source.kind, source.text, flows.setdefault(source.flow, len(flows)), source.language, source.foreign)
        for source in document.sources
    )


def _as_source(source: Source | str) -> Source:
    """A text as a source.

    Raises:
        TypeError: it is neither; bytes are decoded by `Source.decode`.

    """
    if isinstance(source, Source):
        return source
    if isinstance(source, str):
        return Source(source)
    hint = "; decode them with newslint.Source.decode" if isinstance(source, bytes) else ""
    raise TypeError(f"expected a text, not {type(source).__name__}{hint}")


def _unreadable(source: Source, error: ParseError) -> FileReport:
    return FileReport(source.path, source.text, source.text, error=str(error))


def _too_long(document: Document) -> str:
    """Why an article is not prose; empty if it may be."""
    longest = max(map(len, document.texts), default=0)
    if longest <= MAX_PARAGRAPH:
        return ""
    return f"paragraph of {longest:,} characters: newslint reads up to {MAX_PARAGRAPH:,}"
