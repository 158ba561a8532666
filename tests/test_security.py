"""What SECURITY.md promises of each who has a hand in a run."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from commands import newslint

from newslint.config import baseline, custom_phrases, line_tables, tables
from newslint.learning import calibration
from newslint.text.word_choice import archive_model

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


TABLES = {
    "words": 'words = "{}"',
    "phrase-tables": 'phrase-tables = ["{}"]',
    "line-tables": 'line-tables = ["{}"]',
    "baseline": 'baseline = "{}"',
}


@pytest.fixture(params=TABLES)
def named(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """Names a file in the configuration of the tree, by one key after the other, and tells what follows."""

    def check(name: str) -> str:
        written("newslint.toml", TABLES[request.param].format(name))
        written("a.txt", DAMAGED)
        result = newslint("check", "a.txt")
        assert result.code == 2
        assert f"newslint.toml: {request.param}: “{name}” " in result.err
        return result.err

    return check


def test_what_a_project_names_lies_inside_it(named: Callable[[str], str]) -> None:
    outside = written("../outside/table.tsv", "")
    Path("link.tsv").symlink_to(outside)
    Path("folder").symlink_to(outside.parent)
    Path("round").symlink_to(Path.cwd())
    for name in (
        "../outside/table.tsv",
        str(outside.resolve()),
        "link.tsv",
        "folder/table.tsv",
        "round/../a",
    ):
        assert "leads out of" in named(name)
    assert "leads out of" in named("../outside/not-there.tsv")


def test_what_a_project_names_is_a_file_and_is_not_opened_to_find_out(named: Callable[[str], str]) -> None:
    os.mkfifo("pipe")
    Path("folder").mkdir()
    for name in ("pipe", "folder", "."):
        assert "is not a regular file" in named(name)
    Path("device").symlink_to("/dev/zero")
    assert "leads out of" in named("device")


def test_a_link_within_the_project_is_followed() -> None:
    written("tables/ours.tsv", "the the\tthe\n")
    Path("ours.tsv").symlink_to("tables/ours.tsv")
    written("newslint.toml", 'phrase-tables = ["ours.tsv"]')
    written("a.txt", DAMAGED)
    assert "own-phrase" in newslint("check", "--select", "own-phrase", "a.txt").out


def test_the_baseline_is_written_inside_the_project_alone(tmp_path: Path) -> None:
    written("a.txt", DAMAGED)
    written("newslint.toml", 'baseline = "../escaped.json"')
    assert newslint("baseline", "a.txt").code == 2
    written("newslint.toml", "")
    Path("newslint-baseline.json").symlink_to(tmp_path / "escaped.json")
    assert newslint("baseline", "a.txt").code == 2
    assert not (tmp_path / "escaped.json").exists()
    assert newslint("baseline", "--baseline", tmp_path / "asked.json", "a.txt").code == 0
    assert (tmp_path / "asked.json").exists(), "the user may put it anywhere"


@pytest.fixture
def links(tmp_path: Path) -> Path:
    """A tree with one file of its own, one link within it and three that lead out."""
    outside = written("../outside/secret.txt", DAMAGED).resolve()
    own = written("seeds/deep/own.txt", DAMAGED)
    Path("seeds/within.txt").symlink_to("deep/own.txt")
    Path("seeds/again").symlink_to("deep")
    Path("seeds/file.txt").symlink_to(outside)
    Path("seeds/deep/relative.md").symlink_to("../../../outside/gone.txt")
    Path("seeds/folder").symlink_to(outside.parent)
    Path("seeds/unknown").symlink_to(outside)
    assert own.exists()
    return tmp_path / "outside"


def test_links_that_lead_out_of_a_walk_are_skipped_and_told_once(links: Path) -> None:
    for path, name in (("seeds", "seeds/"), ("seeds/", "seeds/"), ("./seeds", "./seeds/"), (".", "./")):
        result = newslint("check", "--output-format", "concise", path)
        assert result.err == f"newslint: 3 links lead out of {name} and were skipped\n"
        assert "own.txt" in result.out
        assert "secret" not in result.out
        assert "in 1 file." in result.out
    assert newslint("fix", "seeds").code == 0
    assert (links / "secret.txt").read_text() == DAMAGED
    assert newslint("check", "-q", "seeds").err == ""


def test_every_command_that_walks_skips_them(links: Path) -> None:
    for command in ("facts", "learn boilerplate --list", "inject --out damaged", "rules --costs"):
        result = newslint(*command.split(), "seeds")
        assert result.err.count("3 links lead out of seeds/ and were skipped") == 1, command
        assert "secret" not in result.out
    assert (links / "secret.txt").read_text() == DAMAGED


def test_one_link_is_one() -> None:
    Path("a.txt").symlink_to(written("../b.txt", DAMAGED))
    assert newslint("check").err == "newslint: 1 link leads out of ./ and was skipped\n"


def test_a_link_that_was_named_is_followed(links: Path) -> None:
    assert "folder/secret.txt:1" in newslint("check", "--output-format", "concise", "seeds/folder").out
    assert newslint("fix", "seeds/file.txt").code == 0
    assert (links / "secret.txt").read_text() == "Police shut the bridge.\n"


def test_patterns_are_not_read_through_a_link() -> None:
    written(".git/HEAD", "")
    Path(".gitignore").symlink_to(written("../patterns", "a.txt\n"))
    written("a.txt", DAMAGED)
    assert newslint("check").code == 1


@pytest.mark.parametrize("name", ["newslint.toml", "newslint-calibration.json"])
def test_what_is_learned_of_a_project_is_written_inside_it(name: str, tmp_path: Path) -> None:
    Path(name).symlink_to(tmp_path / "outside")
    written("judged.json", "")
    asked = () if name == calibration.FILE else ("--file", "judged.json", "--ignore-below", "1")
    if asked:
        judged = {"1": {"rule": "double-word", "true": False}}
        written("judged.json", json.dumps({"verdicts": judged | {str(n): judged["1"] for n in range(2, 40)}}))
    result = newslint("calibrate", "--report", *asked)
    assert result.code == 2
    assert f"“{name}” leads out of" in result.err
    assert not (tmp_path / "outside").exists()


@pytest.mark.parametrize(
    ("module", "name", "text"),
    [
        (tables, "newslint.toml", "# " + "x" * 2000),
        (baseline, "newslint-baseline.json", '{"version": 1, "files": {}}' + " " * 2000),
        (custom_phrases, "ours.tsv", "# " + "x" * 2000),
        (line_tables, "lines.tsv", "## " + "x" * 2000),
        (archive_model, "house.words", "x" * 2000),
    ],
)
def test_no_more_is_read_of_a_table_than_its_limit(
    module: ModuleType, name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(
        "newslint.toml", 'words = "house.words"\nphrase-tables = ["ours.tsv"]\nline-tables = ["lines.tsv"]'
    )
    for empty in ("ours.tsv", "lines.tsv"):
        written(empty, "")
    written("a.txt", DAMAGED)
    written(name, text)
    monkeypatch.setattr(module, "LARGEST", 1000)
    result = newslint("check", "a.txt")
    assert result.code == 2
    assert f"{name}: larger than 0 MB" in result.err


def test_a_packed_table_is_unpacked_to_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(custom_phrases, "LARGEST", 1000)
    written("newslint.toml", 'phrase-tables = ["ours.tsv.gz"]')
    written("a.txt", DAMAGED)
    part = gzip.compress(b"# a comment\n" * 50)
    Path("ours.tsv.gz").write_bytes(part)
    assert newslint("check", "a.txt").code == 1
    Path("ours.tsv.gz").write_bytes(part + part)
    assert "ours.tsv.gz: larger than" in newslint("check", "a.txt").err
    Path("ours.tsv.gz").write_bytes(part[:-9])
    assert "ours.tsv.gz: cannot be unpacked" in newslint("check", "a.txt").err


@pytest.mark.parametrize(
    "name",
    ["undefined", "punycode", "idna", "unicode_escape", "utf-7", "rot13", "zlib", "a\\u0000b", "klingon"],
)
def test_an_encoding_that_is_none_of_files_is_refused_at_once(name: str) -> None:
    file = written("newslint.toml", f'encoding = "{name}"')
    written("a.txt", DAMAGED)
    result = newslint("check", "a.txt")
    assert result.code == 2
    assert f"{file}: encoding: " in result.err
    assert "is no encoding of text files" in result.err


def test_a_configuration_nested_too_deep_is_refused() -> None:
    written("newslint.toml", "accept = " + "[" * 50_000 + "]" * 50_000)
    written("a.txt", DAMAGED)
    result = newslint("check", "a.txt")
    assert result.code == 2
    assert "newslint.toml: " in result.err
