"""What SECURITY.md promises of each who has a hand in a run."""

from __future__ import annotations

import errno
import gzip
import hashlib
import json
import os
import pty
import random
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import ModuleType
from typing import IO
from unittest.mock import patch
from urllib.parse import unquote_to_bytes

import pytest
from commands import Result, newslint

import newslint as newslint_package
from newslint.config import baseline, custom_phrases, line_tables, tables
from newslint.core import cache_files, disk_cache, wheel_data
from newslint.core.cache_files import SqliteStore, seal, unseal
from newslint.core.pattern_scanner import PatternScanner
from newslint.core.site import SITE
from newslint.core.user_folders import NoFolder, cache_folder
from newslint.core.visible import visible
from newslint.core.visible import visible_output as shown_text
from newslint.engines.languagetool import answer
from newslint.learning import calibration
from newslint.runner import discovery, fix_history
from newslint.text.word_choice import archive_model

DAMAGED = "Police shut the the bridge.\n"
CHECK = ("check", "-q", "-j1", "--select", "double-word", "--output-format", "concise", ".")
FILES = 4
STORY = "Police shut the the bridge {0}.. He left .\n\n" + "It rained" + ", and rained" * 5_000 + ".\n"
"""So much text in few files that earlier results are asked for."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository to check, and a user who has configured nothing."""
    (tmp_path / "tree").mkdir()
    monkeypatch.chdir(tmp_path / "tree")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache that no other test uses."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


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
    written("own.txt", DAMAGED)
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
    ("link", "file"),
    [
        ("newslint.toml", ""),
        (".pre-commit-config.yaml", ""),
        (".gitlab-ci.yml", ""),
        (".github", "workflows/newslint.yml"),
    ],
)
@pytest.mark.parametrize("exists", [False, True])
def test_init_writes_inside_the_project_alone(link: str, file: str, exists: bool, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    if file:
        outside.mkdir()
    elif exists:
        outside.write_text("# empty\n")
    Path(".git").mkdir()
    Path(link).symlink_to(outside)
    before = outside.exists() and outside.is_file() and outside.read_text()
    result = newslint("init", "--yes")
    assert result.code == 2 or (link == ".gitlab-ci.yml" and not exists)  # nothing is at that place
    assert result.code == 0 or f"“{Path(link) / file}” leads out of" in result.err
    assert (outside.is_file() and outside.read_text()) == before
    assert not (outside / "workflows").exists()


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
    assert "is not an encoding of text files" in result.err


def test_a_configuration_nested_too_deep_is_refused() -> None:
    written("newslint.toml", "accept = " + "[" * 50_000 + "]" * 50_000)
    written("a.txt", DAMAGED)
    result = newslint("check", "a.txt")
    assert result.code == 2
    assert "newslint.toml: " in result.err


MALFORMED = ("!", "\\", "[z-a]", "[[:nope:]]x", "*a" * 3_000 + "b")


@pytest.mark.parametrize("key", ["exclude", "extend-exclude", "per-file-ignores", "formats"])
@pytest.mark.parametrize("glob", MALFORMED)
def test_a_malformed_pattern_is_refused_at_once(key: str, glob: str) -> None:
    value = {
        "per-file-ignores": f"{{ {json.dumps(glob)} = [] }}",
        "formats": f"{{ {json.dumps(glob)} = 'html' }}",
    }
    written("newslint.toml", f"{key} = " + value.get(key, f"[{json.dumps(glob)}]"))
    written("a.txt", DAMAGED)
    result = newslint("check", "a.txt")
    assert result.code == 2
    assert f"newslint.toml: {key}: “" in result.err
    assert "is not a pattern for paths" in result.err


@pytest.mark.parametrize("glob", MALFORMED)
def test_a_malformed_pattern_of_git_matches_nothing(glob: str) -> None:
    Path(".git").mkdir()
    written(".gitignore", f"{glob}\nb.txt\n")
    written("a.txt", DAMAGED)
    written("b.txt", DAMAGED)
    result = newslint("check", "--output-format", "concise", ".")
    assert result.code == 1
    assert result.err == ""
    assert result.out.startswith("a.txt:1:13: double-word")
    assert "b.txt" not in result.out


def test_patterns_of_git_are_read_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "LARGEST_GITIGNORE", 100)
    written("sub/.gitignore", "x" * 101)
    written("sub/a.txt", DAMAGED)
    written("a.txt", DAMAGED)
    result = newslint("check", "--output-format", "concise", ".")
    assert result.code == 3
    assert f"{Path('sub/.gitignore')}: error: cannot be read: larger than" in result.out
    assert "a.txt:1:13: double-word" in result.out


