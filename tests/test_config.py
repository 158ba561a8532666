"""The table of a project, and which project a path belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import newslint

from newslint.config.resolver import ConfigResolver, Settings
from newslint.config.schema import Config, nearest
from newslint.config.user import languagetool
from newslint.core.errors import ConfigError
from newslint.engines.languagetool.options import LanguageToolOptions

DAMAGED = "Police shut the the bridge.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def table(text: str, name: str = "newslint.toml", folder: Path = Path()) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def project_of(directory: Path):
    return ConfigResolver(Settings()).project_of(directory)


def test_every_key_is_read() -> None:
    table(
        """
        select = ["sentences"]
        extend-select = ["double-word"]
        ignore = ["quotes"]
        exclude = ["drafts/"]
        extend-exclude = ["old/"]
        accept = ["Walla Walla"]
        baseline = "known.json"
        encoding = "cp1252"
        continued-quotes = false
        report-unused-ignores = false
        [per-file-ignores]
        "wire/*.txt" = ["double-word"]
        [options.double-word]
        allowed = ["very"]
        """
    )
    project = nearest(Path.cwd())
    assert project
    assert project.config == Config(
        select=("sentences",),
        extend_select=("double-word",),
        ignore=("quotes",),
        exclude=("drafts/",),
        extend_exclude=("old/",),
        accept=("Walla Walla",),
        baseline="known.json",
        encoding="cp1252",
        continued_quotes=False,
        report_unused_ignores=False,
        per_file_ignores={"wire/*.txt": ("double-word",)},
        options={"double-word": {"allowed": ["very"]}},
    )
    assert project.baseline == Path.cwd() / "known.json"


def test_the_nearest_file_wins_and_others_say_nothing() -> None:
    table('accept = ["outer"]')
    table('ignore = ["double-word"]', folder=Path("desk"))
    assert project_of(Path("desk/sport")).config == Config(ignore=("double-word",))
    assert project_of(Path("other")).config == Config(accept=("outer",))


def test_newslint_toml_wins_over_pyproject_beside_it() -> None:
    table('[tool.newslint]\naccept = ["pyproject"]', "pyproject.toml")
    assert project_of(Path()).config.accept == ("pyproject",)
    table('accept = ["own"]')
    assert project_of(Path()).config.accept == ("own",)


@pytest.mark.parametrize("text", ["[tool.ruff]\nline-length = 9", '[project]\nkeywords = ["newslint"]'])
def test_a_pyproject_without_the_table_does_not_count(text: str) -> None:
    table('accept = ["outer"]')
    table(text, "pyproject.toml", Path("package"))
    assert project_of(Path("package")).config.accept == ("outer",)


def test_without_a_file_the_defaults_hold_from_here() -> None:
    project = project_of(Path("anywhere"))
    assert (project.root, project.file, project.config) == (Path.cwd(), None, Config())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["quotes"]', "unknown key “selct”; did you mean “select”?"),
        ('select = "quotes"', 'select: expected `array`, got `str`; write select = ["quotes"]'),
        ('extend-select = "quotes"', 'extend-select: expected `array`, got `str`; write extend-select = ["'),
        (
            '[per-file-ignores]\n"a.md" = ["names"]\n"*.md" = "quotes"',
            'per-file-ignores: expected `array`, got `str`; write "*.md" = ["quotes"]',
        ),
        ("accept = [1]", "accept[0]: expected `str`, got `int`"),
        ("select = [", "Invalid value"),
        ("[options]\ndouble-word = 1", "expected `object`, got `int`"),
    ],
)
def test_wrong_tables_name_the_file_and_the_key(text: str, said: str) -> None:
    file = table(text)
    with pytest.raises(ConfigError) as error:
        nearest(Path.cwd())
    assert str(error.value).startswith(f"{Path.cwd() / file}: ") or str(error.value).startswith(f"{file}: ")
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('select = ["doble-word"]', "unknown rule “doble-word”; did you mean “double-word”?"),
        ('ignore = ["qotes"]', "did you mean “quotes”?"),
        ('[options.double-wrd]\nallowed = ["a"]', "did you mean “double-word”?"),
        ('[options.double-word]\nalowed = ["a"]', "did you mean “allowed”?"),
        ("[options.double-word]\nallowed = 3", "Expected `array`"),
        ('[per-file-ignores]\n"*.txt" = ["doble-word"]', "did you mean “double-word”?"),
    ],
)
def test_wrong_names_exit_2_before_anything_is_written(text: str, said: str) -> None:
    Path("a.txt").write_text(DAMAGED, encoding="utf-8")
    file = table(text, folder=Path("desk"))
    Path("desk/b.txt").write_text(DAMAGED, encoding="utf-8")
    result = newslint("fix", "a.txt", "desk")
    assert result.code == 2
    assert said in result.err
    assert str(file) in result.err
    assert Path("a.txt").read_text(encoding="utf-8") == DAMAGED


def test_a_config_that_is_named_wins_and_counts_from_here() -> None:
    table('[per-file-ignores]\n"desk/*.txt" = ["double-word"]', "shared.toml", Path("elsewhere"))
    table('ignore = ["all"]', folder=Path("desk"))
    Path("desk/b.txt").write_text(DAMAGED, encoding="utf-8")
    Path("c.txt").write_text(DAMAGED, encoding="utf-8")
    result = newslint("check", "--config", "elsewhere/shared.toml", "--output-format", "concise", "-q", ".")
    assert result.out == "c.txt:1:13: double-word [*] repeated word “the”\n"


def test_per_file_ignores_options_and_accepted_words_reach_the_rules() -> None:
    table(
        'accept = ["New of of Line"]\n[options.double-word]\nallowed = ["currently"]\n'
        '[per-file-ignores]\n"wire/" = ["sentences"]'
    )
    Path("a.txt").write_text("It was currently currently cold on the the New of of Line.\n", encoding="utf-8")
    Path("wire").mkdir()
    Path("wire/b.txt").write_text(DAMAGED, encoding="utf-8")
    result = newslint("check", "--select", "double-word", "--output-format", "concise", "-q")
    assert result.out == "a.txt:1:36: double-word [*] repeated word “the”\n"


def test_an_encoding_is_read_and_written_back() -> None:
    table('encoding = "cp1252"')
    Path("a.txt").write_bytes("Café: the the bridge “shut”.\r\n".encode("cp1252"))
    assert newslint("fix", "a.txt").code == 0
    assert Path("a.txt").read_bytes() == "Café: the bridge “shut”.\r\n".encode("cp1252")


def test_the_user_says_how_languagetool_is_reached_and_the_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("NEWSLINT_LT_HOME", raising=False)
    assert languagetool() == LanguageToolOptions()
    table(
        '[languagetool]\nurl = "http://127.0.0.1:1"\ntimeout = 5\nallow-remote = true',
        folder=Path("newslint"),
    )
    assert languagetool() == LanguageToolOptions(url="http://127.0.0.1:1", timeout=5, allow_remote=True)
    monkeypatch.setenv("NEWSLINT_LT_URL", "http://127.0.0.1:2")
    monkeypatch.setenv("NEWSLINT_LT_ALLOW_REMOTE", "false")
    monkeypatch.setenv("NEWSLINT_LT_XMX", "")
    assert languagetool() == LanguageToolOptions(url="http://127.0.0.1:2", timeout=5)
    assert str(tmp_path / "newslint/newslint.toml") in newslint("config").out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[languagetool]\ntimeuot = 5", "unknown key “languagetool.timeuot”; did you mean “timeout”?"),
        ('[languagetool]\ntimeout = "soon"', "languagetool.timeout: expected `float`, got `str`"),
        ("languagetool = 1", "languagetool: expected `object`, got `int`"),
        ('ignore = ["quotes"]', "unknown key “ignore”"),
    ],
)
def test_a_wrong_table_of_the_user_exits_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    file = table(text, folder=tmp_path / "newslint")
    Path("a.txt").write_text(DAMAGED, encoding="utf-8")
    result = newslint("check", "--with", "languagetool", "a.txt")
    assert result.code == 2
    assert f"{file}: {said}" in result.err


def test_a_wrong_variable_exits_2_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_LT_START_TIMEOUT", "soon")
    Path("a.txt").write_text(DAMAGED, encoding="utf-8")
    result = newslint("check", "--with", "languagetool", "a.txt")
    assert result.code == 2
    assert "NEWSLINT_LT_START_TIMEOUT" in result.err


def test_the_file_of_the_user_configures_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    table('[languagetool]\nxmx = "2g"', folder=Path("newslint"))
    Path("newslint/a.txt").write_text(DAMAGED, encoding="utf-8")
    assert newslint("check", "newslint").code == 1
