r"""Tables of phrases as rules: a TOML file where a module would stand.

doc = "The page, with the headings of a rule's docstring."
safety = "safe"                  # as on a rule: severity, may-change, default

[[phrase]]
wrong = ["on situation of anonymity"]
right = "on condition of anonymity"
condition = '\s*[.,]'            # optional: what must follow, as an expression
source = "where the pair comes from"
note = "said in the message"

[[case]]
marked = "He spoke ⟦on situation of anonymity⟧."
fixed = "He spoke on condition of anonymity."
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newslint.core.diagnostics import Protected, Safety, Severity
from newslint.core.toml_tables import read_table
from newslint.rules.base import Case, Phrase, PhraseRule, Rule, phrase_expression

RULE_KEYS = frozenset({"doc", "phrase", "case", "safety", "severity", "may-change", "default"})
PHRASE_KEYS = frozenset({"wrong", "right", "condition", "source", "note"})
CASE_KEYS = frozenset({"marked", "fixed", "safety", "options"})


class BadTable(ValueError):
    """The file is no table of phrases."""


def read_phrase_rule(path: Path) -> type[Rule]:
    """The rule that a table is.

    Raises:
        BadTable: the file is not TOML, or a key is missing, unknown or of the wrong kind.

    """
    try:
        return _rule(path.stem, read_table(path))
    except KeyError as error:
        raise BadTable(f"{path}: there is no key {error}") from None
    except (ValueError, TypeError, AttributeError) as error:
        raise BadTable(f"{path}: {error}") from None


def _rule(stem: str, table: Mapping[str, Any]) -> type[Rule]:
    _no_others(table, RULE_KEYS)
    phrases = tuple(phrase for entry in table["phrase"] for phrase in _phrases(entry))
    members = {
        "__doc__": table["doc"],
        "phrases": phrases,
        "expression": phrase_expression(phrases),
        "cases": tuple(_case(entry) for entry in table["case"]),
        "safety": Safety(table.get("safety", "unsafe")),
        "severity": Severity(table.get("severity", "warning")),
        "may_change": frozenset(map(Protected, table.get("may-change", ()))),
        "default": bool(table.get("default", True)),
    }
    return type(stem.title().replace("_", ""), (PhraseRule,), members)


def _phrases(entry: Mapping[str, Any]) -> Iterable[Phrase]:
    _no_others(entry, PHRASE_KEYS)
    right = tuple(_listed(entry["right"]))
    for wrong in _listed(entry["wrong"]):
        yield Phrase(wrong, right, entry.get("condition", ""), entry.get("source", ""), entry.get("note", ""))


def _case(entry: Mapping[str, Any]) -> Case:
    _no_others(entry, CASE_KEYS)
    safety = Safety(entry["safety"]) if "safety" in entry else None
    return Case(entry["marked"], entry.get("fixed"), safety, entry.get("options", {}))


def _no_others(table: Mapping[str, Any], known: frozenset[str]) -> None:
    if others := sorted(set(table) - known):
        raise ValueError(f"unknown key “{others[0]}”; there are {', '.join(sorted(known))}")


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
