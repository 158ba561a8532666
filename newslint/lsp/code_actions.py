"""Quick fixes: for one finding, a rule's, or all in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lsprotocol import types

from newslint.core.diagnostics import Diagnostic, Safety
from newslint.core.positions import Span
from newslint.core.visible import visible
from newslint.lsp.findings import diagnostics_of
from newslint.lsp.open_document import OpenDocument
from newslint.lsp.text_edits import text_edits

FIX_ALL = "source.fixAll.newslint"
LONGEST_TITLE = 80


def code_actions(
    document: OpenDocument, span: Span, only: Sequence[str] | None
) -> Iterator[types.CodeAction]:
    """Yield the actions for a span, without their edits, which `resolve` adds."""
    if _is_wanted("quickfix", only):
        shown = list(diagnostics_of(document))[bool(document.report.error) :]
        here = [
            (number, found)
            for number, found in enumerate(document.report.diagnostics)
            if found.fix and found.span.start <= span.end and span.start <= found.span.end
        ]
        for number, found in here:
            yield types.CodeAction(
                _title(found),
                types.CodeActionKind.QuickFix,
                diagnostics=[shown[number]],
                is_preferred=found.safety is Safety.SAFE,
                data=_data(document, number=number),
            )
        for rule, level in dict.fromkeys((found.rule, found.safety) for _, found in here):
            if _count(document, rule, level) > 1:
                yield types.CodeAction(
                    f"Fix all {rule} in this file" + _note(level),
                    types.CodeActionKind.QuickFix,
                    data=_data(document, rule=rule, level=level.value),
                )
    if _is_wanted(FIX_ALL, only) and any(d.safety is Safety.SAFE for d in document.report.diagnostics):
        yield types.CodeAction("Apply all safe fixes in this file", FIX_ALL, data=_data(document))


def resolve(action: types.CodeAction, document: OpenDocument) -> types.CodeAction:
    """The action with its edits, if the document is unchanged."""
    wish: dict[str, Any] = action.data if isinstance(action.data, dict) else {}
    found = document.report.diagnostics
    number = wish.get("number")
    if wish.get("version") != document.version or (number is not None and number >= len(found)):
        action.disabled = types.CodeActionDisabled("the document has changed")
        return action
    if number is not None:
        new = document.fix(found[number])
    elif rule := wish.get("rule"):
        new = document.fix_all(rule, Safety(wish.get("level", Safety.SAFE)))
    else:
        new = document.fix_all()
    if new is None:
        action.disabled = types.CodeActionDisabled("the fix would change more than it may")
    else:
        action.edit = workspace_edit(document, new)
    return action


def workspace_edit(document: OpenDocument, new: str) -> types.WorkspaceEdit:
    """The edit that replaces the text of a document."""
    identifier = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    changes = types.TextDocumentEdit(identifier, list(text_edits(document.positions, new)))
    return types.WorkspaceEdit(document_changes=[changes])


def _is_wanted(kind: str, only: Sequence[str] | None) -> bool:
    return not only or any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in only)


def _count(document: OpenDocument, rule: str, level: Safety) -> int:
    return sum(found.rule == rule and found.safety is level for found in document.report.diagnostics)


def _data(document: OpenDocument, **wish: object) -> dict[str, object]:
    return {"uri": document.uri, "version": document.version, **wish}


def _title(found: Diagnostic) -> str:
    new = found.suggestions[0] if len(found.suggestions) == 1 else None
    what = f"“{found.quote}” → “{new}”" if new else visible(found.message)
    shown = visible(what)
    return f"Fix: {shown if len(shown) <= LONGEST_TITLE else visible(found.message)[:LONGEST_TITLE]}" + _note(
        found.safety
    )


def _note(level: Safety) -> str:
    return "" if level is Safety.SAFE else " (needs review)"
