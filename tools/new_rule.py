"""Creates a new rule with a failing case."""

from __future__ import annotations

from pathlib import Path

import regex

from newslint.rules import selection
from tools.generated import ROOT

NAME = regex.compile(r"[a-z]+(?:-[a-z]+)*")
TEMPLATE = '''\
from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


class {title}(PatternRule):
    """State the fault in at most twelve words.

    ## What it does
    What is reported, what the fix writes, and what passes.

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
    """The name of a rule is invalid; the message says why."""


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
        BadName: the name is malformed or taken, or the category is unknown.

    """
    category, _, rule = name.partition("/")
    if category not in selection.CATEGORIES:
        raise BadName(f"unknown category “{category}”; known are {', '.join(selection.CATEGORIES)}")
    if not NAME.fullmatch(rule):
        raise BadName(
            f"“{rule}” is not a rule name; write category/rule-name in lower case, naming the fault"
        )
    if rule in selection.built_in():
        raise BadName(f"rule “{rule}” already exists")
    path = root / "newslint" / "rules" / category / f"{rule.replace('-', '_')}.py"
    path.write_text(TEMPLATE.format(title=rule.title().replace("-", "")), "utf-8")
    return path