# Whoever else uses the machine, and what becomes of the cache.


def run(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, which says on standard error what the cache is not used for."""
    command = [sys.executable, "-m", "newslint", *args]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)


def run_to(file: IO[str], *args: str) -> None:
    """The same, with standard output in a file."""
    command = [sys.executable, "-m", "newslint", *args]
    subprocess.run(command, stdout=file, stderr=subprocess.PIPE, check=False)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that a check of many files has filled: tables, automata and results."""
    tree = tmp_path_factory.mktemp("filled")
    for number in range(FILES):
        (tree / f"{number}.txt").write_text(STORY.format(number))
    old = os.umask(0)
    try:
        done = run(*CHECK[:-1], str(tree), NEWSLINT_CACHE_DIR=str(tree / "cache"))
    finally:
        os.umask(old)
    assert done.returncode == 1
    return tree / "cache"


@pytest.fixture
def kept(filled: Path, cache: Path) -> Path:
    """A copy of that cache, and in the tree some of the files."""
    for number in range(FILES):
        written(f"{number}.txt", STORY.format(number))
    return Path(shutil.copytree(filled, cache))


def test_the_cache_is_the_users_alone(kept: Path) -> None:
    disk_cache.keep_blob("automaton", b"data")
    assert mode(kept) == 0o700
    files = list(kept.iterdir())
    assert {file.name.split("-")[0] for file in files} >= {"made", "blob", "results.sqlite"}
    assert {mode(file) for file in files} == {0o600}


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda cache: cache.chmod(0o770), "others may write to it"),
        (lambda cache: cache.chmod(0o707), "others may write to it"),
        (lambda cache: os.chown(cache, 65534, 65534), "it belongs to somebody else"),
        (lambda cache: (shutil.rmtree(cache), cache.write_text("")), "File exists"),
    ],
)
def test_a_cache_of_others_is_not_used(kept: Path, spoil: Callable[[Path], object], said: str) -> None:
    if "belongs" in said and os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    spoil(kept)
    before = sorted(kept.iterdir()) if kept.is_dir() else []
    for file in before:
        file.write_bytes(b"planted")
    done = run(*CHECK)
    assert done.stderr == f"newslint: no cache: {kept}: {said}\n"
    assert done.returncode == 1
    assert done.stdout.count("double-word") == FILES
    assert all(file.read_bytes() == b"planted" for file in before)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_cache_that_cannot_be_entered_or_named_is_done_without(tmp_path: Path) -> None:
    written("a.txt", DAMAGED)
    (tmp_path / "locked").mkdir(0o000)
    for folder in (tmp_path, *tmp_path.parents[:-1]):
        folder.chmod(folder.stat().st_mode | 0o055)
    somebody = ["setpriv", "--reuid", "54321", "--clear-groups", sys.executable, "-m", "newslint"]
    for cache, said in (
        (tmp_path / "locked/c", f"{tmp_path}/locked/c: Permission denied"),
        ("", "there is no home folder; NEWSLINT_CACHE_DIR names a place for the cache"),
    ):
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
        done = subprocess.run(
            [*somebody, *CHECK[:-1], "a.txt"],
            env=environment | {"NEWSLINT_CACHE_DIR": str(cache), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.stderr == f"newslint: no cache: {said}\n"
        assert (done.returncode, done.stdout.count("double-word")) == (1, 1)


def test_the_cache_never_lies_in_the_tree_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSLINT_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "here")
    with pytest.raises(NoFolder):
        cache_folder()


def test_a_damaged_cache_never_alters_what_is_said(kept: Path) -> None:
    sound = run(*CHECK)
    whole = {file: file.read_bytes() for file in kept.iterdir()}
    dice = random.Random(7)  # noqa: S311 - to damage files
    for _ in range(3):
        for file, data in whole.items():
            flipped = bytearray(data)
            for _ in range(3):
                flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
            file.write_bytes(flipped)
        done = run(*CHECK)
        assert (done.returncode, done.stdout, done.stderr) == (1, sound.stdout, "")


def test_an_automaton_is_taken_from_the_cache_only_if_its_checksum_fits(cache: Path) -> None:
    assert PatternScanner(["bridge"]).find(b"the bridge") == [(0, 10)]
    (blob,) = cache.glob("blob-*")
    sound = blob.read_bytes()
    blob.write_bytes(sound[:-1] + bytes([sound[-1] ^ 1]))
    with patch("hyperscan.loadb", side_effect=AssertionError("damaged bytes were loaded")):
        assert PatternScanner(["bridge"]).find(b"the bridge") == [(0, 10)]
    assert blob.read_bytes() == sound
    with patch.object(PatternScanner, "_compile", side_effect=AssertionError("it was made anew")):
        assert PatternScanner(["bridge"]).find(b"the bridge") == [(0, 10)]


def test_what_is_built_is_read_from_the_package_alone() -> None:
    written("a.txt", DAMAGED)
    command = ("check", "-q", "--output-format", "concise", "--select", "double-word", "a.txt")
    sound = run(*command)
    planted = [disk_cache.NAME, wheel_data.STAMP, PatternScanner(["bridge"])._name]
    for name in planted:
        for folder in ("newslint/built", "built"):
            written(f"{folder}/{name}", "planted")
    again = run(*command, NEWSLINT_CACHE_DIR="built")
    assert (again.returncode, again.stdout) == (1, sound.stdout)
    assert Path(newslint_package.__file__).parent / "built" == wheel_data.FOLDER


def test_an_entry_counts_for_its_key_alone(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "own/store.sqlite", 10**6)
    store.put(b"one", b"1")
    store.put(b"two", b"2")
    with sqlite3.connect(tmp_path / "own/store.sqlite") as database:
        (one,) = database.execute("SELECT report FROM results WHERE key = ?", (b"one",)).fetchone()
        database.execute("UPDATE results SET report = ? WHERE key = ?", (one, b"two"))
        database.execute("INSERT INTO results VALUES (?, ?, 0)", (b"three", "text"))
    assert store.get_many([b"one", b"two", b"three"]) == {b"one": b"1"}
    assert unseal(b"ab", seal(b"a", b"bc")) is None
    store.close()


def test_nothing_that_is_read_from_the_cache_is_executed() -> None:
    """No module that turns bytes into code or objects is used in the package at all."""
    for file in (Path(newslint_package.__file__).parent).rglob("*.py"):
        text = file.read_text("utf-8")
        assert not re.search(r"\b(?:marshal|pickle|shelve|dill)\.|import (?:marshal|pickle|shelve)", text), (
            file
        )
        assert not re.search(r"(?<![\w.])(?:exec|eval)\(", text), file


def test_drafts_of_dead_processes_are_removed(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left, alive = (tmp_path / f"made-1.{number}.draft" for number in (dead.pid, os.getppid()))
    for draft in (left, alive):
        draft.write_bytes(b"half")
    cache_files.write(tmp_path / "made-1", b"key", b"data")
    assert {file.name for file in tmp_path.iterdir()} >= {"made-1", alive.name}
    assert not left.exists()


def test_a_full_disk_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_key: bytes, _data: bytes) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(cache_files, "seal", full)
    with pytest.raises(OSError, match="No space"):
        cache_files.write(tmp_path / "made-1", b"key", b"data")
    assert not list(tmp_path.glob("made-1*"))


# The author of an article, or of its name: what is printed.

HOSTILE = "x\n::error title=pwn::y \x1b[31m\x9b2J\u202e\u2028\r::warning::z ##[group]"
"""Ends the line, commands GitHub, colours and wipes the terminal, turns the writing."""
NAME = HOSTILE.replace("/", "") + ".txt"
COMMAND = re.compile(r"(?m)^\s*::[A-Za-z]|##\[")
UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def assert_harmless(shown: str) -> None:
    assert not UNSEEN.search(shown), repr(shown)
    assert not COMMAND.search(shown), repr(shown)


PRINTING = (
    "check", "check --output-format concise", "check --statistics", "fix --prove", "facts", "config",
    "check --output-format json", "check --output-format jsonl", "check --output-format sarif",
    "facts --output-format json", "baseline", "calibrate --per-rule 1",
)  # fmt: skip


@pytest.mark.parametrize("command", PRINTING)
@pytest.mark.parametrize("name", [NAME, f"::error::{os.fsdecode(bytes([255]))}.txt"])
def test_neither_names_nor_articles_command_who_reads_the_output(command: str, name: str) -> None:
    quoted = f"the bridge, “{HOSTILE}” the mayor of {HOSTILE} said.."
    text = f"{HOSTILE} Police shut the {quoted}\n\n::error::x the the.\n"
    Path(name).write_text(text, encoding="utf-8", newline="")
    result = newslint(*command.split(), name, stdin=b"yyyy")
    assert result.out + result.err
    assert_harmless(result.out)
    assert_harmless(result.err)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", f"{HOSTILE}.gone"),
        ("check", f"--{HOSTILE}"),
        ("check", "--output-format", HOSTILE),
        (HOSTILE,),
        ("explain", HOSTILE),
        ("check", "--select", HOSTILE),
        ("check", "--config", HOSTILE),
        ("check", "--baseline", HOSTILE),
    ],
)
def test_arguments_do_not_command_who_reads_the_errors(arguments: tuple[str, ...]) -> None:
    written("a.txt", DAMAGED)
    result = newslint(*arguments)
    assert result.code in (2, 3)
    assert "error" in (result.out + result.err).lower()
    assert_harmless(result.out + result.err)


