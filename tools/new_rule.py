"""A new rule, with a case that fails until the rule is written."""

from __future__ import annotations

from pathlib import Path

import regex

from newslint.rules import selection
from tools.generated import ROOT

NAME = regex.compile(r"[a-z]+(?:-[a-z]+)*")
TEMPLATE = '''\
from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


@dataclass(frozen=True, kw_only=True)
class {title}(PatternRule):
    """State the fault in at most twelve words.

    ## What it does
    What is reported, what the fix writes, and what is let through.

    ## Why it matters
    What damages the text like this, and what it does to the reader.

    ## Fix safety
    Unsafe: what may be lost.
    """

    expression = r"\\bwrong words\\b"
    safety = Safety.UNSAFE
    cases = (
        Case("Mark ⟦what is wrong⟧ here.", fixed="Mark what is right here."),
        Case("A near miss stays silent."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(at, f"“{{match[0]}}”: say what to do", (Change(at, "right words"),))
'''


class BadName(ValueError):
    """A rule cannot be called this; the message says why."""


def run(name: str) -> int:
    """Write the scaffold of `category/rule-name`."""
    try:
        path = write(ROOT, name)
    except BadName as error:
        print(error)
        return 2
    rule = path.stem.replace("_", "-")
    print(f"{path.relative_to(ROOT)} is yours. Its first case fails: pytest -q tests/test_rules.py -k {rule}")
    return 0


def write(root: Path, name: str) -> Path:
    """Write the scaffold into a checkout.

    Raises:
        BadName: it is malformed, taken, or of no category.

    """
    category, _, rule = name.partition("/")
    if category not in selection.CATEGORIES:
        raise BadName(f"“{category}” is no category; there are {', '.join(selection.CATEGORIES)}")
    if not NAME.fullmatch(rule):
        raise BadName(f"“{rule}” is no rule name; write category/rule-name in lower case, naming the fault")
    if rule in selection.built_in():
        raise BadName(f"there is a rule “{rule}” already")
    path = root / "newslint" / "rules" / category / f"{rule.replace('-', '_')}.py"
    path.write_text(TEMPLATE.format(title=rule.title().replace("-", "")), "utf-8")
    return path
