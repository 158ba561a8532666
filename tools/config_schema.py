"""The JSON Schema of `newslint.toml`, made from the classes that read it."""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import msgspec
from msgspec import Struct

from newslint.config.house_styles import styles
from newslint.config.schema import Config
from newslint.core.site import CONFIG_SCHEMA
from newslint.engines.languagetool.names import ENGINE, RULE
from newslint.engines.languagetool.options import LanguageToolRules
from newslint.formats import FORMATS
from newslint.rules import selection
from newslint.rules.base import Rule
from tools.generated import ROOT, settle

FILE = ROOT / "newslint" / "config" / "newslint.schema.json"
OF_A_PACKAGE = "^[a-z0-9_.-]+/[a-z0-9-]+$"
"""The name of a rule of an installed package."""
LONG = 20
"""Entries of a list."""
TABLE = "table of newslint.toml, and [tool.newslint] of pyproject.toml"


def run(*, check: bool) -> int:
    """Write the schema, or only report whether it is stale."""
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    return settle({FILE: text.encode()}, check=check)


def schema() -> dict[str, Any]:
    """The schema, in the dialect that the catalogue of SchemaStore takes."""
    notes = notes_of(Config)
    properties = {
        field.encode_name.replace("_", "-"): _property(field, notes[field.name])
        for field in msgspec.structs.fields(Config)
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": CONFIG_SCHEMA,
        "title": "newslint",
        "description": f"The {TABLE}.",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "definitions": {
            "rule-or-category": {"anyOf": [{"enum": _names()}, *_others()]},
            "options": _options(),
            "languagetool": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    field.name: {"description": notes_of(LanguageToolRules)[field.name]}
                    | _of_type(field.type)
                    | {"default": field.default}
                    for field in msgspec.structs.fields(LanguageToolRules)
                },
            },
        },
    }


def notes_of(kind: type[Struct]) -> dict[str, str]:
    """The docstrings under the fields of a class and its bases."""
    notes: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        with suppress(OSError, TypeError):  # a class without source: of a table, or built in
            notes |= _notes_in(inspect.getsource(base))
    return notes


def _notes_in(source: str) -> dict[str, str]:
    (body,) = ast.parse(source).body
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: note.value.value
        for field, note in zip(body.body, body.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(note, ast.Expr)
        and isinstance(note.value, ast.Constant)
        and isinstance(note.value.value, str)
    }


def _property(field: msgspec.structs.FieldInfo, note: str) -> dict[str, Any]:
    default = field.default_factory() if callable(field.default_factory) else field.default
    return {
        "description": note,
        **(SPECIAL.get(field.name) or _of_type(field.type)),
        **({} if default is None or isinstance(default, Struct) else _default(default)),
    }


def _default(value: object) -> dict[str, Any]:
    """The default, unless it is a long list, which an editor would insert."""
    made = msgspec.to_builtins(value, order="sorted")
    return {"default": made} if not isinstance(made, list) or len(made) <= LONG else {}


def _of_type(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - any annotation
    """The schema of a type; TOML has no null, so that an optional value is one that may be missing."""
    made = _inline(*msgspec.json.schema_components([kind], ref_template="{name}"))
    return _without_null(made)


def _inline(schemas: tuple[dict[str, Any], ...], named: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    def resolve(part: Any) -> Any:  # noqa: ANN401 - any part of a schema
        if isinstance(part, dict):
            if "$ref" in part:
                part = named[part["$ref"]]
            return {key: resolve(value) for key, value in part.items() if key not in LEFT_OUT}
        return [resolve(each) for each in part] if isinstance(part, list) else part

    made: dict[str, Any] = resolve(schemas[0])
    return made


LEFT_OUT = frozenset({"title", "description", "uniqueItems"})
"""What msgspec says of a type that is not so, or not for users: a set may be written with a word twice."""


def _without_null(made: dict[str, Any]) -> dict[str, Any]:
    kinds = [kind for kind in made.get("anyOf", ()) if kind != {"type": "null"}]
    if len(kinds) == 1:
        (kind,) = kinds
        return {**{key: said for key, said in made.items() if key != "anyOf"}, **kind}
    return made


def _names() -> list[str]:
    return ["all", *selection.CATEGORIES, *selection.built_in(), ENGINE]


def _others() -> list[dict[str, str]]:
    return [{"pattern": OF_A_PACKAGE}, {"pattern": f"^{ENGINE}/{RULE.pattern}$"}]


def _options() -> dict[str, Any]:
    """A table for each rule that has options, and any table for rules of packages."""
    tables = {
        name: table for name in selection.built_in() if (table := _options_of(name, selection.load(name)))
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": tables,
        "patternProperties": {OF_A_PACKAGE: {"type": "object"}},
    }


def _options_of(name: str, rule: type[Rule]) -> dict[str, Any] | None:
    types = {field.name.replace("_", "-"): field.type for field in msgspec.structs.fields(rule)}
    info = selection.info(name)
    notes = option_notes(info.doc)
    properties = {
        option: {"description": notes[option], **_of_type(types[option]), **_default(default)}
        for option, default in selection.option_defaults(name).items()
    }
    if not properties:
        return None
    return {
        "description": f"{info.summary} {info.url}",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def option_notes(doc: str) -> dict[str, str]:
    """The options that a rule's docstring explains, each in the paragraph that begins with its name."""
    _, _, section = doc.partition("## Options\n")
    entries = re.findall(r"(?ms)^`([a-z-]+)`:\s(.*?)(?=^`[a-z-]+`:|^## |\Z)", section)
    return {name: " ".join(said.split()) for name, said in entries}


_RULES = {"type": "array", "items": {"$ref": "#/definitions/rule-or-category"}}
SPECIAL: dict[str, dict[str, Any]] = {
    "select": _RULES,
    "extend_select": _RULES,
    "ignore": _RULES,
    "extend_unsafe_fixes": _RULES,
    "per_file_ignores": {"type": "object", "additionalProperties": _RULES},
    "style": {"enum": list(styles())},
    "max_fp": {"type": "number", "minimum": 0},
    "formats": {"type": "object", "additionalProperties": {"enum": list(FORMATS)}},
    "languagetool": {"allOf": [{"$ref": "#/definitions/languagetool"}]},
    "options": {"allOf": [{"$ref": "#/definitions/options"}]},
}
"""Keys whose values are names, which their types do not say."""
