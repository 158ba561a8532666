"""What README.md and the pages of docs/ show is so."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import regex

from newslint.cli import COMMANDS, newslint
from newslint.cli.corpus import CorpusCommand
from newslint.cli.siblings import command as siblings
from newslint.config import user
from newslint.config.resolver import ConfigResolver, Settings
from newslint.config.schema import KEYS, LANGUAGETOOL_KEYS, nearest, read
from newslint.core.positions import Span
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.reporters import FORMATS as REPORTS
from newslint.reporters.facts.records import records
from newslint.rules import selection
from newslint.rules.families.phrase_table import read_phrase_rule
from newslint.testing.renderers.marks import unmark
from tools import picture, rules

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/**/*.md", "examples/*/*.md", "seeds/README.md")
    for path in ROOT.glob(pattern)
)
GUIDES = [name for name in PAGES if name != "CONTRIBUTING.md"]
README_BYTES = 12_000


def text(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def blocks(page: str, *languages: str) -> list[str]:
    return regex.findall(rf"```(?:{'|'.join(languages)})\n(.*?)```", text(page), regex.DOTALL)


def first_cells(page: str, head: str) -> list[str]:
    """The names in the first column of the table whose first column is called `head`."""
    table = regex.search(rf"(?m)^\| {head} \|.*\n\|[ |:-]+\n((?:\|.*\n)+)", text(page))
    assert table, f"{page} has no table of {head}"
    return [name for row in table[1].splitlines() for name in regex.findall("`([^`]+)`", row.split("|")[1])]


def test_the_readme_is_short() -> None:
    assert len(text("README.md").encode()) <= README_BYTES


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files(page: str) -> None:
    links = regex.findall(r"\]\((?![a-z]+:|#)([^)#]+)", text(page))
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize(
    "page", [name for name in PAGES if name.startswith("docs/") and name != "docs/index.md"]
)
def test_every_page_can_be_reached(page: str) -> None:
    linking = [
        name for name in PAGES if name != page and regex.search(rf"\]\([^)]*{Path(page).name}", text(name))
    ]
    assert linking


def shown_commands(page: str) -> Iterator[list[str]]:
    """The words of each command line that a page shows, in a block or in a sentence."""
    lines = [line for block in blocks(page, "console", "sh") for line in block.splitlines()]
    inline = regex.findall(r"`(newslint [a-z][^`]*)`", regex.sub(r"(?s)```.*?```", "", text(page)))
    for line in [*lines, *inline]:
        for words in regex.findall(r"(?<![\w@'.-])newslint (?=[a-z])([^#|>&]*)", line):
            yield shlex.split(words)


@pytest.mark.parametrize("page", GUIDES)
def test_commands_and_their_options_exist(page: str) -> None:
    for words in shown_commands(page):
        command: click.Command = newslint
        context = click.Context(newslint)
        while isinstance(command, click.Group) and words:
            found = command.get_command(context, words.pop(0))
            assert found, f"{words}: no such command"
            command = found
        assert option_names(words) <= options_of(command), words


@pytest.mark.parametrize("page", GUIDES)
def test_options_exist_in_some_command(page: str) -> None:
    shown = set(regex.findall(r"`(--[a-z-]+)[^`]*`", text(page)))
    assert shown <= set().union(*map(options_of, all_commands(newslint)))


def option_names(words: list[str]) -> set[str]:
    long = {word.partition("=")[0] for word in words if regex.match(r"--[a-z]", word)}
    return long | {word[:2] for word in words if regex.match(r"-[a-z]", word)}


def options_of(command: click.Command) -> set[str]:
    return {
        name
        for parameter in command.params
        for name in (*parameter.opts, *parameter.secondary_opts)
        if name.startswith("-")
    }


def all_commands(group: click.Group) -> Iterator[click.Command]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield command
        if isinstance(command, click.Group):
            yield from all_commands(command)
        if isinstance(command, CorpusCommand):
            yield siblings


def test_the_commands_are_shown() -> None:
    shown = {words[0] for page in GUIDES for words in shown_commands(page) if words}
    assert set(COMMANDS) <= shown


@pytest.mark.parametrize(
    ("page", "example"),
    [(page, code) for page in PAGES for code in blocks(page, "python") if "import newslint\n" in code],
)
def test_the_python_examples_run(
    page: str,
    example: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("articles.jsonl").write_text('{"text": "The bridge was closed.. It is old."}\n', "utf-8")
    exec(compile(example, page, "exec"), {"__name__": "__main__"})  # noqa: S102 - our own pages
    printed = capsys.readouterr().out
    fixed = [file.read_text("utf-8") for file in tmp_path.glob("*.clean.jsonl")]
    assert "bridge" in printed + "".join(fixed)


def test_the_configuration_is_understood(tmp_path: Path) -> None:
    (example,) = (
        block for block in blocks("docs/configuration.md", "toml") if block.startswith("# newslint.toml")
    )
    (tmp_path / "newslint.toml").write_text(example, "utf-8")
    assert nearest(tmp_path)
    assert ConfigResolver(Settings()).linter_of(tmp_path / "article.txt").rules


@pytest.mark.parametrize("page", ["docs/configuration.md", "docs/languagetool.md"])
def test_every_piece_of_configuration_is_valid(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "newslint.toml"
    monkeypatch.setattr(user, "user_file", lambda: file)
    for example in blocks(page, "toml"):
        file.write_text(example, "utf-8")
        assert user.languagetool() if "of the user" in example else read(file)


def test_every_key_is_documented() -> None:
    assert sorted(first_cells("docs/configuration.md", "Key")) == sorted(KEYS)
    named = {
        key
        for example in blocks("docs/languagetool.md", "toml")
        for key in regex.findall(r"(?m)^([a-z-]+) =", example)
    }
    assert named == {"engines", *LANGUAGETOOL_KEYS}


def test_every_format_is_documented() -> None:
    rows = regex.findall(r"(?m)^\| `(\w+)`[^|]*\| ([^|]+) \| `?([\w–]+)`? \|$", text("docs/formats.md"))
    assert {name: (suffixes, extra) for name, suffixes, extra in rows} == {
        made.name: (", ".join(f"`{suffix}`" for suffix in made.suffixes), made.extra or "–")
        for made in FORMATS.values()
    }


def test_every_report_is_documented() -> None:
    assert first_cells("docs/reports.md", "Format") == list(REPORTS)


def test_every_fact_is_documented() -> None:
    source = Source("Anna Novak spoke.", "story.txt")
    (facts,) = records(source, ConfigResolver(Settings()).linter_of("story.txt").parse(source).documents)
    assert first_cells("docs/reports.md", "Key")[: len(facts)] == list(facts)


@pytest.mark.parametrize("file", ["acme_newslint/rules/wording/old_paper_name.py", "tests/test_rules.py"])
def test_the_files_shown_are_those_of_the_example(file: str) -> None:
    assert text(f"examples/newslint-acme/{file}") in blocks("docs/writing-rules.md", "python")


def test_the_table_shown_is_a_rule(tmp_path: Path) -> None:
    (example,) = blocks("docs/writing-rules.md", "toml")
    (tmp_path / "ferry_lines.toml").write_text(example, "utf-8")
    rule = read_phrase_rule(tmp_path / "ferry_lines.toml")
    for case in rule.cases:
        article, marks = unmark(case.marked)
        assert [Span(*match.span()) for match in regex.finditer(rule.expression, article)] == marks


def test_the_list_of_rules_is_fresh() -> None:
    assert text("docs/rules.md") == rules.page(), "stale: python -m tools rules"


def test_the_list_of_rules_is_complete() -> None:
    assert set(first_cells("docs/rules.md", "Rule")) <= set(selection.built_in())
    assert all(f"[`{name}`]" in text("docs/rules.md") for name in selection.built_in())


@pytest.mark.parametrize("name", picture.SHOTS)
def test_the_pictures_show_what_newslint_prints(name: str) -> None:
    drawn = (ROOT / "docs" / f"{name}.svg").read_bytes()
    taken = picture.shot(picture.paragraph(text("README.md")), picture.SHOTS[name]).encode()
    assert picture.letters(drawn) == picture.letters(taken), "stale: python -m tools picture"


def test_no_feature_is_missing_without_a_reason() -> None:
    rows = regex.findall(r"(?m)^\| ([^|]+) \| (\w+) \| (.+) \|$", text("docs/features.md"))
    assert len(rows) >= 50
    assert {answer for _, answer, _ in rows} == {"yes", "partly", "no"}
    assert all(len(how.split()) >= 6 for _, answer, how in rows if answer != "yes"), "why?"
