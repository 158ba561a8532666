"""Where the parts meet: a source goes in, a report of what is wrong or was repaired comes out.

No files are touched here and nothing is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newslint import fixer
from newslint.catalog import Active
from newslint.document import USUAL, Conventions, Document
from newslint.fixer import Verdict
from newslint.model import Diagnostic, FileReport, Safety
from newslint.readers import plain
from newslint.readers.plain import UnreadableProse
from newslint.source import Source
from newslint.suppress import Suppressions


@dataclass(frozen=True)
class Profile:
    """What applies to one file."""

    rules: tuple[Active, ...]
    conventions: Conventions = USUAL
    suppressions: Suppressions = field(default_factory=Suppressions)


def read(source: Source, profile: Profile) -> Document:
    """The document in a source.

    Raises:
        UnreadableProse: the reader can make no prose of it.

    """
    return plain.read(source, profile.conventions)


def check_document(document: Document, rules: Sequence[Active]) -> Verdict:
    """What the rules say of a document, in the order of the text; a rule that crashes is named."""
    found: list[Diagnostic] = []
    failures: list[str] = []
    for active in rules:
        try:
            found += [
                block.lift(finding, active.info) for block, finding in active.rule.check_document(document)
            ]
        except Exception as error:  # noqa: BLE001 - a broken rule must not silence the others
            failures.append(f"rule {active.info.name} failed: {type(error).__name__}: {error}")
    return Verdict(tuple(sorted(found, key=lambda d: (d.span, d.rule))), tuple(failures))


def judge(document: Document, profile: Profile) -> Verdict:
    """Check and suppress: what a person should hear about a document."""
    verdict = check_document(document, profile.rules)
    heard = profile.suppressions.filter(
        document, verdict.diagnostics, [active.info for active in profile.rules]
    )
    return Verdict(heard, verdict.failures)


def check_source(source: Source, profile: Profile) -> FileReport:
    """Report what is wrong with a source."""
    try:
        verdict = judge(read(source, profile), profile)
    except UnreadableProse as error:
        return FileReport(source.path, source.text, source.text, error=str(error))
    return FileReport(source.path, source.text, source.text, verdict.diagnostics, error=verdict.error)


def fix_source(source: Source, profile: Profile, level: Safety = Safety.SAFE) -> FileReport:
    """Repair a source as far as `level` allows, and report what remains."""
    try:
        return fixer.settle(
            source,
            read=lambda draft: read(draft, profile),
            check=lambda document: judge(document, profile),
            level=level,
        )
    except UnreadableProse as error:
        return FileReport(source.path, source.text, source.text, error=str(error))