@pytest.mark.parametrize(
    "table", ['"{}" = 1', 'select = ["{}"]', '[formats]\n"*.txt" = "{}"', 'words = "{}"']
)
def test_configurations_do_not_command_who_reads_the_errors(table: str) -> None:
    written("newslint.toml", table.format(json.dumps(HOSTILE)[1:-1]))
    written("a.txt", DAMAGED)
    result = newslint("check", "a.txt")
    assert result.code == 2
    assert_harmless(result.out + result.err)


def test_a_failure_of_newslint_does_not_command_who_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError(HOSTILE)

    monkeypatch.setattr("newslint.cli.check.check_summary", fails)
    written("a.txt", DAMAGED)
    result = newslint("check", "a.txt")
    assert result.code == 3
    assert "RuntimeError" in result.err
    assert_harmless(result.err)


def test_a_log_of_github_obeys_newslint_alone() -> None:
    Path(NAME).write_text(f"{HOSTILE} Police shut the the bridge.\n", encoding="utf-8", newline="")
    result = newslint("check", "--output-format", "github", NAME)
    assert not UNSEEN.search(result.out)
    assert "##[" not in result.out
    lines = result.out.splitlines()
    assert all(re.match(r"::(?:notice|warning|error) file=", line) for line in lines)
    assert sum("double-word" in line for line in lines) == 1


