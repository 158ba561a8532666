"""The language server as an editor meets it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from newslint.core.site import rule_page
from newslint.core.source import Lines, Unit
from newslint.lsp.text_edits import text_edits
from newslint.lsp.text_positions import TextPositions

SECONDS = 60
"""More than an answer takes; a test that waits for ever tells nothing."""
DAMAGED = "🗞 Police shut the the bridge.\n\nIn in May all of it went ok.\n\nThe mayor met met the council.\n"


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[sys.executable, "-m", "newslint", "server", "--stdio"])
)
async def client(lsp_client: LanguageClient, tmp_path: Path) -> AsyncIterator[None]:
    params = types.InitializeParams(
        capabilities=client_capabilities("visual-studio-code"), root_uri=tmp_path.as_uri()
    )

    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(asked: types.RegistrationParams) -> None:
        assert [one.method for one in asked.registrations] == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]

    async with asyncio.timeout(SECONDS):
        await lsp_client.initialize_session(params)
    yield
    async with asyncio.timeout(SECONDS):
        await lsp_client.shutdown_session()


class Editor:
    """An editor with one open document."""

    def __init__(self, client: LanguageClient, uri: str) -> None:
        self.client, self.uri, self.version, self.text = client, uri, 0, ""

    async def open(self, text: str, language: str = "plaintext") -> list[types.Diagnostic]:
        self.text = text
        item = types.TextDocumentItem(self.uri, language, self.version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.findings()

    async def change(self, text: str) -> list[types.Diagnostic]:
        self.type(text)
        return await self.findings()

    def type(self, text: str) -> None:
        self.text, self.version = text, self.version + 1
        identifier = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))

    async def findings(self) -> list[types.Diagnostic]:
        async with asyncio.timeout(SECONDS):
            while True:
                await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
                return list(self.client.diagnostics[self.uri])

    async def number_of_findings(self, wanted: int) -> bool:
        """Whether there are that many findings at last; other documents are published in between."""
        async with asyncio.timeout(SECONDS):
            while len(self.client.diagnostics[self.uri]) != wanted:
                await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return True

    async def actions(
        self, at: types.Range, only: list[str | types.CodeActionKind] | None = None
    ) -> dict[str, types.CodeAction]:
        params = types.CodeActionParams(self.identifier, at, types.CodeActionContext([], only))
        async with asyncio.timeout(SECONDS):
            found = await self.client.text_document_code_action_async(params)
        return {action.title: action for action in found or () if isinstance(action, types.CodeAction)}

    async def apply(self, action: types.CodeAction) -> str:
        async with asyncio.timeout(SECONDS):
            action = await self.client.code_action_resolve_async(action)
        assert action.edit, action.disabled
        assert action.edit.document_changes
        (change,) = action.edit.document_changes
        assert isinstance(change, types.TextDocumentEdit)
        assert (change.text_document.uri, change.text_document.version) == (self.uri, self.version)
        return applied(self.text, change.edits)

    @property
    def identifier(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)


def applied(text: str, edits: Any) -> str:
    """The text after edits, counted in UTF-16 as editors do."""
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    starts = [sum(len(line) + 2 for line in lines[:number]) for number in range(len(lines))]
    data = text.encode("utf-16-le")
    for edit in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
        start, end = (starts[at.line] + 2 * at.character for at in (edit.range.start, edit.range.end))
        data = data[:start] + edit.new_text.encode("utf-16-le") + data[end:]
    return data.decode("utf-16-le")


@pytest.fixture
def editor(client: LanguageClient, tmp_path: Path) -> Callable[[str], Editor]:
    return lambda name: Editor(client, (tmp_path / name).as_uri())


ALL = types.Range(types.Position(0, 0), types.Position(99, 0))


@pytest.mark.asyncio
async def test_findings_come_as_one_types_and_go(editor: Callable[[str], Editor]) -> None:
    open_ = editor("a.txt")
    first, second, third = await open_.open(DAMAGED)
    assert (first.code, first.source, first.message) == ("double-word", "newslint", "repeated word “the”")
    assert first.range == types.Range(types.Position(0, 15), types.Position(0, 22))  # 🗞 has two units
    assert (second.range.start.line, third.range.start.line) == (2, 4)
    assert await open_.change("🗞 Police shut the bridge.\n") == []
    (again,) = await open_.change("🗞🗞 Police shut the the bridge.\n")
    assert again.range.start == types.Position(0, 17)


@pytest.mark.asyncio
async def test_one_finding_is_fixed_or_all_of_a_rule_or_all(editor: Callable[[str], Editor]) -> None:
    open_ = editor("a.txt")
    first, second, _ = await open_.open(DAMAGED)
    actions = await open_.actions(first.range)
    assert list(actions) == [
        "Fix: “the the” → “the”",
        "Fix all double-word in this file",
        "Apply all safe fixes in this file",
    ]
    one, rule, safe = actions.values()
    assert one.is_preferred
    assert list(one.diagnostics or ()) == [first]
    assert await open_.apply(one) == DAMAGED.replace("the the", "the")
    both = DAMAGED.replace("the the", "the").replace("met met", "met")
    assert await open_.apply(rule) == await open_.apply(safe) == both
    (unsafe, _) = (await open_.actions(second.range)).values()
    assert unsafe.title == "Fix: “In in” → “In” (needs review)"
    assert await open_.apply(unsafe) == DAMAGED.replace("In in", "In")
    assert list(await open_.actions(ALL, [types.CodeActionKind.SourceFixAll])) == [safe.title]
    assert await open_.actions(ALL, [types.CodeActionKind.Refactor]) == {}


@pytest.mark.asyncio
async def test_a_fix_for_an_older_text_is_not_applied(editor: Callable[[str], Editor]) -> None:
    open_ = editor("a.txt")
    await open_.open(DAMAGED)
    stale = next(iter((await open_.actions(ALL)).values()))
    await open_.change(f"x {DAMAGED}")
    resolved = await open_.client.code_action_resolve_async(stale)
    assert resolved.edit is None
    assert resolved.disabled


@pytest.mark.asyncio
async def test_hover_shows_the_page_of_the_rule(editor: Callable[[str], Editor]) -> None:
    open_ = editor("a.txt")
    found = (await open_.open(DAMAGED))[0]
    assert found.code_description == types.CodeDescription(rule_page("double-word"))
    params = types.HoverParams(open_.identifier, types.Position(0, 16))
    hover = await open_.client.text_document_hover_async(params)
    assert hover
    assert isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.value.startswith(
        f"**[`double-word`]({rule_page('double-word')})** · sentences · safe fix\n\nThe same word appears"
    )
    assert "#### What it does" in hover.contents.value
    params = types.HoverParams(open_.identifier, types.Position(0, 4))
    assert await open_.client.text_document_hover_async(params) is None


@pytest.mark.asyncio
async def test_the_lens_counts_and_its_command_fixes(editor: Callable[[str], Editor]) -> None:
    open_ = editor("a.txt")
    await open_.open(DAMAGED)
    (lens,) = await open_.client.text_document_code_lens_async(types.CodeLensParams(open_.identifier)) or ()
    assert lens.command
    assert lens.command.title == "newslint: 3 findings, 2 to fix safely"
    asked: asyncio.Future[types.ApplyWorkspaceEditParams] = asyncio.get_running_loop().create_future()

    @open_.client.feature(types.WORKSPACE_APPLY_EDIT)
    def apply_edit(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        asked.set_result(params)
        return types.ApplyWorkspaceEditResult(applied=True)

    command = types.ExecuteCommandParams(lens.command.command, arguments=[open_.uri])
    async with asyncio.timeout(SECONDS):
        await open_.client.workspace_execute_command_async(command)
        edit = (await asked).edit
    assert edit.document_changes
    assert len(edit.document_changes[0].edits) == 2


@pytest.mark.asyncio
async def test_the_configuration_is_that_of_the_command_line(
    editor: Callable[[str], Editor], tmp_path: Path
) -> None:
    config = tmp_path / "newslint.toml"
    config.write_text('accept = ["the the"]\nexclude = ["raw/"]', "utf-8")
    open_ = editor("a.txt")
    assert len(await open_.open(DAMAGED)) == 2
    assert await editor("raw/a.txt").open(DAMAGED) == []
    config.write_text("accept = 1", "utf-8")
    event = types.FileEvent(config.as_uri(), types.FileChangeType.Changed)
    open_.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    (wrong,) = await open_.findings()
    assert "newslint.toml: accept: expected" in wrong.message
    config.unlink()
    open_.client.text_document_did_save(
        types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(config.as_uri()))
    )
    assert await open_.number_of_findings(3)


@pytest.mark.parametrize(
    ("name", "language", "text", "fixed"),
    [
        ("a.md", "markdown", "---\ntitle: The the 🗞\n---\n\nWe *saw* the the x.\n", "saw* the x."),
        ("a.html", "html", "<p>🗞 We saw the the bridge &amp; left.</p>\n", "the bridge &amp;"),
        ("a.json", "json", '{"body_text": "🗞 We \\"saw\\" the the bridge."}\n', '\\"saw\\" the bridge'),
        ("a.jsonl", "jsonl", '{"text": "🗞 We saw the the bridge."}\n', "saw the bridge"),
        ("a.csv", "csv", "id,text\n1,🗞 We saw the the bridge.\n", "saw the bridge"),
        (
            "a.xml",
            "xml",
            "<nitf><body><body.content><p>We saw the the x.</p></body.content></body></nitf>",
            "saw the x",
        ),
        (
            "a.py",
            "python",
            "# 🗞\nTEXT = 'We saw the the bridge on Monday, the mayor said.'\n",
            "saw the bridge",
        ),
        ("a.unknown", "html", "<p>We saw the the bridge.</p>", "<p>We saw the bridge.</p>"),
    ],
)
@pytest.mark.asyncio
async def test_all_formats_of_text_are_checked(
    editor: Callable[[str], Editor], name: str, language: str, text: str, fixed: str
) -> None:
    open_ = editor(name)
    found = await open_.open(text, language)
    assert "double-word" in {one.code for one in found}
    safe = (await open_.actions(ALL))["Apply all safe fixes in this file"]
    assert fixed in await open_.apply(safe)


@pytest.mark.asyncio
async def test_a_file_that_cannot_be_parsed_says_so(editor: Callable[[str], Editor]) -> None:
    open_ = editor("a.json")
    (wrong,) = await open_.open("{", "json")
    assert wrong.severity is types.DiagnosticSeverity.Error
    assert await open_.actions(ALL) == {}


@pytest.mark.asyncio
async def test_a_new_document_without_a_name_is_checked(client: LanguageClient) -> None:
    assert len(await Editor(client, "untitled:Untitled-1").open(DAMAGED)) == 3


@pytest.mark.asyncio
async def test_fast_typing_in_a_long_text_ends_in_the_last_version(editor: Callable[[str], Editor]) -> None:
    open_ = editor("long.txt")
    plain = "\n\n".join(f"On day {number} the harbour was calm and quiet." for number in range(2_000))
    await open_.open(plain)
    for number in range(5):
        open_.type(f"{plain}\n\n{'x' * number}")
    open_.type(f"{plain}\n\n{DAMAGED}")
    assert len(await open_.actions(ALL.__class__(types.Position(3_999, 0), types.Position(5_000, 0)))) >= 3
    assert sum(one.code == "double-word" for one in open_.client.diagnostics[open_.uri]) == 3


@pytest.mark.asyncio
async def test_a_closed_document_has_no_findings(editor: Callable[[str], Editor]) -> None:
    open_ = editor("a.txt")
    await open_.open(DAMAGED)
    open_.client.text_document_did_close(types.DidCloseTextDocumentParams(open_.identifier))
    assert await open_.findings() == []


TEXT = "a🗞b\r\nç\u2028d\rlast"


@pytest.mark.parametrize("unit", Unit)
def test_positions_and_offsets_are_inverse(unit: Unit) -> None:
    positions = TextPositions(Lines(TEXT), unit)
    for offset in range(len(TEXT) + 1):
        if TEXT[offset - 1 : offset + 1] != "\r\n":
            assert positions.offset(positions.position(offset)) == offset
    assert positions.offset(types.Position(0, 99)) == 3
    assert positions.offset(types.Position(9, 0)) == len(TEXT)
    assert positions.offset(types.Position(3, 99)) == len(TEXT)


@pytest.mark.parametrize(
    ("old", "new"), [(TEXT, TEXT), (TEXT, ""), ("", TEXT), ("a b b c\nx\nd d", "a b c\nx\nd"), ("aa", "a")]
)
def test_edits_make_the_new_text(old: str, new: str) -> None:
    edits = text_edits(TextPositions(Lines(old)), new)
    positions = TextPositions(Lines(old))
    made = old
    for edit in reversed(edits):
        start, end = (positions.offset(at) for at in (edit.range.start, edit.range.end))
        made = made[:start] + edit.new_text + made[end:]
    assert made == new
