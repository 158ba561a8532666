r"""Phrase tables: TOML files that define rules.

doc = "The page, with the headings of a rule's docstring."
safety = "safe"                  # as on a rule: severity, may-change, default

source = "where the pairs come from, unless an entry says otherwise"

phrase = [
  { wrong = ["head of {nation} diplomacy", "…"], right = "…" },
  { wrong = "situation of anonymity", right = "…", condition = "expression", note = "…" },
]
# `wrong` is a frame (see `frame`), `condition` an expression that must follow; the message says `note`;
# with `gate` the entry, or the whole table, applies in articles with that verdict only; with `safe-in` the
# fixes of the table are safe in such articles only, and those of entries that are `unsure` nowhere;
# in a table that is unsafe, those of entries that are `sure` are safe

[[case]]
marked = "He spoke ⟦on situation of anonymity⟧."
fixed = "He spoke on condition of anonymity."
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newslint.core.diagnostics import Protected, Safety, Severity
from newslint.core.grade import Verdict
from newslint.core.toml_tables import read_table
from newslint.rules.base import Case, PhraseRule, Rule, Scope
from newslint.rules.families.phrases import Phrase, phrase_expression

RULE_KEYS = frozenset(
    {"doc", "phrase", "case", "safety", "severity", "may-change", "default", "source", "gate", "safe-in"}
)
PHRASE_KEYS = frozenset({"wrong", "right", "condition", "source", "note", "gate", "unsure", "sure"})
CASE_KEYS = frozenset({"marked", "fixed", "safety", "options"})


class BadTable(ValueError):
    """The file is not a valid phrase table."""


def read_phrase_rule(path: Path) -> type[Rule]:
    """Make a rule from a phrase table.

    Raises:
        BadTable: the file is not TOML, or a key is missing, unknown or of the wrong type.

    """
    try:
        return _rule(path.stem, read_table(path))
    except KeyError as error:
        raise BadTable(f"{path}: missing key {error}") from None
    except (ValueError, TypeError, AttributeError) as error:
        raise BadTable(f"{path}: {error}") from None


def _rule(stem: str, table: Mapping[str, Any]) -> type[Rule]:
    _reject_unknown(table, RULE_KEYS)
    source = table.get("source", "")
    shared = {"source": source, **({"gate": table["gate"]} if "gate" in table else {})}
    phrases = tuple(phrase for entry in table["phrase"] for phrase in _phrases({**shared, **entry}))
    members = {
        "__doc__": table["doc"],
        "phrases": phrases,
        "expression": phrase_expression(phrases),
        "cases": tuple(_case(entry) for entry in table["case"]),
        "safety": Safety.SAFE
        if any(phrase.sure for phrase in phrases)
        else Safety(table.get("safety", "unsafe")),
        "severity": Severity(table.get("severity", "warning")),
        "may_change": frozenset(map(Protected, table.get("may-change", ()))),
        "default": bool(table.get("default", True)),
        "safe_in": (safe_in := _gate(table.get("safe-in", ""))),
        "scope": Scope.DOCUMENT if safe_in or any(phrase.gate for phrase in phrases) else Scope.BLOCK,
    }
    return type(stem.title().replace("_", ""), (PhraseRule,), members)


def _phrases(entry: Mapping[str, Any]) -> Iterable[Phrase]:
    _reject_unknown(entry, PHRASE_KEYS)
    right = tuple(_as_list(entry["right"]))
    for wrong in _as_list(entry["wrong"]):
        yield Phrase(
            wrong,
            right,
            entry.get("condition", ""),
            entry.get("source", ""),
            entry.get("note", ""),
            _gate(entry.get("gate", "")),
            bool(entry.get("unsure", False)),
            bool(entry.get("sure", False)),
        )


def _gate(text: str) -> str:
    """A gate, whose verdict exists."""
    if text:
        Verdict(text.partition(":")[0])
    return text


def _case(entry: Mapping[str, Any]) -> Case:
    _reject_unknown(entry, CASE_KEYS)
    safety = Safety(entry["safety"]) if "safety" in entry else None
    return Case(entry["marked"], entry.get("fixed"), safety, entry.get("options", {}))


def _reject_unknown(table: Mapping[str, Any], known: frozenset[str]) -> None:
    if others := sorted(set(table) - known):
        raise ValueError(f"unknown key “{others[0]}”; known keys are {', '.join(sorted(known))}")


def _as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
