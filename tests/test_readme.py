"""What the README shows is so."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from newslint.cli import COMMANDS
from newslint.config.resolver import ConfigResolver, Settings
from newslint.config.schema import nearest
from newslint.rules import selection
from tools import picture, readme

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return regex.findall(rf"```{language}\n(.*?)```", TEXT, regex.DOTALL)


def test_the_table_of_rules_is_fresh() -> None:
    assert readme.with_table(TEXT) == TEXT, "stale: python -m tools readme"


def test_the_table_names_every_rule() -> None:
    assert all(f"[`{name}`]" in TEXT for name in selection.built_in())


@pytest.mark.parametrize("name", picture.SHOTS)
def test_the_pictures_show_what_newslint_prints(name: str) -> None:
    drawn = (ROOT / "docs" / f"{name}.svg").read_bytes()
    taken = picture.shot(picture.paragraph(TEXT), picture.SHOTS[name]).encode()
    assert picture.letters(drawn) == picture.letters(taken), "stale: python -m tools picture"


@pytest.mark.parametrize("example", [code for code in blocks("python") if "import newslint" in code])
def test_the_python_examples_run(
    example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("articles.jsonl").write_text('{"text": "The bridge was closed on on Monday."}\n', "utf-8")
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - our own README
    assert capsys.readouterr().out or any(tmp_path.glob("*.clean.jsonl"))


def test_the_configuration_is_understood(tmp_path: Path) -> None:
    (example,) = (text for text in blocks("toml") if text.startswith("# newslint.toml"))
    (tmp_path / "newslint.toml").write_text(example, "utf-8")
    assert nearest(tmp_path)
    assert ConfigResolver(Settings()).linter_of(tmp_path / "article.txt").rules


def test_the_commands_exist() -> None:
    shown = "\n".join(blocks("console") + blocks("sh"))
    used = set(regex.findall(r"^[^#\n]*newslint ([a-z]+) ", shown, regex.MULTILINE))
    assert used
    assert used <= set(COMMANDS)


def test_links_lead_to_files() -> None:
    links = regex.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT)
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]
