"""The JSON Schema of `newslint.toml` says what newslint accepts."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from commands import newslint
from jsonschema import Draft7Validator, ValidationError
from test_docs import ROOT, blocks

from newslint.config.schema import KEYS, Config, read
from newslint.core.site import CONFIG_SCHEMA
from newslint.rules import selection
from tools import config_schema

SCHEMA = json.loads((files("newslint") / "config/newslint.schema.json").read_text("utf-8"))

TABLES_OF_PHRASES = {"archives.md", "writing-rules.md"}
"""Pages whose TOML is not a configuration."""


def validate(table: dict[str, Any]) -> None:
    Draft7Validator(SCHEMA).validate(table)


def tables_shown() -> Iterator[tuple[str, dict[str, Any]]]:
    """The configurations of the documentation, and those of the projects among the examples."""
    for page in sorted((ROOT / "docs").rglob("*.md")):
        if page.name in TABLES_OF_PHRASES:
            continue
        for example in blocks(page.relative_to(ROOT).as_posix(), "toml"):
            if "of the user" not in example:
                table = tomllib.loads(example)
                yield page.name, table.get("tool", {}).get("newslint", table)
    for file in sorted(ROOT.glob("examples/**/newslint.toml")):
        yield file.parent.name, tomllib.loads(file.read_text("utf-8"))


def test_the_schema_is_fresh() -> None:
    assert config_schema.run(check=True) == 0, "stale: python -m tools schema"


def test_newslint_prints_the_schema() -> None:
    assert json.loads(newslint("config", "--schema").out) == SCHEMA


def test_the_schema_is_one_that_editors_take() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert SCHEMA["$id"] == CONFIG_SCHEMA
    for part in parts(SCHEMA):
        assert "$ref" not in part or set(part) == {"$ref"}, "draft 7 ignores what stands beside a reference"


def parts(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(part)


def test_every_key_and_every_option_is_described() -> None:
    assert list(SCHEMA["properties"]) == list(KEYS)
    assert all(key["description"] for key in SCHEMA["properties"].values())
    tables = SCHEMA["definitions"]["options"]["properties"]
    options = {name: selection.option_defaults(name) for name in selection.built_in()}
    assert {name: set(table["properties"]) for name, table in tables.items()} == {
        name: set(defaults) for name, defaults in options.items() if defaults
    }
    assert all(option["description"] for table in tables.values() for option in table["properties"].values())


@pytest.mark.parametrize("table", [pytest.param(table, id=page) for page, table in tables_shown()])
def test_what_the_documentation_shows_is_valid(table: dict[str, Any]) -> None:
    validate(table)


@pytest.mark.parametrize("key", ["properties", "options"])
def test_every_default_is_valid(key: str) -> None:
    described = (
        SCHEMA["properties"] if key == "properties" else SCHEMA["definitions"]["options"]["properties"]
    )
    for name, part in described.items():
        if key == "properties":
            validate({name: part["default"]} if "default" in part else {})
        else:
            validate(
                {
                    "options": {
                        name: {o: p["default"] for o, p in part["properties"].items() if "default" in p}
                    }
                }
            )


ACCEPTED = [
    'select = ["all", "quotes", "double-word", "double-word", "acme/old-paper-name", "languagetool/A"]',
    "max-fp = 0",
    'style = "bbc"',
    '[options.double-word]\nallowed = ["had"]',
    '[options."acme/old-paper-name"]\nname = "x"',
    '[per-file-ignores]\n"a.txt" = ["quotes"]',
    '[languagetool]\nrules = "all"',
]
REFUSED = [
    'selct = ["quotes"]',
    'select = "quotes"',
    'ignore = ["qoutes"]',
    "max-fp = -1",
    'max-fp = "much"',
    'style = "tabloid"',
    '[options.double-word]\nalowed = ["had"]',
    "[options.double-word]\nallowed = 1",
    "[options.doubled-word]\nallowed = []",
    '[per-file-ignores]\n"a.txt" = ["qoutes"]',
    '[fields]\nlede = "headlin"',
    '[formats]\n"*.page" = "htm"',
    '[languagetool]\nrules = "few"',
    '[languagetool]\nurl = "http://example.org"',
    'engines = ["langtool"]',
    'cache = "yes"',
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_what_newslint_accepts_the_schema_accepts(text: str, tmp_path: Path) -> None:
    validate(tomllib.loads(text))
    (tmp_path / "newslint.toml").write_text(text, "utf-8")
    assert read(tmp_path / "newslint.toml") != Config()


@pytest.mark.parametrize("text", REFUSED)
def test_what_newslint_refuses_the_schema_refuses(text: str, tmp_path: Path) -> None:
    with pytest.raises(ValidationError):
        validate(tomllib.loads(text))
    (tmp_path / "newslint.toml").write_text(text, "utf-8")
    (tmp_path / "a.txt").write_text("It rained.\n", "utf-8")
    assert newslint("check", tmp_path / "a.txt").code == 2