def test_json_says_the_same_whatever_is_in_it() -> None:
    name = f"{NAME[:-4]}{os.fsdecode(bytes([255]))}.txt"
    Path(name).write_text(f"Rain. {HOSTILE[2:]} the the\x85bridge.\n", encoding="utf-8", newline="")
    (file,) = json.loads(newslint("check", "--output-format", "json", name).out)["files"]
    assert file["path"] == name
    assert any(found["quote"] == "the the" for found in file["diagnostics"])
    place = json.loads(newslint("check", "--output-format", "sarif", name).out)["runs"][0]["results"][0]
    uri = place["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote_to_bytes(uri) == os.fsencode(name)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “quoted”, café 🗞", "plain – “quoted”, café 🗞"),
        ("a\tb", "a b"),
        ("\x1b[2J\u202e", "<U+001B>[2J<U+202E>"),
        ("\udcff", "<U+DCFF>"),
        ("::error::x", "<U+003A>:error::x"),
        ("  ::add-mask::x", "  <U+003A>:add-mask::x"),
        ("std::vector, a :: b, :: c", "std::vector, a :: b, :: c"),
        ("a ##[error]x, ##vso[task.x]", "a <U+0023>#[error]x, <U+0023>#vso[task.x]"),
        ("## Heading", "## Heading"),
    ],
)
def test_what_is_obeyed_or_hidden_is_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown
    assert shown_text(text) == shown


