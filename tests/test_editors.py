"""The server in a real editor, and the files that set editors up."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import regex

from newslint._version import __version__
from newslint.core.site import rule_page
from newslint.formats import FORMATS
from newslint.lsp.open_document import LANGUAGES

ROOT = Path(__file__).parents[1]
EDITORS = ROOT / "editors"
VSCODE = EDITORS / "vscode"
SESSION = Path(__file__).parent / "data/neovim_session.lua"
DAMAGED = "🗞 Police shut the the bridge.\n\nIn in May all of it went ok.\n"


def test_neovim_shows_findings_and_applies_fixes(tmp_path: Path) -> None:
    if not shutil.which("nvim"):
        pytest.skip("Neovim is missing; apt-get install neovim")
    article = tmp_path / "story.txt"
    article.write_text(DAMAGED, "utf-8")
    settings = {
        "NEWSLINT_ARTICLE": str(article),
        "NEWSLINT_COMMAND": json.dumps([sys.executable, "-m", "newslint", "server"]),
        "XDG_STATE_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
    }
    done = subprocess.run(
        ["nvim", "--headless", "--clean", "-n", "-c", f"luafile {SESSION}"],
        cwd=tmp_path,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )
    seen = json.loads(regex.search(r"(?m)^\{.*\}$", done.stdout)[0])
    assert seen["error"] is None, done.stderr
    assert seen["places"] == [  # Neovim counts bytes: the emoji has four
        [0, 17, 24, "double-word", "repeated word “the”"],
        [2, 0, 5, "double-word", "repeated word “in”"],
    ]
    assert seen["hover"].startswith(f"**[`double-word`]({rule_page('double-word')})**")
    assert (seen["title"], seen["left"]) == ("Apply all safe fixes in this file", 1)
    assert article.read_text("utf-8") == "We saw saw it.\n" + DAMAGED.replace("the the", "the")


def test_the_extension_has_the_version_and_the_languages_of_newslint() -> None:
    package = json.loads((VSCODE / "package.json").read_text("utf-8"))
    assert package["version"] == __version__
    properties = package["contributes"]["configuration"]["properties"]
    assert set(properties["newslint.languages"]["default"]) <= set(LANGUAGES)
    assert properties["newslint.command"]["scope"] == "machine"  # a workspace must not say what is started
    started = {event.removeprefix("onLanguage:") for event in package["activationEvents"]}
    assert started == set(properties["newslint.languages"]["default"])
    assert set(LANGUAGES.values()) == set(FORMATS) - {"docx"}


def test_the_extension_is_sound_typescript_and_can_be_built(tmp_path: Path) -> None:
    if not (VSCODE / "node_modules").is_dir():
        pytest.skip("npm ci in editors/vscode installs what builds the extension")
    for command in (["npm", "run", "check"], ["npm", "run", "build", "--", f"--outfile={tmp_path}/made.js"]):
        done = subprocess.run(command, cwd=VSCODE, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    node = ["node", "--check", str(tmp_path / "made.js")]
    assert subprocess.run(node, check=False).returncode == 0


def test_the_settings_of_other_editors_start_the_server() -> None:
    helix = tomllib.loads((EDITORS / "helix/languages.toml").read_text("utf-8"))
    server = helix["language-server"]["newslint"]
    assert [server["command"], *server["args"]] == ["newslint", "server"]
    assert all(language["language-servers"] == ["newslint"] for language in helix["language"])
    sublime = regex.sub(r"(?m)^//.*$", "", (EDITORS / "sublime/LSP.sublime-settings").read_text("utf-8"))
    assert json.loads(sublime)["clients"]["newslint"]["command"] == ["newslint", "server"]
    zed = tomllib.loads((EDITORS / "zed/extension.toml").read_text("utf-8"))["language_servers"]["newslint"]
    assert set(zed["language_ids"].values()) <= set(LANGUAGES)
    assert set(zed["languages"]) == set(zed["language_ids"])
    assert tomllib.loads((EDITORS / "zed/Cargo.toml").read_text("utf-8"))["package"]["version"] == __version__


@pytest.mark.parametrize("name", ["newslint.lua", "newslint_older.lua"])
def test_the_settings_of_neovim_are_lua(name: str) -> None:
    if not shutil.which("nvim"):
        pytest.skip("Neovim is missing; apt-get install neovim")
    load = f"lua assert(loadfile([[{EDITORS / 'neovim' / name}]]))"
    done = subprocess.run(
        ["nvim", "--headless", "--clean", "-c", load, "-c", "qall!"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
