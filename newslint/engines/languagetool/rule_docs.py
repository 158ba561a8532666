"""Descriptions of LanguageTool's rules, fetched from the server at installation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from msgspec import Struct

from newslint.engines.languagetool import installation

FILE = "rules.json"


class RuleDescription(Struct, frozen=True):
    """The authors' description of a rule, and its category."""

    text: str
    category: str


def description_of(rule: str) -> RuleDescription | None:
    """The description of a rule; None if not installed by newslint."""
    return _all(installation.home()).get(rule)


def save_descriptions(url: str, folder: Path) -> int:
    """Save the descriptions of a server's rules, and return their number.

    Raises:
        OSError: the server does not answer, or the folder cannot be written.
        ValueError: the answer is not a list of rules.

    """
    with build_opener(ProxyHandler({})).open(f"{url}/v2/configinfo?language=en-US", timeout=60) as answer:
        records = json.load(answer)["rules"]
    rules = {rule["ruleId"]: [rule["description"], rule["categoryName"]] for rule in records}
    (folder / FILE).write_text(json.dumps(rules, ensure_ascii=False, indent=0), "utf-8")
    return len(rules)


@cache
def _all(folder: Path) -> Mapping[str, RuleDescription]:
    try:
        records = json.loads((folder / FILE).read_text("utf-8"))
        return {rule: RuleDescription(text, category) for rule, (text, category) in records.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
