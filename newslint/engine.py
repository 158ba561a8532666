"""Where the parts meet: a source goes in, a report of what is wrong or was repaired comes out.

No files are touched here and nothing is printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from newslint import fixer
from newslint.catalog import Active
from newslint.document import Document, Reading
from newslint.fixer import Verdict
from newslint.inspector import Findings, inspector_of
from newslint.model import Diagnostic, FileReport, Safety
from newslint.readers import PLAIN, Format
from newslint.source import Source
from newslint.suppress import Suppressions
from newslint.view import USUAL, Conventions, UnreadableProse

LONGEST_PARAGRAPH = 200_000
"""Code points; what is longer is data, and no rule could read it in bounded time."""


@dataclass(frozen=True)
class Profile:
    """What applies to one file."""

    rules: tuple[Active, ...]
    conventions: Conventions = USUAL
    suppressions: Suppressions = field(default_factory=Suppressions)
    format: Format = PLAIN


def read(source: Source, profile: Profile) -> Reading:
    """The articles in a source; those that hold what is no prose are passed over and told of.

    Raises:
        UnreadableProse: the reader can make nothing of it, or there is but one article and it is no prose.

    """
    reading = profile.format.read(source, profile.conventions)
    endless = {document.index: _endless(document) for document in reading.documents}
    errors = tuple(error for error in endless.values() if error)
    if not errors:
        return reading
    if len(errors) == len(reading.documents):
        raise UnreadableProse(errors[0])
    return replace(
        reading,
        documents=tuple(
            replace(document, parts=()) if endless[document.index] else document
            for document in reading.documents
        ),
        errors=reading.errors + errors,
    )


class Judge:
    """Says what a person should hear about a file, again and again while it is being repaired.

    An article that reads as it did the last time is not checked anew.
    """

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self._known: dict[tuple[tuple[str, str], ...], tuple[Findings, tuple[str, ...]]] = {}

    def __call__(self, reading: Reading) -> Verdict:
        """Check every article, and leave out what is suppressed."""
        known, self._known = self._known, {}
        inspect = inspector_of(self.profile.rules).findings
        heard: list[Diagnostic] = []
        failures: dict[str, None] = {}
        for document in reading.documents:
            key = tuple((str(block.kind), block.text) for block in document.blocks)
            said = known.get(key) or inspect(document)
            self._known[key] = said
            findings, broken = said
            failures |= dict.fromkeys(broken)
            for index, finding, rule in findings:
                block = document.blocks[index]
                if not self.profile.suppressions.let_pass(block.text, finding.at):
                    heard.append(block.lift(finding, rule))
        left = self.profile.suppressions.filter(
            reading, sorted(heard, key=lambda d: (d.span, d.rule)), [a.info for a in self.profile.rules]
        )
        return Verdict(left, reading.errors + tuple(failures))


def check_source(source: Source, profile: Profile) -> FileReport:
    """Report what is wrong with a source."""
    try:
        reading = read(source, profile)
    except UnreadableProse as error:
        return _unread(source, error)
    verdict = Judge(profile)(reading)
    return FileReport(
        source.path, source.text, source.text, verdict.diagnostics, error=verdict.error, note=reading.note
    )


def fix_source(
    source: Source, profile: Profile, level: Safety = Safety.SAFE, *, prove: bool = False
) -> FileReport:
    """Repair a source as far as `level` allows, and report what remains."""
    try:
        return fixer.settle(source, lambda draft: read(draft, profile), Judge(profile), level, prove=prove)
    except UnreadableProse as error:
        return _unread(source, error)


def _unread(source: Source, error: UnreadableProse) -> FileReport:
    return FileReport(source.path, source.text, source.text, error=str(error))


def _endless(document: Document) -> str:
    """Why an article is no prose, if it is none."""
    longest = max((len(block.text) for block in document.blocks), default=0)
    if longest <= LONGEST_PARAGRAPH:
        return ""
    return f"a stretch of {longest:,} characters is no paragraph; newslint reads up to {LONGEST_PARAGRAPH:,}"