PATCHED = "Police shut \x1b[31m the the bridge.\n::error::x\n"


def test_a_patch_is_exact_where_programs_read_it_and_harmless_where_people_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    written("a.txt", PATCHED)
    exact = newslint("fix", "--diff", "a.txt").out
    assert "\x1b[31m" in exact
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    shown = newslint("fix", "--diff", "a.txt").out
    assert_harmless(shown)
    assert "-Police shut <U+001B>[31m the the bridge.\n" in shown
    assert " <U+003A>:error::x\n" in shown
    with Path("a.patch").open("w") as patch_file:  # what goes into a file is for programs there too
        run_to(patch_file, "fix", "--diff", "a.txt")
    assert Path("a.patch").read_text() == exact
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "apply", "a.patch"], check=True)
    assert Path("a.txt").read_text() == newslint("fix", "-", stdin=PATCHED.encode()).out


def test_an_ordinary_patch_is_the_same_for_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_bytes("Café: the the bridge “shut”.\r\n\tNo news.\r\n".encode())
    exact = newslint("fix", "--diff", "a.txt").bytes
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert newslint("fix", "--diff", "a.txt").bytes == exact


# LanguageTool, whose answers are data.

SOUND = {
    "offset": 0,
    "length": 6,
    "message": "Odd.",
    "replacements": [{"value": "Cops"}],
    "rule": {"id": "ODD_ONE", "issueType": "grammar", "category": {"id": "X"}},
    "context": {"text": "Police", "offset": 0},
}


class Server(BaseHTTPRequestHandler):
    """Says that it is LanguageTool, and answers texts with what a test has put there."""

    answer = b""
    status = 200

    def do_GET(self) -> None:
        self._say(200, json.dumps([{"code": "en", "longCode": "en-US"}]).encode())

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        welcome = json.dumps({"software": {"version": "6.8", "buildDate": "x"}, "matches": []}).encode()
        if asked.endswith(b"text=a"):
            self._say(200, welcome)
        else:
            self._say(self.status, self.answer)

    def _say(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Result]]:
    """Checks an article with a LanguageTool that answers in some way."""
    pytest.importorskip("language_tool_python", reason="pip install 'newslint[languagetool]'")
    written("a.txt", DAMAGED)
    with HTTPServer(("127.0.0.1", 0), Server) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        monkeypatch.setenv("NEWSLINT_LT_URL", f"http://127.0.0.1:{web.server_port}")

        def check(answer: object, status: int = 200, form: str = "concise") -> Result:
            monkeypatch.setattr(
                Server, "answer", answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            )
            monkeypatch.setattr(Server, "status", status)
            return newslint(
                "check", "--no-cache", "--with", "languagetool", "--languagetool-rules", "all",
                "--output-format", form, "a.txt",
            )  # fmt: skip

        yield check
        web.shutdown()


