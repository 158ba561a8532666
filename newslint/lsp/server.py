"""The language server: it checks open documents as they change."""

from __future__ import annotations

import asyncio
import os
import sys
from time import perf_counter

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from newslint._version import __version__
from newslint.config import schema
from newslint.config.resolver import ConfigResolver, Settings
from newslint.core.errors import BadRule, ConfigError
from newslint.core.positions import Span
from newslint.core.source import Unit
from newslint.lsp import code_actions
from newslint.lsp.findings import FIX_ALL, NAME, diagnostics_of, hover_of, lens_of
from newslint.lsp.open_document import OpenDocument
from newslint.lsp.text_positions import UNITS

QUICK = 0.02
"""Seconds; a document that takes longer to check is checked when the typing pauses."""
LONGEST_PAUSE = 1.0


class NewsServer(LanguageServer):
    """Open documents, and the configurations that apply to them.

    Editors send the whole text, because pygls divides lines at characters that editors do not.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__(NAME, __version__, types.TextDocumentSyncKind.Full)
        self._settings = settings or Settings()
        self.resolver = ConfigResolver(self._settings)
        self.open: dict[str, OpenDocument] = {}
        self._pending: dict[str, asyncio.TimerHandle] = {}
        self._seconds: dict[str, float] = {}
        """How long the last check of a document took."""

    @property
    def unit(self) -> Unit:
        """The unit of positions that was agreed on."""
        return UNITS[types.PositionEncodingKind(self.workspace.position_encoding)]

    def schedule(self, uri: str) -> None:
        """Check a document now, or after a pause if that takes long."""
        if pending := self._pending.pop(uri, None):
            pending.cancel()
        seconds = self._seconds.get(uri, 0.0)
        if seconds < QUICK:
            self.check(uri)
            return
        delay = min(2 * seconds, LONGEST_PAUSE)
        self._pending[uri] = asyncio.get_running_loop().call_later(delay, self.check, uri)

    def current(self, uri: str) -> OpenDocument | None:
        """A document, checked in its latest version."""
        if self._pending.get(uri):
            self.check(uri)
        return self.open.get(uri)

    def check(self, uri: str) -> None:
        """Check a document, and publish what is wrong with it."""
        if pending := self._pending.pop(uri, None):
            pending.cancel()
        text = self.workspace.get_text_document(uri)
        begun = perf_counter()
        try:
            document = self.open.get(uri) or OpenDocument(
                uri, text.language_id or "", self.resolver, self.unit
            )
        except (ConfigError, BadRule) as error:
            self._publish(uri, [_failure(str(error))], text.version)
            return
        self.open[uri] = document
        document.check(text.source, text.version)
        self._seconds[uri] = perf_counter() - begun
        self._publish(uri, list(diagnostics_of(document)), text.version)

    def close(self, uri: str) -> None:
        """Forget a document."""
        if pending := self._pending.pop(uri, None):
            pending.cancel()
        self.open.pop(uri, None)
        self._publish(uri, [], None)

    def reload(self) -> None:
        """Read the configurations again, and check all documents."""
        self.resolver = ConfigResolver(self._settings)
        self.open.clear()
        for uri in self.workspace.text_documents:
            self.check(uri)

    def _publish(self, uri: str, found: list[types.Diagnostic], version: int | None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))


def _failure(why: str) -> types.Diagnostic:
    start = types.Position(0, 0)
    return types.Diagnostic(types.Range(start, start), why, types.DiagnosticSeverity.Error, source=NAME)


def create_server(settings: Settings | None = None) -> NewsServer:  # noqa: C901 - a function for each request
    """A server with all its features."""
    server = NewsServer(settings)

    @server.feature(types.INITIALIZED)
    def initialized(made: NewsServer, _params: types.InitializedParams) -> None:
        workspace = made.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            made.client_register_capability(types.RegistrationParams([_watchers()]))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(made: NewsServer, params: types.DidOpenTextDocumentParams) -> None:
        made.check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(made: NewsServer, params: types.DidChangeTextDocumentParams) -> None:
        made.schedule(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(made: NewsServer, params: types.DidSaveTextDocumentParams) -> None:
        if os.path.basename(params.text_document.uri) in schema.FILES:  # noqa: PTH119 - it is no path
            made.reload()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(made: NewsServer, params: types.DidCloseTextDocumentParams) -> None:
        made.close(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched_files(made: NewsServer, _params: types.DidChangeWatchedFilesParams) -> None:
        made.reload()

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, code_actions.FIX_ALL], resolve_provider=True),
    )
    def code_action(made: NewsServer, params: types.CodeActionParams) -> list[types.CodeAction]:
        document = made.current(params.text_document.uri)
        if document is None:
            return []
        start, end = (document.positions.offset(at) for at in (params.range.start, params.range.end))
        actions = list(code_actions.code_actions(document, Span(start, end), params.context.only))
        if _can_resolve(made.client_capabilities):
            return actions
        return [code_actions.resolve(action, document) for action in actions]

    @server.feature(types.CODE_ACTION_RESOLVE)
    def resolve(made: NewsServer, action: types.CodeAction) -> types.CodeAction:
        uri = action.data.get("uri") if isinstance(action.data, dict) else None
        document = made.current(uri) if uri else None
        return code_actions.resolve(action, document) if document else action

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(made: NewsServer, params: types.HoverParams) -> types.Hover | None:
        document = made.current(params.text_document.uri)
        return hover_of(document, document.positions.offset(params.position)) if document else None

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    def code_lens(made: NewsServer, params: types.CodeLensParams) -> list[types.CodeLens]:
        document = made.current(params.text_document.uri)
        return [lens_of(document)] if document and document.linter else []

    @server.command(FIX_ALL)
    def fix_all(made: NewsServer, uri: str) -> None:
        document = made.current(uri)
        new = document.fix_all() if document else None
        if document and new is not None:
            edit = code_actions.workspace_edit(document, new)
            made.workspace_apply_edit(types.ApplyWorkspaceEditParams(edit, "newslint: safe fixes"))

    return server


def _watchers() -> types.Registration:
    """The request to be told when a configuration changes."""
    watchers = [types.FileSystemWatcher(f"**/{name}") for name in schema.FILES]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    return types.Registration("newslint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)


def serve() -> None:
    """Serve one editor on standard input and output until it leaves."""
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a rule prints is no message
    create_server().start_io(stdin, stdout)


def _can_resolve(client: types.ClientCapabilities) -> bool:
    """Whether the editor asks for an action's edits when choosing it."""
    document = client.text_document
    action = document.code_action if document else None
    return bool(action and action.resolve_support and "edit" in action.resolve_support.properties)
