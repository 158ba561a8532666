"""What LanguageTool itself says its rules are for: asked of the server after it was installed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from newslint.engines.languagetool import home

FILE = "rules.json"


@dataclass(frozen=True, slots=True)
class Described:
    """A rule in its authors' words, and the category that they put it into."""

    text: str
    category: str


def described(rule: str) -> Described | None:
    """What a rule is for; None where no LanguageTool was installed by newslint, or it knows no such rule."""
    return _all(home.home()).get(rule)


def describe(url: str, folder: Path) -> int:
    """Write down what the rules of a server are for, and return how many it has.

    Raises:
        OSError: the server does not tell, or the folder cannot be written.
        ValueError: what it tells is no list of rules.

    """
    with build_opener(ProxyHandler({})).open(f"{url}/v2/configinfo?language=en-US", timeout=60) as answer:
        told = json.load(answer)["rules"]
    rules = {rule["ruleId"]: [rule["description"], rule["categoryName"]] for rule in told}
    (folder / FILE).write_text(json.dumps(rules, ensure_ascii=False, indent=0), "utf-8")
    return len(rules)


@cache
def _all(folder: Path) -> Mapping[str, Described]:
    try:
        told = json.loads((folder / FILE).read_text("utf-8"))
        return {rule: Described(text, category) for rule, (text, category) in told.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