WRONG_ANSWERS = {
    "deep": b'{"matches":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "deep in a match": json.dumps({"matches": [SOUND]}).encode()[:-3]
    + b',"x":'
    + b"[" * 50_000
    + b"]" * 50_000
    + b"}]}",
    "no JSON": b"<html>",
    "nothing": b"",
    "not UTF-8": b'{"matches": "\xff"}',
    "no matches": {},
    "a list": [],
    "null": None,
    "matches of another type": {"matches": {"0": SOUND}},
    "a match that is none": {"matches": ["Police"]},
    **{f"without {key}": {"matches": [{k: v for k, v in SOUND.items() if k != key}]} for key in SOUND},
    **{f"odd {key}": {"matches": [SOUND | {key: 1.5}]} for key in SOUND},
    "a place before the text": {"matches": [SOUND | {"offset": -3}]},
    "no length": {"matches": [SOUND | {"length": -1}]},
    "a number for a suggestion": {"matches": [SOUND | {"replacements": [{"value": 1}]}]},
}


@pytest.mark.parametrize("name", WRONG_ANSWERS)
def test_a_wrong_answer_is_an_error_of_the_engine_and_ours_still_speak(
    name: str, answering: Callable[..., Result]
) -> None:
    result = answering(WRONG_ANSWERS[name])
    assert result.code == 3
    assert "double-word" in result.out
    assert "a.txt: error: languagetool: what answers at" in result.out


def test_an_answer_that_is_too_large_is_not_read(
    answering: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer, "MAX_ANSWER", 10_000)
    result = answering({"matches": [SOUND | {"message": "x" * 20_000}]})
    assert (result.code, "double-word" in result.out) == (3, True)
    assert "the answer is larger than" in result.out
    refused = answering(b"no " * 10_000, status=400)
    assert (refused.code, "double-word" in refused.out) == (3, True)
    assert len(refused.out) < 2_000


@pytest.mark.parametrize("form", ["concise", "json", "sarif", "github"])
def test_what_an_answer_says_is_data(form: str, answering: Callable[..., Result]) -> None:
    odd = [
        SOUND | {"message": f"\ud83d{HOSTILE}", "replacements": [{"value": f"\udc00{HOSTILE}"}]},
        SOUND | {"rule": SOUND["rule"] | {"id": HOSTILE}},
        SOUND | {"offset": 10**9},
        SOUND | {"length": 10**18},
        SOUND | {"__class__": "Exploit", "rule_id": "OTHER", "error_length": 0},
    ]
    result = answering({"matches": odd, "software": HOSTILE}, form=form)
    assert result.code == 1
    assert result.out.count("languagetool/ODD_ONE") >= 2
    assert "OTHER" not in result.out
    assert not UNSEEN.search(result.out)
    assert "##[" not in result.out


def test_texts_leave_the_machine_only_where_the_user_allows_it(
    answering: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.engines.languagetool.client.loopback", lambda _: False)
    refused = answering({"matches": [SOUND]})
    assert refused.code == 3
    assert "allow-remote" in refused.out
    assert "ODD_ONE" not in refused.out
    monkeypatch.setenv("NEWSLINT_LT_ALLOW_REMOTE", "true")
    allowed = answering({"matches": [SOUND]})
    assert "ODD_ONE" in allowed.out
    assert "texts are sent to LanguageTool at" in allowed.err


def test_fixed_text_is_exact_in_a_pipe_and_harmless_on_a_terminal() -> None:
    command = [sys.executable, "-m", "newslint", "fix", "-q", "--select", "double-word", "-"]
    exact = subprocess.run(command, input=PATCHED.encode(), capture_output=True, check=True).stdout
    assert exact.decode() == PATCHED.replace("the the", "the")
    terminal, inner = pty.openpty()
    subprocess.run(command, input=PATCHED.encode(), stdout=inner, stderr=subprocess.PIPE, check=True)
    seen = os.read(terminal, 10_000).decode().replace("\r\n", "\n")
    os.close(inner)
    os.close(terminal)
    assert "Police shut <U+001B>[31m" in seen
    assert_harmless(seen)


def test_no_code_of_the_tree_is_loaded() -> None:
    """Not even by the command in that directory, where Python's own `-m` would look first."""
    for name in ("regex", "msgspec", "newslint", "click", "sitecustomize"):
        written(f"{name}.py", "open('RAN', 'w').write(__name__)")
    written("bad/__init__.py", "open('RAN', 'w').write(__name__)")
    written("bad-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: bad\nVersion: 1.0\n")
    written(
        "bad-1.0.dist-info/entry_points.txt",
        "[newslint.rules]\nbad = bad\n[newslint.providers]\nwords = bad\n",
    )
    written("a.txt", DAMAGED)
    script = "import sys; from newslint.__main__ import run; sys.argv = ['newslint', 'check', '.']; run()"
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, "double-word" in done.stdout) == (1, True)
    assert not Path("RAN").exists()


