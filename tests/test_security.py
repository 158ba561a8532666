"""What SECURITY.md promises of each who has a hand in a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import newslint

DAMAGED = "Police shut the the bridge.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository to check, and a user who has configured nothing."""
    (tmp_path / "tree").mkdir()
    monkeypatch.chdir(tmp_path / "tree")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))


def written(name: str, text: str) -> Path:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


# The author of the repository.


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("home", '"tools/lt"'),
        ("url", '"http://192.0.2.1:8081"'),
        ("allow-remote", "true"),
        ("xmx", '"64g"'),
        ("timeout", "1e9"),
        ("start-timeout", "1e9"),
    ],
)
@pytest.mark.parametrize("name", ["newslint.toml", "pyproject.toml", "shared/any.toml"])
def test_a_project_cannot_say_what_is_started_or_where_texts_go(name: str, key: str, value: str) -> None:
    table = "tool.newslint.languagetool" if name == "pyproject.toml" else "languagetool"
    file = written(name, f"[{table}]\n{key} = {value}\n")
    written("a.txt", DAMAGED)
    named = ("--config", file) if name.startswith("shared") else ()
    result = newslint("check", *named, "a.txt")
    assert result.code == 2
    assert f"{file}: languagetool.{key}: " in result.err
    assert "user" in result.err, "where it may be said"
    assert f"NEWSLINT_LT_{key.upper().replace('-', '_')}" in result.err
