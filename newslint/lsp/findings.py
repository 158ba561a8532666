"""Findings as an editor shows them: diagnostics, hover and lens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lsprotocol import types

from newslint.core.diagnostics import Diagnostic, Safety, Severity
from newslint.core.positions import Span
from newslint.core.visible import visible
from newslint.linter.rule_info import info_of
from newslint.lsp.open_document import OpenDocument
from newslint.reporters.tally import count_noun

NAME = "newslint"
FIX_ALL = "newslint.fixAll"
"""The command that applies all safe fixes of a document."""
VERDICTS = frozenset({"scraped-article", "spun-article", "translated-article"})
"""Rules that judge a whole article."""
SEVERITIES = {
    Severity.INFO: types.DiagnosticSeverity.Information,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.ERROR: types.DiagnosticSeverity.Error,
}
SAFETIES = {
    Safety.SAFE: "safe fix",
    Safety.UNSAFE: "fix that needs review",
    Safety.HINT: "no fix: a person decides",
}


def diagnostics_of(document: OpenDocument) -> Iterator[types.Diagnostic]:
    """Yield the failure and the findings of a document."""
    if document.report.error:
        start = document.positions.range(Span(0, 0))
        yield types.Diagnostic(
            start, visible(document.report.error), types.DiagnosticSeverity.Error, source=NAME
        )
    for number, found in enumerate(document.report.diagnostics):
        yield _diagnostic(found, number, document)


def _diagnostic(found: Diagnostic, number: int, document: OpenDocument) -> types.Diagnostic:
    url = found.url or info_of(found.rule).url
    return types.Diagnostic(
        document.positions.range(found.span),
        visible(found.message),
        SEVERITIES[found.severity],
        code=found.rule,
        code_description=types.CodeDescription(url) if url else None,
        source=NAME,
        related_information=[
            types.DiagnosticRelatedInformation(
                types.Location(document.uri, document.positions.range(note.span)), visible(note.message)
            )
            for note in found.related
        ],
        data=number,
    )


def hover_of(document: OpenDocument, offset: int) -> types.Hover | None:
    """The pages of the rules that have a finding at an offset."""
    here = [found for found in document.report.diagnostics if found.span.start <= offset <= found.span.end]
    if not here:
        return None
    text = "\n\n---\n\n".join(_page(found) for found in here)
    return types.Hover(
        types.MarkupContent(types.MarkupKind.Markdown, text), document.positions.range(here[0].span)
    )


def _page(found: Diagnostic) -> str:
    info = info_of(found.rule)
    url = found.url or info.url
    head = f"[`{found.rule}`]({url})" if url else f"`{found.rule}`"
    return f"**{head}** · {info.category} · {SAFETIES[found.safety]}\n\n{info.doc.replace('## ', '#### ')}"


def lens_of(document: OpenDocument) -> types.CodeLens:
    """A line above the document: its verdict and number of findings."""
    found = document.report.diagnostics
    verdicts = [visible(diagnostic.message) for diagnostic in found if diagnostic.rule in VERDICTS]
    counts = Counter(diagnostic.safety for diagnostic in found)
    safe = counts[Safety.SAFE]
    findings = count_noun(len(found), "finding")
    title = " · ".join([f"newslint: {findings}" + (f", {safe} to fix safely" if safe else ""), *verdicts])
    command = types.Command(title, FIX_ALL if safe else "", arguments=[document.uri] if safe else None)
    return types.CodeLens(document.positions.range(Span(0, 0)), command)