def test_decisions_choose_and_never_write() -> None:
    file = written("a.txt", DAMAGED)
    data = file.read_bytes()
    start = data.decode().index("the the")
    fix = {"rule": "double-word", "start": start, "end": start + 7, "suggestion": "the", "accept": True}
    for change, code in (({"suggestion": "EVIL"}, 1), ({"start": 0}, 1), ({}, 3), ({}, 0)):
        hashed = data + b" " if code == 3 else data
        reviewed = {
            "path": "a.txt",
            "sha256": hashlib.sha256(hashed).hexdigest(),
            "decisions": [fix | change],
        }
        written("decisions.json", json.dumps({"version": 1, "files": [reviewed]}))
        assert newslint("apply", "decisions.json").code == code
        assert (file.read_bytes() == data) == (code != 0)
    assert file.read_bytes() == data.replace(b"the the", b"the")


def test_the_page_of_a_report_obeys_nothing_in_an_article() -> None:
    written(
        "a.txt",
        f"{DAMAGED}\n\n</script><script>alert(1)</script> <img src=x onerror=alert(2)> \u202eturned\n",
    )
    newslint("report", "--html", "page.htm", "a.txt")
    page = Path("page.htm").read_text("utf-8")
    assert len(re.findall(r"(?i)<script", page)) == 2
    assert "<img" not in page
    assert "\u202e" not in page
    assert "content=\"default-src 'none'; " in page
    assert not re.search(r"""(?i)\b(?:src|href)=["'](?!#|""" + re.escape(SITE) + r"""/rules/)""", page)


def test_the_history_of_fixes_is_the_users_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_DATA_DIR", str(tmp_path / "data"))
    history = tmp_path / "data/history"
    written("a.txt", "Police shut the the bridge.\n")
    newslint("fix", "--no-history", "a.txt")
    assert not history.exists()
    written("a.txt", "Police shut the the bridge.\n")
    newslint("fix", "a.txt")
    assert mode(history) == 0o700
    assert {mode(file) for file in history.iterdir()} == {0o600}
    history.chmod(0o770)
    fix_history._open_in.cache_clear()  # as in another process
    result = newslint("undo")
    assert (result.code, "others may write to it" in result.err) == (3, True), result.err


def test_every_promise_has_its_tests() -> None:
    page = (Path(__file__).parents[1] / "SECURITY.md").read_text("utf-8")
    named = [name for comment in re.findall(r"<!--(.*?)-->", page, re.DOTALL) for name in comment.split()]
    elsewhere = [name for name in named if "::" in name]
    for module, _, name in (name.partition("::") for name in elsewhere):
        assert f"def {name}(" in Path(__file__).with_name(f"{module}.py").read_text("utf-8")
    missing = set(named) - set(elsewhere) - set(globals())
    assert not missing
    promises = re.findall(r"(?m)^- (?:.|\n(?!\n|- ))*", page)
    assert len(promises) >= 12
    assert all(promise.rstrip().endswith("-->") for promise in promises)
    own = {name for name, value in globals().items() if name.startswith("test_") and callable(value)}
    assert own - set(named) == {"test_every_promise_has_its_tests"}
