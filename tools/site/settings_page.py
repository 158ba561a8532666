"""The reference of `newslint.toml`, from its JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from newslint.cli.explain import as_toml
from tools.config_schema import schema
from tools.site.markdown import cell, escape

PATH = "settings.md"
INTRO = """\
# Settings

Every key of `newslint.toml`, and of the table `[tool.newslint]` in `pyproject.toml`. This page is made from the
[JSON Schema](newslint.schema.json), which has the options of every rule as well. [Configuration](configuration.md)
explains how the keys work together, and how an editor completes and checks them.
"""


def page() -> str:
    """The whole page."""
    return INTRO + "".join(_keys(schema()))


def _keys(made: Mapping[str, Any]) -> Iterator[str]:
    for key, said in made["properties"].items():
        yield f"\n## {key}\n\n{escape(said['description'])}\n\n"
        yield f"- Type: {_kind(said)}\n"
        if key == "select":
            yield "- Default: the rules that are on by default\n"
        elif key != "languagetool":
            yield f"- Default: {_default(said)}\n"
    yield "\n## Options of rules\n\n| Rule | Option | Type | Default |\n| --- | --- | --- | --- |\n"
    for rule, table in made["definitions"]["options"]["properties"].items():
        for option, said in table["properties"].items():
            default = f"`{as_toml(said['default'])}`" if "default" in said else "a list"
            yield f"| [`{rule}`](rules/{rule}.md) | `{option}` | {_kind(said).replace('|', chr(92) + '|')} | {cell(default)} |\n"


def _default(said: Mapping[str, Any]) -> str:
    value = said.get("default")
    return "none" if value is None else f"`{as_toml(value)}`"


def _kind(said: Mapping[str, Any]) -> str:
    """A type in words."""
    for key, describe in KINDS.items():
        if key in said:
            return describe(said)
    items, values = said.get("items"), said.get("additionalProperties")
    inside = f", each {_kind(items)}" if items else ""
    inside += f", each value {_kind(values)}" if isinstance(values, dict) else ""
    return TYPES[said["type"]] + inside


def _table(said: Mapping[str, Any]) -> str:
    """A table that the schema describes elsewhere."""
    ours = said["allOf"][0]["$ref"].endswith("/options")
    return (
        "a table for each rule, [below](#options-of-rules)"
        if ours
        else 'a table: `rules = "curated"` or `"all"`'
    )


KINDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "enum": lambda said: "one of " + ", ".join(f"`{as_toml(value)}`" for value in said["enum"]),
    "allOf": _table,
    "anyOf": lambda said: " or ".join(map(_kind, said["anyOf"])),
    "$ref": lambda _: "a rule or category",
}
TYPES = {
    "array": "a list",
    "boolean": "`true` or `false`",
    "integer": "a whole number",
    "number": "a number",
    "object": "a table",
    "string": "a text",
}
